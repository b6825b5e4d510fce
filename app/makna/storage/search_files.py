"""The search index's files as rows, and which text in which version they hold."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

PIECE_BYTES = 256 * 1024


class SearchRows:
    """`domain.protocols.SearchFiles` over `search_blob`, and the ledger of what is indexed."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw

    def names(self) -> list[str]:
        return [
            row[0] for row in self._raw.execute("SELECT DISTINCT name FROM search_blob ORDER BY 1")
        ]

    def read(self, name: str) -> bytes:
        rows = self._raw.execute(
            "SELECT data FROM search_blob WHERE name = ? ORDER BY piece", (name,)
        ).fetchall()
        if not rows:
            raise KeyError(name)
        return b"".join(row[0] for row in rows)

    def write(self, name: str, data: bytes) -> None:
        self.delete(name)
        pieces = [data[at : at + PIECE_BYTES] for at in range(0, max(1, len(data)), PIECE_BYTES)]
        self._raw.executemany(
            "INSERT INTO search_blob (name, piece, data) VALUES (?, ?, ?)",
            [(name, number, piece) for number, piece in enumerate(pieces)],
        )

    def delete(self, name: str) -> None:
        self._raw.execute("DELETE FROM search_blob WHERE name = ?", (name,))

    def indexed(self) -> dict[str, int]:
        """Key → version of the text that the index holds."""
        return dict(self._raw.execute("SELECT key, version FROM search_state"))

    def note(self, versions: dict[str, int]) -> None:
        self._raw.executemany(
            "INSERT INTO search_state (key, version) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET version = excluded.version",
            list(versions.items()),
        )

    def forget(self, keys: Iterable[str]) -> None:
        self._raw.executemany("DELETE FROM search_state WHERE key = ?", [(key,) for key in keys])

    def current(self) -> dict[str, int]:
        """Key → version of every text that should be found: sources and memos."""
        rows = self._raw.execute(
            "SELECT 'source:' || s.id, t.version FROM source s"
            " JOIN source_text t ON t.source_id = s.id"
            " UNION ALL SELECT 'memo:' || id, unixepoch(changed_at) FROM memo"
        )
        return dict(rows)
