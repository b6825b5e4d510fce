"""Which stretch of a chapter the preview holds: what is near the place that one looks at."""

from __future__ import annotations

from collections.abc import Sequence

from makna.domain.model import CodeId, PassageId
from makna.services.chapter_live import LivePlan
from makna.services.chapter_plan import SectionPlan
from makna.services.chapter_shelves import Standing
from makna.services.shelf import ShelfItem

STRETCH = 8
"""Quotations by which it grows: so many, from as many sources, are read within a frame."""
Edge = tuple[int, int]
"""A section in the order of the document, and how many of its printed quotations stand before."""


class Near:
    """A stretch of the printed chapter, from one edge to the other; it can grow and be cut."""

    def __init__(self, live: LivePlan) -> None:
        self._live = live
        self.sections: list[SectionPlan] = list(live.plan.in_print())
        self._rank = {section.code.id: rank for rank, section in enumerate(self.sections)}
        self.start: Edge = (0, 0)
        self.end: Edge = (0, 0)

    def begin_at(self, code: CodeId | None, passage: PassageId | None = None) -> None:
        """Nothing but this place: a heading, or before a quotation of its section."""
        rank = self._rank.get(code, 0) if code is not None else 0
        at = 0
        if passage is not None and self.sections:
            keys = [each.passage for each in self._printed(rank)]
            at = keys.index(passage) if passage in keys else 0
        self.start = self.end = (rank, at)

    def come_from(self, old: Near) -> bool:
        """The stretch that another held before a change; False when its place is gone."""
        if not old.sections or not self.sections:
            return False
        edges = []
        for rank, at in (old.start, old.end):
            here = self._rank.get(old.sections[rank].code.id)
            if here is None:
                return False
            whole = at and rank == old.end[0] and at >= old.sections[rank].quotations
            most = self.sections[here].quotations
            edges.append((here, most if whole else min(at, most)))
        self.start, self.end = edges[0], edges[1]
        return self.start <= self.end

    @property
    def size(self) -> int:
        """How many headings and quotations it holds."""
        if not self.sections:
            return 0
        between = range(self.start[0], self.end[0])
        quotations = sum(self.sections[rank].quotations for rank in between)
        return quotations - self.start[1] + self.end[1] + self.end[0] - self.start[0] + 1

    @property
    def whole(self) -> int:
        """How many headings and quotations the chapter has."""
        return len(self.sections) + sum(section.quotations for section in self.sections)

    @property
    def at_beginning(self) -> bool:
        return self.start == (0, 0)

    @property
    def at_end(self) -> bool:
        last = len(self.sections) - 1
        return last < 0 or self.end == (last, self.sections[last].quotations)

    @property
    def before(self) -> int:
        """How many quotations stand before it."""
        return self._quotations(range(self.start[0])) + self.start[1]

    @property
    def after(self) -> int:
        """How many quotations stand after it."""
        if not self.sections:
            return 0
        rank, at = self.end
        rest = self._quotations(range(rank + 1, len(self.sections)))
        return rest + self.sections[rank].quotations - at

    def grow_down(self) -> None:
        """Take in some more at the end."""
        wanted = STRETCH
        while wanted > 0 and not self.at_end:
            rank, at = self.end
            more = min(wanted, self.sections[rank].quotations - at)
            self.end = (rank, at + more) if more > 0 else (rank + 1, 0)
            wanted -= max(1, more)

    def grow_up(self) -> None:
        """Take in some more at the beginning."""
        wanted = STRETCH
        while wanted > 0 and not self.at_beginning:
            rank, at = self.start
            more = min(wanted, at)
            self.start = (
                (rank, at - more) if more else (rank - 1, self.sections[rank - 1].quotations)
            )
            wanted -= max(1, more)

    def cut(self, most: int, *, above: bool) -> None:
        """Let go of what is too much, at the beginning or at the end."""
        while self.size > most:
            over = self.size - most
            if above:
                rank, at = self.start
                left = self.sections[rank].quotations - at
                self.start = (rank + 1, 0) if left <= 0 else (rank, at + min(over, left))
            else:
                rank, at = self.end
                self.end = (
                    (rank, at - min(over, at))
                    if at
                    else (rank - 1, self.sections[rank - 1].quotations)
                )

    def holds(self, code: CodeId, passage: PassageId | None = None) -> bool:
        """Whether a heading, or a quotation below it, is part of it."""
        rank = self._rank.get(code)
        if rank is None:
            return False
        if passage is None:
            return self.has_heading(code)
        return any(each.passage == passage for each in self._held(rank))

    def has_heading(self, code: CodeId) -> bool:
        """Whether the heading of a section is part of it, and the text that introduces it."""
        rank = self._rank[code]
        return self.start[0] < rank <= self.end[0] or self.start == (rank, 0)

    def has_closing(self, section: SectionPlan) -> bool:
        """Whether what closes a section stands in it: below all that stands in the section."""
        below = [self._rank[each.code.id] for each in section.walk() if each.code.id in self._rank]
        last = max(below)
        past = last < self.end[0] or self.end == (last, self.sections[last].quotations)
        return past and last >= self.start[0]

    def items(self, code: CodeId) -> list[ShelfItem]:
        """What is printed of a section within it; what was not read yet is read."""
        held = self._held(self._rank.get(code, -1))
        return self._live.items(code, held) if held else []

    def held_sections(self) -> Sequence[CodeId]:
        """The sections of which it has something."""
        return [section.code.id for section in self.sections[self.start[0] : self.end[0] + 1]]

    def read(self, code: CodeId, at: int) -> bool:
        """Read some quotations of a section, from `at` of those held; whether there are more."""
        held = self._held(self._rank[code])
        self._live.items(code, held[at : at + STRETCH])
        return at + STRETCH < len(held)

    def notes_above(self) -> list[CodeId]:
        """The sections whose footnotes are counted before its first."""
        return [section.code.id for section in self.sections[: self.start[0]]]

    def notes_cut(self) -> int:
        """How many footnotes of its first section stand before it."""
        if not self.sections or not self.start[1]:
            return 0
        rank, at = self.start
        return self._live.notes(self.sections[rank].code.id, at)

    def _printed(self, rank: int) -> list[Standing]:
        return self._live.printed(self.sections[rank].code.id)

    def _held(self, rank: int) -> list[Standing]:
        if not self.start[0] <= rank <= self.end[0]:
            return []
        first = self.start[1] if rank == self.start[0] else 0
        last = self.end[1] if rank == self.end[0] else None
        if last == 0:
            return []
        return self._printed(rank)[first:last]

    def _quotations(self, ranks: range) -> int:
        return sum(self.sections[rank].quotations for rank in ranks)
