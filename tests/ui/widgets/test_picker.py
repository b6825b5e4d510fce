"""One box: type, find or create, Enter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from makna.ui.widgets.code_picker import CodePicker
from makna.ui.widgets.picker_popup import MOST_ROWS, PickerItem, PickerModel, PickerPopup
from makna.ui.widgets.ranking import CodeEntry
from makna.ui.widgets.roles import Role

CODES = [
    CodeEntry(1, "Respons cepat", ("Manage",), "#0f8a8f"),
    CodeEntry(2, "Manage", color="#3b6fb5", shortcut=3),
    CodeEntry(3, "Fasilitator komunikasi", color="#2e7d4f", hint="jembatan · penghubung"),
]
Picker = tuple[CodePicker, list[object]]


@pytest.fixture
def picker(show: Callable[[QWidget], None]) -> Picker:
    """The picker below a window, and all that it said."""
    window = QWidget()
    show(window)
    made = CodePicker(window)
    made.set_entries(CODES, [3])
    said: list[object] = []
    made.picked.connect(said.append)
    made.created.connect(said.append)
    made.dismissed.connect(lambda: said.append("dismissed"))
    made.open_at(QRect(100, 100, 20, 16))
    return made, said


def test_enter_picks_what_was_typed(qtbot: QtBot, picker: Picker) -> None:
    popup, said = picker
    assert popup.field.hasFocus()
    qtbot.keyClicks(popup.field, "resp")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert said == [1]
    assert not popup.isVisible()


def test_the_recent_code_is_marked_before_anything_is_typed(qtbot: QtBot, picker: Picker) -> None:
    popup, said = picker
    assert [item.key for item in popup.items()] == [3, 1, 2]
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert said == [3]


def test_a_synonym_finds_the_code_and_is_shown(qtbot: QtBot, picker: Picker) -> None:
    popup, _said = picker
    qtbot.keyClicks(popup.field, "jembat")
    marked = popup.marked()
    assert marked is not None
    assert (marked.key, marked.hint) == (3, "jembatan · penghubung")


def test_enter_creates_when_nothing_fits(qtbot: QtBot, picker: Picker) -> None:
    popup, said = picker
    qtbot.keyClicks(popup.field, " Citra wali kota ")
    assert [item.name for item in popup.items()] == ["+ Create code “Citra wali kota”"]
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert said == ["Citra wali kota"]


def test_enter_creates_a_name_that_is_only_similar_to_a_code(qtbot: QtBot, picker: Picker) -> None:
    # "Theme 2" was coded as "Theme 1", and nothing told of it.
    popup, said = picker
    popup.set_entries([CodeEntry(1, "Tema 1"), CodeEntry(2, "Tema 3")])
    qtbot.keyClicks(popup.field, "Tema 2")
    assert [item.key for item in popup.items()] == ["create", 1, 2]
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert said == ["Tema 2"]


def test_ctrl_enter_always_creates(qtbot: QtBot, picker: Picker) -> None:
    popup, said = picker
    qtbot.keyClicks(popup.field, "resp")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said == ["resp"]


def test_an_existing_name_is_not_offered_for_creation(qtbot: QtBot, picker: Picker) -> None:
    popup, _said = picker
    qtbot.keyClicks(popup.field, "manage")
    assert not any(item.action for item in popup.items())


def test_arrows_move_the_mark_and_go_round(qtbot: QtBot, picker: Picker) -> None:
    popup, said = picker
    qtbot.keyClick(popup.field, Qt.Key.Key_Up)
    assert popup.marked() == popup.items()[-1]
    qtbot.keyClick(popup.field, Qt.Key.Key_Down)
    qtbot.keyClick(popup.field, Qt.Key.Key_PageDown)
    assert popup.marked() == popup.items()[-1]
    qtbot.keyClick(popup.field, Qt.Key.Key_Tab)
    assert popup.field.hasFocus()
    qtbot.keyClick(popup.field, Qt.Key.Key_Enter)
    assert said == [2]


def test_a_click_picks(qtbot: QtBot, picker: Picker) -> None:
    popup, said = picker
    place = popup.list.visualRect(popup.model.index(1)).center()
    qtbot.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert said == [1]


def test_escape_only_dismisses(qtbot: QtBot, picker: Picker) -> None:
    popup, said = picker
    qtbot.keyClicks(popup.field, "resp")
    qtbot.keyClick(popup.field, Qt.Key.Key_Escape)
    assert said == ["dismissed"]
    assert not popup.isVisible()


def test_it_opens_again_as_new(qtbot: QtBot, picker: Picker) -> None:
    popup, said = picker
    qtbot.keyClicks(popup.field, "resp")
    qtbot.keyClick(popup.field, Qt.Key.Key_Escape)
    popup.open_at(QRect(10, 10, 20, 16), "man")
    assert popup.field.text() == "man"
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert said == ["dismissed", 2]


def test_codes_that_change_meanwhile_are_shown(picker: Picker) -> None:
    popup, _said = picker
    popup.set_entries([*CODES, CodeEntry(9, "Baru")])
    assert 9 in [item.key for item in popup.items()]


@pytest.mark.parametrize("corner", ["top-left", "bottom-right", "far outside"])
def test_it_stays_on_the_screen(picker: Picker, corner: str) -> None:
    popup, _said = picker
    screen = QGuiApplication.primaryScreen().availableGeometry()
    place = {
        "top-left": screen.topLeft(),
        "bottom-right": screen.bottomRight(),
        "far outside": QPoint(9000, 9000),
    }[corner]
    popup.close()
    popup.open_at(QRect(place, QSize(1, 1)))
    box = popup.field.rect().translated(popup.field.mapToGlobal(QPoint(0, 0)))
    rows = popup.list.rect().translated(popup.list.mapToGlobal(QPoint(0, 0)))
    assert screen.contains(box)
    assert screen.contains(rows)


def test_near_the_bottom_it_opens_above_the_text(picker: Picker) -> None:
    popup, _said = picker
    screen = QGuiApplication.primaryScreen().availableGeometry()
    anchor = QRect(200, screen.bottom() - 30, 100, 16)
    popup.close()
    popup.open_at(anchor)
    bottom = popup.list.mapToGlobal(popup.list.rect().bottomLeft()).y()
    assert bottom < anchor.top()


def test_the_popup_serves_any_list(qtbot: QtBot) -> None:
    def find(typed: str) -> list[PickerItem]:
        commands = [PickerItem("export", "Export to Word", icon="export", keys="Ctrl E")]
        return [item for item in commands if typed.lower() in item.name.lower()]

    popup = PickerPopup(find)
    popup.set_names("Do…", "Commands")
    qtbot.addWidget(popup)
    popup.open_at(QRect(50, 50, 10, 10))
    assert popup.field.accessibleName() == "Do…"
    assert popup.list.accessibleName() == "Commands"
    with qtbot.waitSignal(popup.chosen, timeout=100) as said:
        qtbot.keyClicks(popup.field, "word")
        qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert said.args == ["export"]


def test_with_no_rows_enter_does_nothing(qtbot: QtBot) -> None:
    popup = PickerPopup(lambda _typed: [])
    qtbot.addWidget(popup)
    popup.open_at(QRect(50, 50, 10, 10))
    with qtbot.assertNotEmitted(popup.chosen):
        qtbot.keyClick(popup.field, Qt.Key.Key_Down)
        qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert popup.isVisible()


def test_the_rows_are_a_sound_model_that_can_be_read_out(qtbot: QtBot) -> None:
    model = PickerModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_items([PickerItem(1, "Relasi", path="Engage", hint="akrab"), PickerItem(2, "B")])
    model.set_items([PickerItem(1, "Relasi", path="Engage", hint="akrab")])
    assert tester.model() is model
    first = model.index(0)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "Engage, Relasi, akrab"
    assert first.data(Role.PATH) == "Engage"
    assert first.data(Role.COUNT) is None


def test_creating_is_offered_without_scrolling_however_many_codes_fit(
    qtbot: QtBot, picker: Picker
) -> None:
    popup, _said = picker
    popup.set_entries([CodeEntry(number, f"Respons {number}") for number in range(30)])
    qtbot.keyClicks(popup.field, "resp")
    places = [rank for rank, item in enumerate(popup.items()) if item.action]
    assert places == [MOST_ROWS - 1]
    assert popup.marked() == popup.items()[0]
