"""A shown page with a short interview and three codings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF
from pytestqt.qtbot import QtBot

from makna.domain.document import Block
from makna.domain.model import SpeakerId, Turn
from makna.ui.page import Mark, PageText
from makna.ui.page.view import TextPage


class Sample:
    """Material that the tests of the page share."""

    question = "P: Bagaimana tim Ibu menangani aduan warga di media sosial?"
    answer = (
        "I1: Setiap komentar kami baca 😀. Kalau ada keluhan, admin wajib menjawab dalam dua "
        "puluh empat jam, itu sudah jadi aturan di sini. Tapi ya admin kami cuma dua orang."
    )
    text = f"Wawancara I1\n{question}\n{answer}\n\nSelesai."

    def span(self, words: str) -> tuple[int, int]:
        at = self.text.index(words)
        return at, at + len(words)

    def page_text(self) -> PageText:
        asked, answered = self.span(self.question), self.span(self.answer)
        turns = (
            Turn(*asked, SpeakerId(1), "Peneliti", 192_000),
            Turn(*answered, SpeakerId(2), "I1", 200_000),
        )
        layout = tuple(
            Block(len(part), "title" if number == 0 else "body")
            for number, part in enumerate(self.text.split("\n"))
        )
        lengths = {asked[0]: 3, answered[0]: 4}
        return PageText(self.text, layout, turns, frozenset({SpeakerId(1)}), lengths)

    def marks(self) -> list[Mark]:
        outer = self.span("Setiap komentar kami baca 😀. Kalau ada keluhan, admin wajib menjawab")
        inner = self.span("Kalau ada keluhan")
        later = self.span("admin kami cuma dua orang")
        return [
            Mark(11, 1, 101, *outer, "#3b6fb5", "Manage", "Janji <24> jam"),
            Mark(12, 2, 102, *inner, "#0f8a8f", "Respons cepat"),
            Mark(13, 3, 103, *later, "#b3404a", "Teknisi komunikasi"),
        ]


@pytest.fixture
def sample() -> Sample:
    return Sample()


@pytest.fixture
def page(qtbot: QtBot, sample: Sample) -> TextPage:
    view = TextPage()
    qtbot.addWidget(view)
    view.resize(860, 640)
    view.set_text(sample.page_text())
    view.set_marks(sample.marks())
    view.show()
    qtbot.waitExposed(view)
    view.grab()
    return view


Point = Callable[[int], QPoint]


@pytest.fixture
def point(page: TextPage) -> Point:
    """The middle of a character, in the viewport."""

    def find(position: int) -> QPoint:
        before = page.surface.geometry.place(position)
        after = page.surface.geometry.place(position + 1, ending=True)
        middle = QPointF((before.x() + after.x()) / 2, before.center().y())
        return (middle - QPointF(0, page.surface.scrolled())).toPoint()

    return find
