"""The header shows what is open and lays out the actions it is given."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from makna.ui.widgets.header_bar import HeaderBar
from makna.ui.widgets.labels import KeyHint

Show = Callable[[QWidget], None]


@pytest.fixture
def actions(qapp: QApplication) -> tuple[QAction, QAction, QAction]:
    return QAction("Undo: apply code"), QAction("Redo"), QAction("Export to Word")


@pytest.fixture
def header(show: Show, actions: tuple[QAction, QAction, QAction]) -> HeaderBar:
    made = HeaderBar(*actions)
    made.set_project("Citra Pemerintah", "Thesis · 7 sources")
    made.search.set_shortcut_hint("Ctrl+Shift+F")
    made.resize(1400, 46)
    show(made)
    QApplication.processEvents()
    return made


def test_search_stands_in_the_middle_of_the_window(header: HeaderBar) -> None:
    assert abs(header.search.geometry().center().x() - 700) < 20
    assert header.search.width() <= 430


def test_enter_searches_and_escape_goes_back_to_work(qtbot: QtBot, header: HeaderBar) -> None:
    qtbot.keyClicks(header.search, " aduan ")
    with qtbot.waitSignal(header.search.searched, timeout=100) as said:
        qtbot.keyClick(header.search, Qt.Key.Key_Return)
    assert said.args == ["aduan"]
    qtbot.keyClick(header.search, Qt.Key.Key_Escape)
    assert header.search.text() == ""
    with qtbot.waitSignal(header.search.left, timeout=100):
        qtbot.keyClick(header.search, Qt.Key.Key_Escape)


def test_the_key_hint_gives_way_to_what_is_typed(qtbot: QtBot, header: HeaderBar) -> None:
    hint = header.search.findChild(KeyHint)
    assert hint.isVisible()
    assert hint.text() == "Ctrl ⇧ F"
    qtbot.keyClicks(header.search, "a")
    assert not hint.isVisible()


def test_the_buttons_are_the_actions(
    qtbot: QtBot, header: HeaderBar, actions: tuple[QAction, QAction, QAction]
) -> None:
    undo, _redo, export = actions
    undo_button = header.findChildren(QToolButton)[0]
    with qtbot.waitSignals([undo.triggered, export.triggered], timeout=100):
        qtbot.mouseClick(undo_button, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(header.findChild(QPushButton), Qt.MouseButton.LeftButton)


def test_the_buttons_follow_their_actions(
    header: HeaderBar, actions: tuple[QAction, QAction, QAction]
) -> None:
    undo, _redo, export = actions
    undo.setText("Undo: merge codes")
    export.setEnabled(False)
    assert header.findChildren(QToolButton)[0].accessibleName() == "Undo: merge codes"
    assert not header.findChild(QPushButton).isEnabled()


def test_a_long_project_name_leaves_room_for_the_rest(header: HeaderBar) -> None:
    header.set_project("Strategi komunikasi " * 12, "Thesis")
    header.resize(900, 46)
    QApplication.processEvents()
    assert header.search.width() >= 160
    assert header.findChild(QPushButton).geometry().right() <= 900


def test_a_long_step_to_undo_leaves_the_search_where_it_is(
    header: HeaderBar, actions: tuple[QAction, QAction, QAction]
) -> None:
    header.resize(1280, 46)
    QApplication.processEvents()
    before = header.search.geometry()
    actions[0].setText("Undo: add some words to a quotation of the first interview")
    QApplication.processEvents()
    assert header.search.geometry() == before


def test_the_arrow_down_leads_to_what_was_found(qtbot: QtBot, header: HeaderBar) -> None:
    with qtbot.waitSignal(header.search.down_pressed, timeout=100):
        qtbot.keyClick(header.search, Qt.Key.Key_Down)


def test_a_long_step_is_cut_at_its_end(
    header: HeaderBar, actions: tuple[QAction, QAction, QAction]
) -> None:
    header.resize(1280, 46)
    actions[0].setText("Undo: add some words to a quotation of the first interview")
    QApplication.processEvents()
    undo = header.tools()[0]
    assert isinstance(undo, QToolButton)
    assert undo.text().startswith("Undo: add some") and undo.text().endswith("…")
    assert undo.sizeHint().width() <= undo.width()
    header.resize(1900, 46)
    QApplication.processEvents()
    assert undo.text() == actions[0].text()


def test_undo_is_an_icon_alone_where_its_words_would_be_cut_to_nothing(header: HeaderBar) -> None:
    undo = header.tools()[0]
    assert isinstance(undo, QToolButton)
    assert undo.text() == "Undo: apply code"
    header.resize(700, 46)
    QApplication.processEvents()
    assert undo.text() == ""
    assert undo.accessibleName()
