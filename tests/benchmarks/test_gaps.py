"""The window comes round between its events, whatever is done in it.

The longest gap of a timer of 5 ms is compared with that of the idle window, or with a yardstick
where that is longer, both measured just before in the same process: a slow machine makes all of
them longer, and the time for which others had the core is taken off. What an operation sends to the
database and which widgets it makes is counted besides, and no clock can blur that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep, thread_time
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

SOURCES = 60
TRIES = 5
MOST_TIMES = 6
"""The yardstick takes about 8 ms where a timer of 5 ms comes round in time: this is some 50 ms."""
REST_MS, IDLE_MS = 400, 100
BLOCK_S = 0.2
DAILY = (
    *("open a source", "back to the first tab", "select words", "open the picker"),
    *("apply a code", "undo", "redo", "star", "choose a code", "next uncoded"),
    *("filter sources", "clear the filter of sources", "filter codes"),
    *("clear the filter of codes", "sources by case", "sources by kind"),
    *("passages of a code", "group them by code", "visit a result", "search a word"),
    *("search exactly", "history", "cases", "export", "frames", "merge two codes"),
    *("rename a code", "new theme", "other language"),
)
MOST = (160, 2_000, 300)
MOST_OF = {"merge two codes": (1_500, 8_000, 300)}
"""Statements, ticks (50 instructions of SQLite each) and widgets that one may take; merging moves
180 codings."""


@pytest.fixture(scope="module")
def room(
    tmp_path_factory: pytest.TempPathFactory, rooms: Any, alike: Any, qapp: Any
) -> Iterator[Any]:
    path: Path = alike.make(tmp_path_factory.mktemp("celah") / "celah.makna", SOURCES)
    with rooms.room(path) as here:
        QTest.qWait(2_000)
        yield here


def shortest(rooms: Any, here: Any, act: Callable[[Any], object]) -> float:
    """How many times as long as when it is idle the window did not come round, working or waiting:
    the least of a few tries."""
    least = float("inf")
    for _ in range(TRIES):
        idle = max(rooms.gap(here, lambda _here: None, IDLE_MS).felt_ms, rooms.yardstick())
        least = min(least, rooms.gap(here, act, REST_MS).felt_ms / idle)
        if least <= MOST_TIMES:
            break
        here.rest()
    return least


@dataclass
class Counted:
    """What an operation asked for."""

    statements: int = 0
    ticks: int = 0
    widgets: int = 0

    def note(self, statement: str) -> None:
        self.statements += not statement.startswith("--")

    def tick(self) -> int:
        self.ticks += 1
        return 0


@contextmanager
def counting(here: Any) -> Iterator[Counted]:
    raw, found = here.desk.session.project.raw, Counted()
    before = len(QApplication.allWidgets())
    raw.set_trace_callback(found.note)
    raw.set_progress_handler(found.tick, 50)
    try:
        yield found
        QTest.qWait(REST_MS)
    finally:
        raw.set_trace_callback(None)
        raw.set_progress_handler(None, 0)
        found.widgets = len(QApplication.allWidgets()) - before


def test_no_daily_operation_keeps_the_window_waiting(gaps: Any, rooms: Any, room: Any) -> None:
    taken = {name: shortest(rooms, room, gaps.OPERATIONS[name]) for name in DAILY}
    assert {n: round(times, 1) for n, times in taken.items() if times > MOST_TIMES} == {}


def test_no_daily_operation_asks_for_much(gaps: Any, room: Any) -> None:
    room.rest()
    much = {}
    for name in DAILY:
        with counting(room) as found:
            gaps.OPERATIONS[name](room)
        taken = (found.statements, found.ticks, found.widgets)
        if any(count > most for count, most in zip(taken, MOST_OF.get(name, MOST), strict=True)):
            much[name] = taken
    assert not much


def work(seconds: float) -> None:
    end = thread_time() + seconds
    while thread_time() < end:
        pass


@pytest.mark.parametrize("block", [work, sleep], ids=["working", "waiting"])
@pytest.mark.parametrize("when", ["at once", "later"])
def test_an_operation_that_keeps_the_window_waiting_is_noticed(
    gaps: Any, rooms: Any, room: Any, block: Callable[[float], None], when: str
) -> None:
    """The measuring itself: a daily operation, or what follows from it, takes much longer."""
    seconds = max(BLOCK_S, 3 * MOST_TIMES * rooms.yardstick() / 1000)

    def star(here: Any) -> None:
        gaps.OPERATIONS["star"](here)
        if when == "at once":
            block(seconds)
        else:
            QTimer.singleShot(60, here.window, lambda: block(seconds))

    assert shortest(rooms, room, star) > MOST_TIMES
