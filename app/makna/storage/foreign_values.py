"""Values of a kind that no program of ours writes: found by the check, and told from a bug.

SQLite keeps whatever it is given, also a number where a name belongs. A file that a stranger wrote
may hold such values, and whatever reads them fails.
"""

from __future__ import annotations

import sqlite3
import zlib
from typing import Any

from sqlalchemy import Column, Table

from makna.domain.model import SourceKind
from makna.domain.wording import Message
from makna.storage.journal import pack, unpack
from makna.storage.mapped import tables

_TYPES: dict[type, str] = {str: "text", int: "integer", bool: "integer", bytes: "blob"}
_SHOWN = 20
_KINDS = ", ".join(f"'{kind}'" for kind in SourceKind)
_RULES = {
    ("source", "kind"): f"kind IN ({_KINDS})",
    ("history", "label"): "json_valid(label)",
    ("history", "counts"): "json_valid(counts)",
    ("view_state", "value"): "json_valid(value)",
}
"""What holds of a value beyond its type."""


def strange_values(raw: sqlite3.Connection) -> list[Message]:
    """Where a value is not what its column holds; empty in any project that we wrote."""
    found: list[Message] = []
    for table in tables.Base.metadata.sorted_tables:
        for column in table.columns:
            rows = raw.execute(
                f'SELECT rowid FROM "{table.name}" WHERE NOT ({_fits(table, column)}) LIMIT 3'
            )
            found += [
                Message.of("check.value", table=table.name, column=column.name, row=row)
                for (row,) in rows
            ]
            if len(found) >= _SHOWN:
                return found
    return found


def made_fitting(column: Column[Any], value: object) -> object:
    """The value as its column holds it, as far as that can be."""
    kind = column.type.python_type
    if value is None and column.nullable:
        return None
    if kind is str:
        return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value or "")
    if kind is bytes:
        return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")
    if isinstance(value, int):
        return value
    return None if column.nullable else 0


def tidied(raw: sqlite3.Connection) -> None:
    """Replace what fits no rule: kinds, labels, images of the history."""
    raw.execute(f"UPDATE source SET kind = 'other' WHERE kind NOT IN ({_KINDS})")
    label = Message.of("step.repair").to_json()
    raw.execute("UPDATE history SET label = ? WHERE NOT json_valid(label)", (label,))
    raw.execute("UPDATE history SET counts = '{}' WHERE NOT json_valid(counts)")
    raw.execute("DELETE FROM view_state WHERE NOT json_valid(value)")
    for step, operations in raw.execute("SELECT id, operations FROM history").fetchall():
        try:
            unpack(operations)
        except (zlib.error, ValueError):
            raw.execute("UPDATE history SET operations = ? WHERE id = ?", (pack([]), step))


def _fits(table: Table, column: Column[Any]) -> str:
    kind = _TYPES[column.type.python_type]
    fits = f"typeof(\"{column.name}\") = '{kind}'"
    rule = _RULES.get((table.name, column.name))
    if rule is not None:
        # `json_valid` refuses some blobs with an error.
        fits = f"CASE WHEN {fits} THEN {rule} ELSE 0 END"
    return f'"{column.name}" IS NULL OR {fits}' if column.nullable else fits
