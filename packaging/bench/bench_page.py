"""How fast the text page opens, takes a code and scrolls; offscreen, against a bare `QTextEdit`.

The floor sets the same plain text in a bare read-only `QTextEdit` of the same size and paints it
once. Floor and page take turns, and the medians are compared. Opening "until painted" includes the
layout and a full paint of the widget into a picture; applying and scrolling end when Qt's event
loop has painted what changed.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from makna.domain.document import plain_layout
from makna.domain.model import SpeakerId, Turn
from makna.domain.palette import COLORS
from makna.ui.page import Mark, PageText
from makna.ui.page.view import TextPage

Row = tuple[str, float, float | None, float | None, float]
"""Name, milliseconds, the floor's milliseconds, ratio, limit (a ratio, or ms without a floor)."""
SIZE = (900, 900)
ROUNDS = 15
CHARACTERS = 50_000
LONGEST = 120
PROSE = (
    "kalau ada keluhan admin wajib menjawab dalam dua puluh empat jam itu sudah jadi aturan di "
    "sini kami teruskan ke dinas terkait lalu terjemahkan bahasanya supaya warga mengerti"
)
WORDS = PROSE.split()


def material(characters: int = CHARACTERS, seed: int = 1) -> PageText:
    """An interview: questions and answers in turn, each with its mark."""
    rng = random.Random(seed)
    paragraphs: list[str] = []
    turns: list[Turn] = []
    lengths: dict[int, int] = {}
    at = 0
    while at < characters:
        asked = len(paragraphs) % 2 == 0
        mark = "P: " if asked else "I1: "
        count = rng.randint(5, 15) if asked else rng.randint(20, 90)
        paragraph = mark + " ".join(rng.choice(WORDS) for _ in range(count)) + "."
        speaker = SpeakerId(1 if asked else 2)
        turns.append(Turn(at, at + len(paragraph), speaker, mark[:-2], at * 60))
        lengths[at] = len(mark)
        paragraphs.append(paragraph)
        at += len(paragraph) + 1
    text = "\n".join(paragraphs)
    return PageText(text, plain_layout(text), tuple(turns), frozenset({SpeakerId(1)}), lengths)


def codings(page: PageText, count: int, seed: int = 2) -> list[Mark]:
    """Passages of 20 to `LONGEST` characters all over the text, of 60 codes.

    5,000 of them in 50,000 characters lie seven deep everywhere.
    """
    rng = random.Random(seed)
    marks: list[Mark] = []
    for number in range(1, count + 1):
        start = rng.randrange(len(page.text) - LONGEST)
        code = rng.randrange(60)
        end = start + rng.randint(20, LONGEST)
        color = COLORS[code % len(COLORS)]
        marks.append(Mark(number, number, code, start, end, color, f"Kode {code}"))
    return marks


def painted(widget: QWidget) -> None:
    """Paint the whole widget now."""
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    widget.render(image)


def settle() -> None:
    """Let Qt paint what has changed, and whatever else is due."""
    QApplication.processEvents()


def elapsed(step: Callable[[], None]) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    step()
    return (time.perf_counter() - start) * 1000


def _floor(page: PageText) -> float:
    edit = QTextEdit()
    edit.setReadOnly(True)
    edit.resize(*SIZE)

    def step() -> None:
        edit.setPlainText(page.text)
        edit.show()
        painted(edit)

    taken = elapsed(step)
    edit.close()
    return taken


def _opened(page: PageText, marks: list[Mark]) -> float:
    view = TextPage()
    view.resize(*SIZE)

    def step() -> None:
        view.set_text(page)
        view.set_marks(marks)
        view.show()
        painted(view)

    taken = elapsed(step)
    view.close()
    return taken


def _opening(page: PageText, count: int, limit: float) -> Row:
    marks = codings(page, count)
    pairs = [(_floor(page), _opened(page, marks)) for _ in range(ROUNDS)]
    floor = median(pair[0] for pair in pairs[1:])
    ours = median(pair[1] for pair in pairs[1:])
    name = f"open {CHARACTERS:,} characters with {count:,} codings until painted"
    return name, ours, floor, ours / floor, limit


def _shown(page: PageText, count: int) -> TextPage:
    view = TextPage()
    view.resize(*SIZE)
    view.set_text(page)
    view.set_marks(codings(page, count))
    view.show()
    for _ in range(20):  # the rest of the text is laid out in idle time
        settle()
    return view


def _applying(page: PageText, limit_ms: float) -> Row:
    view = _shown(page, 5000)
    taken: list[float] = []
    for number in range(ROUNDS):
        start, end = view.surface.in_view()
        place = start + (end - start) * number // ROUNDS
        mark = Mark(9000 + number, 9000 + number, 99, place, place + 60, COLORS[0], "Baru")

        def step(mark: Mark = mark) -> None:
            view.apply_marks((), (mark,))
            settle()

        taken.append(elapsed(step))
    view.close()
    ours = median(taken)
    return "apply a code with 5,000 codings until painted (ms)", ours, None, None, limit_ms


def _scrolling(page: PageText, limit_ms: float) -> Row:
    view = _shown(page, 5000)
    bar = view.verticalScrollBar()
    taken: list[float] = []
    for _ in range(ROUNDS):

        def step() -> None:
            bar.setValue(bar.value() + view.viewport().height())
            settle()

        taken.append(elapsed(step))
    view.close()
    return "scroll a page with 5,000 codings (ms)", median(taken), None, None, limit_ms


def run() -> list[Row]:
    """Measure everything; makes the `QApplication` if there is none."""
    app = QApplication.instance() or QApplication([])
    page = material()
    rows = [
        _opening(page, 500, 4.0),
        _opening(page, 5000, 10.0),
        _applying(page, 16.0),
        _scrolling(page, 16.0),
    ]
    assert app is not None
    return rows


if __name__ == "__main__":
    for name, ours, floor, ratio, limit in run():
        measured = f"{ratio:.2f} × of {floor:.1f} ms" if ratio is not None else "ms"
        print(f"{name}: {ours:.1f} ms ({measured}), limit {limit:g}")
