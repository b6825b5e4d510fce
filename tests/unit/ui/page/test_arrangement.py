"""Gutter, text and margin share the width of the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makna.ui.page.arrangement import (
    BRACKETS_PX,
    MARGIN_PX,
    NAMES_PX,
    NARROW_MARGIN_PX,
    NARROWEST_COLUMN_PX,
    arrange,
)

COLUMN = 459
"""A comfortable line at the usual size."""


@given(st.integers(300, 3000), st.integers(250, 1200))
def test_the_parts_add_up_and_the_brackets_always_have_room(available: int, column: int) -> None:
    columns = arrange(available, column)
    assert columns.left + columns.text + columns.right == available
    assert columns.right >= BRACKETS_PX
    assert columns.text >= NARROWEST_COLUMN_PX


@given(st.integers(300, 3000), st.integers(1, 200))
def test_neither_margin_nor_text_gets_less_of_a_wider_page(available: int, more: int) -> None:
    narrow, wide = arrange(available, COLUMN), arrange(available + more, COLUMN)
    assert wide.right >= narrow.right
    assert wide.text >= narrow.text - (NAMES_PX - BRACKETS_PX)


@pytest.mark.parametrize(
    ("available", "text", "margin"),
    [(1200, COLUMN, MARGIN_PX), (680, 370, NARROW_MARGIN_PX), (480, 340, BRACKETS_PX)],
)
def test_a_small_page_keeps_readable_lines_and_the_codes(
    available: int, text: int, margin: int
) -> None:
    columns = arrange(available, COLUMN)
    assert columns.text >= text
    assert columns.right >= margin
