"""A write-ahead log that lies beside a project and belongs to another state of it.

Where a program died, its last steps stay in `-wal`. If then the file is put back from a copy, or a
cloud client brings the one of another computer, SQLite would write that log's pages into a file
that they were never made for: the log does not say to which file it belongs.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from makna.domain.errors import UserError
from makna.domain.file_names import numbered
from makna.storage.connection import raw_connection

_NAMED = {
    **dict.fromkeys(("project", "source", "code", "cases", "memo"), "guid"),
    "history": "at",
}
"""Table → the column of a row that never changes. Keys are never used twice."""
_PASSING = tuple(
    f"SQLITE_{name}"
    for name in ("BUSY", "LOCKED", "PROTOCOL", "IOERR", "CANTOPEN", "READONLY", "FULL")
)
"""Errors that tell of the disk and of other programs, and nothing about what is in the file."""


@dataclass(frozen=True)
class _State:
    """What tells one state of a project from another."""

    names: Mapping[tuple[str, int], str]
    """What rows are called for ever: GUIDs by table and key, and when steps were done."""
    latest: int
    """Step of the history."""
    missing: int
    """Steps before it that are not there; rows of the trail are never removed."""
    sound: bool


def set_aside_foreign_log(path: Path) -> None:
    """Take the log away from beside a file that it does not belong to. The caller has the lock.

    Raises UserError (`foreign_log`) when it did; nothing is lost, and the next opening finds the
    file as it was put there. Without a log that costs a microsecond, with one a look at each page.
    """
    log = path.with_name(path.name + "-wal")
    if not log.exists() or not log.stat().st_size or not _is_foreign(path):
        return
    kept = _aside(log)
    with suppress(OSError):
        path.with_name(path.name + "-shm").unlink(missing_ok=True)
    raise UserError("foreign_log", name=path.name, log=kept.name)


def set_aside_left_log(path: Path) -> None:
    """The same before a file gets a name that nothing has: a log there is of a file that is gone.

    SQLite would take it for the new file's. Where there is none that costs a microsecond.
    """
    log = path.with_name(path.name + "-wal")
    if log.exists():
        _aside(log)


def set_aside_logs(path: Path) -> list[Path]:
    """The logs that were taken away from beside this file and lie there still, by name.

    Nobody can say what they hold: pages of a file that is gone.
    """
    beginning = f"{path.name}-wal "
    with suppress(OSError):
        return sorted(each for each in path.parent.iterdir() if each.name.startswith(beginning))
    return []


def _is_foreign(path: Path) -> bool:
    """Whether the file is sound without the log, and with it damaged, another, or behind.

    A file that was cut off while the log was written into it is not sound alone.
    """
    both = _state(raw_connection(path, read_only=True))
    alone = None
    if both is not None and both.sound:
        alone = _state(_alone(path), thoroughly=False)
        if alone is None or not _differs(both, alone):
            return False
    alone = _state(_alone(path))
    return alone is not None and alone.sound and (both is None or _differs(both, alone))


def _differs(both: _State, alone: _State) -> bool:
    if not both.sound or both.latest < alone.latest or both.missing > max(0, alone.missing):
        return True
    return any(both.names.get(key, name) != name for key, name in alone.names.items())


def _alone(path: Path) -> sqlite3.Connection:
    """The file without its log, and without touching anything beside it."""
    raw = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    raw.execute("PRAGMA trusted_schema=OFF")
    return raw


def _state(raw: sqlite3.Connection, *, thoroughly: bool = True) -> _State | None:
    """What the connection sees; None where no project is to be read. Raises what may pass."""
    with closing(raw):
        try:
            names = {
                (table, key): str(name)
                for table, column in _NAMED.items()
                for key, name in raw.execute(f"SELECT id, {column} FROM {table}")
            }
            query = "SELECT count(*), coalesce(max(id), 0) FROM history"
            count, latest = raw.execute(query).fetchone()
            sound = not thoroughly or raw.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorname", "").startswith(_PASSING):
                raise
            return None
        except (TypeError, UnicodeDecodeError):
            return None
    return _State(names, latest, latest - count, sound)


def _aside(log: Path) -> Path:
    stamp = datetime.now(UTC).astimezone().strftime("%Y-%m-%d %H.%M")
    names = (log.with_name(name) for name in numbered(f"{log.name} {stamp}"))
    kept = next(name for name in names if not name.exists())
    try:
        return log.rename(kept)
    except OSError as error:
        raise UserError("read_only", name=log.name) from error
