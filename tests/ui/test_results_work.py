"""Working through results in the real window, by mouse and keyboard: many rows, one step each."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.domain.model import CodeId, PassageId
from makna.services import codebook, coding, importing, sources
from makna.ui.desk.desk import Desk
from makna.ui.desk.result_transfer import passages_data
from makna.ui.main_window import MainWindow

Key, Held = Qt.Key, Qt.KeyboardModifier
SENTENCES = 8


@pytest.fixture
def desk(tmp_path: Path, bare_window: MainWindow, qtbot: QtBot) -> Desk:
    """Two texts of sentences, each of which has the code “Janji”; all of them are listed."""
    path = tmp_path / "Skripsi.makna"
    project = bootstrap.create_project(path, coder="Ani")
    janji = codebook.add_code(project, "Janji").value
    codebook.add_code(project, "Lama")
    for name in ("I1", "I2"):
        text = " ".join(f"{name} berjanji ke-{rank}." for rank in range(SENTENCES)) + "\n"
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        source = importing.import_files(project, [tmp_path / f"{name}.txt"]).value.imported[0].id
        for rank in range(SENTENCES):
            words = f"{name} berjanji ke-{rank}."
            at = text.index(words)
            coding.apply_code(project, source, at, at + len(words), janji)
    project.close()
    assert bare_window.open_project(path)
    desk = bare_window.desk
    assert desk is not None
    desk.show_passages(janji)
    qtbot.waitUntil(lambda: desk.results.model.rowCount() == 2 * SENTENCES + 2)
    return desk


def code(desk: Desk, name: str) -> CodeId:
    found = desk.session.project.codes.tree().child_named(None, name)
    assert found is not None
    return found.id


def press(
    qtbot: QtBot, desk: Desk, *keys: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier
) -> None:
    for key in keys:
        qtbot.keyClick(desk.results.list, key, held)


def here(desk: Desk) -> str:
    row = desk.results.list.row_here()
    return row.text if row is not None else ""


def count(desk: Desk) -> int:
    return desk.results.listing.count


def steps(desk: Desk) -> int:
    return len(desk.session.project.history.entries(-1))


def codes_of(desk: Desk, passage: PassageId) -> set[CodeId]:
    found = desk.session.project.passages.get(passage)
    return {each.code for each in found.codings} if found is not None else set()


def test_after_un_coding_the_next_row_is_marked_and_shown_in_its_text(
    qtbot: QtBot, desk: Desk
) -> None:
    press(qtbot, desk, Key.Key_Down, Key.Key_Down, Key.Key_Delete)
    qtbot.waitUntil(lambda: count(desk) == 15)
    assert here(desk) == "I1 berjanji ke-3."
    assert desk.results.list.hasFocus()
    chosen = desk.results.list.chosen_passages()
    qtbot.waitUntil(lambda: [desk.place.now.passage] == chosen)
    press(qtbot, desk, Key.Key_Delete)
    qtbot.waitUntil(lambda: here(desk) == "I1 berjanji ke-4.")


def test_undo_marks_again_what_it_brings_back(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, Key.Key_Down)
    press(qtbot, desk, Key.Key_Down, Key.Key_Down, held=Held.ShiftModifier)
    chosen = desk.results.list.chosen_passages()
    press(qtbot, desk, Key.Key_Delete)
    qtbot.waitUntil(lambda: count(desk) == 13)
    desk.session.undo()
    qtbot.waitUntil(lambda: count(desk) == 16)
    assert desk.results.list.chosen_passages() == chosen


def test_all_rows_are_un_coded_and_come_back_chosen(qtbot: QtBot, desk: Desk) -> None:
    desk.results.list.selectAll()
    before = steps(desk)
    press(qtbot, desk, Key.Key_Delete)
    qtbot.waitUntil(lambda: count(desk) == 0)
    assert steps(desk) == before + 1
    desk.session.undo()
    qtbot.waitUntil(lambda: count(desk) == 16)
    assert desk.results.list.chosen_count() == 16


def test_what_was_done_is_told_and_can_be_undone_as_long_as_it_is_the_last_step(
    qtbot: QtBot, desk: Desk
) -> None:
    press(qtbot, desk, Key.Key_Delete)
    assert "1" in desk.notices.text()
    (undo,) = desk.notices.buttons()
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: count(desk) == 16)
    press(qtbot, desk, Key.Key_Delete)
    assert desk.notices.text()
    desk.session.undo()
    assert not desk.notices.text()


def test_a_passage_whose_edge_was_moved_stays_marked_and_after_undo_too(
    qtbot: QtBot, desk: Desk
) -> None:
    press(qtbot, desk, Key.Key_Down, Key.Key_Return)
    passage = desk.place.now.passage
    assert passage is not None
    page = desk.pages.source_page
    assert page is not None
    page.page.edge_moved.emit(passage, None, 18, 30)
    moved = desk.place.now.passage
    assert moved not in (None, passage)
    qtbot.waitUntil(lambda: desk.results.list.chosen_passages() == [moved])
    desk.session.undo()
    qtbot.waitUntil(lambda: desk.results.list.chosen_passages() == [passage])


def test_a_code_is_added_to_many_rows_by_ctrl_k(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, Key.Key_Down)
    press(qtbot, desk, Key.Key_Down, held=Held.ShiftModifier)
    chosen = desk.results.list.chosen_passages()
    press(qtbot, desk, Key.Key_K, held=Held.ControlModifier)
    picker = desk.coding.picker
    qtbot.keyClicks(picker.field, "Lama")
    qtbot.keyClick(picker.field, Key.Key_Return)
    both = {code(desk, "Janji"), code(desk, "Lama")}
    assert [codes_of(desk, key) for key in chosen] == [both, both]
    assert desk.results.list.chosen_passages() == chosen


def test_number_keys_and_code_again_are_about_the_chosen_rows(qtbot: QtBot, desk: Desk) -> None:
    session = desk.session
    lama = code(desk, "Lama")
    session.perform(lambda: codebook.set_shortcut(session.project, lama, 4))
    press(qtbot, desk, Key.Key_Down)
    press(qtbot, desk, Key.Key_Down, held=Held.ShiftModifier)
    press(qtbot, desk, Key.Key_4)
    assert session.project.codes.tree()[lama].codings == 2
    session.undo()
    desk.coding._recent = [lama]
    press(qtbot, desk, Key.Key_J, held=Held.ControlModifier)
    assert session.project.codes.tree()[lama].codings == 2


def test_passages_are_coded_by_dropping_them_on_a_code(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, Key.Key_Down)
    press(qtbot, desk, Key.Key_Down, held=Held.ShiftModifier)
    data = passages_data(desk.results.list.chosen_passages())
    lama, model = code(desk, "Lama"), desk.codes.model
    on, copy = model.index_of(lama), Qt.DropAction.CopyAction
    assert not model.canDropMimeData(data, copy, 0, 0, on)
    assert model.dropMimeData(data, copy, -1, -1, on)
    assert desk.session.project.codes.tree()[lama].codings == 2
    assert desk.session.next_undo() is not None


def test_recoding_opens_the_box_at_its_button_and_goes_on_with_the_next_row(
    qtbot: QtBot, desk: Desk
) -> None:
    button, picker = desk.results.bar.recode_button, desk.coding.picker
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    box = picker.field.mapToGlobal(QPoint())
    below = button.mapToGlobal(button.rect().bottomLeft())
    assert abs(box.x() - below.x()) < 90  # the screen ends there
    qtbot.keyClicks(picker.field, "Lama")
    qtbot.keyClick(picker.field, Key.Key_Return)
    qtbot.waitUntil(lambda: count(desk) == 15)
    assert here(desk) == "I1 berjanji ke-1."
    assert desk.window().focusWidget() is desk.results.list


def test_chosen_rows_are_copied_with_their_references(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, Key.Key_Down, held=Held.ShiftModifier)
    press(qtbot, desk, Key.Key_C, held=Held.ControlModifier)
    qtbot.waitUntil(lambda: "ke-1" in QGuiApplication.clipboard().text())
    first, second = QGuiApplication.clipboard().text().split("\n\n")
    assert first.startswith("“I1 berjanji ke-0.” (I1, ")
    assert second.startswith("“I1 berjanji ke-1.” (I1, ")


def test_a_hit_is_copied_with_its_place(qtbot: QtBot, desk: Desk) -> None:
    desk.search("ke-5")
    qtbot.waitUntil(lambda: desk.results.listing.lists_hits and count(desk) == 2)
    press(qtbot, desk, Key.Key_C, held=Held.ControlModifier)
    assert "ke-5" in QGuiApplication.clipboard().text()
    assert QGuiApplication.clipboard().text().endswith("(I1, ¶ 1)")


def test_several_chosen_rows_are_exported_alone(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, Key.Key_Down, held=Held.ShiftModifier)
    with qtbot.waitSignal(desk.results.export_wanted) as told:
        desk.results.bar.export_button.click()
    assert told.args[0].passages == tuple(desk.results.list.chosen_passages())
    desk.results.list.selectAll()
    with qtbot.waitSignal(desk.results.export_wanted) as told:
        desk.results.bar.export_button.click()
    assert told.args[0].passages == ()


def test_the_title_says_how_many_are_chosen(qtbot: QtBot, desk: Desk) -> None:
    assert desk.results.bar.title()[1] == "16 passages in 2 sources"
    press(qtbot, desk, Key.Key_Down, held=Held.ShiftModifier)
    assert desk.results.bar.title()[1] == "2 of 16 chosen"
    press(qtbot, desk, Key.Key_Down)
    assert desk.results.bar.title()[1] == "16 passages in 2 sources"


def test_a_removed_source_takes_its_rows_and_gives_them_back(qtbot: QtBot, desk: Desk) -> None:
    session = desk.session
    press(qtbot, desk, Key.Key_Down, Key.Key_Down)
    source = desk.place.now.source
    assert source is not None
    session.perform(lambda: sources.remove_sources(session.project, [source]))
    qtbot.waitUntil(lambda: count(desk) == 8)
    assert here(desk) == "I2 berjanji ke-0."
    session.undo()
    qtbot.waitUntil(lambda: count(desk) == 16)
    assert here(desk) == "I1 berjanji ke-2."


def test_the_menu_of_a_row_offers_what_can_be_done(qtbot: QtBot, desk: Desk) -> None:
    menu = desk.results.verbs.menu()
    assert isinstance(menu, QMenu)
    verbs = [action.data() for action in menu.actions() if action.data()]
    assert verbs == ["enter", "copy", "code", "recode", "split", "uncode", "star", "export"]
    next(action for action in menu.actions() if action.data() == "uncode").trigger()
    qtbot.waitUntil(lambda: count(desk) == 15)


def test_a_letter_goes_to_the_next_heading_and_reads_nothing(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, Key.Key_I)
    assert here(desk) == "I2 berjanji ke-0."


def test_passages_with_a_memo_are_listed_from_the_memos(qtbot: QtBot, desk: Desk) -> None:
    project = desk.session.project
    first = desk.results.list.chosen_passages()[0]
    found = project.passages.get(first)
    assert found is not None
    span = (found.source, found.start, found.end)
    desk.session.perform(lambda: coding.write_passage_memo(project, *span, "Tanya lagi."))
    desk.memos.passages_button.click()
    qtbot.waitUntil(lambda: count(desk) == 1)
    assert desk.results.list.chosen_passages() == [first]
    desk.session.undo()
    qtbot.waitUntil(lambda: count(desk) == 0)


def test_a_passage_that_stands_twice_is_counted_once(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, Key.Key_Down)
    press(qtbot, desk, Key.Key_Down, held=Held.ShiftModifier)
    desk.results.work.code(desk.results.list.chosen_passages(), code(desk, "Lama"))
    desk.results.show_passages([code(desk, "Janji"), code(desk, "Lama")])
    qtbot.waitUntil(lambda: desk.results.model.rowCount() == 18 + 2)
    desk.results.list.selectAll()
    assert desk.results.bar.title()[1] == "16 of 16 chosen"


def test_rows_stay_chosen_when_they_are_grouped_otherwise(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, Key.Key_Down, Key.Key_Down)
    press(qtbot, desk, Key.Key_Down, held=Held.ShiftModifier)
    chosen = desk.results.list.chosen_passages()
    for rank in range(3):
        desk.results.bar.group_menu.actions()[rank].trigger()
        qtbot.waitUntil(lambda: desk.results.list.chosen_passages() == chosen)


def test_merged_codes_are_told_and_can_be_undone(qtbot: QtBot, desk: Desk) -> None:
    desk.codes.model.merge_wanted.emit([code(desk, "Lama")], code(desk, "Janji"))
    assert "Lama" in desk.notices.text() and "Janji" in desk.notices.text()
    (undo,) = desk.notices.buttons()
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert code(desk, "Lama")


def test_several_codes_are_moved_below_another_from_their_menu(qtbot: QtBot, desk: Desk) -> None:
    session = desk.session
    session.perform(lambda: codebook.add_code(session.project, "Tema"))
    keys = [code(desk, "Janji"), code(desk, "Lama")]
    desk.codes.tree.choose(keys)
    before = steps(desk)
    picker = desk.codes._ask_target(keys, "move")
    assert [item.name for item in picker.items()] == ["Tema"]
    qtbot.keyClick(picker.field, Key.Key_Return)
    tree = session.project.codes.tree()
    assert [below.name for below in tree.children(code(desk, "Tema"))] == ["Janji", "Lama"]
    assert steps(desk) == before + 1


def test_a_notice_never_covers_the_row_one_works_at(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, Key.Key_Delete)
    qtbot.waitUntil(lambda: count(desk) == 15)
    top = desk.results.mapTo(desk, QPoint()).y()
    assert desk.notices.isVisible() and desk.notices.geometry().bottom() < top
