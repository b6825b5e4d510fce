"""Tells a window of another language by turns: first what is in view, then what is not.

Qt tells every widget in one go, and each sets its texts and reads again what it shows: together
longer than a window may stand still.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from types import FunctionType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from makna.ui.time_slices import TimeSlices

MOST_AT_ONCE = 24
"""Widgets below one that are told in one go."""
_CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly


class Retranslator(QObject):
    """Hands the change of language on to the parts of a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.slices = TimeSlices(self)

    def begin(self) -> None:
        """Tell the window itself now and begin with what is in it."""
        close_menus()
        inside = self._window.findChildren(QWidget, options=_CHILDREN)
        # The window hears of it only here: told by an event, it would begin again.
        pieces = [piece for child in inside for piece in _pieces(child)]
        pieces.sort(key=lambda piece: not piece[0].isVisible())
        tells = [tell for _widget, tell in pieces]
        self.slices.begin([partial(_tell, self._window), *tells])
        self.slices.take_slice()


def close_menus() -> None:
    """Close what is open over the window and was put together in the words of before.

    Menus and lists of choices are made anew each time; what hears of languages stays.
    """
    top = QApplication.activePopupWidget()
    while top is not None and not _listens(top):
        top.close()
        below = QApplication.activePopupWidget()
        top = below if below is not top else None


def _listens(widget: QWidget) -> bool:
    return isinstance(type(widget).changeEvent, FunctionType)


def _pieces(widget: QWidget) -> Iterator[tuple[QWidget, Callable[[], object]]]:
    """The widget and all below it, in pieces that are told in one go."""
    if len(widget.findChildren(QWidget)) <= MOST_AT_ONCE:
        yield widget, partial(_tell_all, widget)
        return
    if _listens(widget):
        yield widget, partial(_tell, widget)
    for child in widget.findChildren(QWidget, options=_CHILDREN):
        yield from _pieces(child)


def _tell_all(widget: QWidget) -> None:
    if isValid(widget):
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))


def _tell(widget: QWidget) -> None:
    if isValid(widget):
        widget.changeEvent(QEvent(QEvent.Type.LanguageChange))
