"""The names of cases, over the table: they stay in sight while one scrolls to other variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from makna.services.case_cells import NAME
from makna.ui.theme.theme import tokens

if TYPE_CHECKING:
    from makna.ui.desk.case_table import CaseTable

_MOST = 0.6
"""Of the table's width: wider names would leave no room for what is scrolled to."""


class CaseNames(QTableView):
    """The first column once more, with the rows, the selection and the keys of its table."""

    def __init__(self, table: CaseTable) -> None:
        super().__init__(table)
        self._table = table
        self.setModel(table.cases)
        self.setSelectionModel(table.selectionModel())
        # Seen, not met: the keyboard and a screen reader are in the table itself.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._connect()
        self.hide()

    def settle(self) -> None:
        """Lie where the names would be, if they are scrolled out of sight."""
        table = self._table
        scrolled = table.horizontalScrollBar().value() > 0
        room = _MOST * table.viewport().width()
        self.setVisible(scrolled and table.columnWidth(NAME) <= room)
        if not self.isVisibleTo(table):
            return
        for column in range(1, table.cases.columnCount()):
            self.setColumnHidden(column, True)
        header, rows = table.horizontalHeader(), table.verticalHeader().defaultSectionSize()
        self.verticalHeader().setDefaultSectionSize(rows)
        self.horizontalHeader().setFixedHeight(header.height())
        self.setColumnWidth(NAME, table.columnWidth(NAME))
        height = header.height() + table.viewport().height()
        self.setGeometry(table.frameWidth(), header.y(), table.columnWidth(NAME), height)
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QColor(tokens().faint))
        right = self.viewport().width() - 1
        painter.drawLine(right, 0, right, self.viewport().height())

    def _connect(self) -> None:
        table = self._table
        for signal in (table.cases.modelReset, table.cases.rowsInserted, table.cases.rowsRemoved):
            signal.connect(self.settle)
        table.horizontalHeader().sectionResized.connect(self.settle)
        table.horizontalScrollBar().valueChanged.connect(self.settle)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        self.pressed.connect(lambda _index: table.setFocus(Qt.FocusReason.MouseFocusReason))
        self.doubleClicked.connect(self._edit)
        self.customContextMenuRequested.connect(self._ask_menu)

    def _edit(self, index: QModelIndex) -> None:
        """In the table, which scrolls back to the name."""
        self._table.scrollTo(index)
        self._table.edit(index)

    def _ask_menu(self, at: QPoint) -> None:
        there = self.viewport().mapTo(self._table, at)
        self._table.customContextMenuRequested.emit(
            self._table.viewport().mapFrom(self._table, there)
        )
