"""A name in a project that looks like HTML is shown as it is written, and fetches nothing.

Qt takes a label or a hint for HTML when it looks like it, and reads the pictures that it names:
files of this computer, and on Windows any computer's (`//host/share/x.png`).
"""

from __future__ import annotations

import importlib.util
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import Qt as Gui
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QTabBar

from makna import bootstrap
from makna.services.settings import Settings
from makna.ui.app import dress


def _load(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


stages = _load("makna_stages_markup", Path(__file__).resolve().with_name("stages.py"))
views = stages.load_views()
MARKUP = ' <img src="//127.0.0.1/makna/spy.png">'
NAMES = {
    "source": ("name", "place", "author", "memo"),
    "code": ("name", "description", "example", "memo"),
    "cases": ("name",),
    "variable": ("name",),
    "memo": ("title", "body"),
    "speaker": ("name",),
    "coder": ("name",),
    "chapter": ("title",),
    "value": ("value",),
    "project": ("name", "description"),
    "fact": ("name", "value"),
    "passage": ("memo",),
    "coding": ("memo",),
}


@pytest.fixture
def show(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Puts a view of the demo project on the stage, in which every name ends in markup."""
    copy_demo = bootstrap.copy_demo

    def copy(language: str, target: Path | None = None) -> Path:
        path = copy_demo(language, target)
        raw = sqlite3.connect(path)
        for table, columns in NAMES.items():
            for column in columns:
                raw.execute(
                    f"UPDATE {table} SET {column} = {column} || ? WHERE {column} <> ''", (MARKUP,)
                )
        raw.commit()
        raw.close()
        return path

    monkeypatch.setattr(sys.modules["stage"], "make_application", lambda _arguments: qapp)
    monkeypatch.setattr(bootstrap, "copy_demo", copy)
    opened: list[Any] = []

    def _show(name: str) -> Any:
        stage = views.Stage("en", "light", (1280, 720))
        opened.append(stage)
        views.VIEWS[name](stage)
        QTest.qWait(100)
        return stage

    yield _show
    for stage in opened:
        stage.close()
    bootstrap.keep_settings(replace(Settings(), language="en", theme="light"))
    dress(qapp, bootstrap.settings())


def is_markup(words: object) -> bool:
    text = words if isinstance(words, str) else ""
    return "<img" in text and bool(Gui.mightBeRichText(text))


def hints(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[object]:
    parent = parent or QModelIndex()
    for row in range(min(model.rowCount(parent), 12)):
        for column in range(4):
            yield model.index(row, column, parent).data(Qt.ItemDataRole.ToolTipRole)
        yield from hints(model, model.index(row, 0, parent))


@pytest.mark.parametrize(
    "name",
    ["desk-passage", "desk-code", "desk-source", "results-code", "memos", "history", "cases"],
)
def test_no_label_and_no_hint_takes_a_name_for_markup(show: Any, name: str) -> None:
    show(name)
    widgets = [w for w in QApplication.allWidgets() if not w.isHidden() or w.toolTip()]
    labels = [w for w in widgets if isinstance(w, QLabel)]
    assert any(MARKUP.strip() in label.text() for label in labels)
    plain = Qt.TextFormat.PlainText
    wrong = [stages.where(w) for w in labels if w.textFormat() != plain and is_markup(w.text())]
    wrong += [f"hint of {stages.where(w)}" for w in widgets if is_markup(w.toolTip())]
    for bar in (w for w in widgets if isinstance(w, QTabBar)):
        wrong += [bar.tabText(at) for at in range(bar.count()) if is_markup(bar.tabToolTip(at))]
    for view in (w for w in widgets if isinstance(w, QAbstractItemView)):
        if view.model() is not None:
            found = [hint for hint in hints(view.model()) if is_markup(hint)]
            wrong += [f"row of {type(view.model()).__name__}: {hint}" for hint in found[:1]]
    assert not wrong
