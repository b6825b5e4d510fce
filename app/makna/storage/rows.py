"""The statements that all repositories share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, delete, insert, update

from makna.storage.connection import raw_of
from makna.storage.tables import Base, Journalled

T = TypeVar("T")
IN_LIMIT = 500
"""Keys a statement names at once; SQLite allows 32,766 variables, older builds 999."""


_NOT_KEPT = re.compile("[\0\ud800-\udfff]")
"""SQLite's JSON ends at NUL, so undo would cut there; UTF-8 has no lone surrogates."""


def kept_text(value: str) -> str:
    """The text as the database can keep it: what it cannot becomes U+FFFD."""
    return _NOT_KEPT.sub("\ufffd", value)


def _kept(values: Mapping[str, Any]) -> dict[str, Any]:
    return {k: kept_text(v) if isinstance(v, str) else v for k, v in values.items()}


def insert_row(connection: Connection, table: type[Journalled], **values: Any) -> int:
    """Insert one row and return its key.

    Written out, like `update_row`: composing these two by SQLAlchemy took longer than all that
    SQLite does when a code is put on a passage.
    """
    row = {**_defaults(_name(table)), **_kept(values)}
    marks = ", ".join("?" * len(row))
    cursor = raw_of(connection).execute(
        f'INSERT INTO "{_name(table)}" ({_listed(row)}) VALUES ({marks})', tuple(row.values())
    )
    return int(cursor.lastrowid or 0)


@cache
def _defaults(table: str) -> dict[str, Any]:
    """What the columns hold that are not named."""
    columns = Base.metadata.tables[table].columns
    found: Iterable[tuple[str, Any]] = ((column.name, column.default) for column in columns)
    return {name: default.arg for name, default in found if default is not None}


def _name(table: type[Journalled]) -> str:
    return str(table.__tablename__)  # type: ignore[attr-defined]


def insert_rows(
    connection: Connection, table: type[Journalled], rows: Sequence[Mapping[str, Any]]
) -> range:
    """Insert many rows at once and return their keys, in order."""
    if not rows:
        return range(0)
    first = next_key(connection, table)
    keyed = [{**_kept(row), "id": first + rank} for rank, row in enumerate(rows)]
    connection.execute(insert(table), keyed)
    return range(first, first + len(rows))


def next_key(connection: Connection, table: type[Journalled]) -> int:
    """The key that SQLite would give next; keys of deleted rows never come back."""
    found = (
        raw_of(connection)
        .execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (_name(table),))
        .fetchone()
    )
    return int(found[0] if found else 0) + 1


def read_row(connection: Connection, table: type[Journalled], key: int) -> dict[str, Any] | None:
    """The row by its columns' names; None when there is none."""
    columns = _columns(_name(table))
    found = (
        raw_of(connection)
        .execute(f'SELECT {_listed(columns)} FROM "{_name(table)}" WHERE id = ?', (key,))
        .fetchone()
    )
    return None if found is None else dict(zip(columns, found, strict=True))


def read_rows(connection: Connection, table: type[Journalled]) -> Iterator[dict[str, Any]]:
    """All rows by their columns' names, oldest first."""
    columns = _columns(_name(table))
    query = f'SELECT {_listed(columns)} FROM "{_name(table)}" ORDER BY id'
    for row in raw_of(connection).execute(query):
        yield dict(zip(columns, row, strict=True))


@cache
def _columns(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in Base.metadata.tables[table].columns)


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def update_row(connection: Connection, table: type[Journalled], key: int, **values: Any) -> None:
    if values:
        columns = ", ".join(f'"{name}" = ?' for name in values)
        raw_of(connection).execute(
            f'UPDATE "{_name(table)}" SET {columns} WHERE id = ?', (*_kept(values).values(), key)
        )


def update_rows(
    connection: Connection, table: type[Journalled], rows: Sequence[Mapping[str, Any]]
) -> None:
    """Update many rows; each mapping holds `key` and the same columns."""
    if rows:
        columns: dict[str, Any] = {name: bindparam(name) for name in rows[0] if name != "key"}
        statement = update(table.__table__).where(table.id == bindparam("key"))  # type: ignore[attr-defined]
        connection.execute(statement.values(**columns), [_kept(row) for row in rows])


def delete_rows(connection: Connection, table: type[Journalled], keys: Iterable[int]) -> None:
    for some in batched(sorted(keys), IN_LIMIT):
        connection.execute(delete(table).where(table.id.in_(some)))


def batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of at most `size` items (itertools.batched is Python 3.12)."""
    iterator = iter(items)
    while some := list(islice(iterator, size)):
        yield some
