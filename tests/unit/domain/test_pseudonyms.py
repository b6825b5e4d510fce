"""Names and what stands for them: whole words, the longest first, in any case and any cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makna.domain.pseudonyms import Disguised, Replacer

LIST = [
    ("Rina", "Informan 1"),
    ("Rina Wati", "Sari"),
    ("Kota Serang", "[Kota A]"),
    ("José", "Budi"),
    ('"Indah"', "Mawar"),
    ("R", "Q"),
    ("I1", "P7"),
    ("@humas_kota", "@akun"),
]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Rina bilang begitu", "Informan 1 bilang begitu"),
        ("RINA WATI dan RINA", "SARI dan INFORMAN 1"),
        ("kata rina tadi", "kata informan 1 tadi"),
        ("Rinaldi, Karina dan Rinatan", "Rinaldi, Karina dan Rinatan"),
        (
            "bukunya Rina, Rina-nya, Rinanya, Rinalah",
            "bukunya Informan 1, Informan 1-nya, Informan 1-nya, Informan 1-lah",
        ),
        ("José's dan Jose\u0301, bukan Jose", "Budi's dan Budi, bukan Jose"),
        ("Rina\u00a0Wati, Rina\u2028Wati, Rina  Wati", "Sari, Sari, Sari"),
        ("Ri\u00adna", "Informan 1"),
        ("Bu Rina dan Pak Wati", "Bu Informan 1 dan Pak Wati"),
        ("Indah itu indah, INDAH", "Mawar itu indah, MAWAR"),
        ("R: ya. r dan R2 tetap", "Q: ya. r dan R2 tetap"),
        ("I1 bukan I12 atau i1", "P7 bukan I12 atau i1"),
        ("lihat @humas_kota di sana", "lihat @akun di sana"),
        ("#Rina2024 dan @rina_sari", "#Informan 1-2024 dan @informan 1_sari"),
        ("kota serang", "[kota a]"),
    ],
)
def test_a_name_is_replaced_where_it_stands_as_a_word(written: str, shown: str) -> None:
    assert Replacer(LIST).apply(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [("di RW 05, RW 051 dan RW 05a", "di [wilayah], RW 051 dan RW 05a"), ("SMAN 12", "SMAN 12")],
)
def test_a_name_that_ends_in_a_number_ends_there(written: str, shown: str) -> None:
    assert Replacer([("RW 05", "[wilayah]"), ("SMAN 1", "[sekolah]")]).apply(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("(R.W.)", "(S.L.)"),
        ("R. W. hadir", "S.L. hadir"),
        ("kata R.W, lalu", "kata S.L., lalu"),
        ("R.W.nya", "S.L.-nya"),
        ("RW 05, r.w. dan A.R.W.", "RW 05, r.w. dan A.R.W."),
    ],
)
def test_initials_are_found_as_people_write_them(written: str, shown: str) -> None:
    assert Replacer([("R.W.", "S.L.")]).apply(written) == shown


def test_names_swapped_are_not_replaced_twice() -> None:
    assert Replacer([("Ana", "Budi"), ("Budi", "Ana")]).apply("Ana dan Budi") == "Budi dan Ana"


def test_the_longest_of_names_that_overlap_wins_wherever_it_begins() -> None:
    names = Replacer([("Bu Rina", "X"), ("Rina Wati Sari", "Y")])
    assert names.apply("Kata Bu Rina Wati Sari.") == "Kata Bu Y."


def test_a_name_cut_by_looks_stands_whole_in_the_piece_where_it_begins() -> None:
    pieces, found = Replacer(LIST).pieces(["kata Ri", "na Wa", "ti pergi"])
    assert pieces == ["kata Sari", "", " pergi"]
    assert [each.written for each in found] == ["Rina Wati"]


def test_a_name_does_not_go_on_in_the_next_paragraph() -> None:
    assert Replacer(LIST).apply("Rina\nWati") == "Informan 1\nWati"


words = st.lists(
    st.sampled_from(["Rina", "Wati", "RINA", "humas", "Kota", "Serang", "rinanya", "R", "\u2028"]),
    max_size=12,
).map(" ".join)


@given(words)
def test_nothing_of_the_list_is_left(text: str) -> None:
    names = Replacer(LIST)
    assert names.find(names.apply(text)) == []


@given(words, st.lists(st.integers(0, 80), max_size=4))
def test_pieces_make_up_the_whole_however_it_is_cut(text: str, cuts: list[int]) -> None:
    edges = sorted({0, len(text), *(min(cut, len(text)) for cut in cuts)})
    parts = [text[a:b] for a, b in pairwise(edges)]
    names = Replacer(LIST)
    assert "".join(names.pieces(parts)[0]) == names.apply(text)
    shown = Disguised(text, names.find(text))
    assert "".join(shown.piece(a, b) for a, b in pairwise(edges)) == shown.text


@given(words, st.integers(0, 60))
def test_a_position_outside_names_leads_back_to_the_same_character(text: str, at: int) -> None:
    shown = Disguised(text, Replacer(LIST).find(text))
    if at < len(shown.text):
        back = shown.original(at)
        inside = any(f.start <= back < f.end for f in Replacer(LIST).find(text))
        assert inside or text[back] == shown.text[at]


@given(st.lists(st.sampled_from(["Rina", "Wati", " ", ", ", "kata", "😀"]), max_size=12))
def test_every_place_shown_is_known_in_the_original(words: list[str]) -> None:
    text = " ".join(words)
    found = Replacer([("Rina", "Informan 1"), ("Wati", "W")]).find(text)
    shown = Disguised(text, found)
    come_from: list[tuple[int, int]] = []
    at = 0
    for name in found:
        come_from += [(i, i + 1) for i in range(at, name.start)]
        come_from += [(name.start, name.end)] * len(name.substitute)
        at = name.end
    come_from += [(i, i + 1) for i in range(at, len(text))]
    assert len(shown.text) == len(come_from)
    assert [shown.original(at) for at in range(len(come_from))] == [a for a, _ in come_from]
    assert [shown.original_end(at + 1) for at in range(len(come_from))] == [b for _, b in come_from]
    assert shown.original(len(shown.text)) == len(text)
