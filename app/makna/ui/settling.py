"""Brings the log of the open project into its file while the window goes on.

SQLite would do that by itself at a commit, in the window's own thread, and wait there for the disk.
"""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QObject, Signal

from makna.domain.background import in_background
from makna.domain.errors import UserError
from makna.storage.beside import brought_in_beside
from makna.storage.project import Project
from makna.storage.upkeep import leave_log, log_of
from makna.ui.round_timer import RoundTimer

IDLE_MS = 2_000
"""After so long without a change the main file alone holds everything."""
LOOK_MS = 20
MOST_LOG = 16 * 1024**2
"""Bytes by which the log may grow before it is brought in while the user goes on working."""


class Settling(QObject):
    """Does it in a thread, at rest and when the log has grown."""

    failed = Signal(object)
    """(UserError): what the disk said; all that was done lies in the log still."""

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._working: Future[bool] | None = None
        self._written = False
        """Something was written since it was begun."""
        self._log = 0
        """How large the log was then, in bytes."""
        self._idle = RoundTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self.begin)
        self._now = RoundTimer(self, singleShot=True, interval=0)
        self._now.timeout.connect(self.begin)
        self._looks = RoundTimer(self, interval=LOOK_MS)
        self._looks.timeout.connect(self._look)
        self._log_file = log_of(project.path)
        if project.writable:
            leave_log(project.raw)

    def soon(self) -> None:
        """Something was written."""
        self._written = True
        self._idle.start()
        if self._working is None and self._log_size() > self._log + MOST_LOG:
            # Not on top of what the views do about it.
            self._now.start()

    def begin(self) -> None:
        """Bring in what there is, and make the file smaller where there is room in it."""
        if self._working is not None:
            return
        if not self._project.rests:
            self._idle.start()
            return
        self._log, self._written = self._log_size(), False
        try:
            if self._project.give_back():
                self._idle.start()
        except UserError as error:
            self.failed.emit(error)
            return
        self._working = in_background(partial(brought_in_beside, self._project))
        self._looks.start()

    def stop(self) -> None:
        """Wait for what is under way: the project is about to close, and does the rest itself."""
        for timer in (self._idle, self._now, self._looks):
            timer.stop()
        if self._working is not None:
            self._working.exception()

    def _log_size(self) -> int:
        """It stays as large as it once was until it is cut off."""
        try:
            return self._log_file.stat().st_size
        except OSError:
            return 0

    def _look(self) -> None:
        if self._working is None or not self._working.done():
            return
        working, self._working = self._working, None
        self._looks.stop()
        try:
            # The log is read to its end then: to cut it off is quick, and waits for no disk.
            whole = working.result() and not self._written and self._project.checkpoint()
        except UserError as error:
            self.failed.emit(error)
            return
        if whole:
            self._log = 0
        else:
            # Somebody wrote, or a backup reads the file: it lacks nothing once that is over.
            self._idle.start()
