"""Names in the margin move down, then share rows, then are counted; they never overprint."""

from hypothesis import given
from hypothesis import strategies as st

from makna.ui.page.labels import MAX_ROWS_DOWN, Wanted, place_labels

ROW = 17.0


def wanted(*tops: float, rows: int = 1) -> list[Wanted]:
    return [Wanted(key, top, rows) for key, top in enumerate(tops)]


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 2)), max_size=60))
def test_no_two_names_overprint_and_none_is_lost(tops: list[tuple[int, int]]) -> None:
    want = [Wanted(key, top, rows) for key, (top, rows) in enumerate(sorted(tops))]
    labels = place_labels(want, ROW)
    boxes = [(a, a.column / a.columns, (a.column + 1) / a.columns) for a in labels]
    for i, (label, left, right) in enumerate(boxes):
        for other, other_left, other_right in boxes[:i]:
            apart = label.top >= other.top + other.rows * ROW
            assert apart or right <= other_left or other_right <= left
    shown = [key for label in labels for key in (label.key, *label.more)]
    assert sorted(shown) == list(range(len(tops)))


@given(st.lists(st.integers(0, 300), max_size=60), st.integers(1, 2))
def test_no_name_stands_far_below_its_bracket(tops: list[int], rows: int) -> None:
    want = wanted(*sorted(map(float, tops)), rows=rows)
    for label in place_labels(want, ROW):
        top = want[label.key].top
        assert top <= label.top <= top + MAX_ROWS_DOWN * ROW


def test_a_lonely_name_stands_at_its_bracket() -> None:
    (label,) = place_labels(wanted(30), ROW)
    assert (label.top, label.columns, label.more) == (30, 1, ())


def test_few_names_move_down() -> None:
    labels = place_labels(wanted(0, 0, 5), ROW)
    assert [label.top for label in labels] == [0, ROW, 2 * ROW]
    assert all(label.columns == 1 for label in labels)


def test_more_names_share_rows_and_the_rest_is_counted() -> None:
    labels = place_labels(wanted(*[0.0] * 14), ROW)
    assert {label.columns for label in labels} == {2}
    assert len(labels) == 2 * (MAX_ROWS_DOWN + 1)
    assert len(labels[-1].more) == 14 - len(labels)


def test_where_two_have_no_room_in_a_row_each_stands_alone() -> None:
    labels = place_labels(wanted(*[0.0] * 14), ROW, columns=1)
    assert {label.columns for label in labels} == {1}
    assert len(labels) == MAX_ROWS_DOWN + 1
    assert sum(len(label.more) for label in labels) == 14 - len(labels)


def test_a_long_name_takes_two_rows_where_there_is_room() -> None:
    labels = place_labels(wanted(0, 0, 60, rows=2), ROW)
    assert [(label.top, label.rows) for label in labels] == [(0, 2), (2 * ROW, 2), (4 * ROW, 2)]


def test_long_names_keep_to_one_row_before_they_stand_far_below_or_are_counted() -> None:
    labels = place_labels(wanted(*[0.0] * 5, rows=2), ROW)
    assert [(label.top, label.rows) for label in labels] == [
        *((row * ROW, 1) for row in range(4)),
        (4 * ROW, 2),
    ]
    assert not any(label.more for label in labels)
