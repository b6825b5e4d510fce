"""What the pages are given: rectangles that are coded, and colours."""

from __future__ import annotations

from dataclasses import dataclass

from makna.domain.regions import Region
from makna.ui.page.values import Mark


@dataclass(frozen=True, slots=True)
class Plate:
    """A rectangle with its codings, as the pages show it."""

    passage_id: int
    region: Region
    marks: tuple[Mark, ...]
    """One a coding; a passage without any has one of no code."""

    @property
    def color(self) -> str:
        return self.marks[0].color


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels of the document, or of a page."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def meets(self, other: Box) -> bool:
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom
