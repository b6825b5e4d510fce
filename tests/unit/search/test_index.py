from __future__ import annotations

import json
import os
import pickle
import zlib
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from makna.domain.protocols import SearchFiles
from makna.search.index import Document, MergeJob, SearchIndex, build_segment, run_merge
from makna.search.query import parse

INDONESIAN = (
    "Peran humas\n\n"
    "Humas mempublikasikan kegiatan wali kota di situs web.\n"
    "Publikasi itu membangun citra kota layak anak, dan masyarakat bertanya.\n"
    "Menurut informan, komunikasi dan komunitas penting."
)
ENGLISH = "The interviews described public relations.\nInterviewing officials took two weeks."


def document(key: str, text: str, language: str = "id", version: int = 1) -> Document:
    return Document(key, version, language, text)


def index_of(files: SearchFiles, *documents: Document) -> SearchIndex:
    index = SearchIndex(files)
    index.add(build_segment(documents))
    return index


def hits(index: SearchIndex, query: str, **options: object) -> set[tuple[str, int]]:
    found = index.query(parse(query), **options)  # type: ignore[arg-type]
    return {(hit.key, hit.paragraph) for hit in found}


@pytest.fixture
def index(files: SearchFiles) -> SearchIndex:
    return index_of(files, document("source:1", INDONESIAN), document("memo:1", ENGLISH, "en"))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("publikasi", {("source:1", 2), ("source:1", 3)}),
        ('"publikasi"', {("source:1", 3)}),
        ("interview", {("memo:1", 0), ("memo:1", 1)}),
        ("interview weeks", {("memo:1", 1)}),
        ("humas -publikasi", {("source:1", 0)}),
        ('"layak anak"', {("source:1", 3)}),
        ('"komunikasi dan komunitas"', {("source:1", 4)}),
        ('"dan komunikasi"', set()),
        ("komuni*", {("source:1", 4)}),
        ("k?munitas", {("source:1", 4)}),
        ("komunikosi~", {("source:1", 4)}),
        ("tanya OR informan", {("source:1", 3), ("source:1", 4)}),
        ("apa peran humas?", {("source:1", 0)}),
        ("-kota -interview", {("source:1", 0), ("source:1", 4)}),
        ("tiadakata", set()),
        ("", set()),
        ("kind:interview", set()),
    ],
)
def test_golden_queries(index: SearchIndex, query: str, expected: set[tuple[str, int]]) -> None:
    assert hits(index, query) == expected


def test_the_best_paragraph_comes_first(files: SearchFiles) -> None:
    text = "citra di antara banyak kata lain yang panjang sekali\ncitra citra citra\nkota"
    index = index_of(files, document("a", text))
    assert [hit.paragraph for hit in index.query(parse("citra"))] == [1, 0]


def test_a_rare_word_weighs_more_than_a_common_one(files: SearchFiles) -> None:
    text = "\n".join(["humas kota"] * 20 + ["humas tujuan", "humas humas"])
    index = index_of(files, document("a", text))
    assert index.query(parse("tujuan OR humas"))[0].paragraph == 20


def test_limit_and_keys_narrow_the_answer(index: SearchIndex) -> None:
    assert len(index.query(parse("publikasi"), limit=1)) == 1
    assert len(index.query(parse("publikasi"), limit=None)) == 2
    assert hits(index, "publikasi", keys=["memo:1"]) == set()
    assert hits(index, "interview", keys={"memo:1", "nowhere"}) == {("memo:1", 0), ("memo:1", 1)}


def test_a_newer_version_replaces_the_older(index: SearchIndex) -> None:
    index.add(build_segment([document("source:1", "Citra baru", version=2)]))
    assert hits(index, "citra") == {("source:1", 0)}
    assert hits(index, "publikasi") == set()
    assert index.keys() == {"source:1": 2, "memo:1": 1}


def test_replaced_documents_go_with_the_new_segment(index: SearchIndex) -> None:
    index.add(build_segment([]), replaced=["memo:1"])
    assert index.keys() == {"source:1": 1}


def test_removed_documents_are_found_no_more(index: SearchIndex) -> None:
    index.remove(["memo:1", "nowhere"])
    assert hits(index, "interview") == set()
    assert hits(index, "-humas") == {("source:1", 3), ("source:1", 4)}
    assert index.keys() == {"source:1": 1}


def test_a_text_without_words_counts_as_indexed(files: SearchFiles) -> None:
    index = index_of(files, document("a", ""), document("b", "\n \n"))
    assert index.keys() == {"a": 1, "b": 1}
    assert hits(index, "-x") == set()


def test_purging_leaves_nothing_of_a_removed_text(files: SearchFiles) -> None:
    index = index_of(files, document("a", "rahasia " + "kota " * 9), document("b", "kota " * 99))
    index.remove(["a"])
    index.purge()
    assert not any(b"rahasia" in files.read(name) for name in files.names())
    assert hits(index, "kota") == {("b", 0)}


def test_many_small_segments_are_merged(files: SearchFiles) -> None:
    index = SearchIndex(files)
    for number in range(60):
        index.add(build_segment([document(f"memo:{number}", f"kata{number} humas")]))
    assert len(files.names()) < 60
    assert len(index.query(parse("humas"), limit=None)) == 60
    assert hits(index, "kata17") == {("memo:17", 0)}
    assert set(index.keys()) == {f"memo:{number}" for number in range(60)}


def test_rewriting_one_memo_again_and_again_leaves_one_segment(files: SearchFiles) -> None:
    index = SearchIndex(files)
    for version in range(40):
        index.add(build_segment([document("memo:1", f"isi{version}", version=version)]))
    assert len(files.names()) == 5
    assert hits(index, "isi*") == {("memo:1", 0)}


@pytest.fixture
def large(files: SearchFiles, monkeypatch: pytest.MonkeyPatch) -> SearchIndex:
    """An index whose six segments count as large."""
    monkeypatch.setattr("makna.search.index.LARGE_WORDS", 2)
    index = SearchIndex(files)
    for number in range(6):
        index.add(build_segment([document(f"source:{number}", f"humas kata{number}\nkota")]))
    return index


def test_large_segments_are_merged_elsewhere(files: SearchFiles, large: SearchIndex) -> None:
    job = large.merge_due()
    assert job is not None
    assert large.add_merged(job, run_merge(pickle.loads(pickle.dumps(job))))
    assert len(files.names()) == 5
    assert large.merge_due() is None
    assert hits(large, "humas") == {(f"source:{number}", 0) for number in range(6)}


def test_documents_removed_during_a_merge_stay_removed(files: SearchFiles) -> None:
    index = index_of(files, document("a", "humas satu"), document("b", "humas dua"))
    entry = index._open().entries[0]
    parts = tuple((name, files.read(name)) for name, _, _ in entry.files)
    job = MergeJob(((entry.name, parts, frozenset()),))
    merged = run_merge(job)
    index.remove(["a"])
    assert index.add_merged(job, merged)
    assert index.keys() == {"b": 1}
    assert hits(index, "humas") == {("b", 0)}


def test_a_merge_whose_parts_are_gone_is_dropped(large: SearchIndex) -> None:
    job = large.merge_due()
    assert job is not None
    merged = run_merge(job)
    large.remove(["source:3"])
    assert not large.add_merged(job, merged)
    assert len(large.keys()) == 5


def test_clear_leaves_no_file_and_spares_those_of_others(files: SearchFiles) -> None:
    index = index_of(files, document("a", "humas"))
    files.write("other.txt", b"x")
    index.clear()
    assert files.names() == ["other.txt"]
    assert index.keys() == {}


def test_another_reader_sees_what_was_published(files: SearchFiles) -> None:
    writer, reader = SearchIndex(files), SearchIndex(files)
    assert reader.keys() == {}
    writer.add(build_segment([document("a", "humas")]))
    assert hits(reader, "humas") == {("a", 0)}


def test_the_index_opens_file_by_file(files: SearchFiles) -> None:
    SearchIndex(files).add(build_segment([document("a", "humas menjawab")]))
    SearchIndex(files).add(build_segment([document("b", "warga bertanya")]))
    index = SearchIndex(files)
    turns = sum(1 for _ in index.opening())
    assert turns >= 2 * 2
    assert set(index.keys()) == {"a", "b"}
    assert list(index.opening()) == []


def test_an_index_of_another_version_is_stale_and_replaced(files: SearchFiles) -> None:
    index_of(files, document("a", "humas"))
    contents = json.loads(files.read("makna.toc"))
    files.write("makna.toc", json.dumps({**contents, "stamp": "whoosh (0, 0, 1)"}).encode())
    index = SearchIndex(files)
    assert index.stale()
    assert index.keys() == {}
    assert hits(index, "humas") == set()
    index.add(build_segment([document("b", "humas")]))
    assert not index.stale()
    assert index.keys() == {"b": 1}
    assert len(files.names()) == 5


@pytest.mark.parametrize("ending", ["toc", "trm", "pst", "lex", "doc"])
@pytest.mark.parametrize("damage", ["flipped", "cut", "missing", "empty"])
def test_a_damaged_file_makes_the_index_stale(files: SearchFiles, ending: str, damage: str) -> None:
    index_of(files, document("a", INDONESIAN))
    name = next(name for name in files.names() if name.endswith(ending))
    data = files.read(name)
    middle = len(data) // 2
    if damage == "missing":
        files.delete(name)
    else:
        flipped = data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :]
        files.write(name, {"flipped": flipped, "cut": data[:-3], "empty": b""}[damage])
    index = SearchIndex(files)
    # Without its table of contents an index is not there: as empty as a stale one.
    assert index.stale() or (ending, damage) == ("toc", "missing")
    assert index.keys() == {}
    index.add(build_segment([document("a", INDONESIAN)]))
    assert hits(SearchIndex(files), "publikasi") == {("a", 2), ("a", 3)}


class _Trap:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return (os.mkdir, (str(self.path),))


@pytest.mark.parametrize("ending", ["trm", "lex"])
def test_a_project_from_a_stranger_cannot_run_code_through_its_index(
    files: SearchFiles, tmp_path: Path, ending: str
) -> None:
    index_of(files, document("a", INDONESIAN))
    trap = pickle.dumps(_Trap(tmp_path / "sprung"))
    contents = json.loads(files.read("makna.toc"))
    for row in contents["segments"][0][2]:
        if row[0].endswith(ending):
            # Whoosh reads its notes from the end of the file, by the length that stands there.
            forged = files.read(row[0])[:-4] + trap + len(trap).to_bytes(4, "big")
            files.write(row[0], forged)
            row[1:] = [len(forged), zlib.crc32(forged)]
    files.write("makna.toc", json.dumps(contents).encode())
    index = SearchIndex(files)
    assert index.stale()
    assert index.query(parse("humas")) == []
    assert not (tmp_path / "sprung").exists()


def test_a_segment_is_built_in_a_process_of_its_own(files: SearchFiles) -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        segment = pool.submit(build_segment, [document("a", INDONESIAN)]).result()
    index = SearchIndex(files)
    index.add(segment)
    assert hits(index, "publikasi") == {("a", 2), ("a", 3)}
