"""Five notes on the demo project; nobody has to read them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from makna.ui.desk.tour import Tour
from makna.ui.main_window import MainWindow

LEFT, Key = Qt.MouseButton.LeftButton, Qt.Key


@pytest.fixture
def window(makna_home: object, bare_window: MainWindow) -> MainWindow:
    bare_window.open_demo()
    return bare_window


@pytest.fixture
def tour(window: MainWindow) -> Tour:
    assert window.verbs is not None
    return window.verbs.tour


def test_the_demo_begins_with_it_and_a_click_goes_on(qtbot: QtBot, tour: Tour) -> None:
    note, seen = tour.callout, []
    while tour.under_way:
        seen.append(note.shown()[0])
        qtbot.mouseClick(note.next, LEFT)
    assert seen == [
        "What you collected",
        "Read, select, code",
        "Your codes",
        "What is selected",
        "And into the thesis",
    ]
    assert note.isHidden() and note.ring.isHidden()


def test_enter_goes_on_and_escape_leaves_at_any_note(
    qtbot: QtBot, window: MainWindow, tour: Tour
) -> None:
    for notes in range(5):
        window.commands["tour"].trigger()
        for _ in range(notes):
            qtbot.keyClick(tour.callout.next, Key.Key_Return)
        assert tour.under_way
        qtbot.keyClick(tour.callout.next, Key.Key_Escape)
        assert not tour.under_way and tour.callout.isHidden()


def test_each_note_points_at_a_widget_and_stays_in_the_window(
    qtbot: QtBot, window: MainWindow, tour: Tour
) -> None:
    desk = window.desk
    assert desk is not None
    expected = [desk.sources, desk.pages, desk.codes, desk.inspector, desk.header.export_button]
    for target in expected:
        ring, note = tour.callout.ring.geometry(), tour.callout.geometry()
        corner = target.mapTo(desk, QPoint())
        assert ring.contains(QRect(corner, target.size()).center())
        assert desk.rect().contains(note)
        qtbot.mouseClick(tour.callout.next, LEFT)


def test_a_note_follows_the_window_and_the_language(
    qtbot: QtBot, window: MainWindow, tour: Tour
) -> None:
    desk = window.desk
    assert desk is not None
    for _ in range(4):
        qtbot.mouseClick(tour.callout.next, LEFT)
    before = tour.callout.geometry()
    window.resize(1040, 640)
    qtbot.waitUntil(lambda: tour.callout.geometry() != before)
    assert desk.rect().contains(tour.callout.geometry())
    window.commands["language"].trigger()
    qtbot.waitUntil(lambda: tour.callout.shown()[0] != "And into the thesis")


def test_it_shows_an_interview_and_a_passage_of_it(
    qtbot: QtBot, window: MainWindow, tour: Tour
) -> None:
    desk = window.desk
    assert desk is not None
    qtbot.mouseClick(tour.callout.next, LEFT)
    page = desk.pages.source_page
    assert page is not None
    shown = desk.session.project.sources.plain(page.source)
    assert shown is not None and shown.kind == "interview"
    for _ in range(2):
        qtbot.mouseClick(tour.callout.next, LEFT)
    assert tour.callout.shown()[0] == "What is selected"
    qtbot.waitUntil(lambda: desk.inspector.passage.shown_passage() is not None)
    assert desk.inspector.passage.isVisible()


def test_work_goes_on_beside_it(qtbot: QtBot, window: MainWindow, tour: Tour) -> None:
    desk = window.desk
    assert desk is not None and tour.under_way
    desk.pages.open_source(desk.session.project.sources.all()[1].id)
    page = desk.pages.source_page
    assert page is not None
    page.page.set_selection(20, 40)
    window.commands["star"].trigger()
    assert desk.session.next_undo() is not None
    assert tour.under_way


def test_it_begins_by_itself_only_once(qtbot: QtBot, window: MainWindow, tour: Tour) -> None:
    tour.leave()
    window.close_project()
    window.open_demo()
    assert window.verbs is not None and not window.verbs.tour.under_way
    assert window.commands["tour"].isEnabled()
