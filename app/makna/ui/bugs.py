"""What nobody caught: told in one line, written down without a word of anybody's interview."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from makna.domain.errors import UserError
from makna.services import logbook

if TYPE_CHECKING:
    from makna.ui.main_window import MainWindow


class _Catcher(QObject):
    """Brings what happened on any thread to the window's."""

    caught = Signal(object)
    """(exception)"""

    def hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
            return
        self.caught.emit(error)

    def thread_hook(self, happened: threading.ExceptHookArgs) -> None:
        if happened.exc_value is not None:
            self.caught.emit(happened.exc_value)


def catch_bugs(window: MainWindow) -> None:
    """From now on an exception that reaches the event loop is told in the window's notice bar.

    Views read in slots, where nobody catches: a damaged page met there is told as what it is.
    """
    catcher = _Catcher(window)
    catcher.caught.connect(lambda error: tell(window, error))
    sys.excepthook = catcher.hook
    threading.excepthook = catcher.thread_hook


def tell(window: MainWindow, error: BaseException) -> None:
    """Say what happened; only a bug is written down."""
    if isinstance(error, UserError):
        window.tell_failure(error)
        return
    if window.desk is not None:
        # Only now: the start page does without the database.
        from makna.storage.connection import world_error

        found = world_error(error, window.desk.session.project.path)
        if found is not None:
            window.tell_failure(found)
            return
        from makna.services.projects import holds_strange_values

        if holds_strange_values(window.desk.session.project):
            window.tell_failure(UserError("damaged", name=window.desk.session.project.path.name))
            return
    try:
        logbook.write_down(error, ["window"])
    except OSError:
        sys.__excepthook__(type(error), error, error.__traceback__)
    window.tell_failure(UserError("bug_in_window", kind=type(error).__name__))
