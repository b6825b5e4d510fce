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


class Shelf:
    """Marks that are brought when they are asked for."""

    def __init__(self, marks: list[Mark]) -> None:
        self.marks = marks
        self.asked: list[tuple[int, int]] = []

    def fetch(self, start: int, end: int) -> list[Mark]:
        self.asked.append((start, end))
        return [mark for mark in self.marks if mark.start < end and mark.end > start]


@given(spans, st.lists(st.tuples(st.integers(0, 600), st.integers(1, 90)), max_size=6))
def test_fetched_piece_by_piece_it_answers_as_if_all_were_there(
    parts: list[tuple[int, int]], looks: list[tuple[int, int]]
) -> None:
    shelf, whole = Shelf(marks_of(parts)), MarkIndex(marks_of(parts))
    index = MarkIndex((), shelf.fetch)
    for start, length in looks:
        assert index.overlapping(start, start + length) == whole.overlapping(start, start + length)
    index.extend(shelf.marks[::2])
    assert list(index) == list(whole)
    for passage in range(7):
        assert set(index.of_passage(passage)) == set(whole.of_passage(passage))
    assert index.at(100) == whole.at(100)


def test_of_a_passage_that_is_there_in_part_the_rest_is_fetched() -> None:
    both = [Mark(1, number, number, 10, 20, "#112233", "Kode") for number in (1, 2)]
    shelf = Shelf([*both, Mark(2, 3, 1, 500, 510, "#112233", "Kode")])
    index = MarkIndex(both[:1], shelf.fetch)
    assert index.of_passage(1) == both
    assert shelf.asked == [(10, 20)]
    assert len(index.of_passage(2)) == 1


def test_a_stretch_is_asked_for_once_and_only_that() -> None:
    shelf = Shelf(marks_of([(at, 5) for at in range(0, 1000, 10)]))
    index = MarkIndex((), shelf.fetch)
    index.look_at(200, 300)
    assert len(index.overlapping(200, 300)) == 10
    assert index.at(252) == index.overlapping(250, 260)
    assert shelf.asked == [(200, 300)]
    assert len(index) == 100
    assert index.at(702)
    assert len(shelf.asked) == 2
