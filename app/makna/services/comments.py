"""Comments of a Word file: where they belong in the project, and what should become of them.

`plan_comments` only reads; `services.comment_intake.take_comments` carries a plan out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from makna.domain.codetree import name_key
from makna.domain.comment_file import CommentedFile, FileComment
from makna.domain.comment_match import Comparison, Matched
from makna.domain.comment_plan import (
    Action,
    Plan,
    Planned,
    PlannedCode,
    PlannedEdit,
    State,
    answer,
    choices,
    content,
    identities,
    memo_body,
)
from makna.domain.comment_text import Grammar, Names, Said, fingerprint, parse
from makna.domain.document import PICTURE
from makna.domain.errors import BadFile, UserError
from makna.domain.model import CodeId, MemoId, SourceId
from makna.domain.pseudonyms import Disguised
from makna.domain.text import trimmed
from makna.formats.readers.docx.commented import read_commented
from makna.services.comment_export import OwnComment, comments_of
from makna.services.comment_places import (
    codes_by_name,
    finder_for,
    known_comments,
    paragraph_near,
    sources_of,
)
from makna.services.sources import get_source
from makna.storage.project import Project

STRICT = Grammar()
"""Only what is certainly a code is one."""


def read_comments(path: Path) -> CommentedFile:
    """Raises BadFile: unreadable, no Word file, or `comments_none`."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise BadFile("no_file", name=str(path)) from error
    except OSError as error:
        raise BadFile("unreadable", name=path.name) from error
    found = read_commented(data, path.name)
    if not found.comments and not found.sent:
        raise BadFile("comments_none", name=path.name)
    return found


def plan_comments(
    project: Project,
    path: Path,
    sources: Sequence[SourceId] = (),
    *,
    grammar: Grammar = STRICT,
) -> Plan:
    """What taking in the file's comments would do. Raises BadFile, UserError."""
    return plan_for(project, read_comments(path), path.name, sources, grammar=grammar)


def plan_for(
    project: Project,
    file: CommentedFile,
    name: str,
    sources: Sequence[SourceId] = (),
    *,
    grammar: Grammar = STRICT,
    convert: bool = False,
) -> Plan:
    """The plan for a file that was read already.

    With `convert`, comments that were kept as memos at import are to become codings.
    Raises UserError (`comments_no_source`).
    """
    chosen = list(sources) or sources_of(project, file)
    if not chosen:
        raise UserError("comments_no_source", name=name)
    return _Planner(project, file, name, chosen, grammar, convert).plan()


@dataclass(frozen=True)
class _Stretch:
    """A source in the text that the file is compared with."""

    source: SourceId
    at: int
    """Where it begins there."""
    shown: Disguised
    text: str

    @property
    def end(self) -> int:
        return self.at + len(self.shown.text)


@dataclass(frozen=True)
class _Place:
    source: SourceId
    start: int
    end: int
    match: Matched


class _Planner:
    def __init__(
        self,
        project: Project,
        file: CommentedFile,
        name: str,
        sources: Sequence[SourceId],
        grammar: Grammar,
        convert: bool,
    ) -> None:
        self._project = project
        self._file = file
        self._name = name
        self._grammar = grammar
        self._convert = convert
        self._finder = finder_for(project, file)
        self._tree = project.codes.tree(counted=False)
        self._named = codes_by_name(self._tree, self._finder)
        self._stretches = list(self._line_up(sources))
        out = "\n".join(stretch.shown.text for stretch in self._stretches)
        self._comparison = Comparison(out, file.text)
        self._own: dict[str, tuple[SourceId, OwnComment]] = {
            own.mark: (source, own) for source in sources for own in comments_of(project, source)
        }
        self._prints: dict[str, list[tuple[SourceId, OwnComment]]] = {}
        self._identity = dict(zip(map(id, file.comments), identities(file), strict=True))
        self._taken, self._memos = known_comments(project)

    def plan(self) -> Plan:
        planned = [self._planned(comment) for comment in self._file.comments]
        planned += self._deleted()
        return Plan(
            self._name,
            tuple(planned),
            tuple(self._edits()),
            self._file.adrift,
            {s.source: self._project.texts.version(s.source) for s in self._stretches},
        )

    def _line_up(self, sources: Sequence[SourceId]) -> Iterator[_Stretch]:
        at = 0
        for source in sources:
            text = self._project.texts.text(get_source(self._project, source).id)
            shown = Disguised(text, self._finder.find(text))
            yield _Stretch(source, at, shown, text)
            at += len(shown.text) + 1

    def _planned(self, comment: FileComment) -> Planned:
        place = self._place(comment)
        known = self._taken.get(self._identity[id(comment)])
        source, own = self._own.get(comment.mark) or (place.source, None)
        if own is None and known is None:
            source, own = self._unmarked(comment, place)
        if own is not None:
            passage = own.passage
            here = _Place(source, passage.start, passage.end, place.match)
            return self._returned(comment, here, own)
        if known is not None:
            return self._seen(comment, place, known)
        if self._kept_at_import(comment, place) and not (
            self._convert or self._says_codes(comment)
        ):
            return self._nothing(comment, place, State.KNOWN)
        return self._new(comment, place)

    def _new(self, comment: FileComment, place: _Place) -> Planned:
        said = parse(comment.text, self._knows, self._grammar)
        possible = parse(comment.text, self._knows, Grammar(True, self._grammar.several))
        action = Action.CODE if said.codes else Action.MEMO
        if not comment.text.strip() and not comment.replies:
            action = Action.NOTHING
        return self._about(
            comment,
            place,
            State.NEW,
            action,
            choices=choices(said, possible),
            codes=self._codes(possible if not said.codes else said),
            memo=(said if said.codes else possible).memo,
            replies=comment.replies,
        )

    def _returned(self, comment: FileComment, place: _Place, own: OwnComment) -> Planned:
        """One that went out from here."""
        sent = self._file.sent.get(own.mark) or self._print(own.lines)
        memo, body = self._memos.get(self._identity[id(comment)], (None, ""))
        replies = tuple(r for r in comment.replies if answer(r) not in body)
        if fingerprint(comment.text.split("\n")) != sent:
            if self._taken.get(self._identity[id(comment)]) == content(comment):
                return self._nothing(comment, place, State.KNOWN)
            return self._altered(comment, place, own, replies, memo)
        done = comment.resolved and self._taken.get(self._identity[id(comment)]) != content(comment)
        if not replies and not done:
            return self._nothing(comment, place, State.UNCHANGED)
        return self._answered(comment, place, replies, memo)

    def _altered(
        self,
        comment: FileComment,
        place: _Place,
        own: OwnComment,
        replies: tuple[object, ...],
        memo: MemoId | None,
    ) -> Planned:
        """One whose text was changed: codes that came, codes that went, and the rest."""
        said = parse(comment.text, self._knows, self._grammar)
        codes = self._codes(said)
        here = {c.code: c for c in own.passage.codings if c.coder == own.coder}
        kept = {code.id for code in codes}
        removed = tuple(
            (coding.id, self._tree.names(code)) for code, coding in here.items() if code not in kept
        )
        before = parse("\n".join(own.lines), self._knows, self._grammar).memo
        changed_memo = "" if _same_words(said.memo, self._finder.apply(before)) else said.memo
        new = tuple(code for code in codes if code.id not in here)
        action = Action.CODE if new else Action.MEMO
        return self._about(
            comment,
            place,
            State.CHANGED,
            action if new or changed_memo or replies else Action.NOTHING,
            choices=(*((Action.CODE,) if new else ()), Action.MEMO, Action.NOTHING),
            codes=new,
            memo=changed_memo,
            removed=removed,
            replies=tuple(r for r in comment.replies if r in replies),
            existing=memo,
        )

    def _seen(self, comment: FileComment, place: _Place, known: str) -> Planned:
        """One that was taken in before."""
        memo, body = self._memos.get(self._identity[id(comment)], (None, ""))
        replies = tuple(r for r in comment.replies if answer(r) not in body)
        if known == content(comment) or not (replies or comment.resolved):
            return self._nothing(comment, place, State.KNOWN)
        return self._answered(comment, place, replies, memo)

    def _answered(
        self,
        comment: FileComment,
        place: _Place,
        replies: tuple[object, ...],
        memo: MemoId | None,
    ) -> Planned:
        """One that somebody replied to or ticked off."""
        return self._about(
            comment,
            place,
            State.ANSWERED,
            Action.MEMO,
            choices=(Action.MEMO, Action.NOTHING),
            replies=replies,
            existing=memo,
        )

    def _nothing(self, comment: FileComment, place: _Place, state: State) -> Planned:
        return self._about(comment, place, state, Action.NOTHING, choices=(Action.NOTHING,))

    def _about(
        self, comment: FileComment, place: _Place, state: State, action: Action, **more: object
    ) -> Planned:
        text = next(s.text for s in self._stretches if s.source == place.source)
        return Planned(
            state=state,
            action=action,
            source=place.source,
            start=place.start,
            end=place.end,
            quoted=text[place.start : place.end],
            how=place.match.how,
            author=comment.author.strip(),
            at=comment.at,
            text=comment.text,
            origin=f"{self._identity[id(comment)]}:{content(comment)}",
            resolved=comment.resolved,
            **more,  # type: ignore[arg-type]
        )

    def _deleted(self) -> Iterator[Planned]:
        """What went out, is still so in the project, and is no longer in the file."""
        back = {comment.mark for comment in self._file.comments}
        prints = {fingerprint(comment.text.split("\n")) for comment in self._file.comments}
        for mark, sent in self._file.sent.items():
            found = self._own.get(mark)
            if mark in back or found is None or self._print(found[1].lines) != sent:
                continue
            source, own = found
            codings = [c for c in own.passage.codings if c.coder == own.coder]
            if not codings or (mark not in self._file.marks and sent in prints):
                continue
            start, end = own.passage.start, own.passage.end
            text = next(s.text for s in self._stretches if s.source == source)
            yield Planned(
                State.DELETED,
                Action.NOTHING,
                (Action.NOTHING,),
                source,
                start,
                end,
                text[start:end],
                "exact",
                own.author,
                own.at,
                "\n".join(own.lines),
                "",
                removed=tuple((c.id, self._tree.names(c.code)) for c in codings),
            )

    def _place(self, comment: FileComment) -> _Place:
        match = self._comparison.place(comment.start, comment.end)
        stretch = self._stretches[0]
        for each in self._stretches:
            if each.at <= match.start:
                stretch = each
        start = stretch.shown.original(min(match.start, stretch.end) - stretch.at)
        end = stretch.shown.original_end(min(match.end, stretch.end) - stretch.at)
        start, end = trimmed(stretch.text, start, max(start, end))
        if start >= end:
            start, end = paragraph_near(stretch.text, start)
            match = Matched(match.start, match.end, "near")
        return _Place(stretch.source, start, end, match)

    def _unmarked(self, comment: FileComment, place: _Place) -> tuple[SourceId, OwnComment | None]:
        """One of ours whose bookmark a program has dropped: same place, same words."""
        for source, own in self._by_print().get(fingerprint(comment.text.split("\n")), ()):
            overlap = own.passage.start < place.end and place.start < own.passage.end
            author = self._finder.apply(own.author)
            if source == place.source and overlap and comment.author == author:
                return source, own
        return place.source, None

    def _by_print(self) -> dict[str, list[tuple[SourceId, OwnComment]]]:
        if not self._prints:
            for source, own in self._own.values():
                self._prints.setdefault(self._print(own.lines), []).append((source, own))
        return self._prints

    def _says_codes(self, comment: FileComment) -> bool:
        """What import kept as a memo becomes codings once its lines are taken for codes."""
        return bool(parse(comment.text, self._knows, self._grammar).codes)

    def _kept_at_import(self, comment: FileComment, place: _Place) -> bool:
        found = self._project.passages.at(place.source, place.start, place.end)
        passage = self._project.passages.get(found) if found is not None else None
        return passage is not None and kept_memo(comment) in passage.memo and bool(comment.text)

    def _edits(self) -> Iterator[PlannedEdit]:
        for edit in self._comparison.edits:
            if edit.old.split() == edit.new.split() or PICTURE in edit.old + edit.new:
                continue
            for stretch in self._stretches:
                if stretch.at <= edit.start and edit.end <= stretch.end:
                    start = stretch.shown.original(edit.start - stretch.at)
                    end = start + len(edit.old)
                    # What a substitute covers is not for the file to correct.
                    if stretch.text[start:end] == edit.old:
                        yield PlannedEdit(stretch.source, start, end, edit.old, edit.new)

    def _print(self, lines: Sequence[str]) -> str:
        return fingerprint(self._finder.apply(line) for line in lines)

    def _knows(self, names: Names) -> bool:
        return self._code(names) is not None

    def _code(self, names: Names) -> CodeId | None:
        return self._named.get(tuple(name_key(name) for name in names))

    def _codes(self, said: Said) -> tuple[PlannedCode, ...]:
        found = [(names, self._code(names)) for names in said.codes]
        return tuple(
            PlannedCode(names if code is None else self._tree.names(code), code)
            for names, code in found
        )


def kept_memo(comment: FileComment) -> str:
    """The comment as import keeps it in the memo of its passage."""
    said = memo_body(comment.text, comment.replies)
    return f"{comment.author}: {said}" if comment.author else said


def _same_words(one: str, other: str) -> bool:
    return one.split() == other.split()
