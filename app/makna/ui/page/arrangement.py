"""How the width of the page is shared between gutter, text and margin. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass

from makna.ui.page.build import PAGE_PAD_PX

GUTTER_PX = 76
MARGIN_PX, NARROWEST_MARGIN_PX = 268, 150
NARROWEST_COLUMN_PX = 220


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

    The text gets the `column` it wants while it can: first the margin narrows, then the text.
    """
    text = round(column) + 2 * PAGE_PAD_PX
    gutter = GUTTER_PX - PAGE_PAD_PX
    margin = max(NARROWEST_MARGIN_PX, min(MARGIN_PX, available - gutter - text))
    text = max(NARROWEST_COLUMN_PX, min(text, available - gutter - margin))
    spare = max(0, available - gutter - text - margin)
    left = gutter + spare // 2
    return Columns(left, text, max(0, available - left - text))
