"""Keeps Python's own affairs from holding up the window: its search for garbage, its threads.

Every so often Python looks through all objects there are. With a large project open those are
135,000, and 80–105 ms were measured: more than anything the user does. So what has come to stay
once a project is open is set aside, and what came later is looked through while the window rests,
never in the middle of something.

And a thread that runs Python keeps the interpreter for 5 ms each time the window lets go of it,
which it does at nearly every call of Qt. Beside such a thread putting a code on a passage took 300
to 400 ms, and 30 with the interval below.
"""

from __future__ import annotations

import gc
import sys
from time import thread_time

from PySide6.QtCore import QObject, QTimer

from makna.ui.main_window import MainWindow
from makna.ui.preloading import Preloader

SWITCH_S = 0.0005
"""After so long a thread gives the interpreter to one that wants it."""
PAUSE_MS = 1_500
"""After opening a project: until then its desk is still being filled."""
LOOK_MS = 500
"""How often it is asked whether there is something to tidy up."""
RESTING_S = 0.02
"""The window rests when it has worked less than that between two looks."""
SOME = 2_000
"""New objects that are worth a search while the window rests; it takes under a millisecond."""
MANY = 50_000
"""New objects that are looked through even while it works; that takes some 5 ms."""
SEARCHES = 20
"""After so many searches among new objects all that is not set aside is looked through."""
LONG_REST = 6
"""Looks in a row that have found the window at rest: nobody is at work for the moment."""


def start_quietly(app: QObject) -> None:
    """Look for no garbage while the program starts: what is made then stays.

    The search took a sixth of the time from the command to a project that can be used.
    """
    gc.disable()
    sys.setswitchinterval(SWITCH_S)
    QTimer.singleShot(PAUSE_MS, app, lambda: None if Housekeeping.there else gc.enable())


class Housekeeping(QObject):
    """Looks for garbage while the window rests; sets aside what lives as long as its project."""

    there = 0
    """How many windows are kept."""
    aside = False
    """Whether anything was set aside; asking the collector counts all that was, for 30 ms."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._worked_s = thread_time()
        self._rested = 0
        self._left_over = False
        """An earlier project's objects are among those that were set aside."""
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self.set_aside)
        self._looks = QTimer(self, interval=LOOK_MS)
        self._looks.timeout.connect(self.look)
        self.preloader = Preloader(self)
        self.preloader.done.connect(self.set_aside)
        window.project_opened.connect(self._begin)
        Housekeeping.there += 1
        self.destroyed.connect(_leave)
        gc.disable()
        self._looks.start()

    def set_aside(self) -> None:
        """Look through what there is now no more."""
        gc.freeze()
        Housekeeping.aside = True

    def look(self) -> None:
        """Tidy up if it is worth it and this is the moment."""
        worked = thread_time() - self._worked_s
        self._rested = self._rested + 1 if worked < RESTING_S else 0
        new, _, searches = gc.get_count()
        if new > (SOME if self._rested else MANY):
            gc.collect(1)
        elif self._rested >= LONG_REST and (self._left_over or searches >= SEARCHES):
            self._look_through_all()
        self._worked_s = thread_time()

    def _begin(self) -> None:
        self._left_over = Housekeeping.aside
        self._soon.start()
        self.preloader.begin_soon()

    def _look_through_all(self) -> None:
        """All that is not set aside; once another project was opened, what had been, too."""
        if self._left_over:
            gc.unfreeze()
        gc.collect()
        if self._left_over:
            gc.freeze()
        self._left_over = False


def _leave() -> None:
    Housekeeping.there -= 1
    if not Housekeeping.there:
        gc.enable()
