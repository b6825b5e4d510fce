"""What the page, its gutter and its margin share: the document, the scene and what is in view."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtGui import QTextDocument, QWheelEvent
from PySide6.QtWidgets import QTextEdit

from makna.ui.page.geometry import Geometry, ShownBlock
from makna.ui.page.looks import Looks
from makna.ui.page.painting import PagePainter, Scene
from makna.ui.textmap import TextMap

LineTable = tuple[list[int], list[float], list[float], int]
"""Starts, tops and bottoms of lines, and the end of the last one."""


class Surface:
    """The shared state of one page; replaced piece by piece, never copied."""

    def __init__(self, edit: QTextEdit, looks: Looks) -> None:
        self._edit = edit
        self.looks = looks
        self.scene = Scene()
        self.text = ""
        self.positions = TextMap("")
        self.geometry = Geometry(edit.document(), self.positions)
        self._blocks: tuple[int, int, list[ShownBlock]] | None = None
        self._line_table: LineTable | None = None

    def adopt(self, document: QTextDocument, text: str, positions: TextMap) -> None:
        """Show another document, which holds `text`."""
        self.text = text
        self.positions = positions
        self.geometry = Geometry(document, positions)
        self.moved()

    def painter(self) -> PagePainter:
        return PagePainter(self.scene, self.geometry, self.looks)

    def scrolled(self) -> int:
        """Document pixels above the view."""
        return self._edit.verticalScrollBar().value()

    def wheel(self, event: QWheelEvent) -> None:
        """The wheel was turned beside the text; the text scrolls or zooms."""
        self._edit.wheelEvent(event)

    def blocks(self) -> list[ShownBlock]:
        """The paragraphs in view; looked up once a scroll position and layout."""
        top, height = self.scrolled(), self._edit.viewport().height()
        if self._blocks is None or self._blocks[:2] != (top, height):
            found = self.geometry.blocks_between(top, top + height)
            self._blocks = (top, height, found)
            self._line_table = None
        return self._blocks[2]

    def in_view(self) -> tuple[int, int]:
        """The stretch of the text that the paragraphs in view hold."""
        blocks = self.blocks()
        return (blocks[0].start, blocks[-1].end) if blocks else (0, 0)

    def top_of(self, position: int) -> float:
        """Top of the line with the character at `position`, in document pixels.

        Quick where the line is in view.
        """
        starts, tops, _, end = self.lines()
        if starts and starts[0] <= position <= end:
            return tops[bisect_right(starts, position) - 1]
        return self.geometry.place(position).top()

    def bottom_of(self, position: int) -> float:
        """Bottom of the line with the character before `position`."""
        starts, _, bottoms, end = self.lines()
        if starts and starts[0] < position <= end + 1:
            return bottoms[bisect_right(starts, position - 1) - 1]
        return self.geometry.place(position, ending=True).bottom()

    def lines(self) -> LineTable:
        """The lines of all paragraphs in view."""
        blocks = self.blocks()
        if self._line_table is None:
            to_cp = self.positions.to_cp
            starts: list[int] = []
            tops: list[float] = []
            bottoms: list[float] = []
            for shown in blocks:
                for line in shown.lines:
                    starts.append(to_cp(shown.start_u16 + line.begin))
                    tops.append(shown.origin.y() + line.y)
                    bottoms.append(tops[-1] + line.height)
            self._line_table = starts, tops, bottoms, blocks[-1].end if blocks else 0
        return self._line_table

    def forget_view(self) -> None:
        """Another stretch may be in view."""
        self._blocks = None

    def moved(self) -> None:
        """Characters have moved: forget where they were."""
        self._blocks = None
        self.scene.tint_boxes.clear()
