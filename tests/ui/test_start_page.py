"""The start page: begin a project, or go on with one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from makna.services.settings import Settings
from makna.ui.start_page import StartPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "Skripsi.makna"
    path.write_bytes(b"")
    return path


@pytest.fixture
def page(qtbot: QtBot, project: Path, tmp_path: Path) -> StartPage:
    def choose(parent: QWidget, title: str, start: Path) -> Path | None:
        return tmp_path / "lain"

    recent = (str(project), str(tmp_path / "Hilang.makna"))
    made = StartPage(Settings(recent=recent), choose=choose)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def test_a_new_project_needs_a_name_a_folder_and_who(
    qtbot: QtBot, page: StartPage, tmp_path: Path
) -> None:
    qtbot.mouseClick(page.new_button, LEFT)
    qtbot.keyClicks(page.form.name, "Tesis S2")
    qtbot.keyClicks(page.form.coder, "Ria")
    with qtbot.waitSignal(page.new_wanted) as told:
        qtbot.keyClick(page.form.coder, Qt.Key.Key_Return)
    assert told.args == [tmp_path / "Tesis S2.makna", "Ria"]


def test_another_folder_can_be_chosen(qtbot: QtBot, page: StartPage, tmp_path: Path) -> None:
    page.ask_new()
    qtbot.keyClicks(page.form.name, "Tesis")
    qtbot.mouseClick(page.form.folder_button, LEFT)
    assert page.form.path() == tmp_path / "lain" / "Tesis.makna"


@pytest.mark.parametrize("name", ["Skripsi", "a/b", "Skripsi.makna", ".x"])
def test_a_name_that_can_not_be_is_said_while_typing(
    qtbot: QtBot, page: StartPage, name: str
) -> None:
    page.ask_new()
    qtbot.keyClicks(page.form.name, name)
    assert page.form.problem() != ""
    with qtbot.assertNotEmitted(page.new_wanted):
        qtbot.keyClick(page.form.name, Qt.Key.Key_Return)


def test_esc_gives_up_the_new_project(qtbot: QtBot, page: StartPage) -> None:
    page.ask_new()
    qtbot.keyClick(page.form.name, Qt.Key.Key_Escape)
    assert page.form.isHidden()


def test_a_recent_project_opens_by_mouse_and_by_enter(
    qtbot: QtBot, page: StartPage, project: Path
) -> None:
    row = page.recent.rows()[0]
    with qtbot.waitSignal(page.open_wanted) as told:
        qtbot.mouseClick(row, LEFT)
    assert told.args == [project]
    with qtbot.waitSignal(page.open_wanted):
        qtbot.keyClick(row, Qt.Key.Key_Return)


def test_a_missing_project_can_only_be_taken_off(
    qtbot: QtBot, page: StartPage, tmp_path: Path
) -> None:
    row = page.recent.rows()[1]
    with qtbot.assertNotEmitted(page.open_wanted):
        qtbot.mouseClick(row, LEFT)
    with qtbot.waitSignal(page.forget_wanted) as told:
        qtbot.mouseClick(row.remove_button, LEFT)
    assert told.args == [tmp_path / "Hilang.makna"]
    assert len(page.recent.rows()) == 1


def test_open_asks_which(qtbot: QtBot, page: StartPage) -> None:
    with qtbot.waitSignal(page.open_wanted) as told:
        qtbot.mouseClick(page.open_button, LEFT)
    assert told.args == [None]


def test_the_language_is_a_click_away(qtbot: QtBot, page: StartPage) -> None:
    with qtbot.waitSignal(page.language_chosen) as told:
        qtbot.mouseClick(page.languages.buttons()[0], LEFT)
    assert told.args == ["id"]


def test_the_name_is_asked_for_once(qtbot: QtBot, page: StartPage) -> None:
    qtbot.mouseClick(page.name_button, LEFT)
    qtbot.keyClicks(page.name.field, "Ria")
    with qtbot.waitSignal(page.name_given) as told:
        qtbot.keyClick(page.name.field, Qt.Key.Key_Return)
    assert told.args == ["Ria"]
    page.set_settings(Settings(coder_name="Ria"))
    page.ask_new()
    assert not page.form.coder.isVisible()


@pytest.mark.parametrize(("name", "opened"), [("Skripsi.makna", True), ("I1.docx", False)])
def test_a_project_file_can_be_dropped(
    qtbot: QtBot, page: StartPage, tmp_path: Path, name: str, opened: bool
) -> None:
    dropped: list[Path] = []
    page.open_wanted.connect(dropped.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    either = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    event = QDropEvent(QPointF(5, 5), either, data, LEFT, Qt.KeyboardModifier.NoModifier)
    event.setDropAction(Qt.DropAction.MoveAction)
    page.dropEvent(event)
    assert dropped == ([tmp_path / name] if opened else [])
    if opened:
        assert event.dropAction() == Qt.DropAction.CopyAction


def test_the_name_is_asked_for_in_one_place_at_a_time(qtbot: QtBot, page: StartPage) -> None:
    page.ask_new()
    assert page.form.coder.isVisible()
    assert page.name_button.isHidden()
    page.form.cancel()
    assert page.name_button.isVisible()
