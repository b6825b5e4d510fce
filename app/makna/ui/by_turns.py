"""Small pieces of work, done between the window's events until none is left."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

TURN_MS = 8
"""Half a frame: the window answers in between."""


class ByTurns(QObject):
    """Does pieces in their order, as many at a time as fit into `TURN_MS`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: deque[Callable[[], object]] = deque()
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self.take_turn)

    @property
    def busy(self) -> bool:
        return bool(self._left)

    def begin(self, pieces: Iterable[Callable[[], object]]) -> None:
        """Do these pieces; what was left of earlier ones is dropped."""
        self._left = deque(pieces)
        self._turns.start()

    def finish(self) -> None:
        """Do all that is left at once."""
        while self._left:
            self.take_turn()

    def drop(self) -> None:
        """Do nothing more."""
        self._left.clear()
        self._turns.stop()

    def take_turn(self) -> None:
        """Do some more pieces."""
        end = perf_counter() + TURN_MS / 1000
        while self._left:
            self._left.popleft()()
            if perf_counter() >= end:
                break
        if not self._left:
            self._turns.stop()
