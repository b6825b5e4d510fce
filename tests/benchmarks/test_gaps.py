"""The window comes round between its events, whatever is done in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest

SOURCES = 60
TRIES = 3
TIMES_IDLE = 10
"""50 ms, where an idle window's timer of 5 ms comes round in time."""
DAILY = (
    *("open a source", "back to the first tab", "select words", "open the picker"),
    *("apply a code", "undo", "redo", "star", "choose a code", "next uncoded"),
    *("filter sources", "clear the filter of sources", "filter codes"),
    *("clear the filter of codes", "sources by case", "sources by kind"),
    *("passages of a code", "group them by code", "visit a result", "search a word"),
    *("search exactly", "history", "cases", "frames", "merge two codes", "rename a code"),
)


@pytest.fixture(scope="module")
def room(
    tmp_path_factory: pytest.TempPathFactory, gaps: Any, alike: Any, qapp: Any
) -> Iterator[Any]:
    path: Path = alike.make(tmp_path_factory.mktemp("celah") / "celah.makna", SOURCES)
    with gaps.room(path) as here:
        QTest.qWait(2_000)
        yield here


def shortest(gaps: Any, here: Any, name: str, limit_ms: float) -> float:
    """What the window's own thread worked in one go: the least of a few tries.

    Its own work and not the clock's time: other programs run on the same cores.
    """
    least = float("inf")
    for _ in range(TRIES):
        found = gaps.gap(here, gaps.OPERATIONS[name], 400)
        least = min(least, found.cpu_ms)
        if least <= limit_ms:
            break
        gaps.OPERATIONS["back to the first tab"](here)
        here.desk.coding.picker.close()
    return least


def test_no_daily_operation_keeps_the_window_waiting(gaps: Any, room: Any) -> None:
    idle = min(gaps.idle(room.window).wall_ms for _ in range(TRIES))
    limit = TIMES_IDLE * max(idle, gaps.TICK_MS)
    slow = {
        name: (round(spent), round(limit))
        for name in DAILY
        if (spent := shortest(gaps, room, name, limit)) > limit
    }
    assert not slow


def test_a_window_that_is_kept_waiting_is_noticed(gaps: Any, room: Any) -> None:
    """The measuring itself: half a second of work is seen as such."""

    def work(_here: Any) -> None:
        end = gaps.thread_time() + 0.2
        while gaps.thread_time() < end:
            pass

    assert gaps.gap(room, work, 300).cpu_ms > 190
