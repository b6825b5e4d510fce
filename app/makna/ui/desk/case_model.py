"""Cases × variables as a table of typed cells, and what spreadsheets do with such a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from makna.domain.changes import ChangeSet, Outcome
from makna.domain.dates import long_date
from makna.domain.errors import UserError
from makna.domain.model import Case, CaseId, Variable, VariableType
from makna.domain.wording import Message
from makna.services import cases as service
from makna.services.case_cells import NAME, Cells, clear_cells, paste_cells, paste_table
from makna.storage.project import Project
from makna.ui.desk.inspector.attempt import attempt, attempt_large, problem_line
from makna.ui.desk.inspector.words import variable_types
from makna.ui.language import current_language
from makna.ui.session import Session
from makna.ui.widgets.labels import as_hint

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class CaseModel(QAbstractTableModel):
    """Reads cases from the session; writing a cell is one step, refused when it does not fit."""

    refused = Signal(str)
    """A value was not taken: why."""
    accepted = Signal()
    """A value was taken."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.cases: list[Case] = session.project.cases.all()
        self.variables: list[Variable] = session.project.cases.variables()
        session.changed.connect(self._after)

    def case(self, row: int) -> Case | None:
        return self.cases[row] if 0 <= row < len(self.cases) else None

    def row_of(self, case: CaseId) -> int:
        """-1 when there is no such case."""
        return next((row for row, found in enumerate(self.cases) if found.id == case), -1)

    def variable(self, column: int) -> Variable | None:
        return self.variables[column - 1] if 1 <= column <= len(self.variables) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.cases)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 1 + len(self.variables)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self._session.writable else flags

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.EditRole, Qt.ItemDataRole.DisplayRole):
            return self.shown(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_hint(self.shown(index.row(), index.column()))
        if role == Qt.ItemDataRole.FontRole and index.column() == NAME:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        variable = self.variable(index.column())
        is_number = variable is not None and variable.type is VariableType.NUMBER
        if role == Qt.ItemDataRole.TextAlignmentRole and is_number:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def shown(self, row: int, column: int) -> str:
        """What a cell shows, and lets be typed over: a date in words."""
        variable, text = self.variable(column), self.text(row, column)
        is_date = variable is not None and variable.type is VariableType.DATE
        return long_date(text, current_language()) if is_date else text

    def text(self, row: int, column: int) -> str:
        """What a cell is for a spreadsheet; yes and no in the window's language."""
        case, variable = self.cases[row], self.variable(column)
        if variable is None:
            return case.name
        value = case.values.get(variable.name, "")
        if variable.type is VariableType.YES_NO and value:
            yes = QCoreApplication.translate("CaseModel", "yes")
            return yes if value == "yes" else QCoreApplication.translate("CaseModel", "no")
        return value

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        variable = self.variable(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return variable.name if variable else QCoreApplication.translate("CaseModel", "Case")
        if role == Qt.ItemDataRole.ToolTipRole and variable is not None:
            return as_hint(f"{variable.name}\n{variable_types()[variable.type]}")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_number = variable is not None and variable.type is VariableType.NUMBER
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        return not self.write(index.row(), index.column(), str(value))

    def write(self, row: int, column: int, typed: str) -> str:
        """Write a cell as it was typed; why it was refused, empty when it was taken."""
        text = typed.strip()
        if text == self.shown(row, column):
            self.accepted.emit()
            return ""
        case, project = self.cases[row], self._session.project
        problem = self.perform(lambda: _write_cell(project, case, self.variable(column), text))
        if problem:
            self.refused.emit(problem)
        return problem

    def perform(self, call: Callable[[], Outcome[Any]]) -> str:
        """Carry out a service call; the sentence to show when it was refused."""
        refused = attempt(self._session, call)
        if refused is None:
            self.accepted.emit()
            return ""
        return problem_line(refused)

    def perform_large(self, call: Callable[[Project], Outcome[Any]], rows: int) -> str:
        """The same for many cells; why they were refused may come later, by `refused`."""
        problems: list[str] = []

        def over(refused: UserError | None) -> None:
            if refused is None:
                self.accepted.emit()
                return
            problems.append(problem_line(refused))
            self.refused.emit(problems[0])

        attempt_large(self._session, call, rows, over)
        return "".join(problems)

    def paste(self, row: int, column: int, text: str) -> str:
        """Write tab-separated cells from (row, column) on, as one step.

        Rows below the last case make new ones when the paste begins with names. Into an empty
        table the first row brings the variables. Returns why it was refused, as `perform_large`.
        """
        cells = parse_cells(text)
        if not cells:
            return ""
        many = sum(map(len, cells))
        if not self.cases and not self.variables and len(cells) > 1:
            return self.perform_large(lambda project: paste_table(project, cells), many)
        problem = self._room(row, column, cells)
        if problem:
            return problem
        cases, variables = list(self.cases), list(self.variables)
        return self.perform_large(
            lambda project: paste_cells(project, cases, variables, (row, column), cells), many
        )

    def copied(self, indexes: Sequence[Index]) -> str:
        """The cells as tab-separated text, as Excel takes it."""
        rows = sorted({index.row() for index in indexes})
        columns = sorted({index.column() for index in indexes})
        chosen = {(index.row(), index.column()) for index in indexes}
        out = io.StringIO()
        writer = csv.writer(out, delimiter="\t", lineterminator="\n")
        for row in rows:
            writer.writerow([self.text(row, c) if (row, c) in chosen else "" for c in columns])
        return out.getvalue().removesuffix("\n")

    def clear(self, indexes: Sequence[Index]) -> str:
        """Take the values of these cells away, as one step; names stay."""
        places = [
            (self.cases[index.row()].id, variable.id)
            for index in indexes
            if (variable := self.variable(index.column())) is not None
        ]
        if not places:
            return ""
        return self.perform_large(lambda project: clear_cells(project, places), len(places))

    def delete(self, cases: Collection[CaseId]) -> str:
        """Delete these cases with their values, as one step."""
        rows = len(cases) * (1 + len(self.variables))
        return self.perform_large(lambda project: delete_cases(project, cases), rows)

    def _room(self, row: int, column: int, cells: Cells) -> str:
        """Why the cells do not fit where they should go; nothing is cut off silently."""
        room = self.columnCount() - column
        wide = max(len(line) for line in cells)
        if wide > room:
            return QCoreApplication.translate(
                "CaseModel",
                "The copied cells are {wide} columns wide, but there is room for {room}. "
                "Add variables first.",
            ).format(wide=wide, room=room)
        if column != NAME and row + len(cells) > len(self.cases):
            return QCoreApplication.translate(
                "CaseModel",
                "There are {rows} copied rows, but only {room} cases from here. "
                "Add cases first, or copy the names too.",
            ).format(rows=len(cells), room=len(self.cases) - row)
        return ""

    def _after(self, changes: ChangeSet) -> None:
        if not changes.touches("cases", "variable", "value", "case_source", "source"):
            return
        project = self._session.project
        cases, variables = project.cases.all(), project.cases.variables()
        if [v.id for v in variables] != [v.id for v in self.variables]:
            self.beginResetModel()
            self.cases, self.variables = cases, variables
            self.endResetModel()
            return
        self._take_rows(cases)
        retyped = variables != self.variables
        changed = [row for row, case in enumerate(cases) if retyped or case != self.cases[row]]
        self.cases, self.variables = cases, variables
        if changed:
            top, end = self.index(changed[0], 0), self.index(changed[-1], len(variables))
            self.dataChanged.emit(top, end)
        if retyped:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(variables))

    def _take_rows(self, cases: list[Case]) -> None:
        """Rows that stay keep their place on the screen; the order of cases never changes."""
        wanted, known = {case.id for case in cases}, {case.id for case in self.cases}
        gone = [row for row, case in enumerate(self.cases) if case.id not in wanted]
        for first, last in reversed(_runs(gone)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self.cases[first : last + 1]
            self.endRemoveRows()
        for first, last in _runs(row for row, case in enumerate(cases) if case.id not in known):
            self.beginInsertRows(QModelIndex(), first, last)
            self.cases[first:first] = cases[first : last + 1]
            self.endInsertRows()


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """The first and the last of rows that follow each other."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = found[-1][0], row
        else:
            found.append((row, row))
    return found


def parse_cells(text: str) -> Cells:
    """Tab-separated rows as spreadsheets copy them; quoted cells may hold line breaks."""
    clean = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if not clean.strip():
        return []
    rows = csv.reader(io.StringIO(clean, newline=""), delimiter="\t", strict=False)
    return [[cell.strip() for cell in row] for row in rows if any(row)]


def delete_cases(project: Project, cases: Collection[CaseId]) -> Outcome[None]:
    """Delete cases with their values; their sources stay. One step."""
    chosen = list(cases)
    if len(chosen) == 1:
        return service.delete_case(project, chosen[0])
    with project.transact(Message.of("step.delete_cases", n=len(chosen))) as step:
        for case in chosen:
            service.delete_case(project, case)
    return Outcome(None, step.changes)


def _write_cell(
    project: Project, case: Case, variable: Variable | None, text: str
) -> Outcome[None]:
    if variable is None:
        return service.rename_case(project, case.id, text)
    return service.set_value(project, case.id, variable.name, text)
