"""Cases: informants and other units, with typed variables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from makna.domain.changes import Outcome
from makna.domain.codetree import name_key
from makna.domain.errors import NotFound, UserError
from makna.domain.identity import new_guid
from makna.domain.model import (
    Case,
    CaseId,
    LinkTarget,
    SourceId,
    StepId,
    Variable,
    VariableId,
    VariableType,
)
from makna.domain.text import one_line
from makna.domain.wording import Message
from makna.domain.written import NO, YES, iso_date
from makna.storage.project import Project


def find_case(project: Project, name: str) -> Case:
    """By GUID or by name. Raises NotFound."""
    cases = project.cases.all()
    found = [c for c in cases if c.guid == name] or [
        c for c in cases if name_key(c.name) == name_key(name)
    ]
    if not found:
        raise NotFound("not_found", thing="case", name=name)
    return found[0]


def add_case(project: Project, name: str) -> Outcome[CaseId]:
    """Raises UserError: `empty_name`, `case_exists`."""
    clean = _free_name(project, name)
    with project.transact(Message.of("step.add_case", case=clean)) as step:
        case = project.cases.add(guid=new_guid(), name=clean)
    return Outcome(case, step.changes)


def rename_case(project: Project, case: CaseId, name: str) -> Outcome[None]:
    clean = _free_name(project, name, besides=case)
    with project.transact(Message.of("step.rename_case", case=clean)) as step:
        project.cases.update(case, name=clean)
    return Outcome(None, step.changes)


def write_case_memo(
    project: Project, case: CaseId, memo: str, *, amend: StepId | None = None
) -> Outcome[None]:
    with project.transact(Message.of("step.case_memo"), amend=amend) as step:
        project.cases.update(case, memo=memo)
    return Outcome(None, step.changes)


def delete_case(project: Project, case: CaseId) -> Outcome[None]:
    """The case goes with its values; its sources stay."""
    old = _get(project, case)
    with project.transact(Message.of("step.delete_case", case=old.name)) as step:
        project.memos.unlink_target(LinkTarget.CASE, [case])
        project.cases.delete(case)
    return Outcome(None, step.changes)


def link_sources(project: Project, case: CaseId, sources: Sequence[SourceId]) -> Outcome[None]:
    """These sources are about this case."""
    label = Message.of("step.link_case", case=_get(project, case).name)
    with project.transact(label) as step:
        for source in sources:
            project.cases.link(case, source)
    return Outcome(None, step.changes)


def unlink_source(project: Project, case: CaseId, source: SourceId) -> Outcome[None]:
    label = Message.of("step.unlink_case", case=_get(project, case).name)
    with project.transact(label) as step:
        project.cases.unlink(case, source)
    return Outcome(None, step.changes)


def add_variable(
    project: Project, name: str, type_: VariableType = VariableType.TEXT
) -> Outcome[VariableId]:
    """Raises UserError: `empty_name`, `variable_exists`."""
    clean = one_line(name)
    if not clean:
        raise UserError("empty_name", thing="variable")
    if _variable(project, clean) is not None:
        raise UserError("variable_exists", name=clean)
    with project.transact(Message.of("step.add_variable", name=clean)) as step:
        variable = project.cases.add_variable(guid=new_guid(), name=clean, type=str(type_))
    return Outcome(variable, step.changes)


def change_variable(
    project: Project, variable: VariableId, *, name: str, type_: VariableType
) -> Outcome[None]:
    """Rename a variable or change its type.

    Values are kept in the form of the new type. Raises UserError (`empty_name`,
    `variable_exists`, `bad_value` when a case holds a value of no such type).
    """
    clean = one_line(name)
    if not clean:
        raise UserError("empty_name", thing="variable")
    twin = _variable(project, clean)
    if twin is not None and twin.id != variable:
        raise UserError("variable_exists", name=clean)
    old = next(v for v in project.cases.variables() if v.id == variable)
    values = {
        case.id: checked_value(case.values[old.name], type_, clean)
        for case in project.cases.all()
        if old.name in case.values
    }
    with project.transact(Message.of("step.change_variable", name=clean)) as step:
        project.cases.update_variable(variable, name=clean, type=str(type_))
        for case, value in values.items():
            project.cases.set_value(case, variable, value)
    return Outcome(None, step.changes)


def delete_variable(project: Project, variable: VariableId) -> Outcome[None]:
    with project.transact(Message.of("step.delete_variable")) as step:
        project.cases.delete_variable(variable)
    return Outcome(None, step.changes)


def set_value(project: Project, case: CaseId, variable: str, value: str) -> Outcome[None]:
    """Set a variable of a case, making the variable when there is none; empty takes it away.

    A new variable is a number, a date or yes/no when its first value looks like one.
    Raises UserError (`bad_value`) when the value is not of the variable's type.
    """
    label = Message.of("step.set_value", case=_get(project, case).name, name=variable)
    with project.transact(label) as step:
        found = _variable(project, variable)
        if found is None:
            key = add_variable(project, variable, guessed_type(value)).value
            found = next(v for v in project.cases.variables() if v.id == key)
        project.cases.set_value(case, found.id, checked_value(value, found.type, found.name))
    return Outcome(None, step.changes)


def checked_value(value: str, type_: VariableType, name: str) -> str:
    """The value in its stored form: numbers with a point, dates ISO, `yes` or `no`."""
    clean = value.strip()
    if not clean or type_ is VariableType.TEXT:
        return clean
    if type_ is VariableType.NUMBER and re.fullmatch(r"-?\d+([.,]\d+)?", clean):
        return clean.replace(",", ".")
    if type_ is VariableType.DATE and (day := iso_date(clean)):
        return day
    if type_ is VariableType.YES_NO and clean.casefold() in YES | NO:
        return "yes" if clean.casefold() in YES else "no"
    raise UserError("bad_value", value=clean, variable=name, type=str(type_))


def guessed_type(value: str) -> VariableType:
    clean = value.strip()
    if re.fullmatch(r"-?\d+([.,]\d+)?", clean):
        return VariableType.NUMBER
    if iso_date(clean):
        return VariableType.DATE
    return VariableType.TEXT


def _variable(project: Project, name: str) -> Variable | None:
    wanted = name_key(name)
    return next((v for v in project.cases.variables() if name_key(v.name) == wanted), None)


def _free_name(project: Project, name: str, besides: CaseId | None = None) -> str:
    clean = one_line(name)
    if not clean:
        raise UserError("empty_name", thing="case")
    wanted = name_key(clean)
    names = project.cases.names()
    if any(name_key(each) == wanted and case != besides for case, each in names.items()):
        raise UserError("case_exists", name=clean)
    return clean


def _get(project: Project, case: CaseId) -> Case:
    found = project.cases.get(case)
    if found is None:
        raise NotFound("gone", thing="case")
    return found
