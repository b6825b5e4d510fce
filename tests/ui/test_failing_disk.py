"""The disk fails under the open window: told in one line, nothing typed is lost, work goes on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.domain.changes import ChangeSet, Outcome
from makna.domain.model import StepId
from makna.services import codebook, coding, importing, memos, projects
from makna.ui.desk.inspector.fields import TypedText
from makna.ui.desk.source_page import SourcePage
from makna.ui.main_window import MainWindow
from makna.ui.session import Session

IOERR_FSYNC, FULL = 1034, 13


@pytest.fixture
def window(
    makna_home: Path, failing_disk: Any, bare_window: MainWindow, tmp_path: Path
) -> MainWindow:
    path = tmp_path / "Skripsi.makna"
    project = bootstrap.create_project(path, coder="Ani")
    importing.import_text(project, "I1", "Humas itu penting.\n" * 50)
    memos.write_memo(project, "Kesan", "lama")
    memos.write_memo(project, "Lain", "lain")
    project.close()
    bare_window.open_project(path)
    return bare_window


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


# --- a correction ---


@pytest.fixture
def page(window: MainWindow) -> SourcePage:
    """The interview, while its text is corrected."""
    assert window.desk is not None
    source = session_of(window).project.sources.all()[0]
    window.desk.pages.open_source(source.id)
    shown = window.desk.pages.source_page
    assert shown is not None
    window.commands["correct"].setChecked(True)
    QTest.keyClicks(shown.page, "Kata ketua: ")
    return shown


def stored(page: SourcePage, session: Session) -> str:
    return session.project.texts.text(page.source)


def test_a_correction_that_the_disk_refused_stays_on_the_page_and_is_kept_later(
    window: MainWindow, page: SourcePage, failing_disk: Any
) -> None:
    session = session_of(window)
    with failing_disk.failing("xWrite", FULL):
        page.typed.keep()
        assert "The disk is full" in window.notices_now().text()
        page.set_correcting(False)
        assert page.correcting
        QTest.keyClicks(page.page, "benar, ")
    assert page.page.toPlainText().startswith("Kata ketua: benar, Humas")
    assert stored(page, session).startswith("Humas")
    page.set_correcting(False)
    assert not page.correcting
    assert stored(page, session).startswith("Kata ketua: benar, Humas")
    session.undo()
    assert stored(page, session).startswith("Humas")


def test_nothing_is_coded_by_places_that_the_project_does_not_have(
    window: MainWindow, page: SourcePage, failing_disk: Any
) -> None:
    session = session_of(window)

    def code() -> object:
        call = coding.apply_new_code
        return session.perform(lambda: call(session.project, page.source, 12, 17, "Humas"))

    with failing_disk.failing("xWrite", FULL):
        assert code() is None
    assert not session.project.codes.tree().ordered
    assert code() is not None
    (passage,) = session.project.passages.of_source(page.source)
    assert stored(page, session)[passage.start : passage.end] == "Humas"


def test_undo_takes_back_what_the_disk_refused(
    window: MainWindow, page: SourcePage, failing_disk: Any
) -> None:
    session = session_of(window)
    with failing_disk.failing("xWrite", FULL):
        session.undo()
    assert page.page.toPlainText().startswith("Humas")
    session.perform(lambda: codebook.add_code(session.project, "Lanjut"))
    assert stored(page, session).startswith("Humas")


def test_neither_the_tab_nor_the_pencil_lets_go_of_what_the_disk_refused(
    window: MainWindow, page: SourcePage, failing_disk: Any
) -> None:
    assert window.desk is not None
    with failing_disk.failing("xWrite", FULL):
        window.desk.pages.close_tab()
        assert window.desk.pages.source_page is page
        window.commands["correct"].setChecked(False)
        assert page.correcting and window.commands["correct"].isChecked()
    window.desk.pages.close_tab()
    assert window.desk.pages.source_page is None
    assert stored(page, session_of(window)).startswith("Kata ketua: Humas")


# --- closing while the disk still refuses ---


def button(window: MainWindow, text: str) -> QPushButton:
    buttons = window.notices_now().findChildren(QPushButton)
    return next(each for each in buttons if each.text() == text and each.isVisible())


def test_closing_waits_and_says_why_while_a_correction_is_not_kept(
    window: MainWindow, page: SourcePage, failing_disk: Any
) -> None:
    with failing_disk.failing("xWrite", FULL):
        for way in (window.close, window.commands["close"].trigger, window.commands["new"].trigger):
            way()
            assert window.isVisible() and window.desk is not None
            assert "Closing now would lose it" in window.notices_now().text()
        assert page.page.toPlainText().startswith("Kata ketua: Humas")
    path = session_of(window).project.path
    window.commands["close"].trigger()
    assert window.desk is None
    again = projects.open_project(path, path.parent / "b", read_only=True)
    assert again.texts.text(again.sources.all()[0].id).startswith("Kata ketua: Humas")
    again.close()


def test_what_is_not_kept_can_be_saved_as_a_text_and_then_the_window_closes(
    window: MainWindow, page: SourcePage, field: TypedText, failing_disk: Any, tmp_path: Path
) -> None:
    saved = tmp_path / "selamat.txt"
    window.closing_guard.ask = lambda *_: saved
    with failing_disk.failing("xWrite", FULL):
        field.setPlainText("lama dan baru")
        field.flush()
        window.close()
        button(window, "Save it as a text file…").click()
        assert not window.isVisible()
    words = saved.read_text("utf-8")
    assert "lama dan baru" in words
    assert "Kata ketua: Humas itu penting.\nHumas" in words


def test_a_text_that_cannot_be_saved_either_keeps_the_window_open(
    window: MainWindow, page: SourcePage, failing_disk: Any, tmp_path: Path
) -> None:
    window.closing_guard.ask = lambda *_: tmp_path / "tidak ada" / "x.txt"
    with failing_disk.failing("xWrite", FULL):
        window.close()
        button(window, "Save it as a text file…").click()
        assert window.isVisible()
        assert "x.txt" in window.notices_now().text()
    assert session_of(window).keep_all()


def test_closing_without_the_words_is_possible_when_asked_for(
    window: MainWindow, page: SourcePage, failing_disk: Any
) -> None:
    with failing_disk.failing("xWrite", FULL):
        window.commands["close"].trigger()
        button(window, "Close without it").click()
    assert window.desk is None and window.isVisible()


def test_undo_can_be_asked_for_where_there_is_no_step_to_undo(
    window: MainWindow, page: SourcePage, failing_disk: Any
) -> None:
    """Otherwise nobody could take back what a disk refuses for ever."""
    session = session_of(window)
    with session.project.writing():
        session.project.history.seal()
    session.changed.emit(ChangeSet())
    assert not window.commands["undo"].isEnabled()
    with failing_disk.failing("xWrite", FULL):
        page.typed.keep()
        window.commands["undo"].trigger()
    assert page.page.toPlainText().startswith("Humas")
    assert not window.commands["undo"].isEnabled()
