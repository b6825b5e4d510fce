"""A tree over a `KeyTreeModel` that keeps what is selected and unfolded through every change."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QDrag, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from makna.ui.desk.key_tree import KeyTreeModel
from makna.ui.widgets.drag_chip import BESIDE, drag_chip
from makna.ui.widgets.roles import Role
from makna.ui.widgets.row_tree import RowTree


class KeyView(RowTree):
    """Rows of keys. Everything is unfolded unless the user folded it."""

    chosen = Signal(list)
    """(keys): what is selected now, in the order of the rows."""
    picked = Signal()
    """The user selected something else, by mouse or keys; `chosen` follows."""
    delete_pressed = Signal()
    folded = Signal()
    """The user folded or unfolded a row: `folded_keys` has changed."""
    hovered = Signal(object)
    """(key or None): the row under the mouse."""

    def __init__(self, model: KeyTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.folded_keys: set[Hashable] = set()
        self.unfolds_all = False
        """While a filter is on, what it found must be seen."""
        self._wanted: list[Hashable] = []
        self._current: Hashable | None = None
        self._restoring = False
        self._pointed: Hashable | None = None
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setExpandsOnDoubleClick(False)
        # Before the view's own answers: those move the cursor off rows that go.
        model.rowsAboutToBeRemoved.connect(self._hold)
        model.rowsAboutToBeInserted.connect(self._hold)
        model.modelAboutToBeReset.connect(self._hold)
        self.setModel(model)
        model.rearranged.connect(self.restore)
        self.selectionModel().selectionChanged.connect(lambda *_: self._note_selection())
        self.expanded.connect(lambda index: self._fold(index, folded=False))
        self.collapsed.connect(lambda index: self._fold(index, folded=True))
        self.entered.connect(lambda index: self._point(self.rows.key_at(index)))
        self.viewportEntered.connect(lambda: self._point(None))

    def chosen_keys(self) -> list[Any]:
        """The selected keys in the order of the rows."""
        return self.rows.in_order(self._wanted)

    def choose(self, keys: Sequence[Hashable]) -> None:
        """Select these and no others, the first one current and in sight."""
        self._wanted = list(keys)
        self._current = keys[0] if keys else None
        for key in keys:
            self._unfold_above(key)
        self._select()
        if keys:
            self.scrollTo(self.rows.index_of(keys[0]))
        self.chosen.emit(self.chosen_keys())

    def current_key(self) -> Any:
        """The key under the keyboard's cursor, or None."""
        return self.rows.key_at(self.currentIndex())

    def expect_filtered(self, on: bool) -> None:
        """A filter is about to change most rows: while it is on, what it found is unfolded.

        It is painted in a turn of its own: laying out a thousand rows and painting those in view
        take a frame together.
        """
        self.unfolds_all = on
        self.setUpdatesEnabled(False)
        QTimer.singleShot(0, self, lambda: self.setUpdatesEnabled(True))

    def unfold(self, key: Hashable | None) -> None:
        if key in self.folded_keys:
            self.setExpanded(self.rows.index_of(key), True)

    def restore(self) -> None:
        """Unfold and select what was so before rows came, went or moved."""
        place = self.verticalScrollBar().value()
        self._restoring = True
        for key in self.rows.parents():
            unfolded = self.unfolds_all or key not in self.folded_keys
            self.setExpanded(self.rows.index_of(key), unfolded)
        self._restoring = False
        self._keep_what_is_left()
        self._select()
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(place)
        self.chosen.emit(self.chosen_keys())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() == Qt.Key.Key_Delete and not editing:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Qt would hang a picture of the whole row on the mouse, over what is aimed at."""
        drag = self.dragged()
        if drag is not None:
            drag.exec(actions, self.defaultDropAction())

    def dragged(self) -> QDrag | None:
        """The selected rows on their way, as far as they can be dragged."""
        rows = self.selectionModel().selectedRows()
        rows = [index for index in rows if index.flags() & Qt.ItemFlag.ItemIsDragEnabled]
        if not rows:
            return None
        names = [str(index.data(Role.NAME)) for index in rows]
        drag = QDrag(self)
        drag.setMimeData(self.rows.mimeData(rows))
        drag.setPixmap(drag_chip(names, self))
        drag.setHotSpot(BESIDE)
        return drag

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._point(None)
        return super().viewportEvent(event)

    def _hold(self) -> None:
        self._restoring = True

    def _keep_what_is_left(self) -> None:
        """Of a selection that vanished, the row to which Qt moved its cursor remains."""
        self._wanted = [self.rows.heir(key) for key in self._wanted]
        self._current = None if self._current is None else self.rows.heir(self._current)
        left = [key for key in self._wanted if self.rows.index_of(key).isValid()]
        if self._wanted and not left and not self.unfolds_all:
            neighbour = self.current_key()
            left = [neighbour] if neighbour is not None and self._selectable(neighbour) else []
        if left or not self.unfolds_all:
            self._wanted = left
        if self._current not in self._wanted:
            self._current = self._wanted[0] if self._wanted else None

    def _select(self) -> None:
        self._restoring = True
        selection, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        selection.clearSelection()
        current = self.rows.index_of(self._current)
        if current.isValid():
            selection.setCurrentIndex(current, flag.NoUpdate)
        for key in self._wanted:
            index = self.rows.index_of(key)
            if index.isValid():
                selection.select(index, flag.Select)
        self._restoring = False

    def _note_selection(self) -> None:
        if self._restoring:
            return
        rows = self.selectionModel().selectedRows()
        self._wanted = self.rows.in_order(self.rows.key_at(index) for index in rows)
        self._current = self.current_key()
        self.picked.emit()
        self.chosen.emit(list(self._wanted))

    def _selectable(self, key: Hashable) -> bool:
        return bool(self.rows.index_of(key).flags() & Qt.ItemFlag.ItemIsSelectable)

    def _unfold_above(self, key: Hashable) -> None:
        above = self.rows.above(key)
        while above is not None:
            self.setExpanded(self.rows.index_of(above), True)
            above = self.rows.above(above)

    def _fold(self, index: QModelIndex, *, folded: bool) -> None:
        if self._restoring or self.unfolds_all:
            return
        key = self.rows.key_at(index)
        (self.folded_keys.add if folded else self.folded_keys.discard)(key)
        self.folded.emit()

    def _point(self, key: Hashable | None) -> None:
        if key != self._pointed:
            self._pointed = key
            self.hovered.emit(key)
