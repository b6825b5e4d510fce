"""Esc that nothing else wanted: from a pane, or a page beside the texts, back to the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from makna.ui.desk.desk import Desk

CLOSED = frozenset(
    (
        "frames",
        "export",
        "history",
        "settings",
        "shortcuts",
        "import-report",
        "turns",
        "manual",
        "erase",
    )
)
"""Kinds of pages with which nothing is lost that somebody typed."""


class EscapeGoesBack(QObject):
    """Hears the keys that no widget of the desk took."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._pages = desk.pages
        desk.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_Escape:
            return False
        focus = QApplication.focusWidget()
        if focus is None or not self._pages.isAncestorOf(focus):
            self._pages.setFocus()
        elif self._pages.current_kind in CLOSED:
            self._pages.close_tab()
        else:
            return False
        return True
