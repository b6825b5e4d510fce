"""Quotations: cut, added to, in marks or as a block."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from makna.domain.document import Run
from makna.domain.errors import UserError
from makna.domain.quote_edits import (
    Edit,
    digest,
    edits_from_json,
    edits_to_json,
    fitted,
    with_cut,
    with_words,
)
from makna.domain.quoting import (
    PRESETS,
    Omission,
    border,
    count_words,
    in_marks,
    shortened,
    wants_block,
)
from makna.domain.report import Span, plain

TEXT = "Setiap komentar kami baca. Kalau ada keluhan, admin wajib menjawab dalam 24 jam."


def cut(words: str, text: str = TEXT, edits: tuple[Edit, ...] = ()) -> tuple[Edit, ...]:
    start = text.index(words)
    return with_cut(text, edits, start, start + len(words))


def printed(edits: tuple[Edit, ...], text: str = TEXT, **how: Omission) -> str:
    return plain(shortened(text, (), edits, **how))


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("kami baca", "Setiap komentar […]. Kalau ada keluhan, admin wajib menjawab dalam 24 jam."),
        (
            "Setiap komentar ",
            "[…] kami baca. Kalau ada keluhan, admin wajib menjawab dalam 24 jam.",
        ),
        ("dalam 24 jam.", "Setiap komentar kami baca. Kalau ada keluhan, admin wajib menjawab […]"),
        (
            ", admin",
            "Setiap komentar kami baca. Kalau ada keluhan […] wajib menjawab dalam 24 jam.",
        ),
        ("engar", ""),
    ],
)
def test_a_cut_is_shown_with_the_right_spaces(words: str, wanted: str) -> None:
    if not wanted:
        words, wanted = "omenta", TEXT.replace("komentar", "[…]")
    assert printed(cut(words)) == wanted


def test_a_cut_can_be_three_dots() -> None:
    assert printed(cut("kami baca. "), omission=Omission.DOTS) == (
        "Setiap komentar ... Kalau ada keluhan, admin wajib menjawab dalam 24 jam."
    )


def test_cuts_that_touch_become_one() -> None:
    edits = cut("baca", edits=cut("kami"))
    assert len(edits) == 1
    assert printed(edits).startswith("Setiap komentar […]. Kalau")


def test_a_cut_inside_quotation_marks_keeps_them_close() -> None:
    text = 'Katanya, "Tenang, sudah saya laporkan." Begitu.'
    assert printed(cut("Tenang,", text), text) == 'Katanya, "[…] sudah saya laporkan." Begitu.'
    assert printed(cut("laporkan", text), text) == 'Katanya, "Tenang, sudah saya […]." Begitu.'


def test_a_whole_quotation_cannot_be_cut_away() -> None:
    with pytest.raises(UserError) as caught:
        with_cut(TEXT, (), 0, len(TEXT))
    assert caught.value.key == "cut_everything"
    with pytest.raises(UserError) as caught:
        with_cut(TEXT, (), 6, 7)
    assert caught.value.key == "cut_nothing"


def test_added_words_stand_in_brackets_between_words() -> None:
    at = TEXT.index("admin") + 5
    assert "admin [RW 05] wajib" in printed(with_words(TEXT, (), at, at, "RW 05"))
    assert "admin [RW 05] wajib" in printed(with_words(TEXT, (), at + 1, at + 1, "[RW 05]"))
    assert "admin [RW 05] wajib" in printed(with_words(TEXT, (), at - 2, at - 2, " RW  05 "))


def test_words_are_replaced_where_they_stand() -> None:
    assert printed(with_words(TEXT, (), 0, 1, "s")).startswith("[s]etiap komentar")
    start = TEXT.index("kami")
    assert "komentar [humas] baca" in printed(with_words(TEXT, (), start, start + 4, "humas"))


def test_nothing_is_added_inside_a_cut() -> None:
    edits = cut("kami baca")
    with pytest.raises(UserError) as caught:
        with_words(TEXT, edits, TEXT.index("baca"), TEXT.index("baca"), "x")
    assert caught.value.key == "edits_overlap"
    with pytest.raises(UserError) as caught:
        with_words(TEXT, (), 3, 3, "[ ]")
    assert caught.value.key == "no_words"


def test_bold_and_italics_stay_and_underlines_go() -> None:
    runs = (Run(0, 6, italic=True), Run(7, 15, underline=True), Run(16, 25, bold=True))
    spans = shortened(TEXT, runs, cut("baca"))
    assert spans[0] == Span("Setiap", italic=True)
    assert Span("kami", bold=True) in spans
    assert not any(span.underline for span in spans)


def test_marks_inside_a_quotation_go_one_level_deeper() -> None:
    text = "Katanya, \"Tenang, 'ibu' bilang “nanti”.\" Jum'at ia pergi."
    wanted = "“Katanya, ‘Tenang, 'ibu' bilang ‘nanti’.’ Jum'at ia pergi.”"
    assert plain(in_marks((Span(text),))) == wanted
    assert plain(in_marks((Span("“a ‘b’ c”"),))) == "“‘a “b” c’”"


def test_an_inline_quotation_is_one_paragraph() -> None:
    assert plain(in_marks((Span("satu \ndua\u2028tiga"),))) == "“satu dua tiga”"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("anak-anak itu", 2),
        ("S.Sos. dan M.I.Kom.", 3),
        ("24 jam – atau 10.30", 4),
        ("😀 ya 😀😀", 1),
        ("satu\ndua\u2028tiga", 3),
        ("… — !", 0),
        ("", 0),
    ],
)
def test_words_are_counted_as_word_counts_them(text: str, words: int) -> None:
    assert count_words(text) == words


def test_forty_words_make_a_block() -> None:
    assert not wants_block("kata " * 39, border("40-words"))
    assert wants_block("kata " * 40, border("40-words"))


@pytest.mark.parametrize(("name", "lines"), [("3-lines", 3), ("4-lines", 4), ("5-lines", 5)])
def test_more_lines_than_allowed_make_a_block(name: str, lines: int) -> None:
    line = "x" * 67 + " "
    assert not wants_block(line * lines, border(name))
    assert wants_block(line * lines + "lagi", border(name))


def test_borders_can_be_none_and_always() -> None:
    assert not wants_block("kata " * 500, border("inline"))
    assert wants_block("ya", border("block"))
    assert wants_block("Peneliti: Siapa?\nRina: Saya.", border("inline")), "paragraphs need a block"
    with pytest.raises(UserError) as caught:
        border("7-lines")
    assert all(name in caught.value.line() for name in PRESETS)


def test_an_edit_is_found_again_after_a_correction_elsewhere() -> None:
    edits = cut("kami baca")
    corrected = TEXT.replace("Setiap", "Semua").replace("admin", "petugas")
    found = fitted(corrected, edits, digest(TEXT))
    assert found is not None
    assert printed(found, corrected).startswith("Semua komentar […]. Kalau ada")


@pytest.mark.parametrize("corrected", ["Setiap komentar kubaca.", "kami baca " * 9])
def test_an_edit_without_a_sure_place_is_not_guessed(corrected: str) -> None:
    assert fitted(corrected, cut("kami baca"), digest(TEXT)) is None


def test_edits_whose_words_changed_places_are_not_guessed() -> None:
    one, other = "Warga bertanya soal jalan rusak. ", "Humas menjawab lewat radio desa. "
    first = with_cut(one + other, (), one.index("soal"), one.index(" jalan"))
    at = len(one) + other.index("lewat")
    edits = with_cut(one + other, first, at, at + len("lewat"))
    assert fitted(f"Lalu. {one}{other}", edits, digest(one + other)) is not None
    assert fitted(other + one, edits, digest(one + other)) is None


def test_a_cut_leaves_the_words_that_were_put_in_before_it() -> None:
    text = "Kata admin, itu benar sekali."
    edits = with_words(text, (), 5, 10, "petugas")
    assert printed(with_cut(text, edits, 10, 15), text) == "Kata [petugas] […] benar sekali."


def test_an_addition_is_found_again_by_its_neighbours() -> None:
    at = TEXT.index(" wajib")
    edits = with_words(TEXT, (), at, at, "RW 05")
    corrected = TEXT.replace("Setiap komentar", "Komentar")
    found = fitted(corrected, edits, digest(TEXT))
    assert found is not None
    assert "admin [RW 05] wajib" in printed(found, corrected)


@given(st.text("ab \n.", min_size=1, max_size=40), st.data())
def test_edits_never_lose_or_change_what_they_leave(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    try:
        edits = with_cut(text, (), start, end)
    except UserError:
        return
    (edit,) = edits
    left = text[: edit.start] + text[edit.end :]
    said = plain(shortened(text, (), edits)).replace("[…]", "")
    assert "".join(said.split()) == "".join(left.split())
    assert fitted(text, edits, digest(text)) == edits
    assert edits_from_json(edits_to_json(edits)) == edits
