"""The disk fails under the open window: told in one line, nothing typed is lost, work goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.domain.changes import Outcome
from makna.domain.model import StepId
from makna.services import codebook, importing, memos, projects
from makna.ui.app import dress
from makna.ui.desk.inspector.fields import TypedText
from makna.ui.main_window import MainWindow
from makna.ui.session import Session

IOERR_FSYNC, FULL = 1034, 13


@pytest.fixture
def window(
    qtbot: QtBot, failing_disk: Any, tmp_path: Path, makna_home: Path
) -> Iterator[MainWindow]:
    bootstrap.keep_settings(replace(bootstrap.settings(), language="en", theme="light"))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, bootstrap.settings())
    path = tmp_path / "Skripsi.makna"
    project = bootstrap.create_project(path, coder="Ani")
    importing.import_text(project, "I1", "Humas itu penting.\n" * 50)
    memos.write_memo(project, "Kesan", "lama")
    memos.write_memo(project, "Lain", "lain")
    project.close()
    shown = MainWindow()
    shown.show()
    qtbot.waitExposed(shown)
    shown.open_project(path)
    yield shown
    shown.close_project()
    shown.close()
    shown.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def session_of(window: MainWindow) -> Session:
    assert window.desk is not None
    return window.desk.session


@pytest.mark.parametrize(
    ("method", "error", "said"),
    [("xSync", IOERR_FSYNC, "cannot be reached"), ("xWrite", FULL, "The disk is full")],
)
def test_a_step_that_the_disk_refuses_is_told_and_the_next_one_is_kept(
    window: MainWindow, failing_disk: Any, method: str, error: int, said: str
) -> None:
    session = session_of(window)
    with failing_disk.failing(method, error):
        session.perform(lambda: codebook.add_code(session.project, "Hilang"))
        assert said in window.notices_now().text()
        session.settle()
        assert said in window.notices_now().text()
    session.perform(lambda: codebook.add_code(session.project, "Lanjut"))
    path = session.project.path
    window.close_project()
    again = projects.open_project(path, path.parent / "b", read_only=True)
    assert [code.name for code in again.codes.tree().ordered] == ["Lanjut"]
    assert projects.check_project(again) == []
    again.close()


@pytest.fixture
def field(qtbot: QtBot, window: MainWindow) -> TypedText:
    """A field for the memo `Kesan`."""
    shown = TypedText(session_of(window))
    qtbot.addWidget(shown)
    bind(shown, session_of(window), "Kesan")
    return shown


def bind(field: TypedText, session: Session, title: str) -> None:
    memo = next(memo for memo in session.project.memos.all() if memo.title == title)

    def write(text: str, step: StepId | None) -> Outcome[Any]:
        return memos.change_memo(session.project, memo.id, body=text, amend=step)

    field.bind(memo.guid, memo.body, write)


def body(session: Session, title: str) -> str:
    return next(memo.body for memo in session.project.memos.all() if memo.title == title)


def test_words_that_the_disk_refused_stay_and_are_kept_once_it_answers(
    window: MainWindow, field: TypedText, failing_disk: Any
) -> None:
    session = session_of(window)
    field.setPlainText("lama dan baru")
    with failing_disk.failing("xWrite", FULL):
        field.flush()
        assert "The disk is full" in window.notices_now().text()
        bind(field, session, "Kesan")
        assert field.text() == "lama dan baru"
    assert body(session, "Kesan") == "lama"
    session.perform(lambda: codebook.add_code(session.project, "Ada tempat"))
    assert body(session, "Kesan") == "lama dan baru"


def test_words_that_the_disk_refused_wait_while_another_memo_is_read(
    window: MainWindow, field: TypedText, failing_disk: Any
) -> None:
    session = session_of(window)
    with failing_disk.failing("xWrite", FULL):
        field.setPlainText("lama dan baru")
        bind(field, session, "Lain")
        assert field.text() == "lain"
        bind(field, session, "Kesan")
        assert field.text() == "lama dan baru"
        bind(field, session, "Lain")
    path = session.project.path
    window.close_project()
    again = projects.open_project(path, path.parent / "b", read_only=True)
    assert sorted(memo.body for memo in again.memos.all()) == ["lain", "lama dan baru"]
    again.close()


def test_words_for_what_is_gone_are_not_tried_again(window: MainWindow, field: TypedText) -> None:
    session = session_of(window)
    memo = next(memo for memo in session.project.memos.all() if memo.title == "Kesan")
    memos.delete_memo(session.project, memo.id)
    field.setPlainText("terlambat")
    field.flush()
    assert window.notices_now().text()
    window.notices_now().close_notice()
    session.perform(lambda: codebook.add_code(session.project, "Lanjut"))
    assert window.notices_now().text() == ""
