"""The commands of the desk that go beyond one pane, by keys in the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.services import codebook, coding
from makna.services.importing import import_text
from makna.services.memos import write_memo
from makna.services.sources import remove_sources
from makna.ui.desk.desk import Desk
from makna.ui.desk.source_page import SourcePage
from makna.ui.main_window import MainWindow
from makna.ui.page import Asking

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
TEXT = (
    "Peneliti: Bagaimana aduan warga ditangani?\n"
    "I1: Setiap aduan kami baca. Admin wajib menjawab dalam dua puluh empat jam.\n"
    "Peneliti: Siapa yang menjawab?\n"
    "I1: Admin kami cuma dua orang. Aduan kami teruskan ke dinas terkait.\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    project = bootstrap.create_project(tmp_path / "Skripsi.makna", coder="Ani")
    import_text(project, "I1 Kabid", TEXT)
    codebook.set_shortcut(project, codebook.add_code(project, "Respons cepat").value, 1)
    project.close()
    return tmp_path / "Skripsi.makna"


@pytest.fixture
def window(path: Path, bare_window: MainWindow) -> MainWindow:
    bare_window.resize(1280, 800)
    assert bare_window.open_project(path)
    return bare_window


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> SourcePage:
    desk.sources.open_wanted.emit(desk.session.project.sources.all()[0].id)
    opened = desk.pages.source_page
    assert opened is not None
    return opened


@pytest.fixture
def select(page: SourcePage) -> Callable[[str], None]:
    def chosen(words: str) -> None:
        start = TEXT.index(words)
        page.page.set_selection(start, start + len(words))

    return chosen


def quoted(desk: Desk) -> list[str]:
    """The words of every coding, in order of place."""
    project = desk.session.project
    return [
        project.texts.text(source.id)[passage.start : passage.end]
        for source in project.sources.all()
        for passage in project.passages.of_source(source.id)
        for _ in passage.codings
    ]


def press(qtbot: QtBot, window: MainWindow, key: str) -> None:
    """A command's keys, as a screen reader or a hand gives them."""
    action = window.commands[key]
    assert action.isEnabled(), key
    keys = action.shortcut()
    assert not keys.isEmpty(), key
    qtbot.keySequence(window.focusWidget() or window, keys)


def test_a_key_widens_what_is_selected(qtbot: QtBot, window: MainWindow, page: SourcePage) -> None:
    page.setFocus()
    at = TEXT.index("wajib")
    page.page.set_selection(at, at)
    press(qtbot, window, "expand")
    press(qtbot, window, "expand")
    start, end = page.page.selection() or (0, 0)
    assert TEXT[start:end] == "Admin wajib menjawab dalam dua puluh empat jam."
    press(qtbot, window, "shrink")
    start, end = page.page.selection() or (0, 0)
    assert TEXT[start:end] == "wajib"


def test_hits_are_gone_through_and_coded_one_by_one(
    qtbot: QtBot, window: MainWindow, desk: Desk, page: SourcePage, select: Callable[[str], None]
) -> None:
    select("cuma dua orang")
    qtbot.keyClick(page.page, Key.Key_1)
    desk.search("aduan")
    qtbot.waitUntil(lambda: desk.results.model.rowCount() == 4)
    press(qtbot, window, "next_hit")
    first = page.page.selection()
    press(qtbot, window, "next_hit")
    second = page.page.selection()
    assert first != second
    press(qtbot, window, "previous_hit")
    assert page.page.selection() == first
    steps = len(desk.session.project.history.entries(-1))
    press(qtbot, window, "code_hit")
    assert page.page.selection() == second
    press(qtbot, window, "code_hit")
    assert len(desk.session.project.history.entries(-1)) == steps + 2
    assert quoted(desk) == ["aduan", "aduan", "cuma dua orang"]


def test_all_turns_of_the_speaker_at_the_caret_are_coded(
    qtbot: QtBot, window: MainWindow, desk: Desk, page: SourcePage
) -> None:
    page.page.set_selection(TEXT.index("Setiap"), TEXT.index("Setiap"))
    window.commands["code_turns"].trigger()
    qtbot.keyClicks(desk.coding.picker.field, "Jawaban I1")
    qtbot.keyClick(desk.coding.picker.field, Key.Key_Return)
    assert [words.split()[0] for words in quoted(desk)] == ["Setiap", "Admin"]
    assert "2 turn" in desk.notices.text()
    qtbot.mouseClick(desk.notices.buttons()[0], LEFT)
    assert quoted(desk) == []


def test_the_interviewers_turns_are_hidden_and_it_is_remembered(
    qtbot: QtBot, window: MainWindow, desk: Desk, page: SourcePage, path: Path
) -> None:
    window.commands["questions_folded"].trigger()
    assert page.page.reading.asking is Asking.FOLDED
    window.commands["questions_shaded"].trigger()
    assert page.page.reading.asking is Asking.SHADED
    assert not window.commands["questions_folded"].isChecked()
    window.commands["line_numbers"].trigger()
    window.close_project()
    assert window.open_project(path) and window.desk is not None
    assert window.commands["questions_shaded"].isChecked()
    assert window.desk.pages.reading.lines


def test_correcting_has_a_lasting_sign_that_ends_it(
    qtbot: QtBot, window: MainWindow, page: SourcePage
) -> None:
    press(qtbot, window, "correct")
    assert page.correcting and page.strip.isVisible()
    qtbot.keyClicks(page.page, "x")
    qtbot.mouseClick(page.strip.done, LEFT)
    assert not page.correcting and page.strip.isHidden()
    assert not window.commands["correct"].isChecked()


def test_a_kill_loses_nothing_of_where_one_is(
    qtbot: QtBot, window: MainWindow, desk: Desk, page: SourcePage, select: Callable[[str], None]
) -> None:
    select("cuma dua orang")
    qtbot.keyClick(page.page, Key.Key_1)
    chosen = desk.place.now.passage
    select("wajib menjawab")
    desk.place.change(passage=chosen)

    def kept() -> dict[str, Any]:
        found = desk.session.recall("tabs")
        return found if isinstance(found, dict) else {}

    qtbot.waitUntil(lambda: kept().get("passage") == chosen, timeout=4000)
    ((kind, source, _top, anchor, caret, _at),) = kept()["tabs"]
    assert (kind, source) == ("source", page.source)
    assert TEXT[anchor:caret] == "wajib menjawab"


def test_selection_and_passage_are_there_again(
    qtbot: QtBot,
    window: MainWindow,
    desk: Desk,
    page: SourcePage,
    select: Callable[[str], None],
    path: Path,
) -> None:
    select("cuma dua orang")
    qtbot.keyClick(page.page, Key.Key_1)
    chosen = desk.place.now.passage
    window.close_project()
    assert window.open_project(path) and window.desk is not None
    assert window.desk.place.now.passage == chosen
    again = window.desk.pages.source_page
    assert again is not None and again.page.selected_passage == chosen
    start, end = again.page.selection() or (0, 0)
    assert TEXT[start:end] == "cuma dua orang"


def test_the_palette_lists_every_command(
    qtbot: QtBot, window: MainWindow, desk: Desk, page: SourcePage
) -> None:
    window.commands["palette"].trigger()
    assert window.verbs is not None
    palette = window.verbs.text.palette
    names = [item.name for item in palette.items()]
    expected = [window.commands.name(command.key) for command, _ in window.commands]
    assert sorted([*names, window.commands.name("palette")]) == sorted(expected)
    qtbot.keyClick(palette.field, Key.Key_Escape)


@pytest.mark.parametrize(
    ("box", "said"), [("palette", "No command fits"), ("go_to", "Nothing fits")]
)
def test_a_box_in_which_nothing_fits_says_so(
    qtbot: QtBot, window: MainWindow, desk: Desk, box: str, said: str
) -> None:
    window.commands[box].trigger()
    assert window.verbs is not None
    popup = getattr(window.verbs.text, box)
    assert not popup.nothing.isVisible()
    qtbot.keyClicks(popup.field, "zzxq")
    assert popup.nothing.isVisible() and popup.nothing.text() == said
    qtbot.keyClick(popup.field, Key.Key_Escape)


def test_a_code_made_from_the_text_comes_into_sight(
    qtbot: QtBot, window: MainWindow, desk: Desk, page: SourcePage, select: Callable[[str], None]
) -> None:
    for number in range(60):
        codebook.add_code(desk.session.project, f"Kode {number:02}")
    desk.codes._read_codes()
    select("cuma dua orang")
    press(qtbot, window, "code")
    qtbot.keyClicks(desk.coding.picker.field, "Zat baru")
    qtbot.keyClick(desk.coding.picker.field, Key.Key_Return)
    made = desk.session.project.codes.tree().child_named(None, "Zat baru")
    assert made is not None
    tree = desk.codes.tree
    box = tree.visualRect(desk.codes.model.index_of(made.id))
    assert tree.viewport().rect().intersects(box) and box.height() > 0


def test_the_status_line_says_where_the_passage_is(
    qtbot: QtBot, window: MainWindow, desk: Desk, page: SourcePage, select: Callable[[str], None]
) -> None:
    source, start = page.source, TEXT.index("cuma dua orang")
    code = desk.session.project.codes.tree().ordered[0].id
    done = desk.session.perform(
        lambda: coding.apply_code(desk.session.project, source, start, start + 14, code)
    )
    assert done is not None
    desk.place.change(source=source, passage=done.passage, start=0, end=0)
    assert desk.status.piece("where").text().startswith("¶ 4")


def test_the_status_line_tells_the_size_that_the_wheel_gave(desk: Desk, page: SourcePage) -> None:
    # Only the keys told it: after the wheel it went on saying 100 %.
    page.page.zoom_by(1)
    assert desk.status.piece("zoom").text() == "110 %"
    desk.status.piece("zoom").click()
    assert desk.status.piece("zoom").text() == "100 %"


def test_same_code_again_asks_for_one_where_none_was_used_yet(
    window: MainWindow, desk: Desk, page: SourcePage, select: Callable[[str], None]
) -> None:
    select("Setiap aduan kami baca.")
    window.commands["code_again"].trigger()
    assert desk.coding.picker.isVisible()
    desk.coding.picker.hide()


def test_a_number_key_that_holds_no_code_says_so(
    qtbot: QtBot, desk: Desk, page: SourcePage, select: Callable[[str], None]
) -> None:
    select("Setiap aduan kami baca.")
    qtbot.keyClick(page.page, Qt.Key.Key_7)
    assert "7" in desk.notices.text()
    assert quoted(desk) == []


ABOUT_TEXTS = ("code", "in_vivo", "code_again", "code_turns", "uncode", "star")


@pytest.mark.parametrize("elsewhere", ["cases", "history", "write", "memo"])
def test_other_pages_leave_the_passage_of_the_text_behind_them_alone(
    qtbot: QtBot,
    window: MainWindow,
    desk: Desk,
    select: Callable[[str], None],
    elsewhere: str,
) -> None:
    select("cuma dua orang")
    qtbot.keySequence(window, "1")
    session = desk.session
    if elsewhere == "memo":
        made = session.perform(lambda: write_memo(session.project, "Catatan", ""))
        assert made is not None
        desk.pages.open_memo(made)
    else:
        desk.page_wanted.emit(elsewhere)
    desk.codes.tree.choose([session.project.codes.tree().ordered[0].id])
    steps = len(session.project.history.entries(-1))
    for key in ABOUT_TEXTS:
        keys = window.commands[key].shortcut()
        if not keys.isEmpty():
            qtbot.keySequence(window, keys)
        window.commands[key].trigger()
    qtbot.keyClick(desk.codes.tree, Key.Key_Return)
    assert len(session.project.history.entries(-1)) == steps
    assert not desk.coding.picker.isVisible()


def test_a_memo_that_is_undone_takes_its_tab_along_though_nobody_looked_at_it(
    window: MainWindow, desk: Desk, page: SourcePage, path: Path
) -> None:
    session = desk.session
    made = session.perform(lambda: write_memo(session.project, "Catatan", ""))
    assert made is not None
    desk.pages.open_memo(made)
    desk.pages.open_source(page.source)
    window.close_project()
    assert window.open_project(path)
    again = window.desk
    assert again is not None and len(again.pages.strip.keys()) == 2
    again.session.undo()
    assert len(again.pages.strip.keys()) == 1
    assert again.pages.source_page is not None


def test_a_source_that_is_removed_leaves_the_tab_in_front_where_it_is(
    desk: Desk, page: SourcePage
) -> None:
    session = desk.session
    added = session.perform(lambda: import_text(session.project, "I2", "Lain."))
    assert added is not None
    desk.pages.open_source(added.id)
    session.perform(lambda: remove_sources(session.project, [page.source]))
    front = desk.pages.source_page
    assert front is not None and front.source == added.id
