"""What helps to find a fault and tells nothing about the material."""

from __future__ import annotations

import platform
import sqlite3

from makna import __version__
from makna.storage.project import Project


def diagnostics(project: Project) -> str:
    """Versions, schema and counts, a line each; no text and no names."""
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
        "steps": len(project.history.entries()),
        "writable": project.writable,
    }
    return "\n".join(f"{name}: {value}" for name, value in lines.items())
