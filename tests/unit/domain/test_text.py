"""The canonical text, and what is found in it."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from makna.domain.text import (
    LINE_COLUMNS,
    Lines,
    Paragraphs,
    Sentences,
    canonical,
    one_line,
    paragraph_at,
    sentence_at,
    sentences,
    trimmed,
    word_at,
)

WRITTEN = st.text(st.sampled_from('ab. !?…"”) \n\u2028dr.1A\u00a0'), max_size=60)


@given(st.text(st.characters(codec=None), max_size=30))
def test_canonical_is_idempotent_and_holds_nothing_forbidden(text: str) -> None:
    made = canonical(text)
    assert canonical(made) == made
    assert not set(made) & set("\r\u2029\0\ufdd0\ufdd1\ufeff\ufffe\ud800\udfff")
    made.encode("utf-8")


def test_line_ends_become_one_and_a_mark_at_the_front_goes() -> None:
    assert canonical("\ufeffa\r\nb\rc\u2029d\u2028e\0") == "a\nb\nc\nd\u2028e\ufffd"
    assert canonical("e\u0301 \u00a0") == "e\u0301 \u00a0"


@given(WRITTEN)
def test_sentences_tile_the_paragraph(text: str) -> None:
    for start in Paragraphs(text).starts:
        begin, end = paragraph_at(text, start)
        found = sentences(text, begin, end)
        covered = begin
        for a, b in found:
            assert covered <= a < b <= end
            assert not text[covered:a].strip()
            assert text[a:b] == text[a:b].strip()
            covered = b
        assert not text[covered:end].strip()


@pytest.mark.parametrize(
    "text",
    [
        "Kata dr. Rina itu benar.",
        "Lihat hlm. 12 buku itu.",
        "Budi Santoso, S.Sos. M.Si. hadir di sana.",
        "Media sosial, e.g. Instagram, dipakai.",
        "Menurut J. Grunig ada empat model.",
        "Prof. Dr. H. Ahmad datang.",
        "Ya... tapi tidak.",
        "Harganya 2.500 rupiah.",
    ],
)
def test_a_full_stop_of_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert sentences(text, 0, len(text)) == [(0, len(text))]


def test_sentences_end_at_full_stops_questions_and_quotation_marks() -> None:
    text = "Benarkah? “Ya, tentu.” Ia pergi ke Kab. Bandung! Selesai dr."
    found = [text[a:b] for a, b in sentences(text, 0, len(text))]
    assert found == ["Benarkah?", "“Ya, tentu.”", "Ia pergi ke Kab. Bandung!", "Selesai dr."]


@given(WRITTEN, st.data())
def test_the_sentence_at_a_position_is_one_of_its_paragraph(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    start, end = paragraph_at(text, position)
    found = sentence_at(text, position)
    assert found == (position, position) or found in sentences(text, start, end)


@given(WRITTEN, st.data())
def test_the_word_at_a_position_holds_it(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    start, end = word_at(text, position)
    assert start <= position <= end
    assert all(c.isalnum() for c in text[start:end])
    if position < len(text) and text[position].isalnum():
        assert start <= position < end


def test_hyphens_and_apostrophes_belong_to_a_word() -> None:
    text = "anak-anak Jum'at, ya"
    assert [text[slice(*word_at(text, at))] for at in (2, 12, 20)] == ["anak-anak", "Jum'at", "ya"]
    assert word_at("a  b", 2) == (2, 2)


@given(WRITTEN, st.data())
def test_trimming_leaves_no_space_unless_nothing_else_is_there(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    a, b = trimmed(text, start, end)
    whole = text[start:end]
    assert text[a:b] == (whole.strip() or whole)


def slow_lines(text: str) -> list[str]:
    """The wrap, word for word: what fits goes on the line, spaces at its end belong to it."""
    found = []
    for part in text.replace("\u2028", "\n").split("\n"):
        rest = part
        while rest:
            cut = len(rest) if len(rest) <= LINE_COLUMNS else _cut(rest)
            while cut < len(rest) and rest[cut] in " \t":
                cut += 1
            found.append(rest[:cut])
            rest = rest[cut:]
    return found


def _cut(rest: str) -> int:
    if rest[LINE_COLUMNS] in " \t":
        return LINE_COLUMNS
    spaces = [at for at in range(1, LINE_COLUMNS) if rest[at] in " \t"]
    return spaces[-1] + 1 if spaces else LINE_COLUMNS


WORDS = st.lists(
    st.one_of(
        st.integers(1, 30).map(lambda n: "k" * n),
        st.integers(60, 150).map(lambda n: "p" * n),
        st.sampled_from(["\n", "\u2028", " ", "  ", "\t", "\n\n", " " * 80]),
    ),
    max_size=30,
).map(" ".join)


@given(WORDS)
def test_lines_are_wrapped_and_numbered_as_a_slow_wrap_does(text: str) -> None:
    starts, at = [], 0
    for line in slow_lines(text):
        at = text.index(line, at) if line.strip() else at + _breaks(text, at)
        starts.append(at)
        at += len(line)
    lines = Lines(text)
    assert lines.starts == starts
    assert [lines.number(start) for start in starts] == list(range(1, len(starts) + 1))


def _breaks(text: str, at: int) -> int:
    return next(i for i, c in enumerate(text[at:]) if c not in "\n\u2028")


def test_a_passage_lies_on_the_lines_of_its_first_and_last_character() -> None:
    text = "satu\n\n" + "kata " * 20 + "\nakhir"
    assert Lines(text).span(0, 4) == (1, 1)
    assert Lines(text).span(0, len(text)) == (1, 4)
    assert Lines("").number(0) == 1


@given(WRITTEN, st.data())
def test_paragraph_numbers_count_line_feeds(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    assert Paragraphs(text).number(position) == text.count("\n", 0, position) + 1


def test_a_name_has_one_line_and_steers_nothing() -> None:
    assert one_line(" a\nb\x1b[31m\x00c\u2028d ") == "a b [31m c d"
    assert one_line("a\u202egpj.exe") == "agpj.exe"
    assert one_line("Ibu\u200d 👩\u200d🏫") == "Ibu\u200d 👩\u200d🏫"


@given(st.text(st.sampled_from("abcdefgh \n\u2028"), max_size=600), st.lists(st.integers(0, 700)))
def test_lines_wrapped_as_far_as_asked_have_the_numbers_of_all(
    text: str, places: list[int]
) -> None:
    lines, starts = Lines(text), Lines(text).starts
    for place in places:
        assert lines.number(place) == max(1, sum(start <= place for start in starts))
    assert lines.starts == starts


def test_the_first_line_of_a_long_text_wraps_no_other() -> None:
    text = "kata yang panjang sekali " * 40_000
    lines = Lines(text)
    assert lines.number(3) == 1
    assert len(lines._begun) <= 2


def test_sentences_answer_alike_whatever_was_asked_before() -> None:
    """Each paragraph is taken apart once, and places between sentences belong to the one before."""
    text = " Satu dua.  Tiga!\n\nEmpat (lima). Enam"
    known = Sentences(text)
    found = [text[slice(*known.at(at))] for at in range(len(text))]
    assert found[:12] == ["Satu dua."] * 12
    assert found[12:18] == ["Tiga!"] * 6
    assert [known.at(at) for at in range(len(text))] == [
        sentence_at(text, at) for at in range(len(text))
    ]
    assert known.at(18) == (18, 18)
