"""Removing a source or a case for good, as when a participant withdraws."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from makna.domain.changes import Outcome
from makna.domain.errors import NotFound
from makna.domain.model import CodeOrigin, LinkTarget
from makna.domain.wording import Message
from makna.services.cases import find_case
from makna.services.sources import find_source
from makna.storage import erasing
from makna.storage.backups import Backup, listed
from makna.storage.foreign_log import set_aside_logs
from makna.storage.project import Mine, Project
from makna.storage.project_file import SUFFIX

QUOTED_CHARACTERS = 12
"""An example this long that stands in the text is taken from it."""


@dataclass(frozen=True)
class Erasure:
    """What would go, and what the author has to look at."""

    kind: str
    """`source` or `case`."""
    name: str
    sources: tuple[tuple[int, str], ...]
    """Key and name of each source that goes."""
    case: int | None
    mine: Mine
    guids: tuple[str, ...]
    people: frozenset[str]
    """Names of the case and of the speakers: they may be remembered outside the project, too."""
    passages: int
    codings: int
    memos: int
    """Links of memos that go; the memos themselves stay."""
    values: int
    look_at: tuple[Message, ...]
    """What may quote the participant and stays: memos, examples, names of codes, shared sources."""

    @property
    def names(self) -> list[str]:
        """All that goes, by name."""
        names = [name for _, name in self.sources]
        return names if self.kind == "source" else [self.name, *names]


def plan_source(project: Project, name: str) -> Erasure:
    """What erasing a source would take. By GUID or name; also one that was removed before.

    Raises NotFound.
    """
    try:
        found = find_source(project, name)
        chosen = (int(found.id), found.guid, found.name)
    except NotFound as missing:
        gone = _removed(project, "source", name)
        if gone is None:
            raise missing
        chosen = (gone.key, gone.guid, gone.name)
    return _planned(project, "source", chosen[2], [chosen], None)


def plan_case(project: Project, name: str) -> Erasure:
    """What erasing a case would take: the case, and the sources that belong to no other case,
    those among them too that were removed before.

    Raises NotFound.
    """
    try:
        case = find_case(project, name)
        chosen = (int(case.id), case.guid, case.name)
    except NotFound as missing:
        gone = _removed(project, "cases", name)
        if gone is None:
            raise missing
        chosen = (gone.key, gone.guid, gone.name)
    own, _ = _sources_of(project, chosen[0])
    gone_too = erasing.removed_sources_of(project.raw, chosen[0])
    own += [(each.key, each.guid, each.name) for each in gone_too]
    return _planned(project, "case", chosen[2], own, chosen)


def holding(project: Project, plan: Erasure, *folders: Path) -> list[Backup]:
    """The backups in these folders that still hold what is to go, newest first.

    So may the logs that were set aside beside the project: each of them is named as well. Copies
    made by hand are unknown.
    """
    return looking_for_it(project, plan, *folders)()


def looking_for_it(project: Project, plan: Erasure, *folders: Path) -> Callable[[], list[Backup]]:
    """What finds those that are `holding`; it reads no project that is open, and may take long.

    To be called on any thread.
    """
    guid, path, finish_backup = project.overview.info().guid, project.path, project.before_close

    def look() -> list[Backup]:
        # One that is being made now counts as well.
        finish_backup()
        found = [backup for folder in dict.fromkeys(folders) for backup in listed(folder, guid)]
        found.sort(key=lambda backup: backup.at, reverse=True)
        holding = [backup for backup in found if erasing.holds(backup.path, plan.mine, plan.guids)]
        return holding + list(_logs(path))

    return look


def is_log(held: Backup) -> bool:
    """Whether it is no backup but a log that was set aside, of which nobody knows what it holds."""
    return held.path.suffix != SUFFIX


def _logs(path: Path) -> Iterator[Backup]:
    for log in set_aside_logs(path):
        with suppress(OSError):  # taken away meanwhile
            about = log.stat()
            at = datetime.fromtimestamp(about.st_mtime, UTC)
            yield Backup(log, log.name, at, about.st_size)


def erase(project: Project, plan: Erasure) -> Outcome[list[str]]:
    """Remove for good: rows, texts, originals, images in the history, index, free pages.

    Undo of all before ends; the trail keeps its lines, without content where they were about what
    is gone. No backup is made. Returns the names of what went. Raises UserError
    (`erase_unfinished` when others still read the file: the next opening finishes it).
    """
    outcome = take_out(project, plan)
    project.wipe()
    return outcome


def take_out(project: Project, plan: Erasure) -> Outcome[list[str]]:
    """The first half of `erase`: nobody finds it any more, but the file has traces until `wipe`."""
    project.before_close()
    keys = [key for key, _ in plan.sources]
    cases = [plan.case] if plan.case is not None else []
    label = Message.of("step.erase_source" if plan.kind == "source" else "step.erase_case")

    def remove() -> None:
        erasing.delete_for_good(project, keys, cases)
        _take_out_of_index(project)

    theirs = erasing.words_of_theirs(project.raw, plan.mine)
    changes = project.erase(label, remove, {**plan.mine, "code": theirs})
    return Outcome(plan.names, changes)


def delete_backups(backups: Sequence[Backup]) -> list[Backup]:
    """Delete backups and set-aside logs for good, not into a bin; returns those that are gone."""
    for backup in backups:
        with suppress(OSError):
            backup.path.unlink(missing_ok=True)
    return [backup for backup in backups if not backup.path.exists()]


def _planned(
    project: Project,
    kind: str,
    name: str,
    sources: Sequence[tuple[int, str, str]],
    case: tuple[int, str, str] | None,
) -> Erasure:
    keys = [key for key, _, _ in sources]
    cases = [case[0]] if case else []
    mine = erasing.belongings(project.raw, keys, cases)
    raw = project.raw
    passages = _count(raw, "passage", "source_id", keys)
    within = "passage_id IN (SELECT id FROM passage WHERE source_id"
    return Erasure(
        kind=kind,
        name=name,
        sources=tuple((key, named) for key, _, named in sources),
        case=case[0] if case else None,
        mine=mine,
        guids=tuple(guid for _, guid, _ in (*sources, *((case,) if case else ()))),
        people=frozenset(
            erasing.speakers_named(raw, mine["speaker"]) | ({case[2]} if case else set())
        ),
        passages=passages,
        codings=sum(
            raw.execute(f"SELECT count(*) FROM coding WHERE {within} = ?)", (key,)).fetchone()[0]
            for key in keys
        ),
        memos=len(_linked_memos(project, mine)),
        values=_count(raw, "value", "case_id", cases),
        look_at=tuple(_look_at(project, mine, keys, case)),
    )


def _look_at(
    project: Project, mine: Mine, sources: Sequence[int], case: tuple[int, str, str] | None
) -> list[Message]:
    raw = project.raw
    texts = [
        row[0]
        for key in sources
        for row in raw.execute("SELECT text FROM source_text WHERE source_id = ?", (key,))
    ]
    folded = [text.casefold() for text in texts]
    found = [Message.of("erase.memo", name=title) for title in _linked_memos(project, mine)]
    for code in project.codes.tree(counted=False).ordered:
        example = code.example.strip()
        if len(example) >= QUOTED_CHARACTERS and any(example in text for text in texts):
            found.append(Message.of("erase.example", name=code.name))
        if code.origin == CodeOrigin.IN_VIVO and any(code.name.casefold() in t for t in folded):
            found.append(Message.of("erase.code", name=code.name))
    people = erasing.speakers_named(raw, mine["speaker"])
    if case is not None:
        people.add(case[2])
        _, shared = _sources_of(project, case[0])
        found += (Message.of("erase.source", name=name) for name in shared)
    known = {name.casefold() for name in people}
    for (name,) in raw.execute("SELECT name FROM pseudonym"):
        if name.casefold() in known:
            found.append(Message.of("erase.pseudonym", name=name))
    return found


def _linked_memos(project: Project, mine: Mine) -> list[str]:
    targets = (
        (LinkTarget.SOURCE, mine["source"]),
        (LinkTarget.PASSAGE, mine["passage"]),
        (LinkTarget.CASE, mine["cases"]),
    )
    titles: dict[int, str] = {}
    for target, keys in targets:
        rows = project.raw.execute(
            "SELECT m.id, m.title, l.target_id FROM memo_link l JOIN memo m ON m.id = l.memo_id"
            " WHERE l.target_type = ?",
            (str(target),),
        )
        titles.update((memo, title) for memo, title, key in rows if key in keys)
    return [titles[memo] for memo in sorted(titles)]


def _sources_of(project: Project, case: int) -> tuple[list[tuple[int, str, str]], list[str]]:
    """The sources of a case alone (key, GUID, name), and the names of those that others share."""
    rows = project.raw.execute(
        "SELECT s.id, s.guid, s.name, (SELECT count(*) FROM case_source o WHERE o.source_id = s.id"
        " AND o.case_id <> ?1) FROM source s JOIN case_source c ON c.source_id = s.id"
        " WHERE c.case_id = ?1 ORDER BY s.id",
        (case,),
    ).fetchall()
    spoken = project.raw.execute(
        "SELECT DISTINCT s.name FROM speaker p JOIN source s ON s.id = p.source_id"
        " WHERE p.case_id = ?1 AND s.id NOT IN (SELECT source_id FROM case_source"
        " WHERE case_id = ?1) ORDER BY s.id",
        (case,),
    ).fetchall()
    own = [(key, guid, name) for key, guid, name, others in rows if not others]
    return own, [name for _, _, name, others in rows if others] + [name for (name,) in spoken]


def _removed(project: Project, table: str, name: str) -> erasing.Gone | None:
    found = erasing.removed(project.raw, table)
    wanted = name.strip().casefold()
    return next((g for g in found if g.guid == name or g.name.casefold() == wanted), None)


def _count(raw: object, table: str, column: str, keys: Sequence[int]) -> int:
    query = f"SELECT count(*) FROM {table} WHERE {column} = ?"
    return sum(raw.execute(query, (key,)).fetchone()[0] for key in keys)  # type: ignore[attr-defined]


def _take_out_of_index(project: Project) -> None:
    # The index brings half a second of imports.
    from makna.search.index import SearchIndex

    index = SearchIndex(project.search_rows)
    if index.stale():
        index.clear()
        return
    index.remove(set(index.keys()) - set(project.search_rows.current()))
    index.purge()
