"""The code tree as a model: counts, filter, what may be dropped where, and how little changes."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from makna.domain.codetree import CodeTree
from makna.domain.model import Code, CodeId
from makna.ui.desk.code_model import CodeModel, Target
from makna.ui.page.transfer import codes_data, read_codes, selection_data
from makna.ui.widgets.roles import Role

MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction
TOP = QModelIndex()


def code(key: int, name: str, parent: int | None = None, rank: int = 0, **more: object) -> Code:
    above = None if parent is None else CodeId(parent)
    made = Code(CodeId(key), f"g{key}", above, rank, name, "#3b6fb5")
    return replace(made, **more)  # type: ignore[arg-type]


def codes() -> list[Code]:
    return [
        code(1, "Circular Model", rank=0, codable=False),
        code(2, "Share", 1, 0, shortcut=1),
        code(3, "Manage", 1, 1, description="Menjawab warga", memo="lihat I4"),
        code(4, "Respons cepat", 3, 0),
        code(5, "Peran", rank=1, codable=False),
    ]


@pytest.fixture
def model(qtbot: QtBot) -> CodeModel:
    made = CodeModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    made.set_codes(CodeTree(codes()))
    made.set_counts({2: (21, 2), 3: (9, 2), 4: (8, 1)})
    return made


def names(model: CodeModel) -> list[str]:
    return [model.tree[key].name for key in model.walk()]


def test_a_code_shows_what_hangs_below_it_too(model: CodeModel) -> None:
    counts = {key: model.index_of(key).data(Role.COUNT) for key in (1, 2, 3, 4, 5)}
    assert counts == {1: 38, 2: 21, 3: 17, 4: 8, 5: 0}


def test_the_tip_tells_own_codings_from_all(model: CodeModel) -> None:
    tip = model.index_of(CodeId(3)).data(Qt.ItemDataRole.ToolTipRole)
    assert "Circular Model › Manage" in tip
    assert "9 coding" in tip
    assert "17 with the codes below" in tip
    assert "Menjawab warga" in tip


def test_a_name_is_never_read_as_markup(model: CodeModel) -> None:
    model.set_codes(CodeTree([code(9, "<b>Tebal</b> & miring")]))
    tip = model.index_of(CodeId(9)).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Tebal&lt;/b&gt; &amp; miring" in tip


def test_a_category_has_no_colour_and_a_code_its_key_and_memo(model: CodeModel) -> None:
    assert model.index_of(CodeId(1)).data(Role.GROUP) is True
    assert model.index_of(CodeId(1)).data(Role.COLOR) is None
    assert model.index_of(CodeId(2)).data(Role.SHORTCUT) == 1
    assert model.index_of(CodeId(3)).data(Role.MEMO) is True


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("respons", ["Circular Model", "Manage", "Respons cepat"]),
        ("WARGA", ["Circular Model", "Manage"]),
        ("manage cepat", ["Circular Model", "Manage", "Respons cepat"]),
        ("tidak ada", []),
        ("", ["Circular Model", "Share", "Manage", "Respons cepat", "Peran"]),
    ],
)
def test_the_filter_keeps_what_fits_and_all_above_it(
    model: CodeModel, typed: str, shown: list[str]
) -> None:
    model.set_filter("x")
    model.set_filter(typed)
    assert names(model) == shown


def test_a_new_count_repaints_the_code_and_all_above_and_nothing_else(model: CodeModel) -> None:
    painted: list[str] = []
    resets: list[int] = []
    model.dataChanged.connect(lambda first, last, roles: painted.append(first.data()))
    model.modelReset.connect(lambda: resets.append(1))
    model.set_counts({2: (21, 2), 3: (9, 2), 4: (9, 1)})
    assert sorted(painted) == ["Circular Model", "Manage", "Respons cepat"]
    assert not resets


def test_a_new_name_is_a_repaint_and_no_new_structure(model: CodeModel) -> None:
    painted: list[str] = []
    moved: list[int] = []
    model.dataChanged.connect(lambda first, last, roles: painted.append(first.data()))
    model.rearranged.connect(lambda: moved.append(1))
    renamed = [replace(c, name="Bagikan") if c.id == 2 else c for c in codes()]
    model.set_codes(CodeTree(renamed))
    assert painted == ["Bagikan"]
    assert not moved


def test_filtering_500_codes_resets_once_and_reads_no_code_anew(model: CodeModel) -> None:
    many = [code(n, f"Kode {n}", (n - 1) // 10 or None, n) for n in range(1, 501)]
    model.set_codes(CodeTree(many))
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.set_filter("kode 499")
    assert len(resets) == 1
    assert names(model) == ["Kode 4", "Kode 49", "Kode 499"]
    model.set_filter("kode 499 ")
    assert len(resets) == 1


def test_codes_are_dragged_as_the_page_reads_them(model: CodeModel) -> None:
    data = model.mimeData([model.index_of(CodeId(4)), model.index_of(CodeId(2))])
    assert read_codes(data) == [2, 4]


@pytest.mark.parametrize(
    ("dragged", "action", "row", "onto", "allowed"),
    [
        ([3], MOVE, -1, 4, False),
        ([3], MOVE, -1, 3, False),
        ([1], MOVE, 0, 3, False),
        ([3], MOVE, -1, 5, True),
        ([4], MOVE, 0, None, True),
        ([3], COPY, -1, 2, True),
        ([3], COPY, -1, 4, False),
        ([3], COPY, 0, 1, False),
        ([3], COPY, -1, None, False),
        ([99], MOVE, -1, 2, False),
    ],
)
def test_what_may_be_dropped_where(
    model: CodeModel,
    dragged: list[int],
    action: Qt.DropAction,
    row: int,
    onto: int | None,
    allowed: bool,
) -> None:
    parent = model.index_of(onto)
    assert model.canDropMimeData(codes_data(dragged), action, row, 0, parent) is allowed


def test_what_is_dragged_from_elsewhere_is_refused(model: CodeModel) -> None:
    data = QMimeData()
    data.setText("kata")
    assert not model.canDropMimeData(data, MOVE, -1, 0, TOP)
    data.setData("application/x-makna-codes", json.dumps({"no": 1}).encode())
    assert not model.canDropMimeData(data, MOVE, -1, 0, TOP)


def test_a_drop_between_rows_says_before_which_code(qtbot: QtBot, model: CodeModel) -> None:
    with qtbot.waitSignal(model.move_wanted) as said:
        assert model.dropMimeData(codes_data([4]), MOVE, 1, 0, model.index_of(CodeId(1)))
    assert said.args == [[4], Target(CodeId(1), CodeId(3))]


def test_a_drop_behind_the_last_fitting_row_stays_before_what_is_hidden(
    qtbot: QtBot, model: CodeModel
) -> None:
    model.set_filter("share")
    with qtbot.waitSignal(model.move_wanted) as said:
        model.dropMimeData(codes_data([5]), MOVE, 1, 0, model.index_of(CodeId(1)))
    assert said.args == [[5], Target(CodeId(1), CodeId(3))]


def test_children_of_a_dragged_code_are_not_dragged_twice(qtbot: QtBot, model: CodeModel) -> None:
    with qtbot.waitSignal(model.move_wanted) as said:
        model.dropMimeData(codes_data([4, 3]), MOVE, -1, 0, model.index_of(CodeId(5)))
    assert said.args == [[3], Target(CodeId(5))]


def test_a_text_is_dropped_on_a_code_or_below_all(qtbot: QtBot, model: CodeModel) -> None:
    text = selection_data("Kalau ada keluhan", 6, 9)
    said: list[tuple[object, int, int]] = []
    model.selection_dropped.connect(lambda *args: said.append(args))
    assert model.dropMimeData(text, COPY, -1, 0, model.index_of(CodeId(4)))
    assert model.dropMimeData(text, COPY, -1, 0, TOP)
    assert not model.dropMimeData(text, COPY, -1, 0, model.index_of(CodeId(1)))
    assert said == [(4, 6, 9), (None, 6, 9)]


def test_a_project_open_for_reading_can_be_read_only(qtbot: QtBot) -> None:
    model = CodeModel(writable=False)
    model.set_codes(CodeTree(codes()))
    flags = model.index_of(CodeId(2)).flags()
    assert flags & Qt.ItemFlag.ItemIsSelectable
    assert not flags & (Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled)
    assert not model.canDropMimeData(codes_data([4]), MOVE, -1, 0, TOP)
