"""The manual in the window: contents, search, pictures, links, the page for what is in front."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.services.importing import import_text
from makna.services.manual import manual
from makna.ui.language import set_language
from makna.ui.main_window import MainWindow
from makna.ui.manual import ManualPage
from makna.ui.manual.contents import ContentsModel
from makna.ui.theme.theme import apply_theme
from makna.ui.theme.tokens import DARK

IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def page(qtbot: QtBot) -> ManualPage:
    shown = ManualPage(closable=True)
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    return shown


@pytest.fixture(autouse=True)
def _english(qtbot: QtBot) -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")


def test_the_contents_are_a_sound_model(qtbot: QtBot) -> None:
    model = ContentsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_pages(manual("en").pages)
    model.show_hits(manual("en").search("memo"))
    model.show_pages(())
    assert model.rowCount() == 0


def test_a_click_in_the_contents_opens_the_page(page: ManualPage, qtbot: QtBot) -> None:
    row = page.model.row_of("13-correct")
    box = page.list.visualRect(page.model.index(row))
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert page.page is not None
    assert page.page.name == "13-correct"
    assert "Correct a typo" in page.reader.toPlainText()


def test_a_search_reads_the_best_page_and_marks_the_words(page: ManualPage, qtbot: QtBot) -> None:
    page.box.setFocus()
    QTest.keyClicks(page.box, "typo")
    QTest.keyClick(page.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.page is not None and page.page.name == "13-correct")
    (marked,) = page.reader.extraSelections()
    assert marked.cursor.selectedText() == "typo"
    assert page.model.rowCount() < len(manual("en").pages)
    QTest.keyClick(page.box, Qt.Key.Key_Escape)
    assert page.model.rowCount() == len(manual("en").pages)
    assert page.reader.extraSelections() == []


def test_a_search_without_a_hit_says_so_and_stays(page: ManualPage, qtbot: QtBot) -> None:
    before = page.page
    QTest.keyClicks(page.box, "xylophone")
    QTest.keyClick(page.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert page.page == before


def test_links_lead_to_pages_and_back_again(page: ManualPage) -> None:
    page.show_page("03-import")
    page.reader.anchorClicked.emit(QUrl("04-turns.md"))
    assert page.page is not None
    assert page.page.name == "04-turns"
    page.back.click()
    assert page.page.name == "03-import"
    assert page.forward.isEnabled()
    page.forward.click()
    assert page.page.name == "04-turns"


def test_a_link_to_the_world_is_only_told(page: ManualPage, qtbot: QtBot) -> None:
    before = page.page
    with qtbot.waitSignal(page.link_wanted) as told:
        page.reader.anchorClicked.emit(QUrl("https://example.org/"))
    assert told.args == ["https://example.org/"]
    assert page.page == before


def test_pictures_are_no_wider_than_the_text(page: ManualPage) -> None:
    page.show_page("02-desk")
    page.resize(620, 500)
    QTest.qWait(150)
    image = page.reader.loadResource(IMAGE, QUrl("../pictures/en/desk.png"))
    assert isinstance(image, QImage)
    assert 200 <= image.width() <= page.reader.viewport().width()
    assert page.reader.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a.png",
        "file:///etc/passwd",
        "/etc/passwd",
        "../../icons/add.svg",
        "../pictures/en/none.png",
    ],
)
def test_nothing_but_the_manual_is_loaded(page: ManualPage, address: str) -> None:
    assert page.reader.loadResource(IMAGE, QUrl(address)) is None


def test_another_language_shows_the_same_page(page: ManualPage, qtbot: QtBot) -> None:
    page.show_page("13-correct")
    set_language("id")
    qtbot.waitUntil(lambda: page.page is not None and page.page.language == "id")
    assert page.page is not None
    assert page.page.name == "13-correct"
    assert "Memperbaiki salah ketik" in page.reader.toPlainText()


def test_another_theme_colours_the_page_at_once(page: ManualPage, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light")
    try:
        apply_theme(app, "dark")
        qtbot.waitUntil(lambda: DARK.ink in page.reader.document().defaultStyleSheet())
    finally:
        apply_theme(app, "light")


# In the whole window


@pytest.fixture
def window(qtbot: QtBot, makna_home: Path) -> Iterator[MainWindow]:
    shown = MainWindow()
    qtbot.addWidget(shown)
    shown.resize(1200, 760)
    shown.show()
    yield shown
    shown.close_project()


def _page_in_front(window: MainWindow) -> str:
    assert window.desk is not None
    current = window.desk.pages.current
    assert isinstance(current, ManualPage)
    assert current.page is not None
    return current.page.name


def test_f1_before_a_project_shows_how_to_begin_one(window: MainWindow, qtbot: QtBot) -> None:
    window.start.manual_button.click()
    assert window.manual is not None
    assert window.manual.isVisible()
    assert window.manual.page is not None
    assert window.manual.page.name == "01-start"
    window.manual.leave.click()
    assert window.start.isVisible()


def test_f1_opens_the_page_for_what_is_in_front(window: MainWindow, tmp_path: Path) -> None:
    window.open_project(_project(tmp_path))
    assert window.desk is not None
    assert window.verbs is not None
    for kind, name in (
        ("export", "26-appendices"),
        ("cases", "18-cases"),
        ("frames", "10-codes"),
        ("new-source", "08-field-note"),
        ("settings", "31-settings"),
    ):
        window.verbs.open_page(kind)
        window.commands["manual"].trigger()
        assert _page_in_front(window) == name
    window.commands["manual"].trigger()
    assert _page_in_front(window) == "00-index"


def test_f1_knows_whether_a_text_is_read_or_corrected(window: MainWindow, tmp_path: Path) -> None:
    window.open_project(_project(tmp_path))
    desk = window.desk
    assert desk is not None
    source = desk.session.project.sources.all()[0].id
    desk.pages.open_source(source)
    window.commands["manual"].trigger()
    assert _page_in_front(window) == "11-code"
    desk.pages.open_source(source)
    window.commands["correct"].trigger()
    window.commands["manual"].trigger()
    assert _page_in_front(window) == "13-correct"


def _project(folder: Path) -> Path:
    path = folder / "x.makna"
    project = bootstrap.create_project(path)
    import_text(project, "Note", "Some words to read.")
    project.close()
    return path
