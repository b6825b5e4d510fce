"""Comments of files find a place in the text, also when their own words are gone."""

from __future__ import annotations

import pytest

from makna.formats.collector import Place
from makna.formats.notes import Note, placed

TEXT = "\nPertama.\n\nKedua di sini.\n"
STARTS = [0, 1, 10, 11, 26]
"""Where its paragraphs begin; the first, the third and the last are empty."""


def about(start: Place, end: Place) -> str:
    (comment,) = placed([Note("?", start, end)], STARTS, TEXT)
    return TEXT[comment.start : comment.end]


def test_a_comment_is_about_its_words_without_the_blanks_around_them() -> None:
    assert about((3, 5), (3, 9)) == "di"
    assert about((1, 0), (3, 5)) == "Pertama.\n\nKedua"


@pytest.mark.parametrize(
    ("place", "paragraph"),
    [
        ((3, 5), "Kedua di sini."),
        ((1, 0), "Pertama."),
        ((1, 8), "Pertama."),
        ((2, 0), "Pertama."),
        ((0, 0), "Pertama."),
        ((4, 0), "Kedua di sini."),
    ],
)
def test_without_words_it_is_about_the_paragraph_there_or_the_last_before_it(
    place: Place, paragraph: str
) -> None:
    assert about(place, place) == paragraph


def test_comments_come_in_the_order_of_their_places() -> None:
    late, early = Note("late", (3, 0), (3, 5)), Note("early", (1, 0), (1, 7))
    assert [comment.text for comment in placed([late, early], STARTS, TEXT)] == ["early", "late"]
