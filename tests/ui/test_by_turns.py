"""What is done by turns is all done, in order, and lets the window breathe."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from makna.ui.ahead import MODULES, Ahead
from makna.ui.by_turns import TURN_MS, ByTurns


def busy(milliseconds: float) -> None:
    end = perf_counter() + milliseconds / 1000
    while perf_counter() < end:
        pass


def test_pieces_are_done_in_their_order(qtbot: QtBot) -> None:
    parent, done = QObject(), list[int]()
    turns = ByTurns(parent)
    turns.begin([partial(done.append, n) for n in range(50)])
    assert not done
    qtbot.waitUntil(lambda: not turns.busy)
    assert done == list(range(50))


def test_other_events_come_between_the_turns(qtbot: QtBot) -> None:
    parent, done, seen = QObject(), list[int](), list[int]()
    turns = ByTurns(parent)

    def piece() -> None:
        busy(TURN_MS)
        done.append(1)

    turns.begin([piece] * 5)
    timer = QTimer(parent, interval=0)
    timer.timeout.connect(lambda: seen.append(len(done)))
    timer.start()
    qtbot.waitUntil(lambda: not turns.busy)
    assert {1, 2, 3, 4} <= set(seen)


def test_new_pieces_take_the_place_of_those_left(qtbot: QtBot) -> None:
    parent, done = QObject(), list[str]()
    turns = ByTurns(parent)
    turns.begin([lambda: done.append("old")])
    turns.begin([lambda: done.append("new")])
    turns.finish()
    assert done == ["new"]


def test_every_module_that_is_imported_ahead_is_there(qtbot: QtBot) -> None:
    for name in MODULES:
        import_module(name)
    parent = QObject()
    ahead = Ahead(parent)
    ahead.begin()
    ahead.turns.finish()
    assert not ahead.turns.busy
