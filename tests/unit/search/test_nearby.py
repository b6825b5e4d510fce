"""Words near each other: each kind has a word of its own."""

from __future__ import annotations

from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st

from makna.search.nearby import Stretch, stretches


def slow(places: list[set[int]], between: int) -> list[Stretch]:
    """By trying every way to give each kind a word of its own."""
    words = sorted(set[int]().union(*places))
    fitting = {
        (min(chosen), max(chosen))
        for some in combinations(words, len(places))
        for chosen in permutations(some)
        if all(word in kind for word, kind in zip(chosen, places, strict=True))
        if max(chosen) - min(chosen) + 1 - len(places) <= between
    }
    return sorted(
        (first, last)
        for first, last in fitting
        if not any(first <= a and b <= last and (a, b) != (first, last) for a, b in fitting)
    )


def test_one_word_is_not_taken_for_two_of_three() -> None:
    assert stretches([{0}, {0}, {1, 2}], 3) == []


def test_words_that_are_of_two_kinds_are_given_to_the_one_that_needs_them() -> None:
    assert stretches([{0, 1}, {0}, {4}], 2) == [(0, 4)]


@given(
    st.lists(st.sets(st.integers(0, 7), max_size=4), min_size=2, max_size=4),
    st.integers(1, 6),
)
def test_it_finds_what_trying_everything_finds(places: list[set[int]], between: int) -> None:
    assert stretches(places, between) == slow(places, between)
