"""What Python looks through for garbage while a project is open."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.ui import housekeeping
from makna.ui.housekeeping import Housekeeping
from makna.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    yield made
    made.close_project()
    gc.unfreeze()


class Loop:
    """Refers to itself, so that only the search for garbage can free it."""

    def __init__(self) -> None:
        self.own = self


def test_an_open_project_is_set_aside(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.create_project(tmp_path / "a.makna").close()
    monkeypatch.setattr(housekeeping, "PAUSE_MS", 10)
    Housekeeping(window)
    assert gc.get_freeze_count() == 0
    window.open_project(tmp_path / "a.makna")
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 10_000, timeout=5_000)


def test_what_an_earlier_project_left_is_freed(window: MainWindow) -> None:
    keeper, loop = Housekeeping(window), Loop()
    gone = weakref.ref(loop)
    keeper.set_aside()
    del loop
    gc.collect()
    assert gone() is not None
    keeper.set_aside()
    assert gone() is None


def test_garbage_is_looked_for_again_soon_after_the_start(qtbot: QtBot, qapp: QApplication) -> None:
    housekeeping.start_quietly(qapp)
    try:
        assert not gc.isenabled()
        qtbot.waitUntil(gc.isenabled, timeout=5_000)
    finally:
        gc.enable()
