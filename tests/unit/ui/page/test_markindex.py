"""The index finds what a scan of all marks would find."""

from hypothesis import given
from hypothesis import strategies as st

from makna.ui.page.markindex import MarkIndex
from makna.ui.page.values import Mark

spans = st.lists(st.tuples(st.integers(0, 500), st.integers(1, 200)), max_size=200)


def marks_of(parts: list[tuple[int, int]], first: int = 1) -> list[Mark]:
    return [
        Mark(i % 7, i, i % 3, a, a + n, "#112233", "Kode") for i, (a, n) in enumerate(parts, first)
    ]


@given(spans, st.integers(0, 700), st.integers(1, 100))
def test_finds_all_that_touch_a_stretch(
    parts: list[tuple[int, int]], start: int, length: int
) -> None:
    marks = marks_of(parts)
    found = MarkIndex(marks).overlapping(start, start + length)
    expected = {m.coding_id for m in marks if m.start < start + length and m.end > start}
    assert {m.coding_id for m in found} == expected
    assert [m.start for m in found] == sorted(m.start for m in found)


@given(spans, spans, st.data())
def test_applied_changes_equal_a_fresh_index(
    parts: list[tuple[int, int]], more: list[tuple[int, int]], data: st.DataObject
) -> None:
    marks = marks_of(parts)
    removed = data.draw(st.sets(st.sampled_from([m.coding_id for m in marks] or [0])))
    added = marks_of(more, first=150)
    index = MarkIndex(marks)
    index.apply(removed, added)
    replaced = removed | {m.coding_id for m in added}
    expected = MarkIndex([m for m in marks if m.coding_id not in replaced] + added)
    assert list(index) == list(expected)
    assert index.overlapping(0, 1000) == expected.overlapping(0, 1000)
    for passage in range(7):
        assert set(index.of_passage(passage)) == set(expected.of_passage(passage))


def test_marks_at_a_character_come_innermost_first() -> None:
    outer = Mark(1, 1, 1, 0, 50, "#112233", "Luar")
    inner = Mark(2, 2, 2, 10, 20, "#112233", "Dalam")
    index = MarkIndex([outer, inner])
    assert index.at(15) == [inner, outer]
    assert index.at(20) == [outer]
    assert index.at(50) == []


def test_what_changed_is_told_with_its_old_place() -> None:
    old = Mark(1, 1, 1, 0, 5, "#112233", "Kode")
    new = Mark(1, 1, 1, 20, 25, "#112233", "Kode")
    assert MarkIndex([old]).apply((), [new]) == [old, new]
