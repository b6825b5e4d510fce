"""Rows of facts: what is known of a source beyond its own fields."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from makna.domain.model import SourceId
from makna.storage.mapped import tables
from makna.storage.rows import delete_rows, insert_rows, rows_of, update_rows

Pairs = tuple[tuple[str, str], ...]


class Facts:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, source: SourceId) -> Pairs:
        """(name, value) in order."""
        return self.by_source([source]).get(source, ())

    def by_source(self, only: Collection[SourceId] | None = None) -> dict[int, Pairs]:
        """The facts of all sources that have any, or of these."""
        query, order = "SELECT source_id, name, value FROM fact", "source_id, position, id"
        found: dict[int, list[tuple[str, str]]] = {}
        for source, name, value in rows_of(self._connection, query, "source_id", only, order):
            found.setdefault(source, []).append((name, value))
        return {source: tuple(facts) for source, facts in found.items()}

    def add(self, facts: Mapping[SourceId, Sequence[tuple[str, str]]]) -> None:
        """Facts of sources that have none yet."""
        rows = [
            {"source_id": source, "position": position, "name": name, "value": value}
            for source, pairs in facts.items()
            for position, (name, value) in enumerate(pairs)
        ]
        insert_rows(self._connection, "fact", rows)

    def replace(self, source: SourceId, facts: Sequence[tuple[str, str]]) -> None:
        """Make these the facts of a source; rows that stay the same are not touched."""
        columns = (
            tables.FactRow.id,
            tables.FactRow.position,
            tables.FactRow.name,
            tables.FactRow.value,
        )
        statement = select(*columns).where(tables.FactRow.source_id == source)
        rows = self._connection.execute(
            statement.order_by(tables.FactRow.position, tables.FactRow.id)
        ).all()
        changed: list[dict[str, Any]] = [
            {"key": row.id, "position": position, "name": name, "value": value}
            for position, (row, (name, value)) in enumerate(zip(rows, facts, strict=False))
            if (row.position, row.name, row.value) != (position, name, value)
        ]
        update_rows(self._connection, "fact", changed)
        delete_rows(self._connection, "fact", [row.id for row in rows[len(facts) :]])
        more = [
            {"source_id": source, "position": len(rows) + rank, "name": name, "value": value}
            for rank, (name, value) in enumerate(facts[len(rows) :])
        ]
        insert_rows(self._connection, "fact", more)
