"""Keeps where the user is while they are there, so that nothing of it hangs on a clean close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from makna.ui.desk.desk import Desk

PAUSE_MS = 800
"""Scrolling and selecting are kept once they have come to rest."""


class ViewStateKeeper(QObject):
    """Writes the view state a moment after the last change of it, and only if it is another."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._kept: dict[str, object] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        desk.session.closing.connect(self._pause.stop)
        desk.pages.moved.connect(self._pause.start)
        desk.place.changed.connect(lambda _old, _new: self._pause.start())
        for splitter in (desk.sides, desk.left_halves, desk.middle):
            splitter.splitterMoved.connect(lambda _at, _index: self._pause.start())
        for key in ("left_pane", "right_pane"):
            desk.commands[key].toggled.connect(self._start)

    def _start(self, _on: bool) -> None:
        self._pause.start()

    def keep(self) -> None:
        """Keep it now."""
        self._pause.stop()
        desk = self._desk
        if not desk.session.is_open:
            return
        state = {**desk.pages.state(), **desk.state()}
        changed = {key: value for key, value in state.items() if self._kept.get(key) != value}
        if changed:
            self._kept.update(changed)
            desk.session.remember_all(changed)
