"""Cases and their variables: case, cases."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from makna.cli.opening import assignments, project_argument, reading, refuse_guid, writing
from makna.cli.screen import json_option, screen
from makna.cli.shapes import case_shape
from makna.domain.errors import NotFound, UserError
from makna.domain.model import CaseId, SourceId
from makna.domain.wording import Message
from makna.services import cases as verbs
from makna.services.sources import find_source
from makna.storage.project import Project


@click.command()
@project_argument
@click.argument("name")
@click.option("--set", "values", multiple=True, metavar="VARIABLE=VALUE", help="Empty: unset.")
@click.option("--source", "sources", multiple=True, metavar="S", help="A source about it.")
@click.option("--delete", is_flag=True, help="Take the case away; its sources stay.")
@json_option
def case(
    project: Path,
    name: str,
    values: Sequence[str],
    sources: Sequence[str],
    delete: bool,
    as_json: bool,
) -> None:
    """Make the case NAME, or change it: set variables, link sources. One step to undo."""
    if delete and (values or sources):
        raise UserError("options_clash", options="--delete, --set, --source")
    shown = screen(as_json)
    with writing(project) as opened:
        if delete:
            verbs.delete_case(opened, verbs.find_case(opened, name).id)
            if not shown.json([]):
                shown.say("said_deleted", names=name)
            return
        linked = [find_source(opened, each).id for each in sources]
        key = _write(opened, name, assignments(values), linked)
        found = next(c for c in opened.cases.all() if c.id == key)
    shown.rows([case_shape(found)], "name", "values", "sources", "guid")


@click.command()
@project_argument
@json_option
def cases(project: Path, as_json: bool) -> None:
    """List the cases with their variables and sources."""
    with reading(project) as opened:
        found = [case_shape(each) for each in opened.cases.all()]
    screen(as_json).rows(found, "name", "values", "sources", "guid")


def _write(
    project: Project, name: str, values: dict[str, str], sources: Sequence[SourceId]
) -> CaseId:
    known = _known(project, name)
    label = Message.of("step.link_case", case=name)
    if known is None:
        refuse_guid(name, "case")
        label = Message.of("step.add_case", case=name)
    elif values:
        label = Message.of("step.set_value", case=name, name=", ".join(values))
    with project.transact(label):
        key = verbs.add_case(project, name).value if known is None else known
        for variable, value in values.items():
            verbs.set_value(project, key, variable, value)
        verbs.link_sources(project, key, sources)
    return key


def _known(project: Project, name: str) -> CaseId | None:
    try:
        return verbs.find_case(project, name).id
    except NotFound:
        return None


COMMANDS = {"case": case, "cases": cases}
