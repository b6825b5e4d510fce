"""Content-addressed bytes inside the project file: originals and embedded pictures."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib

from makna.storage.packing import unpacked

_WORTH_DEFLATING = 0.9
"""Kept deflated only when it saves a tenth: docx, pictures and PDF are compressed already."""


class Blobs:
    """Bytes by their SHA-256. Rows never change; the history refers to them by name."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw

    def add(self, data: bytes) -> str:
        """Keep the bytes and return their SHA-256 in hex; the same bytes are kept once."""
        name = hashlib.sha256(data).hexdigest()
        if self._raw.execute("SELECT 1 FROM blob WHERE sha256 = ?", (name,)).fetchone():
            return name
        deflated = b"" if _compressed_already(data) else zlib.compress(data, 6)
        use = bool(deflated) and len(deflated) < len(data) * _WORTH_DEFLATING
        self._raw.execute(
            "INSERT INTO blob (sha256, size, deflated, data) VALUES (?, ?, ?, ?)",
            (name, len(data), int(use), deflated if use else data),
        )
        return name

    def get(self, sha256: str) -> bytes:
        """Raises KeyError when there is no such blob."""
        row = self._raw.execute(
            "SELECT deflated, data FROM blob WHERE sha256 = ?", (sha256,)
        ).fetchone()
        if row is None:
            raise KeyError(sha256)
        return unpacked(row[1]) if row[0] else bytes(row[1])

    def names(self) -> list[str]:
        return [row[0] for row in self._raw.execute("SELECT sha256 FROM blob ORDER BY sha256")]


def _compressed_already(data: bytes) -> bool:
    return data[:2] in (b"PK", b"\x1f\x8b", b"\xff\xd8") or data[:4] in (
        b"\x89PNG",
        b"RIFF",
        b"%PDF",
    )
