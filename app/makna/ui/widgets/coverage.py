"""The little bar that says how much of a text is coded."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from makna.ui.theme.theme import tokens
from makna.ui.theme.tokens import mix

WIDTH, HEIGHT = 44, 4


def paint_coverage(painter: QPainter, rect: QRectF, share: float) -> None:
    """Paint a bar 4 px high in the vertical middle of `rect`; `share` 0–1."""
    colors = tokens()
    bar = QRectF(rect.x(), rect.center().y() - HEIGHT / 2, rect.width(), HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.line))
    painter.drawRoundedRect(bar, 2, 2)
    share = max(0.0, min(1.0, share))
    if share > 0:
        bar.setWidth(max(2.0, bar.width() * share))
        painter.setBrush(QColor(mix(colors.accent, colors.panel, 0.75)))
        painter.drawRoundedRect(bar, 2, 2)
    painter.restore()


class CoverageBar(QWidget):
    """The bar as a widget."""

    def __init__(self, share: float = 0.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_share(share)

    def set_share(self, share: float) -> None:
        """`share` 0–1."""
        self._share = share
        self.setAccessibleName(self.tr("{share} % coded").format(share=round(share * 100)))
        self.setToolTip(self.accessibleName())
        self.update()

    def share(self) -> float:
        return self._share

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_coverage(QPainter(self), QRectF(self.rect()), self._share)
