"""The statements that all repositories share."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import Connection

from makna.storage.connection import raw_of
from makna.storage.outline import TABLES

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


def insert_row(connection: Connection, table: str, **values: Any) -> int:
    """Insert one row and return its key.

    Written out, like all here: composing a statement by SQLAlchemy took longer than all that SQLite
    does when a code is put on a passage.
    """
    row = {**TABLES[table].defaults, **_kept(values)}
    cursor = raw_of(connection).execute(_inserting(table, row), tuple(row.values()))
    return int(cursor.lastrowid or 0)


def insert_rows(connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> range:
    """Insert many rows of the same columns at once and return their keys, in order."""
    if not rows:
        return range(0)
    first, defaults = next_key(connection, table), TABLES[table].defaults
    keyed = [{**defaults, **_kept(row), "id": first + rank} for rank, row in enumerate(rows)]
    # By name: a row that says the same in another order must not land in other columns.
    in_order = itemgetter(*keyed[0])
    raw_of(connection).executemany(_inserting(table, keyed[0]), map(in_order, keyed))
    return range(first, first + len(rows))


def _inserting(table: str, columns: Collection[str]) -> str:
    return f'INSERT INTO "{table}" ({_listed(columns)}) VALUES ({_marks(columns)})'


def next_key(connection: Connection, table: str) -> int:
    """The key that SQLite would give next; keys of deleted rows never come back."""
    query = "SELECT seq FROM sqlite_sequence WHERE name = ?"
    found = raw_of(connection).execute(query, (table,)).fetchone()
    return int(found[0] if found else 0) + 1


def read_row(connection: Connection, table: str, key: int) -> dict[str, Any] | None:
    """The row by its columns' names; None when there is none."""
    columns = TABLES[table].columns
    query = f'SELECT {_listed(columns)} FROM "{table}" WHERE id = ?'
    found = raw_of(connection).execute(query, (key,)).fetchone()
    return None if found is None else dict(zip(columns, found, strict=True))


def read_rows(
    connection: Connection, table: str, column: str = "id", keys: Iterable[int] | None = None
) -> Iterator[dict[str, Any]]:
    """Rows by their columns' names, oldest first: all, or where `column` is one of the keys."""
    columns = TABLES[table].columns
    query = f'SELECT {_listed(columns)} FROM "{table}"'
    for row in rows_of(connection, query, column, keys, "id"):
        yield dict(zip(columns, row, strict=True))


def update_row(connection: Connection, table: str, key: int, **values: Any) -> None:
    update_rows(connection, table, [{"key": key, **values}])


def update_rows(connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Update many rows; each mapping holds `key` and the same columns."""
    columns = [name for name in rows[0] if name != "key"] if rows else []
    if columns:
        setting = ", ".join(f'"{name}" = ?' for name in columns)
        kept = map(_kept, rows)
        raw_of(connection).executemany(
            f'UPDATE "{table}" SET {setting} WHERE id = ?',
            [(*(row[name] for name in columns), row["key"]) for row in kept],
        )


def delete_rows(connection: Connection, table: str, keys: Iterable[int]) -> None:
    for some in batched(sorted(keys), IN_LIMIT):
        raw_of(connection).execute(f'DELETE FROM "{table}" WHERE id IN ({_marks(some)})', some)


def keys_where(connection: Connection, table: str, column: str, values: Iterable[int]) -> list[int]:
    """The keys of the rows whose column is one of the values, oldest first."""
    query = f'SELECT id FROM "{table}"'
    return [key for (key,) in rows_of(connection, query, f'"{column}"', sorted(values), "id")]


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def _marks(items: Collection[Any]) -> str:
    return ", ".join("?" * len(items))


def rows_of(
    connection: Connection, query: str, column: str, keys: Iterable[int] | None, order: str
) -> Iterator[Any]:
    """What a query without WHERE finds, in order: of all, or where `column` is one of the keys.

    Of many keys, 500 by 500: in order within those.
    """
    raw = raw_of(connection)
    if keys is None:
        # Not the cursor itself: a generator that is given up would close it, perhaps too late.
        yield from (row for row in raw.execute(f"{query} ORDER BY {order}"))
        return
    for some in batched(keys, IN_LIMIT):
        marks = ", ".join("?" * len(some))
        found = raw.execute(f"{query} WHERE {column} IN ({marks}) ORDER BY {order}", some)
        yield from (row for row in found)


def batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of at most `size` items (itertools.batched is Python 3.12)."""
    iterator = iter(items)
    while some := list(islice(iterator, size)):
        yield some
