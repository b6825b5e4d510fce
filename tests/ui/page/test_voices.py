"""Who speaks is said once, above the turn; questions can be quiet, shaded or folded away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from makna.domain.document import Block
from makna.ui.page import Asking, PageText, Reading
from makna.ui.page.view import TextPage
from makna.ui.page.voices import Hidden

SHIFT = Qt.KeyboardModifier.ShiftModifier
FOLDED, SHADED = Reading(Asking.FOLDED), Reading(Asking.SHADED)


def width_of(page: TextPage, start: int, end: int) -> float:
    """Pixels that a stretch of one line takes."""
    geometry = page.surface.geometry
    return geometry.place(end, ending=True).x() - geometry.place(start).x()


def height_of(page: TextPage, number: int) -> float:
    block = page.document().findBlockByNumber(number)
    return page.document().documentLayout().blockBoundingRect(block).height()


def test_a_literal_mark_takes_no_room_and_stays_in_the_text(page: TextPage, sample) -> None:
    start = sample.span(sample.answer)[0]
    assert width_of(page, start, start + 4) < 1
    assert page.document().toRawText().replace("\u2029", "\n") == sample.text
    assert {turn.name for turn in page.surface.scene.turns.values()} == {"Peneliti", "I1"}


def test_while_correcting_the_mark_is_there_and_the_label_is_not(page: TextPage, sample) -> None:
    start = sample.span(sample.answer)[0]
    page.set_editable(True)
    assert width_of(page, start, start + 4) > 10
    assert page.surface.scene.turns == {}
    page.set_editable(False)
    assert width_of(page, start, start + 4) < 1


def test_a_cell_with_a_name_stays_and_nothing_is_said_twice(page: TextPage, sample) -> None:
    whole = sample.page_text()
    layout = tuple(
        Block(block.length, "table-row") if number in (1, 2) else block
        for number, block in enumerate(whole.layout)
    )
    page.set_text(PageText(whole.text, layout, whole.turns, whole.interviewers, {13: 3, 73: 4}))
    start = sample.span(sample.answer)[0]
    assert page.surface.scene.turns == {}
    assert width_of(page, start, start + 4) > 10


def test_the_caret_steps_over_a_mark_in_both_directions(
    page: TextPage, sample, qtbot: QtBot
) -> None:
    start = sample.span(sample.answer)[0]
    page.set_selection(start - 1, start - 1)
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert page.textCursor().position() == page.surface.positions.to_u16(start + 4)
    qtbot.keyClick(page, Qt.Key.Key_Left)
    assert page.caret() == start - 1
    qtbot.keyClick(page, Qt.Key.Key_Right)
    qtbot.keyClick(page, Qt.Key.Key_Right, SHIFT)
    assert page.selection() == (start + 4, start + 5)


def test_a_selection_from_the_edge_of_a_line_leaves_the_mark_out(
    page: TextPage, sample, qtbot: QtBot
) -> None:
    start = sample.span(sample.answer)[0]
    qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=_left_of(page, start + 4))
    qtbot.keyClick(page, Qt.Key.Key_End, SHIFT)
    chosen = page.selection()
    assert chosen is not None and chosen[0] == start + 4
    page.set_selection(0, start + 4)
    assert page.selection() == (0, start)


def _left_of(page: TextPage, position: int) -> QPoint:
    box = page.surface.geometry.place(position)
    return QPoint(2, round(box.center().y()) - page.surface.scrolled())


def test_folded_questions_take_no_room_and_come_back(page: TextPage, sample) -> None:
    before = height_of(page, 1)
    page.set_reading(FOLDED)
    assert height_of(page, 1) < 3 < before
    assert [turn.name for turn in page.surface.scene.turns.values()] == ["I1"]
    assert page.document().toRawText().replace("\u2029", "\n") == sample.text
    page.set_reading(Reading())
    assert height_of(page, 1) == before


def test_folded_questions_are_there_to_be_corrected(page: TextPage) -> None:
    page.set_reading(FOLDED)
    page.set_editable(True)
    assert height_of(page, 1) > 10


def test_the_caret_steps_over_a_folded_question(page: TextPage, sample, qtbot: QtBot) -> None:
    page.set_reading(FOLDED)
    page.set_selection(12, 12)
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert page.caret() == sample.span(sample.answer)[0] + 4
    qtbot.keyClick(page, Qt.Key.Key_Left)
    assert page.caret() == 12


def test_shaded_questions_lie_on_a_ground(page: TextPage, sample) -> None:
    box = page.surface.geometry.place(sample.span(sample.question)[0] + 8)
    beside = page.viewport().width() - 3

    def ground() -> str:
        return page.viewport().grab().toImage().pixelColor(beside, round(box.center().y())).name()

    plain = ground()
    page.set_reading(SHADED)
    assert ground() != plain


def test_lines_are_numbered_on_request(page: TextPage, sample) -> None:
    page.set_reading(Reading(lines=True))
    numbers = [number for _, number, _ in page.gutter._numbers()]
    assert numbers[0] == 1 and numbers == sorted(set(numbers)) and len(numbers) >= 5
    page.set_reading(Reading())
    assert [number for _, number, _ in page.gutter._numbers()] == [1, 2, 3, 5]


def test_a_key_widens_the_selection_and_another_takes_it_back(page: TextPage, sample) -> None:
    at = sample.text.index("keluhan")
    page.set_selection(at, at)
    seen = []
    for _ in range(5):
        page.expand()
        chosen = page.selection()
        assert chosen is not None
        seen.append(sample.text[slice(*chosen)])
    answer = sample.answer.removeprefix("I1: ")
    sentence = answer.split(". ")[1] + "."
    assert seen == ["keluhan", sentence, answer, sample.text, sample.text]
    for expected in (answer, sentence, "keluhan"):
        page.shrink()
        assert sample.text[slice(*(page.selection() or (0, 0)))] == expected


def test_several_paragraphs_of_a_turn_are_a_step_of_their_own(page: TextPage, sample) -> None:
    whole = sample.page_text()
    asked = whole.turns[0]
    text = whole.text.replace("warga di", "warga\ndi")
    layout = [Block(len(part)) for part in text.split("\n")]
    page.set_text(PageText(text, tuple(layout), (asked,), frozenset(), {asked.start: 3}))
    page.set_selection(asked.start + 5, asked.start + 5)
    for _ in range(2):
        page.expand()
    start, end = asked.start + 3, text.index("\n", asked.start)
    assert page.selection() == (start, end)
    page.expand()
    assert page.selection() == (start, asked.end)


@pytest.fixture
def hidden() -> Hidden:
    return Hidden([(3, 6), (10, 12)])


def test_places_in_hidden_stretches_go_to_their_edges(hidden: Hidden) -> None:
    behind: list[int] = [hidden.behind(at) for at in range(13)]
    assert behind == [0, 1, 2, 6, 6, 6, 6, 7, 8, 9, 12, 12, 12]
    before: list[int] = [hidden.before(at) for at in range(13)]
    assert before == [0, 1, 2, 3, 3, 3, 3, 7, 8, 9, 10, 10, 10]


def test_what_is_seen_leaves_hidden_stretches_out(hidden: Hidden) -> None:
    seen: Callable[..., list[tuple[int, int]]] = lambda a, b: list(hidden.seen(a, b))  # noqa: E731
    assert seen(0, 13) == [(0, 3), (6, 10), (12, 13)]
    assert seen(4, 11) == [(6, 10)]
    assert seen(4, 5) == []


def test_a_place_in_a_hidden_question_brings_it_back(page: TextPage, sample) -> None:
    page.set_reading(FOLDED)
    page.show_place(*sample.span("admin kami cuma dua orang"))
    assert page.reading == FOLDED
    page.show_place(*sample.span("aduan warga"))
    assert page.reading == Reading()
    assert height_of(page, 1) > 10
