"""A tree without lines: chevrons, rows of 28 px, a dim sentence when it is empty."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QTreeView, QWidget

from makna.ui.theme.theme import tokens
from makna.ui.widgets.delegates import RowDelegate, chevron_rect
from makna.ui.widgets.roles import Role

INDENT = 14
DROP_PX = 2
"""Strength of the mark where something would be dropped."""


class RowTree(QTreeView):
    """Shows any model that answers `Role`, through a `RowDelegate`.

    A click on a chevron folds; on a heading that can't be selected the whole row does. Enter
    activates on every platform.
    """

    row_entered = Signal(QModelIndex)
    """Enter was pressed on this row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placeholder = ""
        self._dropping_at: QPoint | None = None
        """Where something is held that would be dropped."""
        self._dressed = QTimer(self, singleShot=True, interval=0)
        self._dressed.timeout.connect(self.doItemsLayout)
        self.setHeaderHidden(True)
        self.setIndentation(INDENT)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setItemDelegate(RowDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)

    def set_placeholder(self, sentence: str) -> None:
        """What is said in the middle while there are no rows."""
        self._placeholder = sentence
        self.viewport().update()

    def placeholder(self) -> str:
        return self._placeholder

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Nothing: the delegate paints the chevron over the row's background."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self._folds(index, event):
            self.setExpanded(index, not self.isExpanded(index))
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self._folds(index, event):
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def event(self, event: QEvent) -> bool:
        # Renaming is meant where a row can be renamed, not what the window does with the same key.
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._renames(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.StyleChange:
            # A new theme comes in a dozen of these, and the view would lay out all rows at each.
            self._dressed.start()
            return QAbstractScrollArea.event(self, event)
        return super().event(event)

    def _renames(self, event: QKeyEvent) -> bool:
        plain = event.key() == Qt.Key.Key_F2 and not event.modifiers()
        by_key = self.editTriggers() & QAbstractItemView.EditTrigger.EditKeyPressed
        editable = self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable
        return bool(plain and by_key and editable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        editing = self.state() == QAbstractItemView.State.EditingState
        if enter and not editing and self.currentIndex().isValid():
            self.row_entered.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._dropping_at = event.position().toPoint() if event.isAccepted() else None

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._dropping_at = None
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._dropping_at = None
        super().dropEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        dropping = self.showDropIndicator() and self.state() == self.State.DraggingState
        if dropping:
            # Qt would draw a black frame; its own place is kept, ours is drawn there.
            self.setDropIndicatorShown(False)
        super().paintEvent(event)
        if dropping:
            self.setDropIndicatorShown(True)
            self._paint_drop()
        model = self.model()
        if self._placeholder and (model is None or model.rowCount(self.rootIndex()) == 0):
            painter = QPainter(self.viewport())
            painter.setPen(QColor(tokens().dim))
            room = self.viewport().rect().adjusted(16, 16, -16, -16)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self._placeholder)

    def _paint_drop(self) -> None:
        """A line where it would come between two rows, a ring around the row that would take it."""
        at = self._dropping_at
        row = self.visualRect(self.indexAt(at)) if at is not None else QRect()
        if not row.isValid():
            return
        place, where = self.dropIndicatorPosition(), QAbstractItemView.DropIndicatorPosition
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens().accent), DROP_PX))
            if place == where.OnItem:
                painter.drawRoundedRect(row.adjusted(1, 1, -2, -2), 4, 4)
            elif place != where.OnViewport:
                y = row.top() if place == where.AboveItem else row.bottom() + 1
                y = max(y, DROP_PX // 2)
                painter.drawLine(row.left(), y, row.right(), y)

    def _folds(self, index: QModelIndex, event: QMouseEvent) -> bool:
        if not index.isValid() or not self.model().hasChildren(index):
            return False
        if not index.flags() & Qt.ItemFlag.ItemIsSelectable:
            return True
        box = chevron_rect(self.visualRect(index), group=bool(index.data(Role.GROUP)))
        return box.adjusted(-4, -6, 3, 6).contains(event.position().toPoint())
