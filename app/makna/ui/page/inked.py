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
FEWEST_LETTERS = 4
"""Fewer of them beside the count of others say nothing: the name is counted too."""
KEPT = 4_000
"""Names that are remembered before all are forgotten."""


@dataclass(frozen=True, slots=True)
class InkedName:
    """A name as it fits its place, ready to be painted."""

    lines: tuple[QStaticText, ...]
    more: QStaticText | None
    """`+3`, for the names that found no place of their own."""
    end: float
    """Where its last line ends, in pixels."""
    width: float
    """Of all of it, in pixels."""


class Inks:
    """Shapes names for one look of the page."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks
        self._fonts = {strong: _font(looks, strong=strong) for strong in (False, True)}
        self._metrics = {strong: QFontMetricsF(font) for strong, font in self._fonts.items()}
        self._names: dict[tuple[str, int, float, int, bool], InkedName] = {}
        self._widths: dict[str, float] = {}
        self._swatches: dict[tuple[str, float], QPixmap] = {}
        self._rise = {
            strong: metrics.ascent() - metrics.capHeight() / 2
            for strong, metrics in self._metrics.items()
        }

    def font(self, *, strong: bool) -> QFont:
        return self._fonts[strong]

    def is_long(self, name: str, room: float) -> bool:
        """Whether one line of `room` pixels cannot hold it, chosen or not."""
        width = self._widths.get(name)
        if width is None:
            width = self._widths[name] = self._metrics[True].horizontalAdvance(name)
        return width > room

    def name(self, name: str, others: int, room: float, rows: int, *, strong: bool) -> InkedName:
        """The name in at most `rows` lines of `room` pixels, the count of `others` after it."""
        key = name, others, room, rows, strong
        found = self._names.get(key)
        if found is None:
            if len(self._names) >= KEPT:
                self._names.clear()
            found = self._names[key] = self._shape(name, others, room, rows, strong=strong)
        return found

    def line_height(self) -> float:
        """From one line of a name to the next."""
        return self._metrics[False].lineSpacing()

    def _shape(self, name: str, others: int, room: float, rows: int, *, strong: bool) -> InkedName:
        metrics, font = self._metrics[strong], self._fonts[strong]
        more = f" +{others}" if others else ""
        more_width = metrics.horizontalAdvance(more)
        lines = _lines(name, metrics, max(room - more_width, 0), rows)
        if others and len(lines[0]) <= FEWEST_LETTERS and lines[0] != name:
            lines, more = [""], f"+{others + 1}"
            more_width = metrics.horizontalAdvance(more)
        widths = [metrics.horizontalAdvance(line) for line in lines]
        return InkedName(
            tuple(_shaped(line, font) for line in lines),
            _shaped(more, font) if more else None,
            widths[-1],
            max(*widths, widths[-1] + more_width),
        )

    def paint(
        self, painter: QPainter, inked: InkedName, left: float, middle: float, *, strong: bool
    ) -> None:
        """Paint the name from `left` on; its first line's capitals stand around `middle`."""
        theme = self.looks.theme
        top = middle - self._rise[strong]
        painter.setFont(self._fonts[strong])
        painter.setPen(shared_color(theme.ink))
        for number, line in enumerate(inked.lines):
            painter.drawStaticText(QPointF(left, top + number * self.line_height()), line)
        if inked.more is not None:
            painter.setPen(shared_color(theme.dim))
            top += (len(inked.lines) - 1) * self.line_height()
            painter.drawStaticText(QPointF(left + inked.end, top), inked.more)

    def paint_swatch(self, painter: QPainter, color: str, left: float, middle: float) -> None:
        """Paint the code's small coloured square."""
        scale = painter.device().devicePixelRatioF()
        swatch = self._swatches.get((color, scale))
        if swatch is None:
            swatch = self._swatches[color, scale] = _swatch(color, scale)
        painter.drawPixmap(QPointF(left, round(middle - SWATCH_PX / 2)), swatch)


def _lines(name: str, metrics: QFontMetricsF, room: float, rows: int) -> list[str]:
    """The name in one line or, broken between words, in two.

    Without room it loses what stands in brackets at its end, which says the same in another
    language; then its middle: names of one family begin alike, and differ in how they end.
    """
    bare = name[: name.rfind(" (")] if name.endswith(")") and name.rfind(" (") > 0 else ""
    lines = _broken(name, metrics, room, rows)
    for shorter in (f"{bare}…", bare) if bare else ():
        if any(metrics.horizontalAdvance(line) > room for line in lines):
            lines = _broken(shorter, metrics, room, rows)
    return [metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, room) for line in lines]


def _broken(name: str, metrics: QFontMetricsF, room: float, rows: int) -> tuple[str, ...]:
    first, rest = name, ""
    while rows > 1 and rest != name and metrics.horizontalAdvance(first) > room:
        first = first.rpartition(" ")[0]
        rest = name[len(first) :].strip()
    return (first, rest) if first and rest else (name,)


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
