"""Empty views, inline questions and the status line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from makna.ui.widgets.empty_state import EmptyChoice, EmptyState
from makna.ui.widgets.inline_prompt import InlinePrompt
from makna.ui.widgets.status_line import StatusLine

Show = Callable[[QWidget], None]


def test_an_empty_view_says_how_to_begin(qtbot: QtBot, show: Show) -> None:
    view = EmptyState()
    choices = [EmptyChoice("import", "Import…"), EmptyChoice("new", "New source")]
    view.set_content("No sources yet", "Import transcripts.", choices)
    show(view)
    assert view.accessibleName() == "No sources yet"
    assert [button.text() for button in view.buttons()] == ["Import…", "New source"]
    with qtbot.waitSignal(view.chosen, check_params_cb=lambda key: key == "new", timeout=100):
        qtbot.mouseClick(view.buttons()[1], Qt.MouseButton.LeftButton)


def test_new_content_replaces_the_buttons(show: Show) -> None:
    view = EmptyState()
    view.set_content("a", "b", [EmptyChoice("x", "X")])
    view.set_content("Nothing found", "Try fewer words.")
    show(view)
    assert view.buttons() == []


def test_a_question_takes_the_focus_and_answers_with_enter(qtbot: QtBot, show: Show) -> None:
    prompt = InlinePrompt()
    show(prompt)
    prompt.ask(lambda: "Name of the code", "Respons")
    assert prompt.field.selectedText() == "Respons"
    qtbot.keyClicks(prompt.field, "  Cepat tanggap ")
    with qtbot.waitSignal(prompt.accepted, timeout=100) as said:
        qtbot.keyClick(prompt.field, Qt.Key.Key_Return)
    assert said.args == ["Cepat tanggap"]
    assert prompt.isVisible()


def test_nothing_is_no_answer(qtbot: QtBot, show: Show) -> None:
    prompt = InlinePrompt()
    show(prompt)
    prompt.ask(lambda: "Name")
    with qtbot.assertNotEmitted(prompt.accepted):
        qtbot.keyClicks(prompt.field, "   ")
        qtbot.keyClick(prompt.field, Qt.Key.Key_Return)


def test_a_problem_is_said_until_the_answer_changes(qtbot: QtBot, show: Show) -> None:
    prompt = InlinePrompt()
    show(prompt)
    prompt.ask(lambda: "Name", "Manage")
    prompt.show_problem("There is a code of this name.")
    assert prompt.problem() == "There is a code of this name."
    qtbot.keyClicks(prompt.field, "r")
    assert prompt.problem() == ""


def test_escape_gives_up(qtbot: QtBot, show: Show) -> None:
    prompt = InlinePrompt()
    show(prompt)
    prompt.ask(lambda: "Name", "x")
    with qtbot.waitSignal(prompt.cancelled, timeout=100):
        qtbot.keyClick(prompt.field, Qt.Key.Key_Escape)
    assert not prompt.isVisible()


def test_the_status_line_shows_only_what_is_said(show: Show) -> None:
    line = StatusLine()
    line.add_left("saved")
    line.add_left("place")
    line.add_right("language", can_press=True)
    line.set_piece("saved", "✓ Saved")
    line.set_piece("language", "Indonesia")
    line.resize(600, 26)
    show(line)
    QApplication.processEvents()
    assert not line.piece("place").isVisible()
    assert line.piece("saved").x() < 100
    assert line.piece("language").x() > 400


def test_a_piece_that_can_be_pressed_says_so(qtbot: QtBot, show: Show) -> None:
    line = StatusLine()
    line.add_left("saved")
    line.add_right("language", can_press=True)
    line.set_piece("saved", "✓ Saved")
    line.set_piece("language", "Indonesia", "Change the language")
    show(line)
    pressed: list[str] = []
    line.clicked.connect(pressed.append)
    qtbot.mouseClick(line.piece("saved"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(line.piece("language"), Qt.MouseButton.LeftButton)
    assert pressed == ["language"]
    assert line.piece("language").accessibleName() == "Indonesia. Change the language"


def test_an_unknown_piece_is_a_mistake(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    with pytest.raises(KeyError):
        line.set_piece("nothing", "x")
