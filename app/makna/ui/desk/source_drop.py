"""Files that are dragged in from the desktop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from makna.ui.theme.theme import tokens


def dropped_paths(data: QMimeData) -> list[Path]:
    """The files and folders on this computer that are dragged; empty when there are none."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class DropVeil(QWidget):
    """Lies over a pane while files hover over it, and says what dropping them does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_words(self, words: str) -> None:
        self._words = words

    def spread(self) -> None:
        """Cover the whole pane."""
        pane = self.parentWidget()
        if pane is not None:
            self.setGeometry(pane.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(colors.selected)
        veil.setAlpha(225)
        painter.setBrush(veil)
        painter.setPen(QPen(QColor(colors.accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(8, 8, -8, -8), 8, 8)
        painter.setPen(QColor(colors.ink))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._words)
