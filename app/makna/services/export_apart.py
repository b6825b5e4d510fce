"""Writing a document in a process of its own, where it would keep the window waiting."""

from __future__ import annotations

from pathlib import Path

from makna.services.exporting import ExportOptions, export
from makna.services.projects import open_project


def export_apart(project: Path, kind: str, target: Path, options: ExportOptions) -> int:
    """Write a document of the project file as it is committed; returns how many items it holds.

    Opens the file for reading only, beside whoever has it open. Raises what `export` raises.
    """
    opened = open_project(project, project.parent, read_only=True)
    try:
        return export(opened, kind, target, options).items
    finally:
        opened.close()
