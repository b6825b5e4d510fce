"""Who speaks in a source: speaker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from makna.cli.opening import project_argument, reading, writing
from makna.cli.screen import json_option, screen
from makna.cli.sources import source_argument
from makna.domain.codetree import name_key
from makna.domain.errors import NotFound
from makna.domain.model import SourceId, SpeakerId
from makna.domain.wording import Message
from makna.services.cases import find_case
from makna.services.sources import find_source, link_speaker, rename_speaker
from makna.storage.project import Project


@click.command()
@project_argument
@source_argument
@click.argument("name", required=False)
@click.option("--rename", metavar="N", help="The name of another speaker merges the two.")
@click.option("--case", metavar="CASE", help="Whose words these are; empty: nobody's.")
@json_option
def speaker(
    project: Path,
    source: str,
    name: str | None,
    rename: str | None,
    case: str | None,
    as_json: bool,
) -> None:
    """List who speaks in a source; show, rename and link the speaker NAME."""
    changing = rename is not None or case is not None
    if changing and name is None:
        raise click.MissingParameter(param=click.get_current_context().command.params[2])
    with (writing if changing else reading)(project) as opened:
        found = find_source(opened, source).id
        key = None if name is None else _find(opened, found, name)
        if key is not None and changing:
            key = _change(opened, found, key, rename, case)
        shapes = _shapes(opened, found, key)
    screen(as_json).rows(shapes, "name", "turns", "case")


def _find(project: Project, source: SourceId, name: str) -> SpeakerId:
    wanted = name_key(name)
    for row in project.sources.speakers(source):
        if name_key(row["name"]) == wanted:
            return SpeakerId(row["id"])
    raise NotFound("not_found", thing="speaker", name=name)


def _change(
    project: Project, source: SourceId, speaker: SpeakerId, name: str | None, case: str | None
) -> SpeakerId:
    """As one step; returns who speaks then."""
    if case is None:
        return rename_speaker(project, source, speaker, name or "").value
    linked = find_case(project, case).id if case else None
    with project.transact(Message.of("step.link_speaker")):
        link_speaker(project, speaker, linked)
        if name is not None:
            return rename_speaker(project, source, speaker, name).value
    return speaker


def _shapes(project: Project, source: SourceId, only: SpeakerId | None) -> list[dict[str, Any]]:
    cases = {case.id: case.name for case in project.cases.all()}
    said = [turn.speaker for turn in project.sources.turns(source)]
    return [
        {"name": row["name"], "turns": said.count(row["id"]), "case": cases.get(row["case_id"])}
        for row in project.sources.speakers(source)
        if only in (None, row["id"])
    ]


COMMANDS = {"speaker": speaker}
