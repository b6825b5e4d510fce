"""Positions on a card and in the passage."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from makna.domain.errors import UserError
from makna.domain.quote_edits import Edit, with_cut, with_words
from makna.ui.desk.write.pieces import Shown, pieces

words = st.lists(st.sampled_from(["warga", "😀", "jam,", "dua", "\u2028", "kami."]), min_size=3)


@given(words.map(" ".join), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_every_place_of_the_passage_is_found_again(text: str, a: int, b: int, c: int) -> None:
    edits: tuple[Edit, ...] = ()
    with suppress(UserError):
        edits = with_cut(text, edits, min(a, b), max(a, b))
    with suppress(UserError):
        edits = with_words(text, edits, c, c, "kami")
    shown = Shown(pieces(text, edits))
    for place in range(len(text) + 1):
        assert shown.to_passage(shown.to_card(place)) == place


def test_an_addition_is_set_off_by_spaces_only_where_words_touch_it() -> None:
    text = "Kami dua."
    assert Shown(pieces(text, with_words(text, (), 8, 8, "orang"))).text == "Kami dua [orang]."
    replaced = Shown(pieces(text, with_words(text, (), 0, 4, "Admin")))
    assert replaced.text == "Kami [Admin] dua."


def test_the_caret_at_an_edit_names_it() -> None:
    text = "Kami cuma dua orang."
    shown = Shown(pieces(text, with_cut(text, (), 5, 9)))
    assert shown.edit_at(6) == 0
    assert shown.edit_at(1) is None
