"""A project opens again as it was left: pages, panes, filters, results, what is faded."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.services import codebook, coding
from makna.services.importing import import_text
from makna.ui.desk.desk import Desk
from makna.ui.desk.inspector import Scope
from makna.ui.desk.view_state import ViewStateKeeper
from makna.ui.main_window import MainWindow
from makna.ui.page import FocusMode

LEFT = Qt.MouseButton.LeftButton
TEXT = "Peneliti: Bagaimana aduan ditangani?\nI1: Setiap aduan kami baca. Admin kami cuma dua.\n"


def make(path: Path) -> Path:
    project = bootstrap.create_project(path, coder="Ani")
    source = import_text(project, "I1 Kabid", TEXT).value.id
    import_text(project, "I2 Admin", TEXT)
    code = codebook.add_code(project, "Respons cepat").value
    coding.apply_code(project, source, TEXT.index("Setiap"), TEXT.index(" Admin"), code)
    project.close()
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "Skripsi.makna")


@pytest.fixture
def window(path: Path, bare_window: MainWindow) -> MainWindow:
    bare_window.resize(1280, 800)
    assert bare_window.open_project(path)
    desk_of(bare_window).pages.open_source(desk_of(bare_window).session.project.sources.all()[0].id)
    return bare_window


def desk_of(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def reopened(window: MainWindow, path: Path) -> Desk:
    window.close_project()
    assert window.open_project(path)
    return desk_of(window)


def kinds(desk: Desk) -> list[str]:
    return [kind for kind, *_ in desk.pages.state()["tabs"]["tabs"]]  # type: ignore[index]


def test_pages_beside_the_texts_come_back_in_their_order(window: MainWindow, path: Path) -> None:
    desk, verbs = desk_of(window), window.verbs
    assert verbs is not None
    verbs.open_page("cases")
    desk.pages.open_source(desk.session.project.sources.all()[1].id)
    verbs.open_page("write")
    again = reopened(window, path)
    assert kinds(again) == ["source", "cases", "source", "write"]
    assert again.pages.current_kind == "write"
    assert again.activities.current() == "write"
    window.commands["to_code"].trigger()
    assert again.place.now.source == again.session.project.sources.all()[1].id


def test_a_page_that_was_not_in_front_is_made_when_it_is_looked_at(
    window: MainWindow, path: Path
) -> None:
    desk, verbs = desk_of(window), window.verbs
    assert verbs is not None
    verbs.open_page("history")
    desk.pages.step(-1)
    again = reopened(window, path)
    assert again.pages.current_kind == "source"
    assert [tab.widget is None for tab in again.pages._tabs.values()] == [False, True]
    again.pages.step(1)
    assert again.pages.current_kind == "history"


def test_the_results_come_back_with_what_was_searched(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    desk = desk_of(window)
    desk.search("aduan")
    qtbot.waitUntil(lambda: desk.results.listing.count == 4, timeout=8000)
    desk.results.bar.grouping_chosen.emit("rank")
    again = reopened(window, path)
    assert again.shows_results()
    assert window.commands["results_pane"].isChecked()
    listing = again.results.listing
    assert (listing.query, listing.grouping) == ("aduan", "rank")
    qtbot.waitUntil(lambda: again.results.listing.count == 4, timeout=8000)


def test_closed_results_come_back_closed_and_list_the_same_when_shown(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    desk = desk_of(window)
    code = desk.session.project.codes.tree().ordered[0].id
    desk.show_passages(code)
    desk.results.bar.closed.emit()
    again = reopened(window, path)
    assert not again.shows_results()
    window.commands["next_hit"].trigger()
    assert again.shows_results()
    qtbot.waitUntil(lambda: again.results.listing.count == 1, timeout=8000)


def test_a_code_that_is_gone_is_not_asked_for_again(window: MainWindow, path: Path) -> None:
    desk = desk_of(window)
    code = desk.session.project.codes.tree().ordered[0].id
    desk.show_passages(code)
    desk.session.perform(lambda: codebook.delete_codes(desk.session.project, [code]))
    again = reopened(window, path)
    assert not again.results.listing.asks


def test_results_that_a_wide_page_put_aside_are_kept(window: MainWindow, path: Path) -> None:
    desk_of(window).show_results()
    window.commands["to_write"].trigger()
    again = reopened(window, path)
    assert not again.shows_results()
    window.commands["to_code"].trigger()
    assert again.shows_results()


def test_filters_the_memos_and_what_was_looked_at_come_back(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    desk = desk_of(window)
    desk.sources.filter.setText("I2")
    window.commands["memos"].trigger()
    desk.place.change(code=desk.session.project.codes.tree().ordered[0].id)
    desk.inspector.look_at(Scope.CODE)
    again = reopened(window, path)
    assert again.sources.filter.text() == "I2"
    assert again.left.currentWidget() is again.memos
    assert again.place.now.code == again.session.project.codes.tree().ordered[0].id
    assert again.inspector.scope is Scope.CODE
    QApplication.processEvents()
    assert again.inspector.scope is Scope.CODE


def test_what_is_faded_comes_back_with_its_sign(
    qtbot: QtBot, window: MainWindow, path: Path, tmp_path: Path
) -> None:
    window.commands["focus_coded"].trigger()
    again = reopened(window, path)
    assert again.pages.source_page is not None
    assert again.pages.source_page.page.surface.scene.focus is FocusMode.CODED
    assert again.status.piece("faded").isVisible()
    assert window.open_project(make(tmp_path / "Lain.makna"))
    assert not window.commands["focus_coded"].isChecked()
    assert not desk_of(window).status.piece("faded").isVisible()


def test_the_signs_of_what_is_faded_or_hidden_end_it(qtbot: QtBot, window: MainWindow) -> None:
    status = desk_of(window).status
    window.commands["focus_coded"].trigger()
    window.commands["questions_folded"].trigger()
    assert status.piece("faded").isVisible() and status.piece("folded").isVisible()
    qtbot.mouseClick(status.piece("faded"), LEFT)
    qtbot.mouseClick(status.piece("folded"), LEFT)
    assert not status.piece("faded").isVisible() and not status.piece("folded").isVisible()
    assert not window.commands["focus_coded"].isChecked()
    assert not window.commands["questions_folded"].isChecked()


def test_a_focus_on_a_code_needs_one(window: MainWindow) -> None:
    window.commands["focus_code"].trigger()
    desk = desk_of(window)
    assert not window.commands["focus_code"].isChecked()
    assert "Choose a code" in desk.notices.text()


def test_opening_writes_nothing_down(window: MainWindow, path: Path, monkeypatch) -> None:
    window.close_project()
    kept: list[object] = []
    monkeypatch.setattr(ViewStateKeeper, "keep", lambda self: kept.append(self))
    assert window.open_project(path)
    assert not desk_of(window).keeper._pause.isActive()
