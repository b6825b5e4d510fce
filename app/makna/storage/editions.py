"""Rows of frozen editions; the frozen texts themselves are blobs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from makna.domain.edition import Edition, EditionId
from makna.domain.model import SourceId
from makna.storage.mapped import tables
from makna.storage.rows import delete_rows, insert_row, update_row


class Editions:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> dict[SourceId, Edition]:
        """Every edition by its source, in one statement."""
        rows = self._connection.execute(
            select(tables.EditionRow.__table__).order_by(tables.EditionRow.id)
        )
        return {SourceId(row["source_id"]): _edition(row) for row in rows.mappings()}

    def add(self, **values: Any) -> EditionId:
        return EditionId(insert_row(self._connection, "edition", **values))

    def update(self, edition: EditionId, **values: Any) -> None:
        update_row(self._connection, "edition", edition, **values)

    def delete(self, editions: Iterable[EditionId]) -> None:
        delete_rows(self._connection, "edition", editions)


def _edition(row: Any) -> Edition:
    return Edition(
        EditionId(row["id"]),
        SourceId(row["source_id"]),
        row["sha256"],
        row["columns"],
        row["frozen_at"],
    )
