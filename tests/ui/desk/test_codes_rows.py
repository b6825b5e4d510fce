"""A tree of keys comes to any shape, and what stays is left alone."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from makna.ui.desk.key_tree import Index, KeyTreeModel

Shape = dict[Any, list[Hashable]]


class Names(KeyTreeModel):
    """Shows each key as it is."""

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        return str(self.key_at(index)) if role == Qt.ItemDataRole.DisplayRole else None


@st.composite
def shapes(draw: st.DrawFn) -> Shape:
    """Some of twelve keys, each below the top or below one that came before."""
    keys = draw(st.permutations(range(12)))[: draw(st.integers(0, 12))]
    shape: Shape = {}
    for rank, key in enumerate(keys):
        parent = draw(st.sampled_from([None, *keys[:rank]]))
        shape.setdefault(parent, []).append(key)
    return shape


def shown(model: KeyTreeModel, index: Index | None = None) -> list[Any]:
    """What a view reads: [(key, [below])]."""
    parent = index if index is not None else model.index_of(None)
    rows = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return [(model.key_at(row), shown(model, row)) for row in rows]


def nested(shape: Shape, key: Hashable | None = None) -> list[Any]:
    return [(below, nested(shape, below)) for below in shape.get(key, [])]


def watched() -> Names:
    model = Names()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    return model


@settings(max_examples=40)
@given(st.lists(shapes(), min_size=1, max_size=4), st.booleans())
def test_the_rows_are_those_of_the_last_shape(steps: list[Shape], anew: bool) -> None:
    model = watched()
    for shape in steps:
        if anew:
            model.arrange_anew(shape)
        else:
            model.arrange(shape)
        assert shown(model) == nested(shape)


def test_a_row_that_stays_is_left_alone() -> None:
    model = watched()
    model.arrange({None: ["a", "b", "c"], "b": ["x"]})
    kept = QPersistentModelIndex(model.index_of("x"))
    model.arrange({None: ["new", "b", "a"], "b": ["y", "x"]})
    assert kept.isValid()
    assert (kept.row(), kept.parent().row(), kept.parent().data()) == (1, 1, "b")


def test_one_move_is_one_removal_and_one_insertion() -> None:
    model = watched()
    model.arrange({None: list(range(100))})
    changes: list[str] = []
    model.rowsRemoved.connect(lambda *_: changes.append("out"))
    model.rowsInserted.connect(lambda *_: changes.append("in"))
    model.modelReset.connect(lambda: changes.append("reset"))
    model.arrange({None: [*range(1, 100), 0]})
    assert changes == ["out", "in"]


def test_the_same_shape_changes_nothing() -> None:
    model = watched()
    model.arrange({None: ["a"], "a": ["b"]})
    assert not model.arrange({None: ["a"], "a": ["b"], "b": []})


def test_a_key_keeps_its_index_id_while_it_moves() -> None:
    model = watched()
    model.arrange({None: ["a", "b"]})
    before = model.index_of("b").internalId()
    model.arrange({None: ["a"], "a": ["b"]})
    assert model.index_of("b").internalId() == before
