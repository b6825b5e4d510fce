"""Rows of the code tree."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, func, select

from makna.domain.codetree import CodeTree
from makna.domain.model import Code, CodeId
from makna.storage.rows import IN_LIMIT, batched, delete_rows, insert_row, update_row, update_rows
from makna.storage.tables import CodeRow, CodingRow, PassageRow


class Codes:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def tree(self, *, counted: bool = True) -> CodeTree:
        """All codes; `counted` reads every coding too, which only those who show counts need."""
        counts = self.counts() if counted else {}
        rows = self._connection.execute(select(CodeRow.__table__)).mappings()
        return CodeTree([_code(row, counts) for row in rows])

    def get(self, code: CodeId) -> Code | None:
        """One code, without its counts."""
        statement = select(CodeRow.__table__).where(CodeRow.id == code)
        row = self._connection.execute(statement).mappings().first()
        return None if row is None else _code(row, {})

    def counts(self, only: Collection[CodeId] | None = None) -> dict[int, tuple[int, int]]:
        """Code → (codings, sources), for the codes that have any; of `only` these when given."""
        statement = (
            select(CodingRow.code_id, func.count(), func.count(func.distinct(PassageRow.source_id)))
            .join(PassageRow, PassageRow.id == CodingRow.passage_id)
            .group_by(CodingRow.code_id)
        )
        if only is not None:
            statement = statement.where(CodingRow.code_id.in_(only))
        rows = self._connection.execute(statement)
        return {code: (codings, sources) for code, codings, sources in rows}

    def of_codings(self, codings: Collection[int]) -> set[CodeId]:
        """The codes of these codings."""
        found: set[CodeId] = set()
        for some in batched(sorted(codings), IN_LIMIT):
            rows = self._connection.execute(
                select(CodingRow.code_id).distinct().where(CodingRow.id.in_(some))
            )
            found.update(CodeId(row.code_id) for row in rows)
        return found

    def add(self, **values: Any) -> CodeId:
        return CodeId(insert_row(self._connection, CodeRow, **values))

    def update(self, code: CodeId, **values: Any) -> None:
        update_row(self._connection, CodeRow, code, **values)

    def delete(self, codes: Iterable[CodeId]) -> None:
        delete_rows(self._connection, CodeRow, codes)

    def set_positions(self, ordered: Iterable[CodeId]) -> None:
        """Number siblings from 0 in this order."""
        rows = [{"key": code, "position": rank} for rank, code in enumerate(ordered)]
        update_rows(self._connection, CodeRow, rows)

    def holding_shortcut(self, shortcut: int) -> list[CodeId]:
        rows = self._connection.execute(select(CodeRow.id).where(CodeRow.shortcut == shortcut))
        return [CodeId(row.id) for row in rows]


def _code(row: Any, counts: dict[int, tuple[int, int]]) -> Code:
    codings, sources = counts.get(row["id"], (0, 0))
    return Code(
        id=CodeId(row["id"]),
        guid=row["guid"],
        parent=row["parent_id"],
        position=row["position"],
        name=row["name"],
        color=row["color"],
        description=row["description"],
        when_to_use=row["when_to_use"],
        when_not=row["when_not"],
        example=row["example"],
        origin=row["origin"],
        citation=row["citation"],
        memo=row["memo"],
        shortcut=row["shortcut"],
        codable=bool(row["codable"]),
        codings=codings,
        sources=sources,
    )
