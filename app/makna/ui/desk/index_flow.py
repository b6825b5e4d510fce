"""Keeps the search index up to date behind the user's back."""

from __future__ import annotations

from concurrent.futures import BrokenExecutor
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from makna.domain.changes import ChangeSet
from makna.domain.errors import UserError
from makna.domain.pausing import Pausing
from makna.search.index_process import build, merge
from makna.ui.session import Session
from makna.ui.tasks import Control, TaskRunner

PAUSE_MS = 1_500
"""After the last change of a text; until then search scans what is new."""
KEY = "index"


class IndexFlow(QObject):
    """Indexes what changed, a second's work at a time, each in another process.

    Nothing depends on it being done: texts that are not indexed are searched by scanning. So its
    failures are kept for `problem`, and the next change tries again.
    """

    up_to_date = Signal()
    """Everything is indexed."""

    def __init__(self, session: Session, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self.problem: Exception | None = None
        """Why the last attempt came to nothing."""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.start)
        session.changed.connect(self._after)
        if session.writable:
            self._pause.start()

    def start(self) -> None:
        """Index what is pending now."""
        self._pause.stop()
        if not self._session.writable:
            return
        if any(task.key == KEY for task in self._runner.tasks()):
            # A task never waits long and asks again what is pending before it ends.
            return
        task = self._runner.start(KEY, self._steps, quiet=True)
        task.failed.connect(self._failed)

    def stop(self) -> None:
        """Index nothing more: the project is about to close."""
        self._pause.stop()
        self._runner.drop(KEY)

    def _after(self, changes: ChangeSet) -> None:
        if changes.texts or changes.touches("source", "source_text", "memo"):
            self._pause.start()

    def _steps(self, control: Control) -> Pausing[Any]:
        self.problem = None
        searcher, done = self._session.searcher, 0
        yield from searcher.opening()
        while keys := searcher.pending():
            documents = searcher.batch(keys)
            if not documents:
                break
            control.progress(done, done + len(keys))
            building = self._runner.submit(build, documents)
            yield building
            if control.cancelled:
                return
            if not self._lives(building.exception()):
                return
            yield from searcher.publishing(building.result())
            done += len(documents)
            yield None
        yield from self._merge(control)
        searcher.take_out_gone()
        yield from searcher.sweeping()
        self.up_to_date.emit()

    def _merge(self, control: Control) -> Pausing[Any]:
        """Large segments become one: search is faster for it."""
        searcher = self._session.searcher
        while (job := (yield from searcher.merging())) is not None:
            merging = self._runner.submit(merge, job)
            yield merging
            if control.cancelled or not self._lives(merging.exception()):
                return
            if not (yield from searcher.publishing_merged(job, merging.result())):
                return
            yield None

    def _lives(self, problem: BaseException | None) -> bool:
        """Whether the process answered; a dead one is replaced for the next attempt."""
        if isinstance(problem, BrokenExecutor):
            self.problem = problem
            self._runner.fresh_pool()
            return False
        return True

    def _failed(self, error: UserError) -> None:
        self.problem = error
