"""Work of the window in slices: all is done, in order, the window breathes, and who asked hears."""

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
from makna.domain.pausing import Pausing
from makna.ui import time_slices as module
from makna.ui.preloading import MODULES, Preloader
from makna.ui.time_slices import SLICE_S, TimeSlices


@pytest.fixture
def slices(qtbot: QtBot) -> Iterator[TimeSlices]:
    parent = QObject()
    yield TimeSlices(parent)


def three(trace: list[str], end: Exception | None = None) -> Pausing[str]:
    try:
        for each in "abc":
            trace.append(each)
            yield None
        if end is not None:
            raise end
        return "found"
    finally:
        trace.append("closed")


def test_what_is_quick_is_done_when_it_begins(slices: TimeSlices) -> None:
    heard: list[Any] = []
    slices.start(three([]), heard.append, heard.append)
    assert heard == ["found"] and not slices.busy


def test_a_new_piece_of_work_closes_the_one_before(
    slices: TimeSlices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FIRST_SLICE_S", 0.001)
    closed, heard = list[bool](), list[Any]()

    def endless() -> Pausing[str]:
        try:
            while True:
                yield None
        finally:
            closed.append(True)

    slices.start(endless(), heard.append, heard.append)
    assert slices.busy and not closed
    slices.start(three([]), heard.append, heard.append)
    assert closed == [True]
    slices.finish()
    assert heard == ["found"]


def test_a_refusal_is_told_instead_of_a_result(slices: TimeSlices) -> None:
    found, refused = list[Any](), list[UserError]()
    slices.start(three([], UserError("busy", name="x")), found.append, refused.append)
    assert not found and [error.key for error in refused] == ["busy"]


def test_after_a_bug_nothing_goes_on_and_nobody_hears_of_a_result(slices: TimeSlices) -> None:
    heard: list[Any] = []
    with pytest.raises(ZeroDivisionError):
        slices.start(three([], ZeroDivisionError()), heard.append, heard.append)
    assert not slices.busy and not heard
    slices.start(three([]), heard.append, heard.append)
    assert heard == ["found"]


def test_pieces_are_done_in_their_order(qtbot: QtBot, slices: TimeSlices) -> None:
    done: list[int] = []
    slices.begin([partial(done.append, n) for n in range(50)])
    assert not done
    qtbot.waitUntil(lambda: not slices.busy)
    assert done == list(range(50))


def test_other_events_come_between_the_slices(qtbot: QtBot, slices: TimeSlices) -> None:
    done, seen = list[int](), list[int]()

    def piece() -> None:
        end = perf_counter() + SLICE_S
        while perf_counter() < end:
            pass
        done.append(1)

    slices.begin([piece] * 5)
    timer = QTimer(slices, interval=0)
    timer.timeout.connect(lambda: seen.append(len(done)))
    timer.start()
    qtbot.waitUntil(lambda: not slices.busy)
    assert {1, 2, 3, 4} <= set(seen)


def test_new_pieces_take_the_place_of_those_left(slices: TimeSlices) -> None:
    done: list[str] = []
    slices.begin([lambda: done.append("old")])
    slices.begin([lambda: done.append("new")])
    slices.finish()
    assert done == ["new"]


def test_a_piece_may_begin_others(slices: TimeSlices) -> None:
    done: list[str] = []
    slices.begin([lambda: slices.begin([partial(done.append, "new")]), partial(done.append, "old")])
    slices.finish()
    assert done == ["new"] and not slices.busy


def test_a_bug_in_one_piece_is_told_and_the_others_are_done(
    slices: TimeSlices, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, done = list[type](), list[int]()
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: told.append(kind))
    slices.begin([lambda: 1 / 0, partial(done.append, 1)])
    slices.finish()
    assert (told, done) == ([ZeroDivisionError], [1])


def test_every_module_that_is_imported_ahead_is_there(qtbot: QtBot) -> None:
    for name in MODULES:
        import_module(name)
    parent = QObject()
    preloader = Preloader(parent)
    preloader.begin()
    preloader.slices.finish()
    assert not preloader.slices.busy
