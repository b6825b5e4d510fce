"""Many cells of the table of cases at once, as spreadsheets hand them over; one step each.

What is there already is looked up once for all of them: a table of a thousand rows is pasted in
the time that it takes to write it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from makna.domain.changes import Outcome
from makna.domain.codetree import name_key
from makna.domain.errors import UserError
from makna.domain.identity import new_guid
from makna.domain.model import Case, CaseId, Variable, VariableId, VariableType
from makna.domain.text import one_line
from makna.domain.wording import Message
from makna.services.cases import add_variable, checked_value, guessed_type
from makna.storage.project import Project

Cells = list[list[str]]
NAME = 0
"""The column of the case's name; variables follow."""


def paste_cells(
    project: Project,
    cases: Sequence[Case],
    variables: Sequence[Variable],
    at: tuple[int, int],
    cells: Cells,
) -> Outcome[int]:
    """Write the cells from (row, column) `at`; rows below the last case make new ones.

    Raises UserError: `bad_value`, and of names `empty_name` and `case_exists`.
    """
    values: list[tuple[CaseId, VariableId, str]] = []
    with project.transact(_counted("step.paste_cells", cells)) as step:
        names = _Names(project)
        for row, line in enumerate(cells, at[0]):
            case = cases[row].id if row < len(cases) else None
            for column, value in enumerate(line, at[1]):
                if column != NAME:
                    assert case is not None
                    values.append((case, *_fitting(variables[column - 1], value)))
                elif case is None:
                    case = names.add(value)
                elif value:
                    names.rename(case, value)
        project.cases.set_values(values)
    return Outcome(len(cells), step.changes)


def paste_table(project: Project, cells: Cells) -> Outcome[int]:
    """Make variables from the first row and cases from the others. Raises as `paste_cells`."""
    heads, body = cells[0], cells[1:]
    with project.transact(_counted("step.paste_cells", cells)) as step:
        for column, head in enumerate(heads[1:], 1):
            add_variable(project, head, _type_of(body, column))
        names = _Names(project)
        variables = project.cases.variables()
        values: list[tuple[CaseId, VariableId, str]] = []
        for line in body:
            case = names.add(line[0])
            pairs = zip(variables, line[1:], strict=False)
            values += [(case, *_fitting(variable, value)) for variable, value in pairs]
        project.cases.set_values(values)
    return Outcome(len(body), step.changes)


def clear_cells(project: Project, places: Iterable[tuple[CaseId, VariableId]]) -> Outcome[None]:
    """Take these values away."""
    gone = list(places)
    with project.transact(Message.of("step.clear_cells", n=len(gone))) as step:
        project.cases.set_values([(case, variable, "") for case, variable in gone])
    return Outcome(None, step.changes)


class _Names:
    """What cases are called, read once; each name belongs to one of them."""

    def __init__(self, project: Project) -> None:
        self._cases = project.cases
        self._names = self._cases.names()
        self._owners = {name_key(name): case for case, name in self._names.items()}

    def add(self, name: str) -> CaseId:
        clean = self._free(name, None)
        case = self._cases.add(guid=new_guid(), name=clean)
        self._keep(case, clean)
        return case

    def rename(self, case: CaseId, name: str) -> None:
        clean = self._free(name, case)
        if clean != self._names[case]:
            self._cases.update(case, name=clean)
            del self._owners[name_key(self._names[case])]
            self._keep(case, clean)

    def _keep(self, case: CaseId, name: str) -> None:
        self._names[case] = name
        self._owners[name_key(name)] = case

    def _free(self, name: str, case: CaseId | None) -> str:
        clean = one_line(name)
        if not clean:
            raise UserError("empty_name", thing="case")
        if self._owners.get(name_key(clean), case) != case:
            raise UserError("case_exists", name=clean)
        return clean


def _fitting(variable: Variable, value: str) -> tuple[VariableId, str]:
    return variable.id, checked_value(value, variable.type, variable.name)


def _type_of(body: Cells, column: int) -> VariableType:
    """The type that every value of a column has; text when they differ or there is none."""
    values = [line[column] for line in body if column < len(line) and line[column]]
    found = {guessed_type(value) for value in values}
    return found.pop() if len(found) == 1 else VariableType.TEXT


def _counted(key: str, cells: Cells) -> Message:
    return Message.of(key, n=sum(len(line) for line in cells))
