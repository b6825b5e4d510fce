"""Line numbers that were printed: which are kept, and numbering them anew."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import click

from makna.cli.opening import project_argument, reading, writing
from makna.cli.screen import Screen, json_option, screen
from makna.domain.errors import ProjectLocked
from makna.domain.model import SourceId
from makna.services import editions
from makna.services.editions import Changed
from makna.services.sources import find_source
from makna.storage.project import Project


@click.command("line-numbers")
@project_argument
@click.argument("sources", nargs=-1, metavar="[SOURCE]…")
@click.option("--renew", is_flag=True, help="Number the lines of corrected sources anew.")
@click.option("--dry-run", is_flag=True, help="Only say which references --renew would change.")
@json_option
def line_numbers(
    project: Path, sources: Sequence[str], renew: bool, dry_run: bool, as_json: bool
) -> None:
    """List the sources whose line numbers are kept since they were first printed.

    Corrections do not change the numbers of what is cited, until --renew gives every line its
    number anew and lists the references that are others now.
    """
    shown = screen(as_json)
    if renew and not dry_run:
        with writing(project) as opened:
            changed = editions.renew(opened, _chosen(opened, sources)).value
    elif dry_run:
        with reading(project) as opened:
            changed = editions.renewal(opened, _chosen(opened, sources))
    else:
        with reading(project) as opened:
            _list(shown, opened, _chosen(opened, sources))
        return
    _show(shown, changed)


def _chosen(project: Project, names: Sequence[str]) -> list[SourceId] | None:
    return [find_source(project, name).id for name in names] if names else None


def _list(shown: Screen, project: Project, wanted: Sequence[SourceId] | None) -> None:
    names = {source.id: source.name for source in project.sources.all()}
    changes: dict[str, int] = {}
    for each in editions.renewal(project):
        changes[each.source] = changes.get(each.source, 0) + 1
    found = [
        {
            "source": names[edition.source],
            "since": edition.frozen_at,
            "columns": edition.columns,
            "corrected": editions.is_corrected(project, edition),
            "changes": changes.get(names[edition.source], 0),
        }
        for edition in editions.list_editions(project)
        if wanted is None or edition.source in wanted
    ]
    if not found and not shown.as_json:
        shown.say("said_no_lines_kept")
        return
    shown.rows(found, "source", "since", "corrected", "changes")


def _show(shown: Screen, changed: Sequence[Changed]) -> None:
    """The references that are others now, old and new."""
    if shown.json(
        [
            {
                "source": each.source,
                "passage": each.passage,
                "text": each.text,
                "old": {"lines": list(each.old_lines), "paragraph": each.old_paragraph},
                "new": {"lines": list(each.new_lines), "paragraph": each.new_paragraph},
            }
            for each in changed
        ]
    ):
        return
    for each in changed:
        said = each.text if len(each.text) <= 60 else each.text[:60].rstrip() + "…"
        old, new = each.old(shown.language), each.new(shown.language)
        shown.say("said_reference_changed", source=each.source, old=old, new=new, text=said)
    if not changed:
        shown.say("said_nothing_changed")


@contextmanager
def writing_if_free(path: Path) -> Iterator[Project]:
    """The project for an export that keeps its line numbers; only for reading where it is in use.

    Then the document is written all the same, and its numbers are kept by a later export.
    """
    with ExitStack() as stack:
        project: Project | None = None
        if _is_ours_to_write(path):
            with suppress(ProjectLocked):
                project = stack.enter_context(writing(path))
        yield project or stack.enter_context(reading(path))


def _is_ours_to_write(path: Path) -> bool:
    folder = path.absolute().parent
    return path.is_file() and os.access(path, os.W_OK) and os.access(folder, os.W_OK)


COMMANDS = {"line-numbers": line_numbers}
