"""Cases: informants with typed variables, linked to what they say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from makna.domain.errors import NotFound, UserError
from makna.domain.model import LinkTarget, SourceId, VariableType
from makna.services import cases, history, memos, sources
from makna.storage.project import Project


def refused(call: Callable[[], Any]) -> str:
    with pytest.raises(UserError) as caught:
        call()
    return caught.value.key


def types(project: Project) -> dict[str, VariableType]:
    return {variable.name: variable.type for variable in project.cases.variables()}


@pytest.mark.parametrize(
    ("value", "type_", "stored"),
    [
        ("41", VariableType.NUMBER, "41"),
        ("-3,5", VariableType.NUMBER, "-3.5"),
        ("2025-03", VariableType.DATE, "2025-03"),
        ("Kabid ", VariableType.TEXT, "Kabid"),
        ("41 tahun", VariableType.TEXT, "41 tahun"),
        ("2025", VariableType.NUMBER, "2025"),
    ],
)
def test_a_new_variable_is_what_its_first_value_looks_like(
    project: Project, value: str, type_: VariableType, stored: str
) -> None:
    case = cases.add_case(project, "Rina").value
    cases.set_value(project, case, "v", value)
    assert types(project) == {"v": type_}
    assert project.cases.all()[0].values == {"v": stored}
    history.undo(project)
    assert types(project) == {}


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        (VariableType.NUMBER, "empat"),
        (VariableType.NUMBER, "1.000,5"),
        (VariableType.DATE, "3 Maret"),
        (VariableType.YES_NO, "mungkin"),
    ],
)
def test_a_value_has_to_be_of_the_variables_type(
    project: Project, type_: VariableType, value: str
) -> None:
    case = cases.add_case(project, "Rina").value
    cases.add_variable(project, "v", type_)
    assert refused(lambda: cases.set_value(project, case, "V", value)) == "bad_value"
    cases.set_value(project, case, "v", "")
    assert project.cases.all()[0].values == {}


def test_a_type_is_changed_only_when_all_values_fit(project: Project) -> None:
    rina, budi = (cases.add_case(project, name).value for name in ("Rina", "Budi"))
    cases.set_value(project, rina, "usia", "41")
    cases.set_value(project, budi, "usia", "9")
    (usia,) = project.cases.variables()
    change = cases.change_variable
    change(project, usia.id, name="umur", type_=VariableType.TEXT)
    cases.set_value(project, budi, "umur", "sembilan")
    assert (
        refused(lambda: change(project, usia.id, name="umur", type_=VariableType.NUMBER))
        == "bad_value"
    )
    assert types(project) == {"umur": VariableType.TEXT}


def test_values_take_the_form_of_the_new_type(project: Project) -> None:
    case = cases.add_case(project, "Rina").value
    for name, value in (("skor", "nol"), ("setuju", "apa")):
        cases.set_value(project, case, name, value)
    for name, value, type_ in (
        ("skor", "3,5", VariableType.NUMBER),
        ("setuju", "Tidak", VariableType.YES_NO),
    ):
        cases.set_value(project, case, name, value)
        variable = next(v for v in project.cases.variables() if v.name == name)
        cases.change_variable(project, variable.id, name=name, type_=type_)
    assert project.cases.all()[0].values == {"skor": "3.5", "setuju": "no"}
    history.undo(project)
    assert project.cases.all()[0].values["setuju"] == "Tidak"


def test_names_of_cases_and_variables_are_unique_and_not_empty(project: Project) -> None:
    case = cases.add_case(project, "Ibu  Rina").value
    assert project.cases.all()[0].name == "Ibu Rina"
    assert refused(lambda: cases.add_case(project, "ibu rina")) == "case_exists"
    assert refused(lambda: cases.add_case(project, " ")) == "empty_name"
    cases.rename_case(project, case, "IBU RINA")
    first = cases.add_variable(project, "Usia").value
    cases.add_variable(project, "Kota")
    assert refused(lambda: cases.add_variable(project, "usia")) == "variable_exists"
    change = cases.change_variable
    assert (
        refused(lambda: change(project, first, name="kota", type_=VariableType.TEXT))
        == "variable_exists"
    )
    for empty in ("", " "):
        assert refused(lambda e=empty: cases.add_variable(project, e)) == "empty_name"
        assert (
            refused(lambda e=empty: change(project, first, name=e, type_=VariableType.TEXT))
            == "empty_name"
        )
        assert refused(lambda e=empty: cases.set_value(project, case, e, "1")) == "empty_name"


def test_a_deleted_case_lets_go_of_sources_speakers_and_memos(
    project: Project, interview: SourceId
) -> None:
    case = cases.add_case(project, "Rina").value
    cases.set_value(project, case, "usia", "41")
    cases.link_sources(project, case, [interview, interview])
    speaker = project.sources.speakers(interview)[1]["id"]
    sources.link_speaker(project, speaker, case)
    guid = project.cases.all()[0].guid
    memo = memos.write_memo(project, "M", "", links=[(LinkTarget.CASE, guid)]).value
    before = project.cases.all()
    assert before[0].sources == ("I1",)
    cases.delete_case(project, case)
    assert project.cases.all() == []
    assert memos.get_memo(project, memo).links == ()
    assert project.sources.speakers_with_cases([interview]) == {}
    history.undo(project)
    assert project.cases.all() == before
    assert project.sources.speakers_with_cases([interview]) == {interview: {speaker: case}}


def test_a_deleted_variable_takes_its_values_along(project: Project) -> None:
    case = cases.add_case(project, "Rina").value
    cases.set_value(project, case, "usia", "41")
    cases.delete_variable(project, project.cases.variables()[0].id)
    assert project.cases.all()[0].values == {}
    history.undo(project)
    assert project.cases.all()[0].values == {"usia": "41"}


def test_a_case_is_found_by_guid_or_name(project: Project) -> None:
    cases.add_case(project, "Ibu Rina")
    (case,) = project.cases.all()
    assert cases.find_case(project, case.guid) == case == cases.find_case(project, "ibu rina")
    with pytest.raises(NotFound):
        cases.find_case(project, "Rina")
