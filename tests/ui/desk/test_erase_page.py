"""Removing for good in the window: seen first, then done."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from makna.services import cases, coding, erasing, importing, projects
from makna.ui.backup_list import when
from makna.ui.desk.erase_page import ErasePage
from makna.ui.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cadangan"


@pytest.fixture
def page(qtbot: QtBot, session: Session, folder: Path) -> ErasePage:
    """The page of a case with one interview, which one backup holds."""
    project = session.project
    source = importing.import_text(project, "I1", "Kata peserta yang mundur.\n").value
    coding.apply_new_code(project, source.id, 0, 4, "Kode")
    case = cases.add_case(project, "Ibu Rina").value
    cases.link_sources(project, case, [source.id])
    projects.back_up(project, folder)
    made = ErasePage(session, erasing.plan_case(project, "Ibu Rina"), folder)
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(made.erase_button.isEnabled)
    return made


def test_it_waits_for_a_backup_that_is_being_made_without_holding_the_window(
    qtbot: QtBot, session: Session, folder: Path
) -> None:
    project, being_made = session.project, threading.Event()
    cases.add_case(project, "Pak Budi")

    def finish() -> None:
        assert being_made.wait(20)

    project.before_close = finish
    made = ErasePage(session, erasing.plan_case(project, "Pak Budi"), folder)
    qtbot.addWidget(made)
    made.show()
    assert made.held_words.text().endswith("…")
    qtbot.mouseClick(made.erase_button, LEFT)
    assert not project.lent, "nothing is erased before one sees what holds it"
    projects.back_up(project, folder)
    being_made.set()
    qtbot.waitUntil(made.erase_button.isEnabled)
    assert len(made.held) == 1
    assert made.with_backups.isVisible()


def test_it_shows_what_goes_and_which_backups_hold_it(page: ErasePage) -> None:
    assert "Ibu Rina" in page.goes.text()
    assert "I1" in page.goes.text()
    (held,) = page.held_words.text().splitlines()
    (backup,) = page.held
    assert held == f"•  {backup.project} · {when(backup)}"
    assert page.with_backups.isVisible()
    assert not page.with_backups.isChecked()


def test_keeping_it_changes_nothing(qtbot: QtBot, page: ErasePage, session: Session) -> None:
    with qtbot.waitSignal(page.closed):
        qtbot.mouseClick(page.keep_button, LEFT)
    assert [source.name for source in session.project.sources.all()] == ["I1"]
    assert session.next_undo() is not None


def test_removing_it_is_told_to_every_view_and_keeps_the_backups(
    qtbot: QtBot, page: ErasePage, session: Session, folder: Path
) -> None:
    with qtbot.waitSignal(session.changed) as changed, qtbot.waitSignal(page.erased) as told:
        qtbot.mouseClick(page.erase_button, LEFT)
    assert changed.args[0].touches("source", "cases", "passage")
    assert "Ibu Rina, I1" in told.args[0]
    assert session.project.sources.all() == []
    assert session.next_undo() is None
    assert len(projects.list_backups(folder)) == 1


def test_backups_that_hold_it_go_on_request_and_a_new_one_is_there(
    qtbot: QtBot, page: ErasePage, folder: Path
) -> None:
    held = {backup.path for backup in page.held}
    page.with_backups.setChecked(True)
    qtbot.mouseClick(page.erase_button, LEFT)
    left = {backup.path for backup in projects.list_backups(folder)}
    assert len(left) == 1
    assert not left & held
