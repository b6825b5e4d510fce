"""The one way from the window to the project and back.

A view calls `session.perform(a service call)`; the services commit and say what changed; it is
announced once, and every view that shows such rows reads them again. Nobody calls another view.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from makna.domain.changes import ChangeSet, Outcome
from makna.domain.errors import UserError
from makna.domain.model import StepId
from makna.services import history
from makna.storage.connection import world_errors
from makna.storage.history import HistoryEntry
from makna.storage.project import Project
from makna.ui.refused_words import PASSING, RefusedWords, WriteStep
from makna.ui.settling import Settling

if TYPE_CHECKING:
    from makna.services.searching import Searcher
    from makna.ui.large_steps import LargeSteps
    from makna.ui.tasks import TaskRunner

T = TypeVar("T")

LARGE = 400
"""Rows from which on a step is made beside the window: some 20 ms of writing."""


def _nothing(*_: object) -> None:
    return None


@dataclass
class OpenStep:
    """A step that stays open while the user types, so that a memo is one step and not fifty."""

    key: str
    step: StepId | None = None


class Session(QObject):
    """An open project and what happens to it."""

    changed = Signal(object)
    """(ChangeSet): a step was done, undone or redone."""
    about_to_act = Signal()
    """What was typed and not yet kept has to be kept now."""
    given_up = Signal()
    """What could not be kept is taken back by who typed it."""
    closing = Signal()
    """The project goes: what would read it later must not."""
    failed = Signal(object)
    """(UserError): a request could not be carried out; nothing was changed."""
    warned = Signal(object)
    """(UserError): something beside the work failed, such as a backup; from any thread."""

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.is_open = True
        """False once the project is closed: a view that lingers on must not read it."""
        self.refused = RefusedWords()
        self.large: LargeSteps | None = None
        """Makes large steps beside the window; without it they are made like any other."""
        self._open: OpenStep | None = None
        self._to_remember: dict[str, object] = {}
        project.backup_failed = self.warned.emit
        self._settling = Settling(project, self)
        self._settling.failed.connect(self.failed)
        self.changed.connect(self._try_again)

    @cached_property
    def searcher(self) -> Searcher:
        """Finds words in the project; imported with the first search, or before it in a pause."""
        from makna.services.searching import Searcher

        return Searcher(self.project, in_turns=True)

    @property
    def writable(self) -> bool:
        return self.project.writable

    def perform(self, call: Callable[[], Outcome[T]]) -> T | None:
        """Carry out a service call and announce what it changed.

        None when it failed; then `failed` has told why.
        """
        return self._carried_out(call) if self._may_act() else None

    def perform_large(
        self,
        call: Callable[[Project], Outcome[T]],
        rows: int,
        then: Callable[[T], object] = _nothing,
        otherwise: Callable[[], object] = _nothing,
        *,
        whole_file: bool = False,
        backed_up: bool = True,
    ) -> None:
        """The same for a step that may be large: it writes about so many rows of the project given.

        `then` gets its value once it was announced: at once, or where it is made beside the window
        when it is there. `otherwise` is called when there is none. Work on the `whole_file`
        changes no rows, and cannot be called off. What erases is not `backed_up` before.
        """
        if not self._may_act():
            otherwise()
            return
        if self.large is not None and rows >= LARGE:
            self.large.start(
                call, rows, then, otherwise, whole_file=whole_file, backed_up=backed_up
            )
            return
        made = self._outcome(lambda: call(self.project))
        if made is None:
            otherwise()
        else:
            then(made.value)

    def make_large_steps(self, runner: TaskRunner) -> None:
        """From now on large steps are made beside the window."""
        from makna.ui.large_steps import LargeSteps

        self.large = LargeSteps(self.project, runner, self)
        self.large.over.connect(self._work_again)
        self.large.made.connect(self.announce)
        self.large.failed.connect(self.failed)

    def type_into(self, key: str, call: Callable[[StepId | None], Outcome[T]]) -> T | None:
        """Carry out a call that belongs to what is being typed at `key`.

        Calls with the same key amend one step until `close_step` or another action.
        """
        if self._open is None or self._open.key != key:
            self._open = OpenStep(key)
        step = self._open

        def amending() -> Outcome[T]:
            outcome = call(step.step)
            step.step = outcome.changes.step or step.step
            return outcome

        return self._carried_out(amending)

    def put_down(self, key: str, text: str, write: WriteStep) -> None:
        """The same for all the words that stand at `key` now; those that are refused wait.

        They are tried again after the next step that succeeds, and before the project is closed.
        """
        self.refused.let_go(key)

        def writing(step: StepId | None) -> Outcome[object]:
            try:
                return write(text, step)
            except UserError as error:
                if error.key in PASSING:
                    self.refused.hold(key, text, write)
                raise

        self.type_into(key, writing)

    def close_step(self) -> None:
        """What was being typed is finished: the next word begins a step of its own."""
        self._open = None

    def finish_large_step(self) -> None:
        """Wait for the one that is being made, if there is one."""
        if self.large is not None:
            self.large.finish()

    def undo(self) -> None:
        """Take back the latest step; first of all, what the disk still refuses to keep."""
        self.about_to_act.emit()
        if self.refused.in_texts:
            self.given_up.emit()
            return
        self.perform_large(history.undo, _rows(self.next_undo()))

    def redo(self) -> None:
        self.perform_large(history.redo, _rows(self.next_redo()))

    def next_undo(self) -> HistoryEntry | None:
        return self.project.history.next_undo()

    def next_redo(self) -> HistoryEntry | None:
        return self.project.history.next_redo()

    def announce(self, changes: ChangeSet) -> None:
        """Tell every view what changed. For long work, whose steps are made outside `perform`."""
        if changes:
            self._settling.soon()
            self.changed.emit(changes)

    def remember(self, key: str, value: object) -> None:
        """Keep where the user was, with the project but outside its history."""
        self.remember_all({key: value})

    def remember_all(self, values: Mapping[str, object]) -> None:
        """The same for several things at once."""
        if not self.writable:
            return
        if self.project.lent:
            self._to_remember.update(values)
            return
        try:
            with self.project.writing():
                for key, value in values.items():
                    self.project.view_state.set(key, value)
        except UserError:
            # A full disk must not keep anybody from closing a tab.
            return
        self._settling.soon()

    def recall(self, key: str, default: object = None) -> object:
        if key in self._to_remember:
            return self._to_remember[key]
        found: object = self.project.view_state.get(key, default)
        return found

    def settle(self) -> None:
        """Bring everything into the main file: after a pause, and when the window loses focus."""
        if self.writable:
            self._settling.begin()

    def keep_all(self) -> bool:
        """Try once more to keep all that was typed; False where closing would lose some of it."""
        self.finish_large_step()
        self.about_to_act.emit()
        self._try_again()
        return not self.refused

    def close(self) -> None:
        self.keep_all()
        self.closing.emit()
        self.is_open = False
        self._settling.stop()
        self.project.close()

    def _may_act(self) -> bool:
        """Whether a step can begin now, after what was typed was kept. If not, it was told why."""
        if self.project.lent:
            self.failed.emit(UserError("at_work"))
            return False
        self.about_to_act.emit()
        if self.refused.in_texts:
            return False
        self.close_step()
        return True

    def _work_again(self) -> None:
        """The large step is over: what waited for it is kept now."""
        waited, self._to_remember = self._to_remember, {}
        if waited:
            self.remember_all(waited)
        self.about_to_act.emit()
        self._try_again()

    def _try_again(self, _changes: object = None) -> None:
        """What was refused may be taken now. If not, it goes on waiting."""
        for key, text, write in self.refused.writes():
            self.put_down(key, text, write)

    def _carried_out(self, call: Callable[[], Outcome[T]]) -> T | None:
        made = self._outcome(call)
        return None if made is None else made.value

    def _outcome(self, call: Callable[[], Outcome[T]]) -> Outcome[T] | None:
        try:
            with world_errors(self.project.path):
                outcome = call()
        except UserError as error:
            # What is typed while a large step is made waits for it in silence.
            if error.key != "at_work":
                self.failed.emit(error)
            return None
        self.announce(outcome.changes)
        return outcome


def _rows(entry: HistoryEntry | None) -> int:
    """How many rows a step touches. One that changes a text is never made beside the window: the
    user may be typing into it."""
    return 0 if entry is None or entry.changes_text else entry.rows
