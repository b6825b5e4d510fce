"""Finds the codings that touch a stretch of the text. Free of Qt."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from operator import attrgetter

from makna.ui.page.tints import nesting
from makna.ui.page.values import Mark

_start, _end = attrgetter("start"), attrgetter("end")
_CHUNK = 64
"""Marks whose furthest end is remembered together: skipping a chunk costs one comparison."""
_ALL = (0, 2**62)
Fetch = Callable[[int, int], Sequence[Mark]]


class MarkIndex:
    """The marks of one text, sorted by start, with a skip list over their ends.

    With `fetch` it asks for what it does not hold yet: the marks that reach into [start, end). Who
    asks for one stretch of a long text does not wait for the others; `extend` brings those.
    """

    def __init__(self, marks: Iterable[Mark] = (), fetch: Fetch | None = None) -> None:
        self._marks: list[Mark] = []
        self._by_coding: dict[int, Mark] = {}
        self._by_passage: dict[int, list[Mark]] = {}
        self._furthest: list[int] = []
        self._fetch = fetch
        self._fetched = (0, 0)
        self.extend(marks)

    def __len__(self) -> int:
        self.look_at(*_ALL)
        return len(self._marks)

    def __iter__(self) -> Iterator[Mark]:
        self.look_at(*_ALL)
        return iter(self._marks)

    def look_at(self, start: int, end: int) -> None:
        """Fetch what of [start, end) is not there."""
        first, last = self._fetched
        if self._fetch is None or (first <= start and end <= last):
            return
        self._fetched = (start, end)
        self.extend(self._fetch(start, end))
        if self._fetched == _ALL:
            self._fetch = None

    def extend(self, marks: Iterable[Mark]) -> None:
        """Put in marks that are there already as far as anybody else knows."""
        new = sorted((m for m in marks if m.coding_id not in self._by_coding), key=nesting)
        if not new:
            return
        at = bisect_left(self._marks, nesting(new[0]), key=nesting)
        self._marks[at:] = sorted(self._marks[at:] + new, key=nesting)
        for mark in new:
            self._by_coding[mark.coding_id] = mark
            self._by_passage.setdefault(mark.passage_id, []).append(mark)
        self._measure(at)

    def apply(self, removed: Collection[int], added: Sequence[Mark]) -> list[Mark]:
        """Take out the codings with the ids `removed`, put in `added`.

        A coding that is added again replaces its old mark. Returns every mark, old or new, that
        changed.
        """
        self.look_at(*_ALL)
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
        self.look_at(start, end)
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
        known = self._by_passage.get(passage_id)
        if known:
            self.look_at(known[0].start, known[0].end)
        else:
            self.look_at(*_ALL)
        return self._by_passage.get(passage_id, [])

    def _measure(self, at: int = 0) -> None:
        """How far the marks reach, of those from `at` on."""
        first = at - at % _CHUNK
        ends = list(map(_end, self._marks[first:]))
        self._furthest[first // _CHUNK :] = [
            max(ends[i : i + _CHUNK]) for i in range(0, len(ends), _CHUNK)
        ]
