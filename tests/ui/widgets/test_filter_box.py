"""The filter narrows soon after typing, and clears at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from makna.ui.widgets.filter_box import FilterBox


@pytest.fixture
def box(show: Callable[[QWidget], None]) -> FilterBox:
    made = FilterBox("Filter sources", delay_ms=30)
    show(made)
    return made


def test_one_filter_for_a_word_typed_quickly(qtbot: QtBot, box: FilterBox) -> None:
    said: list[str] = []
    box.filtered.connect(said.append)
    with qtbot.waitSignal(box.filtered):
        qtbot.keyClicks(box, "admin ")
    assert said == ["admin"]


def test_enter_filters_without_waiting(qtbot: QtBot, box: FilterBox) -> None:
    said: list[str] = []
    box.filtered.connect(said.append)
    qtbot.keyClicks(box, "ad")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert said == ["ad"]
    qtbot.wait(60)
    assert said == ["ad"]


def test_escape_clears_at_once_and_is_left_to_others_when_empty(
    qtbot: QtBot, box: FilterBox
) -> None:
    box.setText("ad")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    with qtbot.waitSignal(box.filtered, check_params_cb=lambda text: text == "", timeout=20):
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_the_cross_shows_only_while_there_is_something_to_clear(
    qtbot: QtBot, box: FilterBox
) -> None:
    cross = box.findChild(QToolButton)
    assert not cross.isVisible()
    qtbot.keyClicks(box, "x")
    assert cross.isVisible()
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert box.text() == ""


def test_down_leads_into_the_list_with_the_filter_applied(qtbot: QtBot, box: FilterBox) -> None:
    qtbot.keyClicks(box, "a")
    with qtbot.waitSignals([box.filtered, box.down_pressed], timeout=20):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def test_a_screen_reader_hears_what_the_field_is_for(box: FilterBox) -> None:
    assert box.accessibleName() == "Filter sources"
