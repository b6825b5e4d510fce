"""Texts and layouts of sources, and the one operation that changes them: the splice."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from makna.domain.document import Layout, layout_from_json, layout_to_json
from makna.domain.errors import UserError
from makna.domain.model import SourceId
from makna.domain.spans import LayoutChange, Splice, edit_layout, follow, follow_turn
from makna.storage.packing import unpacked

_FOLLOWERS: dict[str, Callable[[int, int, Splice], tuple[int, int]]] = {
    "passage": follow,
    "turn": follow_turn,
}


@dataclass(frozen=True)
class Move:
    """A row at the edit: where it was and where it is now. All others just shift."""

    table: str
    key: int
    before: tuple[int, int]
    after: tuple[int, int]


@dataclass(frozen=True)
class SpliceRecord:
    """All that is needed to do a text edit again or to take it back."""

    source: int
    splice: Splice
    layout: LayoutChange
    moves: tuple[Move, ...]

    def inverse(self) -> SpliceRecord:
        moves = tuple(Move(m.table, m.key, m.after, m.before) for m in self.moves)
        return SpliceRecord(self.source, self.splice.inverse(), self.layout.inverse(), moves)

    def to_json(self) -> str:
        return json.dumps(
            {
                "source": self.source,
                "splice": [self.splice.start, self.splice.removed, self.splice.inserted],
                "layout": [
                    self.layout.index,
                    layout_to_json(self.layout.old),
                    layout_to_json(self.layout.new),
                ],
                "moves": [[m.table, m.key, *m.before, *m.after] for m in self.moves],
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def from_json(cls, stored: str) -> SpliceRecord:
        data: dict[str, Any] = json.loads(stored)
        index, old, new = data["layout"]
        return cls(
            data["source"],
            Splice(*data["splice"]),
            LayoutChange(index, layout_from_json(old), layout_from_json(new)),
            tuple(_moved(*move) for move in data["moves"]),
        )


def _moved(table: str, key: int, *at: int) -> Move:
    """Raises ValueError for a table that corrections move nothing in."""
    if table not in _FOLLOWERS:
        raise ValueError(table)
    first, second, third, fourth = at
    return Move(table, key, (first, second), (third, fourth))


class Texts:
    """Reads texts and layouts; writes them at import and by splices."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw

    def text(self, source: SourceId) -> str:
        row = self._raw.execute(
            "SELECT text FROM source_text WHERE source_id = ?", (source,)
        ).fetchone()
        return str(row[0]) if row else ""

    def some(self, sources: Collection[SourceId]) -> dict[SourceId, str]:
        """The texts of these sources."""
        marks = ", ".join("?" * len(sources))
        query = f"SELECT source_id, text FROM source_text WHERE source_id IN ({marks})"
        return dict(self._raw.execute(query, tuple(sources)))

    def length(self, source: SourceId) -> int:
        """Code points, without reading the text."""
        row = self._raw.execute(
            "SELECT length_cp FROM source_text WHERE source_id = ?", (source,)
        ).fetchone()
        return int(row[0]) if row else 0

    def version(self, source: SourceId) -> int:
        row = self._raw.execute(
            "SELECT version FROM source_text WHERE source_id = ?", (source,)
        ).fetchone()
        return int(row[0]) if row else 0

    def layout(self, source: SourceId) -> Layout:
        row = self._raw.execute(
            "SELECT blocks FROM source_layout WHERE source_id = ?", (source,)
        ).fetchone()
        return layout_from_json(json.loads(unpacked(row[0]))) if row else ()

    def add(self, source: SourceId, text: str, layout: Layout) -> None:
        self._raw.execute(
            "INSERT INTO source_text (source_id, length_cp, version, text) VALUES (?, ?, 1, ?)",
            (source, len(text), text),
        )
        self._raw.execute(
            "INSERT INTO source_layout (source_id, blocks) VALUES (?, ?)",
            (source, _packed(layout)),
        )

    def record(self, source: SourceId, splice: Splice) -> SpliceRecord:
        """What the splice would do, computed from the rows as they are now."""
        moves: list[Move] = []
        for table, follower in _FOLLOWERS.items():
            for key, start, end in self._at_edit(table, source, splice):
                moves.append(Move(table, key, (start, end), follower(start, end, splice)))
        return SpliceRecord(source, splice, edit_layout(self.layout(source), splice), tuple(moves))

    def apply(self, record: SpliceRecord) -> None:
        """Change the text, its layout and every place in it.

        Raises UserError (`history_mismatch`) when the text is not what the record expects.
        """
        source, splice = SourceId(record.source), record.splice
        text = self.text(source)
        if text[splice.start : splice.end] != splice.removed:
            raise UserError("history_mismatch")
        try:
            layout = record.layout.apply(self.layout(source))
        except ValueError as error:
            raise UserError("history_mismatch") from error
        edited = splice.apply(text)
        for table in _FOLLOWERS:
            self._shift(table, source, splice)
        for move in record.moves:
            self._raw.execute(
                f'UPDATE {move.table} SET start = ?, "end" = ? WHERE id = ?',
                (*move.after, move.key),
            )
        self._raw.execute(
            "UPDATE source_text SET text = ?, length_cp = ?, version = version + 1"
            " WHERE source_id = ?",
            (edited, len(edited), source),
        )
        self._raw.execute(
            "UPDATE source_layout SET blocks = ? WHERE source_id = ?", (_packed(layout), source)
        )

    def _at_edit(self, table: str, source: int, splice: Splice) -> list[tuple[int, int, int]]:
        rows = self._raw.execute(
            f'SELECT id, start, "end" FROM {table} WHERE source_id = ?1 AND start <= ?3'
            ' AND "end" >= ?2 AND NOT (start < ?2 AND "end" > ?3) ORDER BY id',
            (source, splice.start, splice.end),
        )
        return [(row[0], row[1], row[2]) for row in rows]

    def _shift(self, table: str, source: int, splice: Splice) -> None:
        if not splice.delta:
            return
        # A text edit at the end of a long source moves nothing: the index finds no row.
        self._raw.execute(
            f'UPDATE {table} SET start = start + ?1, "end" = "end" + ?1'
            " WHERE source_id = ?2 AND start > ?3",
            (splice.delta, source, splice.end),
        )
        self._raw.execute(
            f'UPDATE {table} SET "end" = "end" + ?1'
            ' WHERE source_id = ?2 AND start < ?3 AND "end" > ?4',
            (splice.delta, source, splice.start, splice.end),
        )


def _packed(layout: Layout) -> bytes:
    return zlib.compress(json.dumps(layout_to_json(layout), ensure_ascii=False).encode("utf-8"), 3)
