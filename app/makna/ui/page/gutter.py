"""Numbers of paragraphs, or of lines on request, at the left of the page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from makna.ui.page.build import PAGE_PAD_PX
from makna.ui.page.geometry import ShownBlock
from makna.ui.page.looks import SPEAKER_LIFT_PX
from makna.ui.page.painting import beside
from makna.ui.page.surface import Surface
from makna.ui.spoken import Part, Spoken

NUMBER_GAP_PX = 24
"""Between a number and the text."""
TALLEST_LINE = 2.0
"""Beside a taller line, one with a picture, the number stands at its top; in its own heights."""


class Gutter(QWidget, Spoken):
    """Numbers paragraphs from 1, empty ones without showing it; or the lines of 68 columns."""

    paragraph_clicked = Signal(int, int)
    """start, end of the paragraph beside which was clicked."""

    def __init__(self, surface: Surface, parent: QWidget) -> None:
        super().__init__(parent)
        self._surface = surface
        self.setAccessibleName(self.tr("Paragraph numbers"))
        # It paints all of itself: what lies below need not be painted first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Paragraph numbers"))
        super().changeEvent(event)

    def spoken_parts(self) -> Sequence[Part]:
        return [Part(str(number), box.toAlignedRect()) for box, number, _ in self._numbers()]

    def paintEvent(self, event: QPaintEvent) -> None:
        looks = self._surface.looks
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(looks.theme.paper))
        painter.setFont(looks.number)
        for box, number, faded in self._numbers():
            painter.setPen(beside(looks, faded=faded))
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, str(number)
            )

    def _numbers(self) -> Iterator[tuple[QRectF, int, bool]]:
        """Where each number stands that is in view, and whether its paragraph is out of focus."""
        scrolled, scene = self._surface.scrolled(), self._surface.scene
        hidden = self._surface.geometry.hidden
        for shown in self._surface.blocks():
            if not shown.length or hidden.behind(shown.start) >= shown.end:
                continue
            faded = scene.fades(shown.start, shown.end)
            if scene.line_starts is None:
                yield self._box(shown, scrolled), shown.number + 1, faded
                continue
            for box, number in self._line_numbers(shown, scene.line_starts, scrolled):
                yield box, number, faded

    def _line_numbers(
        self, shown: ShownBlock, starts: list[int], scrolled: int
    ) -> Iterator[tuple[QRectF, int]]:
        """One beside each line of the page: the line of the text in which it begins.

        Where that has been named, the line that begins on it: so none is left out while the page
        is narrower than the lines.
        """
        to_cp, last = self._surface.positions.to_cp, 0
        for row, line in enumerate(shown.lines):
            begin = to_cp(shown.start_u16 + line.begin)
            end = to_cp(shown.start_u16 + line.stop)
            number = bisect_right(starts, begin)
            if number == last and number < len(starts) and starts[number] < min(end, shown.end):
                number += 1
            if number > last:
                last = number
                yield self._beside(shown, row, scrolled), number

    def mousePressEvent(self, event: QMouseEvent) -> None:
        height = event.position().y() + self._surface.scrolled()
        for shown in self._surface.blocks():
            if event.button() == Qt.MouseButton.LeftButton and height <= shown.bottom:
                self.paragraph_clicked.emit(shown.start, shown.end)
                return

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._surface.wheel(event)

    def _box(self, shown: ShownBlock, scrolled: int) -> QRectF:
        """Beside who speaks, else beside the first line."""
        looks = self._surface.looks
        top = shown.origin.y() - scrolled
        right = self.width() - NUMBER_GAP_PX + PAGE_PAD_PX
        height = QFontMetricsF(looks.number).height()
        if shown.number in self._surface.scene.turns:
            return QRectF(0, top - SPEAKER_LIFT_PX - height, right, height)
        if not shown.lines:
            return QRectF(0, top, right, height)
        return self._beside(shown, 0, scrolled)

    def _beside(self, shown: ShownBlock, row: int, scrolled: int) -> QRectF:
        """On the base line of a line of the paragraph."""
        metrics = QFontMetricsF(self._surface.looks.number)
        height, line = metrics.height(), shown.lines[row]
        base = line.y + min(line.ascent, TALLEST_LINE * height) + metrics.descent()
        right = self.width() - NUMBER_GAP_PX + PAGE_PAD_PX
        return QRectF(0, shown.origin.y() - scrolled + base - height, right, height)
