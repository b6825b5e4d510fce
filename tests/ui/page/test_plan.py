"""The page's own layout: as Qt's where one looks, estimated elsewhere until there is time."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextLength,
    QTextOption,
)
from pytestqt.qtbot import QtBot

from makna.domain.document import Block, Run
from makna.domain.model import SpeakerId, Turn
from makna.ui.page import LIGHT_PAGE, Asking, PageText
from makna.ui.page.build import Builder
from makna.ui.page.looks import Looks
from makna.ui.page.plan import Guess, Plan
from makna.ui.page.view import TextPage
from makna.ui.page.voices import Voices

WORDS = (
    "kami membaca komentar warga نحن نقرأ tidakadaspasisamasekalidisini admin 中文字符 😀 dan "
    "https://contoh.id/abc/defghijk/lmnopqrstuvwxyz/"
).split()
STYLES = ("body", "body", "title", "heading-1", "list", "quote", "table-row", "footnote")
GUESS = Guess(7.0, 25.0, 8.0)
PARAGRAPH = "Setiap komentar kami baca dan admin wajib menjawab dalam sehari semalam. " * 8
LONG = "\n".join([PARAGRAPH] * 500)


def mixed(seed: int) -> PageText:
    picked = random.Random(seed)
    parts, layout, turns, at = [], [], [], 0
    for number in range(40):
        style = picked.choice(STYLES)
        part = " ".join(picked.choice(WORDS) for _ in range(picked.choice([0, 1, 5, 40])))
        if style == "table-row":
            part = "\t".join([part[:30]] * 3)
        runs = (Run(0, 3, bold=True),) if len(part) > 6 and number % 2 else ()
        marker = "•" if style == "list" else ""
        layout.append(Block(len(part), style, number % 3 if marker else 0, marker, runs))
        if number % 4 == 0 and len(part) > 8:
            turns.append(Turn(at, at + len(part), SpeakerId(1 + number // 4 % 2), "A", None))
        parts.append(part)
        at += len(part) + 1
    lengths = {turn.start: 3 for turn in turns[::2]}
    interviewers = frozenset({SpeakerId(1)})
    return PageText("\n".join(parts), tuple(layout), tuple(turns), interviewers, lengths)


def filled(page: PageText, asking: Asking, width: int) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultTextOption(wrapped())
    document.setTextWidth(width)
    Builder(page, Looks(LIGHT_PAGE, 1.0, "sans"), Voices(page, asking, False)).fill(document)
    return document


def wrapped() -> QTextOption:
    """As every text field of Qt breaks its lines."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def planned(document: QTextDocument) -> Plan:
    plan = Plan(document, [block.length() - 1 for block in blocks(document)], GUESS)
    document.setDocumentLayout(plan)
    return plan


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    return (document.findBlockByNumber(number) for number in range(document.blockCount()))


def settle(plan: Plan) -> None:
    while plan.measure_more(1.0):
        pass
    plan.settle()


def lines(document: QTextDocument) -> list[list[tuple[int, float, float, float, float]]]:
    """Where each line of each paragraph lies on the page."""
    found = []
    for block in blocks(document):
        document.documentLayout().blockBoundingRect(block)
        layout = block.layout()
        here = [layout.lineAt(number) for number in range(layout.lineCount())]
        rows = [(line.textStart(), line.naturalTextRect(), line.ascent()) for line in here]
        top = layout.position()
        found.append([(n, top.x() + r.x(), top.y() + r.y(), r.width(), a) for n, r, a in rows])
    return found


@pytest.mark.parametrize("asking", [Asking.QUIET, Asking.FOLDED])
@pytest.mark.parametrize("width", [240, 700])
@pytest.mark.parametrize("seed", range(3))
def test_every_line_lies_where_qt_would_put_it(
    qapp: object, seed: int, width: int, asking: Asking
) -> None:
    page = mixed(seed)
    theirs, ours = filled(page, asking, width), filled(page, asking, width)
    plan = planned(ours)
    settle(plan)
    for their, our in zip(lines(theirs), lines(ours), strict=True):
        assert len(their) == len(our)
        for one, other in zip(their, our, strict=True):
            assert one == pytest.approx(other, abs=0.2)
    height = theirs.documentLayout().documentSize().height()
    assert plan.documentSize().height() == pytest.approx(height, abs=0.2)


@pytest.mark.parametrize("accuracy", [Qt.HitTestAccuracy.FuzzyHit, Qt.HitTestAccuracy.ExactHit])
def test_every_point_hits_what_it_would_hit_in_qt(
    qapp: object, accuracy: Qt.HitTestAccuracy
) -> None:
    page = mixed(4)
    theirs, ours = filled(page, Asking.QUIET, 500), filled(page, Asking.QUIET, 500)
    plan = planned(ours)
    settle(plan)
    picked = random.Random(9)
    for row in lines(theirs):
        for _, left, top, width, ascent in row:
            at = QPointF(left + picked.random() * width, top + ascent / 2)
            assert plan.hitTest(at, accuracy) == theirs.documentLayout().hitTest(at, accuracy)


def test_a_picture_takes_the_room_that_qt_gives_it(qapp: object) -> None:
    sizes = []
    for own in (False, True):
        document = QTextDocument()
        document.setTextWidth(300)
        picture = QImage(900, 300, QImage.Format.Format_RGB32)
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl("x:1"), picture)
        look = QTextImageFormat()
        look.setName("x:1")
        look.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        cursor = QTextCursor(document)
        cursor.insertText("kata ")
        cursor.insertImage(look)
        if own:
            planned(document)
        rect = document.documentLayout().blockBoundingRect(document.firstBlock())
        sizes.append(QSizeF(rect.size()))
    assert sizes[1].height() == pytest.approx(sizes[0].height(), abs=0.2)


@pytest.mark.parametrize("looked_at", [False, True])
@pytest.mark.parametrize("seed", range(8))
def test_after_every_edit_all_lies_as_if_laid_out_anew(
    qapp: object, seed: int, looked_at: bool
) -> None:
    picked = random.Random(seed)
    document = filled(mixed(seed), Asking.QUIET, 400)
    plan = planned(document)

    def look(*_change: int) -> None:
        """As somebody does who hears of an edit before Qt tells the layout."""
        plan = document.documentLayout()
        if looked_at and isinstance(plan, Plan):
            plan.near(picked.randrange(document.blockCount()))
            plan.number_at(1e6)

    document.contentsChange.connect(look)
    for _ in range(12):
        plan.measure_more(picked.choice([0.0, 0.002]))
        cursor = QTextCursor(document)
        length = document.characterCount() - 1
        start = picked.randint(0, length)
        cursor.setPosition(start)
        end = min(length, start + picked.choice([0, 0, 3, 80]))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(picked.choice(["", "x", "dua kata", "\n", "a\nb\nc"]))
    settle(plan)
    found = lines(document)
    again = planned(document)
    settle(again)
    assert lines(document) == found
    assert again.documentSize() == QSizeF(400, again.documentSize().height())


def test_a_place_behind_the_end_raises_nothing(qapp: object) -> None:
    document = filled(mixed(1), Asking.QUIET, 400)
    plan = planned(document)
    nowhere = document.findBlock(document.characterCount() + 9)
    assert plan.near(nowhere.blockNumber()).isValid()
    assert plan.blockBoundingRect(nowhere).isNull()


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The paragraphs that are broken into lines, by number."""
    numbers: list[int] = []
    real = Plan._break

    def noting(self: Plan, block: QTextBlock) -> tuple[float, float]:
        numbers.append(block.blockNumber())
        return real(self, block)

    monkeypatch.setattr(Plan, "_break", noting)
    return numbers


@pytest.fixture
def long_page(qtbot: QtBot, broken: list[int]) -> TextPage:
    view = TextPage()
    qtbot.addWidget(view)
    view.resize(860, 640)
    view.show()
    qtbot.waitExposed(view)
    view.set_text(PageText(LONG, tuple(Block(len(part)) for part in LONG.split("\n"))))
    return view


AT_THE_END = len(LONG) - 3_000
FEW = 40
"""Paragraphs of two views."""


def test_a_place_far_down_is_shown_without_what_lies_before_it(
    long_page: TextPage, broken: list[int]
) -> None:
    broken.clear()
    long_page.show_place(AT_THE_END, AT_THE_END + 10)
    long_page.grab()
    start, end = long_page.surface.in_view()
    assert start <= AT_THE_END < end and len(broken) < FEW


def test_zoom_and_width_break_only_what_is_in_view(long_page: TextPage, broken: list[int]) -> None:
    long_page.show_place(AT_THE_END, AT_THE_END + 10)
    long_page.grab()
    place = long_page.stand()[3]
    for change in (
        lambda: long_page.zoom_by(1),
        lambda: long_page.resize(700, 600),
        lambda: long_page.zoom_by(-1),
    ):
        broken.clear()
        change()
        long_page.grab()
        start, end = long_page.surface.in_view()
        assert start <= place < end and len(broken) < FEW


def test_one_stands_where_one_stood_without_what_lies_before(
    long_page: TextPage, broken: list[int], qtbot: QtBot
) -> None:
    long_page.show_place(AT_THE_END, AT_THE_END + 10)
    long_page.set_selection(AT_THE_END, AT_THE_END + 4)
    stood = long_page.stand()
    other = TextPage()
    qtbot.addWidget(other)
    other.resize(860, 640)
    other.set_text(PageText(LONG, tuple(Block(len(part)) for part in LONG.split("\n"))))
    broken.clear()
    other.stand_at(*stood)
    assert other.stand() == pytest.approx(stood, abs=1) and len(broken) < FEW


def test_pixels_that_were_remembered_once_still_mean_the_same_place(
    long_page: TextPage, qtbot: QtBot
) -> None:
    long_page.show_place(AT_THE_END, AT_THE_END + 10)
    rest(long_page, qtbot)
    top, at = long_page.verticalScrollBar().value(), long_page.stand()[3]
    long_page.set_text(long_page._page)
    long_page.stand_at(top, 0, 0)
    assert long_page.stand()[3] == at


def rest(page: TextPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page._measuring.isActive(), timeout=5_000)


def test_what_is_in_view_stays_while_the_rest_is_laid_out(
    long_page: TextPage, qtbot: QtBot, broken: list[int]
) -> None:
    long_page.show_place(AT_THE_END // 2, AT_THE_END // 2 + 10)

    def height() -> float:
        place = long_page.surface.geometry.place(AT_THE_END // 2)
        return place.top() - long_page.surface.scrolled()

    before, guessed = height(), long_page.verticalScrollBar().maximum()
    rest(long_page, qtbot)
    assert height() == pytest.approx(before, abs=2)
    assert set(broken) == set(range(500))
    settled = long_page.verticalScrollBar().maximum()
    assert settled != guessed and settled == pytest.approx(guessed, rel=0.15)
    assert len(broken) < 520


def test_a_text_that_goes_away_is_laid_out_no_more(long_page: TextPage, qtbot: QtBot) -> None:
    long_page.set_text(PageText("pendek", (Block(6),)))
    rest(long_page, qtbot)
    assert long_page.surface.geometry.plan.documentSize().height() < 640
