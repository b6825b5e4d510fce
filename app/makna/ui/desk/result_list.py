"""The list of results: going through it goes through the texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from makna.domain.model import CodeId
from makna.ui.desk.result_look import ResultDelegate
from makna.ui.desk.result_model import PAGE, ResultModel

MEASURED_TO = 1_000
"""Rows up to which each is as high as its text; of more, all are as high as the highest, unread."""
Chosen = tuple[int, CodeId | None]
_KEPT_CHOSEN = 1_000
_SELECTING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class ResultList(QTableView):
    """A table of one column, since it alone opens a hundred thousand rows without asking for each.

    Clicking a row, or reaching it with Up and Down, visits it; with Shift or Ctrl they select.

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
        self._measured: list[int] = []
        """Rows that have a height of their own."""
        self._left = range(0)
        """Rows still to be measured."""
        self._soon_measured = QTimer(self, singleShot=True)
        self._soon_measured.timeout.connect(self.measure)
        self._soon_more = QTimer(self, singleShot=True)
        self._soon_more.timeout.connect(self._measure_more)
        self.setModel(model)
        self.setItemDelegate(self.look_delegate)
        self._look_like_a_list()
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        model.modelReset.connect(self.measure)
        model.layoutChanged.connect(self.measure)
        model.dataChanged.connect(lambda *_: self._soon_measured.start())

    def _look_like_a_list(self) -> None:
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def measure(self) -> None:
        """Give the rows their heights: headings theirs, and if there are not too many each its own.

        Those in sight at once, the others a page at a time.
        """
        header, count = self.verticalHeader(), self.results.rowCount()
        usual = self.look_delegate.usual_height(self.font())
        each = count <= MEASURED_TO and not self.look_delegate.look.hits
        self._left = range(count if each else 0)
        with self._steady():
            for row in self._measured:
                if row < count:
                    header.resizeSection(row, usual)
            header.setDefaultSectionSize(usual)
            self._measured = self.results.headings()
            high = self.look_delegate.heading_height(self.font())
            for row in self._measured:
                header.resizeSection(row, high)
            self._measure_rows(self._taken())

    def _measure_more(self) -> None:
        with self._steady():
            self._measure_rows(self._taken())

    def _taken(self) -> range:
        some, self._left = self._left[:PAGE], self._left[PAGE:]
        if self._left:
            self._soon_more.start()
        return some

    def _measure_rows(self, rows: Sequence[int]) -> None:
        font, width = self.font(), self.viewport().width()
        for row in rows:
            height = self.look_delegate.height(self.results.index(row), font, width)
            self.verticalHeader().resizeSection(row, height)
        self._measured += rows

    @contextmanager
    def _steady(self) -> Iterator[None]:
        """What is in sight stays where it is when rows above it change their heights."""
        header, bar = self.verticalHeader(), self.verticalScrollBar()
        top = self.rowAt(0)
        stood = header.sectionPosition(top) - bar.value()
        # Told row by row, the table would lay itself out as often; and a header that may show what
        # changes adds up all rows again for each (38 ms for 1,000 headings among 100,000 rows).
        header.setUpdatesEnabled(False)
        try:
            with QSignalBlocker(header):
                yield
        finally:
            header.setUpdatesEnabled(True)
        self.updateGeometries()
        if bar.value() and 0 <= top < self.results.rowCount():
            bar.setValue(header.sectionPosition(top) - stood)
        self.viewport().update()

    def redraw(self, _source: object = None) -> None:
        """A picture of a rectangle is ready."""
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._soon_measured.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._soon_measured.start()

    def moveCursor(
        self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Headings are passed over; Home and End go to the first and the last row."""
        count, to = self.results.rowCount(), QTableView.CursorAction
        ends = {to.MoveHome: 0, to.MoveEnd: count - 1}
        row = ends[action] if action in ends else super().moveCursor(action, modifiers).row()
        step = -1 if action in (to.MoveUp, to.MovePageUp, to.MovePrevious, to.MoveEnd) else 1
        for each in (range(row, count), range(row, -1, -1))[::step]:
            found = next((at for at in each if self.results.key(at) is not None), None)
            if found is not None:
                return self.results.index(found)
        return self.currentIndex()

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
