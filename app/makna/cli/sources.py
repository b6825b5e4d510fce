"""Sources and their texts: sources, source, text, remove, edit."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from makna.cli.opening import assignments, project_argument, reading, span, writing
from makna.cli.screen import json_option, screen
from makna.cli.shapes import source_shape, text_shape
from makna.domain.errors import UserError
from makna.domain.model import Source
from makna.domain.wording import Message
from makna.services import sources as verbs
from makna.services.correcting import edit_text
from makna.services.facts import set_fact
from makna.storage.project import Project

_LISTED = ("name", "kind", "characters", "passages", "codings", "cases", "guid")

source_argument = click.argument("source", metavar="SOURCE")


@click.command()
@project_argument
@json_option
def sources(project: Path, as_json: bool) -> None:
    """List the sources, by kind and name."""
    with reading(project) as opened:
        screen(as_json).rows([source_shape(s) for s in verbs.list_sources(opened)], *_LISTED)


@click.command()
@project_argument
@source_argument
@click.option("--rename", metavar="NAME")
@click.option(
    "--set",
    "fields",
    multiple=True,
    metavar="FIELD=VALUE",
    help=f"One of: {', '.join(verbs.FIELDS)}.",
)
@click.option("--fact", "facts", multiple=True, metavar="NAME=VALUE", help="Empty: take it away.")
@json_option
def source(
    project: Path,
    source: str,
    rename: str | None,
    fields: Sequence[str],
    facts: Sequence[str],
    as_json: bool,
) -> None:
    """Show a source, after renaming and describing it as asked."""
    values, known = assignments(fields), assignments(facts)
    opening = writing if rename is not None or values or known else reading
    with opening(project) as opened:
        found = verbs.find_source(opened, source)
        if rename is not None or values or known:
            _change(opened, found, rename, values, known)
        shape = source_shape(verbs.get_source(opened, found.id))
    shown = screen(as_json)
    if not shown.json([shape]):
        del shape["case"]
        shown.fields(shape)


def _change(
    project: Project,
    source: Source,
    name: str | None,
    values: dict[str, Any],
    facts: dict[str, str],
) -> None:
    """Name, description and facts, as one step."""
    for field in values:
        # Also keeps a field from being taken for another argument of the service.
        if field not in verbs.FIELDS:
            raise UserError("unknown_field", field=field, fields=", ".join(verbs.FIELDS))
    if not values and not facts and name is not None:
        verbs.rename_source(project, source.id, name)
        return
    with project.transact(Message.of("step.describe_source", source=source.name)):
        verbs.describe_source(project, source.id, **values)
        for fact, value in facts.items():
            set_fact(project, source.id, fact, value)
        if name is not None:
            verbs.rename_source(project, source.id, name)


@click.command()
@project_argument
@source_argument
@json_option
def text(project: Path, source: str, as_json: bool) -> None:
    """Print the canonical text of a source, in which all positions count."""
    with reading(project) as opened:
        key = verbs.find_source(opened, source).id
        found = opened.texts.text(key)
        shown = screen(as_json)
        if shown.as_json:
            shown.json(text_shape(found, opened.texts.layout(key), opened.sources.turns(key)))
            return
    # Nothing is added, so that it can be piped; only a terminal wants its prompt on a new line.
    sys.stdout.write(found + ("\n" if sys.stdout.isatty() else ""))


@click.command()
@project_argument
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@json_option
def remove(project: Path, sources: Sequence[str], as_json: bool) -> None:
    """Remove sources with all that is coded in them; undo brings them back.

    With --json, what sources there are then.
    """
    with writing(project) as opened:
        found = {s.id: s for s in (verbs.find_source(opened, name) for name in sources)}
        verbs.remove_sources(opened, list(found))
        left = [source_shape(s) for s in verbs.list_sources(opened)]
    shown = screen(as_json)
    if not shown.json(left):
        shown.say("said_removed", names=", ".join(s.name for s in found.values()))


@click.command()
@project_argument
@source_argument
@click.option("--span", "place", required=True, metavar="A:B", help="What is replaced.")
@click.option("--with", "replacement", required=True, metavar="TEXT", help="What takes its place.")
@json_option
def edit(project: Path, source: str, place: str, replacement: str, as_json: bool) -> None:
    """Correct the text of a source; passages follow, and what vanishes with its text is listed.

    A:A inserts, an empty TEXT removes.
    """
    start, end = span(place)
    with writing(project) as opened:
        found = verbs.find_source(opened, source)
        done = edit_text(opened, found.id, start, end, replacement).value
        # Here: nothing else in this module needs what searching imports.
        from makna.services.searching import Searcher

        Searcher(opened).bring_up_to_date()
    collapsed: list[dict[str, Any]] = [
        {"guid": gone.guid, "text": gone.text, "codes": list(gone.codes), "memo": gone.memo}
        for gone in done.collapsed
    ]
    shown = screen(as_json)
    if shown.json({"moved": done.moved, "collapsed": collapsed, "merged": done.merged}):
        return
    shown.say("said_edited", moved=done.moved)
    for gone in done.collapsed:
        shown.say("said_collapsed", text=gone.text)


COMMANDS = {"sources": sources, "source": source, "text": text, "remove": remove, "edit": edit}
