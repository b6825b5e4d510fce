"""Work of the window itself, done in slices so short that nobody feels them.

Where somebody waits for an answer, `start` takes a first slice at once: what is quick is done when
it returns, and nothing flickers. Where nobody does, `begin` leaves all for later.

A view's own work is done like this, and a newer one takes its place. Long work on the project, with
a title, progress and Cancel, is a task (`tasks.TaskRunner`); what both do, and other timers, is
kept from adding up by `round_timer.RoundTimer`.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from types import GeneratorType
from typing import Any

from PySide6.QtCore import QObject

from makna.domain.errors import UserError
from makna.domain.pausing import Pausing
from makna.ui.round_timer import RoundTimer

FIRST_SLICE_S = 0.020
SLICE_S = 0.006
POLL_MS = 10


class TimeSlices(QObject):
    """Carries out one piece of work at a time; a new one ends the one before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Pausing[Any] | None = None
        self._waits_for: Future[Any] | None = None
        self._done: Callable[[Any], object] | None = None
        self._failed: Callable[[UserError], object] | None = None
        self._timer = RoundTimer(self)
        self._timer.timeout.connect(self.take_slice)

    @property
    def busy(self) -> bool:
        """Whether there is something left to do."""
        return self._steps is not None

    def start(
        self,
        steps: Pausing[Any],
        done: Callable[[Any], object],
        failed: Callable[[UserError], object],
        *,
        at_once: bool = True,
    ) -> None:
        """Begin; `done` or `failed` is called once, possibly before this returns.

        Without `at_once` the first slice is the next one of the window: for what comes on top of
        other work.
        """
        self.stop()
        self._steps, self._done, self._failed = steps, done, failed
        if at_once:
            self._go_on(FIRST_SLICE_S)
        if self.busy:
            self._timer.start(0)

    def begin(self, pieces: Iterable[Callable[[], object]]) -> None:
        """Do these pieces in their order, from the next slice on."""
        self.stop()
        self._steps, self._done, self._failed = _one_by_one(pieces), None, None
        self._timer.start(0)

    def finish(self) -> None:
        """Do all that is left at once, but for what there is to wait for."""
        self._go_on(math.inf)

    def stop(self) -> None:
        """End what is under way; nobody hears of it."""
        steps, self._steps = self._steps, None
        self._waits_for = None
        self._timer.stop()
        if isinstance(steps, GeneratorType) and not steps.gi_running:
            steps.close()

    def take_slice(self) -> None:
        """Do some more."""
        self._go_on(SLICE_S)
        if self.busy:
            self._timer.setInterval(0 if self._waits_for is None else POLL_MS)

    def _go_on(self, seconds: float) -> None:
        """Take steps for so long, or until there is something to wait for."""
        until = time.perf_counter() + seconds
        while self._steps is not None and time.perf_counter() < until:
            if self._waits_for is not None and not self._waits_for.done():
                return
            try:
                self._waits_for = next(self._steps)
            except StopIteration as end:
                self._finish(self._done, end.value)
            except UserError as error:
                self._finish(self._failed, error)
            except BaseException:
                # A bug: nobody is told a result that there is not.
                self.stop()
                raise

    def _finish(self, tell: Callable[[Any], object] | None, told: object) -> None:
        self._steps = self._waits_for = None
        self._timer.stop()
        if tell is not None:
            tell(told)


def _one_by_one(pieces: Iterable[Callable[[], object]]) -> Pausing[None]:
    for piece in pieces:
        try:
            piece()
        except Exception:
            # Told as any bug is; the other pieces have nothing to do with it.
            sys.excepthook(*sys.exc_info())
        yield None
