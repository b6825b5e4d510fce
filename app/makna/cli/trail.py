"""What was done, and the way back: history, undo, redo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from makna.cli.opening import project_argument, reading, writing
from makna.cli.screen import json_option, screen
from makna.domain.changes import Outcome
from makna.services import history as verbs
from makna.storage.history import HistoryEntry
from makna.storage.project import Project

steps_option = click.option(
    "--steps", type=click.IntRange(min=1), default=1, show_default=True, metavar="N"
)


@click.command()
@project_argument
@json_option
def history(project: Path, as_json: bool) -> None:
    """List all that was ever done, oldest first; `counts` is rows added, changed, removed."""
    shown = screen(as_json)
    with reading(project) as opened:
        found = [
            {
                "id": entry.id,
                "at": entry.at,
                "coder": entry.coder,
                "label": shown.text(entry.label),
                "counts": entry.counts,
                "undone": entry.undone,
            }
            for entry in reversed(verbs.trail(opened))
        ]
    shown.rows(found, "id", "at", "coder", "label", "undone")


@click.command()
@project_argument
@steps_option
@json_option
def undo(project: Path, steps: int, as_json: bool) -> None:
    """Take back the latest steps, whoever made them and whenever."""
    _go(project, verbs.undo, steps, as_json, "undone")


@click.command()
@project_argument
@steps_option
@json_option
def redo(project: Path, steps: int, as_json: bool) -> None:
    """Do again what was undone, until something new is done."""
    _go(project, verbs.redo, steps, as_json, "redone")


def _go(
    project: Path,
    verb: Callable[[Project, int], Outcome[list[HistoryEntry]]],
    steps: int,
    as_json: bool,
    done: str,
) -> None:
    shown = screen(as_json)
    with writing(project) as opened:
        labels = [shown.text(entry.label) for entry in verb(opened, steps).value]
    if shown.json({done: labels}):
        return
    for label in labels:
        shown.say(f"said_{done}", label=label)
    if not labels:
        shown.say("said_nothing_to_undo" if done == "undone" else "said_nothing_to_redo")


COMMANDS = {"history": history, "undo": undo, "redo": redo}
