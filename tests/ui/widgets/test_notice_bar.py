"""Notices say what happened, offer something to do, and go away by themselves only if harmless."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from makna.domain.errors import UserError
from makna.ui.language import set_language
from makna.ui.widgets.notice_bar import NoticeAction, NoticeBar, NoticeKind


@pytest.fixture
def bar(show: Callable[[QWidget], None]) -> NoticeBar:
    holder = QWidget()
    made = NoticeBar(holder)
    QVBoxLayout(holder).addWidget(made)
    show(holder)
    return made


def test_information_hides_itself(qtbot: QtBot, bar: NoticeBar) -> None:
    bar.show_notice("3 passages moved", hide_after_ms=30)
    assert bar.isVisible()
    assert bar.text() == "3 passages moved"
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=1000)
    assert bar.text() == ""


@pytest.mark.parametrize("kind", ["warning", "error"])
def test_warnings_and_errors_stay(qtbot: QtBot, bar: NoticeBar, kind: NoticeKind) -> None:
    bar.show_notice("harmless", hide_after_ms=20)
    bar.show_notice("The disk is full", kind)
    qtbot.wait(60)
    assert bar.text() == "The disk is full"


def test_an_action_runs_once_and_closes_the_notice(qtbot: QtBot, bar: NoticeBar) -> None:
    done: list[str] = []
    bar.show_notice("Code deleted", actions=[NoticeAction("Undo", lambda: done.append("undo"))])
    (button,) = bar.buttons()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["undo"]
    assert not bar.isVisible()


def test_an_action_may_show_the_next_notice(qtbot: QtBot, bar: NoticeBar) -> None:
    again = NoticeAction("Undo", lambda: bar.show_notice("Undone"))
    bar.show_notice("Code deleted", actions=[again])
    qtbot.mouseClick(bar.buttons()[0], Qt.MouseButton.LeftButton)
    assert bar.text() == "Undone"
    assert bar.buttons() == []


def test_it_waits_while_its_button_has_the_focus(qtbot: QtBot, bar: NoticeBar) -> None:
    bar.show_notice("x", actions=[NoticeAction("Undo", lambda: None)], hide_after_ms=30)
    bar.buttons()[0].setFocus()
    qtbot.wait(90)
    assert bar.isVisible()
    bar.buttons()[0].clearFocus()
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=1000)


def test_escape_and_the_cross_close_it(qtbot: QtBot, bar: NoticeBar) -> None:
    bar.show_notice("one", "error")
    with qtbot.waitSignal(bar.closed, timeout=100):
        qtbot.keyClick(bar, Qt.Key.Key_Escape)
    bar.show_notice("two", "error")
    qtbot.mouseClick(bar.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_a_sentence_with_angle_brackets_is_shown_as_it_is(bar: NoticeBar) -> None:
    bar.show_notice("File <b>x</b> is damaged", "error")
    assert bar.accessibleName() == "File <b>x</b> is damaged"
    assert bar._text.textFormat() == Qt.TextFormat.PlainText


def test_the_last_of_several_sentences_ends_with_a_full_stop(bar: NoticeBar) -> None:
    bar.show_notice("It is a category. Choose a code below it", "error")
    assert bar.text() == "It is a category. Choose a code below it."


def test_an_error_is_said_in_the_language_that_the_window_changes_to(
    qtbot: QtBot, bar: NoticeBar
) -> None:
    set_language("en")
    bar.show_error(UserError("disk_full", name="x.makna"))
    english = bar.text()
    set_language("id")
    QApplication.processEvents()
    try:
        assert bar.text() != english
        assert bar.text().startswith(UserError("disk_full", name="x.makna").line("id"))
    finally:
        set_language("en")


def test_information_in_the_language_before_goes(qtbot: QtBot, bar: NoticeBar) -> None:
    set_language("en")
    bar.show_notice("3 passages moved")
    set_language("id")
    QApplication.processEvents()
    try:
        assert not bar.isVisible()
    finally:
        set_language("en")


def test_what_is_offered_about_the_last_step_goes_with_the_next_one(bar: NoticeBar) -> None:
    bar.show_notice("Code deleted", actions=[NoticeAction("Undo", print, of_last_step=True)])
    bar.outdate()
    assert not bar.isVisible()
    bar.show_notice("Written", actions=[NoticeAction("Open", print)])
    bar.outdate()
    assert bar.isVisible()
