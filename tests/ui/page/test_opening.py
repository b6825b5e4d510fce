"""Opening a text: laid out once, words first, and only what is looked at is asked for."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from makna.domain.document import Block, Run
from makna.domain.model import SpeakerId, Turn
from makna.ui.page import DARK_PAGE, LIGHT_PAGE, Asking, Mark, PageText, Reading
from makna.ui.page.build import Builder
from makna.ui.page.looks import Looks
from makna.ui.page.view import TextPage
from makna.ui.page.voices import Voices

PARAGRAPH = "Setiap komentar kami baca dan admin wajib menjawab dalam sehari semalam. " * 8
LONG = "\n".join([PARAGRAPH] * 500)


def long_text() -> PageText:
    return PageText(LONG, tuple(Block(len(part)) for part in LONG.split("\n")))


def codings(count: int = 5_000) -> list[Mark]:
    step = (len(LONG) - 100) // count
    return [
        Mark(n, n, n % 10 + 1, n * step, n * step + 70, "#3b6fb5", "Kode")
        for n in range(1, count + 1)
    ]


@pytest.fixture
def fresh(qtbot: QtBot) -> Iterator[TextPage]:
    """A shown page without a text; the documents that it was given are counted."""
    view = TextPage()
    qtbot.addWidget(view)
    view.resize(860, 640)
    view.show()
    qtbot.waitExposed(view)
    yield view


@pytest.fixture
def built(fresh: TextPage, monkeypatch: pytest.MonkeyPatch) -> list[QTextDocument]:
    """The documents that it is given, from now on."""
    given: list[QTextDocument] = []
    put = fresh.setDocument

    def noting(document: QTextDocument) -> None:
        assert document.textWidth() == fresh.viewport().width()
        given.append(document)
        put(document)

    monkeypatch.setattr(fresh, "setDocument", noting)
    return given


def laid_out(page: TextPage) -> int:
    """Paragraphs that have been broken into lines."""
    blocks, block = 0, page.document().begin()
    while block.isValid():
        blocks += block.layout().lineCount() > 0
        block = block.next()
    return blocks


def test_looks_that_are_set_before_the_text_lay_out_nothing(
    fresh: TextPage, built: list[QTextDocument]
) -> None:
    fresh.set_theme(DARK_PAGE)
    fresh.set_zoom(1.3)
    fresh.set_reading(Reading(asking=Asking.FOLDED))
    assert built == []
    fresh.set_text(long_text())
    assert len(built) == 1
    assert laid_out(fresh) < 30


def test_the_same_looks_once_more_build_nothing(
    fresh: TextPage, built: list[QTextDocument]
) -> None:
    fresh.set_text(long_text())
    fresh.set_theme(LIGHT_PAGE)
    fresh.set_zoom(1.0)
    fresh.set_reading(Reading())
    assert len(built) == 1


def test_words_are_painted_first_and_codings_in_the_next_turn(
    fresh: TextPage, qtbot: QtBot
) -> None:
    fresh.set_text(long_text())
    asked: list[tuple[int, int]] = []
    fresh.set_marks((), lambda start, end: asked.append((start, end)) or codings())
    fresh.grab()
    assert asked == [] and fresh.margin.brackets() == []
    qtbot.waitUntil(lambda: bool(fresh.margin.brackets()), timeout=1_000)
    fresh.grab()
    assert asked == [fresh.surface.in_view()]


def test_codings_of_the_same_text_never_vanish(fresh: TextPage, qtbot: QtBot) -> None:
    fresh.set_text(long_text())
    fresh.set_marks(codings())
    qtbot.waitUntil(lambda: bool(fresh.margin.brackets()), timeout=1_000)
    fresh.set_text(long_text(), keep_place=True)
    fresh.set_marks(codings())
    assert fresh.margin.brackets()


def test_what_is_scrolled_to_at_once_has_its_codings(fresh: TextPage, qtbot: QtBot) -> None:
    marks = codings()
    fresh.set_text(long_text())
    fresh.set_marks((), lambda start, end: [m for m in marks if m.start < end and m.end > start])
    at = len(LONG) // 2
    fresh.show_place(at, at + 10)
    qtbot.waitUntil(lambda: bool(fresh.margin.brackets()), timeout=1_000)
    start, end = fresh.surface.in_view()
    expected = {(m.passage_id, m.code_id) for m in marks if m.start < end and m.end > start}
    found = {(b.mark.passage_id, b.mark.code_id) for b in fresh.margin.brackets()}
    assert start <= at < end and found == expected


def test_no_paragraph_in_view_is_without_its_lines(fresh: TextPage) -> None:
    """The layout goes as far as the view and may end in the paragraph that reaches below it."""
    fresh.set_text(long_text())
    for height in range(0, 4_000, 37):
        fresh.set_text(long_text())
        blocks = fresh.surface.geometry.blocks_between(0, height)
        assert blocks and all(block.lines for block in blocks)
        assert all(block.origin.y() <= height for block in blocks[:-1])


def test_far_down_a_text_takes_each_new_width_at_once(fresh: TextPage) -> None:
    fresh.set_text(long_text())
    at = len(LONG) - 5_000
    fresh.show_place(at, at + 10)
    top = fresh.surface.in_view()[0]
    for width in range(850, 600, -50):
        fresh.resize(width, 640)
        assert fresh.surface.in_view()[0] == top
        assert fresh.margin.geometry().left() > fresh.viewport().geometry().right()


class OneByOne(Builder):
    """Puts in each paragraph by itself."""

    def _append(self, cursor, *paragraph) -> None:  # type: ignore[no-untyped-def]
        super()._append(cursor, *paragraph)
        self._put_alike(cursor)


def described(document: QTextDocument) -> list[object]:
    found: list[object] = []
    block: Any = document.begin()
    while block.isValid():
        parts = [(i.fragment().text(), i.fragment().charFormat()) for i in block]
        found.append((block.text(), block.blockFormat(), block.charFormat(), parts))
        block = block.next()
    return found


@pytest.mark.parametrize("seed", range(20))
def test_paragraphs_put_in_together_look_as_if_put_in_one_by_one(seed: int, qtbot: QtBot) -> None:
    picked = random.Random(seed)
    parts = [picked.choice(["", "a b 😀", "I1: kata", "x\u2028y", "t\tu"]) for _ in range(14)]
    layout: list[Block] = []
    turns: list[Turn] = []
    marks: dict[int, int] = {}
    at = 0
    for part in parts:
        runs = (Run(0, 1, bold=True),) if part and picked.random() < 0.2 else ()
        style = picked.choice(["body", "body", "body", "list", "heading-1", "table-row"])
        layout.append(Block(len(part), style, runs=runs))
        if part and picked.random() < 0.4:
            turns.append(Turn(at, at + len(part), SpeakerId(picked.randint(1, 2)), "A", None))
            marks |= {at: 4} if part.startswith("I1: ") else {}
        at += len(part) + 1
    page = PageText("\n".join(parts), tuple(layout), tuple(turns), frozenset({SpeakerId(1)}), marks)
    looks = Looks(LIGHT_PAGE, 1.0, "sans")
    for asking in Asking:
        together, apart = QTextDocument(), QTextDocument()
        Builder(page, looks, Voices(page, asking, correcting=False)).fill(together)
        OneByOne(page, looks, Voices(page, asking, correcting=False)).fill(apart)
        assert described(together) == described(apart)
