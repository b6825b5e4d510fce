"""What the bytes of a project file are for."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

_STORED = """
SELECT
  (SELECT coalesce(sum(length(CAST(text AS BLOB))), 0) FROM source_text)
  + (SELECT coalesce(sum(length(blocks)), 0) FROM source_layout),
  (SELECT coalesce(sum(length(data)), 0) FROM blob),
  (SELECT coalesce(sum(length(operations)), 0) FROM history),
  (SELECT coalesce(sum(length(data)), 0) FROM search_blob)
"""


@dataclass(frozen=True)
class Sizes:
    """In bytes. All but `file` add up to it."""

    file: int
    texts: int
    """With their formatting."""
    originals: int
    """As they were imported, and pictures; compressed."""
    history: int
    """What undo needs."""
    index: int
    """Of the search; derived."""
    free: int
    """Given back to the system bit by bit."""
    rest: int
    """Everything else: codes, passages, memos, and what SQLite needs to find them."""


def sizes(raw: sqlite3.Connection) -> Sizes:
    """What there is now. The texts are read for it: 50 million characters take a tenth of a second.

    SQLite's own table of pages (dbstat) is left out of many builds.
    """
    page = raw.execute("PRAGMA page_size").fetchone()[0]
    file = page * raw.execute("PRAGMA page_count").fetchone()[0]
    free = page * raw.execute("PRAGMA freelist_count").fetchone()[0]
    texts, originals, history, index = raw.execute(_STORED).fetchone()
    rest = file - free - texts - originals - history - index
    return Sizes(file, texts, originals, history, index, free, rest)
