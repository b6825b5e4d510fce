"""The code one means stands first."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makna.ui.widgets import ranking as ranking_module
from makna.ui.widgets.ranking import CodeEntry, CodeRanking, Fit

CODES = [
    CodeEntry(1, "Respons cepat", ("Manage",), description="Jawaban dalam 24 jam"),
    CodeEntry(2, "Teknisi komunikasi"),
    CodeEntry(3, "Fasilitator komunikasi", hint="jembatan · penghubung"),
    CodeEntry(4, "Manage"),
    CodeEntry(
        5, "Relasi dengan warga", ("Engage",), description="Warga dan pejabat, " * 3 + "akrab"
    ),
    CodeEntry(6, "Komunikasi krisis"),
]


def _ids(typed: str, recent: list[int] | None = None) -> list[int]:
    return [match.entry.id for match in CodeRanking(CODES, recent or []).find(typed)]


def test_a_name_that_starts_so_comes_before_a_word_and_a_word_before_the_inside() -> None:
    assert _ids("komunikasi") == [6, 2, 3]
    assert _ids("asi") == [2, 3, 5, 6]
    assert _ids("man") == [4, 1]


def test_the_exact_name_is_first_and_case_does_not_matter() -> None:
    assert _ids("MANAGE")[0] == 4
    assert CodeRanking(CODES).has_name("  manage ")
    assert not CodeRanking(CODES).has_name("manag")


def test_synonyms_and_definitions_find_a_code() -> None:
    (match,) = CodeRanking(CODES).find("jembat")
    assert (match.entry.id, match.fit, match.snippet) == (
        3,
        Fit.DESCRIPTION,
        "jembatan · penghubung",
    )
    assert _ids("24 jam") == [1]


def test_words_in_any_order_may_stand_in_name_and_path() -> None:
    assert _ids("cepat manage") == [1]
    assert _ids("warga engage") == [5]


def test_a_long_definition_is_shown_from_where_it_fits() -> None:
    (match,) = CodeRanking(CODES).find("akrab")
    assert match.snippet.startswith("…")
    assert match.snippet.endswith("akrab")


def test_a_typing_mistake_still_finds_the_code() -> None:
    (match, *_) = CodeRanking(CODES).find("fasilitatr")
    assert (match.entry.id, match.fit) == (3, Fit.SIMILAR)


def test_a_new_name_is_not_taken_for_a_similar_one() -> None:
    assert _ids("Citra kota ramah anak") == []
    assert _ids("zzz") == []


def test_recent_codes_come_first_when_nothing_is_typed_and_break_ties_later() -> None:
    assert _ids("", [3, 5]) == [3, 5, 1, 2, 4, 6]
    assert _ids("komunikasi", [3]) == [6, 3, 2]


@given(st.text(max_size=12))
def test_whatever_is_typed_each_code_comes_at_most_once_best_fit_first(typed: str) -> None:
    matches = CodeRanking(CODES, [2]).find(typed)
    assert len({match.entry.id for match in matches}) == len(matches)
    fits = [match.fit for match in matches]
    assert fits == sorted(fits)


def fastest(action: Callable[[], object]) -> float:
    """Seconds of this thread: others share the processor."""
    took = []
    for _ in range(3):
        started = time.thread_time()
        action()
        took.append(time.thread_time() - started)
    return min(took)


def test_five_hundred_codes_are_ranked_in_little_more_than_reading_them() -> None:
    codes = [
        CodeEntry(i, f"Kode nomor {i} tentang {i * 7}", ("Tema",), description="penjelasan " * 30)
        for i in range(500)
    ]
    ranking = CodeRanking(codes)
    asked = ("k", "nomor 4", "penjel", "nomro 499")
    ours = fastest(lambda: [ranking.find(typed) for typed in asked])
    read = [code.description.casefold() for code in codes]
    floor = fastest(lambda: [typed in each.casefold() for typed in asked for each in read])
    assert ours < 60 * floor


def test_before_anything_is_typed_no_name_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[str] = []
    monkeypatch.setattr(ranking_module, "fold", lambda text: folded.append(text) or text)
    ranking = CodeRanking(CODES, [CODES[2].id])
    listed = [match.entry.id for match in ranking.find("")]
    assert listed[0] == CODES[2].id and sorted(listed) == sorted(code.id for code in CODES)
    assert folded == [""]
