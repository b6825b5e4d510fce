"""A Word template in the window: chosen, mapped, remembered, refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from makna.services.exporting import KINDS
from makna.ui.desk.export_page import ExportPage
from makna.ui.desk.export_template import TemplateBox
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
def box(qtbot: QtBot, campus: Path) -> TemplateBox:
    made = TemplateBox(choose=lambda parent, title, filter_: campus)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_chosen_template_shows_its_name_and_can_be_taken_away(
    box: TemplateBox, qtbot: QtBot, campus: Path
) -> None:
    assert box.path is None and not box.remove_button.isVisible()
    with qtbot.waitSignal(box.changed):
        qtbot.mouseClick(box.choose_button, LEFT)
    assert (box.path, box.name.text()) == (campus, "kampus.docx")
    qtbot.mouseClick(box.remove_button, LEFT)
    assert box.path is None and box.styles == ()


def test_what_is_chosen_for_a_style_is_remembered_for_the_template(
    box: TemplateBox, qtbot: QtBot, campus: Path
) -> None:
    box.take(campus)
    qtbot.mouseClick(box.styles_button, LEFT)
    quote = box.box("MaknaQuote")
    assert quote.isVisible() and quote.currentText() == "Kutipan Langsung"
    quote.setCurrentIndex(quote.findText("Kutipan Lain"))
    assert box.styles == (("MaknaQuote", "KutipanLain"),)
    other = TemplateBox()
    qtbot.addWidget(other)
    other.take(campus)
    assert other.box("MaknaQuote").currentText() == "Kutipan Lain"


def test_our_own_style_can_be_wanted_instead(box: TemplateBox, campus: Path) -> None:
    box.take(campus)
    box.box("MaknaTable").setCurrentIndex(0)
    assert box.styles == (("MaknaTable", ""),)


def test_a_file_that_is_no_template_is_refused_in_place(
    box: TemplateBox, campus: Path, tmp_path: Path
) -> None:
    box.take(campus)
    other = tmp_path / "daftar.docx"
    other.write_bytes(b"%PDF")
    box.take(other)
    assert box.path == campus
    assert "daftar.docx" in box.remark.text() and box.remark.isVisible()


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
    form.template.take(campus)
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
