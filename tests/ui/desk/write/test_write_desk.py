"""The Write view on the desk: it has the room of both sides, and gives it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from makna.domain.model import MemoId
from makna.services import codebook, coding, importing, memos
from makna.ui.desk.memo_page import MemoPage
from makna.ui.desk.write.write_page import WritePage
from makna.ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    opened = MainWindow()
    qtbot.addWidget(opened)
    opened.resize(1280, 720)
    opened.show()
    opened.new_project(tmp_path / "x.makna")
    yield opened
    opened.close_project()


def write(qtbot: QtBot, window: MainWindow) -> WritePage:
    assert window.desk is not None
    qtbot.mouseClick(window.desk.activities.button("write"), LEFT)
    page = window.desk.pages.current
    assert isinstance(page, WritePage)
    return page


def test_the_activity_opens_it_and_both_sides_fold(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window)
    desk = window.desk
    assert desk is not None
    assert desk.folded() == (True, True)
    assert not window.commands["left_pane"].isChecked()
    assert desk.state()["layout"]["folded"] == [False, False]  # type: ignore[index]
    desk.pages.close_page("write")
    assert desk.folded() == (False, False)
    assert window.commands["left_pane"].isChecked()
    assert desk.activities.current() == "code"


def test_beside_a_memo_the_panes_are_back_and_the_view_stays(
    qtbot: QtBot, window: MainWindow
) -> None:
    desk = window.desk
    assert desk is not None
    memo = memos.write_memo(desk.session.project, "Pengantar", "").value
    page = write(qtbot, window)
    page.memo_wanted.emit(MemoId(memo))
    assert isinstance(desk.pages.current, MemoPage)
    assert desk.folded() == (False, False)
    assert write(qtbot, window) is page
    assert desk.folded() == (True, True)


def test_a_folded_pane_can_be_had_beside_it(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window)
    assert window.desk is not None
    window.commands["right_pane"].trigger()
    assert window.desk.folded() == (True, False)


def test_go_and_code_leads_back_to_the_lists(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk
    assert desk is not None
    page = write(qtbot, window)
    page.coding_wanted.emit()
    assert desk.left.currentWidget() is desk.left_halves
    assert desk.activities.current() == "code"


def test_the_memo_of_a_code_is_written_at_the_right(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk
    assert desk is not None
    project = desk.session.project
    code = desk.session.perform(lambda: codebook.add_code(project, "Manage"))
    page = write(qtbot, window)
    page.book.begin()
    page.code_memo_wanted.emit(code)
    assert not desk.inspector.isHidden()
    assert desk.place.now.code == code


def test_nothing_reads_a_project_that_is_closed(qtbot: QtBot, window: MainWindow) -> None:
    page = write(qtbot, window)
    page.book.begin()
    session = page.book.session
    session.perform(lambda: codebook.add_code(session.project, "Manage"))
    window.close_project()
    qtbot.wait(150)
    assert window.desk is None


def test_ctrl_z_on_a_card_takes_the_last_decision_back(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk
    assert desk is not None
    project = desk.session.project
    source = importing.import_text(project, "I1", "Kami baca semua. Lalu kami jawab.").value.id
    code = codebook.add_code(project, "Manage").value
    for start, end in ((0, 15), (17, 33)):
        coding.apply_code(project, source, start, end, code)
    page = write(qtbot, window)
    page.book.begin()
    page.finish()
    first, second = page.shelf.cards()
    page.shelf.go_to(first.passage)
    qtbot.keyClick(first.text, Qt.Key.Key_X)
    assert not first.item.printed
    qtbot.keyClick(first.text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.shelf.cards() == [second, first]
    for _step in range(2):
        qtbot.keyClick(first.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.shelf.cards() == [first, second]
    assert first.item.printed
