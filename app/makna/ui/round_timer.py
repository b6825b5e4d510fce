"""Timers of which one has its say in a round of the window, so that what they do never adds up.

Qt calls all timers that are due before it looks after keys, mouse and painting again. A step is
followed by counts, lists and panels that are read anew, each for some milliseconds; come due
together they would be felt as one.
"""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, QTimerEvent
from shiboken6 import isValid

MOMENT_MS = 1


class RoundTimer(QTimer):
    """A `QTimer` that, once it is due, waits for its turn among all of its kind."""

    def timerEvent(self, _event: QTimerEvent) -> None:
        _queue().add(self)

    def start(self, *interval_ms: int) -> None:
        """Also of one that was due: it waits anew."""
        _queue().remove(self)
        super().start(*interval_ms)

    def have_turn(self) -> None:
        """Tell that its time has come."""
        if self.isActive():
            super().timerEvent(QTimerEvent(self.timerId()))


class _Queue(QObject):
    """Those that are due, the one that has waited longest first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._due: deque[RoundTimer] = deque()
        self._telling = False
        # After a moment, not at once: what else came due meanwhile is told before the next one.
        self._rounds = QTimer(self, singleShot=True, interval=MOMENT_MS)
        self._rounds.setTimerType(Qt.TimerType.PreciseTimer)
        self._rounds.timeout.connect(self._next)

    def add(self, timer: RoundTimer) -> None:
        if timer not in self._due:
            self._due.append(timer)
            if not self._rounds.isActive() and not self._telling:
                self._rounds.start()

    def remove(self, timer: RoundTimer) -> None:
        if timer in self._due:
            self._due.remove(timer)

    def _next(self) -> None:
        self._telling = True
        try:
            self._tell_one()
        finally:
            self._telling = False
            if self._due:
                self._rounds.start()

    def _tell_one(self) -> None:
        while self._due:
            timer = self._due.popleft()
            # Its owner may have stopped it, or be gone.
            if isValid(timer) and timer.isActive():
                timer.have_turn()
                return


_made: list[_Queue] = []


def _queue() -> _Queue:
    """That of the application."""
    if not _made or not isValid(_made[0]):
        app = QCoreApplication.instance()
        assert app is not None
        _made[:] = [_Queue(app)]
    return _made[0]
