"""The list of results: going through it goes through the texts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QWidget

from makna.domain.model import CodeId
from makna.ui.desk.result_look import ResultDelegate
from makna.ui.desk.result_model import ResultModel

UNIFORM_FROM = 400
"""Rows from which on all get one height, unread: so that a hundred thousand open at once."""
Chosen = tuple[int, CodeId | None]
_KEPT_CHOSEN = 1_000
_SELECTING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class ResultList(QListView):
    """Clicking a row, or reaching it with Up and Down, visits it; with Shift or Ctrl they select.

    A click on a heading folds it, as do Left and Right from any of its rows.
    """

    visited = Signal(QModelIndex)
    """The user came to this row."""
    entered_row = Signal(QModelIndex)
    """Enter: the user wants to be there."""
    left = Signal()
    """Esc"""
    delete_pressed = Signal()

    def __init__(self, model: ResultModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results = model
        self.look_delegate = ResultDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self.look_delegate)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        model.modelAboutToBeReset.connect(self._choose_heights)
        model.modelReset.connect(self._choose_heights)

    def chosen(self) -> list[Chosen]:
        """The selected rows in order: the key, and the code of the heading."""
        return self.results.chosen(self.selectionModel().selection())

    def here(self) -> Chosen | None:
        """The current row."""
        row = self.currentIndex().row()
        key = self.results.key(row)
        return None if key is None else (key, self.results.section(row).code)

    def mark_first(self) -> None:
        """The first row is current, so that Down goes through the results; nothing is visited."""
        for row in range(min(self.results.rowCount(), 2)):
            if self.results.key(row) is not None:
                self.setCurrentIndex(self.results.index(row))
                self.scrollToTop()
                break

    def restore(self, kept: Sequence[Chosen], here: Chosen | None) -> None:
        """Choose again what was chosen before the list was made anew, as far as it is there."""
        selection = self.selectionModel()
        if here is not None and (row := self.results.row_of(*here)) is not None:
            flag = selection.SelectionFlag.NoUpdate
            selection.setCurrentIndex(self.results.index(row), flag)
            self.scrollTo(self.results.index(row))
        for key, code in kept[:_KEPT_CHOSEN]:
            if (row := self.results.row_of(key, code)) is not None:
                selection.select(self.results.index(row), selection.SelectionFlag.Select)

    def step(self, by: int) -> bool:
        """Make the next row current that is no heading, around the end; False without any."""
        count, row = self.results.rowCount(), self.currentIndex().row()
        for _ in range(count):
            row = (row + by) % count
            if self.results.key(row) is not None:
                self.setCurrentIndex(self.results.index(row))
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, before = event.key(), self.currentIndex().row()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.entered_row.emit(self.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._fold_by_key(key):
            event.accept()
        else:
            super().keyPressEvent(event)
            self._over_heading(key)
            if self.currentIndex().row() != before and not event.modifiers() & _SELECTING:
                self._visit(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.results.is_heading(index.row()):
            self.results.fold(index.row())
            event.accept()
            return
        super().mousePressEvent(event)
        plain = not event.modifiers() & _SELECTING
        if index.isValid() and plain and event.button() == Qt.MouseButton.LeftButton:
            self._visit(index)

    def _visit(self, index: QModelIndex) -> None:
        if index.isValid() and self.results.key(index.row()) is not None:
            self.visited.emit(index)

    def _over_heading(self, key: int) -> None:
        """Headings are passed over."""
        row = self.currentIndex().row()
        if row < 0 or not self.results.is_heading(row):
            return
        step = -1 if key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp) else 1
        for other in (row + step, row - step):
            if self.results.key(other) is not None:
                self.setCurrentIndex(self.results.index(other))
                return

    def _fold_by_key(self, key: int) -> bool:
        """Left folds the section of the current row, Right unfolds it."""
        row = self.currentIndex().row()
        while row >= 0 and not self.results.is_heading(row):
            row -= 1
        if row < 0 or self.results.is_folded(row) == (key == Qt.Key.Key_Left):
            return row >= 0
        self.results.fold(row)
        self.setCurrentIndex(self.results.index(row))
        return True

    def _choose_heights(self) -> None:
        self.setUniformItemSizes(self.results.rowCount() >= UNIFORM_FROM)
