"""The desk around its panes: the four activities, room for a page that needs it, notices."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makna.domain.errors import UserError
from makna.services import codebook, coding
from makna.services.importing import import_text
from makna.ui.desk.desk import Desk
from makna.ui.main_window import MainWindow
from makna.ui.widgets.activity_bar import ACTIVITIES

LEFT = Qt.MouseButton.LeftButton
KEYS = {"code": Qt.Key.Key_1, "find": Qt.Key.Key_2, "analyse": Qt.Key.Key_3, "write": Qt.Key.Key_4}


@pytest.fixture
def window(tmp_path: Path, bare_window: MainWindow) -> MainWindow:
    bare_window.new_project(tmp_path / "Skripsi.makna", "Rani")
    assert bare_window.desk is not None
    source = import_text(bare_window.desk.session.project, "I1", "Kami baca semua aduan.").value.id
    bare_window.desk.pages.open_source(source)
    return bare_window


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def press(qtbot: QtBot, window: MainWindow, activity: str) -> None:
    focused = QApplication.focusWidget() or window
    qtbot.keyClick(focused, KEYS[activity], Qt.KeyboardModifier.ControlModifier)


def test_every_activity_has_keys_which_its_tooltip_names(window: MainWindow, desk: Desk) -> None:
    for activity in ACTIVITIES:
        keys = window.commands[f"to_{activity}"].shortcut().toString()
        assert keys and keys in desk.activities.button(activity).toolTip()


def test_the_keys_go_round_and_the_mark_follows(qtbot: QtBot, window: MainWindow, desk) -> None:
    shown = []
    for activity in ("write", "analyse", "find", "code"):
        press(qtbot, window, activity)
        assert desk.activities.current() == activity
        shown.append(desk.pages.current_kind)
    assert shown == ["write", "cases", "source", "source"]


def test_code_leads_back_from_writing_to_the_source(qtbot: QtBot, window, desk: Desk) -> None:
    qtbot.mouseClick(desk.activities.button("write"), LEFT)
    qtbot.mouseClick(desk.activities.button("code"), LEFT)
    assert desk.pages.current_kind == "source"
    assert desk.activities.current() == "code"


def test_the_mark_follows_the_tabs_too(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    press(qtbot, window, "analyse")
    desk.pages.step(-1)
    assert desk.activities.current() == "code"
    desk.pages.step(1)
    assert desk.activities.current() == "analyse"


def test_closing_the_results_ends_finding(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    press(qtbot, window, "find")
    assert desk.header.search.hasFocus() and desk.activities.current() == "find"
    desk.results.closed.emit()
    assert desk.activities.current() == "code"


def test_after_writing_the_panes_are_as_wide_as_before(qtbot: QtBot, window, desk: Desk) -> None:
    before = desk.sides.sizes()
    press(qtbot, window, "write")
    press(qtbot, window, "code")
    QApplication.processEvents()
    assert desk.sides.sizes() == before


def test_the_sides_of_a_small_window_are_narrower_and_grow_with_it(window, desk: Desk) -> None:
    found = []
    for width in (960, 1280, 1500):
        window.resize(width, 720)
        QApplication.processEvents()
        found.append((desk.left.width(), desk.inspector.width()))
    assert found == [(206, 250), (275, 256), (286, 300)]
    assert desk.state()["layout"]["sides"] == ""


def test_sides_that_were_drawn_keep_their_widths(qtbot: QtBot, window, desk: Desk) -> None:
    window.resize(1280, 720)
    desk.sides.handle(1).moveSplitter(340)
    window.resize(1200, 720)
    QApplication.processEvents()
    assert desk.left.width() == 340
    state = desk.state()["layout"]
    desk.sides.setSizes([220, 700, 220])
    desk.session.remember("layout", state)
    desk.restore(desk.session)
    assert desk.left.width() == 340


def test_results_make_room_for_writing_and_come_back(qtbot: QtBot, window, desk: Desk) -> None:
    project = desk.session.project
    code = codebook.add_code(project, "Manage").value
    coding.apply_code(project, desk.place.now.source, 0, 9, code)
    desk.show_passages(code)
    press(qtbot, window, "write")
    assert desk.results.isHidden() and not window.commands["results_pane"].isChecked()
    press(qtbot, window, "code")
    assert not desk.results.isHidden() and window.commands["results_pane"].isChecked()


def test_a_pane_that_was_folded_before_writing_unfolds_as_wide_as_it_was(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    wide = desk.left.width()
    window.commands["left_pane"].trigger()
    for activity in ("write", "code"):
        press(qtbot, window, activity)
    window.commands["left_pane"].trigger()
    qtbot.wait(10)
    assert desk.left.isVisible() and abs(desk.left.width() - wide) <= 2


def test_what_is_folded_while_a_page_has_the_room_of_the_right_stays_so(
    window: MainWindow, desk: Desk
) -> None:
    desk.show_results()
    window.commands["cases"].trigger()
    assert desk.folded() == (False, True)
    window.commands["left_pane"].trigger()
    desk.results.hide()
    assert desk.state()["layout"]["folded"] == [True, False]
    window.commands["to_code"].trigger()
    assert desk.folded() == (True, False) and desk.results.isHidden()


def test_a_layout_that_nobody_of_ours_wrote_leaves_the_usual_one(desk: Desk) -> None:
    desk.session.remember("layout", {"folded": [1], "sides": 3})
    desk.restore(desk.session)
    assert desk.folded() == (False, False)


def test_tabs_of_pages_are_named_in_the_new_language(qtbot: QtBot, window, desk: Desk) -> None:
    for key in ("history", "cases", "comments", "pseudonyms", "manual", "to_write"):
        window.commands[key].trigger()
    window.commands["language"].trigger()
    bar = desk.pages.strip.bar
    expected = ["Riwayat", "Kasus", "Komentar di Word", "Nama samaran", "Panduan", "Tulis"]
    qtbot.waitUntil(lambda: [bar.tabText(n) for n in range(1, bar.count())] == expected)


def top_of(desk: Desk) -> int:
    QApplication.processEvents()
    return desk.pages.mapTo(desk, QPoint()).y()


def test_information_hovers_above_the_status_line(desk: Desk) -> None:
    before = top_of(desk)
    desk.tell("Copied with its reference.")
    assert desk.notices.isVisible()
    assert top_of(desk) == before
    assert desk.notices.geometry().bottom() <= desk.status.geometry().top()


def test_an_error_takes_its_own_line_until_it_is_closed(desk: Desk) -> None:
    before = top_of(desk)
    desk.tell("Copied.")
    desk.tell_error(UserError("disk_full", name="x.makna"))
    assert top_of(desk) > before
    desk.notices.close_notice()
    assert top_of(desk) == before


def test_a_hint_goes_with_the_next_step(qtbot: QtBot, desk: Desk) -> None:
    desk.coding.nothing_selected.emit()
    assert desk.notices.isVisible()
    desk.session.perform(lambda: codebook.add_code(desk.session.project, "Manage"))
    assert not desk.notices.isVisible()


def test_undo_is_offered_no_longer_than_it_would_undo_that_step(qtbot: QtBot, desk: Desk) -> None:
    desk.tell("Removed: “I1”", desk.undo_action())
    assert desk.notices.isVisible()
    desk.session.perform(lambda: codebook.add_code(desk.session.project, "Manage"))
    assert not desk.notices.isVisible()
