"""The preview of the chapter: where it stands when it is filled, and when it becomes narrower."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

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
