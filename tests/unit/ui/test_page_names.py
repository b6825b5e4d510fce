"""Names of rectangles never overprint each other, and pages lie where they are asked for."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from makna.domain.regions import PageSize, Region
from makna.ui.page_image.names import Wanted, place_names
from makna.ui.page_image.stack import GAP_PX, Stack
from makna.ui.page_image.values import Box

ROOM = Box(0, 0, 600, 400)
BOXES = st.builds(Box, st.floats(0, 500), st.floats(0, 350), st.floats(5, 300), st.floats(5, 200))


@given(st.lists(st.tuples(BOXES, st.floats(10, 230)), max_size=30))
def test_no_name_meets_another_and_none_is_lost(wanted: list[tuple[Box, float]]) -> None:
    names = [Wanted(key, box, width) for key, (box, width) in enumerate(wanted)]
    placed = place_names(names, 16, ROOM)
    assert not any(a.box.meets(b.box) for a, b in combinations(placed, 2))
    told = [key for name in placed for key in (name.key, *name.more)]
    assert sorted(told) == list(range(len(wanted)))
    for name in placed:
        assert name.box.x >= 0 and name.box.right <= ROOM.right + 0.01
        assert name.box.y >= 0 and name.box.bottom <= ROOM.bottom + 0.01


def test_a_name_stands_on_its_rectangle() -> None:
    (placed,) = place_names([Wanted(1, Box(100, 100, 200, 80), 90)], 16, ROOM)
    assert placed.box == Box(100, 84, 90, 16)


@given(
    st.lists(st.tuples(st.integers(10, 900), st.integers(10, 900)), min_size=1, max_size=12),
    st.floats(100, 2_000),
    st.floats(0.2, 8),
)
def test_every_point_of_a_page_is_found_again(
    sizes: list[tuple[int, int]], width: float, zoom: float
) -> None:
    stack = Stack([PageSize(*size) for size in sizes])
    stack.lay_out(width, zoom)
    for page in range(1, len(sizes) + 1):
        box = stack.box(page)
        middle = box.x + box.width / 2, box.y + box.height / 2
        assert stack.page_at(*middle) == page
        assert page in stack.in_view(middle[1] - 1, middle[1] + 1)
        x, y = stack.on_page(page, *middle)
        assert abs(x - sizes[page - 1][0] / 2) < 0.01 and abs(y - sizes[page - 1][1] / 2) < 0.01
    assert stack.page_at(0, GAP_PX / 2) is None


def test_a_small_picture_is_not_blown_up() -> None:
    stack = Stack([PageSize(100, 50)])
    stack.lay_out(800, 1.0, tallest=600, most=1.0)
    assert stack.scale == 1.0
    assert stack.place(Region(1, 10, 10, 20, 30)) == Box(360, GAP_PX + 10, 10, 20)
