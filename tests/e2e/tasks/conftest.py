"""A hand that does whole tasks in the real window, and counts what it does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

import makna.search.index
from makna import bootstrap
from makna.ui import time_slices
from makna.ui.app import dress
from makna.ui.desk.desk import Desk
from makna.ui.desk.result_model import ResultRole
from makna.ui.desk.result_query import ResultRow
from makna.ui.main_window import MainWindow
from makna.ui.page.view import TextPage

PAGE = Path(__file__).parents[3] / "docs" / "tasks.md"
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_ROW = re.compile(r"^\|\s*(?P<name>[^|]+?)\s*\| Makna\s*\|(?P<counts>[\d |]+)\|", re.MULTILINE)


@dataclass
class Tally:
    """What a task took. A chord such as Ctrl+K is one key, a drag is one click."""

    clicks: int = 0
    keys: int = 0
    letters: int = 0
    """Typed as words: names, codes, searches. Any program needs about as many."""
    dialogs: int = 0
    """Times that the system asked for a file: the same in any program."""


class Hand:
    """Only mouse and keyboard: it calls nothing that a person could not reach."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.window = window
        self.took = Tally()
        self.files: list[Path] = []
        """What the next file dialogs answer."""
        self._wait = qtbot.waitUntil

    @property
    def desk(self) -> Desk:
        assert self.window.desk is not None
        return self.window.desk

    # Acts

    def click(
        self, widget: QWidget, at: QPoint | None = None, held: Qt.KeyboardModifier = PLAIN
    ) -> None:
        self.look()
        assert widget.isVisible() and widget.isEnabled()
        self.took.clicks += 1
        QTest.mouseClick(widget, LEFT, held, at or QPoint())

    def click_row(
        self, view: QAbstractItemView, row: int, held: Qt.KeyboardModifier = PLAIN
    ) -> None:
        index, port = view.model().index(row, 0), view.viewport()
        self.look()
        if not port.rect().contains(view.visualRect(index).center()):
            self._turn_wheel(view, index)
        self.click(port, view.visualRect(index).center(), held)

    def _turn_wheel(self, view: QAbstractItemView, index: QModelIndex) -> None:
        """Neither a click nor a key."""
        view.scrollTo(index, view.ScrollHint.PositionAtCenter)

    def click_words(self, words: str) -> None:
        """In the text, in the middle of these words."""
        start, end = self._find(words)
        self.click(self.text.viewport(), self._point((start + end) // 2))

    def drag_over(self, words: str) -> None:
        """Select these words with the mouse."""
        start, end = self._find(words)
        port = self.text.viewport()
        self.look()
        self.took.clicks += 1
        QTest.mousePress(port, LEFT, PLAIN, self._point(start))
        for at in (self._point((start + end) // 2), self._point(end)):
            QTest.mouseMove(port, at)
        QTest.mouseRelease(port, LEFT, PLAIN, self._point(end))

    def press(self, keys: str, times: int = 1) -> None:
        """A key or a chord, where the focus is."""
        for _ in range(times):
            self.look()
            self.took.keys += 1
            QTest.keySequence(self._focused(), keys)

    def type(self, words: str) -> None:
        self.look()
        self.took.letters += len(words)
        QTest.keyClicks(self._focused(), words)

    def next_sentence(self, words: str) -> None:
        """From sentence to sentence, until these words are selected."""
        for _ in range(20):
            self.press("Alt+PgDown")
            if self.chosen_words() == words:
                return
        raise AssertionError(f"never came to: {words}")

    def choose(self, name: str) -> None:
        """Click an item of the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(each for each in menu.actions() if each.text() == name)
        self.click(menu, menu.actionGeometry(action).center())

    # What it sees

    def rows(self) -> list[str]:
        """The list of results: headings, and the words of passages."""
        model = self.desk.results.model
        every = [model.index(row) for row in range(model.rowCount())]
        found = (index.data(ResultRole.ROW) for index in every)
        return [
            row.text if isinstance(row, ResultRow) else index.data()
            for row, index in zip(found, every, strict=True)
        ]

    def wait(self, until: Callable[[], object]) -> None:
        """For the program: a person sees it and goes on. Says nothing about clicks or keys."""
        self._wait(lambda: bool(until()), timeout=10_000)

    @property
    def text(self) -> TextPage:
        page = self.desk.pages.source_page
        assert page is not None
        return page.page

    def chosen_words(self) -> str:
        start, end = self.text.selection() or (0, 0)
        return self.text.surface.text[start:end]

    def coded(self) -> list[tuple[str, str]]:
        """(code, words) of every coding in the project, in order of place."""
        project = self.desk.session.project
        tree = project.codes.tree()
        return [
            (tree[each.code].name, project.texts.text(source.id)[passage.start : passage.end])
            for source in project.sources.all()
            for passage in project.passages.of_source(source.id)
            for each in passage.codings
        ]

    def answer(self, *_asked: object) -> str:
        self.took.dialogs += 1
        return str(self.files.pop(0))

    def look(self) -> None:
        """A person acts on what is on the screen: laid out and painted."""
        for _ in range(3):
            QApplication.processEvents()

    def _focused(self) -> QWidget:
        box = QApplication.activePopupWidget()
        return (box.focusWidget() or box) if box else (self.window.focusWidget() or self.window)

    def _find(self, words: str) -> tuple[int, int]:
        start = self.text.surface.text.index(words)
        return start, start + len(words)

    def _point(self, at: int) -> QPoint:
        """Before this character, in the viewport; the caret goes there when it is clicked."""
        surface = self.text.surface
        place = surface.geometry.place(at)
        return (
            QPointF(place.x() + 1, place.center().y()) - QPointF(0, surface.scrolled())
        ).toPoint()


@pytest.fixture(autouse=True)
def _patient_first_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is quick is done at once, also on a machine that is busy with other tests."""
    assert makna.search.index
    monkeypatch.setattr(time_slices, "FIRST_SLICE_S", 5.0)


@pytest.fixture
def hand(
    qtbot: QtBot, makna_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hand]:
    """At the window of somebody who starts the program for the first time."""
    monkeypatch.setenv("HOME", str(tmp_path))
    bootstrap.keep_settings(replace(bootstrap.settings(), language="en", theme="light"))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    dress(app, bootstrap.settings())
    window = MainWindow()
    window.resize(1280, 720)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    made = Hand(qtbot, window)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *asked: ([made.answer(*asked)], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (made.answer(*asked), ""))
    yield made
    window.close_project()
    window.close()
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def written_down() -> Callable[[str], Tally]:
    """The numbers that docs/tasks.md gives for a task, by its name."""
    rows = {row["name"]: row["counts"] for row in _ROW.finditer(PAGE.read_text("utf-8"))}

    def read(name: str) -> Tally:
        counts = [int(count) for count in rows[name].split("|")]
        return Tally(**{f.name: n for f, n in zip(fields(Tally), counts, strict=True)})

    return read
