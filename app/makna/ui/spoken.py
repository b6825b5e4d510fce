"""What a screen reader is told of widgets that paint their parts themselves.

Qt knows only that there is a widget. `Spoken` says what it is and which parts lie on it; `Telling`
keeps a sentence about the place where the keys are, and says it when it changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

SOON_MS = 60
"""While an arrow key is held, only where it comes to rest is said."""
LONGEST_WORDS = 160
"""Characters of a passage that are said of it."""


class Part(NamedTuple):
    """Something painted on a widget."""

    name: str
    box: QRect
    """In the widget that paints it."""
    said: str = ""
    """More about it: the words of a passage, a memo."""
    chosen: bool = False


class Spoken:
    """To be inherited beside a kind of QWidget."""

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def spoken_parts(self) -> Sequence[Part]:
        """What can be seen on it now, as one reads it."""
        raise NotImplementedError

    def spoken_on(self) -> QWidget:
        """The widget whose pixels the boxes of the parts are in."""
        assert isinstance(self, QWidget)
        return self


class _PartFace(QAccessibleInterface):
    """The part at one place of the list, whichever that is at the moment."""

    def __init__(self, owner: _Face, number: int) -> None:
        super().__init__()
        self._owner, self._number = owner, number

    def isValid(self) -> bool:
        return self._part() is not None

    def _part(self) -> Part | None:
        parts = self._owner.parts() if isValid(self._owner) else ()
        return parts[self._number] if self._number < len(parts) else None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, what: QAccessible.Text) -> str:
        part = self._part()
        if part is None:
            return ""
        said = {QAccessible.Text.Name: part.name, QAccessible.Text.Description: part.said}
        return said.get(what, "")

    def setText(self, what: QAccessible.Text, text: str) -> None:
        """What is coded is not changed from here."""

    def rect(self) -> QRect:
        part = self._part()
        if part is None or part.box.isNull():
            return QRect()
        return QRect(
            self._owner.spoken.spoken_on().mapToGlobal(part.box.topLeft()), part.box.size()
        )

    def state(self) -> QAccessible.State:
        state, part = QAccessible.State(), self._part()
        state.readOnly = state.selectable = True
        state.selected = part is not None and part.chosen
        state.offscreen = part is not None and not self._seen(part)
        return state

    def _seen(self, part: Part) -> bool:
        return self._owner.spoken.spoken_on().rect().intersects(part.box)

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self._owner if isValid(self._owner) else None

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1


class _Face(QAccessibleWidget):
    """A `Spoken` widget with its parts as children, in place of Qt's viewports and bars."""

    def __init__(self, widget: QWidget, spoken: Spoken) -> None:
        super().__init__(widget, spoken.spoken_role())
        self._widget, self.spoken = widget, spoken
        self._faces: list[_PartFace] = []
        self._keys: list[int] = []
        widget.destroyed.connect(self._forget)

    def _forget(self) -> None:
        for key in self._keys:
            QAccessible.deleteAccessibleInterface(key)
        self._keys.clear()
        self._faces.clear()

    def parts(self) -> Sequence[Part]:
        return self.spoken.spoken_parts() if isValid(self._widget) else ()

    def role(self) -> QAccessible.Role:
        return self.spoken.spoken_role()

    def childCount(self) -> int:
        return len(self.parts())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < len(self.parts()):
            return None
        while len(self._faces) <= index:
            face = _PartFace(self, len(self._faces))
            self._keys.append(QAccessible.registerAccessibleInterface(face))
            self._faces.append(face)
        return self._faces[index]

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        at = self.spoken.spoken_on().mapFromGlobal(QPoint(x, y))
        under = (i for i, part in enumerate(self.parts()) if part.box.contains(at))
        return self.child(next(under, -1))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self._faces.index(child) if child in self._faces else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        chosen = (i for i, part in enumerate(self.parts()) if part.chosen)
        return self.child(next(chosen, -1))


def _face(_kind: str, of: QObject) -> QAccessibleInterface | None:
    return _Face(cast("QWidget", of), of) if isinstance(of, Spoken) else None


QAccessible.installFactory(_face)


class Telling(QObject):
    """Keeps a widget's description: what lies where its caret or its choice is."""

    def __init__(self, widget: QWidget, words: Callable[[], str]) -> None:
        super().__init__(widget)
        self._widget, self._words = widget, words
        self._later = QTimer(self, singleShot=True, interval=SOON_MS)
        self._later.timeout.connect(self.now)

    def soon(self) -> None:
        """Something may have changed."""
        if not self._later.isActive():
            self._later.start()

    def now(self) -> None:
        """Describe the widget, and say what is new where the keys are."""
        self._later.stop()
        words = self._words()
        if words == self._widget.accessibleDescription():
            return
        self._widget.setAccessibleDescription(words)
        if words and self._widget.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, words))


def shortened(words: str) -> str:
    """As much of a passage as is said of it, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_WORDS else line[:LONGEST_WORDS].rstrip() + "…"
