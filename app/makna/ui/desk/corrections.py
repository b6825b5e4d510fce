"""What is typed into a text while it is corrected: kept a moment later, as one step."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from makna.domain.model import SourceId, StepId
from makna.domain.spans import Splice
from makna.services.correcting import edit_texts
from makna.ui.session import Session

TYPING_PAUSE_MS = 1_000
"""A correction is kept after so long without typing …"""
TYPING_LIMIT_MS = 5_000
"""… and at least this often."""


class Corrections(QObject):
    """Gathers splices of one source, and commits them before anything else is done."""

    collapsed = Signal(object)
    """(tuple[Collapsed, …]): passages whose text was removed."""
    refused = Signal()
    """What was typed could not be kept: the text on show is no longer the project's."""

    def __init__(self, session: Session, source: SourceId, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._source = session, source
        self._typed: list[Splice] = []
        self._pause = self._timer(TYPING_PAUSE_MS)
        self._limit = self._timer(TYPING_LIMIT_MS)
        session.about_to_act.connect(self.keep)

    def add(self, start: int, removed: int, inserted: str) -> None:
        """So many code points from `start` on made way for these letters."""
        last = self._typed[-1] if self._typed else None
        if last is not None and not removed and start == last.new_end:
            self._typed[-1] = Splice(last.start, last.removed, last.inserted + inserted)
        else:
            # Only the length of what was removed counts: the service reads it from the text.
            self._typed.append(Splice(start, "\0" * removed, inserted))
        self._pause.start()
        if not self._limit.isActive():
            self._limit.start()

    def keep(self) -> None:
        """Commit what was typed and is not in the project yet; it joins the open step."""
        self._pause.stop()
        self._limit.stop()
        if not self._typed:
            return
        typed, self._typed = self._typed, []

        def keep(step: StepId | None):  # type: ignore[no-untyped-def]
            return edit_texts(self._session.project, self._source, typed, amend=step)

        done = self._session.type_into(f"text:{self._source}", keep)
        if done is None:
            self.refused.emit()
        elif done.collapsed:
            self.collapsed.emit(done.collapsed)

    def _timer(self, interval_ms: int) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval_ms)
        timer.timeout.connect(self.keep)
        return timer
