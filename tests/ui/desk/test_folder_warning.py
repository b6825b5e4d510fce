"""A project in a folder of a cloud client: one calm notice above the desk, with a way on."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.ui.main_window import MainWindow


def test_notice_names_the_service_and_comes_once(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    path = tmp_path / "Dropbox" / "Skripsi.makna"
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    assert window.new_project(path)
    notices = window.notices_now()
    assert "Dropbox" in notices.text()
    assert notices.kind == "warning"
    assert [button.text() for button in notices.buttons()] == [window.commands["copy"].text()]
    window.close_project()
    assert window.open_project(path)
    assert window.notices_now().text() == ""
    window.close_project()


def test_first_key_after_the_start_does_not_close_it_unread(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    path = tmp_path / "Dropbox" / "Skripsi.makna"
    bootstrap.create_project(path).close()
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    assert window.open_project(path)
    qtbot.waitUntil(lambda: window.focusWidget() is not None)
    assert not window.notices_now().isAncestorOf(window.focusWidget())
    window.close_project()


def test_ordinary_folder_shows_no_notice(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    assert window.new_project(tmp_path / "Skripsi.makna")
    assert window.notices_now().text() == ""
    window.close_project()
