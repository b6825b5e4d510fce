"""How the window comes up: all of it on the screen, and ready for the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from makna.ui import main_window
from makna.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    shown = MainWindow()
    qtbot.addWidget(shown)
    return shown


def test_a_screen_without_room_for_window_and_frame_is_filled(
    qtbot: QtBot, window: MainWindow
) -> None:
    # The frame of a 1366 × 768 window on such a screen put the status bar below its edge.
    window.appear()
    qtbot.waitExposed(window)
    assert window.isMaximized()
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert window.normalGeometry().height() < room.height()


def test_a_large_screen_shows_the_usual_size(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window, "USUAL_SIZE", (640, 480))
    window.appear()
    qtbot.waitExposed(window)
    assert not window.isMaximized()


def test_a_new_project_begins_at_its_first_button(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    # The focus was on the bar of activities: Enter did nothing, and Tab went the whole way round.
    window.show()
    qtbot.waitExposed(window)
    assert window.new_project(tmp_path / "Thesis.makna", "Ani")
    assert window.desk is not None
    assert window.focusWidget() is window.desk.empty.buttons()[0]
    window.close_project()


def test_files_dropped_on_the_window_stay_where_they_are(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    # A file manager that offers moving first was told "moved", and may then delete them.
    window.show()
    assert window.new_project(tmp_path / "Thesis.makna", "Ani")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "I1.txt"))])
    either = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(400, 300), either, data, *held)
    drop = QDropEvent(QPointF(400, 300), either, data, *held)
    for event in (enter, drop):
        event.setDropAction(Qt.DropAction.MoveAction)
    window.dragEnterEvent(enter)
    window.dropEvent(drop)
    assert {enter.dropAction(), drop.dropAction()} == {Qt.DropAction.CopyAction}
    assert window.verbs is not None and window.verbs.import_strip.isVisible()
    window.close_project()
