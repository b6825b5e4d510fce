"""Work of the window in turns: all is done, in order, the window breathes, and who asked hears."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from makna.domain.errors import UserError
from makna.services.steps import Steps
from makna.ui import turns as module
from makna.ui.ahead import MODULES, Ahead
from makna.ui.turns import TURN_S, Turns


@pytest.fixture
def turns(qtbot: QtBot) -> Iterator[Turns]:
    parent = QObject()
    yield Turns(parent)


def three(trace: list[str], end: Exception | None = None) -> Steps[str]:
    try:
        for each in "abc":
            trace.append(each)
            yield None
        if end is not None:
            raise end
        return "found"
    finally:
        trace.append("closed")


def test_what_is_quick_is_done_when_it_begins(turns: Turns) -> None:
    heard: list[Any] = []
    turns.start(three([]), heard.append, heard.append)
    assert heard == ["found"] and not turns.busy


def test_a_new_piece_of_work_closes_the_one_before(
    turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FIRST_TURN_S", 0.001)
    closed, heard = list[bool](), list[Any]()

    def endless() -> Steps[str]:
        try:
            while True:
                yield None
        finally:
            closed.append(True)

    turns.start(endless(), heard.append, heard.append)
    assert turns.busy and not closed
    turns.start(three([]), heard.append, heard.append)
    assert closed == [True]
    turns.finish()
    assert heard == ["found"]


def test_a_refusal_is_told_instead_of_a_result(turns: Turns) -> None:
    found, refused = list[Any](), list[UserError]()
    turns.start(three([], UserError("busy", name="x")), found.append, refused.append)
    assert not found and [error.key for error in refused] == ["busy"]


def test_after_a_bug_nothing_goes_on_and_nobody_hears_of_a_result(turns: Turns) -> None:
    heard: list[Any] = []
    with pytest.raises(ZeroDivisionError):
        turns.start(three([], ZeroDivisionError()), heard.append, heard.append)
    assert not turns.busy and not heard
    turns.start(three([]), heard.append, heard.append)
    assert heard == ["found"]


def test_pieces_are_done_in_their_order(qtbot: QtBot, turns: Turns) -> None:
    done: list[int] = []
    turns.begin([partial(done.append, n) for n in range(50)])
    assert not done
    qtbot.waitUntil(lambda: not turns.busy)
    assert done == list(range(50))


def test_other_events_come_between_the_turns(qtbot: QtBot, turns: Turns) -> None:
    done, seen = list[int](), list[int]()

    def piece() -> None:
        end = perf_counter() + TURN_S
        while perf_counter() < end:
            pass
        done.append(1)

    turns.begin([piece] * 5)
    timer = QTimer(turns, interval=0)
    timer.timeout.connect(lambda: seen.append(len(done)))
    timer.start()
    qtbot.waitUntil(lambda: not turns.busy)
    assert {1, 2, 3, 4} <= set(seen)


def test_new_pieces_take_the_place_of_those_left(turns: Turns) -> None:
    done: list[str] = []
    turns.begin([lambda: done.append("old")])
    turns.begin([lambda: done.append("new")])
    turns.finish()
    assert done == ["new"]


def test_a_piece_may_begin_others(turns: Turns) -> None:
    done: list[str] = []
    turns.begin([lambda: turns.begin([partial(done.append, "new")]), partial(done.append, "old")])
    turns.finish()
    assert done == ["new"] and not turns.busy


def test_a_bug_in_one_piece_is_told_and_the_others_are_done(
    turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, done = list[type](), list[int]()
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: told.append(kind))
    turns.begin([lambda: 1 / 0, partial(done.append, 1)])
    turns.finish()
    assert (told, done) == ([ZeroDivisionError], [1])


def test_every_module_that_is_imported_ahead_is_there(qtbot: QtBot) -> None:
    for name in MODULES:
        import_module(name)
    parent = QObject()
    ahead = Ahead(parent)
    ahead.begin()
    ahead.turns.finish()
    assert not ahead.turns.busy
