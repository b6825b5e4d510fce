"""The pages below each other at some size: which are in view, and what lies under a point.

Pixels of the document here are logical ones, counted from the top left of the stack. Free of Qt.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from makna.domain.regions import PageSize, Region
from makna.ui.page_image.values import Box

GAP_PX = 14.0
"""Between pages, and around them."""
SMALLEST, LARGEST = 0.2, 8.0
"""Of the zoom; at 1 a page is as wide as the view."""


class Stack:
    """Where each page lies. Pages of different widths keep their proportions to each other."""

    def __init__(self, sizes: Sequence[PageSize] = ()) -> None:
        self._sizes = list(sizes)
        self._tops: list[float] = []
        self.scale = 1.0
        """Logical pixels for one unit of the pages."""
        self.width = self.height = 0.0

    def __len__(self) -> int:
        return len(self._sizes)

    def size(self, page: int) -> PageSize:
        return self._sizes[page - 1]

    def lay_out(
        self,
        view_width: float,
        zoom: float,
        tallest: float | None = None,
        most: float | None = None,
    ) -> None:
        """Place the pages in a view of this width; with `tallest` one page fits the height too.

        `most` is the scale beyond which nothing is blown up to fit.
        """
        widest = max((size.width for size in self._sizes), default=1)
        fitting = max(40.0, view_width - 2 * GAP_PX) / widest
        if tallest is not None and self._sizes:
            highest = max(size.height for size in self._sizes)
            fitting = min(fitting, max(40.0, tallest - 2 * GAP_PX) / highest)
        if most is not None:
            fitting = min(fitting, most)
        self.scale = fitting * zoom
        self._tops, at = [], GAP_PX
        for size in self._sizes:
            self._tops.append(at)
            at += size.height * self.scale + GAP_PX
        self.height = at
        self.width = max(view_width, widest * self.scale + 2 * GAP_PX)

    def box(self, page: int) -> Box:
        """Where a page lies, in the middle of the stack."""
        size = self._sizes[page - 1]
        width = size.width * self.scale
        left = (self.width - width) / 2
        return Box(left, self._tops[page - 1], width, size.height * self.scale)

    def in_view(self, top: float, bottom: float) -> range:
        """The pages between two heights, from 1."""
        if not self._tops:
            return range(0)
        first = max(1, bisect_right(self._tops, top))
        if first < len(self) and self.box(first).bottom <= top:
            first += 1
        last = max(first, bisect_right(self._tops, bottom))
        return range(first, last + 1)

    def nearest(self, y: float) -> int:
        """The page at a height, or the nearest to it."""
        at = max(1, bisect_right(self._tops, y))
        if at < len(self) and y > self.box(at).bottom + GAP_PX / 2:
            at += 1
        return at

    def page_at(self, x: float, y: float) -> int | None:
        if not len(self):
            return None
        page = self.nearest(y)
        return page if self.box(page).holds(x, y) else None

    def on_page(self, page: int, x: float, y: float) -> tuple[float, float]:
        """A point of the document in units of a page; may lie outside it."""
        box = self.box(page)
        return (x - box.x) / self.scale, (y - box.y) / self.scale

    def place(self, region: Region) -> Box:
        """Where a rectangle lies in the document."""
        box = self.box(region.page)
        return Box(
            box.x + region.x1 * self.scale,
            box.y + region.y1 * self.scale,
            region.width * self.scale,
            region.height * self.scale,
        )
