"""Finds the codings that touch a stretch of the text. Free of Qt."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import attrgetter

from makna.ui.page.tints import nesting
from makna.ui.page.values import Mark

_start, _end = attrgetter("start"), attrgetter("end")
_CHUNK = 64
"""Marks whose furthest end is remembered together: skipping a chunk costs one comparison."""


class MarkIndex:
    """The marks of one text, sorted by start, with a skip list over their ends."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = sorted(marks, key=nesting)
        self._reindex()

    def __len__(self) -> int:
        return len(self._marks)

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks)

    def apply(self, removed: Collection[int], added: Sequence[Mark]) -> list[Mark]:
        """Take out the codings with the ids `removed`, put in `added`.

        A coding that is added again replaces its old mark. Returns every mark, old or new, that
        changed.
        """
        leaving = set(removed).union(mark.coding_id for mark in added)
        gone = [self._by_coding[coding] for coding in leaving if coding in self._by_coding]
        for mark in gone:
            del self._marks[bisect_left(self._marks, nesting(mark), key=nesting)]
            del self._by_coding[mark.coding_id]
            self._by_passage[mark.passage_id].remove(mark)
        for mark in added:
            insort(self._marks, mark, key=nesting)
            self._by_coding[mark.coding_id] = mark
            self._by_passage.setdefault(mark.passage_id, []).append(mark)
        self._measure()
        return gone + list(added)

    def overlapping(self, start: int, end: int) -> list[Mark]:
        """The marks that share at least one character with [start, end), by start."""
        last = bisect_left(self._marks, end, key=_start)
        found: list[Mark] = []
        for chunk in range(0, last, _CHUNK):
            if self._furthest[chunk // _CHUNK] > start:
                stop = min(chunk + _CHUNK, last)
                found += [mark for mark in self._marks[chunk:stop] if mark.end > start]
        return found

    def at(self, position: int) -> list[Mark]:
        """The marks on the character at `position`, innermost first."""
        marks = self.overlapping(position, position + 1)
        return sorted(marks, key=lambda mark: (mark.end - mark.start, mark.coding_id))

    def of_passage(self, passage_id: int) -> list[Mark]:
        return self._by_passage.get(passage_id, [])

    def of_code(self, code_id: int) -> list[Mark]:
        return [mark for mark in self._marks if mark.code_id == code_id]

    def _reindex(self) -> None:
        self._by_coding = {mark.coding_id: mark for mark in self._marks}
        self._by_passage: dict[int, list[Mark]] = {}
        for mark in self._marks:
            self._by_passage.setdefault(mark.passage_id, []).append(mark)
        self._measure()

    def _measure(self) -> None:
        ends = list(map(_end, self._marks))
        self._furthest = [max(ends[i : i + _CHUNK]) for i in range(0, len(ends), _CHUNK)]
