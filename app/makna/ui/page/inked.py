"""Names of the margin, shaped once and painted many times.

A dense page has more than a hundred names in view, and every one is painted again whenever a code
is put on: shaping its letters and measuring where to cut it costs far more than painting it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPixmap,
    QStaticText,
)

from makna.ui.page.looks import Looks
from makna.ui.page.painting import shared_color

SWATCH_PX = 6.0
SWATCH_RADIUS_PX = 2.0
KEPT = 4_000
"""Names that are remembered before all are forgotten."""


@dataclass(frozen=True, slots=True)
class InkedName:
    """A name as it fits its place, ready to be painted."""

    words: QStaticText
    more: QStaticText | None
    """`+3`, for the names that found no place of their own."""
    words_width: float
    width: float
    """Of both, in pixels."""


class Inks:
    """Shapes names for one look of the page."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks
        self._fonts = {strong: _font(looks, strong=strong) for strong in (False, True)}
        self._metrics = {strong: QFontMetricsF(font) for strong, font in self._fonts.items()}
        self._names: dict[tuple[str, int, float, bool], InkedName] = {}
        self._swatches: dict[tuple[str, float], QPixmap] = {}
        self._rise = {
            strong: metrics.ascent() - metrics.capHeight() / 2
            for strong, metrics in self._metrics.items()
        }

    def font(self, *, strong: bool) -> QFont:
        return self._fonts[strong]

    def name(self, name: str, others: int, room: float, *, strong: bool) -> InkedName:
        """The name shortened to `room` pixels, with the count of `others` after it."""
        key = name, others, room, strong
        found = self._names.get(key)
        if found is None:
            if len(self._names) >= KEPT:
                self._names.clear()
            found = self._names[key] = self._shape(name, others, room, strong=strong)
        return found

    def _shape(self, name: str, others: int, room: float, *, strong: bool) -> InkedName:
        metrics, font = self._metrics[strong], self._fonts[strong]
        more = f" +{others}" if others else ""
        more_width = metrics.horizontalAdvance(more)
        words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(room - more_width, 0))
        width = metrics.horizontalAdvance(words)
        return InkedName(
            _shaped(words, font),
            _shaped(more, font) if more else None,
            width,
            width + more_width,
        )

    def paint(
        self, painter: QPainter, inked: InkedName, left: float, middle: float, *, strong: bool
    ) -> None:
        """Paint the name from `left` on; its capitals stand around `middle`."""
        theme = self.looks.theme
        at = QPointF(left, middle - self._rise[strong])
        painter.setFont(self._fonts[strong])
        painter.setPen(shared_color(theme.ink))
        painter.drawStaticText(at, inked.words)
        if inked.more is not None:
            painter.setPen(shared_color(theme.dim))
            painter.drawStaticText(QPointF(left + inked.words_width, at.y()), inked.more)

    def paint_swatch(self, painter: QPainter, color: str, left: float, middle: float) -> None:
        """Paint the code's small coloured square."""
        scale = painter.device().devicePixelRatioF()
        swatch = self._swatches.get((color, scale))
        if swatch is None:
            swatch = self._swatches[color, scale] = _swatch(color, scale)
        painter.drawPixmap(QPointF(left, round(middle - SWATCH_PX / 2)), swatch)


def _font(looks: Looks, *, strong: bool) -> QFont:
    font = QFont(looks.label)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


def _shaped(words: str, font: QFont) -> QStaticText:
    text = QStaticText(words)
    # What the researcher typed is text: a name like `<b>` is no markup.
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.prepare(font=font)
    return text


def _swatch(color: str, scale: float) -> QPixmap:
    side = round(SWATCH_PX * scale)
    pixmap = QPixmap(side, side)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(QColor(Qt.GlobalColor.transparent))
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shared_color(color))
        painter.drawRoundedRect(
            QRectF(0, 0, SWATCH_PX, SWATCH_PX), SWATCH_RADIUS_PX, SWATCH_RADIUS_PX
        )
    return pixmap
