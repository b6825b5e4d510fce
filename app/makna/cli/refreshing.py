"""Documents: bring the chapter in an author's file up to date."""

from __future__ import annotations

from pathlib import Path

import click

from makna.cli.screen import Screen
from makna.domain.errors import UserError
from makna.services.export_options import ExportOptions
from makna.services.refreshing import Refreshed, refresh
from makna.storage.project import Project


def refresh_chapter(
    project: Project, what: str, out: Path, options: ExportOptions, shown: Screen
) -> None:
    """Refresh OUT and say what was done. Raises what `services.refreshing.refresh` raises."""
    if what != "chapter" or out.suffix.lower() != ".docx":
        raise UserError("refresh_only_chapter", kind=f"{what} {out.suffix}".strip())
    done = refresh(project, out, options)
    problems = [shown.text(problem) for problem in done.problems]
    if not shown.json({**_counts(done), "problems": problems}):
        _say(done, shown)
        for problem in problems:
            click.echo(problem, err=True)


def _counts(done: Refreshed) -> dict[str, object]:
    return {
        "path": str(done.path),
        "items": done.items,
        "updated": done.updated,
        "added": done.added,
        "told": done.told,
        "kept_edited": done.kept_edited,
        "lost": done.lost,
        "unchanged": done.unchanged,
        "deleted": done.deleted,
        "backup": str(done.backup) if done.backup else None,
    }


def _say(done: Refreshed, shown: Screen) -> None:
    if done.nothing:
        shown.say("said_refresh_nothing", path=str(done.path))
        return
    shown.say(
        "said_refreshed",
        path=str(done.path),
        updated=done.updated,
        added=done.added,
        told=done.told,
        lost=done.lost,
        unchanged=done.unchanged,
    )
    if done.backup is not None:
        shown.say("said_refresh_backup", path=str(done.backup))
