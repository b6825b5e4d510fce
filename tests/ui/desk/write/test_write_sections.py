"""The list of sections: order, titles, what is left out."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from makna.services import codebook, writing
from makna.ui.desk.write.section_model import SECTION_MIME, SectionModel
from makna.ui.desk.write.write_page import WritePage
from makna.ui.widgets.roles import Role


def titles(page: WritePage) -> list[str]:
    return [
        str(page.outline.model.index_of(key).data(Role.NAME)) for key in page.outline.model.walk()
    ]


def add_code(study, name: str):
    return study.session.perform(lambda: codebook.add_code(study.session.project, name))


def test_the_model_is_sound_while_codes_come_move_and_go(page: WritePage, study) -> None:
    assert isinstance(page.outline.model, SectionModel)
    QAbstractItemModelTester(
        page.outline.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page.outline.model
    )
    code = add_code(study, "Dialog")
    page.finish()
    assert titles(page) == ["Manage", "Respons cepat", "Dialog"]
    page.book.do(writing.move_section, code, 0)
    assert titles(page) == ["Dialog", "Manage", "Respons cepat"]
    study.session.perform(lambda: codebook.delete_codes(study.session.project, [code]))
    page.finish()
    assert titles(page) == ["Manage", "Respons cepat"]


def test_alt_down_moves_a_section_and_undo_brings_it_back(
    qtbot: QtBot, page: WritePage, study
) -> None:
    add_code(study, "Dialog")
    page.finish()
    page.open_section(study.theme)
    page.outline.tree.setFocus()
    qtbot.keyClick(page.outline.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(page) == ["Dialog", "Manage", "Respons cepat"]
    study.session.undo()
    assert titles(page) == ["Manage", "Respons cepat", "Dialog"]


def test_a_section_is_dropped_among_its_siblings_only(page: WritePage, study) -> None:
    code = add_code(study, "Dialog")
    page.finish()
    data = QMimeData()
    data.setData(SECTION_MIME, str(int(code)).encode())
    move, nowhere = Qt.DropAction.MoveAction, QModelIndex()
    below = page.outline.model.index_of(study.theme)
    assert not page.outline.model.canDropMimeData(data, move, 0, 0, below)
    page.outline.model.dropMimeData(data, move, 0, 0, nowhere)
    assert titles(page) == ["Dialog", "Manage", "Respons cepat"]


def test_a_click_on_the_check_leaves_a_code_out(qtbot: QtBot, page: WritePage, study) -> None:
    index = page.outline.model.index_of(study.quick)
    box = page.outline.tree.visualRect(index)
    at = box.topLeft()
    at.setX(box.left() + 6 + 7)
    at.setY(box.center().y())
    qtbot.mouseClick(page.outline.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    section = page.book.section(study.quick)
    assert section is not None
    assert section.left_out
    assert not page.book.plan.printed()
    assert "left out" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_space_leaves_a_code_out_and_takes_it_in_again(
    qtbot: QtBot, page: WritePage, study
) -> None:
    page.outline.tree.setFocus()
    for left_out in (True, False):
        qtbot.keyClick(page.outline.tree, Qt.Key.Key_Space)
        section = page.book.section(study.quick)
        assert section is not None
        assert section.left_out is left_out


def test_what_lies_below_a_left_out_code_is_not_printed(page: WritePage, study) -> None:
    page.book.do(writing.leave_out_code, study.theme)
    assert not page.book.plan.printed()
    assert page.outline.model.is_outside(page.outline.model.index_of(study.quick))


def test_f2_names_a_section_and_the_empty_name_is_the_codes(
    qtbot: QtBot, page: WritePage, study
) -> None:
    for typed, shown in (("Menjawab warga", "Menjawab warga"), ("", "Respons cepat")):
        page.outline.tree.setFocus()
        qtbot.keyClick(page.outline.tree, Qt.Key.Key_F2)
        editor = page.outline.tree.viewport().findChild(QLineEdit)
        editor.selectAll()
        qtbot.keyClick(editor, Qt.Key.Key_Delete)
        qtbot.keyClicks(editor, typed)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page.outline.tree.viewport().findChild(QLineEdit) is None)
        assert titles(page) == ["Manage", shown]


def test_headings_are_numbered_like_the_chapter(page: WritePage, study) -> None:
    page.book.set(number="4")
    page.finish()
    assert titles(page) == ["4.1 Manage", "4.1.1 Respons cepat"]
    assert page.outline.model.index_of(study.quick).data(Role.COUNT) == 3


def test_a_list_that_grows_shows_its_beginning_again(qtbot: QtBot, page: WritePage, study) -> None:
    bar = page.outline.tree.verticalScrollBar()
    page.outline.tree.setFixedHeight(28)
    page.open_section(study.quick)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    page.outline.tree.setFixedHeight(300)
    qtbot.waitUntil(lambda: bar.value() == 0)
