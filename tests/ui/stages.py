"""Every view of `packaging/views.py` on the stage, and what a test asks of what is shown."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QToolButton,
    QWidget,
)

from makna import bootstrap
from makna.services.settings import Settings
from makna.ui.app import dress

ROOT = Path(__file__).resolve().parents[2]
PARTS = (QAbstractItemView, QAbstractSpinBox, QComboBox, QTabBar)
"""Widgets whose insides Qt makes, names and lays out."""
SHORTENING = ("ElidedLabel", "LinkButton", "ShorteningButton", "ActivityButton", "Chip")
"""Widgets that shorten with … when they are painted, and then say all of it in their hint."""
LEAVES = (QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)


SMALL = (1280, 720)
POPUPS = {
    *("picker", "picker-new", "page-menu", "code-menu", "main-menu", "palette", "palette-typed"),
    *("go-to", "source-menu", "code-colors", "several-codes", "speaker-menu"),
}
"""Views with a window of their own above, which has the keys until Esc."""
Show = Callable[..., Any]


def looked_at(some: Sequence[str], rest: Iterable[str]) -> list[str]:
    """The views of a test: some of each kind, and the rest as well for `dev.py views`."""
    return [*some, *rest] if os.environ.get("MAKNA_VIEWS") == "all" else list(some)


def showing(app: QApplication, monkeypatch: Any) -> Iterator[Show]:
    """Puts a view on a small screen; in the end everything is as it was."""
    views, made = load_views(), sys.modules["stage"]
    monkeypatch.setattr(made, "make_application", lambda _arguments: app)
    opened: list[Any] = []

    def show(
        name: str,
        language: str,
        *,
        font_pt: int = 0,
        size: tuple[int, int] = SMALL,
        theme: str = "light",
    ) -> Any:
        stage = made.Stage(language, theme, size)
        opened.append(stage)
        stage.dress(font_pt)
        views.VIEWS[name](stage)
        stage.window.activateWindow()
        QTest.qWait(100)
        return stage

    yield show
    for stage in opened:
        stage.close()
    bootstrap.keep_settings(replace(Settings(), language="en", theme="light"))
    dress(app, bootstrap.settings())


def windows() -> list[QWidget]:
    return [top for top in QApplication.topLevelWidgets() if top.isVisible()]


def load(name: str, path: Path) -> ModuleType:
    """A module that is no part of the program."""
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


def load_views() -> ModuleType:
    """`packaging/views.py` with all views that are added to it."""
    packaging = ROOT / "packaging"
    if str(packaging) not in sys.path:
        sys.path.append(str(packaging))
    views = load("views", packaging / "views.py")
    for more in ("more_views", "desk_views"):
        load(more, packaging / f"{more}.py")
    return views


def shown_in(top: QWidget) -> Iterator[QWidget]:
    """What is on the screen of one window, without the insides of Qt's own parts."""
    for child in top.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield child
            if not isinstance(child, PARTS):
                yield from shown_in(child)


def where(widget: QWidget) -> str:
    """The widget and the ones around it, for a message."""
    chain: list[str] = []
    each: QWidget | None = widget
    while each is not None and len(chain) < 4:
        chain.append(type(each).__name__)
        each = each.parentWidget()
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{' < '.join(chain)} “{words or widget.accessibleName()}”"


def clipped(top: QWidget) -> list[str]:
    """Words that are cut off, leave their place, or lie over each other."""
    found = []
    beside: dict[QWidget, list[QWidget]] = {}
    for widget in shown_in(top):
        if isinstance(widget, LEAVES):
            problem = _too_small(widget) or _outside(widget)
            found += [f"{where(widget)}: {problem}"] if problem else []
            beside.setdefault(widget.parentWidget(), []).append(widget)
        if isinstance(widget, QScrollBar) and widget.orientation() == Qt.Orientation.Horizontal:
            found.append(f"{where(widget)}: has to be scrolled sideways")
    for siblings in beside.values():
        found += _overlaps(siblings)
    return found


def _too_small(widget: QWidget) -> str:
    hint, size = widget.sizeHint(), widget.size()
    if isinstance(widget, QLabel) and widget.wordWrap():
        need = widget.heightForWidth(size.width())
        return f"needs {need} px of height, has {size.height()}" if need > size.height() + 1 else ""
    if isinstance(widget, QLineEdit | QComboBox):
        need = widget.minimumSizeHint().height()
        return f"needs {need} px of height, has {size.height()}" if need > size.height() + 1 else ""
    wordless = isinstance(widget, QAbstractButton) and not _says(widget)
    if type(widget).__name__ in SHORTENING or wordless or hint.width() <= size.width() + 1:
        return ""
    return f"needs {hint.width()} px, has {size.width()}"


def _says(button: QAbstractButton) -> bool:
    icon_only = Qt.ToolButtonStyle.ToolButtonIconOnly
    drawn = isinstance(button, QToolButton) and button.toolButtonStyle() == icon_only
    return bool(button.text()) and not drawn


def _outside(widget: QWidget) -> str:
    """Whether something around the widget cuts it; what scrolls may cut it at top and bottom."""
    box, inner = QRect(QPoint(), widget.size()), widget
    while not inner.isWindow():
        outer = inner.parentWidget()
        assert outer is not None
        box = box.translated(inner.pos())
        if box.left() < -1 or box.right() > outer.width():
            return f"is cut at the side of {where(outer)}"
        around = outer.parentWidget()
        if isinstance(around, QAbstractScrollArea) and around.viewport() is outer:
            return ""
        if box.top() < -1 or box.bottom() > outer.height():
            return f"is cut above or below by {where(outer)}"
        inner = outer
    return ""


def _overlaps(siblings: list[QWidget]) -> list[str]:
    found = []
    for number, one in enumerate(siblings):
        for other in siblings[number + 1 :]:
            shared = one.geometry() & other.geometry()
            if shared.width() > 1 and shared.height() > 1:
                found.append(f"{where(one)}: lies over {where(other)}")
    return found
