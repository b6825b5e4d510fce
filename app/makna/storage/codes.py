"""Rows of the code tree."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection

from makna.domain.codetree import CodeTree
from makna.domain.model import Code, CodeId
from makna.storage.chapter_cleanup import forget_codes
from makna.storage.connection import raw_of
from makna.storage.rows import (
    delete_rows,
    insert_row,
    keys_where,
    read_row,
    read_rows,
    update_row,
    update_rows,
)

_COUNTS = """
SELECT c.code_id, count(*), count(DISTINCT p.source_id)
FROM coding c JOIN passage p ON p.id = c.passage_id {which} GROUP BY c.code_id
"""


class Codes:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._bare: tuple[int, CodeTree] | None = None
        """The tree without counts, with what others had written when it was read."""
        self._changing = False
        """Codes were changed, perhaps in a transaction that is still open."""

    def tree(self, *, counted: bool = True) -> CodeTree:
        """All codes; `counted` reads every coding too, which only those who show counts need."""
        if counted:
            return self._read_tree(self.counts())
        raw = raw_of(self._connection)
        # One that only reads is a transaction, too; what it sees stays the same.
        self._changing = self._changing and raw.in_transaction and not _only_reads(raw)
        if self._changing:
            # What is being written may be taken back.
            return self._read_tree({})
        state = int(raw.execute("PRAGMA data_version").fetchone()[0])
        if self._bare is None or self._bare[0] != state:
            self._bare = state, self._read_tree({})
        return self._bare[1]

    def watch(self) -> None:
        """Notice every change of a code on this connection, whoever makes it.

        Steps hardly ever touch codes, and reading 500 of them takes half a frame.
        """
        raw = raw_of(self._connection)
        raw.create_function("makna_codes_changed", 0, self._forget)
        for event in ("INSERT", "UPDATE", "DELETE"):
            raw.execute(
                f"CREATE TEMP TRIGGER watch_code_{event} AFTER {event} ON main.code"
                " BEGIN SELECT makna_codes_changed(); END"
            )

    def _forget(self) -> None:
        self._bare, self._changing = None, True

    def _read_tree(self, counts: dict[int, tuple[int, int]]) -> CodeTree:
        return CodeTree([_code(row, counts) for row in read_rows(self._connection, "code")])

    def get(self, code: CodeId) -> Code | None:
        """One code, without its counts."""
        row = read_row(self._connection, "code", code)
        return None if row is None else _code(row, {})

    def counts(self, only: Collection[CodeId] | None = None) -> dict[int, tuple[int, int]]:
        """Code → (codings, sources), for the codes that have any; of `only` these when given."""
        marks = ", ".join("?" * len(only or ()))
        which = f"WHERE c.code_id IN ({marks})" if only is not None else ""
        rows = raw_of(self._connection).execute(_COUNTS.format(which=which), tuple(only or ()))
        return {code: (codings, sources) for code, codings, sources in rows}

    def number_of(self, code: CodeId) -> int:
        """How many codings a code has."""
        query = "SELECT count(*) FROM coding WHERE code_id = ?"
        return int(raw_of(self._connection).execute(query, (code,)).fetchone()[0])

    def numbers(self) -> dict[int, int]:
        """Code → codings, read from an index alone: quick however many there are."""
        raw = raw_of(self._connection)
        return dict(raw.execute("SELECT code_id, count(*) FROM coding GROUP BY code_id"))

    def add(self, **values: Any) -> CodeId:
        return CodeId(insert_row(self._connection, "code", **values))

    def update(self, code: CodeId, **values: Any) -> None:
        update_row(self._connection, "code", code, **values)

    def delete(self, codes: Iterable[CodeId]) -> None:
        gone = list(codes)
        forget_codes(self._connection, gone)
        delete_rows(self._connection, "code", gone)

    def set_positions(self, ordered: Iterable[CodeId]) -> None:
        """Number siblings from 0 in this order."""
        rows = [{"key": code, "position": rank} for rank, code in enumerate(ordered)]
        update_rows(self._connection, "code", rows)

    def holding_shortcut(self, shortcut: int) -> list[CodeId]:
        found = keys_where(self._connection, "code", "shortcut", [shortcut])
        return [CodeId(code) for code in found]


def _only_reads(raw: sqlite3.Connection) -> bool:
    return bool(raw.execute("PRAGMA query_only").fetchone()[0])


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
