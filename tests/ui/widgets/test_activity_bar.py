"""The activities are chosen by mouse and keys, and say which one is current."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from makna.ui.widgets.activity_bar import ActivityBar


@pytest.fixture
def bar(show: Callable[[QWidget], None]) -> ActivityBar:
    made = ActivityBar()
    made.resize(64, 400)
    show(made)
    return made


def test_a_click_chooses_an_activity(qtbot: QtBot, bar: ActivityBar) -> None:
    with qtbot.waitSignal(bar.chosen, check_params_cb=lambda key: key == "find", timeout=100):
        qtbot.mouseClick(bar.button("find"), Qt.MouseButton.LeftButton)
    assert bar.current() == "find"


def test_arrow_keys_go_round(qtbot: QtBot, bar: ActivityBar) -> None:
    chosen: list[str] = []
    bar.chosen.connect(chosen.append)
    bar.button("code").setFocus()
    qtbot.keyClick(bar.button("code"), Qt.Key.Key_Down)
    qtbot.keyClick(bar.button("find"), Qt.Key.Key_Up)
    qtbot.keyClick(bar.button("code"), Qt.Key.Key_Up)
    assert chosen == ["find", "code", "write"]


def test_setting_the_current_one_says_nothing(qtbot: QtBot, bar: ActivityBar) -> None:
    with qtbot.assertNotEmitted(bar.chosen):
        bar.set_current("write")
    assert bar.current() == "write"


def test_the_current_one_is_marked_at_the_left_edge(bar: ActivityBar) -> None:
    current, other = bar.button("code"), bar.button("find")
    middle = current.height() // 2
    marked = current.grab().toImage().pixelColor(1, middle)
    assert marked != other.grab().toImage().pixelColor(1, middle)


def test_names_and_shortcuts_can_be_read(bar: ActivityBar) -> None:
    bar.set_shortcut("find", "Ctrl+2")
    assert bar.button("find").accessibleName() == "Find"
    assert bar.button("find").toolTip() == "Find (Ctrl+2)"


def test_only_the_activities_asked_for_are_there(qtbot: QtBot) -> None:
    bar = ActivityBar(["code", "write"])
    qtbot.addWidget(bar)
    with pytest.raises(KeyError):
        bar.button("analyse")
