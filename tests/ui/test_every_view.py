"""Every view, in both languages: names for screen readers, keys to everywhere, nothing cut off."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QMenu,
    QScrollArea,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from makna.ui.focus_order import stops
from makna.ui.theme.fonts import LARGEST_PT


def _load(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


stages = _load("makna_stages", Path(__file__).resolve().with_name("stages.py"))
views = stages.load_views()
RARER = {*vars(sys.modules["desk_views"]), *vars(sys.modules["more_views"])}
"""Functions that make the views of rarer states: seen in the language with the longer words."""
FIRST = [name for name in views.VIEWS if name.replace("-", "_") not in RARER]
VIEWS = pytest.mark.parametrize("name", FIRST)
BOTH = [(name, language) for name in FIRST for language in ("id", "en")]
ALL = [*BOTH, *((name, "id") for name in views.VIEWS if name not in FIRST)]
MEANINGLESS = (
    QAccessible.Role.NoRole,
    QAccessible.Role.Client,
    QAccessible.Role.Border,
    QAccessible.Role.StaticText,
    QAccessible.Role.Window,
    QAccessible.Role.Pane,
)
DRAWN = (QScrollArea, QTextBrowser)
"""What scrolls."""
Show = Callable[..., Any]


@pytest.fixture
def show(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Show]:
    yield from stages.showing(qapp, monkeypatch)


def _interactive(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) or isinstance(widget, QAbstractButton | QAbstractItemView)


def _unnamed(top: QWidget) -> list[str]:
    found = []
    for widget in filter(_interactive, stages.shown_in(top)):
        face = QAccessible.queryAccessibleInterface(widget)
        if face is None or not face.text(QAccessible.Text.Name).strip():
            found.append(f"{stages.where(widget)}: has no name")
        elif face.role() in MEANINGLESS and not isinstance(widget, DRAWN):
            found.append(f"{stages.where(widget)}: is said to be {face.role().name}")
    return found


def _same_names(top: QWidget) -> list[str]:
    buttons = [w for w in stages.shown_in(top) if isinstance(w, QAbstractButton)]
    counted = Counter((b.parentWidget(), b.accessibleName() or b.text()) for b in buttons)
    return [f"{name!r} names {n} buttons" for (_, name), n in counted.items() if n > 1]


def _silent_rows(top: QWidget) -> list[str]:
    """Rows of lists and trees that a screen reader has no words for."""
    found = []
    for view in stages.shown_in(top):
        if isinstance(view, QAbstractItemView):
            rows = _rows(view.model(), view.rootIndex())
            silent = [row for row in rows if not _said(row)]
            found += [f"{stages.where(view)}: row {row.row()} is silent" for row in silent[:1]]
    return found


def _rows(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    for number in range(min(model.rowCount(parent), 50)):
        row = model.index(number, 0, parent)
        yield row
        yield from _rows(model, row)


def _said(row: QModelIndex) -> str:
    words = row.data(Qt.ItemDataRole.AccessibleTextRole) or row.data(Qt.ItemDataRole.DisplayRole)
    return str(words or "").strip()


@pytest.mark.parametrize(("name", "language"), ALL)
def test_a_view_has_names_for_everything_and_room_for_every_word(
    show: Show, qtbot: QtBot, name: str, language: str
) -> None:
    show(name, language)
    _wait_for_room(qtbot)
    for top in stages.windows():
        assert _unnamed(top) + _same_names(top) + _silent_rows(top) == []


CROWDED = (
    *("start-new", "desk-empty", "desk-passage", "desk-code", "results-code", "export", "cases"),
    *("settings", "tour", "pdf-page", "write-chapter", "erase", "crowded", "notice"),
)
"""Where words are longest or panes are narrowest."""
SIDEWAYS = {"export-wide"}
"""A preview of a wide table is scrolled sideways."""
LARGE = stages.looked_at(CROWDED, sorted(set(views.VIEWS) - SIDEWAYS - set(CROWDED)))


@pytest.mark.parametrize("name", LARGE)
def test_nothing_is_cut_off_with_the_largest_letters(show: Show, qtbot: QtBot, name: str) -> None:
    """On a small screen, as it is made and after the letters became larger while it was open."""
    stage = show(name, "id", font_pt=int(LARGEST_PT))
    _wait_for_room(qtbot)
    for size in (0, int(LARGEST_PT)):
        stage.dress(size)
    _wait_for_room(qtbot)


def test_icons_and_rows_grow_with_the_letters(show: Show) -> None:
    def sizes() -> list[int]:
        desk = stage.desk
        undo, _ = desk.header.tools()
        assert isinstance(undo, QAbstractButton)
        row = desk.codes.tree.visualRect(desk.codes.tree.model().index(0, 0)).height()
        bars = (desk.header.height(), desk.status.height(), desk.pages.strip.height())
        passage = desk.inspector.passage
        icons = [button.iconSize().width() for button in (undo, passage.star_button)]
        return [*icons, passage.copy_button.iconSize().width(), row, *bars]

    stage = show("desk-passage", "en")
    usual = sizes()
    stage.dress(int(LARGEST_PT))
    QTest.qWait(200)
    grew = [large / before for large, before in zip(sizes(), usual, strict=True)]
    assert min(grew) >= 1.2, grew
    stage.dress()
    QTest.qWait(200)
    assert sizes() == usual


def _wait_for_room(qtbot: QtBot) -> None:
    """What was opened last is laid out within a moment."""

    def fits() -> None:
        for top in stages.windows():
            if not isinstance(top, QMenu | QComboBox):
                assert stages.clipped(top) == []

    qtbot.waitUntil(fits, timeout=2000)


@VIEWS
def test_tab_comes_to_everything_and_back(show: Show, name: str) -> None:
    if name in stages.POPUPS:
        pytest.skip("The box above has the keys.")
    stage = show(name, "en")
    QTest.qWait(200)
    expected = list(stops(stage.window))
    forward = _walk(stage.window, Qt.Key.Key_Tab)
    assert [stages.where(stop) for stop in expected if stop not in forward] == []
    back = _walk(stage.window, Qt.Key.Key_Backtab)
    assert [stages.where(stop) for stop in expected if stop not in back] == []


def _walk(window: QWidget, key: Qt.Key) -> list[QWidget]:
    """Press a key until it has come round, twice."""
    start = QApplication.focusWidget()
    if start is None or start.window() is not window:
        QTest.keyClick(window, Qt.Key.Key_Tab)
        start = QApplication.focusWidget()
    been: list[QWidget] = []
    # Going on may show more stops: twice round, and some.
    for _ in range(2 * len(list(stops(window))) + 20):
        at = QApplication.focusWidget()
        assert at is not None
        been.append(at)
        QTest.keyClick(at, key)
    return been
