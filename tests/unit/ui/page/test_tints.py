"""Overlapping codings become disjoint stretches that agree with a slow look at each character."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from makna.ui.page.tints import blend, flatten
from makna.ui.page.values import Mark

spans = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20), st.integers(1, 4)), max_size=12)


def mark(number: int, start: int, end: int, code: int = 0) -> Mark:
    return Mark(number, number, code or number, start, end, f"#0000{number:02x}", f"Kode {number}")


@given(spans, st.integers(0, 30), st.integers(0, 40))
def test_each_character_lies_under_exactly_its_codes(
    parts: list[tuple[int, int, int]], start: int, length: int
) -> None:
    marks = [mark(i, a, a + n, code) for i, (a, n, code) in enumerate(parts, 1)]
    end = start + length
    shown = {
        at: {m.code_id for m in tint.marks}
        for tint in flatten(marks, start, end)
        for at in range(tint.start, tint.end)
    }
    for at in range(start, end):
        expected = {m.code_id for m in marks if m.start <= at < m.end}
        assert shown.get(at, set()) == expected
    assert all(start <= at < end for at in shown)


@given(spans)
def test_stretches_are_in_order_and_disjoint(parts: list[tuple[int, int, int]]) -> None:
    marks = [mark(i, a, a + n, code) for i, (a, n, code) in enumerate(parts, 1)]
    tints = flatten(marks, 0, 100)
    assert all(a.end <= b.start for a, b in pairwise(tints))
    assert all(tint.start < tint.end for tint in tints)


def test_the_inner_passage_comes_last() -> None:
    outer, inner = mark(1, 0, 50), mark(2, 10, 20)
    tints = flatten([inner, outer], 0, 50)
    assert [tint.marks for tint in tints] == [(outer,), (outer, inner), (outer,)]


def test_a_code_of_two_coders_tints_once() -> None:
    first, second = mark(1, 0, 10, code=7), mark(2, 0, 10, code=7)
    assert flatten([first, second], 0, 10)[0].marks == (first,)


def test_blended_tints_show_both_colours() -> None:
    red = blend(("#ff0000",), "#ffffff", 0.2)
    both = blend(("#ff0000", "#0000ff"), "#ffffff", 0.2)
    assert red == (255, 204, 204)
    assert both == (204, 163, 214)
