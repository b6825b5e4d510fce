from __future__ import annotations

import time

import pytest

from makna.domain.errors import UserError
from makna.domain.wording import errors_search
from makna.search.patterns import compile_pattern, find_all


def test_a_pattern_finds_places_in_each_text() -> None:
    texts = ["Tahun 2023 dan 2024", "", "\n1999"]
    assert find_all(texts, r"\d{4}") == [[(6, 10), (15, 19)], [], [(1, 5)]]


def test_case_counts_only_when_asked() -> None:
    assert find_all(["Humas humas"], "humas") == [[(0, 5), (6, 11)]]
    assert find_all(["Humas humas"], "humas", case_sensitive=True) == [[(6, 11)]]


def test_a_place_stays_within_its_paragraph_and_is_not_empty() -> None:
    assert find_all(["satu\ndua"], r"u\s*") == [[(3, 4), (6, 7)]]
    assert find_all(["satu\ndua"], r"^d?") == [[(5, 6)]]


@pytest.mark.parametrize("pattern", ["(", "[a", "*", "(?P<a", "a{99999999999}", "a" * 3000])
def test_a_bad_pattern_is_the_users_error(pattern: str) -> None:
    with pytest.raises(UserError) as raised:
        compile_pattern(pattern)
    assert raised.value.key == "bad_pattern"


@pytest.mark.parametrize(
    "pattern", ["a{99999999}", "(a{1000}){1000}", "(?:ab){1000000,}", "((x{99}|y){99}){99}"]
)
def test_a_pattern_that_would_fill_the_memory_is_refused(pattern: str) -> None:
    with pytest.raises(UserError) as raised:
        compile_pattern(pattern)
    assert raised.value.key == "bad_pattern"


@pytest.mark.parametrize(
    "pattern",
    [r"\d{4}-\d{4}", r"[a{9}]{30}", r"\{5}", "[]a]{7}", r"(\w+ ){1,5000}", r"(ya ){500}"],
)
def test_usual_repetitions_are_none_of_that(pattern: str) -> None:
    assert compile_pattern(pattern)


def test_letters_of_every_alphabet_can_be_asked_for() -> None:
    assert find_all(["kafé 12 Δ"], r"\p{L}+") == [[(0, 4), (8, 9)]]


def test_a_pattern_that_would_take_for_ever_is_stopped() -> None:
    start = time.monotonic()
    with pytest.raises(UserError) as raised:
        find_all(["a" * 60 + "b"], r"(a|aa)+$", timeout_s=0.8)
    assert raised.value.key == "slow_pattern"
    assert time.monotonic() - start < 10


def test_every_error_has_its_sentences_in_both_languages() -> None:
    for english, indonesian in errors_search.ERRORS.values():
        assert len(english) == len(indonesian) == 3
        for one, other in zip(english, indonesian, strict=True):
            assert one and other and one != other


@pytest.mark.parametrize(
    ("pattern", "english", "indonesian"),
    [
        ("a(", "At character 3: a ( is never closed", "ada ( yang tidak ditutup"),
        ("a)", "closes nothing", "tidak punya pasangan"),
        ("[a", "a [ is never closed", "ada [ yang tidak ditutup"),
        ("[z-a]", "runs backwards", "terbalik"),
        ("a**", "two repetitions", "berurutan"),
        ("*", "nothing to repeat", "tidak ada yang diulang"),
        ("a{3,1}", "larger", "lebih besar"),
        ("a\\", "after \\", "sesudah \\"),
        (r"\p{Aneh}", "kind of letter", "jenis huruf"),
        ("(?P<1>a)", "name of a group", "nama kelompok"),
        (r"a\5", "not there", "tidak ada"),
        ("(?k)", "after (?", "sesudah (?"),
        ("(" * 3000, "too long", "terlalu panjang"),
    ],
)
def test_what_is_wrong_with_a_pattern_is_said_in_both_languages(
    pattern: str, english: str, indonesian: str
) -> None:
    with pytest.raises(UserError) as raised:
        compile_pattern(pattern)
    assert english in raised.value.line("en")
    assert indonesian in raised.value.line("id")
