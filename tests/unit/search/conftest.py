"""Places for the index's files: a dict, and a real SQLite database with transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest


class FilesInMemory:
    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    def names(self) -> list[str]:
        return list(self.held)

    def read(self, name: str) -> bytes:
        return self.held[name]

    def write(self, name: str, data: bytes) -> None:
        self.held[name] = data

    def delete(self, name: str) -> None:
        self.held.pop(name, None)


class FilesInSqlite:
    """Rows of at most 4 KB, so that every file of a test has several."""

    ROW = 4096

    def __init__(self) -> None:
        self.database = sqlite3.connect(":memory:", isolation_level=None)
        self.database.execute(
            "create table search_blob (name text, part integer, data blob, "
            "primary key (name, part)) without rowid"
        )

    def names(self) -> list[str]:
        return [row[0] for row in self.database.execute("select distinct name from search_blob")]

    def read(self, name: str) -> bytes:
        rows = self.database.execute(
            "select data from search_blob where name = ? order by part", (name,)
        ).fetchall()
        if not rows:
            raise KeyError(name)
        return b"".join(row[0] for row in rows)

    def write(self, name: str, data: bytes) -> None:
        self.delete(name)
        parts = range(0, max(len(data), 1), self.ROW)
        self.database.executemany(
            "insert into search_blob values (?, ?, ?)",
            [(name, part, data[part : part + self.ROW]) for part in parts],
        )

    def delete(self, name: str) -> None:
        self.database.execute("delete from search_blob where name = ?", (name,))


@pytest.fixture
def files() -> FilesInMemory:
    return FilesInMemory()


@pytest.fixture
def sqlite_files() -> Iterator[FilesInSqlite]:
    made = FilesInSqlite()
    yield made
    made.database.close()
