"""A code's colour in menus: its square, and what it is called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from makna.domain.palette import COLORS
from makna.ui.theme.theme import tokens
from makna.ui.widgets.chips import SWATCH, paint_swatch


def swatch_icon(color: str, *, chosen: bool = False) -> QIcon:
    """A code's square as an icon of a menu, with a ring where it is the one in force.

    A menu shows no tick beside an icon.
    """
    pixmap = QPixmap(SWATCH + 6, SWATCH + 6)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_swatch(painter, 3, pixmap.height() // 2, color)
    if chosen:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().ink), 1.5))
        painter.drawRoundedRect(QRectF(pixmap.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 5, 5)
    painter.end()
    return QIcon(pixmap)


def color_names() -> dict[str, str]:
    """The palette with names, for those who cannot see it."""
    names = (
        QCoreApplication.translate("Words", "Orange"),
        QCoreApplication.translate("Words", "Green"),
        QCoreApplication.translate("Words", "Blue"),
        QCoreApplication.translate("Words", "Purple"),
        QCoreApplication.translate("Words", "Red"),
        QCoreApplication.translate("Words", "Teal"),
        QCoreApplication.translate("Words", "Ochre"),
        QCoreApplication.translate("Words", "Pink"),
        QCoreApplication.translate("Words", "Slate"),
        QCoreApplication.translate("Words", "Olive"),
        QCoreApplication.translate("Words", "Indigo"),
        QCoreApplication.translate("Words", "Brown"),
    )
    return dict(zip(COLORS, names, strict=True))
