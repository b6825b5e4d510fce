"""What a code that is applied from the keyboard goes to."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from makna.ui.desk.coding_actions import CodingActions
from makna.ui.desk.place import Place

from .conftest import Study


def test_a_passage_chosen_after_words_were_selected_is_what_is_coded(
    study: Study, qtbot: QtBot
) -> None:
    window, place = QWidget(), Place()
    qtbot.addWidget(window)
    actions = CodingActions(study.session, place, window)
    source, start, end = study.span("cuma dua orang")
    place.change(source=source, start=start, end=end)
    assert actions.target() == (source, start, end, None)

    place.change(passage=study.promise)
    passage = study.session.project.passages.get(study.promise)

    assert passage is not None
    assert actions.target() == (passage.source, passage.start, passage.end, None)


def test_a_number_key_without_a_code_says_how_to_give_it_one(study: Study, qtbot: QtBot) -> None:
    window, place = QWidget(), Place()
    qtbot.addWidget(window)
    actions = CodingActions(study.session, place, window)
    source, start, end = study.span("cuma dua orang")
    place.change(source=source, start=start, end=end)
    with qtbot.waitSignal(actions.told) as heard:
        actions.by_number(9)
    assert "9" in heard.args[0] and "Number key" in heard.args[0]
