"""A quotation in another language, written where the passage is shown."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from makna.domain.model import Passage
from makna.services import coding
from makna.services.translating import translate_passage
from makna.ui.desk.inspector import Inspector
from makna.ui.desk.inspector.translation_field import TranslationField
from makna.ui.desk.place import Place
from makna.ui.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def field(qtbot: QtBot, session: Session, place: Place, study: Any) -> TranslationField:
    shown = Inspector(session, place)
    qtbot.addWidget(shown)
    shown.resize(300, 900)
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    session.changed.connect(shown.catch_up)
    place.changed.connect(shown.catch_up)
    place.change(source=study.interview, passage=study.promise)
    return shown.passage.translation


def promise(study: Any) -> Passage:
    found = study.session.project.passages.get(study.promise)
    assert found is not None
    return found


def type_in(qtbot: QtBot, field: TranslationField, words: str) -> None:
    qtbot.mouseClick(field.begin, LEFT)
    qtbot.keyClicks(field.text, words)
    field.text.flush()


def test_a_translation_begins_with_a_click_and_is_one_step(
    qtbot: QtBot, field: TranslationField, study: Any
) -> None:
    assert field.begin.isVisible() and not field.text.isVisible()
    steps = study.steps()
    type_in(qtbot, field, "The admin must ")
    qtbot.keyClicks(field.text, "answer.")
    field.text.flush()
    assert promise(study).translation == "The admin must answer."
    assert study.steps() == steps + 1
    study.session.undo()
    assert promise(study).translation == ""
    assert field.begin.isVisible()


def test_language_and_translator_belong_to_it(
    qtbot: QtBot, field: TranslationField, study: Any
) -> None:
    type_in(qtbot, field, "Answer.")
    field.language.setFocus()
    qtbot.keyClick(field.language, Qt.Key.Key_Down)
    field.language.activated.emit(field.language.currentIndex())
    qtbot.keyClicks(field.translator.edit, "Sari")
    qtbot.keyClick(field.translator.edit, Qt.Key.Key_Return)
    found = promise(study)
    assert (found.translation_language, found.translator) == ("en", "Sari")


def test_an_emptied_translation_leaves_no_language_behind(
    qtbot: QtBot, field: TranslationField, study: Any
) -> None:
    type_in(qtbot, field, "Answer.")
    field.language.picked.emit("en")
    qtbot.keyClick(field.text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field.text, Qt.Key.Key_Delete)
    field.text.flush()
    assert (promise(study).translation, promise(study).translation_language) == ("", "")


def test_a_language_of_another_program_is_offered_as_it_is(
    field: TranslationField, study: Any, place: Place
) -> None:
    found = promise(study)
    where = (found.source, found.start, found.end)
    study.session.perform(
        lambda: translate_passage(study.session.project, *where, text="…", language="tet")
    )
    assert field.language.chosen() == "tet"


def test_words_that_are_only_selected_have_none(
    field: TranslationField, study: Any, place: Place
) -> None:
    source, start, end = study.span("cuma dua orang")
    place.change(source=source, start=start, end=end, passage=None)
    assert field.isHidden()


def test_what_was_typed_last_is_kept_at_its_own_passage(
    qtbot: QtBot, field: TranslationField, study: Any, place: Place
) -> None:
    """Also where the keys lead on to the next passage, and the focus never left the field."""
    other = coding.apply_code(study.session.project, *study.span("Bagaimana tim"), study.quick)
    qtbot.mouseClick(field.begin, LEFT)
    qtbot.keyClicks(field.text, "The admin must answer.")
    place.change(source=study.interview, passage=other.value.passage)
    assert promise(study).translation == "The admin must answer."
    found = study.session.project.passages.get(other.value.passage)
    assert found is not None
    assert found.translation == ""
