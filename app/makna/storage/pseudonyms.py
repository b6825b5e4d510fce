"""Rows of the list of pseudonyms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from makna.domain.pseudonyms import Pseudonym, PseudonymId, PseudonymKind
from makna.storage.mapped import tables
from makna.storage.rows import delete_rows, insert_row, update_row


class Pseudonyms:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Pseudonym]:
        """The list in the order in which it was made."""
        statement = select(tables.PseudonymRow.__table__).order_by(tables.PseudonymRow.id)
        return [_pseudonym(row) for row in self._connection.execute(statement).mappings()]

    def add(self, **values: Any) -> PseudonymId:
        return PseudonymId(insert_row(self._connection, "pseudonym", **values))

    def update(self, pseudonym: PseudonymId, **values: Any) -> None:
        update_row(self._connection, "pseudonym", pseudonym, **values)

    def delete(self, pseudonyms: Iterable[PseudonymId]) -> None:
        delete_rows(self._connection, "pseudonym", pseudonyms)


def _pseudonym(row: Any) -> Pseudonym:
    kind = row["kind"] if row["kind"] in set(PseudonymKind) else PseudonymKind.OTHER
    return Pseudonym(
        PseudonymId(row["id"]), row["guid"], row["name"], row["substitute"], PseudonymKind(kind)
    )
