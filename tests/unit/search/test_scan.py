from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makna.search.query import parse
from makna.search.scan import exact, matches, places, wildcard


def found(query: str, paragraph: str, language: str = "id") -> list[str]:
    return [paragraph[a:b] for a, b in places(parse(query), paragraph, language)]


def test_a_word_is_found_in_its_forms() -> None:
    text = "Humas mempublikasikan berita; publikasinya, dipublikasikan 😂 publik."
    assert found("publikasi", text) == ["mempublikasikan", "publikasinya", "dipublikasikan"]


def test_a_phrase_is_one_place_and_keeps_stop_words() -> None:
    text = "Ini adalah peran dan fungsi humas, peran fungsi."
    assert found('"peran dan fungsi"', text) == ["peran dan fungsi"]


def test_words_near_each_other_are_one_place_in_any_order() -> None:
    text = "Humas kota menjaga citra. Citra itu, kata warga, dijaga oleh humas."
    assert found('"humas citra"~2', text) == ["Humas kota menjaga citra"]
    assert found('"humas citra"~1', text) == []
    assert found('"humas citra"~5', text) == [
        text.removesuffix(".").partition(". ")[0],
        text[26:-1],
    ]
    assert found('"citra citra"~1', text) == ["citra. Citra"]


def test_one_word_is_not_near_itself() -> None:
    assert found('"hum* humas"~3', "Di sini ada humas saja.") == []


def test_quotation_marks_mean_the_word_as_written() -> None:
    assert found('"publikasi"', "mempublikasikan publikasi") == ["publikasi"]


def test_only_what_makes_the_query_true_is_a_place() -> None:
    text = "humas dan media"
    assert found("humas OR (media citra)", text) == ["humas"]
    assert found("humas -media", text) == []
    assert found("humas -citra", text) == ["humas"]


def test_overlapping_places_are_joined() -> None:
    assert found('"peran humas" OR peran OR "humas kota"', "peran humas kota") == [
        "peran humas kota"
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("komuni*", ["komunikasi", "komunitas"]),
        ("k?munikasi", ["komunikasi"]),
        ("*nitas", ["komunitas"]),
        ("komunikosi~", ["komunikasi"]),
        ("komuinkasi~1", ["komunikasi"]),
    ],
)
def test_inexact_words(query: str, expected: list[str]) -> None:
    assert found(query, "komunikasi dalam komunitas komedi") == expected


def test_a_blank_paragraph_answers_nothing() -> None:
    assert not matches(parse("-humas"), " \t ", "id")
    assert matches(parse("-humas"), "—", "id")
    assert not matches(parse(""), "humas", "id")


@given(st.text(alphabet="ab*?", max_size=8), st.text(alphabet="ab", max_size=10))
def test_wildcards_mean_what_a_plain_pattern_means(pattern: str, word: str) -> None:
    plain = "".join({"*": ".*", "?": "."}.get(c, c) for c in pattern)
    assert bool(wildcard(pattern).fullmatch(word)) == bool(re.fullmatch(plain, word))


def test_a_wildcard_with_many_stars_ends_soon() -> None:
    assert not wildcard("*a" * 40 + "*b").fullmatch("a" * 128)


def test_exact_search_ignores_case_but_not_when_asked() -> None:
    text = "Citra citra CITRA"
    assert exact(text, "citra") == [(0, 5), (6, 11), (12, 17)]
    assert exact(text, "citra", case_sensitive=True) == [(6, 11)]
    assert exact(text, "") == []


def test_letters_that_grow_when_folded_do_not_shift_places() -> None:
    text = "İİ ß 😂 Straße\nSTRASSE ﬁle"
    assert [text[a:b] for a, b in exact(text, "strasse")] == ["Straße", "STRASSE"]
    assert [text[a:b] for a, b in exact(text, "FILE")] == ["ﬁle"]
    assert exact("ß", "s") == []
    assert exact("ßs", "s") == [(1, 2)]


def test_exact_search_crosses_paragraphs() -> None:
    assert exact("satu\nDua\ntiga", "u\ndua") == [(3, 8)]


def _slowly(text: str, needle: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        end = next(
            (e for e in range(at + 1, len(text) + 1) if text[at:e].casefold() == needle.casefold()),
            None,
        )
        if end is not None:
            spans.append((at, end))
        at = at + 1 if end is None else end
    return spans


@given(st.text(alphabet="aAsSßİi\n😂", max_size=12), st.text(alphabet="aSßİi\n", max_size=3))
def test_exact_search_agrees_with_trying_every_place(text: str, needle: str) -> None:
    assert exact(text, needle) == (_slowly(text, needle) if needle else [])


@pytest.mark.parametrize("text", ["Di Café Ré.", "Di Cafe\u0301 Re\u0301."])
@pytest.mark.parametrize("needle", ["café", "cafe\u0301", "CAFÉ RÉ"])
def test_an_accent_is_found_however_it_is_composed(text: str, needle: str) -> None:
    (place,) = exact(text, needle)
    assert unicodedata.normalize("NFC", text[slice(*place)]).casefold() == (
        unicodedata.normalize("NFC", needle).casefold()
    )
