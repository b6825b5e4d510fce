"""Reads out of the project what the inspector shows, and keeps what is slow to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from makna.domain.changes import ChangeSet
from makna.domain.model import CodeId, Excerpt, Memo, Passage, PassageId, SourceId
from makna.domain.regions import Region
from makna.domain.wording import Language
from makna.services.pages import label
from makna.storage.project import Project
from makna.ui.desk.inspector.quotation import beginning
from makna.ui.language import current_language

if TYPE_CHECKING:
    from makna.services.retrieval import ExcerptReader

NO_PASSAGE = PassageId(0)
SHOWN_ELSEWHERE = 3
_LOOKED_AT = 60
"""Passages of a code among which those from other sources are preferred."""


@dataclass(frozen=True)
class Elsewhere:
    """Another passage of the same code."""

    source: SourceId
    name: str
    start: int
    end: int
    words: str
    passage: PassageId = NO_PASSAGE
    """Of a rectangle, which is no stretch that one could go to."""


@dataclass(frozen=True)
class SameCode:
    """How often a code was given, and a few other places."""

    passages: int
    places: tuple[Elsewhere, ...]


def bare_passage(source: SourceId, start: int, end: int, region: Region | None = None) -> Passage:
    """A place that nothing hangs on yet: selected text, or a rectangle that was drawn."""
    return Passage(NO_PASSAGE, "", source, start, end, region=region)


def words_of(project: Project, passage: Passage) -> str:
    """The words of a passage; of a rectangle what stands for them."""
    if passage.region is None:
        return project.texts.text(passage.source)[passage.start : passage.end]
    source = project.sources.plain(passage.source)
    return label(passage, source.media_type if source else "", current_language())


class Reading:
    """What is read once and used until a change touches it."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._reader: tuple[SourceId, ExcerptReader] | None = None
        self._same: dict[tuple[CodeId, PassageId], SameCode] = {}
        self._names: dict[SourceId, str] = {}

    def forget(self, changes: ChangeSet) -> None:
        """Drop what `changes` made stale."""
        stale = ("source", "speaker", "turn", "cases", "case_source", "code", "coder", "project")
        if changes.texts or changes.touches(*stale):
            self._reader = None
        if changes.texts or changes.touches("coding", "passage", "source"):
            self._same.clear()
        if changes.touches("source"):
            self._names.clear()

    def excerpt(self, passage: Passage) -> Excerpt:
        """The passage read out of its source. Raises NotFound when the source is gone."""
        from makna.services.retrieval import ExcerptReader

        if self._reader is None or self._reader[0] != passage.source:
            self._reader = (passage.source, ExcerptReader(self._project))
        return self._reader[1].read(passage)

    def same_code(self, code: CodeId, besides: PassageId = NO_PASSAGE) -> SameCode:
        """The passages of a code: how many, and a few besides the given one."""
        key = (code, besides)
        if key not in self._same:
            self._same[key] = self._read_same(code, besides)
        return self._same[key]

    def linked_memos(self, ids: list[int]) -> list[Memo]:
        """The memos of these ids, oldest first; nothing is read when there are none."""
        if not ids:
            return []
        return [memo for memo in self._project.memos.all() if memo.id in ids]

    def _read_same(self, code: CodeId, besides: PassageId) -> SameCode:
        count, first = self._project.passages.with_code(code, 2 * _LOOKED_AT)
        some = [key for key in first if key != besides][:_LOOKED_AT]
        here = self._project.passages.get(besides) if besides != NO_PASSAGE else None
        chosen = _spread(self._project.passages.by_ids(some), here.source if here else None)
        return SameCode(count, tuple(self._elsewhere(passage) for passage in chosen))

    def _elsewhere(self, passage: Passage) -> Elsewhere:
        text = words_of(self._project, passage)
        name = self._name(passage.source)
        key = NO_PASSAGE if passage.region is None else passage.id
        return Elsewhere(passage.source, name, passage.start, passage.end, beginning(text), key)

    def _name(self, source: SourceId) -> str:
        """A source's name, asked for once."""
        if source not in self._names:
            found = self._project.sources.plain(source)
            self._names[source] = found.name if found else ""
        return self._names[source]


def quotation_with_reference(excerpt: Excerpt, language: Language) -> str:
    """What goes on the clipboard: “words” (reference), as Word prints it."""
    if excerpt.passage.region is not None:
        said = label(excerpt.passage, excerpt.source.media_type, language)
        return f"{said} {printed_reference(excerpt, language)}"
    words = excerpt.text.replace("\u2028", "\n").strip()
    return f"“{words}” {printed_reference(excerpt, language)}"


def printed_reference(excerpt: Excerpt, language: Language) -> str:
    """The reference without the star, which is the researcher's own mark."""
    # Here: what reports are made of is long to import, and nothing is cited at the start.
    from makna.services.reports.parts import reference

    return reference(excerpt, language).removesuffix(" ★")


def _spread(passages: list[Passage], here: SourceId | None) -> list[Passage]:
    """A few of them: one from each other source first, then what comes next."""
    chosen: list[Passage] = []
    seen = {here}
    for passage in passages:
        if passage.source not in seen:
            seen.add(passage.source)
            chosen.append(passage)
    chosen += [passage for passage in passages if passage not in chosen]
    return chosen[:SHOWN_ELSEWHERE]
