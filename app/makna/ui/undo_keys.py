"""Ctrl+Z in a field in which nothing was typed undoes the step before, as everywhere else.

Qt's fields keep the keys of undo for themselves, also when they have nothing to take back: in an
empty search field they would do nothing at all.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from makna.ui.widgets.memo_editor import MemoEditor

KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoKeys(QObject):
    """Listens to the field that has the focus, and to no other."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not any(event.matches(key) for key in KEYS) or _typed(watched):
            return False
        # Nobody keeps it, so it is the command of the window.
        event.ignore()
        return True

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = now if isinstance(now, QLineEdit | MemoEditor) else None
        if self._field is not None:
            self._field.installEventFilter(self)


def _typed(field: QObject) -> bool:
    """Whether there is something that the field itself can take back, or do again."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() or field.isRedoAvailable()
    if isinstance(field, MemoEditor):
        kept = field.document()
        return kept.isUndoAvailable() or kept.isRedoAvailable()
    return True
