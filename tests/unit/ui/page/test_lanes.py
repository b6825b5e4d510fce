"""No bracket hides another, whatever the order in which they come into view."""

from hypothesis import given
from hypothesis import strategies as st

from makna.ui.page.lanes import LaneBook

stretches = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=40)


@given(stretches)
def test_brackets_in_one_lane_never_overlap(parts: list[tuple[int, int]]) -> None:
    book: LaneBook[int] = LaneBook()
    placed = [(book.lane(i, a, a + n), a, a + n) for i, (a, n) in enumerate(parts)]
    for i, (lane, top, bottom) in enumerate(placed):
        for other, above, below in placed[:i]:
            assert lane != other or bottom <= above or below <= top


@given(stretches)
def test_in_order_of_tops_no_lane_is_wasted(parts: list[tuple[int, int]]) -> None:
    book: LaneBook[int] = LaneBook()
    for i, (a, n) in enumerate(sorted(parts)):
        book.lane(i, a, a + n)
    deepest = max((sum(a <= at < a + n for a, n in parts) for at in range(100)), default=0)
    assert book.count == deepest


def test_a_bracket_keeps_its_lane_when_another_goes() -> None:
    book: LaneBook[str] = LaneBook()
    book.lane("a", 0, 10)
    assert book.lane("b", 5, 15) == 1
    book.forget(["a"])
    assert book.lane("b", 5, 15) == 1
    assert book.lane("c", 0, 20) == 0
