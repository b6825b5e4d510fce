"""What helps to find a fault and tells nothing about the material."""

from __future__ import annotations

import platform
import sqlite3
from dataclasses import asdict

from makna import __version__
from makna.services.logbook import last_errors
from makna.services.settings import Settings
from makna.storage.project import Project
from makna.storage.sizes import sizes


def diagnostics(project: Project, settings: Settings | None = None) -> str:
    """Versions, schema, counts, settings and the last errors, a line each; no text and no names."""
    info = project.overview.info()
    lines = {
        "makna": __version__,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "schema": info.schema,
        "language": info.language,
        "sources": info.sources,
        "characters": info.characters,
        "codes": info.codes,
        "passages": info.passages,
        "codings": info.codings,
        "memos": info.memos,
        "cases": info.cases,
        "steps": project.raw.execute("SELECT count(*) FROM history").fetchone()[0],
        "writable": project.writable,
        **_sizes(project),
        **(_settings(settings) if settings is not None else {}),
    }
    described = "\n".join(f"{name}: {value}" for name, value in lines.items())
    return "\n\n".join([described, *last_errors()])


def _sizes(project: Project) -> dict[str, object]:
    parts = {f"{name}_bytes": count for name, count in asdict(sizes(project.raw)).items()}
    return {**parts, "journal": project.raw.execute("PRAGMA journal_mode").fetchone()[0]}


def _settings(settings: Settings) -> dict[str, object]:
    """Choices as they are; of names and folders only whether there are any."""
    return {
        "interface_language": settings.language or "system",
        "theme": settings.theme or "system",
        "font_pt": settings.interface_font_pt or "usual",
        "coder_named": bool(settings.coder_name),
        "own_backup_folder": bool(settings.backup_folder),
        "recent_projects": len(settings.recent),
    }
