"""The mouse in the space between two lines of a paragraph belongs to the nearer line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot
from tests.ui.page.test_choosing import LEFT, drag

from makna.ui.page.view import TextPage


@pytest.fixture
def gap(page: TextPage, sample) -> tuple[QPoint, QPoint]:
    """Just under the characters of a line, and just above those of the next; in the viewport."""
    geometry = page.surface.geometry
    block = page.document().findBlockByNumber(2)
    shown = geometry.shown(block)
    first, second = shown.lines[0], shown.lines[1]
    x = shown.origin.x() + first.x(first.begin + 20)
    top = shown.origin.y() - page.surface.scrolled()
    above = QPointF(x, top + first.y + first.height + 1).toPoint()
    below = QPointF(x, top + second.y - 2).toPoint()
    assert below.y() - above.y() >= 3
    return above, below


def test_a_click_under_the_letters_chooses_the_passage(page, gap, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.passage_clicked) as heard:
        qtbot.mouseClick(page.viewport(), LEFT, pos=gap[0])
    assert heard.args == [11]


def test_the_caret_stays_in_the_line_that_was_clicked(page, gap, sample, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.viewport(), LEFT, pos=gap[0])
    upper = page.caret()
    qtbot.mouseClick(page.viewport(), LEFT, pos=gap[1])
    lower = page.caret()
    starts = [line.begin for line in page.surface.geometry.shown(
        page.document().findBlockByNumber(2)).lines]  # fmt: skip
    answer = sample.span(sample.answer)[0]
    assert answer + 10 < upper < answer + starts[1]
    assert lower > answer + starts[1] + 5


def test_dragging_along_under_the_letters_selects_these(page, gap, sample) -> None:
    drag(page, gap[0], gap[0] + QPoint(120, 0))
    start, end = page.selection()
    assert 5 < end - start < 40
    assert sample.text[start:end] in sample.answer


def test_hovering_between_two_lines_keeps_the_code_lit(page, gap) -> None:
    page.point_at(gap[0])
    assert page.surface.scene.lit_code is not None


def test_the_space_between_paragraphs_belongs_to_none(page, qtbot: QtBot) -> None:
    shown = page.surface.geometry.shown(page.document().findBlockByNumber(2))
    above = QPointF(shown.origin.x() + 60, shown.origin.y() - page.surface.scrolled() - 8)
    with qtbot.assertNotEmitted(page.passage_clicked):
        qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=above.toPoint())
