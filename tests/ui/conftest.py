"""What every test of the window starts from: a real project file in an open session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import makna.search.index
from makna import bootstrap
from makna.ui import time_slices
from makna.ui.app import dress
from makna.ui.desk.place import Place
from makna.ui.main_window import MainWindow
from makna.ui.session import Session


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """An empty project, open for writing."""
    opened = Session(bootstrap.create_project(tmp_path / "x.makna"))
    yield opened
    opened.close()


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    """Nowhere yet."""
    return Place()


@pytest.fixture
def bare_window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The real window, in English and light, with nothing open; closed with its project at the end.

    Nobody has given a name: a test that names a coder leaves none to the next one.
    """
    anew = replace(bootstrap.settings(), language="en", theme="light", coder_name="")
    bootstrap.keep_settings(anew)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, bootstrap.settings())
    shown = MainWindow()
    shown.resize(1280, 720)
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    yield shown
    shown.close_project()
    shown.close()
    shown.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def _nothing_lingers(qapp: QApplication) -> None:
    """Widgets of the test before go first: their project is closed, and a change of language or
    theme would have them read it once more."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def _buttons_come_up() -> Iterator[None]:
    """`mouseDClick` never lets the button go: to the next test every move would be a drag."""
    yield
    if QGuiApplication.mouseButtons():
        QTest.mouseRelease(QWidget(), Qt.MouseButton.LeftButton)


@pytest.fixture(autouse=True)
def _patient_first_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is quick is done at once, also on a machine that is busy with other tests."""
    assert makna.search.index
    monkeypatch.setattr(time_slices, "FIRST_SLICE_S", 5.0)
