"""SQLite connections: one that writes, and read-only ones for other threads and processes."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from makna.domain.errors import DamagedProject, UserError

APPLICATION_ID = 0x4D414B4E
"""`MAKN`: tells a project file from any other SQLite file (`file(1)`, PRAGMA application_id)."""

BUSY_TIMEOUT_S = 5.0
READER_CACHE_KIB = 16_384


def raw_connection(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A bare connection in autocommit mode; transactions are opened by explicit BEGIN."""
    mode = "ro" if read_only else "rw"
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    if read_only and _nobody_can_write_beside(path):
        uri += "&immutable=1"
    raw = sqlite3.connect(
        uri, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_TIMEOUT_S
    )
    # The file may come from a stranger: no function with an effect may be called from its schema.
    raw.execute("PRAGMA trusted_schema=OFF")
    # SQLite's own lower() knows ASCII only.
    raw.create_function("makna_fold", 1, _fold, deterministic=True)
    return raw


def _nobody_can_write_beside(path: Path) -> bool:
    """A project on a read-only disk or share, at rest: SQLite could not make its `-shm` there."""
    at_rest = not path.with_name(path.name + "-wal").exists()
    return at_rest and not os.access(path.resolve().parent, os.W_OK)


def _fold(value: str | None) -> str | None:
    return None if value is None else str(value).casefold()


def wrap(raw: sqlite3.Connection) -> Connection:
    """A SQLAlchemy connection over an open SQLite connection, which it owns from then on."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: raw,
        poolclass=StaticPool,
        pool_reset_on_return=None,
        isolation_level="AUTOCOMMIT",
    )
    return engine.connect()


def open_writer(path: Path) -> Connection:
    """The connection through which all writing goes: WAL, durable commits, foreign keys on."""
    raw = raw_connection(path, read_only=False)
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "temp_store=MEMORY",
        "wal_autocheckpoint=4000",
        "cache_size=-32768",
        "query_only=ON",
    ):
        raw.execute(f"PRAGMA {pragma}")
    return wrap(raw)


def open_reader(path: Path) -> Connection:
    """A connection that cannot write, for background threads and for a locked project."""
    raw = raw_connection(path, read_only=True)
    raw.execute("PRAGMA query_only=ON")
    raw.execute(f"PRAGMA cache_size=-{READER_CACHE_KIB}")
    return wrap(raw)


def raw_of(connection: Connection) -> sqlite3.Connection:
    """The sqlite3 connection below, for what SQLAlchemy has no words for."""
    raw: Any = connection.connection.dbapi_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


@contextmanager
def world_errors(path: Path) -> Iterator[None]:
    """Turn what the disk does to SQLite into errors that a user understands."""
    try:
        yield
    except Exception as error:
        found = world_error(error, path)
        if found is None:
            raise
        raise found from error


def world_error(error: BaseException, path: Path) -> UserError | None:
    """What the disk did, if that is what the exception tells; None for a bug."""
    cause = getattr(error, "orig", error)
    if isinstance(cause, zlib.error):
        # Texts' looks, originals and images of the history are stored packed.
        return DamagedProject("damaged", name=path.name)
    if not isinstance(cause, sqlite3.Error):
        return None
    name = getattr(cause, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_FULL"):
        return UserError("disk_full", name=path.name)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return DamagedProject("damaged", name=path.name)
    if name.startswith("SQLITE_READONLY"):
        return UserError("read_only", name=path.name)
    if name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN")):
        return UserError("disk_error", name=path.name)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL")):
        return UserError("busy", name=path.name)
    return None
