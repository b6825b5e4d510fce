"""Keeping a project file small and whole in moments of rest."""

from __future__ import annotations

import sqlite3
from pathlib import Path

FREE_KEPT = 256
"""Unused pages that stay in the file: the next steps will need them."""
GIVEN_BACK = 250
"""Pages that are taken out of the file in one go: a few milliseconds."""
GIVEN_BACK_AT_CLOSE = 20_000


def checkpoint(raw: sqlite3.Connection) -> bool:
    """Bring the log into the main file; False when somebody still reads an older state."""
    # Without a busy handler: the window would stand still until the reader is done.
    waits_ms = raw.execute("PRAGMA busy_timeout").fetchone()[0]
    raw.execute("PRAGMA busy_timeout=0")
    try:
        busy = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    finally:
        raw.execute(f"PRAGMA busy_timeout={waits_ms}")
    return not busy


def log_of(path: Path) -> Path:
    """The log beside a project: by the name of the file itself, not of a link to it."""
    real = path.resolve()
    return real.with_name(real.name + "-wal")


def leave_log(raw: sqlite3.Connection) -> None:
    """Bring it in at no commit: somebody else does so from time to time."""
    raw.execute("PRAGMA wal_autocheckpoint=0")


def spare_pages(raw: sqlite3.Connection) -> int:
    """Unused pages that can be taken out of the file; 0 in one that was not told to allow it.

    Merging the search index leaves more of them than the index is large. In projects made before
    files were told so, only `Project.wipe` gives them back.
    """
    free = int(raw.execute("PRAGMA freelist_count").fetchone()[0])
    if free <= FREE_KEPT or raw.execute("PRAGMA auto_vacuum").fetchone()[0] == 0:
        return 0
    return free - FREE_KEPT


def give_back(raw: sqlite3.Connection, pages: int) -> bool:
    """Take up to so many spare pages out of the file; whether more are left."""
    spare = spare_pages(raw)
    raw.execute("PRAGMA query_only=OFF")
    try:
        # A script: `execute` would stop after the first page.
        raw.executescript(f"PRAGMA incremental_vacuum({min(pages, spare)})")
    finally:
        raw.execute("PRAGMA query_only=ON")
    return spare > pages
