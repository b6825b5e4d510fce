"""What can still be read of a damaged project, copied row by row into a sound file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Table

from makna.domain.errors import UserError
from makna.domain.identity import new_guid
from makna.domain.wording import Message
from makna.scratch_files import unfinished
from makna.storage.clock import now
from makna.storage.connection import raw_connection
from makna.storage.foreign_values import made_fitting, tidied
from makna.storage.history import History
from makna.storage.mapped import tables

_DERIVED = ("search_blob",)
_GUESSED_ROWS = 65_536
"""Keys that are tried where nothing says how many there were."""
_FAILURES = 4_000
"""Attempts in vain after which the rest of a table is given up: a tenth of a second."""

MakeEmpty = Callable[[Path], None]
"""Makes an empty project file, with its tables and nothing in them."""


def salvage(damaged: Path, target: Path, make_empty: MakeEmpty) -> list[Message]:
    """Copy what is readable into a new file; says what was lost, table by table.

    The trail is kept and undo ends. Rows may refer to others that are lost: repair the new file.
    Raises UserError (`nothing_salvaged`, `exists`); the damaged file is only read.
    """
    if target.exists():
        raise UserError("exists", name=target.name)
    with unfinished(target.with_name(target.name + ".part")) as partial:
        make_empty(partial)
        try:
            source = raw_connection(damaged, read_only=True)
        except sqlite3.Error as error:
            raise UserError("nothing_salvaged", name=damaged.name) from error
        copy = raw_connection(partial, read_only=False)
        try:
            said = _copied(source, copy, damaged)
        finally:
            source.close()
            copy.close()
        partial.replace(target)
    return said


def _copied(source: sqlite3.Connection, copy: sqlite3.Connection, damaged: Path) -> list[Message]:
    source.text_factory = lambda data: data.decode("utf-8", "replace")
    said: list[Message] = []
    rescued = 0
    copy.execute("PRAGMA foreign_keys=OFF")
    copy.execute("BEGIN IMMEDIATE")
    for table in tables.Base.metadata.sorted_tables:
        if table.name in _DERIVED:
            continue
        count, whole = _copy_table(source, copy, table)
        rescued += count
        if not whole:
            said.append(Message.of("salvage.partly", table=table.name, count=count))
    if not rescued:
        copy.execute("ROLLBACK")
        raise UserError("nothing_salvaged", name=damaged.name)
    _complete(copy, damaged)
    History(copy).seal()
    copy.execute("COMMIT")
    copy.execute("PRAGMA journal_mode=DELETE")
    return said


def _copy_table(
    source: sqlite3.Connection, copy: sqlite3.Connection, table: Table
) -> tuple[int, bool]:
    """Rows copied, and whether that was all of them."""
    try:
        # A view of that name would run what somebody else has written.
        there = {
            row[0]
            for row in source.execute(
                "SELECT c.name FROM sqlite_master m, pragma_table_info(m.name) c"
                " WHERE m.type = 'table' AND m.name = ? AND m.sql NOT LIKE 'CREATE VIRTUAL%'",
                (table.name,),
            )
        }
    except sqlite3.Error:
        return 0, False
    columns = [column.name for column in table.columns if column.name in there]
    if not columns:
        return 0, False
    rows, whole = _readable(source, table, columns)
    missing = {
        column.name: "" if column.type.python_type is str else 0
        for column in table.columns
        if column.name not in there and not column.nullable
    }
    held = [table.columns[name] for name in columns]
    names = ", ".join(f'"{name}"' for name in (*columns, *missing))
    marks = ", ".join("?" * (len(columns) + len(missing)))
    before = copy.total_changes
    copy.executemany(
        f'INSERT OR IGNORE INTO "{table.name}" ({names}) VALUES ({marks})',
        [(*_fitting(held, row), *missing.values()) for row in rows],
    )
    return copy.total_changes - before, whole


def _fitting(columns: Sequence[Column[Any]], row: Sequence[object]) -> list[object]:
    return [made_fitting(column, value) for column, value in zip(columns, row, strict=True)]


def _readable(
    source: sqlite3.Connection, table: Table, columns: Sequence[str]
) -> tuple[list[tuple[object, ...]], bool]:
    """The rows that can be read, and whether these are all.

    Around what can't be read the keys are halved until the rest can.
    """
    names = ", ".join(f'"{name}"' for name in columns)
    query = f'SELECT {names} FROM "{table.name}"'
    try:
        return source.execute(query).fetchall(), True
    except sqlite3.DatabaseError:
        pass
    rows: list[tuple[object, ...]] = []
    failures = 0
    ranges = [(1, _last_key(source, table.name))]
    while ranges and failures < _FAILURES:
        first, last = ranges.pop()
        try:
            rows += source.execute(f"{query} WHERE rowid BETWEEN ? AND ?", (first, last)).fetchall()
        except sqlite3.DatabaseError:
            failures += 1
            if first < last:
                middle = (first + last) // 2
                ranges += [(middle + 1, last), (first, middle)]
    return rows, False


def _last_key(source: sqlite3.Connection, table: str) -> int:
    for query in (
        f'SELECT max(rowid) FROM "{table}"',
        f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'",
    ):
        try:
            row = source.execute(query).fetchone()
        except sqlite3.DatabaseError:
            continue
        if row and row[0]:
            return int(row[0])
    return _GUESSED_ROWS


def _complete(copy: sqlite3.Connection, damaged: Path) -> None:
    """A project needs to be called something, and somebody has to work in it."""
    tidied(copy)
    if copy.execute("SELECT 1 FROM project").fetchone() is None:
        copy.execute(
            "INSERT INTO project (id, guid, name, description, research_questions, language, memo,"
            " created_at) VALUES (1, ?, ?, '', '', 'id', '', ?)",
            (new_guid(), damaged.stem, now()),
        )
    if copy.execute("SELECT 1 FROM coder").fetchone() is None:
        copy.execute("INSERT INTO coder (guid, name) VALUES (?, ?)", (new_guid(), "?"))
