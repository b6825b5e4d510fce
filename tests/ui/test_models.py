"""Every model of Qt's kind is looked after by Qt's own tester, in the real window, at real work.

The models are found by asking Python for all classes below Qt's: a new one that no view here shows,
or whose rows never come, go or move, fails.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit

import makna.ui
from makna.domain.changes import Outcome
from makna.domain.pseudonyms import PseudonymKind
from makna.services import cases, codebook, coding, importing, memos, pseudonyms, sources
from makna.ui.desk.write.write_page import WritePage
from makna.ui.widgets.filter_box import FilterBox

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
MOVING = ("rowsInserted", "rowsRemoved", "rowsMoved", "modelReset")
TURN_MS = 120


def _load(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


stages = _load("makna_stages_models", Path(__file__).resolve().with_name("stages.py"))
views = stages.load_views()


def _models() -> set[type[QAbstractItemModel]]:
    """Classes of the window below Qt's models, at any depth; not those only built on."""
    for module in pkgutil.walk_packages(makna.ui.__path__, "makna.ui."):
        importlib.import_module(module.name)
    found = set(_below(QAbstractItemModel))
    ours = {each for each in found if each.__module__.startswith("makna.")}
    return {each for each in ours if not any(each in other.__bases__ for other in ours)}


def _below(kind: type) -> Iterator[type]:
    each: type
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


class Watch:
    """Puts the tester on every model as soon as it is there, and counts what the model tells."""

    def __init__(self) -> None:
        self.told: dict[str, Counter[str]] = {}
        self._testers: dict[QAbstractItemModel, QAbstractItemModelTester] = {}

    def look(self) -> None:
        for top in QApplication.topLevelWidgets():
            for model in top.findChildren(QAbstractItemModel):
                if type(model).__module__.startswith("makna.") and model not in self._testers:
                    self._testers[model] = QAbstractItemModelTester(model, FATAL)
                    told = self.told.setdefault(type(model).__name__, Counter())
                    for name in MOVING:
                        getattr(model, name).connect(_counting(told, name))


def _counting(told: Counter[str], name: str) -> Callable[..., None]:
    def count(*_: object) -> None:
        told[name] += 1

    return count


def _changes(project: Any) -> Iterator[Callable[[], Outcome[Any]]]:
    """Rows come, go and move: codes, sources, codings, cases, memos, names."""
    codes = [code for code in project.codes.tree().ordered if code.codable]
    source = project.sources.all()[0]
    one, other = codes[0], next(code for code in codes if code.parent != codes[0].parent)
    yield lambda: codebook.add_code(project, "Aardvark")
    yield lambda: codebook.rename_code(project, one.id, "Zebra")
    yield lambda: codebook.move_code(project, one.id, other.parent, 0)
    yield lambda: coding.apply_code(project, source.id, 5, 60, one.id)
    yield lambda: importing.import_text(project, "Aardvark", "Ani: Halo.\nBudi: Halo juga.")
    yield lambda: sources.rename_source(project, source.id, "Zebra")
    yield lambda: cases.add_case(project, "Aardvark")
    yield lambda: cases.rename_case(project, project.cases.all()[0].id, "Zebra")
    yield lambda: memos.write_memo(project, "Aardvark", "Words")
    person = PseudonymKind.PERSON
    yield lambda: pseudonyms.add_pseudonym(project, "Halo", "Bapak A", person)
    yield lambda: codebook.merge_codes(project, other.id, one.id)
    yield lambda: codebook.delete_codes(project, [one.id])
    yield lambda: sources.remove_sources(project, [source.id])


def _work(stage: Any) -> None:
    """All changes, and all of them back and some forth again; then words in every filter box."""
    session = stage.desk.session
    steps = [session.perform(change) for change in _changes(session.project)]
    _settle(stage)
    for step in (session.undo,) * len(steps) + (session.redo,) * 3:
        step()
    _settle(stage)
    for top in stages.windows():
        for box in top.findChildren(FilterBox):
            _type(box)


def _settle(stage: Any) -> None:
    QTest.qWait(TURN_MS)
    page = stage.desk.pages.current
    if isinstance(page, WritePage):
        page.finish()


def _type(box: QLineEdit) -> None:
    if box.isVisible():
        QTest.keyClicks(box, "code")
        QTest.qWait(TURN_MS)
        box.clear()
        QTest.qWait(TURN_MS)


def _search_the_manual(stage: Any) -> None:
    QTest.keyClicks(stage.desk.pages.current.box, "code")
    QTest.qWait(5 * TURN_MS)


def _type_in_the_picker(stage: Any) -> None:
    _type(stage.desk.coding.picker.field)


WORK: dict[str, Callable[[Any], None]] = {
    **dict.fromkeys(("desk-passage", "cases", "history", "memos", "results-by-case"), _work),
    **dict.fromkeys(("pseudonyms", "write-chapter", "sources-by-case"), _work),
    "comments-back": _work,
    "import-report": lambda stage: stage.command("language"),
    "manual": _search_the_manual,
    "picker": _type_in_the_picker,
}
"""What is done in each view."""
STAYING = {"ReportModel"}
"""Models whose rows are there from the beginning and stay."""


@pytest.fixture
def show(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    yield from stages.showing(qapp, monkeypatch)


def test_every_model_keeps_to_the_rules_while_rows_come_and_go(show: Any) -> None:
    watch = Watch()
    for name, work in WORK.items():
        stage = show(name, "en")
        watch.look()
        work(stage)
        watch.look()
        stage.clear()
    assert {model.__name__ for model in _models()} - set(watch.told) == set(), (
        "in none of the views"
    )
    still = {name for name, told in watch.told.items() if not told.total()}
    assert still == STAYING, "their rows never came, went or moved"
