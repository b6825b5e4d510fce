"""Places for the index's files: a dict, and a real SQLite database with transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from makna.storage import search_files
from makna.storage.search_files import SearchRows

PIECE = 1_000


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

    def pieces(self, name: str) -> Iterator[bytes]:
        data = self.read(name)
        return (data[at : at + PIECE] for at in range(0, max(len(data), 1), PIECE))

    def size(self, name: str) -> int:
        return len(self.held[name]) if name in self.held else -1

    def append(self, name: str, data: bytes) -> None:
        self.held[name] = self.held.get(name, b"") + data

    def shorten(self, name: str) -> bool:
        self.delete(name)
        return False


class FilesInSqlite(SearchRows):
    """The project's own rows, of at most 4 KB, so that every file of a test has several."""

    ROW = 4096

    def __init__(self) -> None:
        self.database = sqlite3.connect(":memory:", isolation_level=None)
        self.database.execute(
            "create table search_blob (name text, piece integer, data blob, "
            "primary key (name, piece)) without rowid"
        )
        super().__init__(self.database)


@pytest.fixture
def files() -> FilesInMemory:
    return FilesInMemory()


@pytest.fixture
def sqlite_files(monkeypatch: pytest.MonkeyPatch) -> Iterator[FilesInSqlite]:
    monkeypatch.setattr(search_files, "PIECE_BYTES", FilesInSqlite.ROW)
    made = FilesInSqlite()
    yield made
    made.database.close()
