"""A participant withdraws: no byte is left in the project, its backups, or what is the user's."""

from __future__ import annotations

import sqlite3
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.services import coding, importing
from makna.services.importing import ImportOptions
from makna.storage.upkeep import log_of
from makna.ui.desk import import_memory
from makna.ui.desk.erase_page import ErasePage
from makna.ui.main_window import MainWindow

NAME = "Zwitterion"
SAID = f"Pewawancara: Apa kabar?\nIbu {NAME}: Baik, {NAME} terbang.\n" + "N: Humas penting.\n" * 40


@pytest.fixture
def window(makna_home: Path, bare_window: MainWindow, tmp_path: Path) -> MainWindow:
    """With an interview that was imported, searched, coded and remembered like any other."""
    path = tmp_path / "proyek" / "Skripsi.makna"
    path.parent.mkdir()
    project = bootstrap.create_project(path, coder="Ani")
    importing.import_text(project, "Tetap", "N: Humas penting.\n" * 40)
    file = tmp_path / f"Ibu {NAME}.txt"
    file.write_text(SAID, "utf-8")
    importing.import_files(project, [file], options=ImportOptions(case=f"Ibu {NAME}"))
    project.close()
    file.unlink()
    import_memory.remember("", ("Pewawancara",), (f"Ibu {NAME}",))
    bare_window.open_project(path)
    return bare_window


def unpacked(path: Path) -> bytes:
    """The bytes of a file; of a database also every packed value, unpacked."""
    found = path.read_bytes()
    if not found.startswith(b"SQLite"):
        return found
    raw = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    for (table,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        for row in raw.execute(f'SELECT * FROM "{table}"'):
            for value in (each for each in row if isinstance(each, bytes)):
                try:
                    found += zlib.decompress(value)
                except zlib.error:
                    found += value
    raw.close()
    return found


def holding(folder: Path) -> list[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    word = NAME.lower()
    return [
        str(path.relative_to(folder))
        for path in files
        if word.encode() in unpacked(path).lower()
        or word.encode("utf-16-le") in unpacked(path).lower()
        or word in path.name.lower()
    ]


def test_no_byte_is_left_anywhere(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    assert window.desk is not None
    assert window.verbs is not None
    desk, session, verbs = window.desk, window.desk.session, window.verbs
    source = next(each for each in session.project.sources.all() if NAME in each.name)
    desk.pages.open_source(source.id)
    session.perform(lambda: coding.apply_new_code(session.project, source.id, 30, 60, "Peran"))
    desk.search(NAME)
    QTest.keyClicks(desk.sources.filter, NAME[:6])
    verbs.indexing.start()
    qtbot.waitUntil(lambda: session.searcher.pending() == [], timeout=30_000)
    QTest.qWait(1_000)
    session.settle()
    qtbot.waitUntil(lambda: log_of(session.project.path).stat().st_size == 0, timeout=30_000)
    assert len(holding(tmp_path)) >= 3, "the project, its backup and the settings"
    (case,) = session.project.cases.all()
    verbs.erase.erase_case(case.id)
    page = desk.pages.current
    assert isinstance(page, ErasePage)
    qtbot.waitUntil(page.erase_button.isEnabled)
    page.with_backups.setChecked(True)
    qtbot.mouseClick(page.erase_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not session.project.lent, timeout=30_000)
    qtbot.waitUntil(lambda: log_of(session.project.path).stat().st_size == 0, timeout=30_000)
    assert holding(tmp_path) == []
    assert bootstrap.settings().asking == ("Pewawancara",)
    window.close_project()
    assert holding(tmp_path) == []


def test_no_backup_is_made_of_what_is_erased_though_it_is_the_first_change(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = erase_page(qtbot, window)
    qtbot.mouseClick(page.erase_button, Qt.MouseButton.LeftButton)
    assert window.desk is not None
    session = window.desk.session
    qtbot.waitUntil(lambda: len(session.project.sources.all()) == 1 and not session.project.lent)
    session.project.before_close()
    assert not list(bootstrap.backup_folder().glob("*.makna"))


def test_its_traces_are_wiped_off_though_the_page_was_closed_meanwhile(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    page = erase_page(qtbot, window)
    assert window.desk is not None
    session = window.desk.session
    qtbot.mouseClick(page.erase_button, Qt.MouseButton.LeftButton)
    assert session.project.lent
    window.desk.pages.close_page("erase")
    QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)
    session.finish_large_step()
    assert not session.project.lent
    assert session.project.view_state.get("erasing") is None
    assert holding(tmp_path / "proyek") == []


def erase_page(qtbot: QtBot, window: MainWindow) -> ErasePage:
    """The page that asks whether the case and its interview are to go."""
    assert window.desk is not None
    assert window.verbs is not None
    (case,) = window.desk.session.project.cases.all()
    window.verbs.erase.erase_case(case.id)
    page = window.desk.pages.current
    assert isinstance(page, ErasePage)
    qtbot.waitUntil(page.erase_button.isEnabled)
    return page
