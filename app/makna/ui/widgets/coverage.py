"""The little bar that says how much of a text is coded."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from makna.ui.theme.theme import tokens
from makna.ui.theme.tokens import mix

WIDTH, NARROW, HEIGHT = 44, 24, 4
NARROW_PANE_PX = 220
"""In a narrower pane the names need the room."""


def width(pane: int) -> int:
    """How wide the bar is in a pane of so many pixels."""
    return NARROW if pane < NARROW_PANE_PX else WIDTH


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
