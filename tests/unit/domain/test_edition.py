"""Numbers of a frozen text, carried over to the corrected one."""

from __future__ import annotations

import random
import time

import hypothesis.strategies as st
import pytest
from hypothesis import given

from makna.domain.edition import Alignment, carried, numbered
from makna.domain.text import Lines, Paragraphs

TALK = "\n".join(
    f"Rina: Keluhan nomor {n} kami baca, lalu kami teruskan kepada dinas yang berwenang, dan"
    f" jawabannya kami sampaikan kembali kepada warga {n} dengan bahasa yang mudah."
    for n in range(60)
)


def line_of(words: str, frozen: str, current: str) -> int:
    return carried(frozen, current)[0].number(current.index(words))


def test_an_unchanged_text_has_its_own_lines() -> None:
    lines, paragraphs = carried(TALK, TALK)
    assert lines.starts == Lines(TALK).starts
    assert paragraphs.starts == Paragraphs(TALK).starts


@pytest.mark.parametrize(
    "current",
    [
        TALK.replace("nomor 30 kami baca", "nomor 30 sudah kami baca dan catat satu per satu"),
        TALK.replace("Rina: Keluhan nomor 30", "Bu Rina: Keluhan nomor 30"),
        TALK.replace("Rina: Keluhan nomor 30", "Rina: Sisipan baru.\nRina: Keluhan nomor 30"),
        TALK.replace("teruskan kepada dinas", "TERUSKAN pada dinas"),
        "Judul baru\n\n" + TALK,
        TALK.replace("\n", "\n\n"),
        TALK.replace("warga 12 dengan", "warga 12. Lalu dengan"),
    ],
)
def test_a_correction_leaves_all_other_numbers(current: str) -> None:
    before = Lines(TALK)
    for words in ("warga 3 ", "nomor 29 ", "nomor 31 ", "warga 59 "):
        assert line_of(words, TALK, current) == before.number(TALK.index(words))
    paragraphs = carried(TALK, current)[1]
    assert paragraphs.number(current.index("nomor 41 ")) == 42


def test_what_was_put_in_has_the_number_of_its_line() -> None:
    current = TALK.replace("nomor 30 kami baca", "nomor 30 kami baca (dengan cermat sekali)")
    line = Lines(TALK).number(TALK.index("nomor 30 kami"))
    assert line_of("(dengan cermat", TALK, current) == line


def test_a_new_paragraph_belongs_to_the_line_before_it() -> None:
    current = TALK.replace("Rina: Keluhan nomor 30", "Rina: Sisipan.\nRina: Keluhan nomor 30")
    last_line = Lines(TALK).number(TALK.index("\nRina: Keluhan nomor 30"))
    assert line_of("Rina: Sisipan", TALK, current) == last_line
    assert line_of("Rina: Keluhan nomor 30", TALK, current) == last_line + 1


def test_a_paragraph_taken_out_leaves_a_gap_in_the_numbers() -> None:
    gone = next(p for p in TALK.split("\n") if "nomor 30 " in p)
    current = TALK.replace(gone + "\n", "")
    numbers = [line.number for line in numbered(current, *carried(TALK, current))]
    before = Lines(TALK)
    first, last = before.span(TALK.index(gone), TALK.index(gone) + len(gone))
    assert set(range(1, len(before.starts) + 1)) - set(numbers) == set(range(first, last + 1))


def test_numbered_lines_are_the_text_without_a_loss() -> None:
    current = TALK.replace("nomor 30", "nomor tiga puluh\nbaru:").replace("dinas", "kantor dinas")
    lines = numbered(current, *carried(TALK, current))
    assert "".join("".join(line.text.split()) for line in lines) == "".join(current.split())
    assert all(current[line.start : line.end] == line.text for line in lines)
    assert [line.number for line in lines] == sorted({line.number for line in lines})


words = st.text("ab\n ", max_size=60)


@given(words, words, st.data())
def test_numbers_of_any_two_texts_fit_and_never_go_back(
    frozen: str, current: str, data: st.DataObject
) -> None:
    lines, paragraphs = carried(frozen, current)
    assert lines.starts == sorted(lines.starts)
    assert all(0 <= start <= len(current) for start in [*lines.starts, *paragraphs.starts])
    said = numbered(current, lines, paragraphs)
    assert "".join("".join(line.text.split()) for line in said) == "".join(current.split())
    for line in said:
        place = data.draw(st.integers(line.start, line.end - 1))
        if not current[place].isspace():
            assert lines.number(place) == line.number


@given(st.text("abc \n", max_size=80), st.integers(0, 80), st.integers(0, 9), words)
def test_places_outside_one_edit_keep_their_lines(
    frozen: str, start: int, removed: int, put_in: str
) -> None:
    start = min(start, len(frozen))
    end = min(len(frozen), start + removed)
    current = frozen[:start] + put_in + frozen[end:]
    gaps = Alignment(frozen, current).gaps
    assert sum(gap.old_end - gap.old_start for gap in gaps) <= end - start
    rebuilt, at = [], 0
    for gap in gaps:
        rebuilt += [frozen[at : gap.old_start], current[gap.new_start : gap.new_end]]
        at = gap.old_end
    assert "".join([*rebuilt, frozen[at:]]) == current


def test_a_very_long_text_does_not_keep_anyone_waiting() -> None:
    numbers = random.Random(5)
    frozen = "".join(
        f"kata{numbers.randrange(9**7)}{' ' if n % 20 else chr(10)}" for n in range(90_000)
    )
    current = "".join("Z" if numbers.random() < 0.001 else char for char in frozen)
    started = time.process_time()
    carried(frozen, current)
    wrapped = time.process_time()
    assert Lines(frozen).starts
    assert wrapped - started < 30 * (time.process_time() - wrapped)
