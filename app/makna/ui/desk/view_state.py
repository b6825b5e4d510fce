"""Keeps where the user is while they are there, so that nothing of it hangs on a clean close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from makna.domain.model import CodeId
from makna.ui.desk.inspector import Scope

if TYPE_CHECKING:
    from makna.ui.desk.desk import Desk

PAUSE_MS = 800
"""Scrolling and selecting are kept once they have come to rest."""
VIEWS = "views"
"""Key of the view state: what the panes beside the texts show."""


class ViewStateKeeper(QObject):
    """Writes the view state a moment after the last change of it, and only if it is another."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._kept: dict[str, object] = {}
        self._filters = {
            "sources": desk.sources.filter,
            "codes": desk.codes.filter,
            "memos": desk.memos.filter,
        }
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        desk.session.closing.connect(self._pause.stop)

    def restore(self) -> None:
        """Show everything as it was kept last, and follow from now on."""
        views = self._desk.session.recall(VIEWS)
        kept = views if isinstance(views, dict) else {}
        self._restore_panes(kept)
        self._desk.pages.restore()
        if kept.get("scope") in list(Scope):
            self._desk.inspector.look_at(Scope(kept["scope"]))
        self._follow()

    def keep(self) -> None:
        """Keep it now."""
        self._pause.stop()
        desk = self._desk
        if not desk.session.is_open:
            return
        state = {**desk.pages.state(), **desk.state(), VIEWS: self._views()}
        changed = {key: value for key, value in state.items() if self._kept.get(key) != value}
        if changed:
            self._kept.update(changed)
            desk.session.remember_all(changed)

    def _views(self) -> dict[str, object]:
        desk = self._desk
        return {
            "filters": {name: box.text() for name, box in self._filters.items() if box.text()},
            "memos": desk.left.currentWidget() is desk.memos,
            "results": desk.wants_results(),
            "code": desk.place.now.code,
            "scope": str(desk.inspector.scope),
        }

    def _restore_panes(self, kept: dict[str, object]) -> None:
        desk, filters, code = self._desk, kept.get("filters"), kept.get("code")
        for name, box in self._filters.items():
            box.setText(str(filters.get(name, "")) if isinstance(filters, dict) else "")
        if kept.get("memos"):
            desk.left.setCurrentWidget(desk.memos)
        if isinstance(code, int) and desk.session.project.codes.get(CodeId(code)) is not None:
            desk.place.change(code=CodeId(code))
        if kept.get("results"):
            desk.show_results()

    def _follow(self) -> None:
        desk = self._desk
        desk.pages.moved.connect(self._start)
        desk.place.changed.connect(self._start)
        desk.left.currentChanged.connect(self._start)
        for box in self._filters.values():
            box.filtered.connect(self._start)
        for button in desk.inspector.scope_buttons.values():
            button.clicked.connect(self._start)
        for splitter in (desk.sides, desk.left_halves, desk.middle):
            splitter.splitterMoved.connect(self._start)
        for key in ("left_pane", "right_pane", "results_pane"):
            desk.commands[key].toggled.connect(self._start)

    def _start(self, *_what: object) -> None:
        self._pause.start()
