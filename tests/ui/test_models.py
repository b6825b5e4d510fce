"""Every model of Qt's kind is looked after by Qt's own tester in some test."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE, TESTS = ROOT / "app" / "makna" / "ui", ROOT / "tests" / "ui"
BASES = {
    "QAbstractItemModel",
    "QAbstractListModel",
    "QAbstractTableModel",
    "QAbstractProxyModel",
    "QSortFilterProxyModel",
    "QIdentityProxyModel",
    "QStandardItemModel",
    "QStringListModel",
}
OWNERS = {
    "CodeModel": ("CodesPane", "CodeModel"),
    "SourceModel": ("SourcesPane", "SourceModel"),
    "CaseModel": ("CasesPane",),
    "CommentsModel": ("CommentsPage",),
    "HistoryModel": ("HistoryPane",),
    "ResultModel": ("ResultModel", "ResultsPane"),
    "ReportModel": ("ImportReportPage",),
    "MemosModel": ("MemosPane",),
    "ContentsModel": ("ContentsModel", "Contents", "ManualPage"),
    "PickerModel": ("PickerModel", "PickerPopup"),
    "PseudonymModel": ("PseudonymModel", "PseudonymsPage"),
    "CandidateModel": ("CandidateModel", "PseudonymsPage"),
}
"""Who makes a model, where a test takes it from its pane; else the model's own name."""


def _models() -> dict[str, Path]:
    """Classes below Qt's models, at any depth; the ones that are only built on are left out."""
    classes: dict[str, tuple[set[str], Path]] = {}
    for path in sorted(CODE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases = {getattr(b, "id", getattr(b, "attr", "")) for b in node.bases}
                classes[node.name] = (bases, path)
    known, found = set(BASES), dict[str, Path]()
    while new := {n: p for n, (b, p) in classes.items() if b & known and n not in known}:
        known |= set(new)
        found |= new
    built_on = {base for bases, _ in classes.values() for base in bases}
    return {name: path for name, path in found.items() if name not in built_on}


def _tested(name: str) -> bool:
    """Whether a file of tests uses the tester on the model or on who makes it."""
    makers = OWNERS.get(name, (name,))
    for path in TESTS.rglob("test_*.py"):
        text = path.read_text(encoding="utf-8")
        if path == Path(__file__).resolve() or "QAbstractItemModelTester(" not in text:
            continue
        imported = (re.search(rf"\bimport\b.*\b{maker}\b", text) for maker in makers)
        if any(f"{maker}(" in text for maker in makers) or any(imported):
            return True
    return False


@pytest.mark.parametrize("name", sorted(_models()))
def test_a_model_is_looked_after_by_the_tester(name: str) -> None:
    assert _tested(name), f"no test hands {name} to QAbstractItemModelTester"


def test_the_models_are_found() -> None:
    assert {"CodeModel", "SourceModel", "ResultModel"} <= set(_models())
