"""The page of names and what stands for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from makna.domain.pseudonyms import PseudonymKind, Replacement
from makna.services import importing, pseudonyms
from makna.ui.desk.pseudonyms_model import KIND, SUBSTITUTE
from makna.ui.desk.pseudonyms_page import PseudonymsPage
from makna.ui.language import set_language
from makna.ui.session import Session

TALK = (
    "Peneliti: Siapa?\nRina: Saya Rina, dari Sagara.\nPeneliti: Sagara?\nRina: Ya, RINA di Sagara."
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> Iterator[PseudonymsPage]:
    session.perform(lambda: importing.import_text(session.project, "I1", TALK))
    made = PseudonymsPage(session, choose=lambda *_: Path("?"))
    qtbot.addWidget(made)
    for model in (made.model, made.candidate_model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(900, 600)
    made.show()
    qtbot.waitUntil(lambda: made.candidate_model.rowCount() > 0)
    yield made
    set_language("en")


def cells(page: PseudonymsPage, row: int) -> list[str]:
    return [str(page.model.index(row, column).data()) for column in range(4)]


def test_an_empty_list_says_how_to_begin_and_proposes_names(page: PseudonymsPage) -> None:
    assert not page.table.isVisible()
    names = [page.candidate_model.index(row).data() for row in range(2)]
    assert names == ["Rina", "Sagara"]


def test_verbs_for_chosen_names_wait_for_a_choice(page: PseudonymsPage, session: Session) -> None:
    assert not page.take_button.isEnabled()
    page.candidates.setCurrentIndex(page.candidate_model.index(0))
    assert page.take_button.isEnabled()
    page.take_candidates()
    assert not page.remove_button.isEnabled()
    page.table.selectRow(0)
    assert page.remove_button.isEnabled()
    page.remove()
    assert not page.remove_button.isEnabled()


def test_what_is_typed_comes_into_the_list_and_is_counted(
    qtbot: QtBot, page: PseudonymsPage, session: Session
) -> None:
    qtbot.keyClicks(page.name, "Rina")
    qtbot.keyClicks(page.substitute, "Informan 1")
    qtbot.keyClick(page.substitute, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cells(page, 0)[3] == "4")
    assert cells(page, 0)[:2] == ["Rina", "Informan 1"]
    assert page.table.isVisible()
    qtbot.waitUntil(lambda: "Informan 1" in page.sample.words())
    session.undo()
    assert page.model.rowCount() == 0


def test_a_name_without_substitute_gets_the_next_free_one(
    qtbot: QtBot, page: PseudonymsPage
) -> None:
    qtbot.keyClicks(page.name, "Sagara")
    page.kind.setCurrentIndex(page.kind.findData("place"))
    qtbot.mouseClick(page.add_button, LEFT)
    assert cells(page, 0)[1] == "[Town A]"


def test_what_cannot_be_is_said_beside_the_fields(qtbot: QtBot, page: PseudonymsPage) -> None:
    page.name.setText("…")
    qtbot.mouseClick(page.add_button, LEFT)
    assert "letter" in page.problem()
    assert page.model.rowCount() == 0


def test_chosen_candidates_are_taken_as_one_step(
    qtbot: QtBot, page: PseudonymsPage, session: Session
) -> None:
    page.candidates.selectAll()
    qtbot.keyClick(page.candidates, Qt.Key.Key_Return)
    assert page.model.rowCount() == 2
    session.undo()
    assert page.model.rowCount() == 0


def test_a_cell_is_changed_in_place_and_a_row_removed(
    qtbot: QtBot, page: PseudonymsPage, session: Session
) -> None:
    project = session.project
    session.perform(lambda: pseudonyms.add_pseudonym(project, "Rina", "Informan 1"))
    page.model.setData(page.model.index(0, SUBSTITUTE), "Sari")
    assert cells(page, 0)[1] == "Sari"
    page.model.setData(page.model.index(0, KIND), "other")
    assert page.model.rows()[0].kind is PseudonymKind.OTHER
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert page.model.rowCount(QModelIndex()) == 0


def test_the_kind_is_chosen_from_a_box(page: PseudonymsPage, session: Session) -> None:
    project = session.project
    session.perform(lambda: pseudonyms.add_pseudonym(project, "Rina", "Informan 1"))
    index = page.model.index(0, KIND)
    page.table.edit(index)
    box = page.table.findChild(QComboBox)
    assert box is not None
    box.setCurrentIndex(box.findData("place"))
    box.activated.emit(box.currentIndex())
    assert page.model.rows()[0].kind is PseudonymKind.PLACE


def test_a_written_file_is_searched_for_names(
    qtbot: QtBot, page: PseudonymsPage, session: Session, tmp_path: Path
) -> None:
    project = session.project
    session.perform(lambda: pseudonyms.add_pseudonym(project, "Rina", "Informan 1"))
    path = tmp_path / "bab.md"
    path.write_text("Menurut **Ri**na begitu.", encoding="utf-8")
    page._choose = lambda *_: path
    qtbot.mouseClick(page.check_button, LEFT)
    assert "Rina" in page.report()
    path.write_text("Menurut Informan 1 begitu.", encoding="utf-8")
    qtbot.mouseClick(page.check_button, LEFT)
    assert page.report() == "None of the listed names was found in “bab.md”."


def test_what_an_export_replaced_is_shown_in_the_language_of_now(
    qtbot: QtBot, page: PseudonymsPage
) -> None:
    row = Replacement("Rina", "RINA", "INFORMAN 1", 2, (("quotation", 2),))
    page.show_replacements("bab.docx", (row,))
    assert "Replaced “RINA” by “INFORMAN 1”: 2 times (quotations 2)" in page.report()
    set_language("id")
    said = "“RINA” diganti “INFORMAN 1”: 2 kali (kutipan 2)"
    qtbot.waitUntil(lambda: said in page.report())
