"""The list of sections: a check each, titles typed in place, order by dragging or by keys."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from makna.ui.desk.key_tree import Index
from makna.ui.desk.key_view import KeyView
from makna.ui.desk.write.section_model import SectionModel
from makna.ui.theme.icons import paint_icon
from makna.ui.theme.theme import tokens
from makna.ui.widgets.delegates import RowDelegate
from makna.ui.widgets.roles import Role

CHECK = 14
_GAP = 8


class SectionDelegate(RowDelegate):
    """A row with a check before its title; what is left out steps back."""

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A click on the check; Space is Qt's own."""
        if isinstance(event, QMouseEvent):
            inside = self.check_rect(option, index).adjusted(-3, -5, 4, 5)
            hit = inside.contains(event.position().toPoint())
            if hit and event.type() == QEvent.Type.MouseButtonRelease:
                self._toggle(model, index)
            return hit and bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        return super().editorEvent(event, model, option, index)

    def check_rect(self, option: QStyleOptionViewItem, index: Index) -> QRect:
        room = self._content_rect(option, index)
        return QRect(room.left(), room.center().y() - CHECK // 2 + 1, CHECK, CHECK)

    def _toggle(self, model: QAbstractItemModel, index: Index) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            left_out = index.data(Qt.ItemDataRole.CheckStateRole) != Qt.CheckState.Checked
            wanted = Qt.CheckState.Checked if left_out else Qt.CheckState.Unchecked
            model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)

    def _lead_width(self, index: Index) -> int:
        return CHECK + _GAP

    def _paint_left(
        self, painter: QPainter, room: QRect, option: QStyleOptionViewItem, index: Index
    ) -> None:
        colors = tokens()
        model = index.model()
        outside = isinstance(model, SectionModel) and model.is_outside(index)
        self._paint_check(painter, self.check_rect(option, index), index, outside)
        font = QFont(option.font)
        if not index.parent().isValid() and not outside:
            font.setWeight(QFont.Weight.DemiBold)
        left = room.left() + CHECK + _GAP
        box = QRect(left, room.top(), max(0, room.right() - left), room.height())
        shown = QFontMetrics(font).elidedText(
            str(index.data(Role.NAME)), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.setFont(font)
        painter.setPen(QColor(colors.dim if outside else colors.ink))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_check(self, painter: QPainter, box: QRect, index: Index, outside: bool) -> None:
        colors = tokens()
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        filled = checked and not outside
        painter.setPen(QPen(QColor(colors.accent if filled else colors.faint), 1))
        painter.setBrush(QColor(colors.accent if filled else colors.paper))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if checked:
            color = colors.on_accent if filled else colors.faint
            paint_icon(painter, QRectF(box).adjusted(2, 2, -2, -2), "check", color)


class SectionTree(KeyView):
    """Sections. Alt and an arrow move one among its siblings; F2 types its title."""

    shift_wanted = Signal(int, int)
    """(code, -1 or 1)"""

    def __init__(self, model: SectionModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setItemDelegate(SectionDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setDragEnabled(model.writable)
        self.setAcceptDrops(model.writable)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A list that grew shows its beginning again where the chosen row is seen with it."""
        super().resizeEvent(event)
        bar, box = self.verticalScrollBar(), self.visualRect(self.currentIndex())
        if box.bottom() + bar.value() < self.viewport().height():
            bar.setValue(0)

    def event(self, event: QEvent) -> bool:
        # In the list Alt and an arrow move a section, not to another passage.
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and _shift(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by, key = _shift(event), self.current_key()
        if by and key is not None:
            self.shift_wanted.emit(key, by)
        else:
            super().keyPressEvent(event)


def _shift(event: QKeyEvent) -> int:
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if plain != Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
