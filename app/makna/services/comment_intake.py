"""Carrying out what a plan for the comments of a Word file says: one step, all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from makna.domain.changes import Outcome
from makna.domain.codetree import join_path, name_key
from makna.domain.comment_plan import RESOLVED, Action, Plan, Planned, State, answer, memo_body
from makna.domain.comment_text import Names
from makna.domain.errors import UserError
from makna.domain.identity import new_guid
from makna.domain.model import (
    CodeId,
    CodeOrigin,
    CoderId,
    LinkTarget,
    MemoKind,
    PassageId,
    SourceId,
)
from makna.domain.wording import Language, Message, phrase
from makna.services.codebook import new_code
from makna.services.correcting import edit_text
from makna.services.places import joined_memo, tidy
from makna.services.projects import coder_named
from makna.storage.clock import now, now_precise
from makna.storage.project import Project

_TITLE_CHARACTERS = 48


@dataclass(frozen=True)
class Taken:
    """What was made of a file's comments."""

    codings: int = 0
    memos: int = 0
    codes: int = 0
    """New ones."""
    removed: int = 0
    corrected: int = 0


def take_comments(
    project: Project, plan: Plan, *, remove: bool = False, correct: bool = False
) -> Outcome[Taken]:
    """Do what the plan says for each comment.

    With `remove`, codings that the file no longer says are taken off; with `correct`, the sources
    are corrected where the file's text was edited. Raises UserError (`comments_stale`) when a text
    has changed since the plan was made.
    """
    if any(project.texts.version(source) != version for source, version in plan.versions.items()):
        raise UserError("comments_stale")
    label = Message.of("step.take_comments", n=plan.acting, file=plan.file)
    with project.transact(label) as step:
        taken = _Intake(project, plan, remove=remove, correct=correct).run()
    return Outcome(taken, step.changes)


class _Intake:
    def __init__(self, project: Project, plan: Plan, *, remove: bool, correct: bool) -> None:
        self._project = project
        self._plan = plan
        self._remove = remove
        self._correct = correct
        self._language: Language = "en" if project.overview.language() == "en" else "id"
        self._passages: dict[tuple[SourceId, int, int], PassageId] = {}
        self._codes: dict[Names, CodeId] = {}
        self._coders: dict[str, CoderId] = {}
        self._there: set[tuple[PassageId, CodeId, CoderId]] = set()
        """Codings that the project has already."""
        self._codings: dict[tuple[PassageId, CodeId, CoderId], dict[str, object]] = {}
        self._log: list[tuple[Planned, str]] = []
        self._memos = 0
        self._removed: set[int] = set()
        self._emptied: list[PassageId] = []

    def run(self) -> Taken:
        acting = [each for each in self._plan.comments if each.action is not Action.NOTHING]
        self._find_places(acting)
        for each in acting:
            if each.action is Action.CODE:
                self._code(each)
            elif each.state is State.ANSWERED:
                self._answered(each)
            else:
                self._write(each, each.memo if each.state is State.CHANGED else each.text)
        self._project.passages.add_codings(list(self._codings.values()))
        self._take_off()
        tidy(self._project, [*self._passages.values(), *self._emptied])
        corrected = self._correct_texts() if self._correct else 0
        self._write_log(corrected)
        return Taken(
            len(self._codings), self._memos, len(self._codes), len(self._removed), corrected
        )

    def _find_places(self, acting: Sequence[Planned]) -> None:
        """Passages for all places: those of a source are looked up in one statement."""
        project = self._project
        for source in dict.fromkeys(each.source for each in acting):
            for passage in project.passages.of_source(source):
                self._passages.setdefault((source, passage.start, passage.end), passage.id)
                for coding in passage.codings:
                    self._there.add((passage.id, coding.code, coding.coder))
        wanted = dict.fromkeys((each.source, each.start, each.end) for each in acting)
        missing = [place for place in wanted if place not in self._passages]
        rows = [
            {"guid": new_guid(), "source_id": source, "start": start, "end": end}
            for source, start, end in missing
        ]
        for place, key in zip(missing, project.passages.add_many(rows), strict=True):
            self._passages[place] = PassageId(key)

    def _code(self, each: Planned) -> None:
        passage = self._passages[each.source, each.start, each.end]
        coder = self._coder(each.author)
        self._drop_kept_memo(passage, each)
        names = []
        memo = each.memo
        for planned in each.codes:
            code = planned.id if planned.id is not None else self._made(planned.names)
            names.append(join_path(planned.names))
            key = (passage, code, coder)
            if key in self._there or key in self._codings:
                continue
            self._codings[key] = {
                "guid": new_guid(),
                "passage_id": passage,
                "code_id": code,
                "coder_id": coder,
                "memo": memo,
                "created_at": _utc(each.at),
            }
            memo = ""
        if names:
            self._note(each, "comments_log_codes", codes=", ".join(names))
        left = memo if memo.strip() else ""
        if left or each.replies or (each.resolved and not names):
            self._write(each, left, logged=False)
        elif not names and not each.removed:
            self._write(each, each.text)

    def _answered(self, each: Planned) -> None:
        """Replies to what is known become a memo; a mark of being done alone is written down."""
        if each.replies or each.existing is not None:
            self._write(each, "", logged=False)
        else:
            self._note(each, "comments_log_done")

    def _write(self, each: Planned, said: str, *, logged: bool = True) -> None:
        """A memo of the comment, linked to its passage; replies join the memo it has already."""
        project = self._project
        coder = self._coder(each.author)
        self._memos += 1
        if each.existing is not None:
            old = project.memos.get(each.existing)
            if old is not None:
                body = joined_memo(old.body, *(answer(reply) for reply in each.replies))
                title = old.title
                if each.resolved and not title.startswith(RESOLVED):
                    title = RESOLVED + title
                project.memos.update(
                    old.id,
                    body=body,
                    title=title,
                    resolved=int(each.resolved),
                    origin=f"comment {each.origin}",
                    changed_at=now_precise(),
                )
                return
        at = now_precise()
        memo = project.memos.add(
            guid=new_guid(),
            title=self._title(each, said),
            kind=str(MemoKind.OTHER),
            body=memo_body(said, each.replies),
            coder_id=coder,
            created_at=at,
            changed_at=at,
            resolved=int(each.resolved),
            origin=f"comment {each.origin}",
        )
        passage = self._passages[each.source, each.start, each.end]
        self._drop_kept_memo(passage, each)
        project.memos.link(memo, LinkTarget.PASSAGE, passage)
        if logged:
            self._note(each, "comments_log_memo")

    def _title(self, each: Planned, said: str) -> str:
        words = " ".join((said or each.text).split())
        short = words[:_TITLE_CHARACTERS].rstrip() + ("…" if len(words) > _TITLE_CHARACTERS else "")
        key = "comments_memo_title" if each.author else "comments_memo_title_nobody"
        title = phrase(key, self._language, author=each.author, words=short)
        return (RESOLVED if each.resolved else "") + title

    def _drop_kept_memo(self, passage: PassageId, each: Planned) -> None:
        """What import has kept of the comment in the passage's own memo, which is now elsewhere."""
        found = self._project.passages.get(passage)
        said = memo_body(each.text, each.replies)
        kept = f"{each.author}: {said}" if each.author else said
        if found is None or not each.text or kept not in found.memo:
            return
        rest = found.memo.replace(kept, "", 1).strip("\n")
        self._project.passages.update(passage, memo=joined_memo(rest))

    def _made(self, names: Names) -> CodeId:
        """A code that the project does not have yet, under the codes it names or in our folder."""
        key = tuple(name_key(name) for name in names)
        if key in self._codes:
            return self._codes[key]
        tree = self._project.codes.tree(counted=False)
        path: Names = names
        if len(names) == 1 or tree.child_named(None, names[0]) is None:
            path = (phrase("comments_folder", self._language), *names)
        parent: CodeId | None = None
        for name in path:
            tree = self._project.codes.tree(counted=False)
            found = tree.child_named(parent, name)
            parent = (
                found.id
                if found is not None
                else new_code(self._project, name, parent=parent, origin=CodeOrigin.INDUCTIVE)
            )
        assert parent is not None
        if not self._project.codes.tree(counted=False)[parent].codable:
            parent = new_code(self._project, f"{path[-1]} (2)", parent=parent)
        self._codes[key] = parent
        return parent

    def _take_off(self) -> None:
        """Codings that the file no longer says."""
        if not self._remove:
            return
        for each in self._plan.comments:
            for coding, _ in each.removed:
                found = self._project.passages.get_coding(coding)
                if found is not None:
                    self._removed.add(coding)
                    self._emptied.append(found[1])
            if each.removed:
                names = ", ".join(join_path(path) for _, path in each.removed)
                self._note(each, "comments_log_uncoded", codes=names)
        self._project.passages.delete_codings(
            [coding for each in self._plan.comments for coding, _ in each.removed]
        )

    def _correct_texts(self) -> int:
        """The last edit first, so that those before it stay where they are."""
        edits = sorted(self._plan.edits, key=lambda edit: (edit.source, -edit.start))
        for edit in edits:
            edit_text(self._project, edit.source, edit.start, edit.end, edit.new)
        return len(edits)

    def _note(self, each: Planned, key: str, **args: str) -> None:
        said = phrase(key, self._language, **args)
        if each.resolved and key not in ("comments_log_memo", "comments_log_done"):
            said += ", " + phrase("comments_log_done", self._language)
        self._log.append((each, said))

    def _write_log(self, corrected: int) -> None:
        """A memo that says what was done, and by which the comments are known if they come again.

        Comments that became memos are known by those.
        """
        told = any(
            each.action is not Action.MEMO or each.state is not State.NEW for each, _ in self._log
        )
        if not told and not corrected:
            return
        project = self._project
        at = now_precise()
        body = "\n".join(f"- {self._entry(each, said)}" for each, said in self._log)
        if corrected:
            note = phrase("comments_log_corrected", self._language, n=corrected)
            body = "\n\n".join(part for part in (body, note) if part)
        memo = project.memos.add(
            guid=new_guid(),
            title=phrase("comments_log_title", self._language, file=self._plan.file),
            kind=str(MemoKind.METHODOLOGICAL),
            body=body,
            coder_id=project.coder,
            created_at=at,
            changed_at=at,
            origin="log " + " ".join(dict.fromkeys(e.origin for e, _ in self._log if e.origin)),
        )
        for source in dict.fromkeys(each.source for each, _ in self._log):
            project.memos.link(memo, LinkTarget.SOURCE, source)

    def _entry(self, each: Planned, said: str) -> str:
        words = " ".join(each.quoted.split())
        short = words[:_TITLE_CHARACTERS].rstrip() + ("…" if len(words) > _TITLE_CHARACTERS else "")
        who = f"{each.author}: " if each.author else ""
        return f"{who}“{short}” {said}"

    def _coder(self, author: str) -> CoderId:
        if author not in self._coders:
            clean = " ".join(author.split())
            self._coders[author] = (
                coder_named(self._project, clean) if clean else self._project.coder
            )
        return self._coders[author]


def _utc(at: str) -> str:
    """The time of a comment as it is stored; Word writes local time, whatever its zone says."""
    try:
        moment = datetime.fromisoformat(at[:19]).astimezone(UTC)
    except (ValueError, OverflowError, OSError):  # none, or one that UTC or Windows does not have
        return now()
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
