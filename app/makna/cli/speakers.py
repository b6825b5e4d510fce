"""Who speaks in a source, and how it was read: speaker, reread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from makna.cli.opening import project_argument, reading, writing
from makna.cli.screen import json_option, screen
from makna.cli.sources import source_argument
from makna.domain.codetree import name_key
from makna.domain.errors import NotFound, UserError
from makna.domain.model import SourceId, SpeakerId
from makna.domain.turn_forms import CHOICES
from makna.domain.wording import Message
from makna.formats.encoding import ENCODINGS
from makna.services.account_cases import case_named
from makna.services.cases import find_case
from makna.services.rereading import reread
from makna.services.searching import Searcher
from makna.services.sources import find_source, link_speaker, rename_speaker, set_interviewer
from makna.services.turns import find_turns_anew
from makna.storage.project import Project

AUTO = "auto"


@dataclass(frozen=True)
class Change:
    """What is asked of a speaker; None: nothing."""

    rename: str | None = None
    case: str | None = None
    new_case: str | None = None
    asks: bool | None = None


@click.command()
@project_argument
@source_argument
@click.argument("name", required=False)
@click.option("--rename", metavar="N", help="The name of another speaker merges the two.")
@click.option("--case", metavar="CASE", help="Whose words these are; empty: nobody's.")
@click.option("--new-case", metavar="NAME", help="As --case, making the case where there is none.")
@click.option("--asks/--answers", "asks", default=None, help="Whether it asks the questions.")
@json_option
def speaker(
    project: Path,
    source: str,
    name: str | None,
    rename: str | None,
    case: str | None,
    new_case: str | None,
    asks: bool | None,
    as_json: bool,
) -> None:
    """List who speaks in a source; show, rename, merge and link the speaker NAME."""
    change = Change(rename, case, new_case, asks)
    changing = change != Change()
    if changing and name is None:
        raise click.MissingParameter(param=click.get_current_context().command.params[2])
    with (writing if changing else reading)(project) as opened:
        found = find_source(opened, source).id
        key = None if name is None else _find(opened, found, name)
        if key is not None and changing:
            key = _change(opened, found, key, change)
        shapes = _shapes(opened, found, key)
    screen(as_json).rows(shapes, "name", "turns", "case", "interviewer")


def _find(project: Project, source: SourceId, name: str) -> SpeakerId:
    wanted = name_key(name)
    for row in project.sources.speakers(source):
        if name_key(row["name"]) == wanted:
            return SpeakerId(row["id"])
    raise NotFound("not_found", thing="speaker", name=name)


def _change(project: Project, source: SourceId, speaker: SpeakerId, change: Change) -> SpeakerId:
    """As one step; returns who speaks then."""
    given = [each is not None for each in (change.rename, change.case, change.new_case)]
    if change.case is not None and change.new_case is not None:
        raise UserError("options_clash", options="--case, --new-case")
    if given == [True, False, False] and change.asks is None:
        return rename_speaker(project, source, speaker, change.rename or "").value
    only_asks = not any(given)
    with project.transact(Message.of("step.interviewer" if only_asks else "step.link_speaker")):
        if change.case is not None:
            linked = find_case(project, change.case).id if change.case else None
            link_speaker(project, speaker, linked)
        if change.new_case is not None:
            if not change.new_case.strip():
                raise UserError("empty_name", thing="case")
            link_speaker(project, speaker, case_named(project, change.new_case))
        if change.asks is not None:
            set_interviewer(project, speaker, change.asks)
        if change.rename is not None:
            return rename_speaker(project, source, speaker, change.rename).value
    return speaker


@click.command()
@project_argument
@source_argument
@click.option("--encoding", metavar="NAME", help=f"Such as: {', '.join(ENCODINGS[:6])}.")
@click.option("--turns", metavar="FORM", help=f"auto, or one of: {', '.join(CHOICES[1:])}.")
@click.option("--asks", multiple=True, metavar="NAME", help="Who asks the questions; nobody else.")
@json_option
def reread_command(
    project: Path,
    source: str,
    encoding: str | None,
    turns: str | None,
    asks: Sequence[str],
    as_json: bool,
) -> None:
    """Read a source again in another encoding, or find its turns in another form.

    Corrections, passages and memos stay; each is a step that can be undone.
    """
    if encoding is None and turns is None:
        raise UserError("one_option_needed", options="--encoding, --turns")
    with writing(project) as opened:
        found = find_source(opened, source).id
        if encoding is not None:
            reread(opened, found, encoding)
        if turns is not None:
            find_turns_anew(opened, found, "" if turns == AUTO else turns, asks or None)
        if encoding is not None:
            Searcher(opened).bring_up_to_date()
        shapes = _shapes(opened, found, None)
    screen(as_json).rows(shapes, "name", "turns", "case", "interviewer")


def _shapes(project: Project, source: SourceId, only: SpeakerId | None) -> list[dict[str, Any]]:
    cases = project.cases.names()
    said = [turn.speaker for turn in project.sources.turns(source)]
    return [
        {
            "name": row["name"],
            "turns": said.count(row["id"]),
            "case": cases.get(row["case_id"]),
            "interviewer": bool(row["interviewer"]),
        }
        for row in project.sources.speakers(source)
        if only in (None, row["id"])
    ]


COMMANDS = {"speaker": speaker, "reread": reread_command}
