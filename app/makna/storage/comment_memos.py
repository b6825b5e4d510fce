"""What is known of comments that came from Word files: by their origin."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, select

from makna.domain.model import MemoId
from makna.storage.mapped import tables


class OriginRow(NamedTuple):
    memo: MemoId
    origin: str
    body: str


class CommentMemos:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[OriginRow]:
        """Memos that came from comments, and the logs of what was taken in, oldest first."""
        statement = (
            select(tables.MemoRow.id, tables.MemoRow.origin, tables.MemoRow.body)
            .where(tables.MemoRow.origin != "")
            .order_by(tables.MemoRow.id)
        )
        rows = self._connection.execute(statement)
        return [OriginRow(MemoId(memo), origin, body) for memo, origin, body in rows]
