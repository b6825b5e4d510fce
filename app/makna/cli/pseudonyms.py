"""Pseudonyms: the list, candidates for it, and a search for leaks in a written file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from makna.cli.opening import assignments, project_argument, reading, writing
from makna.cli.screen import Screen, json_option, screen
from makna.domain.errors import UserError
from makna.domain.pseudonyms import Pseudonym, PseudonymKind, Replacement
from makna.domain.wording import phrase
from makna.services import pseudonyms as service
from makna.services.leaks import check_file
from makna.storage.project import Project


@click.command()
@project_argument
@click.option("--add", "added", multiple=True, metavar="NAME=SUBSTITUTE", help="Put into the list.")
@click.option("--kind", default="person", metavar="KIND", help="Of what is added.")
@click.option("--remove", "removed", multiple=True, metavar="NAME", help="Take out of the list.")
@click.option("--candidates", is_flag=True, help="Propose names: speakers, cases, what recurs.")
@click.option("--check", "checked", metavar="FILE", type=click.Path(path_type=Path))
@json_option
def pseudonyms(
    project: Path,
    added: Sequence[str],
    kind: str,
    removed: Sequence[str],
    candidates: bool,
    checked: Path | None,
    as_json: bool,
) -> None:
    """Names and what stands for them in every export; the coding keeps real names.

    A NAME in double quotes ("Indah") is replaced only as it is written, or all in capitals.
    --check searches a written file, also where no page shows it, for names of the list.
    """
    shown = screen(as_json)
    if added or removed:
        chosen = _kind(kind)
        with writing(project) as opened:
            _change(opened, assignments(added), chosen, removed)
            if not candidates and checked is None:
                _list(shown, opened)
    if candidates or checked is not None or not (added or removed):
        with reading(project) as opened:
            if checked is not None:
                _check(shown, opened, checked)
            elif candidates:
                _candidates(shown, opened)
            else:
                _list(shown, opened)


def show_replacements(shown: Screen, replacements: Sequence[Replacement]) -> None:
    """The report of an export for people, a line each."""
    for row in replacements:
        places = ", ".join(
            f"{phrase(f'place_{place}', shown.language)} {count}" for place, count in row.places
        )
        shown.say(
            "said_replaced",
            written=row.written,
            substitute=row.substitute,
            count=row.count,
            places=places,
        )


def replacements_json(replacements: Sequence[Replacement]) -> list[dict[str, Any]]:
    return [
        {
            "name": row.name,
            "written": row.written,
            "substitute": row.substitute,
            "count": row.count,
            "places": dict(row.places),
        }
        for row in replacements
    ]


def _kind(written: str) -> PseudonymKind:
    if written not in list(PseudonymKind):
        raise UserError("pseudonym_bad_kind", kind=written, kinds=", ".join(PseudonymKind))
    return PseudonymKind(written)


def _change(
    project: Project, added: dict[str, str], kind: PseudonymKind, removed: Sequence[str]
) -> None:
    gone = [service.pseudonym_named(project, name).id for name in removed]
    if gone:
        service.remove_pseudonyms(project, gone)
    if added:
        service.add_pseudonyms(project, [(n, substitute, kind) for n, substitute in added.items()])


def _list(shown: Screen, project: Project) -> None:
    tallies = service.tallies(project)
    rows = [
        _row(each, tallies.get(each.name, service.Tally())) for each in project.pseudonyms.all()
    ]
    shown.rows(rows, "name", "substitute", "kind", "found")


def _row(each: Pseudonym, tally: service.Tally) -> dict[str, Any]:
    return {
        "guid": each.guid,
        "name": each.name,
        "substitute": each.substitute,
        "kind": str(each.kind),
        "found": tally.count,
        "lower_case": tally.lower,
    }


def _candidates(shown: Screen, project: Project) -> None:
    rows = [
        {
            "name": each.name,
            "kind": str(each.kind),
            "found": each.count,
            "why": each.why,
            "substitute": each.substitute,
        }
        for each in service.candidates(project)
    ]
    shown.rows(rows, "name", "kind", "found", "substitute")


def _check(shown: Screen, project: Project, path: Path) -> None:
    result = check_file(project, path)
    leaks = [
        {
            "name": leak.name,
            "written": leak.written,
            "part": leak.part,
            "count": leak.count,
            "excerpt": leak.excerpt,
        }
        for leak in result.leaks
    ]
    value = {
        "ok": result.clean,
        "leaks": leaks,
        "unread": list(result.unread),
        "file_name": list(result.file_name),
    }
    if not shown.json(value):
        for leak in result.leaks:
            shown.say(
                "said_leak",
                written=leak.written,
                part=leak.part,
                count=leak.count,
                excerpt=leak.excerpt,
            )
        for written in result.file_name:
            shown.say("said_file_name_leaks", written=written)
        if result.clean:
            shown.say("said_no_leak", name=path.name)
        if result.unread:
            shown.say("said_unread_parts", parts=", ".join(result.unread))
            shown.say("said_pictures_unchecked")
    if not result.clean:
        raise click.exceptions.Exit(2)


COMMANDS = {"pseudonyms": pseudonyms}
