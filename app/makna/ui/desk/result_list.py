"""The list of results: going through it goes through the texts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from makna.domain.model import CodeId, PassageId
from makna.ui.desk.result_delegate import ResultDelegate
from makna.ui.desk.result_keep import Keeping, Marked
from makna.ui.desk.result_keys import Verb, number_of, verb_of
from makna.ui.desk.result_model import PAGE, ResultModel, ResultRole
from makna.ui.desk.result_query import ResultRow
from makna.ui.desk.result_transfer import passages_data
from makna.ui.round_timer import RoundTimer
from makna.ui.widgets.drag_chip import BESIDE, drag_chip
from makna.ui.widgets.ranking import fold

MEASURED_TO = 1_000
"""Rows up to which each is as high as its text; of more, all are as high as the highest, unread."""
Chosen = tuple[int, CodeId | None]
ABOUT_CHOSEN: tuple[Verb | None, ...] = ("code", "again", "star", "copy", "uncode")
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
    wanted = Signal(str)
    """(Verb): do this with what is chosen."""
    number_pressed = Signal(int)
    """1–9"""

    def __init__(self, model: ResultModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results = model
        self.look_delegate = ResultDelegate(self)
        self._measured: list[int] = []
        """Rows that have a height of their own."""
        self._left = range(0)
        """Rows still to be measured."""
        self._soon_measured = RoundTimer(self, singleShot=True)
        self._soon_measured.timeout.connect(self.measure)
        self._soon_more = RoundTimer(self, singleShot=True)
        self._soon_more.timeout.connect(self._measure_more)
        self._keeping, self._was = Keeping(), Marked()
        # Before the view's own answer, which forgets what is selected.
        model.modelAboutToBeReset.connect(self._hold)
        self.setModel(model)
        self.setItemDelegate(self.look_delegate)
        self._look_like_a_list()
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
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

    def chosen_count(self) -> int:
        """How many rows are selected."""
        return self.results.chosen_count(self.selectionModel().selection())

    def chosen_passages(self) -> list[PassageId]:
        """The selected passages in order, each once."""
        return list(dict.fromkeys(PassageId(key) for key, _ in self.chosen()))

    def row_here(self) -> ResultRow | None:
        """The current row, read."""
        row = self.currentIndex().data(ResultRole.ROW)
        return row if isinstance(row, ResultRow) else None

    def mark_first(self) -> None:
        """The first row is current, so that Down goes through the results; nothing is visited."""
        self._keeping.forget()
        for row in range(min(self.results.rowCount(), 2)):
            if self.results.key(row) is not None:
                self.setCurrentIndex(self.results.index(row))
                self.scrollToTop()
                break

    def restore(self, moved: int | None = None) -> bool:
        """Mark what was marked before the list was made anew, or what follows it.

        `moved`: a key that may stand for the current one. True when another row is current now.
        """
        marked, selection = self._keeping.again(self.results.sections, moved), self.selectionModel()
        row = None if marked.here is None else self.results.row_of(marked.here)
        if row is not None:
            selection.setCurrentIndex(self.results.index(row), selection.SelectionFlag.NoUpdate)
            self.scrollTo(self.results.index(row))
        selection.select(self._selection(marked), selection.SelectionFlag.Select)
        return row is not None and marked.here != self._was.here

    def _selection(self, marked: Marked) -> QItemSelection:
        """Across a heading it goes on as one stretch, as it does when everything is selected."""
        model, joined = self.results, list[range]()
        for rows in model.stretches_of(marked.chosen):
            if joined and joined[-1].stop == rows.start - 1 and model.is_heading(rows.start - 1):
                joined[-1] = range(joined[-1].start, rows.stop)
            else:
                joined.append(rows)
        found = QItemSelection()
        for rows in joined:
            found.select(model.index(rows[0]), model.index(rows[-1]))
        return found

    def _hold(self) -> None:
        selection, row = self.selectionModel().selection(), self.currentIndex().row()
        self._was = self.results.marked(selection, row)
        self._keeping.hold(self.results.sections, self._was)

    def step(self, by: int) -> bool:
        """Make the next row current that is no heading, around the end; False without any."""
        count, row = self.results.rowCount(), self.currentIndex().row()
        for _ in range(count):
            row = (row + by) % count
            if self.results.key(row) is not None:
                self.setCurrentIndex(self.results.index(row))
                return True
        return False

    def event(self, event: QEvent) -> bool:
        # With the same keys the window would do something about the text.
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and verb_of(event) in ABOUT_CHOSEN:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, before, verb = event.key(), self.currentIndex().row(), verb_of(event)
        number = number_of(event)
        if verb is not None:
            self._do(verb)
        elif number is not None:
            self.number_pressed.emit(number)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._fold_by_key(key):
            event.accept()
        else:
            super().keyPressEvent(event)
            if self.currentIndex().row() != before and not event.modifiers() & _SELECTING:
                self._visit(self.currentIndex())

    def _do(self, verb: Verb) -> None:
        if verb == "leave":
            self.left.emit()
        elif verb != "enter":
            self.wanted.emit(verb)
        elif self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex())

    def keyboardSearch(self, search: str) -> None:
        """Letters go to the next heading that begins with them: no text is read for it."""
        headings = self.results.headings()
        here = bisect_right(headings, self.currentIndex().row())
        for row in headings[here:] + headings[:here]:
            title = str(self.results.index(row).data())
            if fold(title).startswith(fold(search)) and self.results.key(row + 1) is not None:
                self.setCurrentIndex(self.results.index(row + 1))
                break

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """The chosen passages, to be dropped on a code."""
        if not self.look_delegate.look.hits and (chosen := self.chosen()):
            row = self.row_here()
            said = " ".join(row.text.split()) if row is not None else ""
            drag = QDrag(self)
            drag.setMimeData(passages_data(self.chosen_passages()))
            drag.setPixmap(drag_chip([said, *[""] * (len(chosen) - 1)], self))
            drag.setHotSpot(BESIDE)
            drag.exec(Qt.DropAction.CopyAction)

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
