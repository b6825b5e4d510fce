"""Going from sentence to sentence on the page."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from makna.ui.page.ladder import sentence_after, sentence_before
from makna.ui.page.view import TextPage
from makna.ui.page.voices import Hidden

TEXT = st.text(alphabet="ab. \n!?A", max_size=60)


def words(page: TextPage) -> str:
    start, end = page.selection() or (0, 0)
    return page.surface.text[start:end]


def test_sentences_come_one_after_the_other_without_who_speaks(page: TextPage) -> None:
    seen = []
    for _ in range(8):
        page.next_sentence()
        seen.append(words(page))
    assert seen[0] == "Wawancara I1"
    assert seen[1] == "Bagaimana tim Ibu menangani aduan warga di media sosial?"
    assert seen[2] == "Setiap komentar kami baca 😀."
    assert seen[-1] == seen[-2] == "Selesai."
    page.previous_sentence()
    assert words(page) == "Tapi ya admin kami cuma dua orang."


def test_a_bare_caret_takes_the_sentence_it_stands_in(page: TextPage, sample: Any) -> None:
    at = sample.text.index("wajib menjawab")
    page.set_selection(at, at)
    page.next_sentence()
    assert words(page).startswith("Kalau ada keluhan")
    page.set_selection(at, at)
    page.previous_sentence()
    assert words(page).startswith("Kalau ada keluhan")


def test_the_caret_counts_where_it_was_moved_away_from_the_passage(
    page: TextPage, sample: Any
) -> None:
    page.select_passage(13)
    at = sample.text.index("komentar")
    page.set_selection(at, at)
    page.expand()
    assert words(page) == "komentar"


@given(TEXT)
def test_going_on_always_ends_and_passes_every_sentence_once(text: str) -> None:
    at, seen = (0, 0), []
    while (found := sentence_after(text, Hidden(), at)) != at:
        seen.append(found)
        at = found
    assert all(before[1] <= after[0] for before, after in pairwise(seen))
    back = [at]
    while seen and (found := sentence_before(text, Hidden(), back[-1])) != back[-1]:
        back.append(found)
    assert not seen or back[::-1] == seen
