"""What Python looks through for garbage while a project is open."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, sleep, thread_time

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.ui import housekeeping
from makna.ui.housekeeping import Housekeeping
from makna.ui.main_window import MainWindow

PYTHONS_OWN_S = 0.005
"""What a thread keeps the interpreter for unless told otherwise."""


@pytest.fixture(autouse=True)
def _interval() -> Iterator[None]:
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    yield made
    made.close_project()
    gc.unfreeze()
    gc.enable()


class Loop:
    """Refers to itself, so that only the search for garbage can free it."""

    def __init__(self) -> None:
        self.own = self


def work_for(seconds: float) -> None:
    """Let this thread work so long."""
    end = thread_time() + seconds
    while thread_time() < end:
        pass


def waiting() -> float:
    """Seconds until the interpreter is there again after it was let go."""
    began = perf_counter()
    sleep(0.001)
    return perf_counter() - began


def test_an_open_project_is_set_aside(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.create_project(tmp_path / "a.makna").close()
    monkeypatch.setattr(housekeeping, "PAUSE_MS", 10)
    Housekeeping(window)
    assert gc.get_freeze_count() == 0
    window.open_project(tmp_path / "a.makna")
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 10_000, timeout=5_000)


def test_what_is_imported_ahead_is_set_aside_too(window: MainWindow) -> None:
    keeper = Housekeeping(window)
    keeper.set_aside()
    before, kept = gc.get_freeze_count(), [Loop() for _ in range(500)]
    keeper.preloader.done.emit()
    assert gc.get_freeze_count() >= before + len(kept)


def test_what_an_earlier_project_left_is_freed_in_a_long_rest(
    window: MainWindow, tmp_path: Path
) -> None:
    keeper, loop = Housekeeping(window), Loop()
    gone = weakref.ref(loop)
    keeper.set_aside()
    del loop
    gc.collect()
    assert gone() is not None
    window.project_opened.emit(tmp_path / "b.makna")
    for _ in range(housekeeping.LONG_REST + 2):
        keeper.look()
    assert gone() is None


def test_no_garbage_is_looked_for_in_the_middle_of_work(window: MainWindow) -> None:
    keeper = Housekeeping(window)
    assert not gc.isenabled()
    keeper.look()
    gone = [weakref.ref(Loop()) for _ in range(housekeeping.SOME + 1)]
    work_for(2 * housekeeping.RESTING_S)
    keeper.look()
    assert any(each() for each in gone)
    keeper.look()
    assert not any(each() for each in gone)


def test_much_garbage_does_not_wait_for_a_rest(window: MainWindow) -> None:
    keeper = Housekeeping(window)
    keeper.look()
    gone = [weakref.ref(Loop()) for _ in range(housekeeping.MANY // 2 + 1)]
    work_for(2 * housekeeping.RESTING_S)
    keeper.look()
    assert not any(each() for each in gone)


def test_what_grew_old_before_it_was_garbage_is_found_in_a_long_rest(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(housekeeping, "SEARCHES", 1)
    keeper, loop = Housekeeping(window), Loop()
    gone = weakref.ref(loop)
    gc.collect(1)
    del loop
    for _ in range(housekeeping.LONG_REST + 2):
        keeper.look()
    assert gone() is None


def test_garbage_is_looked_for_again_soon_after_a_start_without_a_window(
    qtbot: QtBot, qapp: QApplication
) -> None:
    housekeeping.start_quietly(qapp)
    try:
        assert not gc.isenabled()
        qtbot.waitUntil(gc.isenabled, timeout=5_000)
    finally:
        gc.enable()


def test_python_looks_after_itself_again_when_the_window_is_gone(qapp: QApplication) -> None:
    window = MainWindow()
    Housekeeping(window)
    assert not gc.isenabled()
    window.deleteLater()
    qapp.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
    assert gc.isenabled()


def test_a_busy_thread_soon_gives_the_interpreter_back(qapp: QApplication) -> None:
    stop = threading.Event()
    housekeeping.start_quietly(qapp)
    busy = threading.Thread(target=lambda: all(not stop.is_set() for _ in iter(int, 1)))
    busy.start()
    try:
        waited = [waiting() for _ in range(20)]
    finally:
        stop.set()
        busy.join()
        gc.enable()
    assert sorted(waited)[len(waited) // 4] < PYTHONS_OWN_S
