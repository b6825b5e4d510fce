"""The tour is walked, and left at any note, with the mouse in another room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.stages import clipped

from makna.domain.wording import Language
from makna.ui.desk.tour import Tour
from makna.ui.language import set_language
from makna.ui.main_window import MainWindow

Key = Qt.Key
NOTES = 5
LANGUAGES: tuple[Language, ...] = ("en", "id")


@pytest.fixture(params=LANGUAGES)
def tour(
    request: pytest.FixtureRequest, makna_home: object, bare_window: MainWindow
) -> Iterator[Tour]:
    """At its first note, at 1280 × 720."""
    set_language(request.param)
    QApplication.processEvents()
    bare_window.open_demo()
    assert bare_window.verbs is not None
    yield bare_window.verbs.tour
    set_language("en")
    QApplication.processEvents()


def press(qtbot: QtBot, key: Qt.Key, shift: bool = False) -> None:
    """Whatever has the focus gets it, as from a keyboard; then all that was begun is done."""
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(QApplication.focusWidget(), key, held)
    qtbot.wait(60)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space])
def test_each_note_has_the_keys_and_one_key_goes_on(qtbot: QtBot, tour: Tour, key: Qt.Key) -> None:
    titles = []
    for _ in range(NOTES):
        qtbot.wait(60)
        assert tour.under_way and tour.callout.next.hasFocus()
        titles.append(tour.callout.shown()[0])
        press(qtbot, key)
    assert len(set(titles)) == NOTES
    assert not tour.under_way and tour.callout.isHidden()
    after = QApplication.focusWidget()
    assert after is not None and after.isVisible()


@pytest.mark.parametrize("notes", range(NOTES))
def test_escape_leaves_at_any_note_and_work_has_the_keys(
    qtbot: QtBot, tour: Tour, notes: int, bare_window: MainWindow
) -> None:
    for _ in range(notes):
        press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Escape)
    assert not tour.under_way and tour.callout.isHidden() and tour.callout.ring.isHidden()
    desk, after = bare_window.desk, QApplication.focusWidget()
    assert desk is not None and after is not None and after.isVisible()
    # Before the second note no text is open yet.
    home = desk.pages if notes else desk.sources
    assert after is home or home.isAncestorOf(after)


@pytest.mark.parametrize("notes", range(NOTES - 1))
def test_tab_comes_to_the_way_out_and_back(qtbot: QtBot, tour: Tour, notes: int) -> None:
    for _ in range(notes):
        press(qtbot, Key.Key_Return)
    note = tour.callout
    if notes:
        press(qtbot, Key.Key_Tab, shift=True)
        assert note.back.hasFocus()
    press(qtbot, Key.Key_Tab, shift=True)
    assert note.leave.hasFocus()
    press(qtbot, Key.Key_Return)
    assert not tour.under_way


def test_back_goes_back_by_keys(qtbot: QtBot, tour: Tour) -> None:
    first = tour.callout.shown()
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Tab, shift=True)
    press(qtbot, Key.Key_Return)
    assert tour.callout.shown() == first and tour.callout.next.hasFocus()


def test_who_went_into_the_text_meanwhile_leaves_by_escape_too(
    qtbot: QtBot, tour: Tour, bare_window: MainWindow
) -> None:
    press(qtbot, Key.Key_Return)
    desk = bare_window.desk
    assert desk is not None and desk.pages.source_page is not None
    desk.pages.source_page.page.setFocus()
    for _ in range(60):
        press(qtbot, Key.Key_Tab)
        if tour.callout.isAncestorOf(QApplication.focusWidget()):
            break
    press(qtbot, Key.Key_Escape)
    assert not tour.under_way


def test_the_whole_note_is_seen_and_nothing_of_it_is_cut(qtbot: QtBot, tour: Tour) -> None:
    for _ in range(NOTES):
        qtbot.wait(60)
        desk = tour.callout.parentWidget()
        assert desk is not None and desk.rect().contains(tour.callout.geometry())
        assert clipped(tour.callout) == []
        press(qtbot, Key.Key_Return)
