"""Turns and letters of a source that is in already; who speaks and what is known in the panel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from makna.domain.model import SourceId
from makna.services import sources
from makna.services.facts import set_facts
from makna.services.importing import ImportOptions, import_files
from makna.ui.desk.import_report import ImportReportPage
from makna.ui.desk.inspector import Inspector
from makna.ui.desk.place import Place
from makna.ui.desk.turns_page import TurnsPage
from makna.ui.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pane(qtbot: QtBot, session: Session, place: Place, study: Any) -> Iterator[Inspector]:
    made = Inspector(session, place)
    qtbot.addWidget(made)
    made.resize(320, 1200)
    made.show()
    qtbot.waitExposed(made)
    session.changed.connect(made.catch_up)
    place.changed.connect(made.catch_up)
    place.change(source=study.interview)
    yield made


def speakers(session: Session, source: SourceId) -> dict[str, tuple[int, int | None]]:
    rows = session.project.sources.speakers(source)
    return {row["name"]: (row["interviewer"], row["case_id"]) for row in rows}


def retype(qtbot: QtBot, field: Any, words: str) -> None:
    field.edit.setFocus()
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, words)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)


def test_other_turns_are_looked_at_first_and_are_one_step(
    qtbot: QtBot, session: Session, study: Any
) -> None:
    page = TurnsPage(session, study.interview)
    qtbot.addWidget(page)
    before = study.steps()
    page.turns.form.choose("none")
    page.turns.form.picked.emit("none")
    assert "0 " in page.turns.findChildren(type(page._lead))[0].text()
    assert study.steps() == before
    with qtbot.waitSignals([page.used, page.closed]):
        qtbot.mouseClick(page.use_button, LEFT)
    assert speakers(session, study.interview) == {}
    assert study.steps() == before + 1
    assert len(session.project.passages.of_source(study.interview)) == 1
    session.undo()
    assert set(speakers(session, study.interview)) == {"Peneliti", "I1"}


def test_who_asks_is_ticked_on_the_page(qtbot: QtBot, session: Session, study: Any) -> None:
    page = TurnsPage(session, study.interview)
    qtbot.addWidget(page)
    page.show()
    qtbot.mouseClick(page.turns.boxes["I1"], LEFT, pos=QPoint(8, 8))
    qtbot.mouseClick(page.turns.boxes["Peneliti"], LEFT, pos=QPoint(8, 8))
    qtbot.mouseClick(page.use_button, LEFT)
    assert speakers(session, study.interview) == {"Peneliti": (0, None), "I1": (1, None)}


def test_letters_are_read_again_and_a_refusal_is_said_there(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "w.txt").write_bytes("Dvořák di Café".encode("cp1250"))
    options = ImportOptions(encoding="cp1252")
    done = import_files(session.project, [tmp_path / "w.txt"], options=options).value.imported[0]
    page = TurnsPage(session, done.id)
    qtbot.addWidget(page)
    page.encoding.picked.emit("cp1252")
    assert "did not change" in page.problem()
    page.encoding.picked.emit("cp1250")
    assert page.problem() == ""
    assert page.preview.toPlainText() == "Dvořák di Café"
    assert session.project.texts.text(done.id) == "Dvořák di Café"


def test_a_typed_source_has_no_letters_to_read_again(
    qtbot: QtBot, session: Session, study: Any
) -> None:
    page = TurnsPage(session, study.interview)
    qtbot.addWidget(page)
    assert not page._letters.isHidden()
    with qtbot.waitSignal(page.closed):
        session.perform(lambda: sources.remove_sources(session.project, [study.interview]))


def test_the_report_and_the_panel_lead_to_the_turns(
    qtbot: QtBot, session: Session, pane: Inspector, study: Any, tmp_path: Path
) -> None:
    with qtbot.waitSignal(pane.source.turns_wanted) as told:
        qtbot.mouseClick(pane.source.turns, LEFT)
    assert told.args == [study.interview]
    (tmp_path / "a.txt").write_text("A: x?\nB: y.\nA: z.", "utf-8")
    report = import_files(session.project, [tmp_path / "a.txt"]).value
    page = ImportReportPage(report)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.turns_wanted) as told:
        qtbot.mouseClick(page.turns_button, LEFT)
    assert told.args == [report.imported[0].id]


def test_a_speaker_is_renamed_in_place_and_the_name_of_another_merges(
    qtbot: QtBot, session: Session, pane: Inspector, study: Any
) -> None:
    rows = pane.source.speakers
    answers = next(key for key, f in rows.names.items() if f.edit.text() == "I1")
    retype(qtbot, rows.names[answers], "Ibu Rina")
    assert set(speakers(session, study.interview)) == {"Peneliti", "Ibu Rina"}
    menu = rows.case_menu(answers)
    same = menu.actions()[-1].menu()
    assert isinstance(same, QMenu)
    same.actions()[0].trigger()
    assert set(speakers(session, study.interview)) == {"Peneliti"}
    session.undo()
    assert set(speakers(session, study.interview)) == {"Peneliti", "Ibu Rina"}


def test_a_speaker_becomes_a_case_of_its_own(session: Session, pane: Inspector, study: Any) -> None:
    rows = pane.source.speakers
    answers = next(key for key, f in rows.names.items() if f.edit.text() == "I1")
    menu = rows.case_menu(answers)
    new = next(action for action in menu.actions() if "New case" in action.text())
    new.trigger()
    made = next(case for case in session.project.cases.all() if case.name == "I1")
    assert speakers(session, study.interview)["I1"] == (0, made.id)
    session.undo()
    assert [case.name for case in session.project.cases.all()] == ["Kabid"]


def test_facts_are_typed_over_added_and_taken_away(
    qtbot: QtBot, session: Session, pane: Inspector, study: Any
) -> None:
    session.perform(lambda: set_facts(session.project, study.interview, [("Usia", "41")]))
    facts = pane.source.facts
    retype(qtbot, facts.fields[0][1], "42")
    assert sources.get_source(session.project, study.interview).facts == (("Usia", "42"),)
    qtbot.mouseClick(facts.add_button, LEFT)
    qtbot.keyClicks(facts.prompt.field, "Masa kerja: 5 tahun")
    qtbot.keyClick(facts.prompt.field, Qt.Key.Key_Return)
    assert sources.get_source(session.project, study.interview).facts[1] == (
        *("Masa kerja", "5 tahun"),
    )
    retype(qtbot, facts.fields[0][0], " ")
    assert [name.edit.text() for name, _ in facts.fields] == ["Masa kerja"]
    session.undo()
    assert [name.edit.text() for name, _ in facts.fields] == ["Usia", "Masa kerja"]
