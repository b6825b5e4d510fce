"""The filter narrows soon after typing, and clears at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
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


@pytest.fixture
def tree(show: Callable[[QWidget], None]) -> QTreeWidget:
    """A list below a box of its own: a heading that can't be chosen, and two rows."""
    whole = QWidget()
    column, tree, box = QVBoxLayout(whole), QTreeWidget(), FilterBox("Filter")
    column.addWidget(box)
    column.addWidget(tree)
    heading = QTreeWidgetItem(["Kind"])
    heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
    heading.addChildren([QTreeWidgetItem(["one"]), QTreeWidgetItem(["two"])])
    tree.addTopLevelItem(heading)
    tree.expandAll()
    box.serve(tree)
    show(whole)
    tree.setFocus()
    return tree


def box_of(tree: QTreeWidget) -> FilterBox:
    found = tree.window().findChild(FilterBox)
    assert isinstance(found, FilterBox)
    return found


def test_up_from_the_first_row_comes_back_to_the_box(qtbot: QtBot, tree: QTreeWidget) -> None:
    heading = tree.topLevelItem(0)
    assert heading is not None
    tree.setCurrentItem(heading.child(1))
    qtbot.keyClick(tree, Qt.Key.Key_Up)
    assert tree.currentItem() is heading.child(0)
    qtbot.keyClick(tree, Qt.Key.Key_Up)
    assert tree.window().focusWidget() is box_of(tree)


def test_esc_in_the_list_clears_the_words_first(qtbot: QtBot, tree: QTreeWidget) -> None:
    box_of(tree).setText("one")
    qtbot.keyClick(tree, Qt.Key.Key_Escape)
    assert box_of(tree).text() == ""
