"""F6 and Shift+F6 go from pane to pane."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.ui.desk.desk import Desk
from makna.ui.main_window import MainWindow


@pytest.fixture
def desk(bare_window: MainWindow, tmp_path: Path) -> Desk:
    bare_window.open_project(bootstrap.copy_demo("en", tmp_path / "demo.makna"))
    opened = bare_window.desk
    assert opened is not None
    opened.pages.open_source(opened.session.project.sources.all()[0].id)
    opened.pages.setFocus()
    return opened


def _pane(desk: Desk) -> str:
    at = QApplication.focusWidget()
    panes: dict[str, QWidget] = {
        "activities": desk.activities,
        "sources": desk.sources,
        "codes": desk.codes,
        "memos": desk.memos,
        "text": desk.pages,
        "inspector": desk.inspector,
        "header": desk.header,
    }
    if desk.shows_results():
        panes["results"] = desk.results
    if desk.notices.isVisible():
        panes["notice"] = desk.notices
    found = [name for name, pane in panes.items() if at is not None and pane.isAncestorOf(at)]
    return found[0] if found else type(at).__name__


def _press(desk: Desk, times: int, *, back: bool = False) -> list[str]:
    held = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    been = []
    for _ in range(times):
        QTest.keyClick(desk.window(), Qt.Key.Key_F6, held)
        been.append(_pane(desk))
    return been


def test_it_goes_round_all_panes_in_both_directions(desk: Desk) -> None:
    desk.show_results()
    desk.pages.setFocus()
    order = ["inspector", "results", "activities", "sources", "codes", "text"]
    assert _press(desk, 6) == order
    assert _press(desk, 6, back=True) == [*order[:-1][::-1], "text"]


def test_what_is_folded_is_passed_over(desk: Desk) -> None:
    desk.inspector.hide()
    desk.left.hide()
    desk.pages.setFocus()
    assert _press(desk, 2) == ["activities", "text"]


def test_memos_stand_where_sources_and_codes_do(desk: Desk, qtbot: QtBot) -> None:
    desk.commands["memos"].trigger()
    desk.pages.setFocus()
    assert _press(desk, 4) == ["inspector", "activities", "memos", "text"]


def test_from_the_header_one_comes_to_the_first_pane_or_the_last(desk: Desk) -> None:
    desk.focus_search()
    assert _press(desk, 1) == ["activities"]
    desk.focus_search()
    assert _press(desk, 1, back=True) == ["inspector"]


def test_each_pane_keeps_where_the_keys_were(desk: Desk) -> None:
    desk.codes.filter.setFocus()
    assert _press(desk, 5)[-1] == "codes"
    assert QApplication.focusWidget() is desk.codes.filter


def test_a_notice_with_a_way_on_is_one_of_the_panes(desk: Desk) -> None:
    desk.tell("Removed", desk.undo_action())
    desk.pages.setFocus()
    assert "notice" in _press(desk, 6)
