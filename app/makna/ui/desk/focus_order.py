"""The order in which Tab goes through the desk: as one reads it, whenever its parts were made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

ROW_PX = 12
"""Centres that differ by less are in one row."""


def order_focus(window: QWidget, parts: Sequence[QWidget], columns: Sequence[QWidget] = ()) -> None:
    """Let Tab go through `parts` one after the other.

    Within a part the order stays, but in `columns` it goes from above to below. Pages and rows
    that were made later stand at the end of Qt's chain, wherever they are shown.
    """
    ranked = sorted(_focusable(window), key=lambda each: _rank(each, parts, columns))
    for before, after in pairwise(ranked):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def _focusable(window: QWidget) -> Iterator[QWidget]:
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if widget.window() is window and _stops(widget):
            yield widget
        widget = widget.nextInFocusChain()


def _stops(widget: QWidget) -> bool:
    """Whether Tab comes to rest here, or at the child that takes the focus for this one."""
    inner = widget.focusProxy()
    if inner is None:
        return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return widget.isAncestorOf(inner) and _stops(inner)


def _rank(
    widget: QWidget, parts: Sequence[QWidget], columns: Sequence[QWidget]
) -> tuple[int, int, int, int]:
    """The first part that the widget is, or is in, and where; what is in none comes last.

    One that hands the focus to a child comes right before it: behind it, Tab would go back to
    the child for ever.
    """
    inner = widget.focusProxy()
    seen, own = (widget, 1) if inner is None else (inner, 0)
    for rank, part in enumerate(parts):
        if part is widget or part.isAncestorOf(widget):
            if part not in columns:
                return rank, 0, 0, 0
            centre = seen.mapTo(part, seen.rect().center())
            return rank, centre.y() // ROW_PX, centre.x(), own
    return len(parts), 0, 0, 0
