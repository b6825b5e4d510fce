"""The statements that all repositories share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, delete, insert, text, update

from makna.storage.tables import Journalled

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
    """Insert one row and return its key."""
    result = connection.execute(insert(table).values(**_kept(values)))
    assert result.inserted_primary_key is not None
    return int(result.inserted_primary_key[0])


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
    name = table.__tablename__  # type: ignore[attr-defined]
    found = connection.execute(
        text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": name}
    ).scalar()
    return int(found or 0) + 1


def update_row(connection: Connection, table: type[Journalled], key: int, **values: Any) -> None:
    if values:
        connection.execute(update(table).where(table.id == key).values(**_kept(values)))


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
