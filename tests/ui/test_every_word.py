"""In every view: words follow the language at once, can be read in both themes, show the focus."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from makna.ui.focus_order import stops
from makna.ui.theme.tokens import contrast


def _load(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


stages = _load("makna_stages_words", Path(__file__).resolve().with_name("stages.py"))
views = stages.load_views()
translations = stages.load("makna_translations", stages.ROOT / "packaging" / "translations.py")
Show = Callable[..., Any]
ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
OPEN = stages.looked_at(
    (
        *("start-new", "desk-empty", "desk-passage", "desk-source", "results-by-case"),
        *("results-nothing", "frames", "export", "history", "cases", "settings", "shortcuts"),
        *("memos", "import-strip", "comments-back", "turns-page", "preview-chat", "manual"),
        *("notice-error", "start-damaged", "tour-passage", "pdf-page", "pseudonyms", "erase"),
        *("write-chapter", "write-settings", "empty-memos"),
    ),
    (
        *("start", "desk-code", "desk-project", "focus-mode", "correcting", "results-search"),
        *("results-code", "new-source", "comments", "preview-columns", "notice", "picture"),
        *("start-backups", "tour", "write", "write-word", "empty-cases", "empty-pseudonyms"),
        *("empty-write", "sources-by-case"),
    ),
)
SAID_BY_OTHERS = {
    *("Tanggal", "Tempat", "Date", "Place", "Akun", "Suka", "Isi", "Bahasa Indonesia"),
    *("Indonesia", "Catatan"),
}
"""Names that the demo project and its files bring along, and languages in their own words."""


@pytest.fixture
def show(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Show]:
    yield from stages.showing(qapp, monkeypatch)


# The language


@cache
def _sentences(language: str) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """What only this language says: as it stands, and with gaps."""
    pairs = [
        (entry.source, form)
        for entry in translations.entries(translations.catalogue("id"))
        for form in entry.translations
    ]
    english = {source for source, _ in pairs}
    indonesian = {said for _, said in pairs}
    only = english - indonesian if language == "en" else indonesian - english
    if language == "en":
        plurals = translations.entries(translations.catalogue("en"))
        only |= {form for entry in plurals for form in entry.translations} - indonesian
    long = {said for said in only if len(re.findall(r"[^\W\d_]", _bare(said))) > 2}
    gaps = {said for said in long if _bare(said) != said}
    plain = {said.replace("&", "") for said in long - gaps}
    return frozenset(plain), tuple(_pattern(said) for said in sorted(gaps))


@cache
def _is_only(language: str, said: str) -> bool:
    """Whether these words are of this language alone."""
    plain, gaps = _sentences(language)
    bare = said.replace("&", "")
    known = bare in plain or bare.removesuffix(".") in plain
    return known or any(sentence.match(bare) for sentence in gaps)


def _bare(said: str) -> str:
    return re.sub(r"\{\w+\}|%Ln", "", said)


def _pattern(said: str) -> re.Pattern[str]:
    parts = re.split(r"(\{\w+\}|%Ln)", said.replace("&", ""))
    gaps = {"%Ln": r"[\d.,]+"}
    whole = (
        gaps.get(part, ".+") if number % 2 else re.escape(part) for number, part in enumerate(parts)
    )
    return re.compile("".join(whole) + r"\.?\Z", re.DOTALL)


def _left_over(language: str) -> list[str]:
    """Words on the screen that this language alone has."""
    return [
        f"{stages.where(widget)}: {said!r}"
        for top in stages.windows()
        for widget in [top, *stages.shown_in(top)]
        for said in _words_of(widget)
        if said not in SAID_BY_OTHERS and _is_only(language, said)
    ]


def _words_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleDescription(), widget.windowTitle())
    if not isinstance(widget, QLineEdit):
        yield widget.accessibleName()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(number) for number in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _words_in(widget.model(), widget.rootIndex())
    yield from (action.text() for action in widget.actions())


def _words_in(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    for number in range(min(model.rowCount(parent), 40)):
        row = model.index(number, 0, parent)
        yield from (said for role in roles if isinstance(said := row.data(role), str))
        yield from _words_in(model, row)


@pytest.mark.parametrize("name", OPEN)
def test_a_view_that_is_open_speaks_the_other_language_at_once(
    show: Show, qtbot: QtBot, name: str
) -> None:
    stage = show(name, "id")
    stage.settle()
    for before in ("id", "en"):
        stage.command("language")
        qtbot.waitUntil(lambda left=before: not _left_over(left), timeout=10_000)


def test_a_word_that_stays_behind_is_noticed(show: Show) -> None:
    stage = show("desk", "id")
    stage.desk.header.search.setPlaceholderText("Search all texts and memos…")
    assert any("Search all texts" in left for left in _left_over("en"))
    assert _left_over("id") != []


# Contrast


def _picture(top: QWidget, scale: int = 3) -> QImage:
    """The window drawn large: a thin letter then has pixels of its full colour."""
    image = QImage(top.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    flag = QWidget.RenderFlag
    top.render(image, QPoint(), QRegion(), flag.DrawWindowBackground | flag.DrawChildren)
    return image


def _worded(top: QWidget) -> Iterator[tuple[str, QRect]]:
    """Whatever shows a line of words, and its place in the window, as far as it is in sight."""
    for widget in stages.shown_in(top):
        whole = widget.visibleRegion().boundingRect() == widget.rect()
        if isinstance(widget, QToolButton) and widget.toolButtonStyle() == ICON_ONLY:
            continue
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox) and whole:
            inside = QRect(widget.mapTo(top, QPoint()), widget.size()).adjusted(3, 3, -3, -3)
            if widget.property("text") or widget.property("placeholderText"):
                yield stages.where(widget), inside
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            port = widget.viewport()
            in_sight = port.visibleRegion().boundingRect()
            for number in range(min(widget.model().rowCount(widget.rootIndex()), 12)):
                box = widget.visualRect(widget.model().index(number, 0, widget.rootIndex()))
                if in_sight.contains(box) and box.height() > 8:
                    at = port.mapTo(top, box.topLeft())
                    yield f"{stages.where(widget)} row {number}", QRect(at, box.size())


def _measured(image: QImage, box: QRect, scale: int = 3) -> float:
    """Between the ground of a piece and what stands out most from it; 21 where there is nothing."""
    part = image.copy(QRect(box.topLeft() * scale, box.size() * scale))
    pixels = Counter(memoryview(part.constBits()).cast("I"))
    (under, _), *_rest = pixels.most_common(1)
    ground = f"#{under & 0xFFFFFF:06x}"
    inked = [f"#{pixel & 0xFFFFFF:06x}" for pixel, n in pixels.items() if n > 3 and pixel != under]
    return max((contrast(color, ground) for color in inked), default=21)


WORDED = (
    *("desk-passage", "results-code", "export", "settings", "notice-error", "notice-warning"),
    *("write-chapter", "picker", "start-new"),
)
ALSO_WORDED = (
    *("desk-empty", "history", "new-source", "cases", "notice", "tour", "pseudonyms"),
    *("import-strip", "palette", "main-menu"),
)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", stages.looked_at(WORDED, ALSO_WORDED))
def test_words_on_the_screen_have_a_contrast_of_4_5(show: Show, name: str, theme: str) -> None:
    stage = show(name, "en", theme=theme)
    stage.settle()
    weak = []
    for top in stages.windows():
        image = _picture(top)
        weak += [where for where, box in _worded(top) if _measured(image, box) < 4.5]
    assert weak == []


def test_words_of_a_button_that_cannot_be_pressed_can_be_read(show: Show) -> None:
    stage = show("start-new", "en")
    button = stage.window.start.form.create_button
    assert not button.isEnabled()
    box = QRect(button.mapTo(stage.window, QPoint()), button.size()).adjusted(3, 3, -3, -3)
    assert 4.5 <= _measured(_picture(stage.window), box) < 8


# The focus


ENTERED = (
    "start-new",
    "desk-passage",
    "results-code",
    "cases",
    "export",
    "write-chapter",
    "picture",
)
ALSO_ENTERED = (
    *("start", "desk-code", "history", "settings", "shortcuts", "memos", "pseudonyms", "manual"),
    *("comments-back", "turns-page", "erase"),
)


@pytest.mark.parametrize("name", stages.looked_at(ENTERED, ALSO_ENTERED))
def test_one_sees_where_the_keys_are(show: Show, name: str) -> None:
    stage = show(name, "en")
    stage.settle()
    window, unseen = stage.window, []
    QTest.keyClick(window, Qt.Key.Key_Tab)
    for _ in range(len(list(stops(window))) + 1):
        at = QApplication.focusWidget()
        box = QRect(at.mapTo(window, QPoint()), at.size()).adjusted(-3, -3, 3, 3)
        with_keys = window.grab(box).toImage()
        QTest.keyClick(at, Qt.Key.Key_Tab)
        stayed = at.isVisible() and box.topLeft() == at.mapTo(window, QPoint(-3, -3))
        gone_on = stayed and at is not QApplication.focusWidget()
        if gone_on and window.grab(box).toImage() == with_keys:
            unseen.append(stages.where(at))
    assert unseen == []
