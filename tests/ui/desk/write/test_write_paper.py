"""The preview of the chapter: where it stands when it is filled, and when it becomes narrower."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makna.domain.chapter import ChapterSettings
from makna.domain.pausing import carried_out
from makna.domain.report import Span
from makna.ui.desk.write.flow import Kind, Line
from makna.ui.desk.write.paper import Paper

WORDS = "Setiap aduan kami baca, lalu kami teruskan kepada dinas yang berwenang. " * 3


@pytest.fixture
def paper(qtbot: QtBot) -> Paper:
    made = Paper()
    qtbot.addWidget(made)
    made.resize(420, 300)
    made.show()
    qtbot.waitExposed(made)
    made.set_lines(
        [
            Line(Kind.HEADING if n % 4 == 0 else Kind.BODY, (Span(f"{n} {WORDS}"),), code=n + 1)
            for n in range(40)
        ]
    )
    return made


def at_top(paper: Paper) -> int:
    return paper.cursorForPosition(QPoint(150, 12)).blockNumber()


def test_it_begins_at_the_beginning(paper: Paper) -> None:
    for width in (420, 300):
        paper.resize(width, 300)
        QApplication.processEvents()
        assert paper.verticalScrollBar().value() == 0


def test_a_narrower_sheet_keeps_the_line_at_its_top(paper: Paper) -> None:
    paper.go_to(21)
    QApplication.processEvents()
    assert at_top(paper) == 20
    paper.resize(300, 300)
    QApplication.processEvents()
    assert at_top(paper) == 20


def said(paper: Paper) -> list[str]:
    """What stands on the sheet, line by line."""
    return paper.toPlainText().split("\n") if paper.lines else []


def words(lines: list[Line]) -> list[str]:
    return ["".join(span.text for span in line.spans) for line in lines]


def numbered(*numbers: int) -> list[Line]:
    return [Line(Kind.BODY, (Span(f"{n}"),), code=n + 1) for n in numbers]


def edged(lines: list[Line], before: int, after: int) -> list[Line]:
    edges = [Line(Kind.EDGE, (Span(f"{n} beyond"),)) for n in (before, after)]
    return [edges[0], *lines, edges[1]]


def test_what_is_said_at_the_ends_rewrites_nothing_between_them(paper: Paper) -> None:
    paper.set_lines(edged(numbered(*range(100)), 5, 9))
    assert paper.set_lines(edged(numbered(*range(50), *range(51, 100)), 6, 8)) <= 3
    assert said(paper) == words(paper.lines)
    assert said(paper)[0] == "6 beyond"
    assert said(paper)[-1] == "8 beyond"


SHEETS = [
    list(range(60)),
    [],
    list(range(30, 90)),
    [*range(10), *range(200, 260), *range(20, 60)],
    [7],
    list(range(60)),
]


@pytest.mark.parametrize("turns", [0, 1, 3, 1000])
def test_given_up_half_way_it_shows_what_it_says_it_shows(paper: Paper, turns: int) -> None:
    for sheet in SHEETS:
        writing = paper.write(numbered(*sheet))
        for _turn in range(turns):
            if next(writing, writing) is writing:
                break
        assert said(paper) == words(paper.lines)
        writing.close()
    assert carried_out(paper.write(numbered(1, 2))) > 0
    assert said(paper) == ["1", "2"]


def test_another_sheet_is_set_again_with_the_line_at_its_top(paper: Paper) -> None:
    paper.go_to(21)
    lines = list(paper.lines)
    paper.set_page(ChapterSettings(page="a4"))
    assert paper.set_lines(lines) == len(lines)
    QApplication.processEvents()
    assert at_top(paper) == 20
