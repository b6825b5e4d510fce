"""Words on a page: which stand under a point, and where a stretch of the text is printed.

Positions are code points of the canonical text; places are in units of the page. Free of Qt.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from makna.domain.alignment import NOWHERE, Aligned
from makna.domain.regions import Region
from makna.formats.pdf_pages import Box as Sides
from makna.formats.pdf_pages import Printed

Line = tuple[int, int, int, int]
"""Left, top, right, bottom of a piece of a line."""


class Words:
    """The printed letters of the pages that were looked at, and where they are in the text."""

    def __init__(self) -> None:
        self.aligned: Aligned | None = None
        self._printed: dict[int, Printed] = {}
        self._lines: dict[tuple[int, int, int], tuple[Line, ...]] = {}
        self._pages: dict[int, tuple[list[int], list[int]]] = {}

    def set_aligned(self, aligned: Aligned | None) -> None:
        self.aligned = aligned
        self._lines.clear()
        self._pages.clear()

    def add(self, page: int, printed: Printed) -> None:
        self._printed[page] = printed
        self._lines = {key: lines for key, lines in self._lines.items() if key[0] != page}

    def forget_all_but(self, pages: Sequence[int]) -> None:
        """Keep the letters of these pages only."""
        for page in [page for page in self._printed if page not in pages]:
            del self._printed[page]
            self._lines = {key: lines for key, lines in self._lines.items() if key[0] != page}

    def knows(self, page: int) -> bool:
        return page in self._printed

    def stretch(self, page: int) -> tuple[int, int]:
        """[start, end) of the text that a page holds; empty where it holds none."""
        known = self._known(page)[0]
        return (known[0], known[-1] + 1) if known else (0, 0)

    def letter_at(self, page: int, x: float, y: float) -> int | None:
        """The printed letter on which a point lies."""
        printed = self._printed.get(page)
        if printed is None:
            return None
        for index, (left, top, right, bottom) in enumerate(printed.boxes):
            if left <= x < right and top <= y < bottom:
                return index
        return None

    def near(self, page: int, x: float, y: float, reach: float) -> bool:
        """Whether there are words around a point."""
        printed = self._printed.get(page)
        return printed is not None and any(
            left - reach <= x < right + reach and top <= y < bottom
            for left, top, right, bottom in printed.boxes
            if right > left
        )

    def position(self, page: int, x: float, y: float, *, ending: bool = False) -> int | None:
        """The position in the text nearest to a point; `ending`: behind the letter there.

        None before the letters or the text are known, and on pages without words.
        """
        printed, aligned = self._printed.get(page), self.aligned
        if printed is None or aligned is None:
            return None
        best: tuple[float, int, float] | None = None
        places = aligned.places[page - 1]
        for index, box in enumerate(printed.boxes[: len(places)]):
            if places[index] == NOWHERE or box[2] <= box[0]:
                continue
            distance = _distance(box, x, y)
            if best is None or distance < best[0]:
                best = (distance, places[index], (box[0] + box[2]) / 2)
        if best is None:
            return None
        return best[1] + (x > best[2]) if ending or x > best[2] else best[1]

    def character(self, page: int, x: float, y: float) -> int | None:
        """The position of the character under a point."""
        index = self.letter_at(page, x, y)
        if index is None or self.aligned is None:
            return None
        places = self.aligned.places[page - 1]
        at = places[index] if index < len(places) else NOWHERE
        return None if at == NOWHERE else at

    def lines(self, page: int, start: int, end: int) -> tuple[Line, ...]:
        """Where [start, end) is printed on a page: one box a line."""
        key = (page, start, end)
        if key not in self._lines:
            self._lines[key] = self._find_lines(page, start, end)
        return self._lines[key]

    def right_edge(self, page: int) -> int:
        """How far the words of a page reach to the right; 0 without any."""
        printed = self._printed.get(page)
        return max((box[2] for box in printed.boxes), default=0) if printed else 0

    def _known(self, page: int) -> tuple[list[int], list[int]]:
        """The positions of the text that a page holds, rising, and the letter of each."""
        if page not in self._pages and self.aligned is not None:
            places = self.aligned.places[page - 1]
            indexes = [index for index, at in enumerate(places) if at != NOWHERE]
            self._pages[page] = ([places[index] for index in indexes], indexes)
        return self._pages.get(page, ([], []))

    def _find_lines(self, page: int, start: int, end: int) -> tuple[Line, ...]:
        printed = self._printed.get(page)
        if printed is None:
            return ()
        lines: list[Line] = []
        known, indexes = self._known(page)
        first, behind = bisect_left(known, start), bisect_left(known, end)
        if first == behind:
            return ()
        stop = min(indexes[behind - 1] + 1, len(printed.boxes))
        # What lies between two letters of the text, such as a hyphen, is shown with them.
        for index in range(indexes[first], stop):
            box = printed.boxes[index]
            if box[2] <= box[0] or box[3] <= box[1]:
                continue
            if lines and _same_line(lines[-1], box):
                last = lines[-1]
                lines[-1] = (
                    min(last[0], box[0]),
                    min(last[1], box[1]),
                    max(last[2], box[2]),
                    max(last[3], box[3]),
                )
            else:
                lines.append(box)
        return tuple(lines)


def around(page: int, lines: Sequence[Line]) -> Region | None:
    """The rectangle around pieces of lines."""
    if not lines:
        return None
    lefts, tops, rights, bottoms = zip(*lines, strict=True)
    return Region(page, min(lefts), min(tops), max(rights), max(bottoms))


def _same_line(line: Line, box: Sides) -> bool:
    """Whether a letter goes on where the line ends: about as high, and not far to the right."""
    height = line[3] - line[1]
    overlap = min(line[3], box[3]) - max(line[1], box[1])
    return overlap > 0.5 * min(height, box[3] - box[1]) and -height < box[0] - line[2] < 3 * height


def _distance(box: Sides, x: float, y: float) -> float:
    """Distances across lines count for more: a point beside a line belongs to that line."""
    across = max(box[0] - x, 0.0, x - box[2])
    down = max(box[1] - y, 0.0, y - box[3])
    return across + 4 * down
