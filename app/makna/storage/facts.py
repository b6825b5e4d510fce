"""Rows of facts: what is known of a source beyond its own fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from makna.domain.model import SourceId
from makna.storage.rows import delete_rows, insert_rows, update_rows
from makna.storage.tables import FactRow

Pairs = tuple[tuple[str, str], ...]


class Facts:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, source: SourceId) -> Pairs:
        """(name, value) in order."""
        return self.by_source(source).get(source, ())

    def by_source(self, only: int | None = None) -> dict[int, Pairs]:
        """The facts of all sources that have any, or of one."""
        statement = select(FactRow.source_id, FactRow.name, FactRow.value)
        if only is not None:
            statement = statement.where(FactRow.source_id == only)
        found: dict[int, list[tuple[str, str]]] = {}
        ordered = statement.order_by(FactRow.source_id, FactRow.position, FactRow.id)
        for source, name, value in self._connection.execute(ordered):
            found.setdefault(source, []).append((name, value))
        return {source: tuple(facts) for source, facts in found.items()}

    def add(self, facts: Mapping[SourceId, Sequence[tuple[str, str]]]) -> None:
        """Facts of sources that have none yet."""
        rows = [
            {"source_id": source, "position": position, "name": name, "value": value}
            for source, pairs in facts.items()
            for position, (name, value) in enumerate(pairs)
        ]
        insert_rows(self._connection, FactRow, rows)

    def replace(self, source: SourceId, facts: Sequence[tuple[str, str]]) -> None:
        """Make these the facts of a source; rows that stay the same are not touched."""
        columns = (FactRow.id, FactRow.position, FactRow.name, FactRow.value)
        statement = select(*columns).where(FactRow.source_id == source)
        rows = self._connection.execute(statement.order_by(FactRow.position, FactRow.id)).all()
        changed: list[dict[str, Any]] = [
            {"key": row.id, "position": position, "name": name, "value": value}
            for position, (row, (name, value)) in enumerate(zip(rows, facts, strict=False))
            if (row.position, row.name, row.value) != (position, name, value)
        ]
        update_rows(self._connection, FactRow, changed)
        delete_rows(self._connection, FactRow, [row.id for row in rows[len(facts) :]])
        more = [
            {"source_id": source, "position": len(rows) + rank, "name": name, "value": value}
            for rank, (name, value) in enumerate(facts[len(rows) :])
        ]
        insert_rows(self._connection, FactRow, more)
