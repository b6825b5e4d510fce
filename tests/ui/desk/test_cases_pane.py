"""Cases as a spreadsheet: typed cells, paste as one step, sources and memo of a case."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from makna.domain.model import VariableType
from makna.services import cases
from makna.ui.desk.case_model import parse_cells
from makna.ui.desk.cases_pane import CasesPane
from makna.ui.desk.place import Place
from makna.ui.session import Session

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def shown(qtbot: QtBot, session: Session, place: Place) -> CasesPane:
    pane = CasesPane(session, place)
    QAbstractItemModelTester(
        pane.model, QAbstractItemModelTester.FailureReportingMode.Fatal, pane.model
    )
    qtbot.addWidget(pane)
    pane.resize(900, 600)
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    return pane


@pytest.fixture
def pane(qtbot: QtBot, session: Session, place: Place, study: Any) -> CasesPane:
    """Two cases; age is a number, consent yes or no, interviewed a date."""
    project = session.project
    cases.add_case(project, "Admin")
    cases.add_variable(project, "Usia", VariableType.NUMBER)
    cases.add_variable(project, "Setuju", VariableType.YES_NO)
    cases.add_variable(project, "Tanggal", VariableType.DATE)
    return shown(qtbot, session, place)


def cells(pane: CasesPane) -> list[list[str]]:
    model = pane.model
    return [
        [model.text(row, column) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def go(pane: CasesPane, row: int, column: int) -> None:
    pane.table.setCurrentIndex(pane.model.index(row, column))
    pane.table.setFocus()


def editor(pane: CasesPane) -> QLineEdit:
    found = pane.table.viewport().findChildren(QLineEdit)
    (field,) = [field for field in found if field.isVisible()]
    return field


def type_cell(qtbot: QtBot, pane: CasesPane, words: str, key: Qt.Key) -> None:
    """Type over the current cell, as in a spreadsheet, and leave it with a key."""
    qtbot.keyClicks(pane.table, words[0])
    field = editor(pane)
    qtbot.keyClicks(field, words[1:])
    qtbot.keyClick(field, key)


def paste(qtbot: QtBot, pane: CasesPane, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(pane.table, Qt.Key.Key_V, CTRL)


def test_typing_over_a_cell_and_enter_goes_down(qtbot: QtBot, pane: CasesPane) -> None:
    go(pane, 0, 1)
    type_cell(qtbot, pane, "47", Qt.Key.Key_Return)
    assert cells(pane)[0] == ["Kabid", "47", "", ""]
    qtbot.waitUntil(lambda: pane.table.currentIndex().row() == 1, timeout=1000)
    assert pane.table.currentIndex().column() == 1


def test_tab_goes_on_to_the_right(qtbot: QtBot, pane: CasesPane) -> None:
    go(pane, 0, 1)
    type_cell(qtbot, pane, "47", Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: pane.table.currentIndex().column() == 2, timeout=1000)
    assert cells(pane)[0] == ["Kabid", "47", "", ""]


def test_a_value_of_another_type_is_refused_and_stays_to_be_mended(
    qtbot: QtBot, pane: CasesPane, session: Session
) -> None:
    failures: list[object] = []
    session.failed.connect(failures.append)
    go(pane, 0, 1)
    type_cell(qtbot, pane, "empat", Qt.Key.Key_Return)
    assert pane.problem.text().startswith("“empat” does not fit the variable “Usia”")
    field = editor(pane)
    assert field.text() == "empat"
    assert failures == []
    field.selectAll()
    qtbot.keyClicks(field, "40")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert cells(pane)[0][1] == "40"
    assert not pane.problem.isVisible()


def test_leaving_a_refused_value_keeps_the_old_one(qtbot: QtBot, pane: CasesPane) -> None:
    go(pane, 0, 1)
    type_cell(qtbot, pane, "empat", Qt.Key.Key_Return)
    qtbot.keyClick(editor(pane), Qt.Key.Key_Escape)
    assert cells(pane)[0][1] == ""


def test_yes_is_taken_in_both_languages(pane: CasesPane, session: Session) -> None:
    assert pane.model.setData(pane.model.index(0, 2), "ya")
    assert cells(pane)[0][2] == "yes"
    stored = session.project.cases.all()[0].values
    assert stored == {"Setuju": "yes"}


def test_numbers_stand_at_the_right(pane: CasesPane) -> None:
    side = pane.model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole)
    assert Qt.AlignmentFlag(side) & Qt.AlignmentFlag.AlignRight
    assert pane.model.index(0, 3).data(Qt.ItemDataRole.TextAlignmentRole) is None


def test_a_name_that_is_taken_is_refused(pane: CasesPane) -> None:
    assert not pane.model.setData(pane.model.index(1, 0), "kabid")
    assert pane.problem.text().startswith("There is a case “kabid” already")
    assert cells(pane)[1][0] == "Admin"


def test_pasted_cells_are_one_step(
    qtbot: QtBot, pane: CasesPane, session: Session, study: Any
) -> None:
    before = study.steps()
    go(pane, 0, 1)
    paste(qtbot, pane, "47\tya\r\n29\ttidak\r\n")
    assert cells(pane) == [["Kabid", "47", "yes", ""], ["Admin", "29", "no", ""]]
    assert study.steps() == before + 1
    session.undo()
    assert cells(pane) == [["Kabid", "", "", ""], ["Admin", "", "", ""]]


def test_rows_below_the_last_case_become_cases(qtbot: QtBot, pane: CasesPane) -> None:
    go(pane, 1, 0)
    paste(qtbot, pane, "Admin IG\t29\nKetua RW\t58")
    assert [row[:2] for row in cells(pane)] == [
        ["Kabid", ""],
        ["Admin IG", "29"],
        ["Ketua RW", "58"],
    ]


def test_a_paste_with_one_bad_cell_changes_nothing(
    qtbot: QtBot, pane: CasesPane, study: Any
) -> None:
    before = study.steps()
    go(pane, 0, 1)
    paste(qtbot, pane, "47\nbanyak")
    assert pane.problem.text().startswith("“banyak” does not fit")
    assert cells(pane)[0][1] == ""
    assert study.steps() == before


@pytest.mark.parametrize(
    ("column", "text", "why"),
    [(3, "2025-03-03\tx", "2 columns wide"), (1, "1\n2\n3", "3 copied rows")],
)
def test_a_paste_that_does_not_fit_is_refused_whole(
    qtbot: QtBot, pane: CasesPane, column: int, text: str, why: str
) -> None:
    go(pane, 0, column)
    paste(qtbot, pane, text)
    assert why in pane.problem.text()
    assert cells(pane) == [["Kabid", "", "", ""], ["Admin", "", "", ""]]


def test_a_table_from_a_spreadsheet_fills_an_empty_project(
    qtbot: QtBot, session: Session, place: Place
) -> None:
    pane = shown(qtbot, session, place)
    assert pane.empty.isVisible()
    QGuiApplication.clipboard().setText("Nama\tUsia\tJabatan\nI1\t47\tKabid\nI2\t\t12A")
    pane.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_V, CTRL)
    assert cells(pane) == [["I1", "47", "Kabid"], ["I2", "", "12A"]]
    assert [v.type for v in pane.model.variables] == [VariableType.NUMBER, VariableType.TEXT]
    assert pane.table.isVisible()
    session.undo()
    assert pane.empty.isVisible()


def test_copied_cells_can_be_pasted_again(qtbot: QtBot, pane: CasesPane) -> None:
    pane.model.setData(pane.model.index(0, 1), "47")
    pane.table.selectAll()
    qtbot.keyClick(pane.table, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Kabid\t47\t\t\nAdmin\t\t\t"


def test_quoted_cells_keep_their_line_breaks() -> None:
    assert parse_cells('a\t"b\nc"\r\n\td\r\n') == [["a", "b\nc"], ["", "d"]]


def test_delete_clears_values_but_on_names_takes_the_case(
    qtbot: QtBot, pane: CasesPane, session: Session
) -> None:
    pane.model.setData(pane.model.index(0, 1), "47")
    go(pane, 0, 1)
    qtbot.keyClick(pane.table, Qt.Key.Key_Delete)
    assert cells(pane)[0][1] == ""
    go(pane, 0, 0)
    qtbot.keyClick(pane.table, Qt.Key.Key_Delete)
    assert [row[0] for row in cells(pane)] == ["Admin"]
    session.undo()
    assert [row[0] for row in cells(pane)] == ["Kabid", "Admin"]


def test_cases_are_added_one_after_the_other(qtbot: QtBot, pane: CasesPane) -> None:
    qtbot.mouseClick(pane.new_case_button, LEFT)
    for name in ("Ketua RW", "Warga"):
        qtbot.keyClicks(pane.prompt.field, name)
        qtbot.keyClick(pane.prompt.field, Qt.Key.Key_Return)
    assert [row[0] for row in cells(pane)] == ["Kabid", "Admin", "Ketua RW", "Warga"]
    qtbot.keyClicks(pane.prompt.field, "warga")
    qtbot.keyClick(pane.prompt.field, Qt.Key.Key_Return)
    assert pane.prompt.problem().startswith("There is a case “warga” already")
    qtbot.keyClick(pane.prompt.field, Qt.Key.Key_Escape)
    assert not pane.prompt.isVisible()


def test_a_variable_gets_its_name_and_type_in_place(qtbot: QtBot, pane: CasesPane) -> None:
    qtbot.mouseClick(pane.new_variable_button, LEFT)
    qtbot.keyClicks(pane.variable_prompt.field, "Lama kerja")
    pane.variable_type.setFocus()
    qtbot.keyClick(pane.variable_type, Qt.Key.Key_Down)
    qtbot.keyClick(pane.variable_prompt.field, Qt.Key.Key_Return)
    made = pane.model.variables[-1]
    assert (made.name, made.type) == ("Lama kerja", VariableType.NUMBER)
    assert not pane.variable_type.isVisible()


def test_enter_takes_a_variable_from_its_type_and_escape_leaves_it(
    qtbot: QtBot, pane: CasesPane
) -> None:
    for key, name in ((Qt.Key.Key_Escape, "Jabatan"), (Qt.Key.Key_Return, "Lama kerja")):
        pane.new_variable_button.click()
        qtbot.keyClicks(pane.variable_prompt.field, name)
        pane.variable_type.setFocus()
        qtbot.keyClick(pane.variable_type, Qt.Key.Key_Down)
        qtbot.keyClick(pane.variable_type, key)
        assert not pane.variable_type.isVisible()
    names = [each.name for each in pane.model.variables]
    assert "Lama kerja" in names and "Jabatan" not in names


def test_a_variable_is_renamed_retyped_and_deleted(
    qtbot: QtBot, pane: CasesPane, session: Session
) -> None:
    pane.rename_variable(1)
    assert pane.variable_prompt.field.text() == "Usia"
    qtbot.keyClicks(pane.variable_prompt.field, "Umur")
    qtbot.keyClick(pane.variable_prompt.field, Qt.Key.Key_Return)
    assert pane.model.headerData(1, Qt.Orientation.Horizontal) == "Umur"
    pane.model.setData(pane.model.index(0, 1), "47")
    types = next(action.menu() for action in pane.variable_menu(1).actions() if action.menu())
    assert isinstance(types, QMenu)
    types.actions()[2].trigger()
    assert pane.problem.text().startswith("“47” does not fit the variable “Umur”")
    pane.variable_menu(1).actions()[-1].trigger()
    assert pane.model.columnCount() == 3
    session.undo()
    assert cells(pane)[0][1] == "47"


def test_sources_of_a_case_are_chips(
    qtbot: QtBot, pane: CasesPane, place: Place, study: Any
) -> None:
    go(pane, 0, 0)
    qtbot.mouseClick(pane.details.chips.chips()[-1], LEFT)
    qtbot.keyClicks(pane.details.picker.field, "ketua")
    qtbot.keyClick(pane.details.picker.field, Qt.Key.Key_Return)
    chip = pane.details.chips.chips()[0]
    assert chip.value.text == "I4 Ketua RW"
    with qtbot.waitSignal(place.go_wanted) as gone:
        qtbot.mouseClick(chip, LEFT)
    assert gone.args[0] == study.other
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert len(pane.details.chips.chips()) == 1


def test_the_memo_of_a_case_stays_with_it(qtbot: QtBot, pane: CasesPane, session: Session) -> None:
    go(pane, 0, 0)
    pane.details.memo.setFocus()
    qtbot.keyClicks(pane.details.memo, "Ramah.")
    go(pane, 1, 0)
    assert [case.memo for case in session.project.cases.all()] == ["Ramah.", ""]
    assert pane.details.memo.text() == ""


def test_a_change_elsewhere_does_not_end_the_typing(
    qtbot: QtBot, pane: CasesPane, session: Session
) -> None:
    go(pane, 0, 1)
    qtbot.keyClicks(pane.table, "4")
    cases.set_value(session.project, session.project.cases.all()[1].id, "Usia", "29")
    session.perform(lambda: cases.add_case(session.project, "Warga"))
    assert editor(pane).text() == "4"
    assert cells(pane)[1][1] == "29"


def test_another_language_is_spoken_at_once(pane: CasesPane) -> None:
    pane.new_case_button.setText("")
    QApplication.sendEvent(pane, QEvent(QEvent.Type.LanguageChange))
    assert pane.new_case_button.text() == "+ Case"


@pytest.fixture
def wide(qtbot: QtBot, session: Session, place: Place, study: Any) -> CasesPane:
    """More variables than there is room for."""
    cases.add_case(session.project, "Admin")
    for number in range(13):
        cases.add_variable(session.project, f"Keterangan ke-{number}", VariableType.TEXT)
    pane = shown(qtbot, session, place)
    assert pane.table.horizontalScrollBar().maximum() > 300
    return pane


def test_names_stay_in_sight_when_one_scrolls_to_other_variables(
    qtbot: QtBot, wide: CasesPane
) -> None:
    table = wide.table
    assert not table.names.isVisible()
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    assert table.names.isVisible()
    assert table.names.geometry().topLeft() == QPoint(0, 0)
    assert table.names.width() == table.columnWidth(0)
    at = table.names.visualRect(wide.model.index(1, 0)).center()
    qtbot.mouseClick(table.names.viewport(), LEFT, pos=at)
    assert wide.chosen().name == "Admin"
    assert table.hasFocus()
    table.horizontalScrollBar().setValue(0)
    assert not table.names.isVisible()


def test_the_cell_one_goes_to_by_keys_is_not_under_the_names(qtbot: QtBot, wide: CasesPane) -> None:
    last = wide.model.columnCount() - 1
    go(wide, 0, last)
    for column in range(last - 1, 0, -1):
        qtbot.keyClick(wide.table, Qt.Key.Key_Left)
        cell = wide.table.visualRect(wide.table.currentIndex())
        hidden = wide.table.names.width() if wide.table.names.isVisible() else 0
        assert wide.table.currentIndex().column() == column
        assert cell.left() >= hidden


def test_a_name_over_the_table_is_typed_in_its_place(qtbot: QtBot, wide: CasesPane) -> None:
    table = wide.table
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    at = table.names.visualRect(wide.model.index(1, 0)).center()
    qtbot.mouseClick(table.names.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(table.names.viewport(), LEFT, pos=at)
    editor = table.findChild(QLineEdit)
    assert editor is not None and editor.text() == "Admin"
    assert table.horizontalScrollBar().value() == 0


def test_a_date_is_typed_as_people_write_it_and_kept_for_spreadsheets(pane: CasesPane) -> None:
    index = pane.model.index(0, 3)
    for typed in ("9 Maret 2025", "09/03/2025", "2025-03-09"):
        pane.model.setData(index, typed)
        assert index.data() == "9 March 2025"
        assert index.data(Qt.ItemDataRole.EditRole) == "9 March 2025"
        assert pane.model.copied([index]) == "2025-03-09"
        pane.model.setData(index, "")


def test_a_long_name_of_a_variable_is_shortened_with_a_sign_and_said_in_full(
    pane: CasesPane,
) -> None:
    header = pane.table.horizontalHeader()
    assert header.textElideMode() == Qt.TextElideMode.ElideRight
    tip = pane.model.headerData(1, Qt.Orientation.Horizontal, int(Qt.ItemDataRole.ToolTipRole))
    assert tip.splitlines()[0] == "Usia"


def test_what_a_prompt_says_moves_nothing_beside_it(qtbot: QtBot, pane: CasesPane) -> None:
    pane.ask_for_case()
    before = pane.new_case_button.y()
    pane.prompt.show_problem("Sudah ada kasus dengan nama itu. Pilih nama lain.")
    QApplication.processEvents()
    assert pane.new_case_button.y() == before


def test_rows_that_come_together_are_told_together(qtbot: QtBot, pane: CasesPane) -> None:
    came = list[tuple[int, int]]()
    pane.model.rowsInserted.connect(lambda _parent, first, last: came.append((first, last)))
    go(pane, 1, 0)
    paste(qtbot, pane, "Admin\n" + "\n".join(f"Warga {number}" for number in range(30)))
    assert came == [(2, 31)]
    pane.table.selectAll()
    went = list[tuple[int, int]]()
    pane.model.rowsRemoved.connect(lambda _parent, first, last: went.append((first, last)))
    pane.delete_chosen()
    assert went == [(0, 31)]


def test_a_value_changes_its_row_alone(pane: CasesPane) -> None:
    told = list[tuple[int, int]]()
    pane.model.dataChanged.connect(lambda top, end: told.append((top.row(), end.row())))
    pane.model.setData(pane.model.index(1, 1), "47")
    assert told == [(1, 1)]
