"""Places after a correction: the rules, and a slow obvious model of them."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from makna.domain.document import Block, Layout, Run, fits
from makna.domain.spans import (
    Splice,
    difference,
    edit_layout,
    follow,
    follow_caret,
    follow_turn,
    minimal,
)

CHARACTERS = st.sampled_from("ab \n\u2028😀")
TEXTS = st.text(CHARACTERS, max_size=24)


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, Splice]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    return text, Splice(start, text[start:end], draw(st.text(CHARACTERS, max_size=6)))


@st.composite
def places(draw: st.DrawFn) -> tuple[str, Splice, int, int]:
    text, splice = draw(edits())
    start = draw(st.integers(0, len(text)))
    return text, splice, start, draw(st.integers(start, len(text)))


def modelled(text: str, splice: Splice, start: int, end: int, *, typed_inside: bool) -> list[int]:
    """Positions of the new text that belong to [start, end): each old character is told apart."""
    new: list[int | None] = [*range(splice.start), *(None for _ in splice.inserted)]
    new += range(splice.end, len(text))
    kept = set(range(start, end))
    return [at for at, old in enumerate(new) if (typed_inside if old is None else old in kept)]


def as_place(positions: list[int]) -> tuple[int, int] | None:
    if not positions:
        return None
    assert positions == list(range(positions[0], positions[-1] + 1))
    return positions[0], positions[-1] + 1


@given(places())
def test_a_passage_follows_as_its_characters_do(place: tuple[str, Splice, int, int]) -> None:
    text, splice, start, end = place
    strictly = start < splice.start and splice.end < end
    covering = start <= splice.start and splice.end <= end and bool(splice.removed)
    positions = modelled(text, splice, start, end, typed_inside=strictly or covering)
    found = follow(start, end, splice)
    if start < end:
        assert as_place(positions) == (found if found[0] < found[1] else None)
    assert 0 <= found[0] <= found[1] <= len(text) + splice.delta


@given(places())
def test_a_turn_also_takes_what_is_typed_at_its_edges(place: tuple[str, Splice, int, int]) -> None:
    text, splice, start, end = place
    inside = start <= splice.start and splice.end <= end
    positions = modelled(text, splice, start, end, typed_inside=inside)
    found = follow_turn(start, end, splice)
    assert as_place(positions) == (found if found[0] < found[1] else None)


@pytest.mark.parametrize(
    ("start", "removed", "inserted", "place"),
    [
        (0, "", "xx", (6, 10)),  # before it
        (4, "", "xx", (6, 10)),  # at its front edge: outside
        (8, "", "xx", (4, 8)),  # at its back edge: outside
        (6, "", "xx", (4, 10)),  # inside
        (4, "kl", "k l", (4, 9)),  # its first words mended
        (6, "mn", "m", (4, 7)),  # its last words mended
        (4, "klmn", "opq", (4, 7)),  # all of its words mended
        (2, "ijkl", "z", (3, 5)),  # across its front
        (6, "mnop", "z", (4, 6)),  # across its back
    ],
)
def test_rules_at_the_edges(
    start: int, removed: str, inserted: str, place: tuple[int, int]
) -> None:
    assert follow(4, 8, Splice(start, removed, inserted)) == place


@pytest.mark.parametrize(("start", "removed"), [(4, "klmn"), (2, "ijklmnop"), (4, "klmno")])
def test_a_passage_whose_text_is_gone_is_empty(start: int, removed: str) -> None:
    found = follow(4, 8, Splice(start, removed, ""))
    assert found[0] == found[1]


@given(edits())
def test_the_smallest_form_of_an_edit_does_the_same(edit: tuple[str, Splice]) -> None:
    text, splice = edit
    small = minimal(splice)
    assert small.apply(text) == splice.apply(text)
    assert small.delta == splice.delta
    if small.removed and small.inserted:
        assert small.removed[0] != small.inserted[0]
        assert small.removed[-1] != small.inserted[-1]


@given(st.text("ab\n", max_size=12), st.text("ab\n", max_size=12))
def test_the_difference_of_two_texts_is_the_smallest_edit_between_them(old: str, new: str) -> None:
    found = difference(old, new)
    assert found.apply(old) == new
    assert found == minimal(Splice(0, old, new))


@pytest.mark.parametrize(
    ("at", "splice", "expected"),
    [
        (2, Splice(4, "", "xy"), 2),
        (4, Splice(4, "", "xy"), 6),
        (9, Splice(4, "", "xy"), 11),
        (6, Splice(4, "xy", ""), 4),
        (5, Splice(4, "xy", "abc"), 7),
        (4, Splice(4, "xy", ""), 4),
    ],
)
def test_a_caret_goes_on_where_something_was_put_in(at: int, splice: Splice, expected: int) -> None:
    assert follow_caret(at, splice) == expected


@given(edits())
def test_an_edit_taken_back_is_the_text_before(edit: tuple[str, Splice]) -> None:
    text, splice = edit
    assert splice.inverse().apply(splice.apply(text)) == text
    assert splice.inverse().inverse() == splice


@st.composite
def layouts(draw: st.DrawFn, text: str) -> Layout:
    """Blocks of the text, with looks anywhere in them."""
    blocks = []
    for paragraph in text.split("\n"):
        cuts = draw(st.lists(st.integers(0, len(paragraph)), max_size=6, unique=True).map(sorted))
        runs = tuple(
            Run(a, b, bold=bool(draw(st.booleans())), italic=True)
            for a, b in zip(cuts[::2], cuts[1::2], strict=False)
        )
        style, marker = draw(st.sampled_from([("body", ""), ("list", "1."), ("heading-1", "")]))
        blocks.append(Block(len(paragraph), style, marker=marker, runs=runs))
    return tuple(blocks)


@given(st.data())
def test_blocks_fit_the_corrected_text_and_come_back(data: st.DataObject) -> None:
    text, splice = data.draw(edits())
    layout = data.draw(layouts(text))
    assert fits(text, layout)
    change = edit_layout(layout, splice)
    edited = change.apply(layout)
    assert fits(splice.apply(text), edited)
    assert change.inverse().apply(edited) == layout


def test_looks_are_not_spread_over_an_empty_paragraph() -> None:
    layout = (Block(4, runs=(Run(0, 4, bold=True),)),)
    edited = edit_layout(layout, Splice(2, "", "\n\n")).apply(layout)
    assert [block.runs for block in edited] == [
        (Run(0, 2, bold=True),),
        (),
        (Run(0, 2, bold=True),),
    ]


def test_text_typed_inside_bold_is_bold_and_at_its_edge_is_not() -> None:
    layout = (Block(6, runs=(Run(2, 4, bold=True),)),)
    assert edit_layout(layout, Splice(3, "", "x")).new[0].runs == (Run(2, 5, bold=True),)
    assert edit_layout(layout, Splice(4, "", "x")).new[0].runs == (Run(2, 4, bold=True),)
    assert edit_layout(layout, Splice(2, "", "x")).new[0].runs == (Run(3, 5, bold=True),)


def test_a_new_paragraph_has_the_style_but_not_the_mark() -> None:
    layout = (Block(4, "list", 1, "2."),)
    assert edit_layout(layout, Splice(2, "", "\n")).new == (
        Block(2, "list", 1, "2."),
        Block(2, "list", 1, ""),
    )


def test_a_removed_picture_takes_its_run_along() -> None:
    layout = (Block(3, runs=(Run(1, 2, picture="00ff"),)),)
    assert edit_layout(layout, Splice(1, "\ufffc", "x")).new == (Block(3),)


def test_a_layout_that_is_not_the_expected_one_is_refused() -> None:
    change = edit_layout((Block(4),), Splice(0, "", "x"))
    with pytest.raises(ValueError, match="not what the edit expects"):
        change.apply((Block(5),))
