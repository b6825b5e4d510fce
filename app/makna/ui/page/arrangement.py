"""How the width of the page is shared between gutter, text and margin. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass

from makna.ui.page.build import PAGE_PAD_PX

GUTTER_PX = 76
MARGIN_PX, GOOD_MARGIN_PX, NARROW_MARGIN_PX = 268, 200, 150
"""For names in full, for most of them in one line, and in two short ones."""
NAMES_PX, BRACKETS_PX = 128, 52
"""The narrowest margin with names, and one for the brackets alone: hovering names them."""
GOOD_SHARE = 0.86
"""Of the column that the text wants: a line of 62 characters."""
LEAST_COLUMN_PX, NARROWEST_COLUMN_PX = 336, 160


@dataclass(frozen=True)
class Columns:
    """Widths in pixels that add up to the page's."""

    left: int
    """Gutter with the empty space before it."""
    text: int
    """The column with the pad at both its sides."""
    right: int
    """Margin with the empty space after it."""


def arrange(available: int, column: float) -> Columns:
    """Gutter, text and margin side by side in the middle of `available` pixels.

    Where they have not all they want, text and margin give way in turns: the text before names
    become hard to read, the names before the lines become short, and never the brackets.
    """
    text = round(column) + 2 * PAGE_PAD_PX
    gutter = GUTTER_PX - PAGE_PAD_PX
    margin = _margin(available - gutter, text)
    text = max(NARROWEST_COLUMN_PX, min(text, available - gutter - margin))
    spare = max(0, available - gutter - text - margin)
    left = gutter + spare // 2
    return Columns(left, text, max(0, available - left - text))


def _margin(room: int, text: int) -> int:
    """The margin's part of the `room` for it and a text that wants to be `text` wide."""
    least = min(LEAST_COLUMN_PX, text)
    if room - least < NAMES_PX:
        return BRACKETS_PX
    return max(
        min(NARROW_MARGIN_PX, room - least),
        min(GOOD_MARGIN_PX, room - round(GOOD_SHARE * text)),
        min(MARGIN_PX, room - text),
    )
