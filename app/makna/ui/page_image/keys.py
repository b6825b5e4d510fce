"""Rectangles by keyboard: make one, move it, resize it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from makna.domain.regions import Region, moved, stretched

if TYPE_CHECKING:
    from makna.ui.page_image.view import ImagePage

STEP_PX, FINE_PX = 12, 2
"""Logical pixels a key press; fine with Alt."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def new_region(view: ImagePage) -> Region | None:
    """A rectangle in the middle of what is in view, to be moved and resized."""
    if not view.page_count:
        return None
    page, stack = view.page, view.stack
    size, box = stack.size(page), stack.box(page)
    corner = view.in_document(view.viewport().rect().topLeft().toPointF())
    low = view.viewport().height()
    top = max(corner.y(), box.y)
    bottom = min(corner.y() + low, box.bottom)
    middle = (
        (box.x + box.width / 2 - box.x) / stack.scale,
        ((top + bottom) / 2 - box.y) / stack.scale,
    )
    width, height = size.width // 3, min(size.height // 4, round(low / 3 / stack.scale))
    x, y = round(middle[0]) - width // 2, round(middle[1]) - height // 2
    return moved(Region(page, 0, 0, max(1, width), max(1, height)), x, y, size)


def stepped(view: ImagePage, region: Region, event: QKeyEvent) -> Region | None:
    """The rectangle as an arrow key leaves it; None for other keys.

    Arrows move it, with Shift its right and lower edges, with Ctrl and Shift the others.
    """
    way = _ARROWS.get(Qt.Key(event.key()))
    if way is None:
        return None
    modifiers = event.modifiers()
    fine = bool(modifiers & Qt.KeyboardModifier.AltModifier)
    by = max(1, round((FINE_PX if fine else STEP_PX) / view.stack.scale))
    across, down = way[0] * by, way[1] * by
    size = view.stack.size(region.page)
    if not modifiers & Qt.KeyboardModifier.ShiftModifier:
        return moved(region, across, down, size)
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return stretched(region, (across, down, 0, 0), size)
    return stretched(region, (0, 0, across, down), size)
