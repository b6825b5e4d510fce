"""The trail, and going back along it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from makna.services import codebook
from makna.storage.history import HistoryEntry
from makna.ui.desk.history_pane import STATE, STRETCH, HistoryModel, HistoryPane
from makna.ui.session import Session


@pytest.fixture
def pane(qtbot: QtBot, session: Session) -> HistoryPane:
    for name in ("Share", "Manage", "Engage"):
        codebook.add_code(session.project, name)
    made = HistoryPane(session)
    QAbstractItemModelTester(made.model)
    qtbot.addWidget(made)
    made.resize(420, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def labels(pane: HistoryPane) -> list[str]:
    return [str(pane.model.index(row).data()) for row in range(pane.model.rowCount())]


def states(pane: HistoryPane) -> list[str]:
    rows = (pane.model.index(row) for row in range(pane.model.rowCount() - 1))
    return [row.data(STATE) for row in rows]


def names(session: Session) -> list[str]:
    return [code.name for code in session.project.codes.tree().ordered]


def test_the_newest_step_stands_first_and_the_beginning_last(pane: HistoryPane) -> None:
    assert labels(pane) == [
        "New code “Engage”",
        "New code “Manage”",
        "New code “Share”",
        "The beginning",
    ]
    assert states(pane) == ["now", "done", "done"]


def test_a_step_says_who_did_it_and_what_it_changed(pane: HistoryPane, session: Session) -> None:
    spoken = pane.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert session.project.overview.current_coder().name in spoken
    assert "1 code" in spoken


def test_a_double_click_goes_back_and_forward_again(
    qtbot: QtBot, pane: HistoryPane, session: Session
) -> None:
    place = pane.list.visualRect(pane.model.index(2)).center()
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert names(session) == ["Share"]
    assert states(pane) == ["undone", "undone", "now"]
    pane.list.setCurrentIndex(pane.model.index(0))
    assert pane.go_button.text() == "Go forward to here"
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert names(session) == ["Share", "Manage", "Engage"]


def test_one_can_go_back_to_the_very_beginning(
    qtbot: QtBot, pane: HistoryPane, session: Session
) -> None:
    pane.list.setCurrentIndex(pane.model.index(3))
    qtbot.mouseClick(pane.go_button, Qt.MouseButton.LeftButton)
    assert names(session) == []


def test_what_was_undone_for_good_can_not_be_gone_to(
    qtbot: QtBot, pane: HistoryPane, session: Session
) -> None:
    session.undo()
    session.perform(lambda: codebook.add_code(session.project, "Optimize"))
    assert states(pane)[:2] == ["now", "dropped"]
    pane.list.setCurrentIndex(pane.model.index(1))
    assert not pane.go_button.isEnabled()


def test_it_says_what_redo_would_do(pane: HistoryPane, session: Session) -> None:
    session.undo()
    session.undo()
    redo = pane.model.next_redo()
    assert redo is not None
    assert redo.label.text() == "New code “Manage”"
    assert "New code “Manage”" in pane.said()


def test_the_chosen_step_stays_chosen_when_others_come(pane: HistoryPane, session: Session) -> None:
    pane.list.setCurrentIndex(pane.model.index(1))
    session.perform(lambda: codebook.add_code(session.project, "Optimize"))
    assert pane.list.currentIndex().data() == "New code “Manage”"


def test_a_hidden_trail_is_read_when_it_is_looked_at(pane: HistoryPane, session: Session) -> None:
    pane.hide()
    session.perform(lambda: codebook.add_code(session.project, "Optimize"))
    assert len(labels(pane)) == 4
    pane.show()
    assert labels(pane)[0] == "New code “Optimize”"


def test_esc_closes(qtbot: QtBot, pane: HistoryPane) -> None:
    with qtbot.waitSignal(pane.closed):
        qtbot.keyClick(pane.list, Qt.Key.Key_Escape)


@pytest.fixture
def long(qtbot: QtBot, session: Session) -> tuple[HistoryPane, list[int]]:
    """A trail of 1,000 steps, and how many entries each reading of it gave."""
    for number in range(1_000):
        codebook.add_code(session.project, f"Code {number}")
    trail, read = session.project.history, list[int]()
    entries = trail.entries

    def counted(limit: int = -1, skipped: int = 0) -> list[HistoryEntry]:
        found = entries(limit, skipped)
        read.append(len(found))
        return found

    trail.entries = counted  # type: ignore[method-assign]
    made = HistoryPane(session)
    QAbstractItemModelTester(made.model)
    qtbot.addWidget(made)
    made.resize(420, 400)
    return made, read


def test_of_a_long_trail_only_what_is_seen_is_read(
    qtbot: QtBot, long: tuple[HistoryPane, list[int]], session: Session
) -> None:
    pane, read = long
    pane.show()
    qtbot.waitExposed(pane)
    pane.grab()
    assert pane.model.rowCount() == 1_001
    assert sum(read) <= STRETCH
    read.clear()
    session.undo()
    pane.grab()
    assert sum(read) <= STRETCH
    pane.list.verticalScrollBar().setValue(pane.list.verticalScrollBar().maximum())
    pane.grab()
    assert pane.model.index(1_000).data() == "The beginning"
    assert pane.model.index(999).data() == "New code “Code 0”"
    assert sum(read) <= 3 * STRETCH


def test_laying_out_a_long_trail_does_not_ask_python_for_each_row() -> None:
    assert "rowCount" not in vars(HistoryModel)
    assert "index" not in vars(HistoryModel)
