"""Where the keys go when something is opened, done or taken away under them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from makna.domain.model import CodeId, VariableType
from makna.services import codebook, coding
from makna.services.cases import add_case, add_variable
from makna.services.importing import import_text
from makna.ui.desk.cases_pane import CasesPane
from makna.ui.desk.desk import Desk
from makna.ui.desk.history_pane import HistoryPane
from makna.ui.desk.inspector.inspector import Scope
from makna.ui.desk.new_source_page import NewSourcePage
from makna.ui.desk.result_model import ResultRole
from makna.ui.main_window import MainWindow

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
TALK = (
    "Peneliti: Bagaimana aduan warga ditangani?\n"
    "I1: Setiap komentar kami baca.\n"
    "Peneliti: Siapa yang menjawab?\n"
    "I1: Admin kami cuma dua orang.\n"
)
TEXTS = (TALK, "Admin kami dua orang.")


@pytest.fixture
def window(tmp_path: Path, bare_window: MainWindow) -> MainWindow:
    bare_window.new_project(tmp_path / "Skripsi.makna", "Rani")
    return bare_window


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    """Two sources, one code on the beginning of each, the first source in front."""
    assert window.desk is not None
    desk, project = window.desk, window.desk.session.project
    keys = [
        desk.session.perform(lambda n=n: import_text(project, f"I{n}", TEXTS[n - 1])).id
        for n in (1, 2)
    ]
    code = desk.session.perform(lambda: codebook.add_code(project, "Waiting"))
    for key in keys:
        desk.session.perform(lambda key=key: coding.apply_code(project, key, 6, 15, code))
    desk.pages.open_source(keys[0])
    return desk


def code_of(desk: Desk) -> CodeId:
    return desk.session.project.codes.tree().ordered[0].id


def focused() -> object:
    return QApplication.focusWidget()


def test_keys_that_go_to_the_texts_reach_the_one_in_front(qtbot: QtBot, desk: Desk) -> None:
    page = desk.pages.source_page
    assert page is not None
    desk.focus_search()
    qtbot.keyClick(desk.header.search, Qt.Key.Key_Escape)
    assert focused() is page.page


def test_down_goes_on_through_results_of_several_sources(qtbot: QtBot, desk: Desk) -> None:
    desk.show_passages(code_of(desk))
    desk.results.list.setFocus()
    for _ in range(2):
        qtbot.keyClick(desk.results.list, Qt.Key.Key_Down)
    assert desk.results.list.hasFocus()
    assert desk.results.list.currentIndex().data(ResultRole.ROW).source == desk.place.now.source


def test_enter_on_a_result_goes_to_its_text(qtbot: QtBot, desk: Desk) -> None:
    desk.show_passages(code_of(desk))
    desk.results.list.setFocus()
    qtbot.keyClick(desk.results.list, Qt.Key.Key_Return)
    page = desk.pages.source_page
    assert page is not None and page.page.hasFocus()


def test_a_button_that_is_done_leaves_the_keys_to_its_list(qtbot: QtBot, desk: Desk) -> None:
    desk.show_passages(code_of(desk))
    results = desk.results
    results.list.setCurrentIndex(results.model.index(1))
    results.bar.uncode_button.setFocus()
    qtbot.keyClick(results.bar.uncode_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not results.bar.uncode_button.hasFocus())
    qtbot.waitUntil(results.list.hasFocus)


def test_going_back_in_the_history_leaves_the_keys_in_it(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    window.commands["history"].trigger()
    pane = desk.pages.current
    assert isinstance(pane, HistoryPane)
    pane.list.setCurrentIndex(pane.model.index(1))
    pane.go_button.setFocus()
    qtbot.keyClick(pane.go_button, Qt.Key.Key_Space)
    assert not pane.go_button.isEnabled()
    assert pane.list.hasFocus()


def test_folding_a_pane_leaves_the_keys_to_the_text(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    desk.sources.tree.setFocus()
    window.commands["left_pane"].trigger()
    page = desk.pages.source_page
    assert page is not None and page.page.hasFocus()


def test_naming_a_speaker_stays_in_the_field(qtbot: QtBot, desk: Desk) -> None:
    desk.inspector.look_at(Scope.SOURCE)
    speakers = desk.inspector.source.speakers
    first = next(iter(speakers.names))
    field = speakers.names[first].edit
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Rani")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: speakers.names[first].edit.accessibleName().endswith("Rani"))
    assert focused() is speakers.names[first].edit


def test_a_tick_that_says_who_asks_keeps_the_keys(qtbot: QtBot, desk: Desk) -> None:
    desk.inspector.look_at(Scope.SOURCE)
    speakers = desk.inspector.source.speakers
    first = next(iter(speakers.checks))
    speakers.checks[first].setFocus()
    qtbot.keyClick(speakers.checks[first], Qt.Key.Key_Space)
    qtbot.wait(60)
    assert focused() is speakers.checks[first]
    assert not desk.session.project.sources.speakers(desk.place.now.source)[0]["interviewer"]


def test_the_case_of_a_speaker_is_ticked_in_its_menu(desk: Desk) -> None:
    desk.inspector.look_at(Scope.SOURCE)
    speakers = desk.inspector.source.speakers
    first = next(iter(speakers.names))
    menu = speakers.case_menu(first)
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["No case"]


def test_ctrl_z_in_a_field_with_nothing_to_take_back_undoes_the_step(
    qtbot: QtBot, desk: Desk
) -> None:
    before = len(desk.session.project.codes.tree().ordered)
    desk.session.perform(lambda: codebook.add_code(desk.session.project, "Second"))
    desk.focus_search()
    qtbot.keyClick(desk.header.search, Qt.Key.Key_Z, CTRL)
    assert len(desk.session.project.codes.tree().ordered) == before


def test_ctrl_z_takes_typed_letters_back_first(qtbot: QtBot, desk: Desk) -> None:
    desk.focus_search()
    qtbot.keyClicks(desk.header.search, "aduan")
    steps = desk.session.project.history.entries(-1)
    qtbot.keyClick(desk.header.search, Qt.Key.Key_Z, CTRL)
    assert desk.header.search.text() == ""
    assert desk.session.project.history.entries(-1) == steps


def test_enter_in_the_filter_opens_the_first_source_that_fits(qtbot: QtBot, desk: Desk) -> None:
    desk.sources.filter.setFocus()
    qtbot.keyClicks(desk.sources.filter, "i2")
    qtbot.keyClick(desk.sources.filter, Qt.Key.Key_Return)
    found = desk.session.project.sources.plain(desk.place.now.source)
    assert found is not None and found.name == "I2"


def test_enter_in_the_filter_of_codes_chooses_the_first_that_fits(qtbot: QtBot, desk: Desk) -> None:
    desk.codes.filter.setFocus()
    qtbot.keyClicks(desk.codes.filter, "wait")
    qtbot.keyClick(desk.codes.filter, Qt.Key.Key_Return)
    assert desk.place.now.code == code_of(desk)
    assert desk.codes.tree.hasFocus()


def test_a_click_on_a_result_leaves_the_keys_in_the_list(qtbot: QtBot, desk: Desk) -> None:
    desk.show_passages(code_of(desk))
    results = desk.results.list
    results.setFocus()
    box = results.visualRect(results.results.index(3))
    qtbot.mouseClick(results.viewport(), LEFT, pos=box.topLeft() + QPoint(40, 8))
    assert desk.place.now.passage is not None and results.hasFocus()


def test_passages_that_were_asked_for_are_gone_through_at_once(qtbot: QtBot, desk: Desk) -> None:
    desk.place.change(code=code_of(desk))
    desk.inspector.look_at(Scope.CODE)
    qtbot.mouseClick(desk.inspector.code.show_button, LEFT)
    assert desk.results.list.hasFocus()


def test_the_last_tab_that_is_closed_leaves_the_keys_to_the_empty_page(desk: Desk) -> None:
    while desk.pages.current is not None:
        desk.pages.close_tab()
    assert focused() is (desk.empty.focusProxy() or desk.empty)


@pytest.mark.parametrize("name", ["export", "history", "settings", "shortcuts", "frames"])
def test_escape_in_a_page_beside_the_texts_goes_back_to_the_text(
    qtbot: QtBot, window: MainWindow, desk: Desk, name: str
) -> None:
    window.commands[name].trigger()
    inside = QApplication.focusWidget()
    assert desk.pages.current_kind == name and inside is not None
    qtbot.keyClick(inside, Qt.Key.Key_Escape)
    page = desk.pages.source_page
    assert page is not None and page.page.hasFocus()
    assert name not in [tab.kind for tab in desk.pages._tabs.values()]


def test_a_page_that_is_closed_leads_back_to_the_tab_it_was_opened_from(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    first, second = (each.id for each in desk.session.project.sources.all())
    desk.pages.open_source(second)
    desk.pages.open_source(first)
    window.commands["history"].trigger()
    window.commands["close_tab"].trigger()
    page = desk.pages.source_page
    assert page is not None and page.source == first and page.page.hasFocus()


def test_escape_keeps_a_page_with_typed_words(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    window.commands["paste_source"].trigger()
    inside = QApplication.focusWidget()
    assert inside is not None
    qtbot.keyClicks(inside, "Field notes")
    qtbot.keyClick(inside, Qt.Key.Key_Escape)
    assert desk.pages.current_kind == "new-source"


def test_escape_in_a_pane_goes_back_to_the_text(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    page = desk.pages.source_page
    assert page is not None
    passage = desk.session.project.passages.of_source(page.source)[0]
    desk.place.change(source=page.source, passage=passage.id)
    window.commands["memo_here"].trigger()
    for pane in (QApplication.focusWidget(), desk.codes.tree, desk.sources.filter):
        assert pane is not None
        pane.setFocus()
        qtbot.keyClick(pane, Qt.Key.Key_Escape)
        assert page.page.hasFocus(), pane


def test_a_typed_source_takes_the_place_of_its_form(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    window.commands["paste_source"].trigger()
    form = desk.pages.current
    assert isinstance(form, NewSourcePage)
    qtbot.keyClicks(form.name, "Field notes")
    form.text.setPlainText("The queue was long.")
    qtbot.mouseClick(form.add, LEFT)
    assert [tab.title for tab in desk.pages._tabs.values()] == ["I1", "Field notes"]
    page = desk.pages.source_page
    assert page is not None and page.page.hasFocus()


def test_a_number_typed_in_the_table_of_cases_codes_nothing(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    # It was lost for the cell, and coded the passage that was chosen in the hidden text.
    project = desk.session.project
    desk.session.perform(lambda: add_case(project, "I1"))
    desk.session.perform(lambda: add_variable(project, "Age", VariableType.NUMBER))
    desk.session.perform(lambda: codebook.set_shortcut(project, code_of(desk), 4))
    desk.place.change(start=20, end=26)
    window.commands["cases"].trigger()
    pane = desk.pages.current
    assert isinstance(pane, CasesPane)
    pane.table.setCurrentIndex(pane.model.index(0, 1))
    pane.table.setFocus()
    for key in "47":
        qtbot.keyClicks(QApplication.focusWidget(), key)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert pane.model.index(0, 1).data() == "47"
    assert [len(project.passages.of_source(each.id)) for each in project.sources.all()] == [1, 1]


def test_a_folder_is_imported_by_keys_alone(
    qtbot: QtBot, window: MainWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Folders could only be dropped: the system's dialog of files takes none.
    (tmp_path / "material").mkdir()
    (tmp_path / "material" / "I3.txt").write_text("I3: I waited.", "utf-8")
    answer = str(tmp_path / "material")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: answer)
    window.commands["import_folder"].trigger()
    focus = QApplication.focusWidget()
    assert window.verbs is not None and focus is window.verbs.import_strip.import_button
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    names = desk.session.project.sources.all
    qtbot.waitUntil(lambda: "I3" in [each.name for each in names()], timeout=20_000)
