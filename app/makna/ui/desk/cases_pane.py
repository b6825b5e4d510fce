"""Cases and what is known about them: a table, and below it the chosen case."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from makna.domain.model import Case, CaseId, VariableType
from makna.services import cases as service
from makna.services.case_cells import NAME
from makna.ui.desk.case_details import SIDE_PX, CaseDetails
from makna.ui.desk.case_model import CaseModel
from makna.ui.desk.case_table import CaseTable
from makna.ui.desk.inspector.fields import ChoiceField
from makna.ui.desk.inspector.words import variable_types
from makna.ui.desk.place import Place
from makna.ui.session import Session
from makna.ui.theme.sizes import set_width_px
from makna.ui.theme.theme import set_look
from makna.ui.widgets.empty_state import EmptyChoice, EmptyState
from makna.ui.widgets.inline_prompt import InlinePrompt
from makna.ui.widgets.labels import Label

_OF_THE_FORM = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class CasesPane(QFrame):
    """Informants, institutions, accounts: one row each, one column a variable."""

    memo_wanted = Signal(object)
    """(MemoId): open this memo."""
    erase_wanted = Signal(object)
    """(CaseId): show what removing it for good would take."""

    def __init__(self, session: Session, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._renaming: int | None = None
        self.model = CaseModel(session, self)
        self.table = CaseTable(self.model, self)
        self.new_case_button = QPushButton(self)
        self.new_variable_button = QPushButton(self)
        self.prompt = InlinePrompt(self)
        self.variable_prompt = InlinePrompt(self)
        self.variable_type = ChoiceField(self)
        self.problem = Label(parent=self)
        self.empty = EmptyState(self)
        self.details = CaseDetails(session, place, self)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show_state()

    def chosen(self) -> Case | None:
        """The case of the current cell."""
        return self.model.case(self.table.currentIndex().row())

    def choose(self, case: CaseId) -> None:
        """Go to the row of a case."""
        row = self.model.row_of(case)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, NAME))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_for_case(self) -> None:
        """Ask for the name of a new case; it goes on asking until Esc."""
        self._ask_type(False)
        self.prompt.ask(lambda: self.tr("Name of the case, e.g. I1 or Ketua RW"))

    def ask_for_variable(self) -> None:
        """Ask for the name and type of a new variable."""
        self._renaming = None
        self.prompt.finish()
        self.variable_type.choose(str(VariableType.TEXT))
        self._ask_type(True)
        self.variable_prompt.ask(lambda: self.tr("Name of the variable, e.g. Age or Position"))

    def variable_menu(self, column: int) -> QMenu:
        """What can be done with a variable: rename, another type, delete."""
        menu = self._menu()
        variable = self.model.variable(column)
        if variable is None or not self._session.writable:
            return menu
        menu.addAction(self.tr("Rename")).triggered.connect(lambda: self.rename_variable(column))
        types = menu.addMenu(self.tr("Type"))
        for type_, name in variable_types().items():
            action = types.addAction(name)
            action.setCheckable(True)
            action.setChecked(type_ is variable.type)
            action.triggered.connect(partial(self._change_type, column, type_))
        menu.addSeparator()
        deleting = menu.addAction(self.tr("Delete variable"))
        deleting.triggered.connect(lambda: self._delete_variable(column))
        return menu

    def case_menu(self) -> QMenu:
        """What can be done with the chosen cases."""
        menu = self._menu()
        if self._session.writable and self.chosen() is not None:
            menu.addAction(self.tr("Rename")).triggered.connect(self._rename_case)
            menu.addAction(self.tr("Paste")).triggered.connect(self.table.paste)
            menu.addSeparator()
            menu.addAction(self.tr("Delete case")).triggered.connect(self.delete_chosen)
            menu.addAction(self.tr("Remove for good…")).triggered.connect(self._erase_chosen)
        return menu

    def rename_variable(self, column: int) -> None:
        """Ask for another name of a variable."""
        variable = self.model.variable(column)
        if variable is not None and self._session.writable:
            self._renaming = column
            self.prompt.finish()
            self._ask_type(False)
            self.variable_prompt.ask(lambda: self.tr("New name of the variable"), variable.name)

    def delete_chosen(self) -> None:
        """Delete the cases of the selected rows; undo brings them back."""
        rows = {index.row() for index in self.table.selectedIndexes()}
        chosen = [case.id for row in sorted(rows) if (case := self.model.case(row))]
        if chosen and self._session.writable:
            self._say(self.model.delete(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self._session.writable:
            self.table.paste()
        elif self.variable_type.hasFocus() and event.key() in _OF_THE_FORM:
            # Name and type are one form: what was typed is taken or left from both.
            self.variable_prompt.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.table.fit_columns()
            self.table.viewport().update()
        super().changeEvent(event)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _lay_out(self) -> None:
        self.setProperty("look", "paper")
        # So that a table can be pasted while there is nothing else to click on.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        set_look(self.problem, "problem")
        self.problem.setWordWrap(True)
        self.problem.setContentsMargins(SIDE_PX, 6, SIDE_PX, 6)
        bar = QHBoxLayout()
        bar.setContentsMargins(SIDE_PX, 10, SIDE_PX, 10)
        bar.setSpacing(8)
        # What a prompt has to say stands below its field, and moves nothing beside it.
        for widget, share in (
            *((self.new_case_button, 0), (self.new_variable_button, 0)),
            *((self.prompt, 1), (self.variable_prompt, 1), (self.variable_type, 0)),
        ):
            bar.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.problem)
        column.addWidget(self.details)
        for button in (self.new_case_button, self.new_variable_button):
            button.setEnabled(self._session.writable)
        set_width_px(self.variable_type, 130)
        self._ask_type(False)
        self._say("")

    def _connect(self) -> None:
        self.new_case_button.clicked.connect(self.ask_for_case)
        self.new_variable_button.clicked.connect(self.ask_for_variable)
        self.prompt.accepted.connect(self._add_case)
        self.variable_prompt.accepted.connect(self._add_variable)
        self.variable_prompt.cancelled.connect(lambda: self._ask_type(False))
        self.empty.chosen.connect(self._begin)
        self.model.refused.connect(self._say)
        self.model.accepted.connect(lambda: self._say(""))
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            signal.connect(self._show_state)
        self.model.dataChanged.connect(self._show_details)
        self.table.problem_found.connect(self._say)
        self.table.delete_wanted.connect(self.delete_chosen)
        self.table.selectionModel().currentChanged.connect(self._show_details)
        self.table.customContextMenuRequested.connect(self._open_case_menu)
        header = self.table.horizontalHeader()
        header.customContextMenuRequested.connect(self._open_variable_menu)
        header.sectionDoubleClicked.connect(self.rename_variable)
        self.details.memo_wanted.connect(self.memo_wanted)

    def _retranslate(self) -> None:
        self.new_case_button.setText(self.tr("+ Case"))
        self.new_variable_button.setText(self.tr("+ Variable"))
        self.table.setAccessibleName(self.tr("Cases and their variables"))
        self.setAccessibleName(self.tr("Cases"))
        self.variable_type.set_choices({str(key): name for key, name in variable_types().items()})
        self.variable_type.setAccessibleName(self.tr("Type of the variable"))
        self.empty.set_content(
            self.tr("No cases yet"),
            self.tr(
                "A case is whom or what you study: an informant, an office, an account. "
                "Add one, or paste a table from Excel here (Ctrl+V)."
            ),
            (
                EmptyChoice("case", self.tr("Add a case")),
                EmptyChoice("paste", self.tr("Paste a table")),
            )
            if self._session.writable
            else (),
        )

    def _show_state(self, *_rows: object) -> None:
        there = self.model.rowCount() > 0
        self.table.setVisible(there or self.model.columnCount() > 1)
        self.empty.setVisible(not self.table.isVisibleTo(self))
        self._show_details()

    def _show_details(self, *_indexes: object) -> None:
        self.details.show_case(self.chosen())

    def _begin(self, choice: str) -> None:
        if choice == "case":
            self.ask_for_case()
        else:
            self.table.paste()

    def _ask_type(self, on: bool) -> None:
        self.variable_type.setVisible(on)
        if not on:
            self.variable_prompt.finish()

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _add_case(self, name: str) -> None:
        project = self._session.project
        problem = self.model.perform(lambda: service.add_case(project, name))
        if problem:
            self.prompt.show_problem(problem)
            return
        self.prompt.field.clear()
        self.table.setCurrentIndex(self.model.index(self.model.rowCount() - 1, NAME))
        self.prompt.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_variable(self, name: str) -> None:
        project, type_ = self._session.project, VariableType(self.variable_type.chosen())
        renamed = self.model.variable(self._renaming) if self._renaming is not None else None
        if renamed is not None:
            problem = self.model.perform(
                lambda: service.change_variable(project, renamed.id, name=name, type_=renamed.type)
            )
        else:
            problem = self.model.perform(lambda: service.add_variable(project, name, type_))
        if problem:
            self.variable_prompt.show_problem(problem)
            return
        self._renaming = None
        self._ask_type(False)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change_type(self, column: int, type_: VariableType, *_checked: bool) -> None:
        variable, project = self.model.variable(column), self._session.project
        if variable is not None:
            changing = partial(
                service.change_variable, project, variable.id, name=variable.name, type_=type_
            )
            self._say(self.model.perform(changing))

    def _delete_variable(self, column: int) -> None:
        variable, project = self.model.variable(column), self._session.project
        if variable is not None:
            self._say(self.model.perform(lambda: service.delete_variable(project, variable.id)))

    def _erase_chosen(self) -> None:
        case = self.chosen()
        if case is not None:
            self.erase_wanted.emit(case.id)

    def _rename_case(self) -> None:
        self.table.edit(self.table.currentIndex().siblingAtColumn(NAME))

    def _open_case_menu(self, at: QPoint) -> None:
        self.case_menu().popup(self.table.viewport().mapToGlobal(at))

    def _open_variable_menu(self, at: QPoint) -> None:
        header = self.table.horizontalHeader()
        menu = self.variable_menu(header.logicalIndexAt(at))
        if not menu.isEmpty():
            menu.popup(header.mapToGlobal(at))
