"""The cards of a chapter and the sheet of a memo, in the real window, without a mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from makna.domain.chapter import Form, State
from makna.domain.model import MemoKind
from makna.services import memos, writing
from makna.ui.desk.desk import Desk
from makna.ui.desk.memo_page import MemoPage
from makna.ui.desk.write.card import Card
from makna.ui.desk.write.write_page import WritePage
from makna.ui.main_window import MainWindow

Key, Held = Qt.Key, Qt.KeyboardModifier
MOST_TABS = 80


@pytest.fixture
def desk(qtbot: QtBot, makna_home: object, bare_window: MainWindow) -> Desk:
    bare_window.open_demo()
    assert bare_window.verbs is not None and bare_window.desk is not None
    bare_window.verbs.tour.leave()
    return bare_window.desk


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    """Whatever has the focus gets it, as from a keyboard; then all that was begun is done."""
    qtbot.keyClick(QApplication.focusWidget(), key, held)
    qtbot.wait(30)


def tab_to(qtbot: QtBot, wanted: Callable[[], QWidget]) -> None:
    """Press Tab until it is there; it has to come there."""
    for _ in range(MOST_TABS):
        if wanted().hasFocus():
            return
        press(qtbot, Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {wanted()}")


@pytest.fixture
def write(qtbot: QtBot, desk: Desk, bare_window: MainWindow) -> WritePage:
    """The Write view on a section that has passages; opened by its key."""
    project = desk.session.project
    if not project.chapters.all():
        desk.session.perform(lambda: writing.create_chapter(project, "BAB IV\nHASIL"))
    bare_window.commands["to_write"].trigger()
    page = desk.pages.current
    assert isinstance(page, WritePage)
    page.finish()
    counts = project.codes.tree().ordered
    page.open_section(max(counts, key=lambda code: code.codings).id)
    qtbot.waitUntil(lambda: len(page.shelf.cards()) > 1)
    return page


def first(page: WritePage) -> Card:
    return page.shelf.cards()[0]


def test_tab_comes_to_the_cards_and_keys_say_what_becomes_of_a_passage(
    qtbot: QtBot, write: WritePage
) -> None:
    tab_to(qtbot, lambda: first(write).text)
    press(qtbot, Key.Key_B)
    assert first(write).item is not None and first(write).item.chosen is Form.BLOCK
    press(qtbot, Key.Key_U)
    assert first(write).item.state is State.USED
    press(qtbot, Key.Key_S)
    press(qtbot, Key.Key_Down, Held.ControlModifier)
    assert write.shelf.cards()[1].text.hasFocus()
    press(qtbot, Key.Key_Up, Held.ControlModifier)
    assert first(write).text.hasFocus()


def test_every_button_of_the_card_is_reached_and_pressed_by_keys(
    qtbot: QtBot, write: WritePage
) -> None:
    tab_to(qtbot, lambda: first(write).text)
    buttons = write.shelf.bar.buttons
    for verb, state in (("used", State.USED), ("leave-out", State.LEFT_OUT)):
        tab_to(qtbot, lambda verb=verb: buttons[verb])  # type: ignore[misc]
        press(qtbot, Key.Key_Space)
        item = first(write).item
        assert item is not None and item.state is state
        assert buttons[verb].hasFocus()


def test_words_are_cut_and_added_and_taken_back_by_keys(qtbot: QtBot, write: WritePage) -> None:
    tab_to(qtbot, lambda: first(write).text)
    press(qtbot, Key.Key_Home, Held.ControlModifier)
    press(qtbot, Key.Key_Right, Held.ControlModifier | Held.ShiftModifier)
    press(qtbot, Key.Key_Delete)
    press(qtbot, Key.Key_End, Held.ControlModifier)
    press(qtbot, Key.Key_BracketLeft)
    qtbot.keyClicks(QApplication.focusWidget(), "maksudnya humas")
    press(qtbot, Key.Key_Return)
    assert first(write).text.hasFocus()
    assert first(write).text.toPlainText().endswith("[maksudnya humas]")
    assert first(write).item is not None and len(first(write).item.edits) == 2
    tab_to(qtbot, lambda: write.shelf.bar.buttons["full"])
    press(qtbot, Key.Key_Space)
    assert first(write).item.edits == ()
    after = QApplication.focusWidget()
    assert after is not None and after.isVisible() and write.isAncestorOf(after)


def test_giving_up_added_words_goes_back_to_the_card(qtbot: QtBot, write: WritePage) -> None:
    tab_to(qtbot, lambda: first(write).text)
    press(qtbot, Key.Key_BracketLeft)
    press(qtbot, Key.Key_Escape)
    assert first(write).text.hasFocus()


@pytest.fixture
def sheet(qtbot: QtBot, desk: Desk) -> MemoPage:
    """A new memo in its tab."""
    project = desk.session.project
    memo = desk.session.perform(lambda: memos.write_memo(project, "Memo", ""))
    assert memo is not None
    desk.pages.open_memo(memo)
    made = desk.pages.current
    assert isinstance(made, MemoPage)
    qtbot.wait(60)
    return made


def test_a_memo_is_titled_written_and_given_a_kind_by_keys(qtbot: QtBot, sheet: MemoPage) -> None:
    tab_to(qtbot, lambda: sheet.title.edit)
    press(qtbot, Key.Key_A, Held.ControlModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "Janji")
    press(qtbot, Key.Key_Return)
    assert sheet.body.hasFocus()
    qtbot.keyClicks(sheet.body, "Mengapa satu hari?")
    tab_to(qtbot, lambda: sheet.kind)
    before = sheet.kind.currentText()
    press(qtbot, Key.Key_Up)
    assert sheet.kind.currentText() != before
    memo = sheet._session.project.memos.get(sheet.memo_id)
    assert (memo.title, memo.body) == ("Janji", "Mengapa satu hari?")
    assert memo.kind in set(MemoKind)


def test_links_of_a_memo_are_made_followed_and_taken_away_by_keys(
    qtbot: QtBot, sheet: MemoPage, desk: Desk
) -> None:
    code = desk.session.project.codes.tree(counted=False).ordered[0].id
    desk.place.change(code=code)
    before = len(sheet.links.chips())
    tab_to(qtbot, lambda: sheet.links.chips()[-1])
    press(qtbot, Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Key.Key_Down)
    qtbot.keyClick(menu, Key.Key_Return)
    qtbot.waitUntil(lambda: len(sheet.links.chips()) == before + 1)
    tab_to(qtbot, lambda: sheet.links.chips()[0])
    press(qtbot, Key.Key_Delete)
    assert len(sheet.links.chips()) == before
    after = QApplication.focusWidget()
    assert after is not None and sheet.isAncestorOf(after)
