"""Writing a document in a process of its own, where it would keep the window waiting."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from makna.domain.model import SourceId
from makna.domain.pseudonym_report import replacements_in
from makna.domain.pseudonyms import Replacement
from makna.services.export_options import ExportOptions
from makna.services.exporting import export
from makna.services.projects import open_project


@dataclass(frozen=True)
class Written:
    """What comes back from the other process."""

    items: int
    numbered: tuple[SourceId, ...]
    """Sources whose line numbers it prints; keeping them is the caller's, who can write."""
    replacements: tuple[Replacement, ...] = ()
    """What pseudonyms replaced."""
    backup: Path | None = None
    """See `Exported.backup`."""


def export_apart(project: Path, kind: str, target: Path, options: ExportOptions) -> Written:
    """Write a document of the project file as it is committed.

    Opens the file for reading only, beside whoever has it open. Raises what `export` raises.
    """
    opened = open_project(project, project.parent, read_only=True)
    try:
        done = export(opened, kind, target, options, keep_numbers=False)
        replaced = replacements_in(done.report, target.suffix)
        return Written(done.items, done.numbered, replaced, done.backup)
    finally:
        opened.close()
