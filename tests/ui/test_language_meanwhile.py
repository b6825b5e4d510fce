"""What is open while the language changes speaks the other one at once, or closes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QMenu
from pytestqt.qtbot import QtBot

from makna.ui import language
from makna.ui.desk.code_model import Target
from makna.ui.desk.desk import Desk
from makna.ui.main_window import MainWindow
from makna.ui.widgets.picker_popup import PickerPopup

Switch = Callable[[], None]


@pytest.fixture
def desk(qtbot: QtBot, makna_home: object, bare_window: MainWindow) -> Desk:
    """The demo with an interview in front and nothing over it."""
    bare_window.open_demo()
    assert bare_window.verbs is not None and bare_window.desk is not None
    bare_window.verbs.tour.leave()
    desk = bare_window.desk
    desk.pages.open_source(desk.session.project.sources.all()[0].id)
    return desk


@pytest.fixture
def switch(qtbot: QtBot, desk: Desk, bare_window: MainWindow) -> Switch:
    """To Indonesian, as the command does it."""

    def to_indonesian() -> None:
        bare_window.commands["language"].trigger()
        assert language.current_language() == "id"
        QApplication.processEvents()
        bare_window._retranslator.slices.finish()

    return to_indonesian


def names(picker: PickerPopup) -> list[str]:
    return [item.name for item in picker.items()]


def test_the_code_picker_keeps_what_is_typed_and_offers_to_create_it_in_other_words(
    qtbot: QtBot, desk: Desk, bare_window: MainWindow, switch: Switch
) -> None:
    page = desk.pages.source_page
    assert page is not None
    page.page.set_selection(20, 60)
    bare_window.commands["code"].trigger()
    picker = desk.coding.picker
    qtbot.keyClicks(picker.field, "a")
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    before, marked = names(picker), picker.marked()
    assert "+ Create code “a”" in before and marked is not None
    switch()
    assert picker.isVisible() and picker.field.text() == "a" and picker.field.hasFocus()
    assert "+ Buat kode “a”" in names(picker) and "+ Create code “a”" not in names(picker)
    again = picker.marked()
    assert again is not None and again.key == marked.key
    assert picker.field.placeholderText() == "Cari atau buat kode"


def test_the_palette_lists_its_commands_in_the_other_language(
    desk: Desk, bare_window: MainWindow, switch: Switch
) -> None:
    assert bare_window.verbs is not None
    bare_window.commands["palette"].trigger()
    palette = bare_window.verbs.text.palette
    assert "History" in names(palette)
    switch()
    assert palette.isVisible()
    assert "Riwayat" in names(palette) and "History" not in names(palette)
    assert palette.field.placeholderText() != "Type a command…"
    assert palette.field.accessibleName() == palette.field.placeholderText()


def test_go_to_asks_in_the_other_language(
    desk: Desk, bare_window: MainWindow, switch: Switch
) -> None:
    assert bare_window.verbs is not None
    bare_window.commands["go_to"].trigger()
    go_to = bare_window.verbs.text.go_to
    before = names(go_to)
    switch()
    assert go_to.isVisible() and names(go_to) == before
    assert go_to.field.placeholderText() == "Sumber, kode, atau memo…"


def test_picking_where_a_code_goes_asks_in_the_other_language(
    desk: Desk, bare_window: MainWindow, switch: Switch
) -> None:
    code = desk.session.project.codes.tree(counted=False).ordered[0].id
    picker = desk.codes._ask_target([code], "move")
    assert picker.field.placeholderText() == "Move below which code?"
    switch()
    assert picker.isVisible()
    assert picker.field.placeholderText() == picker.accessibleName() != "Move below which code?"


def test_a_menu_that_was_put_together_in_the_other_language_closes(
    qtbot: QtBot, desk: Desk, switch: Switch
) -> None:
    first = desk.codes.model.index(0, 0)
    desk.codes.tree.choose([desk.codes.model.key_at(first)])
    desk.codes.tree.customContextMenuRequested.emit(desk.codes.tree.visualRect(first).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    inner = next(action.menu() for action in menu.actions() if action.menu())
    assert isinstance(inner, QMenu)
    inner.popup(menu.mapToGlobal(QPoint(20, 20)))
    assert QApplication.activePopupWidget() is inner
    switch()
    assert QApplication.activePopupWidget() is None


def test_a_menu_over_the_code_picker_closes_and_the_picker_stays(
    qtbot: QtBot, desk: Desk, bare_window: MainWindow, switch: Switch
) -> None:
    desk.pages.source_page.page.set_selection(20, 60)  # type: ignore[union-attr]
    bare_window.commands["code"].trigger()
    menu = desk.coding.picker.field.createStandardContextMenu()
    menu.popup(QPoint(200, 200))
    switch()
    assert not menu.isVisible() and desk.coding.picker.isVisible()


def test_an_open_list_of_choices_closes(
    qtbot: QtBot, desk: Desk, bare_window: MainWindow, switch: Switch
) -> None:
    bare_window.commands["export"].trigger()
    page = desk.pages.current
    assert page is not None
    box = next(each for each in page.findChildren(QComboBox) if each.isVisible())
    box.showPopup()
    assert QApplication.activePopupWidget() is not None
    switch()
    assert QApplication.activePopupWidget() is None and not box.view().isVisible()


def test_the_menu_of_all_commands_is_made_in_the_language_of_now(
    desk: Desk, switch: Switch
) -> None:
    switch()
    desk.menu_button.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()][:2] == ["Proyek", "Sunting"]
    menu.close()


def test_a_name_that_is_being_typed_is_asked_for_in_the_other_language(
    qtbot: QtBot, desk: Desk, switch: Switch
) -> None:
    desk.codes.ask_new_code()
    prompt = desk.codes.prompt
    qtbot.keyClicks(prompt.field, "Resp")
    assert prompt.field.placeholderText() == "Name of the new code"
    switch()
    assert prompt.isVisible() and prompt.field.hasFocus() and prompt.field.text() == "Resp"
    assert prompt.field.placeholderText() == prompt.field.accessibleName() == "Nama kode baru"


def test_the_place_of_a_new_code_is_named_in_the_other_language(
    qtbot: QtBot, desk: Desk, switch: Switch
) -> None:
    code = desk.session.project.codes.tree(counted=False).ordered[0]
    desk.codes.ask_new_code(Target(code.id))
    before = desk.codes.prompt.field.placeholderText()
    switch()
    after = desk.codes.prompt.field.placeholderText()
    assert code.name in before and code.name in after and before != after


def test_what_is_wrong_with_a_name_is_not_left_in_the_old_language(
    qtbot: QtBot, desk: Desk, switch: Switch
) -> None:
    taken = desk.session.project.codes.tree(counted=False).ordered[0].name
    desk.codes.ask_new_code()
    prompt = desk.codes.prompt
    qtbot.keyClicks(prompt.field, taken)
    qtbot.keyClick(prompt.field, Qt.Key.Key_Return)
    english = prompt.problem()
    assert english
    switch()
    assert prompt.problem() == "" and prompt.field.text() == taken
    qtbot.keyClick(prompt.field, Qt.Key.Key_Return)
    assert prompt.problem() not in ("", english)


def test_every_inline_prompt_follows(
    qtbot: QtBot, desk: Desk, bare_window: MainWindow, switch: Switch
) -> None:
    bare_window.commands["cases"].trigger()
    cases = desk.pages.current
    assert cases is not None
    desk.sources._ask_case(list(desk.sources.model.ids())[:1])
    cases.ask_for_variable()  # type: ignore[attr-defined]
    desk.show_passages(next(c.id for c in desk.session.project.codes.tree().ordered if c.codable))
    qtbot.waitUntil(lambda: desk.results.bar.split_button.isVisible())
    desk.results.bar.ask_split()
    asked = [desk.sources.prompt, cases.variable_prompt, desk.results.bar.split_prompt]  # type: ignore[attr-defined]
    before = [prompt.field.placeholderText() for prompt in asked]
    switch()
    after = [prompt.field.placeholderText() for prompt in asked]
    assert all(prompt.isVisibleTo(prompt.parentWidget()) for prompt in asked)
    assert [old == new for old, new in zip(before, after, strict=True)] == [False] * 3, after
