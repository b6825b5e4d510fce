"""Damage, lost files and bugs in the window: told in one line, with a button that helps."""

from __future__ import annotations

import os
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.services import codebook, importing, projects
from makna.services.logbook import last_errors
from makna.ui import bugs
from makna.ui.backup_list import BackupList
from makna.ui.desk.erase_page import ErasePage
from makna.ui.main_window import MainWindow
from makna.ui.settings_page import SettingsPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def path(tmp_path: Path, makna_home: Path) -> Path:
    """A project of many pages with a backup that lacks its last step."""
    path = tmp_path / "Skripsi.makna"
    project = bootstrap.create_project(path, coder="Ani")
    for number in range(12):
        importing.import_text(project, f"T{number}", "Humas itu penting.\n" * 600)
    projects.back_up(project, bootstrap.backup_folder())
    codebook.add_code(project, "Sesudahnya")
    project.close()
    return path


@pytest.fixture
def window(bare_window: MainWindow, path: Path) -> MainWindow:
    return bare_window


def button(window: MainWindow, words: str) -> QPushButton:
    (found,) = [b for b in window.notices_now().buttons() if b.text() == words]
    return found


def lose_a_table(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute("DROP TABLE memo_link")
    raw.commit()
    raw.close()


def test_damage_at_opening_offers_the_newest_good_backup(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    lose_a_table(path)
    assert not window.open_project(path)
    said = window.notices.text()
    assert "12 sources, 0 codings" in said
    assert "steps made after it: 1" in said
    qtbot.mouseClick(button(window, "Restore the backup"), LEFT)
    assert window.desk is not None
    project = window.desk.session.project
    assert project.path.parent == path.parent
    assert project.path != path
    assert (len(project.sources.all()), len(project.codes.tree())) == (12, 0)


def test_what_can_be_read_of_a_damaged_file_is_a_click_away(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    lose_a_table(path)
    window.open_project(path)
    qtbot.mouseClick(button(window, "Save what can be read"), LEFT)
    assert window.desk is not None
    assert window.desk.session.project.path.name == "Skripsi (saved).makna"
    assert len(window.desk.session.project.codes.tree()) == 1
    assert "memo_link" in window.notices_now().text()


def test_without_a_backup_the_way_on_is_the_button_and_no_command_for_a_shell(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    shutil.rmtree(bootstrap.backup_folder())
    lose_a_table(path)
    window.open_project(path)
    assert "there is no good backup" in window.notices.text()
    assert "makna check" not in window.notices.text()
    assert button(window, "Save what can be read").isVisible()


def test_an_emptied_file_is_called_empty_and_its_backup_is_a_click_away(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    path.write_bytes(b"")
    assert not window.open_project(path)
    said = window.notices.text()
    assert "“Skripsi.makna” is empty" in said
    assert "12 sources, 0 codings" in said
    assert [each.text() for each in window.notices.buttons()] == ["Restore the backup"]
    qtbot.mouseClick(button(window, "Restore the backup"), LEFT)
    assert window.desk is not None
    assert len(window.desk.session.project.sources.all()) == 12


def test_a_file_without_its_beginning_is_saved_with_a_click(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    with path.open("r+b") as file:
        file.write(bytes(4096))
    assert not window.open_project(path)
    assert "has lost its beginning" in window.notices.text()
    qtbot.mouseClick(button(window, "Save what can be read"), LEFT)
    assert window.desk is not None
    assert len(window.desk.session.project.codes.tree()) == 1


def test_a_file_with_a_strangers_trigger_is_not_opened_and_offers_no_backup(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    raw = sqlite3.connect(path)
    raw.execute("CREATE TRIGGER t AFTER INSERT ON code BEGIN DELETE FROM source; END")
    raw.close()
    assert not window.open_project(path)
    assert "Makna did not make" in window.notices.text()
    assert [each.text() for each in window.notices.buttons()] == ["Save what can be read"]
    qtbot.mouseClick(button(window, "Save what can be read"), LEFT)
    assert window.desk is not None
    assert len(window.desk.session.project.sources.all()) == 12


def test_a_backup_is_restored_with_two_clicks_from_the_start_page(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.mouseClick(window.start.backups_button, LEFT)
    listed = window.start.backups
    assert isinstance(listed, BackupList)
    qtbot.mouseClick(listed.restore_button, LEFT)
    assert window.desk is not None
    assert len(window.desk.session.project.sources.all()) == 12


def test_a_backup_is_restored_with_two_clicks_from_the_settings(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    window.open_project(path)
    assert window.verbs is not None
    window.verbs.open_page("settings")
    assert window.desk is not None
    page = window.desk.pages.current
    assert isinstance(page, SettingsPage)
    listed = page.backups
    qtbot.waitUntil(lambda: len(listed.backups()) == 1)
    listed.choose_newest()
    qtbot.mouseClick(listed.restore_button, LEFT)
    assert window.desk is not None
    restored = window.desk.session.project
    assert restored.path.parent == path.parent
    assert restored.path != path
    assert "(backup of " in restored.overview.info().name


def test_the_list_says_what_each_backup_holds(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(window.start.backups_button, LEFT)
    listed = window.start.backups
    assert listed is not None
    spoken = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: "12 source" in str(listed.model.item(0).data(spoken)))
    window.commands["language"].trigger()
    qtbot.waitUntil(lambda: "12 sumber" in str(listed.model.item(0).data(spoken)))


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps open files where they are")
def test_work_on_a_file_that_was_taken_away_can_be_saved(
    qtbot: QtBot, window: MainWindow, path: Path, tmp_path: Path
) -> None:
    window.open_project(path)
    assert window.desk is not None
    assert window.verbs is not None
    session = window.desk.session
    path.unlink()
    window.verbs.project._choose_target = lambda suggested: tmp_path / "Salinan.makna"
    session.perform(lambda: codebook.add_code(session.project, "Hilang"))
    assert "no longer where it was" in window.notices_now().text()
    qtbot.mouseClick(button(window, "Save a copy…"), LEFT)
    saved = projects.open_project(tmp_path / "Salinan.makna", tmp_path / "b", read_only=True)
    assert [code.name for code in saved.codes.tree().ordered] == ["Sesudahnya"]
    saved.close()


def test_a_copy_three_seconds_after_the_last_action_lacks_nothing(
    qtbot: QtBot, window: MainWindow, path: Path, tmp_path: Path
) -> None:
    window.open_project(path)
    assert window.desk is not None
    session = window.desk.session
    session.perform(lambda: importing.import_text(session.project, "Baru", "Kata terakhir.\n" * 99))
    qtbot.wait(3_000)
    copy = tmp_path / "disalin.makna"
    shutil.copyfile(path, copy)
    opened = projects.open_project(copy, tmp_path / "b")
    assert opened.sources.all()[-1].name == "Baru"
    assert opened.texts.text(opened.sources.all()[-1].id).startswith("Kata terakhir.")
    assert projects.check_project(opened) == []
    trail = [entry.id for entry in session.project.history.entries()]
    assert [entry.id for entry in opened.history.entries()] == trail
    opened.close()


def test_a_backup_that_fails_is_told_and_work_goes_on(
    qtbot: QtBot, window: MainWindow, path: Path, tmp_path: Path
) -> None:
    (tmp_path / "berkas").write_text("")
    bootstrap.keep_settings(
        replace(bootstrap.settings(), backup_folder=str(tmp_path / "berkas" / "b"))
    )
    window.open_project(path)
    assert window.desk is not None
    session = window.desk.session
    session.perform(lambda: codebook.add_code(session.project, "Tetap jalan"))
    qtbot.waitUntil(lambda: "No backup could be made" in window.notices_now().text())
    button(window, "Settings")
    assert len(session.project.codes.tree()) == 2


def test_a_damaged_page_met_in_a_view_is_told_as_damage(window: MainWindow, path: Path) -> None:
    window.open_project(path)
    assert window.desk is not None
    error = sqlite3.DatabaseError("database disk image is malformed")
    error.sqlite_errorname = "SQLITE_CORRUPT"
    bugs.tell(window, error)
    assert "is damaged. The newest good backup is of" in window.notices_now().text()
    assert last_errors() == []


def test_a_bug_is_told_in_a_line_and_its_log_quotes_nobody(window: MainWindow, path: Path) -> None:
    window.open_project(path)
    bugs.tell(window, KeyError("kata informan"))
    assert "(KeyError)" in window.notices_now().text()
    (entry,) = last_errors()
    assert "KeyError" in entry
    assert "informan" not in entry


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "smb://x/y", "x"])
def test_a_link_to_anything_but_a_page_or_mail_is_not_offered(
    window: MainWindow, path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    window.open_project(path)
    assert window.desk is not None
    window.desk.link_wanted.emit(address)
    assert "This address is not opened" in window.notices_now().text()
    assert window.notices_now().buttons() == []
    assert opened == []


def test_a_link_of_a_text_opens_only_after_asking(
    qtbot: QtBot, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    window.open_project(path)
    assert window.desk is not None
    window.desk.link_wanted.emit("https://example.org/a?b=c")
    assert "https://example.org/a?b=c" in window.notices_now().text()
    assert opened == []
    qtbot.mouseClick(button(window, "Open"), LEFT)
    assert opened == ["https://example.org/a?b=c"]


def test_what_is_being_indexed_does_not_bring_back_what_is_erased(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    window.open_project(path)
    assert window.desk is not None
    assert window.verbs is not None
    session, verbs = window.desk.session, window.verbs
    text = "Kunangkunang terbang.\n" * 2_000
    made = session.perform(lambda: importing.import_text(session.project, "Mundur", text))
    assert made is not None
    verbs.indexing.start()
    qtbot.waitUntil(lambda: any(task.waiting for task in verbs.runner.tasks()), timeout=20_000)
    verbs.erase.erase_source(made.id)
    page = window.desk.pages.current
    assert isinstance(page, ErasePage)
    qtbot.waitUntil(page.erase_button.isEnabled)
    qtbot.mouseClick(page.erase_button, LEFT)
    qtbot.waitSignal(verbs.indexing.up_to_date, timeout=30_000).wait()
    window.close_project()
    assert b"unangkunang" not in path.read_bytes()
