"""The window as a whole: from a transcript to codes, by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.domain.model import CodeId, SourceId
from makna.services import codebook, coding
from makna.services.importing import import_text
from makna.ui.desk.desk import Desk
from makna.ui.desk.source_page import SourcePage
from makna.ui.main_window import MainWindow

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
TEXT = (
    "Peneliti: Bagaimana aduan warga ditangani?\n"
    "I1: Setiap komentar kami baca. Admin wajib menjawab dalam dua puluh empat jam.\n"
    "Peneliti: Siapa yang menjawab?\n"
    "I1: Admin kami cuma dua orang. Kami teruskan ke dinas terkait 🙏 lalu kami jawab.\n"
)
PROMISE = "Admin wajib menjawab dalam dua puluh empat jam"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with one interview, two codes with number keys, and no coding."""
    project = bootstrap.create_project(tmp_path / "Skripsi.makna", coder="Ani")
    import_text(project, "I1 Kabid", TEXT)
    for number, name in enumerate(("Respons cepat", "Jembatan warga"), 1):
        codebook.set_shortcut(project, codebook.add_code(project, name).value, number)
    project.close()
    return tmp_path / "Skripsi.makna"


@pytest.fixture
def window(bare_window: MainWindow, path: Path) -> MainWindow:
    bare_window.resize(1280, 800)
    assert bare_window.open_project(path)
    return bare_window


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> SourcePage:
    source = desk.session.project.sources.all()[0].id
    desk.sources.open_wanted.emit(source)
    opened = desk.pages.source_page
    assert opened is not None
    return opened


@pytest.fixture
def select(page: SourcePage) -> Callable[[str], None]:
    def chosen(words: str) -> None:
        start = TEXT.index(words)
        page.page.set_selection(start, start + len(words))

    return chosen


def quotations(desk: Desk) -> list[tuple[str, str]]:
    """(code, words) of every coding, in order of place."""
    project = desk.session.project
    tree = project.codes.tree()
    return [
        (tree[each.code].name, project.texts.text(source.id)[passage.start : passage.end])
        for source in project.sources.all()
        for passage in project.passages.of_source(source.id)
        for each in passage.codings
    ]


def test_a_number_key_codes_what_is_selected(
    qtbot: QtBot, desk: Desk, page: SourcePage, select: Callable[[str], None]
) -> None:
    select(PROMISE)
    qtbot.keyClick(page.page, Qt.Key.Key_1)
    assert quotations(desk) == [("Respons cepat", PROMISE)]
    assert [mark.name for mark in page.page.surface.scene.marks] == ["Respons cepat"]


def test_a_few_letters_and_enter_find_a_code(
    qtbot: QtBot, window: MainWindow, desk: Desk, page: SourcePage, select: Callable[[str], None]
) -> None:
    select("Kami teruskan ke dinas terkait 🙏")
    window.commands["code"].trigger()
    picker = desk.coding.picker
    qtbot.keyClicks(picker.field, "jemb")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert quotations(desk) == [("Jembatan warga", "Kami teruskan ke dinas terkait 🙏")]


def test_a_name_that_nothing_matches_becomes_a_code(
    qtbot: QtBot, window: MainWindow, desk: Desk, page: SourcePage, select: Callable[[str], None]
) -> None:
    select("cuma dua orang")
    window.commands["code"].trigger()
    qtbot.keyClicks(desk.coding.picker.field, "Kurang tenaga")
    qtbot.keyClick(desk.coding.picker.field, Qt.Key.Key_Return)
    assert quotations(desk) == [("Kurang tenaga", "cuma dua orang")]
    window.commands["undo"].trigger()
    assert quotations(desk) == []
    assert len(desk.session.project.codes.tree()) == 2


def test_in_vivo_names_the_code_by_the_words(
    window: MainWindow, desk: Desk, page: SourcePage, select: Callable[[str], None]
) -> None:
    select("cuma dua orang")
    window.commands["in_vivo"].trigger()
    assert quotations(desk) == [("cuma dua orang", "cuma dua orang")]


def test_several_codes_on_one_passage_and_one_taken_off(
    qtbot: QtBot, window: MainWindow, desk: Desk, page: SourcePage, select: Callable[[str], None]
) -> None:
    select(PROMISE)
    qtbot.keyClick(page.page, Qt.Key.Key_1)
    qtbot.keyClick(page.page, Qt.Key.Key_2)
    assert [code for code, _ in quotations(desk)] == ["Respons cepat", "Jembatan warga"]
    window.commands["uncode"].trigger()
    assert [code for code, _ in quotations(desk)] == ["Respons cepat"]


def test_undo_says_what_it_undoes_and_redo_brings_it_back(
    qtbot: QtBot, window: MainWindow, desk: Desk, page: SourcePage, select: Callable[[str], None]
) -> None:
    select(PROMISE)
    qtbot.keyClick(page.page, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "Respons cepat" in window.commands["undo"].toolTip())
    window.commands["undo"].trigger()
    assert quotations(desk) == []
    assert list(page.page.surface.scene.marks) == []
    window.commands["redo"].trigger()
    assert quotations(desk) == [("Respons cepat", PROMISE)]


def test_a_typo_mended_in_place_moves_the_passages(
    qtbot: QtBot, window: MainWindow, desk: Desk, page: SourcePage, select: Callable[[str], None]
) -> None:
    select(PROMISE)
    qtbot.keyClick(page.page, Qt.Key.Key_1)
    window.commands["correct"].trigger()
    page.page.set_selection(TEXT.index("Setiap"), TEXT.index("Setiap"))
    qtbot.keyClicks(page.page, "Ya, 1 ")
    window.commands["correct"].trigger()
    project = desk.session.project
    assert "I1: Ya, 1 Setiap" in project.texts.text(page.source)
    assert quotations(desk) == [("Respons cepat", PROMISE)]
    window.commands["undo"].trigger()
    assert project.texts.text(page.source) == TEXT.rstrip("\n") or (
        project.texts.text(page.source) == TEXT
    )
    assert page.page.surface.text == project.texts.text(page.source)


def test_typing_is_kept_after_a_pause_as_one_step(
    qtbot: QtBot, window: MainWindow, desk: Desk, page: SourcePage
) -> None:
    steps = len(desk.session.project.history.entries())
    window.commands["correct"].trigger()
    page.page.set_selection(0, 0)
    qtbot.keyClicks(page.page, "abc")
    qtbot.waitUntil(
        lambda: desk.session.project.texts.text(page.source).startswith("abc"), timeout=3000
    )
    qtbot.keyClicks(page.page, "def")
    qtbot.waitUntil(
        lambda: desk.session.project.texts.text(page.source).startswith("abcdef"), timeout=3000
    )
    assert len(desk.session.project.history.entries()) == steps + 1


def test_an_edge_moved_by_keys_resizes_the_passage(
    qtbot: QtBot, desk: Desk, page: SourcePage, select: Callable[[str], None]
) -> None:
    select(PROMISE)
    qtbot.keyClick(page.page, Qt.Key.Key_1)
    qtbot.keyClick(page.page, Qt.Key.Key_End, ALT | SHIFT)
    qtbot.keyRelease(page.page, Qt.Key.Key_Alt)
    assert quotations(desk) == [("Respons cepat", PROMISE.removesuffix(" jam"))]


def test_nothing_selected_says_what_to_do(window: MainWindow, desk: Desk, page: SourcePage) -> None:
    page.page.set_selection(0, 0)
    window.commands["code"].trigger()
    assert "Select some words" in desk.notices.text()


def test_search_shows_hits_and_a_click_goes_there(
    qtbot: QtBot, desk: Desk, page: SourcePage
) -> None:
    desk.header.search.setText("menjawab")
    qtbot.keyClick(desk.header.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.results.model.rowCount() > 0)
    assert desk.results.isVisible()
    assert page.page.surface.scene.hits


def test_the_next_passage_is_chosen_and_back_returns(
    qtbot: QtBot, window: MainWindow, desk: Desk, page: SourcePage, select: Callable[[str], None]
) -> None:
    for words, key in ((PROMISE, Qt.Key.Key_1), ("cuma dua orang", Qt.Key.Key_2)):
        select(words)
        qtbot.keyClick(page.page, key)
    page.page.set_selection(0, 0)
    desk.place.change(passage=None)
    window.commands["next_passage"].trigger()
    first = desk.place.now.passage
    window.commands["next_passage"].trigger()
    second = desk.place.now.passage
    assert None not in (first, second) and first != second
    window.commands["back"].trigger()
    assert desk.place.now.passage == first


def test_the_next_uncoded_stretch_skips_what_is_coded(
    qtbot: QtBot, window: MainWindow, page: SourcePage, select: Callable[[str], None]
) -> None:
    select("I1: Setiap komentar kami baca. " + PROMISE)
    qtbot.keyClick(page.page, Qt.Key.Key_1)
    page.page.set_selection(0, 0)
    window.commands["next_uncoded"].trigger()
    assert TEXT[page.page.caret() :].startswith("Siapa yang menjawab")
    window.commands["previous_uncoded"].trigger()
    assert TEXT[page.page.caret() :].startswith("Bagaimana aduan")


def test_the_place_follows_the_caret(
    qtbot: QtBot, window: MainWindow, desk: Desk, page: SourcePage
) -> None:
    # The status bar named the paragraph of the last selection, and Back led there.
    page.page.set_selection(0, 0)
    qtbot.keyClick(page.page, Qt.Key.Key_Down)
    qtbot.keyClick(page.page, Qt.Key.Key_Down)
    assert desk.place.now.start == desk.place.now.end == page.page.caret() > 0
    window.commands["next_uncoded"].trigger()
    assert desk.place.now.start == page.page.caret()


def test_everything_is_where_it_was_when_the_project_opens_again(
    qtbot: QtBot, window: MainWindow, desk: Desk, page: SourcePage, path: Path
) -> None:
    window.commands["right_pane"].trigger()
    assert desk.inspector.isHidden()
    window.close_project()
    assert window.desk is None
    assert window.open_project(path)
    reopened = window.desk
    assert reopened is not None
    assert reopened.pages.source_page is not None
    assert reopened.inspector.isHidden()


def test_the_language_changes_while_it_runs(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    window.commands["language"].trigger()
    qtbot.waitUntil(lambda: window.commands["import"].text() == "Impor dokumen…")
    window.commands["language"].trigger()
    qtbot.waitUntil(lambda: window.commands["import"].text() == "Import documents…")


def test_the_theme_changes_the_page_and_the_marks(
    qtbot: QtBot, window: MainWindow, page: SourcePage, select: Callable[[str], None]
) -> None:
    select(PROMISE)
    qtbot.keyClick(page.page, Qt.Key.Key_1)
    light = next(iter(page.page.surface.scene.marks)).color
    window.commands["theme"].trigger()
    assert next(iter(page.page.surface.scene.marks)).color != light
    assert page.page.surface.looks.theme.paper == "#26292d"


def test_a_removed_source_closes_its_tab_and_undo_brings_it_back(
    qtbot: QtBot, desk: Desk, page: SourcePage
) -> None:
    from makna.services.sources import remove_sources

    project = desk.session.project
    desk.session.perform(lambda: remove_sources(project, [page.source]))
    assert desk.pages.source_page is None
    desk.session.undo()
    assert len(project.sources.all()) == 1


def test_a_project_open_elsewhere_is_offered_for_reading(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    second = MainWindow()
    qtbot.addWidget(second)
    assert not second.open_project(path)
    assert "open elsewhere" in second.notices.text()
    second.notices.buttons()[0].click()
    assert second.desk is not None
    assert not second.desk.session.writable
    second.close_project()


def test_a_file_that_is_no_project_says_so(
    qtbot: QtBot, window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    other = tmp_path / "catatan.makna"
    other.write_text("bukan proyek", encoding="utf-8")
    assert not window.open_project(other)
    assert "is not a Makna project" in desk.notices.text()


@pytest.mark.parametrize(
    "name", ["frames", "export", "history", "cases", "settings", "shortcuts", "new-source"]
)
def test_every_page_opens_once_and_closes(
    qtbot: QtBot, window: MainWindow, desk: Desk, name: str
) -> None:
    assert window.verbs is not None
    window.verbs.open_page(name)
    window.verbs.open_page(name)
    assert len(desk.pages.strip.keys()) == 1
    window.commands["close_tab"].trigger()
    assert desk.pages.strip.keys() == []


def test_every_command_has_a_name_and_no_two_share_keys(window: MainWindow) -> None:
    keys = [command.keys for command, _ in window.commands if command.keys]
    assert len(keys) == len(set(keys))
    assert all(window.commands.name(command.key) for command, _ in window.commands)


def test_codes_dropped_on_the_text_are_applied(
    desk: Desk, page: SourcePage, select: Callable[[str], None]
) -> None:
    codes = [code.id for code in desk.session.project.codes.tree().ordered]
    start = TEXT.index("cuma")
    page.page.codes_dropped.emit([int(code) for code in codes], start, start + 14)
    assert [code for code, _ in quotations(desk)] == ["Respons cepat", "Jembatan warga"]
    # A code that was dropped is the one used last: "same code again" took an older one.
    select("Setiap")
    assert desk.coding.again()
    assert ("Jembatan warga", "Setiap") in quotations(desk)


def test_a_coding_made_elsewhere_appears_on_the_open_page(desk: Desk, page: SourcePage) -> None:
    project = desk.session.project
    code = CodeId(project.codes.tree().ordered[0].id)
    desk.session.perform(lambda: coding.apply_code(project, SourceId(page.source), 0, 8, code))
    assert [mark.start for mark in page.page.surface.scene.marks] == [0]


def test_the_menu_of_the_text_takes_a_code_off(
    qtbot: QtBot, window: MainWindow, desk: Desk, page: SourcePage, select: Callable[[str], None]
) -> None:
    from makna.ui.desk.menus import page_menu

    select(PROMISE)
    qtbot.keyClick(page.page, Qt.Key.Key_1)
    passage = desk.place.now.passage
    assert passage is not None
    menu = page_menu(desk.session, desk.place, desk.coding, window.commands, [passage], desk)
    menu.popup(QPoint(0, 0))
    remove = next(action for action in menu.actions() if action.text().startswith("Remove “"))
    remove.trigger()
    menu.close()
    assert quotations(desk) == []
