"""Rectangles on pages: of a picture, which is one page, and of a PDF.

A picture is measured in pixels of the upright picture, a page of a PDF in thousandths of a point,
both from the top left corner: whole numbers, so that a place comes back from the file as it went.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["px", "mpt"]
"""Pixel, or a thousandth of a PostScript point."""
MPT_PER_POINT = 1_000


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """A rectangle on a page; `page` from 1, left and top edge inside, right and bottom outside."""

    page: int
    x1: int
    y1: int
    x2: int
    y2: int

    @property
    def width(self) -> int:
        return self.x2 - self.x1

    @property
    def height(self) -> int:
        return self.y2 - self.y1

    @property
    def area(self) -> int:
        return self.width * self.height

    def holds(self, x: float, y: float) -> bool:
        return self.x1 <= x < self.x2 and self.y1 <= y < self.y2

    def within(self, width: int, height: int) -> bool:
        """Whether it is a rectangle that lies on a page of this size."""
        return 0 <= self.x1 < self.x2 <= width and 0 <= self.y1 < self.y2 <= height


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page in its own units."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class CutOut:
    """A rectangle cut out of its page, as a picture for reading and printing."""

    data: bytes
    """PNG or JPEG."""
    width_px: int
    height_px: int


def between(page: int, a: tuple[float, float], b: tuple[float, float], size: PageSize) -> Region:
    """The rectangle with two points as corners, kept on the page and at least one unit wide."""
    x1, x2 = _edges(a[0], b[0], size.width)
    y1, y2 = _edges(a[1], b[1], size.height)
    return Region(page, x1, y1, x2, y2)


def moved(region: Region, dx: int, dy: int, size: PageSize) -> Region:
    """The same rectangle elsewhere, as far as the page reaches."""
    dx = min(max(dx, -region.x1), size.width - region.x2)
    dy = min(max(dy, -region.y1), size.height - region.y2)
    return Region(region.page, region.x1 + dx, region.y1 + dy, region.x2 + dx, region.y2 + dy)


def stretched(region: Region, edges: tuple[int, int, int, int], size: PageSize) -> Region:
    """The rectangle with its left, top, right, bottom edge moved by so much; never inside out."""
    left, top, right, bottom = edges
    x1 = min(max(region.x1 + left, 0), region.x2 - 1)
    y1 = min(max(region.y1 + top, 0), region.y2 - 1)
    x2 = max(min(region.x2 + right, size.width), x1 + 1)
    y2 = max(min(region.y2 + bottom, size.height), y1 + 1)
    return Region(region.page, x1, y1, x2, y2)


def _edges(a: float, b: float, length: int) -> tuple[int, int]:
    low = min(max(round(min(a, b)), 0), length - 1)
    high = max(min(round(max(a, b)), length), low + 1)
    return low, high
