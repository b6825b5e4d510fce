"""Keeps Python's search for garbage from holding up the window.

Every so often Python looks through all objects there are. With a large project open those are
135,000, and 80–105 ms were measured: more than anything the user does. What has come to stay once a
project is open is set aside; from then on only what came later is looked through.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from makna.ui.ahead import Ahead
from makna.ui.main_window import MainWindow

PAUSE_MS = 1_500
"""After opening a project: until then its desk is still being filled."""


def start_quietly(app: QObject) -> None:
    """Look for no garbage while the program starts: what is made then stays.

    The search took a sixth of the time from the command to a project that can be used.
    """
    gc.disable()
    QTimer.singleShot(PAUSE_MS, app, gc.enable)


class Housekeeping(QObject):
    """Sets aside what lives as long as the project that was opened."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self.set_aside)
        self.ahead = Ahead(self)
        window.project_opened.connect(lambda _project: self._soon.start())
        window.project_opened.connect(lambda _project: self.ahead.begin_soon())

    def set_aside(self) -> None:
        """Set everything aside; what an earlier project left behind is thrown away first."""
        if gc.get_freeze_count():
            gc.unfreeze()
            gc.collect()
        gc.freeze()
