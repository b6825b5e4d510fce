"""Paints rows of trees and lists from the roles that their model answers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen, QPicture
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from makna.ui.theme.fonts import Size, figures, sized
from makna.ui.theme.icons import paint_icon
from makna.ui.theme.sizes import grown
from makna.ui.theme.theme import tokens
from makna.ui.widgets import coverage
from makna.ui.widgets.chips import SWATCH, paint_swatch
from makna.ui.widgets.labels import as_hint
from makna.ui.widgets.roles import Role

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 28
CHEVRON = 12
_GAP = 8
_LEADING_ICON = 16
_MARK = 13


@dataclass(frozen=True)
class RowStyle:
    """Distances in pixels: the first thing from the row's left, the last from its right."""

    left: int = 6
    group_left: int = 12
    right: int = 14
    radius: int = 0
    """Of the corners of a selected row; 0 paints it from edge to edge."""


def ground(option: QStyleOptionViewItem) -> str | None:
    """The colour behind a row that is selected, or under the mouse; None for the others."""
    if _has(option, QStyle.StateFlag.State_Selected):
        return tokens().selected
    return tokens().hover if _has(option, QStyle.StateFlag.State_MouseOver) else None


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, box: QRectF, radius: float = 0
) -> None:
    """What is behind the words of a row: its colour, and a frame where the keys are."""
    color = ground(option)
    if color is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawRoundedRect(box, radius, radius)
    if _shows_focus(option):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens().accent), 1))
        painter.drawRoundedRect(box.adjusted(1.5, 0.5, -1.5, -0.5), 5, 5)


class RowDelegate(QStyledItemDelegate):
    """A row of 28 px: swatch or icon, path, name, key number; at the right marks, count, coverage,
    hint or keys. What a row has is told by `Role`; the name shortens first.

    In a `QTreeView` it also paints the background from edge to edge and the chevron, so the view
    draws no branches of its own (see `RowTree`).
    """

    def __init__(self, parent: QWidget, style: RowStyle | None = None) -> None:
        super().__init__(parent)
        self._style = style or RowStyle()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = max(ROW_HEIGHT, QFontMetrics(option.font).height() + 10)
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_background(painter, option)
        self._paint_chevron(painter, option, index)
        room = self._content_rect(option, index)
        room.setRight(self._paint_right(painter, room, option, index))
        self._paint_left(painter, room, option, index)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The model's tooltip; without one, the name where it was shortened."""
        if index.data(Qt.ItemDataRole.ToolTipRole) is None and self.is_shortened(option, index):
            words = " › ".join(filter(None, (index.data(Role.PATH), index.data(Role.NAME))))
            QToolTip.showText(event.globalPos(), as_hint(words), view)
            return True
        return super().helpEvent(event, view, option, index)

    def is_shortened(self, option: QStyleOptionViewItem, index: Index) -> bool:
        """Whether the row is too narrow for path and name."""
        room = self._content_rect(option, index)
        nowhere = QPicture()
        painter = QPainter(nowhere)
        end = self._paint_right(painter, room, option, index)
        painter.end()
        words = f"{index.data(Role.PATH) or ''}{index.data(Role.NAME)}"
        needed = self._lead_width(index) + QFontMetrics(option.font).horizontalAdvance(words)
        return needed + (24 if index.data(Role.SHORTCUT) else 0) > end - room.left()

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()
        else:
            super().setEditorData(editor, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        room = self._content_rect(option, index)
        start = room.left() + self._lead_width(index) - 9
        editor.setGeometry(start, room.top() + 1, room.right() - start, room.height() - 2)

    def _content_rect(self, option: QStyleOptionViewItem, index: Index) -> QRect:
        style = self._style
        left = style.group_left if index.data(Role.GROUP) else style.left
        return _rect(option).adjusted(left, 0, -style.right, 0)

    def _lead_width(self, index: Index) -> int:
        if index.data(Role.COLOR):
            return SWATCH + _GAP
        return grown(_LEADING_ICON) + _GAP if index.data(Role.ICON) else 0

    def _paint_background(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        box = QRectF(_rect(option))
        view = _tree(option)
        if view is not None:
            box.setLeft(0)
            box.setRight(view.viewport().width())
        paint_ground(painter, option, box, self._style.radius)

    def _paint_chevron(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = _tree(option)
        if view is None or not index.model().hasChildren(index):
            return
        name = "chevron-down" if view.isExpanded(index) else "chevron-right"
        box = chevron_rect(_rect(option), group=bool(index.data(Role.GROUP)))
        paint_icon(painter, QRectF(box), name, tokens().dim)

    def _paint_right(
        self, painter: QPainter, room: QRect, option: QStyleOptionViewItem, index: Index
    ) -> int:
        """Paint what stands at the right; return where the room for the name ends."""
        end = room.right()
        if (share := index.data(Role.COVERAGE)) is not None:
            width = coverage.width(option.widget.width() if option.widget else room.width())
            box = QRectF(end - width, room.top(), width, room.height())
            coverage.paint_coverage(painter, box, float(share))
            end -= width + _GAP
        if (count := index.data(Role.COUNT)) is not None:
            font = figures(sized(Size.SMALL, base=option.font))
            end -= _text_right(painter, room, end, QLocale().toString(int(count)), font) + _GAP
        if keys := index.data(Role.KEYS):
            end -= _badge(painter, end, room, str(keys), option.font, at_right=True) + _GAP
        if hint := index.data(Role.HINT):
            font = sized(Size.SMALL, base=option.font)
            widest = round(room.width() * self._hint_share(option, index, room))
            shown = QFontMetrics(font).elidedText(
                str(hint), Qt.TextElideMode.ElideRight, max(0, widest)
            )
            end -= _text_right(painter, room, end, shown, font) + _GAP
        for role, mark in ((Role.MEMO, "memo"), (Role.STAR, "star-filled")):
            if index.data(role):
                side = grown(_MARK)
                box = QRectF(end - side, room.top(), side, room.height())
                paint_icon(painter, box, mark, tokens().dim)
                end -= side + 5
        return end

    def _hint_share(self, option: QStyleOptionViewItem, index: Index, room: QRect) -> float:
        """How much of the row the hint may take: what the name leaves, at least a third."""
        words = f"{index.data(Role.PATH) or ''}  {index.data(Role.NAME)}"
        needed = QFontMetrics(option.font).horizontalAdvance(words) + self._lead_width(index) + 16
        return max(0.34, 1 - needed / max(1, room.width()))

    def _paint_left(
        self, painter: QPainter, room: QRect, option: QStyleOptionViewItem, index: Index
    ) -> None:
        colors = tokens()
        x, middle = room.left(), room.center().y() + 1
        if color := index.data(Role.COLOR):
            paint_swatch(painter, x, middle, str(color))
        elif picture := index.data(Role.ICON):
            box = QRectF(x, room.top(), grown(_LEADING_ICON), room.height())
            paint_icon(painter, box, str(picture), colors.dim)
        x += self._lead_width(index)
        shortcut = index.data(Role.SHORTCUT)
        font = QFont(option.font)
        if index.data(Role.GROUP):
            font = sized(Size.SMALL, base=font)
        limit = room.right() - (24 if shortcut else 0)
        name = str(index.data(Role.NAME))
        if path := index.data(Role.PATH):
            lead = path_before(str(path), name, QFontMetrics(font), limit - x)
            x += _text(painter, x, limit, room, lead, font, colors.dim)
        x += _text(painter, x, limit, room, name, font, _name_color(index))
        if shortcut:
            _badge(painter, x + _GAP, room, str(shortcut), option.font, at_right=False)


def path_before(path: str, name: str, metrics: QFontMetrics, room: int) -> str:
    """The path as it stands before the name: the name keeps its width, up to three quarters."""
    left = room - metrics.horizontalAdvance(f" › {name}")
    return metrics.elidedText(path, Qt.TextElideMode.ElideRight, max(left, room // 4)) + " › "


def chevron_rect(row: QRect, *, group: bool) -> QRect:
    """Where the chevron of a row is painted, and pressed; `row` begins after the indentation."""
    side = grown(CHEVRON)
    left = row.left() + (-3 if group else -10) - (side - CHEVRON)
    return QRect(left, row.center().y() - side // 2 + 1, side, side)


def _name_color(index: Index) -> str:
    colors = tokens()
    if index.data(Role.ACTION):
        return colors.accent
    return colors.dim if index.data(Role.GROUP) else colors.ink


def _text(
    painter: QPainter, x: int, limit: int, room: QRect, text: str, font: QFont, color: str
) -> int:
    """Paint from `x`, shortened before `limit`; return the width taken."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, limit - x))
    painter.setFont(font)
    painter.setPen(QColor(color))
    box = QRect(x, room.top(), max(0, limit - x) + 2, room.height())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)
    return metrics.horizontalAdvance(shown)


def _text_right(painter: QPainter, room: QRect, end: int, text: str, font: QFont) -> int:
    painter.setFont(font)
    painter.setPen(QColor(tokens().dim))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(QRect(room.left(), room.top(), end - room.left(), room.height()), flags, text)
    return QFontMetrics(font).horizontalAdvance(text)


def _badge(
    painter: QPainter, x: int, room: QRect, text: str, base: QFont, *, at_right: bool
) -> int:
    """Paint a key cap that begins (or, at the right, ends) at `x`; return its width."""
    colors = tokens()
    font = figures(sized(Size.BADGE, base=base))
    metrics = QFontMetrics(font)
    width, height = metrics.horizontalAdvance(text) + 8, max(15, metrics.height() + 2)
    left = x - width if at_right else x
    box = QRectF(left + 0.5, room.center().y() - height // 2 + 1.5, width, height - 1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colors.line), 1))
    painter.drawRoundedRect(box, 3, 3)
    painter.setFont(font)
    painter.setPen(QColor(colors.dim))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    return width


def _shows_focus(option: QStyleOptionViewItem) -> bool:
    """A selected row that was clicked is plain enough; reached by keys it gets a frame."""
    if not _has(option, QStyle.StateFlag.State_HasFocus):
        return False
    by_keys = _has(option, QStyle.StateFlag.State_KeyboardFocusChange)
    return by_keys or not _has(option, QStyle.StateFlag.State_Selected)


def _rect(option: QStyleOptionViewItem) -> QRect:
    return QRect(option.rect)


def _has(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)


def _tree(option: QStyleOptionViewItem) -> QTreeView | None:
    widget = option.widget
    return widget if isinstance(widget, QTreeView) else None
