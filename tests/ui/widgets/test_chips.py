"""Chips wrap, and are pressed, removed and walked through by mouse and keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from makna.ui.widgets.chips import Chip, ChipFlow, ChipValue

VALUES = [ChipValue(7, "Respons cepat", "#0f8a8f", "fast"), ChipValue(9, "Manage", "#3b6fb5")]


@pytest.fixture
def flow(show: Callable[[QWidget], None]) -> ChipFlow:
    made = ChipFlow()
    made.set_chips(VALUES)
    made.set_add("Add a code", "Ctrl K")
    made.resize(260, 80)
    show(made)
    return made


def test_a_click_or_enter_activates_a_chip(qtbot: QtBot, flow: ChipFlow) -> None:
    pressed: list[int] = []
    flow.activated.connect(pressed.append)
    first, second, _add = flow.chips()
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert pressed == [7, 9]


def test_the_cross_and_delete_ask_for_removal(qtbot: QtBot, flow: ChipFlow) -> None:
    gone: list[int] = []
    flow.removed.connect(gone.append)
    first, second, _add = flow.chips()
    cross = first.findChild(QToolButton)
    assert cross.accessibleName() == "Remove Respons cepat"
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    qtbot.keyClick(second, Qt.Key.Key_Delete)
    assert gone == [7, 9]


def test_the_last_chip_asks_for_more_and_cannot_be_removed(qtbot: QtBot, flow: ChipFlow) -> None:
    gone: list[int] = []
    flow.removed.connect(gone.append)
    add = flow.chips()[-1]
    assert add.accessibleName() == "Add a code"
    with qtbot.waitSignal(flow.add_requested, timeout=100):
        qtbot.keyClick(add, Qt.Key.Key_Space)
    qtbot.keyClick(add, Qt.Key.Key_Delete)
    assert gone == []


def test_arrows_walk_along_the_row(qtbot: QtBot, flow: ChipFlow) -> None:
    first, second, _add = flow.chips()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Left)
    qtbot.keyClick(first, Qt.Key.Key_Left)
    assert QApplication.focusWidget() is first


def test_the_focus_stays_in_the_row_when_a_chip_goes(qtbot: QtBot, flow: ChipFlow) -> None:
    flow.chips()[0].setFocus()
    flow.set_chips(VALUES[1:])
    focused = QApplication.focusWidget()
    assert isinstance(focused, Chip)
    assert focused.value.key == 9


def test_chips_wrap_when_there_is_no_room(qtbot: QtBot, flow: ChipFlow) -> None:
    wide, narrow = flow.heightForWidth(1000), flow.heightForWidth(140)
    assert wide < narrow
    flow.resize(140, narrow)
    QApplication.processEvents()
    tops = [chip.y() for chip in flow.chips()]
    assert tops == sorted(tops)
    assert len(set(tops)) > 1
    assert all(chip.geometry().right() <= 140 for chip in flow.chips())


def test_the_same_values_leave_the_chips_alone(flow: ChipFlow) -> None:
    before = flow.chips()
    flow.set_chips(list(VALUES))
    assert flow.chips() == before
