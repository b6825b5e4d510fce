"""What hangs on the mouse while rows are dragged: small, and beside the place that is aimed at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from makna.ui.theme.fonts import Size, sized
from makna.ui.theme.theme import tokens

BESIDE = QPoint(-14, -10)
"""From the corner of the chip to the mouse: it never covers the row under the mouse."""
WIDEST_PX = 300
_PAD = 9


def drag_chip(names: Sequence[str], widget: QWidget) -> QPixmap:
    """The names that are dragged; crisp on the screen of the widget."""
    font = sized(Size.BASE)
    metrics = QFontMetrics(font)
    listed = names[0] if len(names) == 1 else f"{names[0]} +{len(names) - 1}" if names else ""
    words = metrics.elidedText(listed, Qt.TextElideMode.ElideRight, WIDEST_PX)
    width, height = metrics.horizontalAdvance(words) + 2 * _PAD, metrics.height() + _PAD
    ratio = widget.devicePixelRatioF()
    chip = QPixmap(QSize(width, height) * ratio)
    chip.setDevicePixelRatio(ratio)
    chip.fill(QColor(Qt.GlobalColor.transparent))
    colors = tokens()
    with QPainter(chip) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colors.accent), 1))
        painter.setBrush(QColor(colors.paper))
        painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), 6, 6)
        painter.setFont(font)
        painter.setPen(QColor(colors.ink))
        painter.drawText(_PAD, _PAD // 2 + metrics.ascent(), words)
    return chip
