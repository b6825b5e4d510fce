"""The index where a window waits: nothing long is done in one go."""

from __future__ import annotations

import pytest

from makna.domain.protocols import SearchFiles
from makna.search import index as index_module
from makna.search import ranking
from makna.search.contents import MERGED_TOGETHER
from makna.search.index import Document, SearchIndex, build_segment, run_merge, staged
from makna.search.query import parse

LONG = "\n".join(f"Paragraf ke-{n} tentang humas dan kata{n}" for n in range(400))


def document(key: str, text: str = LONG, version: int = 1) -> Document:
    return Document(key, version, "id", text)


@pytest.fixture
def index(files: SearchFiles, monkeypatch: pytest.MonkeyPatch) -> SearchIndex:
    monkeypatch.setattr(index_module, "TINY_WORDS", 10)
    return SearchIndex(files, in_turns=True)


def add(index: SearchIndex, count: int, text: str = LONG, kind: str = "source") -> None:
    for number in range(count):
        index.add(build_segment([document(f"{kind}:{number}", f"nomor{number}\n{text}")]))


@pytest.mark.parametrize("query", ["humas", "humas kata17", "paragraf OR kata17 -kata3", "kata*"])
def test_a_query_pauses_while_it_counts(
    index: SearchIndex, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    index.add(build_segment([document("source:1")]))
    whole = index.query(parse(query))
    monkeypatch.setattr(ranking, "PORTION", 10)
    steps, pauses = index.querying(parse(query)), 0
    with pytest.raises(StopIteration) as end:
        while True:
            next(steps)
            pauses += 1
    assert end.value.value == whole
    assert len(whole) == 100 or query == "humas kata17"
    assert pauses > (40 if len(whole) == 100 else 4)


def test_large_files_are_opened_piece_by_piece(sqlite_files: SearchFiles) -> None:
    SearchIndex(sqlite_files).add(build_segment([document("source:1")]))
    pieces = sum(1 for name in sqlite_files.names() for _ in sqlite_files.pieces(name))
    opening = sum(1 for _ in SearchIndex(sqlite_files).opening())
    assert opening >= pieces - 1 > 5


def test_only_tiny_segments_are_merged_at_once(index: SearchIndex) -> None:
    add(index, MERGED_TOGETHER, "humas", "memo")
    assert len(index._open().entries) == 1
    add(index, MERGED_TOGETHER)
    assert len(index._open().entries) == 1 + MERGED_TOGETHER


def test_the_others_wait_for_another_process(index: SearchIndex, files: SearchFiles) -> None:
    add(index, MERGED_TOGETHER)
    before = index.query(parse("humas"), limit=None)
    job = index.merge_due()
    assert job is not None
    assert index.add_merged(job, run_merge(job))
    assert len(index._open().entries) == 1
    assert len(index.query(parse("humas"), limit=None)) == len(before) == 400 * MERGED_TOGETHER
    assert index.merge_due() is None


def test_what_is_mostly_removed_waits_for_another_process(index: SearchIndex) -> None:
    index.add(build_segment([document("a"), document("b"), document("c", "humas")]))
    index.remove(["a", "b"])
    assert index._open().entries[0].dead == {"a", "b"}
    job = index.merge_due()
    assert job is not None
    assert index.add_merged(job, run_merge(job))
    assert index._open().entries[0].dead == frozenset()
    assert index.keys() == {"c": 1}


def test_replaced_files_stay_until_they_are_swept(index: SearchIndex, files: SearchFiles) -> None:
    add(index, MERGED_TOGETHER)
    job = index.merge_due()
    assert job is not None
    index.add_merged(job, run_merge(job))
    left = {name for _, parts, _ in job.parts for name, _ in parts}
    assert set(index.unnamed()) == left
    index.sweep()
    assert not left & set(files.names())
    assert len(index.query(parse("humas"), limit=None)) == 400 * MERGED_TOGETHER


def test_purging_takes_replaced_files_too(index: SearchIndex, files: SearchFiles) -> None:
    add(index, MERGED_TOGETHER)
    job = index.merge_due()
    assert job is not None
    index.add_merged(job, run_merge(job))
    SearchIndex(files).purge()
    assert index.unnamed() == []


@pytest.mark.parametrize("lost", [False, True])
def test_what_was_staged_is_there_when_it_is_published(
    index: SearchIndex, files: SearchFiles, monkeypatch: pytest.MonkeyPatch, lost: bool
) -> None:
    monkeypatch.setattr(index_module, "STAGED_BYTES", 500)
    segment = build_segment([document("source:1")])
    parts = list(staged(segment))
    assert len(parts) > len(segment.files)
    for name, part in parts:
        files.append(name, part)
    assert index.keys() == {}
    assert set(index.unnamed()) == {name for name, _ in segment.files}
    if lost:
        files.delete(segment.files[0][0])
    index.add(segment)
    assert len(SearchIndex(files).query(parse("humas"), limit=None)) == 400
