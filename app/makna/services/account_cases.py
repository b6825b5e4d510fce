"""Accounts of a table of posts as cases, with columns of the table as their variables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from makna.domain.codetree import name_key
from makna.domain.document import ParsedDocument, Post
from makna.domain.identity import new_guid
from makna.domain.model import CaseId, VariableId, VariableType
from makna.services.cases import add_case, checked_value, guessed_type
from makna.services.import_plan import ImportOptions
from makna.storage.project import Project

_GROUPED = re.compile(r"\d{1,3}([.,]\d{3})+|\d{1,3}")
"""A whole number as people write it: `12.345` in Indonesia, `12,345` in English."""


def case_named(project: Project, name: str) -> CaseId:
    """The case of that name, made when there is none."""
    wanted = name_key(name)
    found = next((c.id for c in project.cases.all() if name_key(c.name) == wanted), None)
    return found if found is not None else add_case(project, name).value


def cases_of_accounts(
    project: Project, document: ParsedDocument, options: ImportOptions
) -> dict[str, CaseId]:
    """By `name_key` of the account: its case, with the values that its rows have.

    Without values and without `account_cases` none is made. Of several values the last row's
    counts. Raises UserError (`bad_value`) where one is not of the variable's type.
    """
    wanted = {post.account for post in document.accounts if post.account}
    if options.account_cases:
        wanted |= {turn.speaker for turn in document.turns}
        wanted |= {post.account for post in document.posts if post.account}
    found = {name_key(case.name): case.id for case in project.cases.all()}
    cases = {}
    for name in sorted(wanted):
        key = name_key(name)
        if key not in found:
            found[key] = project.cases.add(guid=new_guid(), name=name)
        cases[key] = found[key]
    _keep_values(project, document.accounts, cases)
    return cases


def _keep_values(project: Project, posts: Sequence[Post], cases: dict[str, CaseId]) -> None:
    columns: dict[str, dict[CaseId, str]] = {}
    for post in posts:
        case = cases.get(name_key(post.account))
        if case is not None:
            for name, value in post.values:
                columns.setdefault(name, {})[case] = value
    for name, values in columns.items():
        plain = _whole_numbers(values.values())
        variable, type_ = _variable(project, name, list(plain.values()))
        for case, value in values.items():
            stored = checked_value(plain[value], type_, name)
            project.cases.set_value(case, variable, stored)


def _variable(
    project: Project, name: str, values: Sequence[str]
) -> tuple[VariableId, VariableType]:
    wanted = name_key(name)
    for known in project.cases.variables():
        if name_key(known.name) == wanted:
            return known.id, known.type
    types = set(map(guessed_type, values))
    type_ = types.pop() if len(types) == 1 else VariableType.TEXT
    return project.cases.add_variable(guid=new_guid(), name=name, type=str(type_)), type_


def _whole_numbers(values: Iterable[str]) -> dict[str, str]:
    """Each value as it is kept: without points between thousands where the column is numbers."""
    found = list(values)
    if all(_GROUPED.fullmatch(value) for value in found):
        return {value: re.sub(r"\D", "", value) for value in found}
    return {value: value for value in found}
