"""The table of cases, typed into like a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from makna.domain.model import VariableType
from makna.services.case_cells import NAME
from makna.ui.desk.case_model import CaseModel
from makna.ui.desk.case_names import CaseNames
from makna.ui.theme.theme import set_look

Index = QModelIndex | QPersistentModelIndex
_NARROWEST_PX, _WIDEST_PX, _NAME_PX = 96, 280, 180
_ROWS_MEASURED = 20
_VISIBLE = QAbstractItemView.ScrollHint.EnsureVisible
_LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class CellDelegate(QStyledItemDelegate):
    """An editor that stays open, and says why, while its value does not fit."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        model = index.model()
        variable = model.variable(index.column()) if isinstance(model, CaseModel) else None
        if variable is not None and variable.type is VariableType.DATE:
            editor.setPlaceholderText(self.tr("e.g. 3/3/2025"))
        elif variable is not None and variable.type is VariableType.YES_NO:
            editor.setPlaceholderText(self.tr("yes or no"))
        editor.setAccessibleName(str(model.headerData(index.column(), Qt.Orientation.Horizontal)))
        editor.setProperty("cell", QPersistentModelIndex(index))
        editor.textEdited.connect(lambda _text: set_look(editor, ""))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # What is typed must not be replaced when another cell changes meanwhile.
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), int(Qt.ItemDataRole.EditRole))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        leaving = pressed and isinstance(event, QKeyEvent) and event.key() in _LEAVING
        if leaving and isinstance(editor, QLineEdit) and not self._fits(editor):
            return True
        return super().eventFilter(editor, event)

    def _fits(self, editor: QLineEdit) -> bool:
        cell = editor.property("cell")
        if not isinstance(cell, QPersistentModelIndex) or not cell.isValid():
            return True
        model = cell.model()
        assert isinstance(model, CaseModel)
        problem = model.write(cell.row(), cell.column(), editor.text())
        if problem:
            set_look(editor, "problem")
            editor.setAccessibleDescription(problem)
            QToolTip.showText(editor.mapToGlobal(QPoint(0, editor.height())), problem, editor)
        return not problem


class CaseTable(QTableView):
    """Any key types over a cell; copy and paste as in Excel.

    Enter goes down and Tab to the right while one types; else Tab leaves the table.
    """

    delete_wanted = Signal()
    """Delete was pressed on the names of cases."""
    problem_found = Signal(str)
    """A paste or a clearing was refused: why."""
    names: CaseNames | None = None
    """The first column, where it is kept in sight."""

    def __init__(self, model: CaseModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabKeyNavigation(False)
        self.cases = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 14)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setResizeContentsPrecision(_ROWS_MEASURED)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        model.modelReset.connect(self.fit_columns)
        self.names = CaseNames(self)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give every column the room that its words need, within bounds."""
        self.resizeColumnsToContents()
        for column in range(self.cases.columnCount()):
            least = _NAME_PX if column == NAME else _NARROWEST_PX
            width = max(least, min(_WIDEST_PX, self.columnWidth(column) + 16))
            self.setColumnWidth(column, width)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _VISIBLE) -> None:
        """A cell is brought beside the names that lie over the table, not under them."""
        super().scrollTo(index, hint)
        names = self.names
        if names is None or not names.isVisibleTo(self) or index.column() == NAME:
            return
        hidden = names.width() - self.visualRect(index).left()
        if hidden > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.names is not None:
            self.names.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            text = self.cases.copied(self.selectedIndexes())
            QGuiApplication.clipboard().setText(text)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._editing():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Write the cells of the clipboard, from the current cell on."""
        at = self.currentIndex()
        row, column = (at.row(), at.column()) if at.isValid() else (len(self.cases.cases), NAME)
        problem = self.cases.paste(row, column, QGuiApplication.clipboard().text())
        if problem:
            self.problem_found.emit(problem)
        else:
            self.fit_columns()

    def commitData(self, editor: QWidget) -> None:
        if isinstance(editor, QLineEdit) and editor.property("look") == "problem":
            # It was refused and said so; leaving the cell gives it up.
            return
        super().commitData(editor)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
            if below.isValid():
                self.setCurrentIndex(below)

    def _editing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def _clear(self) -> None:
        chosen = self.selectedIndexes()
        if chosen and all(index.column() == NAME for index in chosen):
            self.delete_wanted.emit()
            return
        problem = self.cases.clear(chosen)
        if problem:
            self.problem_found.emit(problem)
