"""Every view, in both languages: names for screen readers, keys to everywhere, nothing cut off."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
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

from makna import bootstrap
from makna.services.settings import Settings
from makna.ui.app import dress
from makna.ui.focus_order import stops
from makna.ui.theme.fonts import LARGEST_PT


def _load(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


HERE = Path(__file__).resolve()
stages = _load("makna_stages", HERE.with_name("stages.py"))
views = stages.load_views()
SMALL = (1280, 720)
LANGUAGES = pytest.mark.parametrize("language", ["id", "en"])
VIEWS = pytest.mark.parametrize("name", list(views.VIEWS))
POPUPS = {"picker", "page-menu", "code-menu", "main-menu", "palette", "go-to"}
"""Views with a window of their own above, which has the keys until Esc."""
MEANINGLESS = (
    QAccessible.Role.NoRole,
    QAccessible.Role.Client,
    QAccessible.Role.Border,
    QAccessible.Role.StaticText,
    QAccessible.Role.Window,
    QAccessible.Role.Pane,
)
Show = Callable[..., Any]


@pytest.fixture
def show(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Show]:
    """Puts a view on a small screen; in the end everything is as it was."""
    monkeypatch.setattr(views, "make_application", lambda _arguments: qapp)
    opened: list[Any] = []

    def _show(name: str, language: str, *, font_pt: int = 0, size: tuple[int, int] = SMALL) -> Any:
        stage = views.Stage(language, "light", size)
        opened.append(stage)
        stage.dress(font_pt)
        views.VIEWS[name](stage)
        stage.window.activateWindow()
        QTest.qWait(100)
        return stage

    yield _show
    for stage in opened:
        stage.close()
    bootstrap.keep_settings(replace(Settings(), language="en", theme="light"))
    dress(qapp, bootstrap.settings())


def _windows() -> list[QWidget]:
    return [top for top in QApplication.topLevelWidgets() if top.isVisible()]


def _interactive(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) or isinstance(widget, QAbstractButton | QAbstractItemView)


def _unnamed(top: QWidget) -> list[str]:
    found = []
    for widget in filter(_interactive, stages.shown_in(top)):
        face = QAccessible.queryAccessibleInterface(widget)
        if face is None or not face.text(QAccessible.Text.Name).strip():
            found.append(f"{stages.where(widget)}: has no name")
        elif face.role() in MEANINGLESS and not isinstance(widget, QScrollArea | QTextBrowser):
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


@LANGUAGES
@VIEWS
def test_a_view_has_names_for_everything_and_room_for_every_word(
    show: Show, qtbot: QtBot, name: str, language: str
) -> None:
    show(name, language)
    _wait_for_room(qtbot)
    for top in _windows():
        assert _unnamed(top) + _same_names(top) + _silent_rows(top) == []


@pytest.mark.parametrize(
    "name", ["start", "start-new", "desk-passage", "export", "settings", "cases", "results-code"]
)
def test_nothing_is_cut_off_with_the_largest_letters(show: Show, qtbot: QtBot, name: str) -> None:
    show(name, "id", font_pt=int(LARGEST_PT), size=(1920, 1080))
    _wait_for_room(qtbot)


def _wait_for_room(qtbot: QtBot) -> None:
    """What was opened last is laid out within a moment."""

    def fits() -> None:
        for top in _windows():
            if not isinstance(top, QMenu | QComboBox):
                assert stages.clipped(top) == []

    qtbot.waitUntil(fits, timeout=2000)


@VIEWS
def test_tab_comes_to_everything_and_back(show: Show, name: str) -> None:
    if name in POPUPS:
        pytest.skip("The box above has the keys.")
    stage = show(name, "en")
    QTest.qWait(200)
    expected = list(stops(stage.window))
    forward = _walk(stage.window, Qt.Key.Key_Tab)
    assert [stages.where(stop) for stop in expected if stop not in forward] == []
    back = _walk(stage.window, Qt.Key.Key_Backtab)
    assert [stages.where(stop) for stop in expected if stop not in back] == []


def _walk(window: QWidget, key: Qt.Key) -> list[QWidget]:
    """Press a key until it has come round to where it began."""
    start = QApplication.focusWidget()
    if start is None or start.window() is not window:
        QTest.keyClick(window, Qt.Key.Key_Tab)
        start = QApplication.focusWidget()
    been: list[QWidget] = []
    for _ in range(300):
        at = QApplication.focusWidget()
        assert at is not None
        if at in been:
            # What only a click comes to is a place to begin at, and none to come back to.
            assert at in been[:2], f"{stages.where(at)} is a trap"
            return been
        been.append(at)
        QTest.keyClick(at, key)
    raise AssertionError("Tab never comes round")
