"""The log is brought into the project's file beside the window, at rest and when it has grown."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.services.codebook import add_code
from makna.services.memos import write_memo
from makna.storage.beside import brought_in_beside
from makna.storage.project import Project
from makna.ui import settling
from makna.ui.session import Session


def log(session: Session) -> int:
    return Path(f"{session.project.path}-wal").stat().st_size


def codes_in(path: Path) -> list[str]:
    """Of the main file alone, as a copy of it would be read."""
    raw = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    found = [str(name) for (name,) in raw.execute("SELECT name FROM code")]
    raw.close()
    return found


def test_a_step_leaves_it_to_others(session: Session) -> None:
    assert session.project.raw.execute("PRAGMA wal_autocheckpoint").fetchone() == (0,)


def test_at_rest_the_file_alone_lacks_nothing_and_the_log_is_cut_off(
    qtbot: QtBot, session: Session
) -> None:
    session.perform(lambda: add_code(session.project, "Humas"))
    assert codes_in(session.project.path) == []
    session.settle()
    qtbot.waitUntil(lambda: log(session) == 0)
    assert codes_in(session.project.path) == ["Humas"]


def test_steps_go_on_meanwhile_and_come_in_later(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, where = threading.Event(), threading.Event(), set[str]()

    def slowly(project: Project) -> bool:
        where.add(threading.current_thread().name)
        begun.set()
        assert go_on.wait(20)
        return brought_in_beside(project)

    monkeypatch.setattr(settling, "brought_in_beside", slowly)
    session._settling._idle.setInterval(50)
    session.perform(lambda: add_code(session.project, "Humas"))
    session.settle()
    qtbot.waitUntil(begun.is_set)
    session.perform(lambda: add_code(session.project, "Media"))
    go_on.set()
    assert threading.current_thread().name not in where
    qtbot.waitUntil(lambda: codes_in(session.project.path) == ["Humas", "Media"], timeout=10_000)


def test_a_log_that_has_grown_is_brought_in_while_one_works(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "MOST_LOG", 300_000)
    brought: list[int] = []
    monkeypatch.setattr(settling, "brought_in_beside", lambda project: brought.append(1) or False)
    session.perform(lambda: add_code(session.project, "Humas"))
    qtbot.wait(30)
    assert not brought
    session.perform(lambda: write_memo(session.project, "Panjang", "kata " * 80_000))
    qtbot.waitUntil(lambda: bool(brought), timeout=1_000)
    qtbot.wait(100)
    session.perform(lambda: add_code(session.project, "Media"))
    qtbot.wait(60)
    assert len(brought) == 1, "it has not grown by so much again"


def test_what_a_reader_still_needs_stays_until_he_is_done(qtbot: QtBot, session: Session) -> None:
    reader = sqlite3.connect(session.project.path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM code").fetchone()
    session.perform(lambda: add_code(session.project, "Humas"))
    session.settle()
    qtbot.wait(100)
    assert log(session) > 0
    reader.close()
    qtbot.waitUntil(lambda: log(session) == 0, timeout=10_000)


def test_what_the_disk_says_is_told_and_the_step_is_kept(
    makna_home: Path, failing_disk: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    session = Session(bootstrap.create_project(tmp_path / "x.makna"))
    session.perform(lambda: add_code(session.project, "Humas"))
    with failing_disk.failing("xSync", 1034), qtbot.waitSignal(session.failed) as told:
        session.settle()
    assert told.args[0].key == "disk_error"
    session.close()
    again = bootstrap.open_project(tmp_path / "x.makna")
    assert [code.name for code in again.codes.tree().ordered] == ["Humas"]
    again.close()


def test_closing_waits_for_it(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, done = Session(bootstrap.create_project(tmp_path / "x.makna")), list[bool]()

    def slowly(project: Project) -> bool:
        threading.Event().wait(0.1)
        done.append(brought_in_beside(project))
        return done[0]

    monkeypatch.setattr(settling, "brought_in_beside", slowly)
    session.perform(lambda: add_code(session.project, "Humas"))
    session.settle()
    session.close()
    assert done == [True]
    assert codes_in(tmp_path / "x.makna") == ["Humas"]
    assert not Path(f"{tmp_path / 'x.makna'}-wal").exists()
