"""The passage: quotation and reference as Word prints them, codes, memos, where else."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makna.services import coding, correcting, memos
from makna.services.reports.parts import reference
from makna.services.retrieval import read_excerpts
from makna.ui.desk.inspector import Inspector, Scope
from makna.ui.desk.inspector.quotation import shortened
from makna.ui.desk.place import Place
from makna.ui.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pane(qtbot: QtBot, session: Session, place: Place, study: Any) -> Inspector:
    shown = Inspector(session, place)
    qtbot.addWidget(shown)
    shown.resize(300, 700)
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    session.changed.connect(shown.catch_up)
    place.changed.connect(shown.catch_up)
    place.change(source=study.interview, passage=study.promise)
    return shown


def chips(pane: Inspector) -> list[str]:
    return [chip.value.text for chip in pane.passage.chips.chips()[:-1]]


def test_a_passage_is_shown_with_the_reference_that_word_prints(
    pane: Inspector, study: Any
) -> None:
    (excerpt,) = read_excerpts(study.session.project, [study.promise])
    assert pane.scope is Scope.PASSAGE
    assert pane.passage.quotation.shown() == f"“{excerpt.text}”"
    assert pane.passage.reference.text() == reference(excerpt, "en")
    assert "3 March 2025" in pane.passage.reference.text()
    assert chips(pane) == ["Respons cepat"]


def test_the_copied_quotation_carries_its_reference(qtbot: QtBot, pane: Inspector) -> None:
    with qtbot.waitSignal(pane.copied):
        qtbot.mouseClick(pane.passage.copy_button, LEFT)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“Kalau ada keluhan")
    assert copied.endswith(pane.passage.reference.text())


def test_the_quotation_can_be_copied_while_its_code_is_shown(
    pane: Inspector, place: Place, study: Any
) -> None:
    place.change(code=study.quick)
    assert pane.scope is Scope.CODE
    pane.copy_quotation()
    assert QGuiApplication.clipboard().text().startswith("“Kalau ada keluhan")


def test_the_copy_has_no_star(pane: Inspector, study: Any) -> None:
    project = study.session.project
    study.session.perform(lambda: coding.star_passages(project, [study.promise], True))
    pane.copy_quotation()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“Kalau ada keluhan")
    assert "★" not in copied


def test_the_star_button_marks_and_unmarks(qtbot: QtBot, pane: Inspector, study: Any) -> None:
    passages = study.session.project.passages
    qtbot.mouseClick(pane.passage.star_button, LEFT)
    assert passages.get(study.promise).star
    study.session.undo()
    assert not pane.passage.star_button.isChecked()


def test_a_chips_cross_takes_the_code_off(qtbot: QtBot, pane: Inspector, study: Any) -> None:
    project = study.session.project
    source, start, end = study.span(
        "Kalau ada keluhan, admin wajib menjawab dalam dua puluh empat jam"
    )
    study.session.perform(lambda: coding.apply_code(project, source, start, end, study.theme))
    assert chips(pane) == ["Respons cepat", "Manage"]
    chip = pane.passage.chips.chips()[0]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert chips(pane) == ["Manage"]
    study.session.undo()
    assert chips(pane) == ["Respons cepat", "Manage"]


def test_the_last_chip_asks_for_the_code_picker_below_itself(qtbot: QtBot, pane: Inspector) -> None:
    add = pane.passage.chips.chips()[-1]
    with qtbot.waitSignal(pane.code_picker_wanted) as said:
        qtbot.mouseClick(add, LEFT)
    assert said.args[0].topLeft() == add.mapToGlobal(add.rect().topLeft())


def test_a_memo_is_kept_while_typing_as_one_step(qtbot: QtBot, pane: Inspector, study: Any) -> None:
    memo, before = pane.passage.memo, study.steps()
    memo.setFocus()
    for words in ("Janji ", "24 ", "jam."):
        qtbot.keyClicks(memo, words)
        memo.flush()
    assert study.session.project.passages.get(study.promise).memo == "Janji 24 jam."
    assert study.steps() == before + 1
    study.session.undo()
    assert memo.text() == ""


def test_typing_survives_a_change_elsewhere(qtbot: QtBot, pane: Inspector, study: Any) -> None:
    memo, project = pane.passage.memo, study.session.project
    memo.setFocus()
    qtbot.keyClicks(memo, "Janji")
    source, start, end = study.span("admin kami cuma dua orang")
    coding.apply_code(project, source, start, end, study.theme)
    pane.passage.read()
    assert memo.text() == "Janji"
    memo.flush()
    assert project.passages.get(study.promise).memo == "Janji"


def test_what_was_typed_goes_to_the_passage_it_was_typed_on(
    qtbot: QtBot, pane: Inspector, place: Place, study: Any
) -> None:
    memo, project = pane.passage.memo, study.session.project
    qtbot.keyClicks(memo, "Janji")
    source, start, end = study.span("admin kami cuma dua orang")
    other = coding.apply_code(project, source, start, end, study.theme).value.passage
    place.change(passage=other)
    assert project.passages.get(study.promise).memo == "Janji"
    assert project.passages.get(other).memo == ""
    assert memo.text() == ""


def test_a_chosen_chip_asks_why_the_code_is_here(qtbot: QtBot, pane: Inspector, study: Any) -> None:
    assert pane.passage.coding_memos.boxes() == {}
    qtbot.mouseClick(pane.passage.chips.chips()[0], LEFT)
    box = pane.passage.coding_memos.boxes()[study.promise_coding]
    qtbot.keyClicks(box.memo, "jelas")
    qtbot.mouseClick(pane.passage.chips.chips()[0], LEFT)
    box.memo.flush()
    (written,) = study.session.project.passages.get(study.promise).codings
    assert written.memo == "jelas"
    assert list(pane.passage.coding_memos.boxes()) == [study.promise_coding]


def test_other_passages_of_the_code_are_one_click_away(
    qtbot: QtBot, pane: Inspector, place: Place, study: Any
) -> None:
    elsewhere = pane.passage.elsewhere
    (link,) = elsewhere.places
    assert link.accessibleName() == "I4 Ketua RW · “Saya tunggu sampai lima hari”"
    with qtbot.waitSignal(place.go_wanted) as gone:
        qtbot.mouseClick(link, LEFT)
    assert gone.args == [study.other, 0, 28]
    with qtbot.waitSignal(pane.passages_wanted) as wanted:
        qtbot.mouseClick(elsewhere.all_button, LEFT)
    assert wanted.args == [study.quick]


def test_selected_text_can_be_coded_in_vivo(
    qtbot: QtBot, pane: Inspector, place: Place, study: Any
) -> None:
    source, start, end = study.span("admin kami cuma dua orang")
    place.change(source=source, passage=None, start=start, end=end)
    assert pane.passage.shown_passage() is None
    assert pane.passage.reference.text().startswith("(I1 Kabid, ")
    assert not pane.passage.star_button.isVisible()
    qtbot.mouseClick(pane.passage.in_vivo_button, LEFT)
    assert chips(pane) == ["admin kami cuma dua orang"]
    assert place.now.passage == pane.passage.shown_passage()


def test_a_memo_on_selected_text_makes_its_passage_and_takes_it_away(
    qtbot: QtBot, pane: Inspector, place: Place, study: Any
) -> None:
    source, start, end = study.span("admin kami cuma dua orang")
    place.change(source=source, passage=None, start=start, end=end)
    qtbot.mouseClick(pane.passage.memo_button, LEFT)
    assert QApplication.focusWidget() is pane.passage.memo
    qtbot.keyClicks(pane.passage.memo, "hm")
    pane.passage.memo.flush()
    assert pane.passage.shown_passage() is not None
    qtbot.keyClick(pane.passage.memo, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(pane.passage.memo, Qt.Key.Key_Delete)
    pane.passage.memo.flush()
    assert study.session.project.passages.at(source, start, end) is None
    assert pane.passage.memo.isVisible()


def test_a_linked_memo_is_listed_and_opened(qtbot: QtBot, pane: Inspector, study: Any) -> None:
    linked = pane.passage.linked
    with qtbot.waitSignal(pane.memo_wanted) as said:
        qtbot.mouseClick(linked.add_button, LEFT)
    (row,) = linked.rows()
    with qtbot.waitSignal(pane.memo_wanted) as again:
        qtbot.mouseClick(row, LEFT)
    assert said.args == again.args
    study.session.perform(lambda: memos.delete_memo(study.session.project, said.args[0]))
    assert linked.rows() == []


def test_the_quotation_follows_a_correction(pane: Inspector, study: Any) -> None:
    project = study.session.project
    source, start, _ = study.span("wajib menjawab")
    study.session.perform(lambda: correcting.edit_text(project, source, start, start, "selalu "))
    assert "admin selalu wajib menjawab" in pane.passage.quotation.shown()


def test_a_passage_that_is_undone_gives_way_to_its_source(
    pane: Inspector, place: Place, study: Any
) -> None:
    project = study.session.project
    study.session.perform(lambda: coding.remove_codings(project, [study.promise_coding]))
    assert pane.scope is Scope.SOURCE
    study.session.undo()
    place.change(passage=None)
    place.change(passage=study.promise)
    assert pane.scope is Scope.PASSAGE


def test_another_language_is_spoken_at_once(pane: Inspector) -> None:
    pane.passage.star_button.setText("")
    QApplication.sendEvent(pane.passage, QEvent(QEvent.Type.LanguageChange))
    assert pane.passage.star_button.text() == "For the chapter"


def test_every_chip_has_room_where_a_longer_one_is_shortened(
    qtbot: QtBot, session: Session, pane: Inspector, study: Any
) -> None:
    where = study.span("Kalau ada keluhan, admin wajib menjawab dalam dua puluh empat jam")
    for name in ("Fasilitator komunikasi antara warga dan pemerintah", "jembatan, bukan corong"):
        session.perform(partial(coding.apply_new_code, session.project, *where, name))
    pane.catch_up()
    flow = pane.passage.chips
    last = flow.chips()[-1]
    qtbot.waitUntil(lambda: last.geometry().bottom() < flow.height() and last.y() > 0)


def test_a_long_quotation_is_cut_between_words() -> None:
    words = [f"pinjaman{number}" for number in range(120)]
    head, tail = shortened(" ".join(words)).split(" […] ")
    assert set(head.split()) | set(tail.split()) <= set(words)
    assert len(head) + len(tail) > 400
    assert shortened("x" * 1000).count("x") > 400, "one word without end is cut inside"
