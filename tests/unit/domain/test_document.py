"""Layouts: beside the text, compact in storage."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import given

from makna.domain.document import (
    Block,
    Run,
    absolute_runs,
    fits,
    layout_from_json,
    layout_to_json,
    paragraph_starts,
    plain_layout,
)

RUNS = st.builds(
    Run,
    st.integers(0, 9),
    st.integers(0, 9),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.one_of(st.none(), st.text(min_size=1, max_size=4)),
    st.one_of(st.none(), st.just("ab" * 32)),
)
BLOCKS = st.builds(
    Block,
    st.integers(0, 99),
    st.sampled_from(["body", "list", "heading-2"]),
    st.integers(0, 3),
    st.sampled_from(["", "1.", "•"]),
    st.lists(RUNS, max_size=3).map(tuple),
)


@given(st.lists(BLOCKS, max_size=4).map(tuple))
def test_a_layout_comes_back_from_storage_as_it_was(layout: tuple[Block, ...]) -> None:
    assert layout_from_json(layout_to_json(layout)) == layout


def test_plain_paragraphs_are_stored_as_their_lengths() -> None:
    assert layout_to_json(plain_layout("satu\n\ndua")) == [4, 0, 3]


def test_runs_are_told_in_positions_of_the_text() -> None:
    layout = (Block(3), Block(4, runs=(Run(1, 2, bold=True),)))
    assert paragraph_starts(layout) == [0, 4]
    assert list(absolute_runs(layout)) == [Run(5, 6, bold=True)]


def test_blocks_have_to_be_the_paragraphs_and_runs_inside_them_in_order() -> None:
    assert fits("abc\n", (Block(3, runs=(Run(0, 1), Run(1, 3))), Block(0)))
    assert not fits("abc\n", (Block(3),))
    assert not fits("abc", (Block(2),))
    assert not fits("abc", (Block(3, runs=(Run(1, 1),)),))
    assert not fits("abc", (Block(3, runs=(Run(2, 4),)),))
    assert not fits("abc", (Block(3, runs=(Run(0, 2), Run(1, 3))),))
