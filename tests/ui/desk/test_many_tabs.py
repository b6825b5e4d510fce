"""With many texts open only the one in front is worked on."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.services import codebook
from makna.services.importing import import_text
from makna.services.span_coding import Span, code_spans
from makna.ui.desk.source_page import SourcePage
from makna.ui.main_window import MainWindow
from makna.ui.page import Asking, Reading
from makna.ui.page.canvas import Canvas

TEXT = "Setiap komentar kami baca. Admin wajib menjawab dalam sehari.\n" * 40
TABS = 4


@pytest.fixture
def window(bare_window: MainWindow, tmp_path: Path) -> MainWindow:
    """Four texts, each open in a tab, the last in front; each has a coding on every line."""
    path = tmp_path / "Banyak.makna"
    project = bootstrap.create_project(path, coder="Ani")
    code = codebook.add_code(project, "Respons").value
    made = [import_text(project, f"I{number}", TEXT).value.id for number in range(TABS)]
    for source in made:
        code_spans(project, [Span(source, 62 * at, 62 * at + 25) for at in range(40)], code)
    project.close()
    bare_window.resize(1280, 800)
    assert bare_window.open_project(path)
    assert bare_window.desk is not None
    for source in made:
        bare_window.desk.pages.open_source(source)
    return bare_window


def pages(window: MainWindow) -> list[SourcePage]:
    assert window.desk is not None
    return list(window.desk.pages.source_pages())


@pytest.fixture
def built(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[Canvas]:
    """The pages that lay out their text, from now on."""
    found: list[Canvas] = []
    build = Canvas._build

    def noting(page: Canvas, place: tuple[int, float]) -> None:
        found.append(page)
        build(page, place)

    monkeypatch.setattr(Canvas, "_build", noting)
    return found


def test_a_zoom_lays_out_the_text_in_front_and_others_when_they_are_looked_at(
    window: MainWindow, built: list[Canvas]
) -> None:
    assert window.desk is not None
    first, *_, front = [page.page for page in pages(window)]
    front.zoom_by(1)
    front.zoom_by(1)
    assert built == [front, front]
    window.desk.pages.step(1)
    assert built == [front, front, first]
    assert first.zoom == front.zoom == window.desk.pages.zoom
    window.desk.pages.step(-1)
    assert len(built) == 3


def test_hidden_questions_are_hidden_in_other_texts_when_they_are_looked_at(
    window: MainWindow, built: list[Canvas]
) -> None:
    assert window.desk is not None
    folded = Reading(asking=Asking.FOLDED)
    window.desk.pages.set_reading(folded)
    assert len(built) == 1
    window.desk.pages.step(1)
    page = window.desk.pages.source_page
    assert page is not None and page.page.reading == folded


def test_a_new_tab_lays_out_its_text_once_in_the_looks_of_all(
    window: MainWindow, built: list[Canvas]
) -> None:
    assert window.desk is not None
    window.desk.pages.set_zoom(1.4)
    window.desk.pages.set_reading(Reading(asking=Asking.FOLDED))
    built.clear()
    new = import_text(window.desk.session.project, "Baru", TEXT).value.id
    window.desk.pages.open_source(new)
    assert len(built) == 1
    page = window.desk.pages.source_page
    assert page is not None and page.page.zoom == 1.4


def test_when_all_is_read_every_page_has_all_its_codings(window: MainWindow, qtbot: QtBot) -> None:
    for page in pages(window):
        qtbot.waitUntil(lambda page=page: not page.marks.unread, timeout=2_000)
        index = page.page.surface.scene.marks
        index._fetch = None
        assert len(index) == 40


def test_a_project_that_is_closed_before_all_was_read_is_asked_for_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = pages(window)[-1]
    page._read_marks()
    window.close_project()
    assert page.page.surface.scene.marks.overlapping(0, 100) == []
    qtbot.wait(20)
