"""The list of memos, and a memo in its tab."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from makna.domain.model import LinkTarget, MemoId, MemoKind
from makna.services import codebook, memos
from makna.ui.desk.memo_page import MemoPage
from makna.ui.desk.memos_pane import MemosModel, MemosPane
from makna.ui.desk.place import Place
from makna.ui.session import Session
from makna.ui.widgets.roles import Role

LEFT = Qt.MouseButton.LeftButton


def rows(model: MemosModel) -> list[str]:
    """Every row as it reads: kinds, and memos below them."""
    found = []
    for rank in range(model.rowCount()):
        group = model.index(rank, 0)
        found.append(f"{group.data(Role.NAME)} {group.data(Role.COUNT)}")
        below = (model.index(row, 0, group) for row in range(model.rowCount(group)))
        found += [f"  {index.data(Role.NAME)}" for index in below]
    return found


@pytest.fixture
def pane(qtbot: QtBot, session: Session, place: Place, study: Any) -> MemosPane:
    project = session.project
    memos.write_memo(project, "Janji", "aturan 24 jam", kind=MemoKind.THEORETICAL)
    memos.write_memo(project, "Purposif", "informan", kind=MemoKind.METHODOLOGICAL)
    shown = MemosPane(session, place)
    QAbstractItemModelTester(
        shown.model, QAbstractItemModelTester.FailureReportingMode.Fatal, shown.model
    )
    qtbot.addWidget(shown)
    shown.resize(290, 500)
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    return shown


def open_page(qtbot: QtBot, session: Session, place: Place, memo: MemoId) -> MemoPage:
    page = MemoPage(session, place, memo)
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.setFocus()
    return page


@pytest.fixture
def page(qtbot: QtBot, session: Session, place: Place, study: Any) -> MemoPage:
    guid = session.project.codes.get(study.quick).guid  # type: ignore[union-attr]
    links = [(LinkTarget.CODE, guid)]
    memo = memos.write_memo(session.project, "Janji", "# Aturan", links=links).value
    return open_page(qtbot, session, place, memo)


def test_memos_are_listed_by_kind(pane: MemosPane) -> None:
    assert rows(pane.model) == ["Theoretical 1", "  Janji", "Methodological 1", "  Purposif"]


def test_the_filter_looks_into_title_and_text(qtbot: QtBot, pane: MemosPane) -> None:
    qtbot.keyClicks(pane.filter, "24 aturan")
    qtbot.waitUntil(lambda: rows(pane.model) == ["Theoretical 1", "  Janji"], timeout=1000)
    qtbot.keyClick(pane.filter, Qt.Key.Key_Escape)
    assert len(rows(pane.model)) == 4


def test_a_click_and_enter_open_a_memo(qtbot: QtBot, pane: MemosPane) -> None:
    index = pane.model.index(0, 0, pane.model.index(0, 0))
    with qtbot.waitSignal(pane.memo_wanted) as said:
        qtbot.mouseClick(pane.tree.viewport(), LEFT, pos=pane.tree.visualRect(index).center())
    with qtbot.waitSignal(pane.memo_wanted) as again:
        qtbot.keyClick(pane.tree, Qt.Key.Key_Return)
    assert said.args == again.args == [index.data(Role.ID)]


def test_delete_takes_a_memo_away_and_undo_brings_it_back(
    qtbot: QtBot, pane: MemosPane, session: Session
) -> None:
    pane.tree.setFocus()
    pane.tree.setCurrentIndex(pane.model.index(0, 0, pane.model.index(0, 0)))
    qtbot.keyClick(pane.tree, Qt.Key.Key_Delete)
    assert rows(pane.model) == ["Methodological 1", "  Purposif"]
    session.undo()
    assert "  Janji" in rows(pane.model)


def test_without_a_choice_a_new_memo_is_free(qtbot: QtBot, pane: MemosPane) -> None:
    with qtbot.waitSignal(pane.memo_wanted) as said:
        qtbot.mouseClick(pane.new_button, LEFT)
    chosen = pane.chosen()
    assert chosen is not None
    assert (chosen.id, chosen.title, chosen.links) == (said.args[0], "New memo", ())


def test_a_memo_on_selected_text_is_one_step(
    pane: MemosPane, place: Place, session: Session, study: Any
) -> None:
    source, start, end = study.span("admin kami cuma dua orang")
    place.change(source=source, start=start, end=end)
    before = study.steps()
    menu = pane.new_memo_menu()
    assert [action.text() for action in menu.actions()] == [
        "Free memo",
        "On the passage “admin kami cuma dua orang”",
        "On the source “I1 Kabid”",
    ]
    menu.actions()[1].trigger()
    (link,) = pane.chosen().links  # type: ignore[union-attr]
    assert (link.target, link.label) == (LinkTarget.PASSAGE, "admin kami cuma dua orang")
    assert study.steps() == before + 1


def test_a_memo_that_is_typed_in_keeps_its_row_marked(pane: MemosPane, session: Session) -> None:
    pane.tree.setCurrentIndex(pane.model.index(0, 0, pane.model.index(0, 0)))
    memo = pane.chosen()
    assert memo is not None
    session.perform(lambda: memos.change_memo(session.project, memo.id, title="Janji 24 jam"))
    assert pane.chosen().title == "Janji 24 jam"  # type: ignore[union-attr]


def test_typing_in_the_page_is_one_step(qtbot: QtBot, page: MemoPage, study: Any) -> None:
    before = study.steps()
    assert QApplication.focusWidget() is page.body
    for words in ("x", "y"):
        qtbot.keyClicks(page.body, words)
        page.body.flush()
    assert study.session.project.memos.get(page.memo_id).body == "xy# Aturan"
    assert study.steps() == before + 1


def test_a_new_title_is_told_to_the_tab(qtbot: QtBot, page: MemoPage) -> None:
    page.title.edit.setFocus()
    page.title.edit.selectAll()
    qtbot.keyClicks(page.title.edit, "Janji 24 jam")
    with qtbot.waitSignal(page.title_changed) as said:
        qtbot.keyClick(page.title.edit, Qt.Key.Key_Return)
    assert said.args == [page.memo_id, "Janji 24 jam"]
    assert QApplication.focusWidget() is page.body


def test_an_empty_title_is_refused_in_place(qtbot: QtBot, page: MemoPage, study: Any) -> None:
    page.title.edit.clear()
    page.title.edit.setFocus()
    page.body.setFocus()
    assert page.title.problem().startswith("The memo has no name")
    assert study.session.project.memos.get(page.memo_id).title == "Janji"


def test_a_new_memo_begins_with_its_title(
    qtbot: QtBot, session: Session, place: Place, study: Any
) -> None:
    memo = memos.write_memo(session.project, "New memo", "").value
    page = open_page(qtbot, session, place, memo)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.title.edit)
    qtbot.keyClicks(page.title.edit, "Ide")
    qtbot.keyClick(page.title.edit, Qt.Key.Key_Return)
    assert session.project.memos.get(memo).title == "Ide"  # type: ignore[union-attr]


def test_the_kind_is_chosen_in_the_page(qtbot: QtBot, page: MemoPage, study: Any) -> None:
    page.kind.setFocus()
    page.kind.choose("theoretical")
    qtbot.keyClick(page.kind, Qt.Key.Key_Down)
    kept = study.session.project.memos.get(page.memo_id).kind
    assert kept is MemoKind.METHODOLOGICAL


def test_a_link_leads_there_and_can_be_taken_off(
    qtbot: QtBot, page: MemoPage, place: Place, study: Any
) -> None:
    chip = page.links.chips()[0]
    assert (chip.value.text, chip.value.color) == ("Respons cepat", "#0f8a8f")
    qtbot.mouseClick(chip, LEFT)
    assert place.now.code == study.quick
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert study.session.project.memos.get(page.memo_id).links == ()


def test_what_is_selected_is_linked_and_leads_back(
    qtbot: QtBot, page: MemoPage, place: Place, study: Any
) -> None:
    source, start, end = study.span("admin kami cuma dua orang")
    place.change(source=source, start=start, end=end)
    page.link_menu().actions()[0].trigger()
    chip = page.links.chips()[1]
    assert chip.value.text == "“admin kami cuma dua orang”"
    with qtbot.waitSignal(place.go_wanted) as gone:
        qtbot.mouseClick(chip, LEFT)
    assert gone.args == [source, start, end]


def test_a_linked_code_is_renamed_in_the_chip(page: MemoPage, study: Any) -> None:
    project = study.session.project
    study.session.perform(lambda: codebook.rename_code(project, study.quick, "Cepat"))
    assert page.links.chips()[0].value.text == "Cepat"


def test_a_deleted_memo_closes_its_page(qtbot: QtBot, page: MemoPage, study: Any) -> None:
    project = study.session.project
    with qtbot.waitSignal(page.gone) as said:
        study.session.perform(lambda: memos.delete_memo(project, page.memo_id))
    assert said.args == [page.memo_id]


def test_markdown_is_lightly_coloured(qtbot: QtBot, page: MemoPage) -> None:
    page.body.setPlainText("# Judul\n😀 **tebal** dan *miring*\n- butir")
    line = page.body.document().findBlockByNumber(1).layout().formats()
    heavy = [f for f in line if f.format.fontWeight() == QFont.Weight.DemiBold]
    slanted = [f for f in line if f.format.fontItalic()]
    # In UTF-16 units: the emoji counts twice.
    assert [(f.start, f.length) for f in heavy] == [(5, 5)]
    assert [(f.start, f.length) for f in slanted] == [(18, 6)]
    heading = page.body.document().firstBlock().layout().formats()[-1]
    assert heading.format.fontPointSize() > page.body.font().pointSizeF()


def test_a_link_in_the_text_is_followed_with_ctrl(qtbot: QtBot, page: MemoPage) -> None:
    page.body.setPlainText("😀 see [web](https://example.org/a) or https://example.org/b now")
    told: list[str] = []
    page.link_wanted.connect(told.append)
    for words in ("see", "web", "org/b", "now"):
        cursor = page.body.document().find(words)
        cursor.setPosition(cursor.selectionStart() + 1)
        at = page.body.cursorRect(cursor).center()
        for held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
            qtbot.mouseClick(page.body.viewport(), Qt.MouseButton.LeftButton, held, at)
    assert told == ["https://example.org/a", "https://example.org/b"]


def test_the_page_keeps_its_reading_face_in_a_new_parent(qtbot: QtBot, page: MemoPage) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    QVBoxLayout(holder).addWidget(page)
    holder.show()
    assert page.title.edit.font().pointSizeF() > QApplication.font().pointSizeF() * 1.3
    assert page.body.font().families()[0] == "Carlito"
    page.setParent(None)


def test_another_language_is_spoken_at_once(pane: MemosPane, page: MemoPage) -> None:
    pane.new_button.setText("")
    page.body.setPlaceholderText("")
    for each in (pane, page):
        QApplication.sendEvent(each, QEvent(QEvent.Type.LanguageChange))
    assert pane.new_button.text() == "+ Memo"
    assert page.body.placeholderText().startswith("Write freely")
