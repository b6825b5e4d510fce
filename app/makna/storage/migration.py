"""Bringing an older project to the schema of this program.

Alembic runs on a connection of its own, with foreign keys off *before* BEGIN: a batch recreate with
them on deletes all children. Row counts and references are compared before and after; the trail of
steps stays and undo ends there.
"""

from __future__ import annotations

import re
import sqlite3
from functools import cache
from pathlib import Path

from makna.domain.errors import DamagedProject
from makna.paths import migrations_dir
from makna.storage.connection import raw_connection, world_errors, wrap
from makna.storage.history import History

HEAD = "0002"
"""The revision that `tables` describes; a test compares it with the newest migration."""


@cache
def known_revisions() -> frozenset[str]:
    """All revisions that this program can open, by the names of the migration files."""
    names = (path.name for path in (migrations_dir() / "versions").glob("[0-9]*_*.py"))
    found = (re.match(r"(\d+)_", name) for name in names)
    return frozenset(match[1] for match in found if match) | {HEAD}


def upgrade(path: Path, revision: str) -> None:
    """Upgrade the file in place; the caller has made a backup.

    Raises DamagedProject when the upgrade would lose rows or break a reference; nothing is changed.
    """
    # Alembic costs 150 ms at import; most openings never need it.
    from alembic import command
    from alembic.config import Config

    raw = raw_connection(path, read_only=False)
    connection = wrap(raw)
    try:
        with world_errors(path):
            raw.execute("PRAGMA foreign_keys=OFF")
            # Alembic commits after each migration unless it finds a transaction to be in.
            connection.begin()
            raw.execute("BEGIN IMMEDIATE")
            before = _row_counts(raw)
            config = Config()
            config.set_main_option("script_location", str(migrations_dir()).replace("%", "%%"))
            config.attributes["connection"] = connection
            command.upgrade(config, HEAD)
            after = _row_counts(raw)
            lost = any(after.get(table, count) < count for table, count in before.items())
            if lost or raw.execute("PRAGMA foreign_key_check").fetchone():
                raise DamagedProject("damaged", name=path.name)
            History(raw).seal()
            raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise
    finally:
        connection.close()
        raw.close()


def _row_counts(raw: sqlite3.Connection) -> dict[str, int]:
    """Rows of each table; one that a migration drops or renames is its own business."""
    names = raw.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name <> 'alembic_version'"
    ).fetchall()
    return {
        name: int(raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for (name,) in names
    }
