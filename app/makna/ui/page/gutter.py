"""Paragraph numbers at the left of the page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from makna.ui.page.build import PAGE_PAD_PX
from makna.ui.page.geometry import ShownBlock
from makna.ui.page.looks import SPEAKER_LIFT_PX
from makna.ui.page.surface import Surface

NUMBER_GAP_PX = 24
"""Between a number and the text."""
TALLEST_LINE = 2.0
"""Beside a taller line, one with a picture, the number stands at its top; in its own heights."""


class Gutter(QWidget):
    """Numbers every paragraph of the text from 1; empty ones count without showing it."""

    paragraph_clicked = Signal(int, int)
    """start, end of the paragraph beside which was clicked."""

    def __init__(self, surface: Surface, parent: QWidget) -> None:
        super().__init__(parent)
        self._surface = surface
        self.setAccessibleName(self.tr("Paragraph numbers"))

    def paintEvent(self, event: QPaintEvent) -> None:
        looks = self._surface.looks
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(looks.theme.paper))
        painter.setFont(looks.number)
        painter.setPen(QColor(looks.theme.faint))
        scrolled = self._surface.scrolled()
        for shown in self._surface.blocks():
            if shown.length:
                painter.drawText(
                    self._box(shown, scrolled),
                    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom,
                    str(shown.number + 1),
                )

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
        line = shown.lines[0] if shown.lines else None
        drop = QFontMetricsF(looks.number).descent()
        if line is None:
            return QRectF(0, top, right, height)
        base = line.y + min(line.ascent, TALLEST_LINE * height) + drop
        return QRectF(0, top + base - height, right, height)
