"""What a screen reader is told of the text and of pages, asked of Qt's own interfaces."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from makna.domain.document import Block
from makna.domain.regions import PageSize, Region
from makna.ui.language import set_language
from makna.ui.page import Mark, PageText
from makna.ui.page.view import TextPage
from makna.ui.page_image import ImagePage
from makna.ui.page_image.painting import PagePainter
from makna.ui.page_image.stack import Stack
from makna.ui.page_image.values import Plate
from makna.ui.spoken import SOON_MS

ROLE, NAME = QAccessible.Role, QAccessible.Text.Name
ABOUT = QAccessible.Text.Description
TEXT = "Admin wajib menjawab.\nKalau ada keluhan, kami baca."


def mark(passage: int, coding: int, words: str, name: str, memo: str = "") -> Mark:
    at = TEXT.index(words)
    return Mark(passage, coding, 100 + coding, at, at + len(words), "#3b6fb5", name, memo)


MARKS = [
    mark(1, 1, "Admin wajib menjawab.\nKalau ada keluhan", "Aturan", "Dua orang"),
    mark(2, 2, "wajib", "Kewajiban"),
    mark(2, 3, "wajib", "Janji"),
]


def face(widget: QWidget) -> Any:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


@pytest.fixture
def text_page(qtbot: QtBot) -> TextPage:
    page = TextPage()
    qtbot.addWidget(page)
    page.resize(860, 500)
    page.set_text(PageText(TEXT, tuple(Block(len(part)) for part in TEXT.split("\n"))))
    page.set_marks(MARKS)
    page.show()
    qtbot.waitExposed(page)
    page.grab()
    QTest.qWait(2 * SOON_MS)
    return page


@pytest.fixture
def pages(qtbot: QtBot) -> ImagePage:
    view = ImagePage()
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.stack = Stack((PageSize(400, 300), PageSize(400, 300)))
    view.stack.lay_out(600, 1.0, None, 1.0)
    view.painter = PagePainter(view.stack, view.words, view.scene)
    view.set_plates(
        [
            Plate(8, Region(2, 10, 10, 60, 50), (mark(8, 9, "Admin", "Taman"),)),
            Plate(7, Region(1, 20, 30, 120, 90), (mark(7, 5, "Admin", "Lambang"),)),
        ]
    )
    view.show()
    qtbot.waitExposed(view)
    return view


def described(widget: QWidget, words: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: words in face(widget).text(ABOUT), timeout=2_000)


def test_the_page_of_a_text_gives_its_text(text_page: TextPage) -> None:
    found = face(text_page)
    assert found.role() == ROLE.EditableText
    assert found.state().readOnly
    assert found.text(NAME) == "Text of the source"
    spoken = found.textInterface()
    assert spoken.text(0, spoken.characterCount()).replace("\u2029", "\n") == TEXT


def test_the_codes_at_the_caret_are_told(text_page: TextPage, qtbot: QtBot) -> None:
    at = TEXT.index("wajib") + 2
    text_page.set_selection(at, at)
    described(text_page, "Codes here: Kewajiban, Janji, Aturan", qtbot)
    text_page.set_selection(len(TEXT) - 2, len(TEXT) - 2)
    qtbot.waitUntil(lambda: face(text_page).text(ABOUT) == "")


def test_the_codes_of_what_is_selected_and_of_the_chosen_passage_are_told(
    text_page: TextPage, qtbot: QtBot
) -> None:
    text_page.set_selection(0, len(TEXT))
    described(text_page, "Kewajiban, Janji, Aturan", qtbot)
    text_page.select_passage(2)
    described(text_page, "Chosen passage: “wajib”. Codes: Kewajiban, Janji", qtbot)
    text_page.apply_marks([3], [])
    qtbot.waitUntil(lambda: "Janji" not in face(text_page).text(ABOUT))


def test_what_is_told_follows_the_language(text_page: TextPage, qtbot: QtBot) -> None:
    text_page.select_passage(2)
    described(text_page, "Chosen passage", qtbot)
    set_language("id")
    described(text_page, "Kutipan terpilih", qtbot)


def test_the_margin_tells_its_brackets(text_page: TextPage) -> None:
    found = face(text_page.margin)
    assert (found.role(), found.text(NAME)) == (ROLE.List, "Codings in the margin")
    rows = [found.child(number) for number in range(found.childCount())]
    assert {row.text(NAME) for row in rows} == {"Aturan", "Kewajiban", "Janji"}
    first = next(row for row in rows if row.text(NAME) == "Aturan")
    assert first.role() == ROLE.ListItem
    assert first.text(ABOUT).endswith("Dua orang")
    margin = text_page.margin
    around = QRect(margin.mapToGlobal(QPoint()), margin.size())
    assert around.contains(first.rect())
    assert found.indexOfChild(first) == rows.index(first)
    at = first.rect().center()
    assert found.childAt(at.x(), at.y()).text(NAME)


def test_the_gutter_tells_its_numbers(text_page: TextPage) -> None:
    found = face(text_page.gutter)
    assert found.text(NAME) == "Paragraph numbers"
    assert [found.child(n).text(NAME) for n in range(found.childCount())] == ["1", "2"]


def test_pages_tell_their_rectangles_in_order(pages: ImagePage) -> None:
    found = face(pages)
    assert (found.role(), found.text(NAME)) == (ROLE.Document, "Pages")
    assert [found.child(n).text(NAME) for n in range(found.childCount())] == ["Lambang", "Taman"]
    first = found.child(0)
    place = pages.in_view(pages.place_rect(Region(1, 20, 30, 120, 90)))
    assert first.rect().topLeft() == pages.viewport().mapToGlobal(place.topLeft())
    assert first.rect().size() == place.size()
    assert first.text(ABOUT) == "Rectangle on page 1"
    assert found.child(2) is None


def test_the_chosen_rectangle_and_one_that_is_drawn_are_told(
    pages: ImagePage, qtbot: QtBot
) -> None:
    found = face(pages)
    pages.select_passage(7)
    assert found.child(0).state().selected
    assert not found.child(1).state().selected
    assert found.focusChild().text(NAME) == "Lambang"
    described(pages, "chosen: Lambang", qtbot)
    pages.select_passage(None)
    pages.set_drawn(Region(1, 0, 0, 40, 40))
    assert found.child(2).text(NAME) == "New rectangle"
    described(pages, "a new rectangle", qtbot)


def test_coded_words_of_a_page_are_told(pages: ImagePage) -> None:
    pages.text = TEXT
    pages.set_marks(MARKS)
    found = face(pages)
    said = [(found.child(n).text(NAME), found.child(n).text(ABOUT)) for n in range(2, 4)]
    assert said[1] == ("Kewajiban, Janji", "“wajib”")
    assert said[0][0] == "Aturan"


@pytest.fixture
def dead_and_alive(qapp: QApplication) -> Iterator[list[Any]]:
    kept: list[Any] = []
    yield kept
    kept.clear()
    gc.collect()


def test_what_is_gone_is_no_longer_told(
    qapp: QApplication, pages: ImagePage, dead_and_alive: list[Any]
) -> None:
    row = face(pages).child(1)
    dead_and_alive.append(row)
    pages.set_plates(pages.scene.plates[1:])
    assert not row.isValid()
    assert row.text(NAME) == ""


def test_many_pages_come_and_go(qapp: QApplication, dead_and_alive: list[Any]) -> None:
    for number in range(60):
        view = ImagePage()
        view.set_plates([Plate(7, Region(1, 2, 3, 12, 9), (mark(7, 5, "Admin", f"K{number}"),))])
        row = face(view).child(0)
        assert row.text(NAME) == f"K{number}"
        if number % 3 == 0:
            dead_and_alive.append(row)
        del row
        view.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if number % 10 == 0:
            gc.collect()
