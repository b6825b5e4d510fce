"""A Word template in the window: chosen, mapped, remembered, refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from makna.services.exporting import KINDS
from makna.ui.desk.export_form import ExportForm
from makna.ui.desk.export_page import ExportPage
from makna.ui.language import set_language
from makna.ui.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _nothing_remembered(makna_home: Path) -> None:
    """What one test chose for a template, another would find again."""


@pytest.fixture
def campus(tmp_path: Path) -> Path:
    document = docx.Document()
    for name in ("Kutipan Langsung", "Kutipan Lain"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    document.save(str(tmp_path / "kampus.docx"))
    return tmp_path / "kampus.docx"


@pytest.fixture
def form(qtbot: QtBot, campus: Path) -> ExportForm:
    made = ExportForm(choose=lambda *_: campus)
    qtbot.addWidget(made)
    made.show()
    return made


def pick(box: QComboBox, name: str) -> None:
    """Choose as a user does who types the name into the list."""
    box.setFocus()
    QTest.keyClicks(box, name)


def test_a_chosen_template_shows_its_name_and_can_be_taken_away(
    form: ExportForm, qtbot: QtBot, campus: Path
) -> None:
    box = form.template
    assert form.options().template is None and not box.remove_button.isVisible()
    with qtbot.waitSignal(form.changed):
        qtbot.mouseClick(box.choose_button, LEFT)
    assert (form.options().template, box.name.text()) == (campus, "kampus.docx")
    with qtbot.waitSignal(form.changed):
        qtbot.mouseClick(box.remove_button, LEFT)
    assert form.options().template is None and form.options().styles == ()
    assert not box.remove_button.isVisible() and not box.styles_button.isVisible()


def test_what_is_chosen_for_a_style_is_remembered_for_the_template(
    form: ExportForm, qtbot: QtBot, campus: Path
) -> None:
    form.take_template(campus)
    qtbot.mouseClick(form.template.styles_button, LEFT)
    quote = form.template.box("MaknaQuote")
    assert quote.isVisible() and quote.currentText() == "Kutipan Langsung"
    with qtbot.waitSignal(form.changed):
        pick(quote, "Kutipan Lain")
    assert form.options().styles == (("MaknaQuote", "KutipanLain"),)
    other = ExportForm()
    qtbot.addWidget(other)
    other.take_template(campus)
    assert other.template.box("MaknaQuote").currentText() == "Kutipan Lain"


def test_our_own_style_can_be_wanted_instead(form: ExportForm, qtbot: QtBot, campus: Path) -> None:
    form.take_template(campus)
    qtbot.mouseClick(form.template.styles_button, LEFT)
    pick(form.template.box("MaknaTable"), "Makna")
    assert form.options().styles == (("MaknaTable", ""),)


def test_a_file_that_is_no_template_is_refused_in_place(
    form: ExportForm, campus: Path, tmp_path: Path
) -> None:
    form.take_template(campus)
    other = tmp_path / "daftar.docx"
    other.write_bytes(b"%PDF")
    form.take_template(other)
    remark = form.template.remark
    assert form.options().template == campus
    assert "daftar.docx" in remark.text() and remark.isVisible()
    form.take_template(None)
    assert not remark.isVisible()


def test_the_box_speaks_the_new_language_at_once(
    form: ExportForm, qtbot: QtBot, campus: Path
) -> None:
    form.take_template(campus)
    box = form.template.box("MaknaQuote")
    assert (box.itemText(0), box.currentText()) == ("Makna's own", "Kutipan Langsung")
    set_language("id")
    try:
        qtbot.waitUntil(lambda: box.itemText(0) == "Bawaan Makna")
    finally:
        set_language("en")
    assert box.currentText() == "Kutipan Langsung"


def test_every_document_has_a_name_and_can_be_looked_at(
    qtbot: QtBot, session: Session, study: Any
) -> None:
    page = ExportPage(session)
    qtbot.addWidget(page)
    page.show()
    for kind in KINDS:
        at = page.form.kind.findData(kind)
        page.form.kind.setCurrentIndex(at)
        page.refresh()
        assert page.form.kind.currentText() != kind
        assert page.preview.toPlainText().strip() and not page.problem()


def test_a_template_is_for_word_only_and_takes_the_place_of_the_page(
    qtbot: QtBot, session: Session, study: Any, campus: Path, tmp_path: Path
) -> None:
    written = tmp_path / "hasil.docx"
    page = ExportPage(session, choose=lambda *_: written)
    qtbot.addWidget(page)
    page.show()
    form = page.form
    assert form.sheet.isVisible()
    form.take_template(campus)
    assert form.options().template == campus and not form.sheet.isVisible()
    page.export()
    assert "Kutipan Langsung" in {p.style.name for p in docx.Document(str(written)).paragraphs}
    form.format.setCurrentIndex(form.format.findData(".md"))
    assert form.options().template is None and not form.template.isVisible()


def test_the_forms_are_those_of_the_document(qtbot: QtBot, session: Session, study: Any) -> None:
    page = ExportPage(session)
    qtbot.addWidget(page)
    page.show()
    form = page.form
    form.kind.setCurrentIndex(form.kind.findData("coding-table"))
    assert [form.form.itemData(at) for at in range(form.form.count())] == ["reduction", "axial"]
    form.form.setCurrentIndex(1)
    assert form.options().form == "axial"
    form.kind.setCurrentIndex(form.kind.findData("transcripts"))
    assert form.margin.isVisible() and not form.form.isVisible()


def test_printing_line_numbers_from_the_window_is_a_step_that_others_see(
    qtbot: QtBot, session: Session, study: Any, tmp_path: Path
) -> None:
    page = ExportPage(session, choose=lambda *_: tmp_path / "kutipan.docx")
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(session.changed):
        page.export()
    kept = len(session.project.editions.all())
    assert kept == 2
    steps = study.steps()
    page.export()
    assert study.steps() == steps


def test_styles_are_listed_once_there_is_a_template(form: ExportForm, campus: Path) -> None:
    assert not form.template.map.findChildren(QComboBox)
    form.take_template(campus)
    assert form.template.map.findChildren(QComboBox)
