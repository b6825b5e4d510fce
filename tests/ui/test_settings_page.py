"""Settings are told at once, one at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from makna.services import projects
from makna.services.settings import Settings
from makna.ui.session import Session
from makna.ui.settings_page import SettingsPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def folder(tmp_path: Path, session: Session) -> Path:
    """A folder with one backup."""
    made = tmp_path / "cadangan"
    made.mkdir()
    projects.back_up(session.project, made)
    return made


@pytest.fixture
def page(qtbot: QtBot, folder: Path, tmp_path: Path) -> SettingsPage:
    def choose(parent: QWidget, title: str, start: Path) -> Path | None:
        return tmp_path

    def trash(path: Path) -> bool:
        path.unlink()
        return True

    settings = Settings(language="en", coder_name="Ria", backup_folder=str(folder))
    made = SettingsPage(settings, choose=choose, trash=trash)
    QAbstractItemModelTester(made.backups.model)
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def test_language_and_colours_are_a_click(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.changed) as told:
        qtbot.mouseClick(page.languages.button(0), LEFT)
    assert told.args[0].language == "id"
    with qtbot.waitSignal(page.changed) as told:
        qtbot.mouseClick(page.themes.button(2), LEFT)
    assert (told.args[0].language, told.args[0].theme) == ("id", "dark")


def test_what_is_chosen_already_is_not_told_again(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.assertNotEmitted(page.changed):
        qtbot.mouseClick(page.languages.button(1), LEFT)


def test_the_interface_grows_by_keys_and_goes_back(qtbot: QtBot, page: SettingsPage) -> None:
    before = page.font_size.value()
    with qtbot.waitSignal(page.changed) as told:
        qtbot.keyClick(page.font_size, Qt.Key.Key_Up)
    assert told.args[0].interface_font_pt == before + 1
    with qtbot.waitSignal(page.changed) as told:
        qtbot.mouseClick(page.usual_size, LEFT)
    assert told.args[0].interface_font_pt == 0


def test_a_name_is_kept_when_typing_stops_but_never_an_empty_one(
    qtbot: QtBot, page: SettingsPage
) -> None:
    page.name.selectAll()
    with qtbot.waitSignal(page.changed) as told:
        qtbot.keyClicks(page.name, "Ria Sari")
    assert told.args[0].coder_name == "Ria Sari"
    with qtbot.assertNotEmitted(page.changed):
        page.name.selectAll()
        qtbot.keyClick(page.name, Qt.Key.Key_Delete)
        qtbot.keyClick(page.name, Qt.Key.Key_Return)


def test_backups_are_listed_and_moved_to_the_bin(
    qtbot: QtBot, page: SettingsPage, folder: Path
) -> None:
    assert len(page.backups.backups()) == 1
    page.backups.list.setCurrentIndex(page.backups.model.index(0, 0))
    qtbot.keyClick(page.backups.list, Qt.Key.Key_Delete)
    assert list(folder.iterdir()) == []
    assert page.backups.backups() == []


def test_a_backup_that_can_not_be_moved_stays_and_is_named(qtbot: QtBot, folder: Path) -> None:
    settings = Settings(language="en", backup_folder=str(folder))
    page = SettingsPage(settings, trash=lambda path: False)
    qtbot.addWidget(page)
    page.show()
    # Showing the page reads the folder again, which ends a selection made before.
    qtbot.waitExposed(page)
    qtbot.waitUntil(lambda: len(page.backups.backups()) == 1)
    page.backups.list.selectAll()
    # No event in between: one that is due may read the folder again and end the selection.
    assert page.backups.remove_button.isEnabled()
    page.backups.remove_button.click()
    assert len(page.backups.backups()) == 1
    assert next(folder.iterdir()).name in page.backups.problem()


def test_backups_can_go_elsewhere(qtbot: QtBot, page: SettingsPage, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.changed) as told:
        qtbot.mouseClick(page.folder_button, LEFT)
    assert told.args[0].backup_folder == str(tmp_path)
    assert page.backups.backups() == []
    with qtbot.waitSignal(page.changed) as told:
        qtbot.mouseClick(page.usual_folder, LEFT)
    assert told.args[0].backup_folder == ""


def test_settings_from_elsewhere_are_shown_and_tell_nobody(
    qtbot: QtBot, page: SettingsPage
) -> None:
    with qtbot.assertNotEmitted(page.changed):
        page.set_settings(Settings(language="id", theme="light", interface_font_pt=14))
    assert page.languages.button(0).isChecked()
    assert page.themes.button(1).isChecked()
    assert page.font_size.value() == 14
