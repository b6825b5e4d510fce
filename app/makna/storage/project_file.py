"""Making, opening, upgrading and locking the file of a project."""

from __future__ import annotations

import os
import socket
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Connection

from makna.domain.errors import BadFile, DamagedProject, NewerSchema, ProjectLocked, UserError
from makna.domain.identity import Identity, new_guid
from makna.scratch_files import PART, PrivateFolder, unfinished
from makna.storage.backups import copy_to
from makna.storage.clock import now
from makna.storage.connection import (
    APPLICATION_ID,
    open_reader,
    open_writer,
    raw_connection,
    raw_of,
    world_errors,
    wrap,
)
from makna.storage.foreign_log import set_aside_foreign_log, set_aside_left_log
from makna.storage.mapped import tables
from makna.storage.migration import HEAD, known_revisions, upgrade
from makna.storage.outline import TABLES
from makna.storage.project import Project
from makna.storage.recognition import refuse_other_files

SUFFIX = ".makna"
OPENED_BY = "opened_by"
"""Key in the view state: who has the file open for writing, as `process · host · since`."""
FILE_NAME = "file_name"
"""Key in the view state: what the file is called. Backups hold it too, so that one can be found for
a file of which nothing can be read any more."""
ERASING = "erasing"
"""Key in the view state: something was erased, and its traces are not yet wiped off the file."""


BackUp = Callable[[Path], object]
"""Makes a backup of a project file that is about to be upgraded."""


def create(path: Path, name: str, language: str, coder: Identity) -> Project:
    """Make a project file and open it.

    Raises UserError when the file exists already or its folder cannot be written.
    """
    if path.exists():
        raise UserError("exists", name=path.name)
    if not path.parent.is_dir():
        raise UserError("no_folder", name=str(path.parent))
    lock = _lock(path)
    try:
        with world_errors(path), unfinished(path.with_name(path.name + PART)) as partial:
            # It gets its name when it is whole: a program killed here leaves nothing in the way.
            partial.unlink(missing_ok=True)
            _make(partial, name, language, coder)
            set_aside_left_log(path)
            partial.rename(path)
        return _opened(path, lock)
    except BaseException:
        _release(lock)
        raise


def open_project(path: Path, *, back_up: BackUp, read_only: bool = False) -> Project:
    """Open a project, upgrading an older one after a backup; to be read, a private copy of it.

    Raises UserError (`no_file`, `project_is_folder`), BadFile for what is something else,
    DamagedProject, NewerSchema, and ProjectLocked when another program writes in it (open it
    `read_only` then).
    """
    if not path.is_file():
        key = "project_is_folder" if path.is_dir() else "no_file"
        raise UserError(key, name=str(path))
    refuse_other_files(path)
    _look_at_log(path)
    with world_errors(path):
        revision = _revision(path)
    if revision not in known_revisions():
        raise NewerSchema("newer_schema", name=path.name)
    if read_only:
        with world_errors(path):
            return _for_reading(path) if revision == HEAD else _upgraded_copy(path, revision)
    if not os.access(path, os.W_OK):
        raise UserError("read_only", name=path.name)
    lock = _lock(path)
    try:
        if revision != HEAD:
            back_up(path)
            upgrade(path, revision)
        return _opened(path, lock)
    except BaseException:
        _release(lock)
        raise


def opened_by(path: Path) -> str:
    """Who has the project open for writing: `process · host · since` (UTC), or empty."""
    try:
        connection = raw_connection(path, read_only=True)
        try:
            row = connection.execute(
                "SELECT value FROM view_state WHERE key = ?", (OPENED_BY,)
            ).fetchone()
        finally:
            connection.close()
    except sqlite3.Error:
        return ""
    return str(row[0]).strip('"') if row else ""


def locked(path: Path) -> ProjectLocked:
    """Who has the project open, in words: on which computer, since when by the local clock."""
    try:
        process, host, since = opened_by(path).split(" · ")
        moment = datetime.fromisoformat(since.replace("Z", "+00:00")).astimezone()
    except ValueError:
        return ProjectLocked("locked", name=path.name, who="?")
    words = moment.strftime("%Y-%m-%d %H:%M")
    if host == socket.gethostname():
        return ProjectLocked("locked_here", name=path.name, process=process, since=words)
    return ProjectLocked("locked_there", name=path.name, host=host, since=words)


def lock_path(path: Path) -> Path:
    """Beside the file itself: who comes by another name, through a link, meets the same lock."""
    real = path.resolve()
    return real.with_name(f".{real.name}.lock")


def _lock(path: Path) -> FileLock:
    lock = FileLock(lock_path(path), timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise locked(path) from error
    except OSError as error:
        raise UserError("read_only", name=path.name) from error
    return lock


def _look_at_log(path: Path) -> None:
    """After a crash only: a log that no program is writing. Raises UserError (`foreign_log`)."""
    path = path.resolve()
    if not path.with_name(path.name + "-wal").exists():
        return
    try:
        lock = FileLock(lock_path(path), timeout=0)
        lock.acquire()
    except (Timeout, OSError):
        return
    try:
        with world_errors(path):
            set_aside_foreign_log(path)
    finally:
        _release(lock)


def _opened(path: Path, lock: FileLock) -> Project:
    with world_errors(path):
        connection = _whole(path, open_writer(path))
        project = Project(path, connection, writable=True, on_close=lambda: _release(lock))
    try:
        with project.writing():
            who = f"{os.getpid()} · {socket.gethostname()} · {now()}"
            project.view_state.set(OPENED_BY, who)
            project.view_state.set(FILE_NAME, path.name)
        if project.view_state.get(ERASING):
            # The program died, or another one was reading, before all traces were gone.
            project.wipe()
    except BaseException:
        connection.close()
        raise
    return project


def _for_reading(path: Path) -> Project:
    connection = _whole(path, open_reader(path))
    return Project(path, connection, writable=False, on_close=lambda: _tidy_up(path))


def _upgraded_copy(path: Path, revision: str) -> Project:
    """An older project that must not be touched now: a copy of it, upgraded where nobody looks."""
    folder = PrivateFolder()
    try:
        copy = copy_to(path, folder.path / "copy.makna")
        _tidy_up(path)
        upgrade(copy, revision)
        connection = _whole(path, open_reader(copy))
    except BaseException:
        folder.close()
        raise
    return Project(path, connection, writable=False, on_close=folder.close)


def _whole(path: Path, connection: Connection) -> Connection:
    """The connection, if all tables and columns are there. Raises DamagedProject.

    A millisecond; whatever is missing would look like a bug at the first query.
    """
    raw = raw_of(connection)
    try:
        found = {
            (table, column)
            for table, column in raw.execute(
                "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c"
                " WHERE m.type = 'table'"
            )
        }
    except sqlite3.Error:
        connection.close()
        raise
    if not _expected() <= found:
        connection.close()
        raise DamagedProject("damaged", name=path.name)
    return connection


@cache
def _expected() -> frozenset[tuple[str, str]]:
    return frozenset((name, column) for name, table in TABLES.items() for column in table.columns)


def _release(lock: FileLock) -> None:
    """Let go of the lock; a clean close leaves a single file."""
    path = Path(lock.lock_file)
    with suppress(OSError):
        # While it is still ours: removed after the release it might be the next holder's. (A lock
        # taken on a removed file is noticed by filelock. Windows refuses, and removes it itself.)
        path.unlink()
    lock.release()
    if os.name == "nt":
        with suppress(OSError):
            path.unlink()


def _tidy_up(path: Path) -> None:
    """Take away the `-wal` and `-shm` that reading made, unless another program uses them.

    A connection that only reads leaves them behind; SQLite removes them, under its own locks, when
    the last connection that may write is closed.
    """
    if not path.with_name(path.name + "-wal").exists():
        return
    with suppress(sqlite3.Error):
        raw = raw_connection(path, read_only=False)
        try:
            raw.execute("PRAGMA query_only=ON")
            raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            raw.close()


def _refuse_foreign_parts(raw: sqlite3.Connection, path: Path) -> None:
    """Raises DamagedProject (`foreign_parts`) for what no version of ours has put into a file.

    A trigger would act at every step, a view or virtual table show what is not there.
    """
    # What SQLite itself writes begins so; anything else was put there by hand.
    row = raw.execute(
        "SELECT type, name FROM sqlite_master WHERE type NOT IN ('table', 'index') OR NOT"
        " (sql IS NULL OR sql GLOB 'CREATE TABLE *' OR sql GLOB 'CREATE INDEX *'"
        " OR sql GLOB 'CREATE UNIQUE INDEX *')"
    ).fetchone()
    if row is not None:
        raise DamagedProject("foreign_parts", name=path.name, part=f"{row[0]} {row[1]}")


def make_empty(path: Path) -> None:
    """A file with all tables and nothing in them."""
    path.touch(exist_ok=False)
    raw = raw_connection(path, read_only=False)
    try:
        # First of all: it is of no effect once anything has been written.
        raw.execute("PRAGMA auto_vacuum=INCREMENTAL")
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        raw.execute("PRAGMA journal_mode=WAL")
        connection = wrap(raw)
        raw.execute("BEGIN IMMEDIATE")
        tables.Base.metadata.create_all(connection)
        raw.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        raw.execute("INSERT INTO alembic_version VALUES (?)", (HEAD,))
        raw.execute("COMMIT")
        connection.close()
    except BaseException:
        raw.close()
        path.unlink(missing_ok=True)
        raise
    raw.close()


def _make(path: Path, name: str, language: str, coder: Identity) -> None:
    make_empty(path)
    project = Project(path, open_writer(path), writable=True, on_close=lambda: None)
    with project.writing():
        # Before the history begins: undo never takes the project itself away.
        project.overview.create(guid=new_guid(), name=name, language=language, created_at=now())
        project.overview.add_coder(coder.guid, coder.name)
        project.forget_journal()
    project.close()


def _revision(path: Path) -> str:
    """The schema's revision. Raises BadFile for what is not a Makna project, DamagedProject."""
    raw = raw_connection(path, read_only=True)
    try:
        application = raw.execute("PRAGMA application_id").fetchone()[0]
        if application != APPLICATION_ID:
            raise BadFile("other_database", name=path.name)
        _refuse_foreign_parts(raw, path)
        row = raw.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(row[0])
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith(("SQLITE_CANTOPEN", "SQLITE_BUSY", "SQLITE_IOERR")):
            raise
        raise DamagedProject("damaged", name=path.name) from error
    finally:
        raw.close()
