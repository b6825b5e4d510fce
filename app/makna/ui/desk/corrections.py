"""What is typed into a text while it is corrected: kept a moment later, as one step."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from makna.domain.changes import Outcome
from makna.domain.errors import UserError
from makna.domain.model import SourceId, StepId
from makna.domain.spans import Splice
from makna.services.correcting import Corrected, edit_texts
from makna.ui.refused_words import PASSING
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
    """What was typed is given up: the text on show is no longer the project's."""

    def __init__(self, session: Session, source: SourceId, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._source = session, source
        self._key = f"text:{source}"
        self._typed: list[Splice] = []
        session.given_up.connect(self._give_up)
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
        """Commit what was typed and is not in the project yet; it joins the open step.

        What a full or failing disk refuses stays on the page and is tried again with the next
        letter and before the next action.
        """
        self._pause.stop()
        self._limit.stop()
        if not self._typed:
            return
        typed, self._typed = self._typed, []

        def keep(step: StepId | None) -> Outcome[Corrected]:
            try:
                return edit_texts(self._session.project, self._source, typed, amend=step)
            except UserError as error:
                if error.key in PASSING:
                    self._typed = typed
                    self._session.refused.hold_text(self._key, self._words)
                raise

        done = self._session.type_into(self._key, keep)
        if self._typed:
            return
        self._session.refused.let_go(self._key)
        if done is None:
            self.refused.emit()
        elif done.collapsed:
            self.collapsed.emit(done.collapsed)

    @property
    def waiting(self) -> bool:
        """Whether the disk refused what is on the page."""
        return self._key in self._session.refused

    def _words(self) -> str:
        """The whole text as it stands on the page."""
        text = self._session.project.texts.text(self._source)
        for each in self._typed:
            text = each.apply(text)
        return text

    def _give_up(self) -> None:
        if self.waiting:
            self._session.refused.let_go(self._key)
            self._typed = []
            self._pause.stop()
            self._limit.stop()
            self.refused.emit()

    def _timer(self, interval_ms: int) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval_ms)
        timer.timeout.connect(self.keep)
        return timer
