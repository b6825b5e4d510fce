"""Where characters lie on the page: document pixels from positions of the text, and back."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from makna.ui.page.plan import Plan
from makna.ui.page.voices import Hidden
from makna.ui.textmap import TextMap

Box = tuple[float, float, float, float]
"""Left, top, width, height relative to the paragraph's corner."""
LINE_REACH_PX = 4.0
"""How far above its first and under its last line the mouse still means the paragraph."""


class ShownLine:
    """One laid-out line, read out of Qt once; all relative to its paragraph's corner."""

    __slots__ = ("_known", "_line", "ascent", "begin", "height", "left", "right", "stop", "y")

    def __init__(self, line: QTextLine) -> None:
        self._line = line
        self._known: dict[int, float] = {}
        self.begin = line.textStart()
        """First UTF-16 unit in the paragraph."""
        self.stop = self.begin + line.textLength()
        self.left = self.x(self.begin)
        width = line.naturalTextWidth()
        if self.x(self.stop) < self.left:
            self.left -= width  # right-to-left: the line begins at its right
        self.right = self.left + width
        self.y = line.y()
        self.ascent = line.ascent()
        self.height = self.ascent + line.descent()
        """Of the characters, without the space between lines."""

    def x(self, unit: int) -> float:
        found = self._known.get(unit)
        if found is None:
            found = self._known[unit] = _x_of(self._line, unit)
        return found


@dataclass
class ShownBlock:
    """A paragraph that is laid out and at least partly in view."""

    number: int
    """From 0; the reader sees one more."""
    start: int
    """Position of its first character in the text."""
    start_u16: int
    block: QTextBlock
    origin: QPointF
    """Document pixels of the layout's corner."""
    length: int
    """Characters without the LF."""

    @property
    def end(self) -> int:
        return self.start + self.length

    @property
    def bottom(self) -> float:
        return self.origin.y() + self.block.layout().boundingRect().height()

    @cached_property
    def lines(self) -> list[ShownLine]:
        # The layout belongs to the document. A wrapper that outlives it would be taken for
        # whatever comes to lie at its address next, and end in a crash: never keep one.
        layout = self.block.layout()
        return [ShownLine(layout.lineAt(n)) for n in range(layout.lineCount())]

    @cached_property
    def _stops(self) -> list[int]:
        return [line.stop for line in self.lines]

    def boxes(self, first: int, last: int) -> list[Box]:
        """Boxes of the UTF-16 units [first, last) of the paragraph, one a line."""
        boxes: list[Box] = []
        for number in range(bisect_right(self._stops, first), len(self.lines)):
            line = self.lines[number]
            if line.begin >= last:
                break
            left = line.x(first) if first > line.begin else line.left
            right = line.x(last) if last < line.stop else line.right
            if right < left:
                left, right = right, left
            boxes.append((left, line.y, right - left, line.height))
        return boxes


class Geometry:
    """Answers for one document; the map must be the one of the text in it."""

    def __init__(self, document: QTextDocument, positions: TextMap) -> None:
        self.document = document
        self.plan = cast(Plan, document.documentLayout())
        self.positions = positions
        self.hidden = Hidden()
        """What of the text takes no room: no position found on the page lies in it."""

    def shown(self, block: QTextBlock) -> ShownBlock:
        start_u16 = block.position()
        start = self.positions.to_cp(start_u16)
        end = self.positions.to_cp(start_u16 + block.length() - 1)
        layout = block.layout()
        return ShownBlock(
            block.blockNumber(), start, start_u16, block, layout.position(), end - start
        )

    def blocks_between(self, top: float, bottom: float) -> list[ShownBlock]:
        """The paragraphs that reach into [top, bottom] of the document, laid out."""
        found: list[ShownBlock] = []
        first = self.plan.number_at(top)
        self.plan.view_begins(first)
        for number in range(first, self.document.blockCount()):
            shown = self.shown(self.plan.laid_out(number))
            found.append(shown)
            if shown.origin.y() > bottom:
                break
        return found

    def line_boxes(self, shown: ShownBlock, start: int, end: int) -> list[Box]:
        """Boxes of the characters [start, end) that lie in the paragraph, relative to its corner.

        One box a line, as high as the characters, without the space between lines.
        """
        first = self.positions.to_u16(max(start, shown.start)) - shown.start_u16
        last = self.positions.to_u16(min(end, shown.end)) - shown.start_u16
        return shown.boxes(first, last)

    def line_rects(self, shown: ShownBlock, start: int, end: int) -> list[QRectF]:
        """The same as rectangles."""
        return [QRectF(*box) for box in self.line_boxes(shown, start, end)]

    def place(self, position: int, *, ending: bool = False) -> QRectF:
        """A box without width at `position`, in document pixels; as high as its line.

        Where a line breaks at the position it is at the beginning of the next line, with `ending`
        at the end of the one before. Lays its paragraph out.
        """
        unit = self.positions.to_u16(position)
        block = self.plan.near(self.document.findBlock(unit).blockNumber())
        layout = block.layout()
        inside = unit - block.position()
        looked_up = max(inside - 1, 0) if ending else inside
        line = layout.lineForTextPosition(looked_up)
        if not line.isValid():
            return QRectF(layout.position().x(), layout.position().y(), 0, 1)
        if ending and inside == line.textStart() + line.textLength():
            x = line.naturalTextRect().right()
        else:
            x = _x_of(line, inside)
        at = layout.position() + QPointF(x, line.y())
        return QRectF(at.x(), at.y(), 0, line.ascent() + line.descent())

    def settled(self, point: QPointF) -> QPointF:
        """The point, moved onto the nearer line where it lies in the space between two lines.

        Qt takes that space, a third of the page, for the beginning of the line below.
        """
        layout = self.plan.laid_out(self.plan.number_at(point.y())).layout()
        top, count = layout.position().y(), layout.lineCount()
        inside = point.y() - top
        number = bisect_right(range(count), inside, key=lambda n: layout.lineAt(n).y()) - 1
        if number < 0:
            reached = count > 0 and layout.lineAt(0).y() - inside <= LINE_REACH_PX
            return QPointF(point.x(), top + layout.lineAt(0).y()) if reached else point
        line = layout.lineAt(number)
        bottom = line.y() + line.ascent() + line.descent()
        if inside < bottom:
            return point
        if number + 1 < count:
            below = layout.lineAt(number + 1).y()
            return QPointF(
                point.x(), top + (bottom - 1 if inside - bottom < below - inside else below)
            )
        return QPointF(point.x(), top + bottom - 1) if inside - bottom < LINE_REACH_PX else point

    def position_at(self, point: QPointF) -> int:
        """The boundary between characters nearest to a point in document pixels."""
        unit = self.plan.hitTest(self.settled(point), Qt.HitTestAccuracy.FuzzyHit)
        return self.hidden.behind(self.positions.to_cp(max(unit, 0)))

    def character_at(self, point: QPointF) -> int | None:
        """The character right under a point in document pixels."""
        point = self.settled(point)
        near = self.position_at(point)
        block = self.document.findBlock(self.positions.to_u16(near))
        shown = self.shown(self.plan.laid_out(block.blockNumber()))
        for position in (near - 1, near):
            if shown.start <= position < shown.end:
                for rect in self.line_rects(shown, position, position + 1):
                    if rect.translated(shown.origin).contains(point):
                        return position
        return None


def _x_of(line: QTextLine, unit: int) -> float:
    """PySide hands back the x with the position it was asked for."""
    return float(cast(Any, line.cursorToX(unit))[0])
