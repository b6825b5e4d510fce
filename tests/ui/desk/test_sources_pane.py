"""The list of sources by mouse and keyboard, on a real project."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from makna.domain.model import SourceId, SourceKind
from makna.services import cases, coding, importing, sources
from makna.services.importing import ImportOptions
from makna.ui.desk.naming import NameEditor
from makna.ui.desk.place import Place
from makna.ui.desk.source_model import Grouping
from makna.ui.desk.sources_pane import SourcesPane
from makna.ui.session import Session
from makna.ui.widgets.roles import Role

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = "Setiap komentar kami baca. Kalau ada keluhan, admin wajib menjawab."


def add(session: Session, name: str, kind: SourceKind, text: str = TEXT) -> SourceId:
    options = ImportOptions(kind=kind, again=True)
    call = lambda: importing.import_text(session.project, name, text, options=options)  # noqa: E731
    made = session.perform(call)
    assert made is not None
    return made.id


@pytest.fixture
def source(session: Session) -> Callable[[str], SourceId]:
    """Four sources; a source by its name, read from the project."""
    for name in ("I10 Ketua RW", "I2 Admin", "I1 Kabid"):
        add(session, name, SourceKind.INTERVIEW)
    add(session, "Perwal Aduan", SourceKind.REGULATION)
    return lambda name: sources.find_source(session.project, name).id


@pytest.fixture
def pane(
    qtbot: QtBot, session: Session, place: Place, source: Callable[[str], SourceId]
) -> Iterator[SourcesPane]:
    made = SourcesPane(session, place)
    model = made.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    qtbot.addWidget(made)
    made.resize(286, 420)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    # How much is coded is read a little at a time once the list is on the screen.
    qtbot.waitUntil(lambda: not made._counting.isActive())
    yield made


def shown(pane: SourcesPane) -> list[str]:
    """The rows that are in sight, from the top."""
    rows, index = [], pane.model.index(0, 0)
    while index.isValid():
        rows.append(str(index.data()))
        index = pane.tree.indexBelow(index)
    return rows


def middle(pane: SourcesPane, key: SourceId) -> QPoint:
    return pane.tree.visualRect(pane.model.index_of(pane.model.rows_of(key)[0])).center()


def choose(pane: SourcesPane, *keys: SourceId) -> None:
    pane.tree.choose([pane.model.rows_of(key)[0] for key in keys])


def pick(pane: SourcesPane, verb: str, value: object = None) -> None:
    menu = pane.menu()
    assert menu is not None
    menu.chosen.emit(verb, value)


def test_sources_stand_by_kind_in_natural_order(pane: SourcesPane) -> None:
    assert shown(pane) == [
        *("Interviews", "I1 Kabid", "I2 Admin", "I10 Ketua RW"),
        *("Regulations", "Perwal Aduan"),
    ]
    assert pane.model.index(0, 0).data(Role.COUNT) == 3


def test_a_click_opens_and_ctrl_click_only_selects(
    qtbot: QtBot, pane: SourcesPane, source: Callable[[str], SourceId]
) -> None:
    with qtbot.waitSignal(pane.open_wanted) as said:
        qtbot.mouseClick(pane.tree.viewport(), LEFT, pos=middle(pane, source("I2 Admin")))
    assert said.args == [source("I2 Admin")]
    assert pane.chosen() == [source("I2 Admin")]


def test_enter_opens(qtbot: QtBot, pane: SourcesPane, source: Callable[[str], SourceId]) -> None:
    choose(pane, source("I10 Ketua RW"))
    with qtbot.waitSignal(pane.open_wanted) as said:
        qtbot.keyClick(pane.tree, Qt.Key.Key_Return)
    assert said.args == [source("I10 Ketua RW")]


def test_walking_with_the_arrows_opens_only_where_one_stays(
    qtbot: QtBot, pane: SourcesPane, source: Callable[[str], SourceId]
) -> None:
    opened: list[int] = []
    pane.open_wanted.connect(opened.append)
    choose(pane, source("I1 Kabid"))
    pane._browsing.setInterval(500)  # a busy machine may be slow between two keys
    for _ in range(2):
        qtbot.keyClick(pane.tree, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(opened), timeout=3000)
    assert opened == [source("I10 Ketua RW")]


def test_the_source_in_front_is_chosen_without_being_opened_again(
    qtbot: QtBot, pane: SourcesPane, place: Place, source: Callable[[str], SourceId]
) -> None:
    with qtbot.assertNotEmitted(pane.open_wanted, wait=250):
        place.change(source=source("Perwal Aduan"))
    assert pane.chosen() == [source("Perwal Aduan")]


def test_coding_fills_the_bar_and_reads_only_that_source(
    qtbot: QtBot,
    pane: SourcesPane,
    session: Session,
    source: Callable[[str], SourceId],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key, read = source("I2 Admin"), []
    repository = session.project.sources
    tallies = repository.tallies
    monkeypatch.setattr(repository, "tallies", lambda keys: read.extend(keys) or tallies(keys))
    monkeypatch.setattr(repository, "all", lambda **_: pytest.fail("read all sources"))
    for end in (20, 26):
        session.perform(
            lambda end=end: coding.apply_new_code(session.project, key, 0, end, f"Kode {end}")
        )
    index = pane.model.index_of(pane.model.rows_of(key)[0])
    qtbot.waitUntil(lambda: index.data(Role.COVERAGE) > 0.3, timeout=500)
    assert index.data(Role.COVERAGE) == pytest.approx(26 / len(TEXT))
    assert read == [key]


def test_f2_renames_and_the_order_follows(
    qtbot: QtBot, pane: SourcesPane, source: Callable[[str], SourceId]
) -> None:
    key = source("I10 Ketua RW")
    choose(pane, key)
    pane.tree.setFocus()
    qtbot.keyClick(pane.tree, Qt.Key.Key_F2)
    editor = pane.tree.viewport().findChild(NameEditor)
    editor.clear()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.isVisible(), "an empty name is no name"
    qtbot.keyClicks(editor, "I0 Ketua RW")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(pane)[1:3] == ["I0 Ketua RW", "I1 Kabid"], timeout=500)
    assert pane.chosen() == [key]


def test_removing_several_is_one_step_that_is_undone(
    qtbot: QtBot, pane: SourcesPane, session: Session, source: Callable[[str], SourceId]
) -> None:
    before = shown(pane)
    choose(pane, source("I1 Kabid"), source("Perwal Aduan"))
    with qtbot.waitSignal(pane.removed) as said:
        qtbot.keyClick(pane.tree, Qt.Key.Key_Delete)
    assert said.args == [["I1 Kabid", "Perwal Aduan"]]
    assert shown(pane) == ["Interviews", "I2 Admin", "I10 Ketua RW"]
    session.undo()
    assert shown(pane) == before


def test_kind_and_language_are_set_for_all_that_are_chosen(
    pane: SourcesPane, session: Session, source: Callable[[str], SourceId]
) -> None:
    keys = [source("I1 Kabid"), source("I2 Admin")]
    choose(pane, *keys)
    pick(pane, "kind", SourceKind.FOCUS_GROUP)
    pick(pane, "language", "en")
    read = [sources.get_source(session.project, key) for key in keys]
    assert {(each.kind, each.language) for each in read} == {("focus-group", "en")}
    assert shown(pane)[2:5] == ["Focus groups", "I1 Kabid", "I2 Admin"]
    assert pane.chosen() == keys
    session.undo()
    session.undo()
    assert shown(pane)[:2] == ["Interviews", "I1 Kabid"]


def test_a_new_case_is_made_and_linked_in_one_step(
    qtbot: QtBot, pane: SourcesPane, session: Session, source: Callable[[str], SourceId]
) -> None:
    choose(pane, source("I1 Kabid"), source("Perwal Aduan"))
    pick(pane, "new_case")
    qtbot.keyClicks(pane.prompt.field, "Diskominfo")
    qtbot.keyClick(pane.prompt.field, Qt.Key.Key_Return)
    (case,) = session.project.cases.all()
    assert (case.name, case.sources) == ("Diskominfo", ("I1 Kabid", "Perwal Aduan"))
    session.undo()
    assert session.project.cases.all() == []


def test_a_case_that_is_there_already_is_refused_where_it_is_typed(
    qtbot: QtBot, pane: SourcesPane, session: Session, source: Callable[[str], SourceId]
) -> None:
    session.perform(lambda: cases.add_case(session.project, "Diskominfo"))
    choose(pane, source("I1 Kabid"))
    pick(pane, "new_case")
    qtbot.keyClicks(pane.prompt.field, "diskominfo")
    with qtbot.assertNotEmitted(session.failed):
        qtbot.keyClick(pane.prompt.field, Qt.Key.Key_Return)
    assert pane.prompt.problem()
    assert pane.prompt.isVisible()


def test_by_case_a_source_of_two_cases_stands_twice(
    qtbot: QtBot, pane: SourcesPane, session: Session, source: Callable[[str], SourceId]
) -> None:
    key = source("I1 Kabid")
    for name in ("RW 10", "RW 2"):
        case = session.perform(lambda name=name: cases.add_case(session.project, name))
        session.perform(lambda case=case: cases.link_sources(session.project, case, [key]))
    qtbot.mouseClick(pane.grouping, LEFT)
    assert shown(pane)[:5] == ["RW 2", "I1 Kabid", "RW 10", "I1 Kabid", "Without a case"]
    menu_cases = cases.find_case(session.project, "RW 2")
    choose(pane, key)
    pick(pane, "unlink", menu_cases)
    assert shown(pane)[:3] == ["RW 10", "I1 Kabid", "Without a case"]
    again = SourcesPane(session, Place())
    qtbot.addWidget(again)
    assert again.model.grouping is Grouping.CASE


def test_a_folded_kind_is_folded_next_time(
    qtbot: QtBot, pane: SourcesPane, session: Session
) -> None:
    heading = pane.tree.visualRect(pane.model.index(0, 0)).center()
    qtbot.mouseClick(pane.tree.viewport(), LEFT, pos=heading)
    again = SourcesPane(session, Place())
    qtbot.addWidget(again)
    assert shown(again) == shown(pane) == ["Interviews", "Regulations", "Perwal Aduan"]


def test_importing_a_source_keeps_the_name_that_is_being_typed(
    qtbot: QtBot, pane: SourcesPane, session: Session, source: Callable[[str], SourceId]
) -> None:
    choose(pane, source("I2 Admin"))
    pane.tree.setFocus()
    qtbot.keyClick(pane.tree, Qt.Key.Key_F2)
    editor = pane.tree.viewport().findChild(NameEditor)
    qtbot.keyClicks(editor, "Admin media")
    add(session, "I1b Wartawan", SourceKind.INTERVIEW)
    assert shown(pane)[1:4] == ["I1 Kabid", "I1b Wartawan", "I2 Admin"]
    assert editor.text() == "Admin media"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Admin media" in shown(pane), timeout=500)


def drag(paths: Sequence[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_files_from_the_desktop_are_handed_on(
    qtbot: QtBot, pane: SourcesPane, tmp_path: Path
) -> None:
    file = tmp_path / "I5.docx"
    data, keys = drag([file, tmp_path]), Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, LEFT, keys)
    pane.dragEnterEvent(enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, LEFT, keys)
    with qtbot.waitSignal(pane.files_dropped) as said:
        pane.dropEvent(drop)
    assert said.args == [[file, tmp_path]]


def test_words_from_another_program_are_not_files(pane: SourcesPane) -> None:
    data = QMimeData()
    data.setText("https://example.org")
    data.setUrls([QUrl("https://example.org/page")])
    keys = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, LEFT, keys)
    pane.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_without_sources_the_pane_says_how_to_begin(
    qtbot: QtBot, session: Session, place: Place
) -> None:
    pane = SourcesPane(session, place)
    qtbot.addWidget(pane)
    pane.show()
    (button,) = pane.empty.buttons()
    with qtbot.waitSignal(pane.import_wanted):
        qtbot.mouseClick(button, LEFT)
    add(session, "I1", SourceKind.INTERVIEW)
    assert shown(pane) == ["Interviews", "I1"]
    with qtbot.waitSignal(pane.import_wanted):
        qtbot.mouseClick(pane.import_button, LEFT)


def test_export_hands_on_what_is_chosen(
    qtbot: QtBot, pane: SourcesPane, source: Callable[[str], SourceId]
) -> None:
    left = pane.tree.viewport()
    qtbot.mouseClick(left, LEFT, pos=middle(pane, source("I1 Kabid")))
    qtbot.mouseClick(left, LEFT, CTRL, middle(pane, source("I2 Admin")))
    with qtbot.waitSignal(pane.export_wanted) as said:
        pick(pane, "export")
    assert said.args == [[source("I1 Kabid"), source("I2 Admin")]]


def test_another_language_is_spoken_at_once(qtbot: QtBot, pane: SourcesPane) -> None:
    pane.filter.setPlaceholderText("")
    pane.changeEvent(QEvent(QEvent.Type.LanguageChange))
    assert pane.filter.placeholderText() == "Filter sources"


def test_a_new_case_has_no_source_read_again(
    pane: SourcesPane, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[object]()
    monkeypatch.setattr(pane, "_read_stale", lambda: read.append(pane._stale))
    session.perform(lambda: cases.add_case(session.project, "Diskominfo"))
    assert not read and not pane._stale


def test_what_the_filter_leaves_is_painted_in_a_turn_of_its_own(
    qtbot: QtBot, pane: SourcesPane
) -> None:
    qtbot.keyClicks(pane.filter, "I4")
    with qtbot.waitSignal(pane.filter.filtered, timeout=1_000):
        pass
    assert not pane.tree.updatesEnabled()
    qtbot.waitUntil(pane.tree.updatesEnabled)
