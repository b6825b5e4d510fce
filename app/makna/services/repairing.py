"""Repairing a project: a backup first, then one step in the history."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from makna.domain.changes import ChangeSet
from makna.domain.errors import DamagedProject, UserError
from makna.domain.identity import new_guid
from makna.domain.model import LinkTarget, MemoKind, PassageId
from makna.domain.wording import Message, phrase
from makna.scratch_files import private_folder
from makna.services.file_copies import free_path
from makna.services.places import joined_memo, merge_passages, tidy
from makna.services.projects import back_up, check_project, rescue
from makna.services.searching import Searcher
from makna.storage import check, project_file, repair
from makna.storage.clock import now_precise
from makna.storage.erasing import delete_with_all
from makna.storage.lost_start import with_new_beginning
from makna.storage.project import Project
from makna.storage.recognition import content_of
from makna.storage.salvage import salvage

_OF_INDEXES = re.compile(r"missing from index|wrong # of entries in index|non-unique entry in")
"""What SQLite says of an index that does not fit its table (integrity_check, since 3.7)."""


@dataclass(frozen=True)
class Repaired:
    """What was mended, what was not, and what was made on the way."""

    repaired: tuple[Message, ...] = ()
    left: tuple[Message, ...] = ()
    backup: Path | None = None
    """The project as it was before; none where it could not be copied."""
    changes: ChangeSet = field(default_factory=ChangeSet)
    salvaged: Path | None = None
    """A new file with what could be read, when the old one is damaged beyond repair."""

    @property
    def sound(self) -> bool:
        return not self.left


def repair_project(project: Project, folder: Path) -> Repaired:
    """Mend all that can be mended without guessing; nothing is changed in a sound project.

    Raises DamagedProject when SQLite itself cannot read the file: see `repair_file`.
    """
    found = check_project(project)
    if not found:
        return Repaired()
    if any(problem.key == "check.value" for problem in found):
        raise DamagedProject("damaged", name=project.path.name)
    damaged = any(problem.key == "check.sqlite" for problem in found)
    # Of a file that SQLite finds unsound there is no sound backup to be had.
    backup = None if damaged else back_up(project, folder)
    mended: list[Message] = []
    if damaged:
        mended += _reindexed(project)
    with project.transact(Message.of("step.repair")) as step:
        project.raw.execute("PRAGMA defer_foreign_keys=ON")
        for part in _PARTS:
            mended += part(project)
    left = check_project(project)
    if any(problem.key == "check.index" for problem in left):
        Searcher(project).rebuild()
        mended.append(Message.of("repaired.search"))
        left = check_project(project)
    return Repaired(tuple(mended), tuple(left), backup, step.changes)


def repair_file(path: Path, folder: Path, open_: Callable[[], Project]) -> Repaired:
    """Mend the project; if SQLite cannot read all of it, save what it can into a new file beside.

    The damaged file stays as it is. Raises UserError: `nothing_salvaged`, and what opening raises.
    """
    if content_of(path) == "lost_start":
        return _saved_without_start(path, folder)
    if _only_indexes(path):
        with suppress(DamagedProject):
            project = open_()
            try:
                return repair_project(project, folder)
            finally:
                project.close()
    return _saved_from(path, folder)


def _only_indexes(path: Path) -> bool:
    """Whether SQLite can read all rows; then what it finds wrong can be mended in place."""
    try:
        project = project_file.open_project(path, back_up=lambda old: None, read_only=True)
    except DamagedProject:
        return False
    try:
        found = check.integrity(project.raw)
    finally:
        project.close()
    return all(_OF_INDEXES.search(str(dict(problem.args)["what"])) for problem in found)


def _saved_without_start(path: Path, folder: Path) -> Repaired:
    found = rescue(path, folder)
    with private_folder() as scratch:
        project_file.make_empty(scratch / "empty.makna")
        donors = [found.backup.path] if found is not None else []
        copy = scratch / "copy.makna"
        if not with_new_beginning(path, [*donors, scratch / "empty.makna"], copy):
            raise UserError("nothing_salvaged", name=path.name)
        return _saved_from(path, folder, copy)


def _saved_from(path: Path, folder: Path, readable: Path | None = None) -> Repaired:
    """`readable`: what is read instead of the damaged file."""
    target = free_path(path.parent, f"{path.stem} (saved)", path.suffix)
    said = salvage(readable or path, target, project_file.make_empty)
    project = project_file.open_project(target, back_up=lambda old: None)
    try:
        mended = repair_project(project, folder)
    finally:
        project.close()
    return Repaired((*said, *mended.repaired), mended.left, mended.backup, salvaged=target)


def _reindexed(project: Project) -> list[Message]:
    """Raises DamagedProject unless the damage was in indexes only."""
    with project.writing():
        project.raw.execute("REINDEX")
    if any(problem.key == "check.sqlite" for problem in check_project(project)):
        raise DamagedProject("damaged", name=project.path.name)
    return [Message.of("repaired.index")]


def _texts(project: Project) -> list[Message]:
    return repair.texts_and_looks(project.raw)


def _references(project: Project) -> list[Message]:
    return repair.references(project.raw) + repair.links(project.raw)


def _codings(project: Project) -> list[Message]:
    found: list[Message] = []
    gone: set[int] = set()
    for older, younger, guid in repair.double_codings(project.raw):
        if older in gone or younger in gone:
            continue
        kept, double = project.passages.get_coding(older), project.passages.get_coding(younger)  # type: ignore[arg-type]
        assert kept is not None
        assert double is not None
        memo = joined_memo(kept[0].memo, double[0].memo)
        project.passages.update_coding(kept[0].id, memo=memo)
        project.passages.delete_codings([double[0].id])
        gone.add(younger)
        found.append(Message.of("repaired.coding", what=guid))
    return found


def _outside(project: Project) -> list[Message]:
    """Passages that leave their text are cut at its end; what lies beyond it is kept as a memo."""
    found = repair.turns(project.raw)
    lost: list[str] = []
    for key, guid, start, end, length in repair.outside(project.raw):
        start, end = max(0, start), min(end, length)
        if start < end:
            repair.moved(project.raw, key, start, end)
            found.append(Message.of("repaired.clamped", what=guid))
            continue
        lost.append(_remembered(project, PassageId(key)))
        found.append(Message.of("repaired.outside", what=guid))
    if any(lost):
        _write_down(project, [words for words in lost if words])
    return found


def _remembered(project: Project, key: PassageId) -> str:
    """Delete the passage; what was written on it, with the names of its codes."""
    passage = project.passages.get(key)
    assert passage is not None
    tree = project.codes.tree(counted=False)
    words = [tree.path(coding.code) for coding in passage.codings if coding.code in tree]
    words += [joined_memo(passage.memo, *(coding.memo for coding in passage.codings))]
    project.memos.unlink_target(LinkTarget.PASSAGE, [key])
    delete_with_all(project.raw, "passage", {key})
    return "\n".join(word for word in words if word)


def _write_down(project: Project, words: list[str]) -> None:
    language = "id" if project.overview.language() == "id" else "en"
    at = now_precise()
    project.memos.add(
        guid=new_guid(),
        title=phrase("repaired.memo", language),  # type: ignore[arg-type]
        kind=str(MemoKind.METHODOLOGICAL),
        body="\n\n".join(words),
        coder_id=project.coder,
        created_at=at,
        changed_at=at,
    )


def _twins(project: Project) -> list[Message]:
    found: list[Message] = []
    for older, younger in repair.twins(project.raw):
        into = project.passages.get(PassageId(older))
        gone = project.passages.get(PassageId(younger))
        if into is None or gone is None:
            continue
        project.raw.execute(
            "UPDATE quotation SET passage_id = ? WHERE passage_id = ?", (older, younger)
        )
        merge_passages(project, into, gone)
        found.append(Message.of("repaired.merged", what=into.guid))
    return found


def _bare(project: Project) -> list[Message]:
    rows = project.raw.execute(
        "SELECT id, guid FROM passage WHERE id NOT IN (SELECT passage_id FROM quotation)"
    ).fetchall()
    guids = dict(rows)
    bare = project.passages.bare(PassageId(key) for key in guids)
    tidy(project, bare)
    return [Message.of("repaired.bare", what=guids[key]) for key in bare]


_PARTS: tuple[Callable[[Project], list[Message]], ...] = (
    _texts,
    _references,
    _codings,
    _outside,
    _twins,
    _bare,
)
"""In this order: what one mends the next can rely on."""
