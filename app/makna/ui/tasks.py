"""Long work beside the window: taken in small turns, its heavy parts in other processes.

A task is a generator that knows nothing of Qt. It yields a `Future` to wait for, or None to let the
window breathe, and returns its result. The project's connection belongs to the main thread, and so
does every turn of a task: only what it hands to the pool runs elsewhere. Short work of one view
needs no task: see `time_slices`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance

from makna import bootstrap
from makna.domain.errors import UserError
from makna.domain.pausing import Pausing
from makna.ui.round_timer import RoundTimer

T = TypeVar("T")
POLL_MS = 10
"""How often a task that waits for another process is looked at."""


@dataclass
class Control:
    """What a task tells about itself, and is told."""

    cancelled: bool = False
    """The user wants no more of it: finish with what there is."""
    sure: bool = False
    """It cannot be cancelled."""
    done: int = 0
    total: int = 0
    what: str = ""

    def progress(self, done: int, total: int, what: str = "") -> None:
        """`done` of `total` pieces are finished; `what` names the one at hand."""
        self.done, self.total, self.what = done, total, what


class Task(QObject):
    """One piece of long work under way."""

    finished = Signal(object)
    """(result): it came to its end, possibly early because it was cancelled."""
    failed = Signal(object)
    """(UserError)"""
    ended = Signal()
    """It is over in one way or another; nothing comes after this."""

    def __init__(
        self,
        key: str,
        steps: Callable[[Control], Pausing[Any]],
        *,
        quiet: bool,
        alone: bool = False,
    ) -> None:
        super().__init__()
        self.key = key
        self.alone = alone
        """While it is under way no other task gets a turn."""
        self.quiet = quiet
        """Works unseen: no progress is shown for it."""
        self.title = ""
        """What the user reads while it works."""
        self.control = Control()
        self.began_s = time.monotonic()
        self.over = False
        self._steps = steps(self.control)
        self._waits_for: Future[Any] | None = None
        self._in_turn = False

    @property
    def waiting(self) -> bool:
        """Whether it has nothing to do before another process answers."""
        future = self._waits_for
        return future is not None and not future.done() and not self.control.cancelled

    def cancel(self) -> None:
        """Ask it to finish early; what it has done so far stays, and `finished` tells."""
        self.control.cancelled = True

    def drop(self) -> None:
        """End it at once; nobody hears of its result."""
        if self.over:
            return
        self.control.cancelled = self.over = True
        if not self._in_turn:
            self._steps.close()
        self.ended.emit()

    def take_turn(self) -> None:
        """Go on to the next place where it waits. Anything but a UserError is a bug and rises."""
        if self.over or self.waiting:
            return
        self._in_turn = True
        try:
            self._waits_for = next(self._steps)
        except StopIteration as end:
            self._end(self.finished, end.value)
        except UserError as error:
            self._end(self.failed, error)
        except BaseException:
            self._end(None, None)
            raise
        finally:
            self._in_turn = False
        self._close_if_over()

    def _close_if_over(self) -> None:
        """A task dropped by what it did itself: its generator could not be closed while it ran."""
        if self.over:
            self._steps.close()

    def _end(self, signal: SignalInstance | None, told: object) -> None:
        if self.over:
            return
        self.over = True
        if signal is not None:
            signal.emit(told)
        self.ended.emit()


class TaskRunner(QObject):
    """Gives every task its turns between the events of the window."""

    started = Signal(object)
    """(Task)"""
    ended = Signal(object)
    """(Task): it is over in one way or another."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        make_pool: Callable[[], Executor] = bootstrap.processes_beside,
    ) -> None:
        super().__init__(parent)
        self._make_pool = make_pool
        self._pool: Executor | None = None
        self._tasks: list[Task] = []
        self._timer = RoundTimer(self)
        self._timer.timeout.connect(self._take_turns)

    @property
    def busy(self) -> bool:
        return bool(self._tasks)

    def tasks(self) -> list[Task]:
        """Those under way, the oldest first."""
        return list(self._tasks)

    def start(
        self,
        key: str,
        steps: Callable[[Control], Pausing[Any]],
        *,
        title: str = "",
        quiet: bool = False,
        alone: bool = False,
    ) -> Task:
        """Begin a task. An earlier one with the same key ends here, and its result is dropped."""
        for older in self.tasks():
            if older.key == key:
                older.drop()
        self._forget_ended()
        task = Task(key, steps, quiet=quiet, alone=alone)
        task.title = title
        self._tasks.append(task)
        self._timer.start(0)
        self.started.emit(task)
        return task

    def pool(self) -> Executor:
        """The processes for reading and indexing; made when they are first needed."""
        if self._pool is None:
            self._pool = self._make_pool()
        return self._pool

    def fresh_pool(self) -> Executor:
        """Other processes, after one of the old ones has died."""
        self._end_pool()
        return self.pool()

    def submit(self, call: Callable[..., T], *arguments: object, **named: object) -> Future[T]:
        """Work for one of the processes; for others, if they died since the last time."""
        try:
            return self.pool().submit(call, *arguments, **named)
        except BrokenExecutor:
            return self.fresh_pool().submit(call, *arguments, **named)

    def answer(self, working: Future[T], name: str) -> T:
        """What came back of work on `name`. Raises what it raised there; where the process has
        died UserError (`process_died`), and there are others then."""
        try:
            return working.result()
        except (BrokenExecutor, CancelledError) as error:
            if isinstance(error, BrokenExecutor):
                self.fresh_pool()
            # Otherwise somebody else noticed first, and threw away what still waited there.
            raise UserError("process_died", name=name) from error

    def close(self) -> None:
        """End all tasks and processes; nothing touches the project afterwards."""
        for task in self.tasks():
            task.drop()
        self._forget_ended()
        self._end_pool()

    def drop(self, key: str) -> None:
        """End the task with this key, if there is one; nobody hears of its result."""
        for task in self.tasks():
            if task.key == key:
                task.drop()
        self._forget_ended()

    def _take_turns(self) -> None:
        try:
            for task in self._in_turn():
                task.take_turn()
        finally:
            self._forget_ended()
        if self._tasks:
            self._timer.setInterval(POLL_MS if all(t.waiting for t in self._in_turn()) else 0)

    def _in_turn(self) -> list[Task]:
        """Those that may take turns now."""
        return [task for task in self._tasks if task.alone] or self.tasks()

    def _forget_ended(self) -> None:
        # A task has no Qt parent: it lives as long as somebody here or elsewhere holds it.
        over = [task for task in self._tasks if task.over]
        self._tasks = [task for task in self._tasks if not task.over]
        if not self._tasks:
            self._timer.stop()
        for task in over:
            self.ended.emit(task)

    def _end_pool(self) -> None:
        if self._pool is not None:
            _end(self._pool)
            self._pool = None


def _end(pool: Executor) -> None:
    """End a pool without waiting for what it is at: its work is thrown away, so it may be killed.

    `ProcessPoolExecutor.kill_workers` of Python 3.14 does the same; until then by hand.
    """
    processes = dict(getattr(pool, "_processes", None) or {})
    idle = not getattr(pool, "_pending_work_items", None)
    pool.shutdown(wait=idle, cancel_futures=True)
    if idle:
        return
    for process in processes.values():
        if process.is_alive():
            process.kill()
