"""The search index's files as rows, and the texts that it should hold."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator

PIECE_BYTES = 256 * 1024
SHORTENED_BY = 4
"""Pieces that are removed in one go: a few milliseconds."""

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

    def pieces(self, name: str) -> Iterator[bytes]:
        number = 0
        query = "SELECT data FROM search_blob WHERE name = ? AND piece = ?"
        while row := self._raw.execute(query, (name, number)).fetchone():
            yield row[0]
            number += 1
        if not number:
            raise KeyError(name)

    def size(self, name: str) -> int:
        query = "SELECT sum(length(data)) FROM search_blob WHERE name = ?"
        found = self._raw.execute(query, (name,)).fetchone()[0]
        return -1 if found is None else int(found)

    def write(self, name: str, data: bytes) -> None:
        self.delete(name)
        self.append(name, data)

    def append(self, name: str, data: bytes) -> None:
        query = "SELECT coalesce(max(piece) + 1, 0) FROM search_blob WHERE name = ?"
        first = self._raw.execute(query, (name,)).fetchone()[0]
        pieces = [data[at : at + PIECE_BYTES] for at in range(0, max(1, len(data)), PIECE_BYTES)]
        self._raw.executemany(
            "INSERT INTO search_blob (name, piece, data) VALUES (?, ?, ?)",
            [(name, number, piece) for number, piece in enumerate(pieces, first)],
        )

    def delete(self, name: str) -> None:
        self._raw.execute("DELETE FROM search_blob WHERE name = ?", (name,))

    def shorten(self, name: str) -> bool:
        query = "SELECT coalesce(max(piece) + 1, 0) FROM search_blob WHERE name = ?"
        kept = self._raw.execute(query, (name,)).fetchone()[0] - SHORTENED_BY
        self._raw.execute("DELETE FROM search_blob WHERE name = ? AND piece >= ?", (name, kept))
        return bool(kept > 0)

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
