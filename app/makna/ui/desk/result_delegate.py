"""Paints results: a hit in the middle of its words, a passage with its codes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from makna.domain.model import Passage
from makna.ui.desk.result_model import Index, ResultModel, ResultRole
from makna.ui.desk.result_query import ResultRow
from makna.ui.desk.thumbnails import Thumbnails
from makna.ui.theme.fonts import Size, figures, sized
from makna.ui.theme.icons import paint_icon
from makna.ui.theme.theme import tokens
from makna.ui.widgets.chips import SWATCH, paint_swatch
from makna.ui.widgets.delegates import paint_ground

LEFT, RIGHT = 30, 14
_CLOSING = tuple(",.;:!?)”’…")
_BREAKS = re.compile(r"\s+")
_PLACE = 52
"""Pixels for the paragraph's number."""
THUMBNAIL_PX = 240
"""The longer side of the picture of a rectangle."""
_LINE_CHARACTERS = 400
"""More than any line holds."""
_NAME = 190
"""Pixels for the source's name where there are no headings."""


@dataclass
class Look:
    """How rows are shown now."""

    hits: bool = True
    named: bool = False
    """Each row names its source, because no heading does."""
    lines: int = 2
    """Lines of a passage's text."""


class ResultDelegate(QStyledItemDelegate):
    """One line for a hit; for a passage its text in up to `look.lines` and one about it."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.look = Look()
        self.thumbnails: Thumbnails | None = None
        """Makes the pictures of rectangles; None: an icon stands for them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.height(index, option.font, option.rect.width()))

    def height(self, index: Index, font: QFont, width: int) -> int:
        """Pixels that a row needs in a list so wide; reads it when it is a passage."""
        model = index.model()
        if self.look.hits or (isinstance(model, ResultModel) and model.is_heading(index.row())):
            return self.heading_height(font)
        row = index.data(ResultRole.ROW)
        return _lines_high(font, _lines_needed(row, font, width - LEFT - RIGHT, self.look.lines))

    def heading_height(self, font: QFont) -> int:
        """Pixels that a heading needs, and a hit."""
        return _one_line(font)

    def usual_height(self, font: QFont) -> int:
        """Pixels that a row needs at most."""
        return _one_line(font) if self.look.hits else _lines_high(font, self.look.lines)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(option.rect)
        paint_ground(painter, option, QRectF(box))
        row = index.data(ResultRole.ROW)
        if isinstance(row, ResultRow):
            if self.look.hits:
                self._hit(painter, box, option.font, row)
            else:
                self._passage(painter, box, option.font, row)
        elif index.data(ResultRole.SECTION) is not None:
            self._heading(painter, box, option.font, index)
        painter.restore()

    def _heading(self, painter: QPainter, box: QRect, font: QFont, index: Index) -> None:
        colors, section, model = tokens(), index.data(ResultRole.SECTION), index.model()
        small = sized(Size.SMALL, base=font)
        row = QRect(box.left(), box.bottom() - 27, box.width(), 28)
        folded = isinstance(model, ResultModel) and model.is_folded(index.row())
        chevron = QRectF(row.left() + 10, row.center().y() - 5, 12, 12)
        paint_icon(painter, chevron, "chevron-right" if folded else "chevron-down", colors.dim)
        left = row.left() + LEFT
        if section.color:
            paint_swatch(painter, left, row.center().y() + 1, section.color)
            left += SWATCH + 8
        painter.setFont(figures(small))
        painter.setPen(QColor(colors.dim))
        count = QLocale().toString(len(section.keys))
        end = row.right() - RIGHT
        _line(painter, QRect(left, row.top(), end - left, row.height()), count, right=True)
        end -= painter.fontMetrics().horizontalAdvance(count) + 10
        painter.setFont(small)
        _line(painter, QRect(left, row.top(), end - left, row.height()), section.title)

    def _hit(self, painter: QPainter, box: QRect, font: QFont, row: ResultRow) -> None:
        colors = tokens()
        left, end = box.left() + LEFT, box.right() - RIGHT
        painter.setPen(QColor(colors.dim))
        painter.setFont(sized(Size.SMALL, base=font))
        if self.look.named:
            width = min(_NAME, (end - left) // 4)
            _line(painter, QRect(left, box.top(), width, box.height()), row.name)
            left += width + 10
        if row.paragraph:
            painter.setFont(figures(sized(Size.SMALL, base=font)))
            place = QRect(left, box.top(), _PLACE - 8, box.height())
            _line(painter, place, f"¶ {row.paragraph}")
        left += _PLACE
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        said = _flat(row.text)
        # Hits stand below each other, so that the eye can run down them.
        middle = left + (end - left) * 2 // 5
        words = min(QFontMetrics(bold).horizontalAdvance(said), end - middle)
        painter.setFont(font)
        before = QRect(left, box.top(), middle - left, box.height())
        _line(painter, before, _flat(row.before), right=True, mode=Qt.TextElideMode.ElideLeft)
        after = QRect(middle + words, box.top(), end - middle - words, box.height())
        _line(painter, after, _flat(row.after))
        painter.setFont(bold)
        painter.setPen(QColor(colors.ink))
        _line(painter, QRect(middle, box.top(), words + 1, box.height()), said)

    def _passage(self, painter: QPainter, box: QRect, font: QFont, row: ResultRow) -> None:
        line = QFontMetrics(font).height()
        room = box.adjusted(LEFT, 8, -RIGHT, -8)
        text = QRectF(room.left(), room.top(), room.width(), line * self.look.lines)
        if row.rectangle is not None:
            text.setLeft(self._picture(painter, text, line, row.rectangle))
        _paint_text(painter, text, font, row, self.look.lines)
        self._about(
            painter, QRect(room.left(), room.bottom() - line, room.width(), line), font, row
        )

    def _picture(self, painter: QPainter, room: QRectF, line: int, rectangle: Passage) -> float:
        """A small picture of a rectangle, as high as the text; returns where the words begin."""
        picture = self.thumbnails.of(rectangle, THUMBNAIL_PX) if self.thumbnails else None
        if picture is None:
            place = QRectF(room.left(), room.top() + (line - 14) / 2, 14, 14)
            paint_icon(painter, place, "picture", tokens().dim)
            return place.right() + 8
        most = QSizeF(min(room.height() * 2, room.width() / 3), room.height())
        shown = QRectF(room.topLeft(), QSizeF(picture.size()))
        if shown.width() > most.width() or shown.height() > most.height():
            shown.setSize(shown.size().scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(shown, picture, QRectF(picture.rect()))
        painter.setPen(QColor(tokens().line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(shown)
        return shown.right() + 10

    def _about(self, painter: QPainter, line: QRect, font: QFont, row: ResultRow) -> None:
        colors = tokens()
        small = sized(Size.SMALL, base=font)
        metrics, x = QFontMetrics(small), line.left()
        painter.setFont(figures(small))
        painter.setPen(QColor(colors.dim))
        words = [row.name] if self.look.named else []
        words += [f"¶ {row.paragraph}"] if row.paragraph else []
        words += [row.speaker] if row.speaker else []
        shown = " · ".join(words)
        _line(painter, QRect(x, line.top(), line.width(), line.height()), shown)
        x += min(line.width(), metrics.horizontalAdvance(shown)) + 16
        for name, color in row.codes:
            room = line.right() - x - SWATCH - 6
            if room < 30:
                break
            paint_swatch(painter, x, line.center().y() + 1, color)
            x += SWATCH + 6
            _line(painter, QRect(x, line.top(), line.right() - x, line.height()), name)
            x += metrics.horizontalAdvance(name) + 14
        for shown_mark, mark in ((row.star, "star-filled"), (row.has_memo, "memo")):
            if shown_mark and x + 14 < line.right():
                paint_icon(painter, QRectF(x, line.top(), 13, line.height()), mark, colors.dim)
                x += 18


def _one_line(font: QFont) -> int:
    return max(28, QFontMetrics(font).height() + 11)


def _lines_high(font: QFont, lines: int) -> int:
    """So many lines of text, the line about it, and the space around them."""
    return QFontMetrics(font).height() * (lines + 1) + 20


def _paint_text(
    painter: QPainter, room: QRectF, font: QFont, row: ResultRow, most_lines: int
) -> None:
    """The passage in ink, the words around it dim, the last line shortened."""
    layout, lines, whole = _laid_out(row, font, room.width(), most_lines)
    painter.setPen(QColor(tokens().ink))
    layout.draw(painter, room.topLeft())
    if not whole and lines:
        last = layout.lineAt(lines - 1)
        _fade(painter, room, last, font)


def _lines_needed(row: object, font: QFont, width: int, most_lines: int) -> int:
    if not isinstance(row, ResultRow):
        return 1
    if row.rectangle is not None:
        return most_lines
    # Laying out takes ten times as long as measuring, and a list asks for hundreds of rows.
    room = max(60, width)
    shown = "".join(_parts(row))[: most_lines * _LINE_CHARACTERS]
    length = QFontMetrics(font).horizontalAdvance(shown)
    if length < room:
        return 1
    if length > room * (most_lines - 1):
        return most_lines
    return max(1, _laid_out(row, font, room, most_lines)[1])


def _laid_out(
    row: ResultRow, font: QFont, width: float, most_lines: int
) -> tuple[QTextLayout, int, bool]:
    """The text in lines, how many there are, and whether that is all of it."""
    before, said, after = _parts(row)
    whole = before + said + after
    # Laying out pages of text for three lines of it would be felt while scrolling.
    shown = whole[: most_lines * _LINE_CHARACTERS]
    layout = QTextLayout(shown, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.setFormats(_dim_formats(_u16(before), _u16(said), _u16(after)))
    top, lines, end = 0.0, 0, 0
    layout.beginLayout()
    while lines < most_lines and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
        end = line.textStart() + line.textLength()
        lines += 1
    layout.endLayout()
    return layout, lines, end >= _u16(whole)


def _parts(row: ResultRow) -> tuple[str, str, str]:
    """The words before, the passage, the words after, as one reads them on."""
    after = _flat(row.after)
    gap = "" if after[:1] in _CLOSING else " "
    before = f"… {_flat(row.before)} " if row.before else ""
    return before, _flat(row.text), f"{gap}{after} …" if after else ""


def _fade(painter: QPainter, room: QRectF, last: QTextLine, font: QFont) -> None:
    """An ellipsis where the text goes on: after its last word, in the margin if that is full."""
    width = QFontMetrics(font).horizontalAdvance(" …") + 2
    painter.setFont(font)
    painter.setPen(QColor(tokens().dim))
    left = min(room.left() + last.naturalTextWidth() + 2, room.right() + RIGHT - width)
    box = QRectF(left, room.top() + last.y(), width, last.height())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), "…")


def _dim_formats(before: int, said: int, after: int) -> Sequence[QTextLayout.FormatRange]:
    found = []
    for start, length in ((0, before), (before + said, after)):
        if length:
            part = QTextLayout.FormatRange()
            part.start, part.length = start, length
            part.format = QTextCharFormat()
            part.format.setForeground(QColor(tokens().dim))
            found.append(part)
    return found


def _u16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _flat(text: str) -> str:
    """Without breaks: a result is read in lines of its own. Spaces at its ends stay."""
    return _BREAKS.sub(" ", text)


def _line(
    painter: QPainter,
    box: QRect,
    text: str,
    *,
    right: bool = False,
    mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    shown = painter.fontMetrics().elidedText(text, mode, max(0, box.width()))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | side), shown)
