"""Work beside the window: what waits or leaves the interpreter to others, and what gives way."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from threading import Thread
from typing import TypeVar

T = TypeVar("T")
NICE = 10
"""Of two processes that want the same core, the one that is so nice gets a tenth of it."""


def in_background(call: Callable[[], T]) -> Future[T]:
    """The future of a call that has begun elsewhere; the program may end while it runs."""
    future: Future[T] = Future()

    def run() -> None:
        future.set_running_or_notify_cancel()
        try:
            future.set_result(call())
        except BaseException as problem:
            future.set_exception(problem)

    Thread(target=run, daemon=True).start()
    return future


def give_way() -> None:
    """First thing in a process beside the window: leave it the cores, and end when it ends.

    Without the latter a window that was killed would leave its processes waiting for ever. Where
    the system knows no niceness (Windows) only the latter.
    """
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(NICE)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    # Here, where it is there already: starting is long enough without.
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
