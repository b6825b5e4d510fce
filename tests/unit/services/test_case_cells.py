"""Many cells of the table of cases at once."""

from __future__ import annotations

import pytest

from makna.domain.errors import UserError
from makna.domain.model import VariableType
from makna.services import case_cells, cases, history
from makna.storage.project import Project


@pytest.fixture
def people(project: Project) -> Project:
    for number in range(40):
        cases.add_case(project, f"I{number}")
    cases.add_variable(project, "Usia", VariableType.NUMBER)
    cases.add_variable(project, "Jabatan")
    return project


def paste(project: Project, row: int, column: int, cells: case_cells.Cells) -> None:
    all_cases, variables = project.cases.all(), project.cases.variables()
    case_cells.paste_cells(project, all_cases, variables, (row, column), cells)


def asked(project: Project, rows: int) -> int:
    """How many questions pasting so many rows asks the database."""
    told: list[str] = []
    all_cases, variables = project.cases.all(), project.cases.variables()
    project.raw.set_trace_callback(told.append)
    cells = [[str(rows + row), "Staf"] for row in range(rows)]
    case_cells.paste_cells(project, all_cases, variables, (0, 1), cells)
    project.raw.set_trace_callback(None)
    return sum(statement.startswith("SELECT") for statement in told)


def test_a_long_paste_asks_no_more_than_a_short_one(people: Project) -> None:
    few = asked(people, 4)
    assert asked(people, 40) == few
    assert people.cases.all()[39].values == {"Usia": "79", "Jabatan": "Staf"}
    history.undo(people, 2)
    assert people.cases.all()[39].values == {}


def test_names_are_changed_in_their_order_and_new_rows_are_cases(people: Project) -> None:
    paste(people, 38, 0, [["Rina"], ["I38", "41"], ["Baru", "30"]])
    found = people.cases.all()[38:]
    assert [case.name for case in found] == ["Rina", "I38", "Baru"]
    assert [case.values for case in found] == [{}, {"Usia": "41"}, {"Usia": "30"}]


@pytest.mark.parametrize(
    ("cells", "key"), [([["i5"]], "case_exists"), ([["A", "tua"]], "bad_value"), ([["", "3"]], "")]
)
def test_one_cell_that_cannot_be_keeps_all_as_it_was(
    people: Project, cells: case_cells.Cells, key: str
) -> None:
    before = people.cases.all()
    if not key:
        paste(people, 0, 0, cells)
        assert people.cases.all()[0].name == "I0"
        return
    with pytest.raises(UserError) as caught:
        paste(people, 0, 0, [["Lain", "9"], *cells])
    assert caught.value.key == key
    assert people.cases.all() == before


def test_cells_are_cleared_as_one_step(people: Project) -> None:
    paste(people, 0, 1, [["40", "Staf"], ["41", "Ketua"]])
    keys = [case.id for case in people.cases.all()[:2]]
    age = people.cases.variables()[0].id
    case_cells.clear_cells(people, [(key, age) for key in keys])
    assert [case.values for case in people.cases.all()[:2]] == [
        {"Jabatan": "Staf"},
        {"Jabatan": "Ketua"},
    ]
    history.undo(people)
    assert people.cases.all()[0].values == {"Usia": "40", "Jabatan": "Staf"}


def test_one_case_is_found_by_its_key_and_by_its_name(people: Project) -> None:
    paste(people, 3, 1, [["40"]])
    found = people.cases.named("I3")
    assert found == people.cases.all()[3]
    assert found is not None and people.cases.get(found.id) == found
    assert people.cases.named("Tidak ada") is None
