"""A participant withdraws, and a log that was set aside still holds what was said."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.cli.main import run
from makna.domain.errors import UserError
from makna.domain.identity import Identity
from makna.services import cases, erasing, importing, projects
from makna.ui.desk.erase_page import ErasePage
from makna.ui.session import Session

WORD = "zwitterion"
"""Stands in what was put in after the copy, and so in the log; and in the source that goes."""


@pytest.fixture
def log(tmp_path: Path, makna_home: Path) -> Path:
    """The log of a program that died, beside a file that was then put back from a copy."""
    made = projects.create_project(tmp_path / "Asal.makna", "S", "id", Identity("g", "Sari"))
    importing.import_text(made, f"Ibu {WORD}", f"N: {WORD}.\n" * 400)
    made.checkpoint()
    old = shutil.copyfile(made.path, tmp_path / "lama")
    for number in range(6):
        importing.import_text(made, f"T{number}", f"N: Baru {number}, kata warga.\n" * 900)
    made.checkpoint()
    importing.import_text(made, "Lain", "N: Baru.\n" * 900)
    cases.add_case(made, f"Kasus {WORD}")
    (tmp_path / "x").mkdir()
    path = tmp_path / "x" / "Skripsi.makna"
    shutil.copyfile(f"{made.path}-wal", f"{path}-wal")
    made.close()
    shutil.move(old, path)
    with pytest.raises(UserError, match="unfinished steps"):
        projects.open_project(path, tmp_path / "b")
    return next(path.parent.glob("Skripsi.makna-wal ?*"))


def project_of(log: Path) -> Path:
    return log.with_name("Skripsi.makna")


def holders(folder: Path) -> set[str]:
    """Names of the files with the word in their bytes."""
    files = (each for each in folder.rglob("*") if each.is_file())
    return {each.name for each in files if WORD.encode() in each.read_bytes()}


def test_the_log_is_named_and_stays_until_it_is_asked_for(
    log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["erase", str(project_of(log)), "-s", f"Ibu {WORD}", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["backups"] == [str(log)]
    assert holders(log.parent) == {log.name}


def test_no_byte_is_left_in_the_folder_when_it_is_asked_for(
    log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert holders(log.parent) == {"Skripsi.makna", log.name}
    capsys.readouterr()
    asked = ["erase", str(project_of(log)), "-s", f"Ibu {WORD}", "--delete-backups"]
    assert run(asked) == 0
    assert f"Set-aside steps deleted: {log}" in capsys.readouterr().out
    assert holders(log.parent) == set()


def test_the_log_of_another_project_in_the_folder_is_left_alone(log: Path) -> None:
    other = log.with_name("Lain.makna-wal 2026-01-01 10.00")
    other.write_bytes(b"x")
    opened = bootstrap.open_project(project_of(log))
    plan = erasing.plan_source(opened, f"Ibu {WORD}")
    assert [held.path for held in erasing.holding(opened, plan)] == [log]
    opened.close()


def test_the_page_names_the_log_as_what_it_is_and_deletes_it(qtbot: QtBot, log: Path) -> None:
    opened = bootstrap.open_project(project_of(log))
    session = Session(opened)
    folder = log.parent.parent / "cadangan"
    page = ErasePage(session, erasing.plan_source(opened, f"Ibu {WORD}"), folder)
    qtbot.waitUntil(page.erase_button.isEnabled)
    assert log.name in page.held_words.text()
    page.with_backups.setChecked(True)
    page.erase_button.click()
    assert holders(log.parent) == set()
    session.close()
    page.deleteLater()
