"""The page of comments: out to Word, and back with a look before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from makna.domain.comment_plan import Action
from makna.domain.model import SourceId
from makna.services import codebook, coding, importing
from makna.services.comment_export import export_comments
from makna.ui.desk.comments_model import BECOMES, RESULT
from makna.ui.desk.comments_page import CommentsPage
from makna.ui.session import Session

TALK = "Peneliti: Apa peran humas?\nRina: Kami membaca keluhan warga setiap hari."
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def source(session: Session) -> SourceId:
    project = session.project
    made = session.perform(lambda: importing.import_text(project, "I1", TALK))
    code = session.perform(lambda: codebook.add_code(project, "Keluhan"))
    assert made is not None
    assert code is not None
    start = TALK.index("membaca")
    session.perform(lambda: coding.apply_code(project, made.id, start, start + 15, code))
    return made.id


@pytest.fixture
def page(qtbot: QtBot, session: Session, source: SourceId) -> CommentsPage:
    made = CommentsPage(session)
    qtbot.addWidget(made)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(made.model, fatal, made)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def returned(session: Session, source: SourceId, tmp_path: Path) -> Path:
    """What a supervisor sends back: a comment that codes, and one that does not."""
    path = tmp_path / "balik.docx"
    export_comments(session.project, path)
    document = docx.Document(str(path))
    for words, text in (("Apa peran", "Keluhan"), ("Kami membaca", "Kurang jelas bagi saya.")):
        paragraph = next(p for p in document.paragraphs if words in p.text)
        document.add_comment(paragraph.runs, text=text, author="Hadi", initials="H")
    document.save(str(path))
    return path


def column(page: CommentsPage, number: int) -> list[str]:
    return [str(page.model.index(r, number).data()) for r in range(page.model.rowCount())]


def test_a_file_goes_out_and_the_notice_says_how_many(
    qtbot: QtBot, page: CommentsPage, tmp_path: Path
) -> None:
    told: list[Any] = []
    page.notice_wanted.connect(lambda text, actions: told.append((text, actions)))
    page._choose_target = lambda *_: tmp_path / "kirim"
    qtbot.mouseClick(page.send_button, LEFT)
    assert (tmp_path / "kirim.docx").is_file()
    assert told[0][0].startswith("“kirim.docx” was written: 1 comment")


def test_before_a_file_the_page_says_what_to_choose(page: CommentsPage) -> None:
    assert page._empty.isVisible()
    assert not page.table.isVisible()


def test_each_comment_shows_what_it_will_become(page: CommentsPage, returned: Path) -> None:
    page.show_file(returned)
    assert column(page, BECOMES) == ["Codes", "Memo", "Nothing"]
    assert column(page, RESULT) == ["Keluhan", "", "as it went out"]
    assert page.take_button.isEnabled()


def test_taking_in_is_one_step_and_leaves_nothing_to_do(
    qtbot: QtBot, page: CommentsPage, session: Session, source: SourceId, returned: Path
) -> None:
    page.show_file(returned)
    qtbot.mouseClick(page.take_button, LEFT)
    project = session.project
    assert len(project.passages.of_source(source)) == 3
    assert next(memo.body for memo in project.memos.all()) == "Kurang jelas bagi saya."
    assert set(column(page, BECOMES)) == {"Nothing"}
    assert not page.take_button.isEnabled()
    session.undo()
    assert column(page, BECOMES) == ["Codes", "Memo", "Nothing"]


def test_another_choice_by_key_and_by_box(qtbot: QtBot, page: CommentsPage, returned: Path) -> None:
    page.show_file(returned)
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_N)
    assert column(page, BECOMES)[0] == "Nothing"
    page.table.edit(page.model.index(0, BECOMES))
    box = page.table.findChild(QComboBox)
    assert box is not None
    box.setCurrentIndex(box.findData("memo"))
    box.activated.emit(box.currentIndex())
    assert page.model.planned(0).action is Action.MEMO


def test_enter_shows_the_place_in_its_source(
    qtbot: QtBot, page: CommentsPage, source: SourceId, returned: Path
) -> None:
    page.show_file(returned)
    page.table.setCurrentIndex(page.model.index(0, RESULT))
    with qtbot.waitSignal(page.place_wanted) as shown:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert shown.args == [source, 0, len("Peneliti: Apa peran humas?")]


def test_a_file_that_is_none_is_said(page: CommentsPage, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_text("teks")
    page.show_file(path)
    assert "no Word file" in page.problem()
    assert page._empty.isVisible()


def test_comments_of_an_import_are_shown_as_codes(
    qtbot: QtBot, page: CommentsPage, session: Session, tmp_path: Path
) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Damar: Kami mengunggah foto setiap hari kerja.")
    document.add_comment(paragraph.runs, text="Unggahan", author="Budi", initials="B")
    path = tmp_path / "kode.docx"
    document.save(str(path))
    project = session.project
    done = session.perform(lambda: importing.import_files(project, [path]))
    assert done is not None
    assert done.imported[0].comments == 1
    page.show_original(done.imported[0].id)
    assert column(page, BECOMES) == ["Codes"]
    qtbot.mouseClick(page.take_button, LEFT)
    assert [code.name for code in project.codes.tree().ordered][-1] == "Unggahan"
