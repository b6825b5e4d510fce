"""A large step, written through a connection of its own while the window goes on reading.

It is one transaction like any other: until it is committed the other connection sees the project as
it was, and a crash in the middle leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from makna.domain.changes import Outcome
from makna.storage.connection import open_writer, raw_connection, world_errors
from makna.storage.project import Project

T = TypeVar("T")
LOOK_EVERY = 20_000
"""Instructions of SQLite between two looks at whether the step is still wanted: some 2 ms."""
Told = Callable[[int], bool]
"""(rows written so far) → whether the step is still wanted."""


def written_beside(
    project: Project, call: Callable[[Project], Outcome[T]], told: Told
) -> Outcome[T] | None:
    """Carry out a call on a second connection to the file of `project`, which has been lent.

    On any thread. None when the step was called off; then nothing was changed. Raises UserError.
    """
    with world_errors(project.path):
        # Before, since SQLite would bring the log of this file into another one that has taken its
        # place; and after, since only then is it known which one was opened.
        project.check_in_place()
        connection = open_writer(project.path)
        try:
            project.check_in_place()
            twin = Project(project.path, connection, writable=True, on_close=lambda: None)
            twin.overview.work_as(project.overview.current_coder())
            twin.before_close = project.before_close
            return _wanted(twin, call, told)
        finally:
            # Closing a project would bring its log into the file; the other one does that.
            connection.close()
            connection.engine.dispose()


def brought_in_beside(project: Project) -> bool:
    """Bring the log into the main file while the project is worked in; on any thread.

    False when somebody still reads an older state. Raises UserError.
    """
    with world_errors(project.path):
        # Before and after, as above.
        project.check_in_place()
        raw = raw_connection(project.path, read_only=False)
        try:
            project.check_in_place()
            # The one way that keeps nobody from writing.
            _, there, brought = raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        finally:
            raw.close()
    return bool(there == brought)


def _wanted(twin: Project, call: Callable[[Project], Outcome[T]], told: Told) -> Outcome[T] | None:
    looking = _Looking(twin, told)
    twin.raw.set_progress_handler(looking.look, LOOK_EVERY)
    try:
        outcome = call(twin)
        outcome.changes.sorted_out()
        return outcome
    except Exception as error:
        if looking.called_off and _interrupted(error):
            return None
        raise
    finally:
        twin.raw.set_progress_handler(None, 0)


class _Looking:
    """Tells how far a step has come; ends it where it is not wanted any more."""

    def __init__(self, project: Project, told: Told) -> None:
        self._raw = project.raw
        self._before = project.raw.total_changes
        self._told = told
        self.called_off = False

    def look(self) -> int:
        # A line of the journal is a changed row, too.
        wanted = self._told((self._raw.total_changes - self._before) // 2)
        # Outside its transaction it has changed nothing yet, or has been committed.
        self.called_off = not wanted and self._raw.in_transaction
        return int(self.called_off)


def _interrupted(error: Exception) -> bool:
    cause = getattr(error, "orig", error)
    return getattr(cause, "sqlite_errorname", "") == "SQLITE_INTERRUPT"
