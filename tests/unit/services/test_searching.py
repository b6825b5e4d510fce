"""Search: the same with and without the index, filters, and coding what was found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from makna.domain.model import CodeId, LinkTarget, SourceId
from makna.search.engine import build_segment
from makna.services import cases, coding, correcting, history, importing, memos, projects, sources
from makna.services.searching import Hit, Searcher, code_hits, widen
from makna.services.span_coding import Span
from makna.storage.project import Project

Code = Callable[[str], CodeId]
Place = Callable[[SourceId, str], tuple[SourceId, int, int]]

QUERIES = (
    "keluhan",
    "jawab",
    "admin OR warga",
    '"dua orang"',
    "keluh* -admin",
    "kelahan~",
    "menjawab NOT admin",
    "complaint",
    "catatan",
    "tidakada",
    "keluhan kind:interview",
    "humas speaker:peneliti",
    "keluhan code:penting",
    'jawab case:"Ibu Rina"',
    "keluhan source:i1",
    "-kind:interview keluhan",
    "keluhan -code:penting",
)


@pytest.fixture
def searcher(project: Project, interview: SourceId, code: Code, place: Place) -> Searcher:
    notes = importing.import_text(
        project, "Notes", "The mayor answers complaints.\nWarga mengeluh: keluhan, keluhan."
    ).value.id
    sources.describe_source(project, notes, kind="observation", language="en")
    coding.apply_code(project, *place(interview, "Setiap keluhan kami baca."), code("penting"))
    rina = cases.add_case(project, "Ibu Rina").value
    speaker = next(s for s in project.sources.speakers(interview) if s["name"] == "Rina")
    sources.link_speaker(project, speaker["id"], rina)
    guid = project.sources.all()[0].guid
    memos.write_memo(project, "Catatan", "Keluhan itu inti.", links=[(LinkTarget.SOURCE, guid)])
    return Searcher(project)


def where(hits: list[Hit]) -> list[tuple[str, str, int, int, str, str, str]]:
    return sorted((h.type, h.name, h.start, h.end, h.text, h.before, h.after) for h in hits)


@pytest.mark.parametrize("query", QUERIES)
def test_what_is_not_indexed_is_found_all_the_same(searcher: Searcher, query: str) -> None:
    scanned = where(searcher.search(query))
    assert searcher.bring_up_to_date() == 3
    assert searcher.pending() == []
    assert where(searcher.search(query)) == scanned
    assert bool(scanned) == (query != "tidakada")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("jawab", ["menjawab", "menjawab"]),
        ("keluhan kind:observation", ["mengeluh", "keluhan", "keluhan"]),
        ("keluhan speaker:rina", ["keluhan"]),
        ("keluhan code:penting", ["keluhan"]),
        ('keluhan case:"ibu rina"', ["keluhan"]),
        ("dua kind:interview", ["dua"]),
    ],
)
def test_filters_leave_what_they_say(searcher: Searcher, query: str, words: list[str]) -> None:
    if "observation" in query:
        words = [w for w in words if w == "keluhan"]
    searcher.bring_up_to_date()
    assert sorted(hit.text for hit in searcher.search(query)) == sorted(words)


def test_a_corrected_text_is_found_as_it_is_now(
    project: Project, interview: SourceId, searcher: Searcher, place: Place
) -> None:
    searcher.bring_up_to_date()
    correcting.edit_text(project, *place(interview, "dua orang"), "tiga gajah")
    assert searcher.pending() == [f"source:{interview}"]
    assert [hit.text for hit in searcher.search("gajah")] == ["gajah"]
    assert searcher.search('"dua orang"') == []
    searcher.bring_up_to_date()
    history.undo(project)
    assert searcher.search("gajah") == []
    assert [hit.text for hit in searcher.search('"dua orang"')] == ["dua orang"]


def test_another_language_is_another_analysis(
    project: Project, searcher: Searcher, interview: SourceId
) -> None:
    searcher.bring_up_to_date()
    sources.describe_source(project, interview, language="en")
    assert searcher.pending() == [f"source:{interview}"]
    scanned = where(searcher.search("jawab"))
    searcher.bring_up_to_date()
    assert where(searcher.search("jawab")) == scanned
    history.undo(project)
    assert [hit.text for hit in searcher.search("jawab")] == ["menjawab", "menjawab"]
    assert projects.check_project(project) == []


def test_a_memo_undone_after_indexing_is_no_damage(project: Project, searcher: Searcher) -> None:
    memo = project.memos.all()[0].id
    memos.change_memo(project, memo, body="Gajah di pelupuk mata.")
    searcher.bring_up_to_date()
    history.undo(project)
    assert projects.check_project(project) == []
    assert searcher.search("gajah") == []
    assert searcher.pending() == [f"memo:{memo}"]


def test_a_removed_source_is_not_found(
    project: Project, searcher: Searcher, interview: SourceId
) -> None:
    searcher.bring_up_to_date()
    sources.remove_sources(project, [interview])
    assert searcher.search("admin") == []
    assert searcher.search("admin", mode="exact") == []
    history.undo(project)
    assert len(searcher.search("admin")) > 0


def test_an_index_rebuilt_is_the_same(searcher: Searcher) -> None:
    searcher.bring_up_to_date()
    before = where(searcher.search("keluhan"))
    assert searcher.rebuild() == 3
    assert where(searcher.search("keluhan")) == before


@pytest.mark.parametrize(
    ("query", "mode", "words"),
    [
        ("DUA ORANG", "exact", ["dua orang"]),
        (r"\d+ jam", "regex", ["24 jam"]),
        ("😀, semua", "exact", ["😀, semua"]),
        ("  ", "ranked", []),
    ],
)
def test_exact_and_regular_expressions_scan_the_text(
    searcher: Searcher, query: str, mode: str, words: list[str]
) -> None:
    assert [h.text for h in searcher.search(query, mode=mode)] == words  # type: ignore[arg-type]


def test_all_hits_are_coded_as_one_step_with_the_query_in_the_trail(
    project: Project, searcher: Searcher, code: Code
) -> None:
    keluhan = code("Keluhan")
    spans = searcher.all_hits("keluhan", "exact")
    assert code_hits(project, spans, keluhan, "keluhan").value == len(spans) == 4
    label = project.history.entries(1)[0].label
    assert label.text("id") == "Beri kode “Keluhan” pada hasil “keluhan”"
    assert project.codes.tree()[keluhan].codings == 4
    assert code_hits(project, spans, keluhan, "keluhan").value == 0
    history.undo(project)
    assert project.codes.tree()[keluhan].codings == 0


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("match", ["keluhan", "wajib"]),
        ("sentence", ["Rina: Setiap keluhan kami baca.", "Admin wajib menjawab dalam 24 jam."]),
        ("paragraph", ["Rina: Setiap keluhan kami baca. Admin wajib menjawab dalam 24 jam."]),
        ("turn", ["Rina: Setiap keluhan kami baca. Admin wajib menjawab dalam 24 jam."]),
    ],
)
def test_hits_grow_to_the_unit_around_them_each_once(
    project: Project, interview: SourceId, unit: str, words: list[str]
) -> None:
    text = project.texts.text(interview)
    first, second = text.index("keluhan kami"), text.index("wajib")
    spans = [Span(interview, first, first + 7), Span(interview, second, second + 5)]
    found = widen(project, spans, unit)  # type: ignore[arg-type]
    assert [text[span.start : span.end] for span in found] == words


def test_context_stays_in_the_paragraph(searcher: Searcher) -> None:
    hit = searcher.search("cuma", mode="exact")[0]
    assert (hit.before, hit.after) == ("Rina: ", " dua orang 😀, semua dikerjakan.")


def test_context_ends_between_words(project: Project) -> None:
    importing.import_text(project, "Panjang", "Kabar warga " * 9 + "jembatan " + "lurah desa " * 9)
    hit = Searcher(project).search("jembatan", mode="exact")[0]
    assert set(hit.before.split()) == {"Kabar", "warga"} == set(hit.before.split()[:2])
    assert set(hit.after.split()) == {"lurah", "desa"}
    assert 40 < len(hit.before) <= 60 and 40 < len(hit.after) <= 60


def test_publishing_in_turns_shows_nothing_before_the_last(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("makna.search.index.STAGED_BYTES", 200)
    searcher = Searcher(project, in_turns=True)
    importing.import_text(project, "Panjang", "Humas menjawab keluhan warga.\n" * 50)
    segment = build_segment(searcher.batch(searcher.pending()))
    turns, before = 0, project.raw.execute("SELECT count(*) FROM history").fetchone()
    for _ in searcher.publishing(segment):
        turns += 1
        assert not project.raw.in_transaction
        assert len(Searcher(project).pending()) == 1
    assert turns > 5
    assert Searcher(project).pending() == []
    assert project.raw.execute("SELECT count(*) FROM history").fetchone() == before


def test_what_a_publication_that_was_broken_off_left_is_swept(project: Project) -> None:
    searcher = Searcher(project, in_turns=True)
    importing.import_text(project, "Satu", "Humas menjawab keluhan warga.")
    segment = build_segment(searcher.batch(searcher.pending()))
    broken = searcher.publishing(segment)
    next(broken)
    broken.close()
    assert project.search_rows.names()
    assert len(searcher.pending()) == 1
    for _ in searcher.sweeping():
        assert not project.raw.in_transaction
    assert project.search_rows.names() == []
