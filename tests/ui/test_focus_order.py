"""Tab goes through a window as it is read."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from makna.ui.focus_order import move_focus, stops


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    qtbot.waitActive(made)
    return made


def _field(parent: QWidget, name: str) -> QLineEdit:
    field = QLineEdit(parent)
    field.setObjectName(name)
    return field


def _order(window: QWidget) -> list[str]:
    return [stop.objectName() for stop in stops(window)]


def test_what_was_made_last_is_reached_where_it_is_shown(window: QWidget) -> None:
    row = QHBoxLayout()
    window.setLayout(row)
    left, right, middle = QWidget(), QWidget(), QWidget()
    for part in (left, middle, right):
        row.addWidget(part)
        QVBoxLayout(part)
    for name, part in (("r1", right), ("l1", left), ("r2", right), ("m1", middle), ("l2", left)):
        column = part.layout()
        assert column is not None
        column.addWidget(_field(part, name))
    QApplication.processEvents()
    assert _order(window) == ["l1", "l2", "m1", "r1", "r2"]


def test_rows_are_gone_through_from_left_to_right(window: QWidget) -> None:
    for name, x, y in (("c", 0, 60), ("b", 150, 2), ("a", 0, 0), ("d", 150, 57)):
        field = _field(window, name)
        field.setGeometry(x, y, 100, 24)
        field.show()
    assert _order(window) == ["a", "b", "c", "d"]


def test_one_that_hands_the_focus_to_a_child_is_no_stop_of_its_own(window: QWidget) -> None:
    outer = QWidget(window)
    inner = _field(outer, "inner")
    outer.setFocusProxy(inner)
    outer.show()
    assert _order(window) == ["inner"]


def test_of_choices_only_the_chosen_one_is_a_stop(window: QWidget) -> None:
    group = QButtonGroup(window)
    for number, name in enumerate(("id", "en")):
        button = QPushButton(name, window)
        button.setObjectName(name)
        button.setCheckable(True)
        button.move(0, 40 * number)
        button.show()
        group.addButton(button)
    group.buttons()[1].setChecked(True)
    assert _order(window) == ["en"]


def test_it_goes_round_in_both_directions_and_past_what_cannot_be_used(window: QWidget) -> None:
    names = ("a", "b", "c")
    fields = [_field(window, name) for name in names]
    for number, field in enumerate(fields):
        field.move(0, 40 * number)
        field.show()
    fields[1].setEnabled(False)
    fields[2].setFocus()
    assert move_focus(window, True)
    assert QApplication.focusWidget() is fields[0]
    assert move_focus(window, False)
    assert QApplication.focusWidget() is fields[2]


def test_a_stop_below_the_edge_is_scrolled_into_sight(window: QWidget) -> None:
    area = QScrollArea(window)
    area.setGeometry(0, 0, 200, 100)
    inside = QWidget()
    inside.resize(180, 1000)
    first, last = _field(inside, "first"), _field(inside, "last")
    last.move(0, 900)
    area.setWidget(inside)
    area.show()
    first.setFocus()
    move_focus(window, True)
    assert QApplication.focusWidget() is last
    assert not last.visibleRegion().isEmpty()


def test_views_of_qt_keep_their_parts(window: QWidget, qapp: QApplication) -> None:
    # What PySide answered for the next in Qt's chain it deleted later: a tree lost its header.
    tree = QTreeView(window)
    tree.show()
    gone: list[str] = []
    tree.header().destroyed.connect(lambda: gone.append("header"))
    for _ in range(3):
        move_focus(window, True)
        gc.collect()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert gone == []
