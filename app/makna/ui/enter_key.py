"""Enter on a button presses it, as in any form.

Qt gives this to the buttons of dialogs only. Elsewhere the key goes on to the form around them,
which would do what it is for: also on Cancel.
"""

from __future__ import annotations

from typing import TypeGuard

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QPushButton,
    QRadioButton,
    QWidget,
)
from shiboken6 import isValid

KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterPresses(QObject):
    """Listens to the button that has the focus, and to no other widget."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._button: QAbstractButton | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in KEYS or not isinstance(watched, QAbstractButton):
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if not event.isAutoRepeat():
            _press(watched)
        return True

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._button is not None and isValid(self._button):
            self._button.removeEventFilter(self)
        self._button = now if _presses(now) else None
        if self._button is not None:
            self._button.installEventFilter(self)


def _press(button: QAbstractButton) -> None:
    if isinstance(button, QPushButton) and button.menu() is not None:
        # Released at once, as by `click`, it would not open.
        button.showMenu()
    else:
        button.click()


def _presses(widget: QWidget | None) -> TypeGuard[QAbstractButton]:
    """What is ticked takes the space bar: there Enter sends the form off, as in a field."""
    return isinstance(widget, QAbstractButton) and not isinstance(widget, QCheckBox | QRadioButton)
