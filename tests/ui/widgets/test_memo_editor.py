"""A memo is kept without being asked, and never overwritten under the writer's hands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from makna.ui.widgets.memo_editor import MemoEditor

Editor = tuple[MemoEditor, list[str], QLineEdit]


@pytest.fixture
def editor(show: Callable[[QWidget], None]) -> Editor:
    """The editor (80 ms instead of 1 s, 300 instead of 5), what it said, and a field beside it."""
    holder = QWidget()
    memo, other = MemoEditor(holder, idle_ms=80, longest_ms=300), QLineEdit(holder)
    column = QVBoxLayout(holder)
    column.addWidget(memo)
    column.addWidget(other)
    show(holder)
    said: list[str] = []
    memo.committed.connect(said.append)
    memo.setFocus()
    return memo, said, other


def test_typing_is_said_once_after_a_pause(qtbot: QtBot, editor: Editor) -> None:
    memo, said, _other = editor
    qtbot.keyClicks(memo, "janji")
    assert said == []
    qtbot.waitUntil(lambda: said == ["janji"], timeout=1000)
    qtbot.wait(120)
    assert said == ["janji"]


def test_who_never_pauses_is_saved_all_the_same(qtbot: QtBot, editor: Editor) -> None:
    memo, said, _other = editor
    for _ in range(12):
        qtbot.keyClicks(memo, "a")
        qtbot.wait(40)
    assert said
    assert len(said[0]) < 12


def test_leaving_the_field_says_it_and_ends_the_step(qtbot: QtBot, editor: Editor) -> None:
    memo, said, other = editor
    qtbot.keyClicks(memo, "x")
    with qtbot.waitSignal(memo.finished, timeout=100):
        other.setFocus()
    assert said == ["x"]


def test_what_is_set_is_not_said(qtbot: QtBot, editor: Editor) -> None:
    memo, said, other = editor
    memo.load("one\ntwo")
    memo.set_text("three\u2028four")
    other.setFocus()
    qtbot.wait(120)
    assert said == []
    assert memo.text() == "three\nfour"


def test_a_refresh_does_not_overwrite_what_is_being_typed(qtbot: QtBot, editor: Editor) -> None:
    memo, said, _other = editor
    memo.load("old")
    memo.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(memo, " and new")
    memo.set_text("from elsewhere")
    assert memo.text() == "old and new"
    qtbot.waitUntil(lambda: said == ["old and new"], timeout=1000)


def test_a_refresh_keeps_the_cursor(editor: Editor) -> None:
    memo, _said, _other = editor
    memo.load("satu dua tiga")
    cursor = memo.textCursor()
    cursor.setPosition(4)
    memo.setTextCursor(cursor)
    memo.set_text("satu dua tiga empat")
    assert memo.textCursor().position() == 4


def test_opening_another_memo_saves_the_one_before(qtbot: QtBot, editor: Editor) -> None:
    memo, said, _other = editor
    memo.load("first")
    qtbot.keyClicks(memo, "My ")
    memo.load("second")
    assert said == ["My first"]
    assert memo.text() == "second"
    assert not memo.document().isUndoAvailable()


def test_the_no_break_space_survives_and_nothing_seems_typed(qtbot: QtBot, editor: Editor) -> None:
    memo, said, _other = editor
    memo.load("72\u00a0%")
    memo.flush()
    assert said == []
    assert memo.text() == "72\u00a0%"


def test_pasted_formatting_stays_out(qtbot: QtBot, editor: Editor) -> None:
    memo, _said, _other = editor
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setHtml("<b>tebal</b>")
    data.setText("tebal")
    memo.insertFromMimeData(data)
    assert memo.text() == "tebal"
    assert memo.textCursor().charFormat().fontWeight() < 600


def test_bold_and_italic_by_keys_write_markdown(qtbot: QtBot, editor: Editor) -> None:
    memo, _said, _other = editor
    memo.load("janji")
    memo.selectAll()
    qtbot.keyClick(memo, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert memo.text() == "**janji**"
    memo.load("")
    qtbot.keyClick(memo, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(memo, "x")
    assert memo.text() == "*x*"


def test_it_grows_with_the_text_up_to_a_limit(editor: Editor) -> None:
    memo, _said, _other = editor
    memo.set_lines(2, 6)
    QApplication.processEvents()
    memo.load("one")
    low = memo.height()
    memo.load("\n".join("abcd"))
    middle = memo.height()
    memo.load("\n" * 100)
    assert low < middle < memo.height() < 4 * low


def test_tab_leaves_the_memo(qtbot: QtBot, editor: Editor) -> None:
    memo, _said, _other = editor
    qtbot.keyClick(memo, Qt.Key.Key_Tab)
    assert memo.text() == ""
    assert not memo.hasFocus()


def test_a_long_hint_is_seen_whole(qtbot: QtBot) -> None:
    """Qt paints one line of it, and the upper half of the next."""
    memo = MemoEditor()
    qtbot.addWidget(memo)
    memo.set_lines(1, 14)
    memo.resize(160, 40)
    memo.show()
    one = memo.height()
    memo.setPlaceholderText("Apa yang harus ada dalam kutipan")
    assert memo.height() > one
    hint = memo.placeholderText()
    room = memo.viewport().rect().adjusted(4, 4, -4, -4)
    flags = Qt.TextFlag.TextWordWrap.value
    lines = memo.fontMetrics().boundingRect(room, flags, hint)
    last = lines.bottom() - memo.fontMetrics().descent() - 2
    row = memo.viewport().grab().toImage()
    dark = [x for x in range(row.width()) if row.pixelColor(x, last).lightness() < 200]
    assert dark, "the last line of the hint is not there"
    high = memo.height()
    qtbot.keyClicks(memo, "x")
    assert memo.height() == high
