"""The search index's files as rows, and the texts that it should hold."""

from __future__ import annotations

import sqlite3
import zlib

PIECE_BYTES = 256 * 1024


LANGUAGE_STEP = 1 << 16


def text_version(version: int) -> int:
    """The part of a version that grows with the text."""
    return version // LANGUAGE_STEP


def _mark(language: str) -> int:
    return zlib.crc32(language.encode("utf-8")) % LANGUAGE_STEP


class SearchRows:
    """`domain.protocols.SearchFiles` over `search_blob`."""

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

    def current(self) -> dict[str, int]:
        """Key → version of every text that should be found: sources and memos.

        The version also tells the language, by which words were stemmed: see `text_version`.
        """
        rows = self._raw.execute(
            "SELECT 'source:' || s.id, t.version, s.language FROM source s"
            " JOIN source_text t ON t.source_id = s.id"
            " UNION ALL SELECT 'memo:' || m.id,"
            " CAST((julianday(m.changed_at) - 2440587.5) * 86400000 AS INTEGER), p.language"
            " FROM memo m, project p"
        )
        return {key: version * LANGUAGE_STEP + _mark(language) for key, version, language in rows}

    def named(self, key: str) -> tuple[str, str]:
        """GUID and name of the source or memo of a key; empty ones when it is gone."""
        kind, number = key.split(":")
        query = (
            "SELECT guid, title FROM memo WHERE id = ?"
            if kind == "memo"
            else "SELECT guid, name FROM source WHERE id = ?"
        )
        row = self._raw.execute(query, (int(number),)).fetchone()
        return (row[0], row[1]) if row else ("", "")
