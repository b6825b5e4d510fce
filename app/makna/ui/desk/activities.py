"""What the activities at the left edge open, which of them is marked, and the room a page takes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtGui import QKeySequence

from makna.ui.commands import Commands
from makna.ui.desk.desk import Desk
from makna.ui.desk.frame import Room
from makna.ui.widgets.activity_bar import ACTIVITIES

MARKED = {"write": "write", "cases": "analyse"}
"""Pages that belong to another activity than coding."""
WIDE = ("cases", "comments", "export", "import-preview", "manual", "pseudonyms", "turns")
"""Pages of two columns, or with a table, that are about nothing that is selected in a source."""
CRAMPED_PX = 1600
"""In a narrower window such a page has the room of the pane at the right."""


class Activities(QObject):
    """Binds the four activities to an open desk, by mouse and by keys."""

    def __init__(
        self, desk: Desk, commands: Commands, open_page: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._commands, self._open_page = desk, commands, open_page
        self._source_tab: int | None = None
        for key in ACTIVITIES:
            commands.bind(f"to_{key}", partial(self.go, key), owner=self)
            keys = commands[f"to_{key}"].shortcut()
            shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
            desk.activities.set_shortcut(key, shown)
        desk.activities.chosen.connect(self.go)
        desk.pages.current_changed.connect(self._page_changed)
        desk.results_left.connect(self._found)

    def go(self, key: str) -> None:
        """Turn to an activity."""
        if key == "write":
            self._open_page("write")
        elif key == "analyse":
            self._open_page("cases")
        elif key == "find":
            self._leave_pages()
            self._desk.show_results()
            self._desk.focus_search()
        else:
            self._code()
        self._desk.activities.set_current(key)

    def _code(self) -> None:
        self._leave_pages()
        self._desk.left.setCurrentWidget(self._desk.left_halves)
        self._desk.pages.setFocus()

    def _leave_pages(self) -> None:
        """From a page of another activity back to what was read last."""
        if self._desk.pages.current_kind in MARKED:
            self._desk.pages.show_reading()

    def _found(self) -> None:
        if self._desk.activities.current() == "find":
            self._desk.activities.set_current("code")

    def _page_changed(self) -> None:
        desk = self._desk
        kind = desk.pages.current_kind
        if desk.give_room(self._room(kind)):
            self._show_folded()
        marked = desk.activities.current()
        if kind in MARKED:
            desk.activities.set_current(MARKED[kind])
        elif marked in MARKED.values():
            desk.activities.set_current("code")
            if marked == "write":
                desk.left.setCurrentWidget(desk.left_halves)

    def _room(self, kind: str) -> Room:
        if kind == "write":
            return Room.ALL
        return Room.RIGHT if kind in WIDE and self._desk.width() < CRAMPED_PX else Room.NONE

    def _show_folded(self) -> None:
        """The commands that fold the panes say what is so."""
        left, right = self._desk.folded()
        for key, hidden in (
            ("left_pane", left),
            ("right_pane", right),
            ("results_pane", not self._desk.shows_results()),
        ):
            with QSignalBlocker(self._commands[key]):
                self._commands[key].setChecked(not hidden)
