"""The passages of a chapter's sections: their order at once, what is printed of them when asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from makna.domain.chapter import Chapter, ChapterSettings, QuotationChoice, State
from makna.domain.model import CodeId, Excerpt, PassageId, SourceId, SourceKind
from makna.domain.reference_styles import ReferenceStyle
from makna.domain.wording import Language
from makna.services.citing import Citer
from makna.services.retrieval import ExcerptReader
from makna.services.shelf import Quoter, ShelfItem, is_printed
from makna.services.sources import natural
from makna.storage.chapters import OnShelf
from makna.storage.project import Project

_SOURCES_OPEN = 100
"""A reader keeps the texts that it has read: after so many another one takes over."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A passage on the shelf of a section, without its words."""

    passage: PassageId
    source: SourceId
    kind: SourceKind
    printed: bool
    choice: QuotationChoice | None


class Shelves:
    """Reads the shelves of one chapter as it is now."""

    def __init__(
        self,
        project: Project,
        chapter: Chapter | None,
        settings: ChapterSettings,
        language: Language,
    ) -> None:
        """Raises UserError for a reference that makes no sense."""
        self._project = project
        self._chosen = settings.passages
        style = ReferenceStyle.of(settings.reference, language, settings.references)
        self._style = style
        self._quoter = Quoter(settings, Citer(project, style, language), language)
        self.choices: dict[tuple[CodeId, PassageId], QuotationChoice] = {}
        """What was decided, by section and passage."""
        if chapter is not None:
            self.choices = project.chapters.quotations(chapter.id)
        self._reader: ExcerptReader | None = None
        self._opened: set[SourceId] = set()

    def orders(self, codes: Collection[CodeId]) -> dict[CodeId, tuple[Standing, ...]]:
        """The passages of each section, as the author put them; one statement for 500 codes."""
        found = self._project.chapters.shelves(codes)
        return {code: self._order(code, found.get(code, [])) for code in codes}

    def items(self, standings: Sequence[Standing]) -> list[ShelfItem]:
        """What is printed of these, in their order; those that are gone are left out.

        A handful of statements, and two for each source that is not open yet.
        """
        return self.quoted(standings, self.excerpts([each.passage for each in standings]))

    def quoted(
        self, standings: Sequence[Standing], excerpts: Mapping[PassageId, Excerpt]
    ) -> list[ShelfItem]:
        """The same of excerpts that are read already."""
        return [
            self._quoter.item(excerpts[each.passage], each.choice)
            for each in standings
            if each.passage in excerpts
        ]

    def excerpts(self, wanted: Collection[PassageId]) -> dict[PassageId, Excerpt]:
        """The passages read out, source by source: a text is kept only while it is needed."""
        passages = sorted(
            self._project.passages.by_ids(dict.fromkeys(wanted)), key=lambda p: (p.source, p.start)
        )
        by_source: dict[SourceId, list[int]] = {}
        for rank, passage in enumerate(passages):
            by_source.setdefault(passage.source, []).append(rank)
        found: dict[PassageId, Excerpt] = {}
        sources = list(by_source)
        for at in range(0, len(sources), _SOURCES_OPEN):
            some = sources[at : at + _SOURCES_OPEN]
            ranks = [rank for source in some for rank in by_source[source]]
            read = self._reader_of(some).read_all([passages[rank] for rank in ranks])
            found.update((excerpt.passage.id, excerpt) for excerpt in read)
        return found

    def has_note(self, standing: Standing) -> bool:
        """Whether its reference is a footnote."""
        return self._style.for_kind(standing.kind).footnote

    @property
    def has_notes(self) -> bool:
        """Whether any reference can be a footnote."""
        return any(template.footnote for _, template in self._style.templates)

    def _reader_of(self, sources: Collection[SourceId]) -> ExcerptReader:
        if self._reader is None or len(self._opened | set(sources)) > _SOURCES_OPEN:
            self._reader = ExcerptReader(self._project)
            self._opened = set()
        self._opened.update(sources)
        return self._reader

    def _order(self, code: CodeId, found: Sequence[OnShelf]) -> tuple[Standing, ...]:
        names = {each.source: natural(each.source_name) for each in found}
        placed = sorted(found, key=lambda e: (names[e.source], e.source, e.start, e.passage))
        standings = [self._standing(code, each) for each in placed]
        # Stable: those without a rank stay in order of place, after the others.
        return tuple(sorted(standings, key=_rank))

    def _standing(self, code: CodeId, each: OnShelf) -> Standing:
        choice = self.choices.get((code, each.passage))
        state = choice.state if choice else State.UNDECIDED
        printed = is_printed(self._chosen, each.star, state)
        return Standing(each.passage, each.source, SourceKind(each.kind), printed, choice)


def _rank(standing: Standing) -> tuple[bool, int]:
    position = standing.choice.position if standing.choice else None
    return position is None, position or 0
