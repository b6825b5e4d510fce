"""The real window on a real project: opening a source, coding in it, undoing, until painted."""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from makna import bootstrap
from makna.domain.model import CodeId, SourceId
from makna.services import codebook
from makna.services.importing import import_text
from makna.services.span_coding import Span, code_spans
from makna.storage.project import Project
from makna.ui.app import make_application
from makna.ui.main_window import MainWindow
from material import paragraphs

CHARACTERS = 50_000
ROUNDS = 9
CODES = 40
Row = tuple[str, float, float | None, float | None, float]


def run() -> Iterator[Row]:
    """Rows of (name, ours in ms, floor in ms, ratio, limit); medians."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["MAKNA_HOME"] = home
        path, few, many = _project(Path(home))
        app = make_application([])
        window = MainWindow()
        window.resize(1440, 900)
        window.show()
        window.open_project(path)
        text = window.desk.session.project.texts.text(few)
        floor = median(_bare(text) for _ in range(ROUNDS))
        for source, count, limit in ((few, 500, 4.0), (many, 5_000, 10.0)):
            ours = median(_open(app, window, source) for _ in range(ROUNDS))
            yield (f"open 50,000 characters, {count:,} codings", ours, floor, ours / floor, limit)
        yield from _coding(app, window, many)
        window.close()


def _coding(app: QApplication, window: MainWindow, source: SourceId) -> Iterator[Row]:
    """Apply, undo and redo in the source with 5,000 codings. fsync is off: the disk is not ours."""
    desk = window.desk
    desk.session.project.raw.execute("PRAGMA synchronous=OFF")
    page = desk.pages.open_source(source)
    code = next(c.id for c in desk.session.project.codes.tree(counted=False).ordered)
    applied, undone = [], []
    for number in range(ROUNDS):
        start = 300 + 17 * number
        page.page.set_selection(start, start + 31)
        _painted(app, desk)
        applied.append(_until_painted(app, desk, lambda: desk.coding.apply(code)))
        undone.append(_until_painted(app, desk, desk.session.undo))
    yield ("apply a code, 5,000 codings, until painted", median(applied), None, None, 16.0)
    yield ("undo it, until painted", median(undone), None, None, 16.0)


def _open(app: QApplication, window: MainWindow, source: SourceId) -> float:
    desk = window.desk
    spent = _until_painted(app, desk, lambda: desk.pages.open_source(source))
    desk.pages.close_tab()
    _painted(app, desk)
    return spent


def _until_painted(app: QApplication, widget: QWidget, act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    app.processEvents()
    spent = (perf_counter() - start) * 1000
    _painted(app, widget)
    return spent


def _painted(app: QApplication, widget: QWidget) -> None:
    """Let everything come to rest; closed pages go, as they do in a running event loop."""
    for _ in range(3):
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        app.processEvents()


def _bare(text: str) -> float:
    edit = QTextEdit()
    edit.resize(800, 860)
    start = perf_counter()
    edit.setPlainText(text)
    edit.show()
    image = QImage(edit.size(), QImage.Format.Format_ARGB32)
    edit.render(image)
    return (perf_counter() - start) * 1000


def _project(folder: Path) -> tuple[Path, SourceId, SourceId]:
    project = bootstrap.create_project(folder / "bench.makna", coder="Bench")
    codes = [codebook.add_code(project, f"Kode {number}").value for number in range(CODES)]
    sources = []
    for name, count in (("W500", 500), ("W5000", 5_000)):
        text = "\n".join(paragraphs(CHARACTERS, count))
        source = import_text(project, name, text).value.id
        _code(project, source, len(text), count, codes)
        sources.append(source)
    project.close()
    return folder / "bench.makna", sources[0], sources[1]


def _code(project: Project, source: SourceId, length: int, count: int, codes: list[CodeId]) -> None:
    dice = random.Random(count)
    for code in codes:
        spans = []
        for _ in range(count // len(codes)):
            start = dice.randrange(length - 200)
            spans.append(Span(source, start, start + dice.randrange(20, 120)))
        code_spans(project, spans, code)


if __name__ == "__main__":
    for row in run():
        print(row)
