"""Rows are painted from their roles; headings fold; the keyboard's place is seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from makna.domain import palette
from makna.ui.theme.theme import apply_theme
from makna.ui.theme.tokens import DARK, LIGHT
from makna.ui.widgets.delegates import ROW_HEIGHT, chevron_rect
from makna.ui.widgets.roles import Role
from makna.ui.widgets.row_tree import RowTree

RED, GREEN = "#b3404a", "#2e7d4f"


def _row(name: str, **values: Any) -> QStandardItem:
    item = QStandardItem(name)
    for role, value in values.items():
        item.setData(value, Role[role.upper()])
    return item


@pytest.fixture
def tree(show: Callable[[QWidget], None]) -> RowTree:
    """A heading with a code, its child, and a source."""
    model = QStandardItemModel()
    heading = _row("Peran", group=True, count=34)
    heading.setSelectable(False)
    code = _row("Teknisi", color=RED, count=15, shortcut=3)
    code.appendRow(_row("Anak", color=GREEN, memo=True, star=True))
    heading.appendRow(code)
    heading.appendRow(_row("Wawancara", coverage=0.5, icon="interview", hint="2025"))
    model.appendRow(heading)
    view = RowTree()
    model.setParent(view)
    view.setModel(model)
    view.expandAll()
    view.resize(286, 200)
    show(view)
    return view


def _at(view: RowTree, *path: int) -> QModelIndex:
    index = QModelIndex()
    for row in path:
        index = view.model().index(row, 0, index)
    return index


def _picture(view: RowTree, index: QModelIndex) -> QImage:
    box = view.visualRect(index)
    box.setLeft(0)
    return view.viewport().grab(box).toImage()


def _count(image: QImage, color: str) -> int:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y) == QColor(color) for x, y in points)


def test_rows_are_28_pixels_high(tree: RowTree) -> None:
    assert tree.visualRect(_at(tree, 0, 0)).height() == ROW_HEIGHT


def test_a_code_shows_its_colour_in_the_tone_of_the_theme(
    tree: RowTree, qapp: QApplication
) -> None:
    try:
        apply_theme(qapp, "light")
        assert _count(_picture(tree, _at(tree, 0, 0)), RED) > 60
        apply_theme(qapp, "dark")
        assert _count(_picture(tree, _at(tree, 0, 0)), palette.tone(RED, dark=True)) > 60
    finally:
        apply_theme(qapp, "light")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_selected_row_is_filled_from_edge_to_edge(
    tree: RowTree, qapp: QApplication, name: str
) -> None:
    colors = {"light": LIGHT, "dark": DARK}[name]
    try:
        apply_theme(qapp, "dark" if name == "dark" else "light")
        tree.setCurrentIndex(_at(tree, 0, 0))
        image = _picture(tree, _at(tree, 0, 0))
        for x in (0, image.width() - 1):
            assert image.pixelColor(x, 5) == QColor(colors.selected)
    finally:
        apply_theme(qapp, "light")


def test_coverage_fills_its_share_of_the_bar(tree: RowTree) -> None:
    index = _at(tree, 0, 1)
    half = _picture(tree, index)
    tree.model().setData(index, 1.0, Role.COVERAGE)
    full = _picture(tree, index)
    middle, nearly_end = half.height() // 2, half.width() - 18
    assert half.pixelColor(nearly_end, middle) != full.pixelColor(nearly_end, middle)
    assert half.pixelColor(half.width() - 50, middle) == full.pixelColor(full.width() - 50, middle)


def test_a_long_name_leaves_the_count_alone(tree: RowTree) -> None:
    index = _at(tree, 0, 0)
    before = _picture(tree, index)
    tree.model().setData(index, "Peraturan tentang layanan aduan masyarakat kota", Role.NAME)
    after = _picture(tree, index)
    right = before.rect().adjusted(before.width() - 30, 0, 0, 0)
    assert before.copy(right) == after.copy(right)
    assert before != after


def test_a_shortened_name_is_told_when_the_mouse_rests_on_it(qtbot: QtBot, tree: RowTree) -> None:
    index = _at(tree, 0, 0)
    place = tree.visualRect(index).center()
    rest = QHelpEvent(QEvent.Type.ToolTip, place, tree.viewport().mapToGlobal(place))
    QApplication.sendEvent(tree.viewport(), rest)
    assert QToolTip.text() == ""
    name = "Peraturan tentang layanan aduan masyarakat kota"
    tree.model().setData(index, name, Role.NAME)
    QApplication.sendEvent(tree.viewport(), rest)
    assert QToolTip.text() == name
    QToolTip.hideText()


@pytest.mark.parametrize("role", [Role.COUNT, Role.SHORTCUT, Role.HINT, Role.PATH, Role.KEYS])
def test_every_role_is_seen(tree: RowTree, role: Role) -> None:
    index = _at(tree, 0, 0, 0)
    before = _picture(tree, index)
    value: object = 4 if role in (Role.COUNT, Role.SHORTCUT) else "Kata"
    tree.model().setData(index, value, role)
    assert _picture(tree, index) != before


@pytest.mark.parametrize("role", [Role.MEMO, Role.STAR, Role.ACTION, Role.GROUP])
def test_every_mark_is_seen(tree: RowTree, role: Role) -> None:
    index = _at(tree, 0, 0, 0)
    tree.model().setData(index, False, role)
    before = _picture(tree, index)
    tree.model().setData(index, True, role)
    assert _picture(tree, index) != before


def test_the_chevron_folds_without_selecting(qtbot: QtBot, tree: RowTree) -> None:
    index = _at(tree, 0, 0)
    place = chevron_rect(tree.visualRect(index), group=False).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not tree.isExpanded(index)
    assert not tree.selectionModel().isSelected(index)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert tree.isExpanded(index)


def test_the_name_of_a_code_selects_and_a_heading_folds(qtbot: QtBot, tree: RowTree) -> None:
    code, heading = _at(tree, 0, 0), _at(tree, 0)
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(tree.viewport(), left, pos=tree.visualRect(code).center())
    assert tree.currentIndex() == code
    assert tree.isExpanded(code)
    qtbot.mouseClick(tree.viewport(), left, pos=tree.visualRect(heading).center())
    assert not tree.isExpanded(heading)


def test_enter_activates_the_row(qtbot: QtBot, tree: RowTree) -> None:
    tree.setCurrentIndex(_at(tree, 0, 1))
    with qtbot.waitSignal(tree.row_entered, timeout=100) as said:
        qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert said.args[0].data() == "Wawancara"


def test_the_place_of_the_keyboard_is_framed(qtbot: QtBot, tree: RowTree) -> None:
    index = _at(tree, 0, 0)
    tree.setCurrentIndex(index)
    tree.setFocus(Qt.FocusReason.MouseFocusReason)
    by_mouse = _picture(tree, index)
    qtbot.keyClick(tree, Qt.Key.Key_Tab)
    tree.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    by_keys = _picture(tree, index)
    assert by_keys != by_mouse
    assert _count(by_keys, LIGHT.accent) > _count(by_mouse, LIGHT.accent)


def test_renaming_covers_the_name_only(qtbot: QtBot, tree: RowTree) -> None:
    index = _at(tree, 0, 0)
    tree.setCurrentIndex(index)
    tree.edit(index)
    editor = tree.viewport().findChild(QLineEdit)
    assert editor.text() == "Teknisi"
    assert editor.selectedText() == "Teknisi"
    assert editor.geometry().left() > tree.visualRect(index).left() + 10
    qtbot.keyClicks(editor, "Ahli")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    # Qt lets the editor finish the key press before it commits.
    qtbot.waitUntil(lambda: tree.model().data(index) == "Ahli", timeout=500)


def test_an_empty_tree_says_why(show: Callable[[QWidget], None]) -> None:
    view = RowTree()
    view.setModel(QStandardItemModel(view))
    view.resize(200, 100)
    show(view)
    bare = view.viewport().grab().toImage()
    view.set_placeholder("No code fits")
    assert view.viewport().grab().toImage() != bare


def test_hovering_is_seen(qtbot: QtBot, tree: RowTree) -> None:
    index = _at(tree, 0, 1)
    before = _picture(tree, index)
    qtbot.mouseMove(tree.viewport(), tree.visualRect(index).center() + QPoint(1, 1))
    qtbot.waitUntil(lambda: _picture(tree, index) != before, timeout=1000)


@pytest.mark.parametrize("editable", [True, False])
def test_f2_is_the_trees_own_key_only_where_a_row_can_be_renamed(
    tree: RowTree, editable: bool
) -> None:
    """The window has another use for F2."""
    code = _at(tree, 0, 0)
    model = tree.model()
    assert isinstance(model, QStandardItemModel)
    model.itemFromIndex(code).setEditable(editable)
    tree.setCurrentIndex(code)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(tree, event)
    assert event.isAccepted() is editable


def test_where_something_would_be_dropped_is_marked_in_the_accent(
    tree: RowTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree.setAcceptDrops(True)
    tree.setDropIndicatorShown(True)
    tree.expandAll()
    row = tree.visualRect(tree.model().index(0, 0, tree.model().index(0, 0)))
    tree._dropping_at = row.center()
    monkeypatch.setattr(tree, "state", lambda: tree.State.DraggingState)
    on_item = tree.DropIndicatorPosition.OnItem
    monkeypatch.setattr(tree, "dropIndicatorPosition", lambda: on_item)
    picture = tree.viewport().grab().toImage()
    edge = picture.pixelColor(row.center().x(), row.top() + 1)
    assert edge == QColor(LIGHT.accent)
    assert tree.showDropIndicator()
