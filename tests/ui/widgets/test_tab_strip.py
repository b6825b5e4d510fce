"""Tabs know their source, close on request, and emit only what the user did."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from makna.ui.widgets.tab_strip import TabStrip


@pytest.fixture
def strip(show: Callable[[QWidget], None]) -> TabStrip:
    made = TabStrip()
    for key, name in ((4, "I1"), (8, "I2"), (15, "Log")):
        made.add(key, name)
    made.resize(700, 36)
    show(made)
    return made


def test_adding_says_nothing_and_keeps_the_current_tab(qtbot: QtBot, strip: TabStrip) -> None:
    with qtbot.assertNotEmitted(strip.chosen):
        strip.add(16, "News")
        strip.set_current(8)
    assert strip.keys() == [4, 8, 15, 16]
    assert strip.current() == 8


def test_a_click_chooses_a_tab(qtbot: QtBot, strip: TabStrip) -> None:
    place = strip.bar.tabRect(2).center()
    with qtbot.waitSignal(strip.chosen, timeout=100) as said:
        qtbot.mouseClick(strip.bar, Qt.MouseButton.LeftButton, pos=place)
    assert said.args == [15]


def test_a_cross_and_the_middle_button_ask_to_close(qtbot: QtBot, strip: TabStrip) -> None:
    asked: list[int] = []
    strip.close_requested.connect(asked.append)
    cross = strip.bar.tabButton(1, QTabBar.ButtonPosition.RightSide)
    assert cross.accessibleName() == "Close I2"
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    place = strip.bar.tabRect(0).center()
    qtbot.mouseClick(strip.bar, Qt.MouseButton.MiddleButton, pos=place)
    assert asked == [8, 4]
    assert strip.keys() == [4, 8, 15]


def test_closing_the_current_tab_tells_which_one_is_shown_now(
    qtbot: QtBot, strip: TabStrip
) -> None:
    strip.set_current(8)
    with qtbot.waitSignal(strip.chosen, timeout=100) as said:
        strip.remove(8)
    assert said.args == [strip.current()]
    strip.remove(999)
    assert strip.keys() == [4, 15]


def test_a_renamed_source_renames_its_tab(strip: TabStrip) -> None:
    strip.add(8, "I2 · Admin")
    assert strip.bar.tabText(1) == "I2 · Admin"
    assert strip.bar.tabButton(1, QTabBar.ButtonPosition.RightSide).toolTip() == "Close I2 · Admin"


def test_keys_move_with_their_tabs(strip: TabStrip) -> None:
    strip.bar.moveTab(0, 2)
    assert strip.keys() == [8, 15, 4]
    strip.set_current(4)
    assert strip.bar.tabText(strip.bar.currentIndex()) == "I1"


def test_the_plus_opens_a_source(qtbot: QtBot, strip: TabStrip) -> None:
    (plus,) = [b for b in strip.findChildren(QToolButton) if b.accessibleName() == "Open a source"]
    QApplication.processEvents()
    with qtbot.waitSignal(strip.new_requested, timeout=100):
        qtbot.mouseClick(plus, Qt.MouseButton.LeftButton)


def test_an_unknown_tab_cannot_be_current(strip: TabStrip) -> None:
    with pytest.raises(KeyError):
        strip.set_current(99)


def test_without_tabs_the_plus_stands_at_the_edge(strip: TabStrip) -> None:
    known = strip.keys()
    for key in known:
        strip.remove(key)
    assert strip.bar.isHidden()
    strip.add(23, "I5")
    assert strip.bar.isVisible()


def test_a_short_name_stays_whole_where_long_ones_are_cut(show: Callable[[QWidget], None]) -> None:
    strip = TabStrip()
    for key in range(5):
        strip.add(key, f"Interview {key} with the head of public information")
    strip.add(9, "Cases")
    strip.resize(760, 36)
    show(strip)
    QApplication.processEvents()
    whole = strip.bar.tabSizeHint(5).width()
    assert strip.bar.tabRect(5).width() == whole
    assert strip.bar.tabRect(0).width() < strip.bar.tabSizeHint(0).width()


def test_the_plus_stands_beside_a_single_tab_too(show: Callable[[QWidget], None]) -> None:
    made = TabStrip()
    made.add(4, "I1")
    made.resize(700, 36)
    show(made)
    assert made.bar.width() == made.bar.tabRect(0).width()
