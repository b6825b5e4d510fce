"""The floor of ranked search: SQLite's FTS5 over the same paragraphs.

One FTS5 table with default content, tokenizer unicode61, in memory; best 100 by bm25, which is
what the index is asked for. It does not stem, knows no language and keeps no project: it does
less work for each query, which is why it is a floor.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence


class FullText:
    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._database = sqlite3.connect(":memory:")
        self._database.execute("create virtual table texts using fts5(body)")
        self._database.executemany("insert into texts values (?)", ((p,) for p in paragraphs))
        self._database.execute("insert into texts(texts) values ('optimize')")
        self._database.commit()

    def best(self, match: str, limit: int = 100) -> list[int]:
        """Rows of the best paragraphs for an FTS5 expression."""
        rows = self._database.execute(
            "select rowid from texts where texts match ? order by rank limit ?", (match, limit)
        )
        return [row for (row,) in rows]
