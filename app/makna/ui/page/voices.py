"""How the turns of a talk are shown: who speaks stands above them, and how loud the questions are.

The text never changes. A literal mark such as `I1 [00:03:20]: ` says what the label above the turn
says; while one reads, it takes no room on the page. While one corrects, it is there to be corrected
and the label is not painted: who speaks is never said twice.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from makna.domain.document import Block, paragraph_starts
from makna.domain.model import Turn
from makna.ui.page.values import Asking, PageText

TABLE_ROW = "table-row"
"""There the mark is a cell of its own and stays."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How a paragraph is shown."""

    labelled: bool = False
    """Who speaks is painted above it."""
    hidden: int = 0
    """Characters of a literal mark that take no room."""
    dim: int = 0
    """Characters of a literal mark that are shown dim."""
    quiet: bool = False
    """An interviewer's."""
    folded: bool = False
    """All of it takes no room."""


SILENT = Voice()


@cache
def _labelled(hidden: int, quiet: bool) -> Voice:
    """Nearly every turn is shown so, and a long talk has thousands."""
    return Voice(labelled=True, hidden=hidden, quiet=quiet)


@dataclass(frozen=True)
class Voices:
    """Answers for one page."""

    page: PageText
    asking: Asking
    correcting: bool

    def of(self, start: int, block: Block, turn: Turn | None) -> Voice:
        """How the paragraph at `start` is shown, which belongs to `turn`."""
        if turn is None:
            return SILENT
        quiet = turn.speaker in self.page.interviewers
        if quiet and self.folds:
            return Voice(quiet=True, folded=True)
        if turn.start != start:
            return Voice(quiet=quiet)
        mark = self.page.mark_lengths.get(start, 0)
        if mark and (self.correcting or block.style == TABLE_ROW):
            return Voice(dim=mark, quiet=quiet)
        return _labelled(mark, quiet)

    @property
    def folds(self) -> bool:
        """Whether the interviewer's turns take no room; they do while the text is corrected."""
        return self.asking is Asking.FOLDED and not self.correcting

    def spoken(self) -> Iterator[tuple[int, int, Turn, Voice]]:
        """First and last block number of each turn, the turn, and how its beginning is shown."""
        starts = paragraph_starts(self.page.layout)
        for turn in self.page.turns:
            first = bisect_left(starts, turn.start)
            if first < len(starts) and starts[first] == turn.start:
                last = max(bisect_left(starts, turn.end, lo=first) - 1, first)
                yield first, last, turn, self.of(turn.start, self.page.layout[first], turn)


class Hidden:
    """Stretches of the text that take no room on the page, in order; no caret stays in one."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans: Sequence[tuple[int, int]] = sorted(spans)

    def __bool__(self) -> bool:
        return bool(self._spans)

    def _at(self, position: int) -> tuple[int, int] | None:
        found = bisect_right(self._spans, position, key=lambda span: span[0]) - 1
        return self._spans[found] if found >= 0 else None

    def behind(self, position: int) -> int:
        """The first place at or after `position` that can be seen."""
        span = self._at(position)
        return span[1] if span is not None and position < span[1] else position

    def before(self, position: int) -> int:
        """Where a stretch that ends at `position` ends for the eye."""
        span = self._at(position - 1)
        return span[0] if span is not None and position <= span[1] else position

    def seen(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """What of [start, end) can be seen."""
        at = start
        first = max(bisect_right(self._spans, start, key=lambda span: span[0]) - 1, 0)
        for begin, stop in self._spans[first:]:
            if begin >= end:
                break
            if begin > at:
                yield at, begin
            at = max(at, stop)
        if at < end:
            yield at, end
