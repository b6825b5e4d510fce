"""What undo and redo would do next: whether they can, and what they say of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from makna.storage.history import HistoryEntry
from makna.ui.commands import Commands, tip
from makna.ui.desk.inspector.inspector import SOON_MS
from makna.ui.language import current_language
from makna.ui.session import Session

STEP_CHARACTERS = 32
"""As much of a step's name as the header shows; its hint shows all."""


class NextSteps(QObject):
    """The two commands can be used at once; the names of their steps follow a moment later."""

    def __init__(self, session: Session, commands: Commands, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._commands = session, commands
        self._steps: dict[str, HistoryEntry | None] = {}
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._name)
        session.changed.connect(self._show)
        session.given_up.connect(self._show)
        session.closing.connect(self._soon.stop)

    def show_now(self) -> None:
        """With their names."""
        self._show()
        self._name()

    def _show(self, _changes: object = None) -> None:
        self._steps = {"undo": self._session.next_undo(), "redo": self._session.next_redo()}
        for key, entry in self._steps.items():
            self._commands[key].setEnabled(entry is not None and self._session.writable)
        self._soon.start()

    def _name(self) -> None:
        language = current_language()
        for key, pattern in (("undo", self.tr("Undo: {step}")), ("redo", self.tr("Redo: {step}"))):
            action, entry = self._commands[key], self._steps[key]
            name = self._commands.name(key)
            text = pattern.format(step=entry.label.text(language)) if entry else name
            short = text if len(text) <= STEP_CHARACTERS else text[:STEP_CHARACTERS].rstrip() + "…"
            action.setText(short.replace("&", "&&"))
            # Qt would take the dots at the end away.
            action.setIconText(action.text())
            action.setToolTip(tip(text, action.shortcut()))
