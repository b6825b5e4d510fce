"""What the right pane shows: what was chosen last, and the fields of codes, sources, project."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from makna.domain.palette import COLORS
from makna.services import cases, codebook, coding, facts, importing, sources
from makna.ui.desk.inspector import Inspector, Scope
from makna.ui.desk.place import Place
from makna.ui.session import Session

LEFT = Qt.MouseButton.LeftButton


def shown(qtbot: QtBot, session: Session, place: Place) -> Inspector:
    pane = Inspector(session, place)
    qtbot.addWidget(pane)
    pane.resize(300, 900)
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    session.changed.connect(pane.catch_up)
    place.changed.connect(pane.catch_up)
    return pane


@pytest.fixture
def pane(qtbot: QtBot, session: Session, place: Place, study: Any) -> Inspector:
    return shown(qtbot, session, place)


def retype(qtbot: QtBot, field: QLineEdit, words: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_what_was_chosen_last_is_shown(pane: Inspector, place: Place, study: Any) -> None:
    assert pane.scope is Scope.PROJECT
    place.change(source=study.interview)
    assert pane.scope is Scope.SOURCE
    place.change(code=study.quick)
    assert pane.scope is Scope.CODE
    place.change(passage=study.promise)
    assert pane.scope is Scope.PASSAGE
    place.change(passage=None)
    assert pane.scope is Scope.CODE


def test_the_buttons_look_at_something_else(
    qtbot: QtBot, pane: Inspector, place: Place, study: Any
) -> None:
    place.change(source=study.interview, passage=study.promise)
    assert not pane.scope_buttons[Scope.CODE].isEnabled()
    qtbot.mouseClick(pane.scope_buttons[Scope.SOURCE], LEFT)
    assert pane.source.isVisible()
    assert not pane.passage.isVisible()


def test_a_deleted_code_gives_way_to_the_source(pane: Inspector, place: Place, study: Any) -> None:
    place.change(source=study.interview)
    place.change(code=study.quick)
    project = study.session.project
    study.session.perform(lambda: codebook.delete_codes(project, [study.quick]))
    assert pane.scope is Scope.SOURCE


def test_a_code_is_renamed_in_place(
    qtbot: QtBot, pane: Inspector, place: Place, study: Any
) -> None:
    place.change(code=study.quick)
    retype(qtbot, pane.code.name.edit, "Jawaban cepat")
    assert study.session.project.codes.get(study.quick).name == "Jawaban cepat"
    study.session.undo()
    assert pane.code.name.edit.text() == "Respons cepat"


def test_a_name_that_is_taken_is_refused_beside_the_field(
    qtbot: QtBot, pane: Inspector, place: Place, study: Any
) -> None:
    project = study.session.project
    twin = codebook.add_code(project, "Share").value
    place.change(code=twin)
    failures: list[object] = []
    study.session.failed.connect(failures.append)
    retype(qtbot, pane.code.name.edit, "manage")
    assert pane.code.name.problem().startswith("There is a code “manage” here already.")
    assert failures == []
    qtbot.keyClick(pane.code.name.edit, Qt.Key.Key_Escape)
    assert (pane.code.name.edit.text(), pane.code.name.problem()) == ("Share", "")


def test_a_definition_is_one_step_however_long_it_was_typed(
    qtbot: QtBot, pane: Inspector, place: Place, study: Any
) -> None:
    place.change(code=study.quick)
    before, field = study.steps(), pane.code.fields["description"]
    for words in ("Janji ", "waktu"):
        qtbot.keyClicks(field, words)
        field.flush()
    assert study.session.project.codes.get(study.quick).description == "Janji waktu"
    assert study.steps() == before + 1


def test_a_colour_of_the_palette_is_one_click(pane: Inspector, place: Place, study: Any) -> None:
    place.change(code=study.quick)
    menu = pane.code.color_menu()
    marked = [action.text() for action in menu.actions() if action.isChecked()]
    assert marked == ["Teal"]
    menu.actions()[2].trigger()
    assert study.session.project.codes.get(study.quick).color == COLORS[2]


def test_origin_and_category_are_kept(
    qtbot: QtBot, pane: Inspector, place: Place, study: Any
) -> None:
    place.change(code=study.theme)
    pane.code.origin.setFocus()
    qtbot.keyClick(pane.code.origin, Qt.Key.Key_Down)
    assert study.session.project.codes.get(study.theme).origin == "deductive"
    pane.code.category.setFocus()
    qtbot.keyClick(pane.code.category, Qt.Key.Key_Space)
    assert not study.session.project.codes.get(study.theme).codable


def test_a_citation_keeps_the_status_that_the_frame_gave_it(
    pane: Inspector, place: Place, study: Any
) -> None:
    place.change(code=study.theme)
    project = study.session.project
    cited = "Luttrell (2018) (unverified: check before citing)"
    study.session.perform(lambda: codebook.describe_code(project, study.theme, citation=cited))
    assert pane.code.fields["citation"].text() == cited


def test_a_code_counts_what_the_tree_counts_where_that_is_more(
    pane: Inspector, place: Place, study: Any
) -> None:
    place.change(code=study.quick)
    assert "codings" not in pane.code.counts.text()
    place.change(code=study.theme)
    said = pane.code.counts.text()
    assert said.startswith("Not given to any passage yet · 2 coding")
    assert said.endswith("with the codes below it")


def test_the_passages_of_a_code_are_counted_and_wanted(
    qtbot: QtBot, pane: Inspector, place: Place, study: Any
) -> None:
    place.change(code=study.quick)
    assert pane.code.counts.text().startswith("2 passage")
    with qtbot.waitSignal(pane.passages_wanted) as said:
        qtbot.mouseClick(pane.code.show_button, LEFT)
    assert said.args == [study.quick]


def test_a_date_that_is_none_is_refused_and_stays_to_be_mended(
    qtbot: QtBot, pane: Inspector, place: Place, study: Any
) -> None:
    place.change(source=study.interview)
    line = pane.source.form.lines["date"]
    retype(qtbot, line.edit, "3 Maret")
    assert line.problem().startswith("“3 Maret” is not a date")
    assert line.edit.text() == "3 Maret"
    retype(qtbot, line.edit, "2025-03")
    assert line.problem() == ""
    assert study.session.project.sources.get(study.interview).date == "2025-03"


@pytest.mark.parametrize("typed", ["3 Maret 2026", "03/03/2026", "2026-03-03"])
def test_a_date_is_typed_as_people_write_it_and_shown_in_words(
    qtbot: QtBot, pane: Inspector, place: Place, study: Any, typed: str
) -> None:
    place.change(source=study.interview)
    line = pane.source.form.lines["date"]
    for again in (typed, f" {typed}"):
        retype(qtbot, line.edit, again)
        assert line.edit.text() == "3 March 2026"
    assert study.session.project.sources.get(study.interview).date == "2026-03-03"
    assert line.problem() == ""


def test_a_field_is_kept_before_something_else_is_done(
    qtbot: QtBot, pane: Inspector, place: Place, study: Any
) -> None:
    place.change(source=study.interview)
    line, project = pane.source.form.lines["place"], study.session.project
    line.edit.setFocus()
    qtbot.keyClicks(line.edit, "Kantor")
    study.session.perform(lambda: cases.add_case(project, "Admin"))
    assert project.sources.get(study.interview).place == "Kantor"


def test_a_line_left_for_another_source_is_not_carried_there(
    qtbot: QtBot, pane: Inspector, place: Place, study: Any
) -> None:
    place.change(source=study.interview)
    line, project = pane.source.form.lines["place"], study.session.project
    line.edit.setFocus()
    qtbot.keyClicks(line.edit, "Kantor")
    place.change(source=study.other)
    assert project.sources.get(study.interview).place == "Kantor"
    assert (project.sources.get(study.other).place, line.edit.text()) == ("", "")


def test_the_interviewer_is_ticked_and_a_speaker_linked(
    qtbot: QtBot, pane: Inspector, place: Place, study: Any
) -> None:
    place.change(source=study.interview)
    rows, project = pane.source.speakers, study.session.project
    answers = next(s for s in project.sources.speakers(study.interview) if s["name"] == "I1")["id"]
    rows.checks[answers].setFocus()
    qtbot.keyClick(rows.checks[answers], Qt.Key.Key_Space)
    menu = rows.case_menu(answers)
    next(action for action in menu.actions() if action.text() == "Kabid").trigger()
    row = next(s for s in project.sources.speakers(study.interview) if s["id"] == answers)
    assert (row["interviewer"], row["case_id"]) == (1, study.case)
    assert rows.buttons[answers].text() == "Kabid"


def test_a_source_is_linked_to_a_case_and_unlinked(
    qtbot: QtBot, pane: Inspector, place: Place, study: Any
) -> None:
    place.change(source=study.interview)
    pane.source.case_menu().actions()[0].trigger()
    chip = pane.source.cases.chips()[0]
    assert chip.value.text == "Kabid"
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert study.session.project.sources.get(study.interview).cases == ()


def test_scrolling_past_a_choice_does_not_change_it(
    qtbot: QtBot, pane: Inspector, place: Place, study: Any
) -> None:
    place.change(source=study.interview)
    before = pane.source.kind.chosen()
    event = _wheel()
    QApplication.sendEvent(pane.source.kind, event)
    assert pane.source.kind.chosen() == before


def test_the_project_shows_its_counts_as_they_grow(pane: Inspector, study: Any) -> None:
    assert pane.project.counts.text().replace("\xa0", " ").startswith("2 sources · 2 codes · 2 pas")
    project = study.session.project
    source, start, end = study.span("admin kami")
    study.session.perform(lambda: coding.apply_code(project, source, start, end, study.theme))
    assert pane.project.counts.text().replace("\xa0", " ").startswith("2 sources · 2 codes · 3 pas")


def test_research_questions_are_one_step(qtbot: QtBot, pane: Inspector, study: Any) -> None:
    field, before = pane.project.fields["research_questions"], study.steps()
    for words in ("Bagaimana ", "citra?"):
        qtbot.keyClicks(field, words)
        field.flush()
    info = study.session.project.overview.info()
    assert info.research_questions == "Bagaimana citra?"
    assert study.steps() == before + 1


def test_an_empty_project_teaches_the_next_step(
    qtbot: QtBot, session: Session, place: Place
) -> None:
    pane = shown(qtbot, session, place)
    with qtbot.waitSignal(pane.import_wanted):
        qtbot.mouseClick(pane.project.import_button, LEFT)
    session.perform(lambda: importing.import_text(session.project, "Catatan", "Satu."))
    assert not pane.project.import_button.isVisible()
    with qtbot.waitSignal(pane.frame_wanted):
        qtbot.mouseClick(pane.project.frame_button, LEFT)
    session.perform(lambda: codebook.add_code(session.project, "Share"))
    assert "Ctrl K" in pane.project.hint.text()


def test_a_removed_source_leaves_nothing_behind(pane: Inspector, place: Place, study: Any) -> None:
    place.change(source=study.interview, passage=study.promise)
    project = study.session.project
    study.session.perform(lambda: sources.remove_sources(project, [study.interview]))
    assert pane.scope is Scope.PROJECT
    pane.copy_quotation()
    assert pane.passage.chosen() is None


def test_the_memo_of_what_is_shown_gets_the_cursor(
    pane: Inspector, place: Place, study: Any
) -> None:
    place.change(source=study.interview)
    pane.write_memo()
    assert QApplication.focusWidget() is pane.source.memo
    place.change(code=study.quick)
    pane.write_memo()
    assert QApplication.focusWidget() is pane.code.fields["memo"]


def _wheel() -> QWheelEvent:
    return QWheelEvent(
        *(QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )


def test_the_speakers_speak_the_new_language(pane: Inspector, place: Place, study: Any) -> None:
    place.change(source=study.interview)
    before = {key: id(check) for key, check in pane.source.speakers.checks.items()}
    QApplication.sendEvent(pane.source.speakers, QEvent(QEvent.Type.LanguageChange))
    after = {key: id(check) for key, check in pane.source.speakers.checks.items()}
    assert before and before.keys() == after.keys()
    assert not set(before.values()) & set(after.values())


def test_a_name_stays_bold_when_the_colours_change(
    pane: Inspector, place: Place, study: Any
) -> None:
    place.change(source=study.interview)
    edit = pane.source.name.edit
    edit.setFont(QApplication.font())
    QApplication.sendEvent(edit, QEvent(QEvent.Type.StyleChange))
    assert edit.font().bold() or edit.font().weight() >= 600


def test_speakers_and_facts_are_seen_at_once(
    session: Session, place: Place, pane: Inspector, study: Any
) -> None:
    """Not in the next turn of the event loop: until then the pane would look empty."""
    place.change(source=study.interview)
    pane.look_at(Scope.SOURCE)
    pairs = (("Jabatan", "Kabid"), ("Lokasi", "Diskominfo"))
    for some in (pairs[:1], pairs):
        session.perform(partial(facts.set_facts, session.project, study.interview, some))
    QApplication.sendEvent(pane.source.speakers, QEvent(QEvent.Type.LanguageChange))
    names = list(pane.source.speakers.names.values())
    assert [name.isVisible() for name in names] == [True, True]
    rows = pane.source.facts.fields
    assert [field.isVisible() for row in rows for field in row] == [True] * 4


def test_a_fact_typed_last_is_kept_with_its_own_source(
    session: Session, place: Place, pane: Inspector, study: Any
) -> None:
    """Also where the keys lead on to the next source, and the focus never left the field."""
    pairs = (("Jabatan", "Ketua"), ("Lokasi", "RW 4"))
    session.perform(lambda: facts.set_facts(session.project, study.other, pairs))
    one = (("Jabatan", "Kabid"),)
    session.perform(lambda: facts.set_facts(session.project, study.interview, one))
    place.change(source=study.interview)
    pane.look_at(Scope.SOURCE)
    pane.source.facts.fields[0][1].edit.setText("Sekretaris")
    place.change(source=study.other)
    stored = sources.get_source
    assert stored(session.project, study.interview).facts == (("Jabatan", "Sekretaris"),)
    assert stored(session.project, study.other).facts == pairs


def test_the_counts_of_a_project_end_no_line_with_a_dot(pane: Inspector) -> None:
    pane.look_at(Scope.PROJECT)
    lines = pane.project.counts.text().split("\n")
    assert len(lines) == 3
    assert not any(line.endswith("·") for line in lines)


def test_a_name_that_is_cut_is_told_whole_in_its_hint(
    qtbot: QtBot, session: Session, place: Place, pane: Inspector, study: Any
) -> None:
    name = "Wawancara mendalam dengan Kepala Bidang Pengelolaan Informasi"
    session.perform(partial(sources.rename_source, session.project, study.interview, name))
    place.change(source=study.interview)
    pane.look_at(Scope.SOURCE)
    edit = pane.source.name.edit
    qtbot.waitUntil(lambda: edit.toolTip() == name)
    pane.resize(900, 900)
    qtbot.waitUntil(lambda: edit.toolTip() == "")


def test_a_category_says_only_what_lies_below_it(
    session: Session, place: Place, pane: Inspector, study: Any
) -> None:
    theme = session.perform(
        partial(codebook.add_code, session.project, "Tema", codable=False, parent=None)
    )
    assert theme is not None
    place.change(code=theme)
    assert pane.code.counts.text() == ""
    session.perform(partial(codebook.move_code, session.project, study.quick, theme))
    pane.look_at(Scope.CODE)
    said = pane.code.counts.text()
    assert said.startswith("2 coding")
    assert " · " not in said
