"""Lays a text out where one looks: `QTextDocument` asks it where its characters lie.

Qt's own layout breaks a text into lines from its beginning as far as one looks, all in one go: at
the end of a long text that takes a tenth of a second at every notch of the wheel. This one breaks
the paragraphs that are asked for, and reckons with an estimated height for each of the others. Who
shows the text measures those a few at a time (`measure_more`) and lets the heights count when all
are known (`settle`). A paragraph that is broken lies as in Qt's own layout.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from time import perf_counter
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from makna.ui.page.pictures import PictureObject

NO_ROOM = -1
"""In place of a paragraph's characters: it takes no room."""
CURSOR_PX = 1
NEAR_PX = 1_500.0
"""About the height of a view."""
Known = TypeVar("Known")
_FINEST = 64
"""Qt reckons with this part of a pixel."""
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@dataclass(frozen=True)
class Guess:
    """What a paragraph that has not been laid out is taken for."""

    character: float
    """Width in pixels."""
    line: float
    gap: float
    """Above a paragraph."""

    def height(self, characters: int, width: float) -> float:
        """With the gap above it, in pixels."""
        if characters == NO_ROOM:
            return 0.0
        lines = max(1, ceil(characters * self.character / max(width, 1.0)))
        return self.gap + lines * self.line


class Plan(QAbstractTextDocumentLayout):
    """The layout of one document, which must hold its text already."""

    widened = Signal()
    """The text has another width: no line is where it was."""

    def __init__(self, document: QTextDocument, characters: Sequence[int], guess: Guess) -> None:
        """`characters` of each paragraph, or `NO_ROOM`."""
        super().__init__(document)
        self._guess = guess
        self._characters = list(characters)
        self._pictures = PictureObject(self)
        self.registerHandler(QTextFormat.ObjectTypes.ImageObject.value, self._pictures)
        self.setProperty("cursorWidth", CURSOR_PX)
        frame = document.rootFrame().frameFormat()
        self._top, self._bottom = frame.topMargin(), frame.bottomMargin()
        self._side = document.documentMargin()
        self._width = 0.0
        self._heights: list[float] = []
        """Of each paragraph with the gap above it; estimated unless it is in `_gaps`."""
        self._gaps: dict[int, float] = {}
        """Above each paragraph whose height counts, by its number."""
        self._measured: dict[int, tuple[float, float]] = {}
        """Gap and height of paragraphs that are laid out, and do not count yet."""
        self._first = 0
        """The paragraph at the top of the view: heights of those before it wait for `settle`, so
        that nothing in view moves."""
        self._shifted = False
        """Whether a height has counted that was not as estimated."""
        self._next = 0
        self._starts: list[float] = [self._top]
        """Where each paragraph begins with its gap; the first ones, as far as they are known."""
        self._guess_all()
        # Who hears of an edit before Qt tells the layout looks at the text already.
        document.contentsChange.connect(self._edited)

    # What Qt asks

    def documentChanged(self, start: int, removed: int, added: int) -> None:
        document = self.document()
        width = document.pageSize().width()
        if width != self._width:
            self._width = width
            self._guess_all()
            self.widened.emit()
        elif removed or added != document.characterCount():
            self._edited(start, removed, added)
            self.laid_out(self._holding(start))
            self.documentSizeChanged.emit(self.documentSize())
            self.update.emit()

    def _edited(self, start: int, _removed: int, added: int) -> None:
        """Other characters stand from `start` on, `added` of them."""
        document = self.document()
        number, last = self._holding(start), self._holding(start + added)
        more = document.blockCount() - len(self._heights)
        new = [self._length(n) for n in range(number, last + 1)]
        gone = slice(number, last - more + 1)
        self._characters[gone] = new
        room = self._room
        self._heights[gone] = [self._guess.height(length, room) for length in new]
        self._gaps = _without(self._gaps, gone, more)
        self._measured = _without(self._measured, gone, more)
        self._next = min(self._next, number)
        self._forget_starts(number)

    def _holding(self, unit: int) -> int:
        """Number of the paragraph with the character; the last one behind the end."""
        block = self.document().findBlock(unit)
        return block.blockNumber() if block.isValid() else self.document().blockCount() - 1

    def _length(self, number: int) -> int:
        return self.document().findBlockByNumber(number).length() - 1

    def documentSize(self) -> QSizeF:
        return QSizeF(self._width, self._start(len(self._heights)) + self._bottom)

    def pageCount(self) -> int:
        return 1

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:
        return QRectF(QPointF(), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        if not block.isValid():
            return QRectF()
        layout = self.near(block.blockNumber()).layout()
        return QRectF(layout.position(), layout.boundingRect().size())

    def hitTest(  # type: ignore[override]
        self, point: QPointF, accuracy: Qt.HitTestAccuracy
    ) -> int:
        block = self.laid_out(self.number_at(point.y()))
        layout = block.layout()
        inside = point - layout.position()
        exact, unit = accuracy == Qt.HitTestAccuracy.ExactHit, 0
        for line in _lines(layout):
            box = line.naturalTextRect()
            if box.top() > inside.y():
                break
            if inside.y() < box.bottom():
                if exact and not box.left() <= inside.x() <= box.right():
                    return -1
                between = QTextLine.CursorPosition.CursorBetweenCharacters
                on = QTextLine.CursorPosition.CursorOnCharacter
                return block.position() + line.xToCursor(inside.x(), on if exact else between)
            unit = line.textStart() + line.textLength()
        return -1 if exact else block.position() + min(unit, block.length() - 1)

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        clip, number = context.clip, self.number_at(context.clip.top())
        painter.setPen(context.palette.color(QPalette.ColorRole.Text))
        while number < len(self._heights):
            block = self.laid_out(number)
            if block.layout().position().y() > clip.bottom():
                break
            _draw(painter, context, block)
            number += 1

    # What the page asks

    def number_at(self, y: float) -> int:
        """Number of the last paragraph that begins above `y`, with the gap above it."""
        self._start(len(self._heights))
        return max(0, bisect_right(self._starts, y, hi=len(self._heights)) - 1)

    def laid_out(self, number: int) -> QTextBlock:
        """The paragraph, broken into lines that lie where they belong."""
        # In the midst of an edit the paragraphs may still be counted as they were; and a place
        # behind the end has none, which must not raise where Qt asks.
        last = min(self.document().blockCount(), len(self._heights)) - 1
        number = min(max(number, 0), last)
        block = self.document().findBlockByNumber(number)
        gap = self._gap(number, block)
        block.layout().setPosition(QPointF(self._side, self._start(number) + gap))
        return block

    def near(self, number: int) -> QTextBlock:
        """The same, for somebody who may scroll there: what will lie above it has its height."""
        at, room = number, NEAR_PX
        while at > self._first and room > 0:
            at -= 1
            self._gap(at, None)
            room -= self._heights[at]
        return self.laid_out(number)

    def view_begins(self, number: int) -> None:
        """The view shows the text from this paragraph on; 0 for a view that is about to move."""
        self._first = number

    def _gap(self, number: int, block: QTextBlock | None) -> float:
        """Above a paragraph that is broken into lines, now if it was not."""
        if number in self._gaps:
            return self._gaps[number]
        if number not in self._measured:
            self._measured[number] = self._break(block or self.document().findBlockByNumber(number))
        gap, height = self._measured[number]
        if number >= self._first:
            del self._measured[number]
            self._count(number, gap, height)
        return gap

    def measure_more(self, seconds: float) -> bool:
        """Lay out more of the text for about so long; False when there was nothing left to do."""
        until = perf_counter() + seconds
        while self._next < len(self._heights):
            if self._next not in self._gaps and self._next not in self._measured:
                block = self.document().findBlockByNumber(self._next)
                self._measured[self._next] = self._break(block)
                if perf_counter() > until:
                    return True
            self._next += 1
        return False

    def settle(self) -> bool:
        """Let all that was measured count; whether anything lies elsewhere than estimated."""
        found, self._measured = self._measured, {}
        for number in sorted(found, reverse=True):
            self._count(number, *found[number])
        shifted, self._shifted = self._shifted, False
        return shifted

    # Heights

    @property
    def _room(self) -> float:
        return self._width - 2 * self._side

    def _guess_all(self) -> None:
        room, known = self._room, dict[int, float]()
        for length in set(self._characters):
            known[length] = self._guess.height(length, room)
        self._heights = [known[length] for length in self._characters]
        self._gaps.clear()
        self._measured.clear()
        self._first = self._next = 0
        self._forget_starts(0)

    def _count(self, number: int, gap: float, height: float) -> None:
        self._gaps[number] = gap
        if height != self._heights[number]:
            self._heights[number] = height
            self._shifted = True
            self._forget_starts(number)

    def _forget_starts(self, number: int) -> None:
        """Those behind the paragraph."""
        del self._starts[number + 1 :]

    def _start(self, number: int) -> float:
        starts = self._starts
        at = starts[-1]
        for height in self._heights[len(starts) - 1 : number]:
            at += height
            starts.append(at)
        return starts[number]

    def _break(self, block: QTextBlock) -> tuple[float, float]:
        """Break a paragraph into lines; the gap above it, and its height with the gap."""
        look = block.blockFormat()
        gap = _fine(look.topMargin()) if block.blockNumber() else 0.0
        return gap, gap + break_lines(block, look, self._room)


def break_lines(block: QTextBlock, look: QTextBlockFormat, room: float) -> float:
    """Break a paragraph into lines as Qt does; its height in pixels."""
    layout = block.layout()
    backwards = block.textDirection() == Qt.LayoutDirection.RightToLeft
    option = _option(block, look, backwards=backwards)
    layout.setTextOption(option)
    left, right = look.leftMargin(), room - look.rightMargin()
    first, y = look.textIndent(), 0.0
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLeadingIncluded(True)
        begin = left if backwards else left + first
        wide = (right - first if backwards else right) - begin
        line.setLineWidth(wide)
        if line.naturalTextWidth() > wide:
            _break_anywhere(layout, option, line, wide)
        height = _fine(look.lineHeight(line.height(), 1.0))
        lift = 0.0
        if look.lineHeightType() == _FIXED:
            lift = line.ascent() + max(line.leading(), 0.0) - height * 4 / 5
        line.setPosition(QPointF(begin, y - lift))
        y, first = y + height, 0.0
        line = layout.createLine()
    layout.endLayout()
    return y


def _without(known: dict[int, Known], gone: slice, more: int) -> dict[int, Known]:
    """What is known by number, when `more` paragraphs than before stand in place of some."""
    if not more:
        for number in range(gone.start, gone.stop):
            known.pop(number, None)
        return known
    return {
        number if number < gone.start else number + more: value
        for number, value in known.items()
        if not gone.start <= number < gone.stop
    }


def _fine(pixels: float) -> float:
    return int(pixels * _FINEST) / _FINEST


def _option(block: QTextBlock, look: QTextBlockFormat, *, backwards: bool) -> QTextOption:
    option = QTextOption()
    option.setTextDirection(block.textDirection())
    side = Qt.AlignmentFlag.AlignRight if backwards else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side)
    option.setTabs(look.tabPositions())
    anywhere = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    option.setWrapMode(QTextOption.WrapMode.ManualWrap if look.nonBreakableLines() else anywhere)
    return option


def _break_anywhere(layout: QTextLayout, option: QTextOption, line: QTextLine, wide: float) -> None:
    """A line whose first thing is wider than the page: it is broken behind that."""
    usual = option.wrapMode()
    if usual is QTextOption.WrapMode.ManualWrap:
        return
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    layout.setTextOption(option)
    line.setLineWidth(max(line.naturalTextWidth(), wide))
    option.setWrapMode(usual)
    layout.setTextOption(option)


def _lines(layout: QTextLayout) -> Iterator[QTextLine]:
    return (layout.lineAt(number) for number in range(layout.lineCount()))


def _draw(
    painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext, block: QTextBlock
) -> None:
    """Paint the paragraph, with what of it is selected and the caret that stands in it."""
    layout, begin, length = block.layout(), block.position(), block.length()
    chosen = []
    for selection in context.selections:
        start = selection.cursor.selectionStart() - begin
        end = selection.cursor.selectionEnd() - begin
        if start < length and end > 0 and start < end:
            shown = QTextLayout.FormatRange()
            shown.start, shown.length, shown.format = start, end - start, selection.format
            chosen.append(shown)
    layout.draw(painter, QPointF(), chosen, context.clip)
    caret = context.cursorPosition
    if caret < -1 and layout.preeditAreaText():
        layout.drawCursor(painter, QPointF(), layout.preeditAreaPosition() - (caret + 2), CURSOR_PX)
    elif begin <= caret < begin + length:
        layout.drawCursor(painter, QPointF(), caret - begin, CURSOR_PX)
