"""Gives open widgets the colours of another theme: those in view at once, the others by turns.

A style sheet resolves the palette when it polishes a widget. Setting it anew polishes every widget
several times and lays out everything; colours alone need neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from makna.ui.time_slices import TimeSlices


class Dressing(QObject):
    """Polishes widgets that were polished before; what was never shown is dressed when it is."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.slices = TimeSlices(self)

    def begin(self, widgets: Iterable[QWidget]) -> None:
        """Dress what is in view now and begin with what is not."""
        later: list[Callable[[], object]] = []
        for widget in widgets:
            if widget.isVisible():
                dress(widget)
            elif widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                later.append(partial(dress, widget))
        self.slices.begin(later)


def dress(widget: QWidget) -> None:
    """Resolve the style sheet's colours for one widget, and paint it again."""
    if not isValid(widget):
        return
    font = widget.font()
    widget.style().polish(widget)
    if widget.font() != font:
        # Polishing takes a font away that was set after the style sheet's.
        widget.setFont(font)
    widget.update()
