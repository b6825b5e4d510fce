"""Steps that touch thousands of rows, made beside the window.

Such a step is one step and one transaction like any other, but a thread writes it through a
connection of its own. Until it is committed the window shows the project as it was, and nobody else
writes: other tasks get no turns, and what the user asks for is refused with a word. What is typed
waits, as it does for a disk that is full.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from makna.domain.background import in_background
from makna.domain.changes import Outcome
from makna.domain.errors import UserError
from makna.domain.pausing import Pausing
from makna.storage.beside import written_beside
from makna.storage.project import Project
from makna.ui.tasks import Control, Task, TaskRunner

KEY = "large step"
Call = Callable[[Project], Outcome[Any]]
Then = Callable[[Any], object]


def _nothing(*_: object) -> None:
    return None


class LargeSteps(QObject):
    """Makes one at a time."""

    over = Signal()
    """Nobody else writes any more; what was made is announced next."""
    made = Signal(object)
    """(ChangeSet): a step was committed."""
    failed = Signal(object)
    """(UserError): nothing was changed."""

    def __init__(self, project: Project, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._runner = project, runner
        self._task: Task | None = None
        self._then: Then = _nothing
        self._otherwise: Callable[[], object] = _nothing
        self._working: Future[Outcome[Any] | None] | None = None

    @property
    def at_work(self) -> bool:
        return self._task is not None

    def start(
        self,
        call: Call,
        rows: int,
        then: Then,
        otherwise: Callable[[], object],
        *,
        whole_file: bool,
        backed_up: bool,
    ) -> None:
        """Make a step of about so many rows; `then` gets its value once it is announced.

        `otherwise` is called where nothing was changed. Work on the `whole_file` changes no rows,
        and cannot be called off.
        """
        self._then, self._otherwise = then, otherwise
        try:
            self._project.lend(whole_file=whole_file, backed_up=backed_up)
        except UserError as error:
            self._failed(error)
            return
        steps = partial(self._steps, call=call, rows=rows)
        self._task = self._runner.start(KEY, steps, title=self.tr("Working on it"), alone=True)
        self._task.control.sure = whole_file
        self._task.finished.connect(self._finished)
        self._task.failed.connect(self._failed)
        self._task.ended.connect(self._ended)

    def finish(self) -> None:
        """Wait for the one under way: the project is about to close."""
        while self._task is not None:
            if self._working is not None:
                self._working.exception()
            try:
                self._task.take_turn()
            except Exception:
                # Told as any bug is; it must not keep the project from being closed.
                sys.excepthook(*sys.exc_info())

    def _steps(self, control: Control, *, call: Call, rows: int) -> Pausing[Any]:
        def told(written: int) -> bool:
            control.progress(min(written, rows), rows)
            return control.sure or not control.cancelled

        working = self._working = in_background(lambda: written_beside(self._project, call, told))
        try:
            while not working.done():
                yield working
        finally:
            # Also where the task is dropped: nothing may go on writing behind the window's back.
            working.exception()
        return working.result()

    def _finished(self, outcome: Outcome[Any] | None) -> None:
        then, otherwise = self._then, self._otherwise
        self._take_back()
        if outcome is None:
            otherwise()
            return
        self.made.emit(outcome.changes)
        then(outcome.value)

    def _failed(self, error: UserError) -> None:
        otherwise, self._otherwise = self._otherwise, _nothing
        self._take_back()
        self.failed.emit(error)
        otherwise()

    def _ended(self) -> None:
        if self._task is None:
            return
        # Without a word: by a bug, which is told as one, or dropped.
        dropped, otherwise = self._task.control.cancelled, self._otherwise
        self._take_back()
        if not dropped:
            otherwise()

    def _take_back(self) -> None:
        if self._task is None:
            return
        # What follows it may begin the next one before this one's end is told.
        self._task.ended.disconnect(self._ended)
        self._task = self._working = None
        self._then = self._otherwise = _nothing
        self._project.take_back()
        self.over.emit()
