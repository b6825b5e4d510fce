"""The index inside a real database, under real transactions."""

from __future__ import annotations

import sqlite3
from typing import Protocol

from makna.domain.protocols import SearchFiles
from makna.search.index import Document, SearchIndex, build_segment
from makna.search.query import parse


class FilesInSqlite(SearchFiles, Protocol):
    ROW: int
    database: sqlite3.Connection


LONG = "\n".join(f"Paragraf ke-{n} tentang humas dan kata{n}" for n in range(400))


def test_the_index_travels_in_rows(sqlite_files: FilesInSqlite) -> None:
    SearchIndex(sqlite_files).add(build_segment([Document("source:1", 1, "id", LONG)]))
    rows = sqlite_files.database.execute("select count(*), max(length(data)) from search_blob")
    count, longest = rows.fetchone()
    assert count > 10
    assert longest <= sqlite_files.ROW
    found = SearchIndex(sqlite_files).query(parse("kata17"))
    assert [(hit.key, hit.paragraph) for hit in found] == [("source:1", 17)]


def test_a_rolled_back_transaction_leaves_no_trace(sqlite_files: FilesInSqlite) -> None:
    index = SearchIndex(sqlite_files)
    index.add(build_segment([Document("source:1", 1, "id", LONG)]))
    before = list(sqlite_files.database.execute("select * from search_blob order by name, piece"))
    sqlite_files.database.execute("begin immediate")
    index.add(build_segment([Document("source:1", 2, "id", "citra")]))
    index.remove(["source:1"])
    assert index.keys() == {}
    sqlite_files.database.execute("rollback")
    after = list(sqlite_files.database.execute("select * from search_blob order by name, piece"))
    assert after == before
    assert index.keys() == {"source:1": 1}
    assert len(index.query(parse("humas"), limit=None)) == 400
    assert index.query(parse("citra")) == []


def test_work_goes_on_after_a_rollback(sqlite_files: FilesInSqlite) -> None:
    index = SearchIndex(sqlite_files)
    for version in range(1, 15):
        sqlite_files.database.execute("begin immediate")
        index.add(build_segment([Document(f"memo:{version % 4}", version, "id", f"isi{version}")]))
        sqlite_files.database.execute("rollback" if version % 3 == 0 else "commit")
    assert index.keys() == {"memo:0": 8, "memo:1": 13, "memo:2": 14, "memo:3": 11}
    assert SearchIndex(sqlite_files).keys() == index.keys()
    assert not index.stale()
