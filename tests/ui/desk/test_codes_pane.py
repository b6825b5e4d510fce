"""The code tree by mouse and keyboard, on a real project."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.domain.codetree import join_path
from makna.domain.model import CodeId, SourceId
from makna.services import codebook, coding, importing
from makna.ui.desk.codes_pane import CodesPane
from makna.ui.desk.naming import NameEditor
from makna.ui.desk.place import Place
from makna.ui.page.transfer import codes_data, read_codes, selection_data
from makna.ui.session import Session
from makna.ui.widgets.roles import Role

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = "Setiap komentar kami baca. Kalau ada keluhan, admin wajib menjawab."
CODES = ("Model", "Model > Share", "Model > Manage", "Model > Manage > Cepat", "Peran")


@pytest.fixture
def code(session: Session) -> Callable[[str], CodeId]:
    """A code by its path, read from the project."""
    for path in CODES:
        codebook.add_path(session.project, path, codable=path not in ("Model", "Peran"))
    return lambda path: code_of(session, path)


@pytest.fixture
def pane(
    qtbot: QtBot, session: Session, place: Place, code: Callable[[str], CodeId]
) -> Iterator[CodesPane]:
    made = CodesPane(session, place)
    model = made.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    qtbot.addWidget(made)
    made.resize(286, 420)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made


def source(session: Session) -> SourceId:
    return importing.import_text(session.project, "I1", TEXT).value.id


def code_of(session: Session, path: str) -> CodeId:
    return session.project.codes.tree().find(path).id


def paths(session: Session) -> list[str]:
    tree = session.project.codes.tree()
    return [join_path(tree.names(each.id)) for each in tree.ordered]


def shown(pane: CodesPane) -> list[str]:
    """The rows that are in sight, from the top."""
    rows, index = [], pane.model.index(0, 0)
    while index.isValid():
        rows.append(str(index.data()))
        index = pane.tree.indexBelow(index)
    return rows


def middle(pane: CodesPane, key: CodeId) -> QPoint:
    return pane.tree.visualRect(pane.model.index_of(key)).center()


def drop(pane: CodesPane, data: QMimeData, at: QPoint, action: Qt.DropAction) -> QDropEvent:
    """Let go of something over the rows, as the mouse does."""
    event = QDropEvent(
        QPointF(at), action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    pane.tree.dropEvent(event)
    return event


def test_a_click_chooses_the_code(
    qtbot: QtBot, pane: CodesPane, place: Place, code: Callable[[str], CodeId]
) -> None:
    at = middle(pane, code("Manage"))
    qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert place.now.code == code("Manage")


def test_a_click_with_ctrl_chooses_another_code_as_well(
    qtbot: QtBot, pane: CodesPane, place: Place, code: Callable[[str], CodeId]
) -> None:
    for path, keys in (("Share", Qt.KeyboardModifier.NoModifier), ("Cepat", CTRL)):
        at = middle(pane, code(path))
        qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, keys, at)
    assert pane.tree.chosen_keys() == [code("Share"), code("Cepat")]
    assert place.now.code == code("Cepat")


def test_a_code_chosen_elsewhere_is_shown_and_unfolded(
    pane: CodesPane, place: Place, code: Callable[[str], CodeId]
) -> None:
    pane.tree.setExpanded(pane.model.index_of(code("Model")), False)
    place.change(code=code("Cepat"))
    assert pane.tree.chosen_keys() == [code("Cepat")]
    assert "Cepat" in shown(pane)


def test_enter_applies_to_the_selected_text_else_shows_passages(
    qtbot: QtBot, pane: CodesPane, place: Place, code: Callable[[str], CodeId]
) -> None:
    pane.tree.choose([code("Share")])
    with qtbot.waitSignal(pane.passages_wanted) as passages:
        qtbot.keyClick(pane.tree, Key.Key_Return)
    place.change(start=3, end=9)
    with qtbot.waitSignal(pane.apply_wanted) as applied:
        qtbot.keyClick(pane.tree, Key.Key_Return)
    assert passages.args == applied.args == [code("Share")]


def test_a_category_is_not_applied(
    qtbot: QtBot, pane: CodesPane, place: Place, code: Callable[[str], CodeId]
) -> None:
    place.change(start=3, end=9)
    at = middle(pane, code("Peran"))
    with qtbot.waitSignal(pane.passages_wanted), qtbot.assertNotEmitted(pane.apply_wanted):
        qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseDClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_codes_are_typed_one_after_the_other(
    qtbot: QtBot, pane: CodesPane, session: Session, place: Place
) -> None:
    qtbot.mouseClick(pane.new_button, Qt.MouseButton.LeftButton)
    for name in ("Engage", "Optimize"):
        qtbot.keyClicks(pane.prompt.field, name)
        qtbot.keyClick(pane.prompt.field, Key.Key_Return)
    qtbot.keyClick(pane.prompt.field, Key.Key_Escape)
    assert paths(session)[-2:] == ["Engage", "Optimize"]
    assert session.project.codes.tree()[place.now.code].name == "Optimize"
    assert pane.prompt.isHidden()


def test_a_name_that_is_there_already_is_refused_where_it_is_typed(
    qtbot: QtBot, pane: CodesPane, session: Session
) -> None:
    before = paths(session)
    pane.ask_new_code()
    qtbot.keyClicks(pane.prompt.field, "model")
    with qtbot.assertNotEmitted(session.failed):
        qtbot.keyClick(pane.prompt.field, Key.Key_Return)
    assert "already" in pane.prompt.problem()
    assert paths(session) == before


def test_a_new_code_beside_comes_right_behind(
    qtbot: QtBot, pane: CodesPane, session: Session, code: Callable[[str], CodeId]
) -> None:
    pane.tree.choose([code("Share")])
    menu = pane.menu()
    assert menu is not None
    menu.chosen.emit("new_beside", None)
    qtbot.keyClicks(pane.prompt.field, "Engage")
    qtbot.keyClick(pane.prompt.field, Key.Key_Return)
    assert paths(session)[1:4] == ["Model > Share", "Model > Engage", "Model > Manage"]
    session.undo()
    assert paths(session) == list(CODES)


def rename(qtbot: QtBot, pane: CodesPane, name: str) -> NameEditor:
    pane.tree.setFocus()
    qtbot.keyClick(pane.tree, Key.Key_F2)
    editor = pane.tree.viewport().findChild(NameEditor)
    assert editor is not None
    qtbot.keyClicks(editor, name)
    qtbot.keyClick(editor, Key.Key_Return)
    return editor


def test_f2_renames_in_place(
    qtbot: QtBot, pane: CodesPane, session: Session, code: Callable[[str], CodeId]
) -> None:
    pane.tree.choose([code("Share")])
    rename(qtbot, pane, "Bagikan")
    qtbot.waitUntil(lambda: "Model > Bagikan" in paths(session), timeout=500)
    assert "Bagikan" in shown(pane)


def test_a_taken_name_keeps_the_editor_open_and_says_why(
    qtbot: QtBot, pane: CodesPane, session: Session, code: Callable[[str], CodeId]
) -> None:
    pane.tree.choose([code("Share")])
    editor = rename(qtbot, pane, "manage")
    qtbot.wait(20)
    assert editor.isVisible()
    assert "manage" in editor.problem.text()
    assert not editor.problem.isHidden()
    assert "Model > Share" in paths(session)
    qtbot.keyClick(editor, Key.Key_Escape)
    qtbot.waitUntil(lambda: pane.tree.viewport().findChild(NameEditor) is None, timeout=500)


def test_deleting_is_undone_with_codings_and_place(
    qtbot: QtBot, pane: CodesPane, session: Session, code: Callable[[str], CodeId]
) -> None:
    key, text = code("Manage"), source(session)
    session.perform(lambda: coding.apply_code(session.project, text, 0, 9, key))
    pane.tree.choose([key])
    with qtbot.waitSignal(pane.removed) as said:
        qtbot.keyClick(pane.tree, Key.Key_Delete)
    assert said.args == [["Manage"]]
    assert shown(pane) == ["Model", "Share", "Cepat", "Peran"]
    session.undo()
    assert shown(pane) == ["Model", "Share", "Manage", "Cepat", "Peran"]
    qtbot.waitUntil(lambda: pane.model.own(key) == 1, timeout=500)


def test_ctrl_and_arrows_move_a_code(
    qtbot: QtBot, pane: CodesPane, session: Session, code: Callable[[str], CodeId]
) -> None:
    pane.tree.choose([code("Manage")])
    tops = []
    for key in (Key.Key_Up, Key.Key_Left, Key.Key_Up, Key.Key_Down, Key.Key_Down, Key.Key_Right):
        qtbot.keyClick(pane.tree, key, CTRL)
        tops.append([path for path in paths(session) if path.count(">") == 0])
        assert pane.tree.chosen_keys() == [code("Manage")]
    assert tops == [
        ["Model", "Peran"],
        ["Model", "Manage", "Peran"],
        ["Manage", "Model", "Peran"],
        ["Model", "Manage", "Peran"],
        ["Model", "Peran", "Manage"],
        ["Model", "Peran"],
    ]
    assert "Peran > Manage > Cepat" in paths(session)


def test_ctrl_right_goes_below_the_code_above(
    qtbot: QtBot, pane: CodesPane, session: Session, code: Callable[[str], CodeId]
) -> None:
    pane.tree.choose([code("Manage")])
    qtbot.keyClick(pane.tree, Key.Key_Right, CTRL)
    assert "Model > Share > Manage > Cepat" in paths(session)
    assert shown(pane) == ["Model", "Share", "Manage", "Cepat", "Peran"]


def test_a_code_is_dropped_below_another(
    pane: CodesPane, session: Session, code: Callable[[str], CodeId]
) -> None:
    at = middle(pane, code("Peran"))
    drop(pane, codes_data([code("Manage")]), at, Qt.DropAction.MoveAction)
    assert "Peran > Manage > Cepat" in paths(session)
    assert pane.tree.isExpanded(pane.model.index_of(code("Peran")))


def test_a_code_is_dropped_between_two(
    pane: CodesPane, session: Session, code: Callable[[str], CodeId]
) -> None:
    row = pane.tree.visualRect(pane.model.index_of(code("Share")))
    data = codes_data([code("Cepat")])
    drop(pane, data, QPoint(row.center().x(), row.top() + 1), Qt.DropAction.MoveAction)
    assert paths(session)[1:3] == ["Model > Cepat", "Model > Share"]


def test_a_code_is_never_dropped_into_itself(
    pane: CodesPane, session: Session, code: Callable[[str], CodeId]
) -> None:
    data = codes_data([code("Manage")])
    event = drop(pane, data, middle(pane, code("Cepat")), Qt.DropAction.MoveAction)
    assert paths(session) == list(CODES)
    assert not event.isAccepted()


def test_the_copy_key_merges(
    pane: CodesPane, session: Session, code: Callable[[str], CodeId]
) -> None:
    share, cepat, text = code("Share"), code("Cepat"), source(session)
    session.perform(lambda: coding.apply_code(session.project, text, 0, 9, cepat))
    drop(pane, codes_data([cepat]), middle(pane, share), Qt.DropAction.CopyAction)
    assert session.project.codes.counts() == {share: (1, 1)}
    assert "Cepat" not in shown(pane)
    assert pane.tree.chosen_keys() == [share]
    session.undo()
    assert session.project.codes.counts() == {cepat: (1, 1)}


def test_a_selected_text_is_dropped_on_a_code_or_below_all(
    qtbot: QtBot, pane: CodesPane, code: Callable[[str], CodeId]
) -> None:
    data = selection_data(TEXT, 7, 15)
    with qtbot.waitSignal(pane.selection_dropped) as on_code:
        drop(pane, data, middle(pane, code("Share")), Qt.DropAction.CopyAction)
    with qtbot.waitSignal(pane.selection_dropped_on_new) as on_none:
        drop(pane, data, QPoint(40, 300), Qt.DropAction.CopyAction)
    assert on_code.args == [code("Share"), 7, 15]
    assert on_none.args == [7, 15]


def test_many_codings_in_one_turn_are_counted_by_one_query(
    qtbot: QtBot, pane: CodesPane, session: Session, code: Callable[[str], CodeId]
) -> None:
    key, text = code("Share"), source(session)
    statements: list[str] = []
    session.project.raw.set_trace_callback(statements.append)
    for start in range(10):
        session.perform(
            lambda start=start: coding.apply_code(session.project, text, start, 20, key)
        )
    qtbot.waitUntil(lambda: pane.model.own(key) == 10, timeout=500)
    session.project.raw.set_trace_callback(None)
    assert sum("GROUP BY c.code_id" in statement for statement in statements) == 1
    assert pane.model.index_of(code("Model")).data(Role.COUNT) == 10


def test_the_filter_unfolds_what_it_finds_and_asks_no_database(
    qtbot: QtBot, pane: CodesPane, session: Session, code: Callable[[str], CodeId]
) -> None:
    pane.tree.setExpanded(pane.model.index_of(code("Model")), False)
    pane.tree.choose([code("Peran")])
    statements: list[str] = []
    session.project.raw.set_trace_callback(statements.append)
    qtbot.keyClicks(pane.filter, "cepat")
    qtbot.waitUntil(lambda: shown(pane) == ["Model", "Manage", "Cepat"], timeout=500)
    qtbot.keyClick(pane.filter, Key.Key_Escape)
    session.project.raw.set_trace_callback(None)
    assert statements == []
    assert shown(pane) == ["Model", "Peran"]
    assert pane.tree.chosen_keys() == [code("Peran")]


def test_what_was_folded_is_folded_next_time(
    qtbot: QtBot, pane: CodesPane, session: Session, code: Callable[[str], CodeId]
) -> None:
    pane.tree.setExpanded(pane.model.index_of(code("Manage")), False)
    again = CodesPane(session, Place())
    qtbot.addWidget(again)
    assert shown(again) == ["Model", "Share", "Manage", "Peran"]


def test_the_menu_paints_numbers_and_turns_into_categories(
    pane: CodesPane, session: Session, code: Callable[[str], CodeId]
) -> None:
    pane.tree.choose([code("Share")])
    for verb, value in (("paint", "#b3404a"), ("key", 7), ("codable", False)):
        menu = pane.menu()
        assert menu is not None
        menu.chosen.emit(verb, value)
    share = session.project.codes.get(code("Share"))
    assert share is not None
    assert (share.color, share.shortcut, share.codable) == ("#b3404a", 7, False)
    assert pane.model.index_of(share.id).data(Role.GROUP) is True


def test_a_code_with_codings_cannot_become_a_category(
    qtbot: QtBot, pane: CodesPane, session: Session, code: Callable[[str], CodeId]
) -> None:
    key, text = code("Share"), source(session)
    session.perform(lambda: coding.apply_code(session.project, text, 0, 9, key))
    qtbot.waitUntil(lambda: pane.model.own(key) == 1, timeout=500)
    pane.tree.choose([key])
    menu = pane.menu()
    assert menu is not None
    offered = {action.data(): action.isEnabled() for action in menu.actions()}
    assert (offered["codable"], offered["recode"], offered["apply"]) == (False, True, False)


def test_codings_are_moved_to_a_picked_code(
    qtbot: QtBot, pane: CodesPane, session: Session, code: Callable[[str], CodeId]
) -> None:
    share, cepat, text = code("Share"), code("Cepat"), source(session)
    session.perform(lambda: coding.apply_code(session.project, text, 0, 9, share))
    picker = pane._ask_target([share], "recode")
    assert "Model" not in [item.name for item in picker.items()], "a category takes no codings"
    qtbot.keyClicks(picker.field, "cep")
    qtbot.keyClick(picker.field, Key.Key_Return)
    assert session.project.codes.counts() == {cepat: (1, 1)}
    assert "Share" in shown(pane)


def test_merging_never_offers_the_code_itself_or_what_is_below(
    qtbot: QtBot, pane: CodesPane, session: Session, code: Callable[[str], CodeId]
) -> None:
    picker = pane._ask_target([code("Manage")], "merge")
    assert [item.name for item in picker.items()] == ["Model", "Share", "Peran"]
    qtbot.keyClicks(picker.field, "share")
    qtbot.keyClick(picker.field, Key.Key_Return)
    assert paths(session) == ["Model", "Model > Share", "Model > Share > Cepat", "Peran"]


def test_the_code_under_the_mouse_is_said(
    qtbot: QtBot, pane: CodesPane, code: Callable[[str], CodeId]
) -> None:
    said: list[object] = []
    pane.code_hovered.connect(said.append)
    qtbot.mouseMove(pane.tree.viewport(), middle(pane, code("Share")))
    qtbot.mouseMove(pane.tree.viewport(), middle(pane, code("Manage")))
    qtbot.mouseMove(pane.tree.viewport(), QPoint(40, 320))
    qtbot.waitUntil(lambda: len(said) == 3, timeout=500)
    assert said == [code("Share"), code("Manage"), None]


def test_without_codes_the_pane_says_how_to_begin(
    qtbot: QtBot, session: Session, place: Place
) -> None:
    pane = CodesPane(session, place)
    qtbot.addWidget(pane)
    pane.show()
    new, frames = pane.empty.buttons()
    with qtbot.waitSignal(pane.frames_wanted):
        qtbot.mouseClick(frames, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(new, Qt.MouseButton.LeftButton)
    assert pane.tree.placeholder() == ""  # no filter is typed that no code could fit
    qtbot.keyClicks(pane.prompt.field, "Manage")
    qtbot.keyClick(pane.prompt.field, Key.Key_Return)
    assert shown(pane) == ["Manage"]
    session.undo()
    qtbot.keyClick(pane.prompt.field, Key.Key_Escape)
    assert pane.empty.isVisible()


def test_a_project_open_for_reading_only_shows(
    qtbot: QtBot, session: Session, code: Callable[[str], CodeId]
) -> None:
    path = session.project.path
    session.close()
    reading = Session(bootstrap.open_project(path, read_only=True))
    pane = CodesPane(reading, Place())
    qtbot.addWidget(pane)
    pane.show()
    pane.tree.choose([code_of(reading, "Share")])
    menu = pane.menu()
    assert menu is not None
    assert [action.data() for action in menu.actions()] == ["passages"]
    qtbot.keyClick(pane.tree, Key.Key_Delete)
    qtbot.keyClick(pane.tree, Key.Key_Up, CTRL)
    assert paths(reading) == list(CODES)
    assert not pane.new_button.isVisible()
    reading.close()


def test_a_right_click_on_nothing_offers_a_new_code(qtbot: QtBot, pane: CodesPane) -> None:
    pane.tree.customContextMenuRequested.emit(QPoint(40, 320))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    assert pane.prompt.isVisible()
    assert not pane.tree.indexAt(QPoint(40, 320)).isValid()
    assert pane.tree.rootIndex() == QModelIndex()


def test_what_is_dragged_hangs_beside_the_mouse(
    pane: CodesPane, code: Callable[[str], CodeId]
) -> None:
    pane.tree.choose([code("Model > Share")])
    drag = pane.tree.dragged()
    assert drag is not None and drag.source() is pane.tree
    assert drag.hotSpot().x() < 0 and drag.hotSpot().y() < 0
    assert drag.pixmap().width() < pane.tree.viewport().width()
    assert read_codes(drag.mimeData()) == [code("Model > Share")]
    drag.deleteLater()


def test_the_key_that_merges_is_named_while_a_code_is_dragged_over_codes_only(
    pane: CodesPane, code: Callable[[str], CodeId]
) -> None:
    port, hint = pane.tree.viewport(), pane.tree.drag_hint
    drop, no_button = Qt.DropAction.MoveAction, Qt.MouseButton.NoButton
    for data, named in (
        (codes_data([code("Model > Share")]), True),
        (selection_data("cuma dua orang", 0, 4), False),
    ):
        QApplication.sendEvent(
            port,
            QDragEnterEvent(QPoint(20, 20), drop, data, no_button, Qt.KeyboardModifier.NoModifier),
        )
        assert hint.isVisible() is named
        QApplication.sendEvent(port, QDragLeaveEvent())
        assert not hint.isVisible()
    assert hint.text() == "Hold Ctrl to merge"


def test_the_key_that_merges_is_no_longer_named_after_a_drop(
    pane: CodesPane, code: Callable[[str], CodeId]
) -> None:
    data, move = codes_data([code("Model > Share")]), Qt.DropAction.MoveAction
    no_button, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    port = pane.tree.viewport()
    QApplication.sendEvent(port, QDragEnterEvent(QPoint(20, 20), move, data, no_button, plain))
    drop(pane, data, middle(pane, code("Peran")), move)
    assert not pane.tree.drag_hint.isVisible()
