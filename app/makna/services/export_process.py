"""Documents of large projects, made in a process of their own: here they would block the window.

Each opens the project file for reading only, beside whoever has it open, and sees what is
committed. What is to be kept in the project is the caller's, who can write. Before a file is
touched each looks whether `wanted`, a file of the caller's, is still there: so it is called off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from makna.domain.model import SourceId
from makna.domain.pseudonym_report import replacements_in
from makna.domain.pseudonyms import Replacement
from makna.services.export_options import ExportOptions
from makna.services.exporting import build, export
from makna.services.projects import open_project
from makna.services.refreshing import Refreshed, preview, refresh
from makna.storage.project import Project


@dataclass(frozen=True)
class Written:
    """What comes back from the other process."""

    path: Path
    items: int
    numbered: tuple[SourceId, ...]
    """Sources whose line numbers it prints; keeping them is the caller's, who can write."""
    replacements: tuple[Replacement, ...] = ()
    """What pseudonyms replaced."""
    backup: Path | None = None
    """See `Exported.backup`."""


@dataclass(frozen=True)
class RefreshedApart:
    """The same of an author's file."""

    done: Refreshed
    numbered: tuple[SourceId, ...]


class CalledOff(Exception):
    """Nobody wants the document any more; nothing was written."""


def export_apart(
    project: Path, kind: str, target: Path, options: ExportOptions, *, wanted: Path | None = None
) -> Written:
    """Write a document. Raises what `export` raises, and CalledOff."""
    with _opened(project) as opened:
        done = export(
            opened, kind, target, options, keep_numbers=False, before_writing=_asking(wanted)
        )
        replaced = replacements_in(done.report, target.suffix)
        return Written(target, done.items, done.numbered, replaced, done.backup)


def compare_apart(
    project: Path, target: Path, options: ExportOptions, *, wanted: Path | None = None
) -> Refreshed:
    """What refreshing the author's file would do. Raises what `preview` raises, and CalledOff."""
    with _opened(project) as opened:
        report = build(opened, "chapter", options)[0]
        _asking(wanted)()
        return preview(opened, target, report=report)


def refresh_apart(
    project: Path, target: Path, options: ExportOptions, *, wanted: Path | None = None
) -> RefreshedApart:
    """Refresh the author's file. Raises what `refresh` raises, and CalledOff."""
    with _opened(project) as opened:
        report = build(opened, "chapter", options)[0]
        done = refresh(
            opened, target, report=report, keep_numbers=False, before_writing=_asking(wanted)
        )
        numbered = report.prints_numbers_of if done.backup is not None else ()
        return RefreshedApart(done, tuple(numbered))


@contextmanager
def _opened(project: Path) -> Iterator[Project]:
    opened = open_project(project, project.parent, read_only=True)
    try:
        yield opened
    finally:
        opened.close()


def _asking(wanted: Path | None) -> Callable[[], None]:
    return partial(_ask, wanted)


def _ask(wanted: Path | None) -> None:
    if wanted is not None and not wanted.exists():
        raise CalledOff
