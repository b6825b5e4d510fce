"""The sources as a model: grouped, filtered, and changed by as little as possible."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from types import FrameType

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from makna.domain.model import Source, SourceId, SourceKind
from makna.ui.desk.key_view import KeyView
from makna.ui.desk.source_model import Group, Grouping, Row, SourceModel
from makna.ui.widgets.roles import Role

MANY = 1_000


def source(key: int, name: str, kind: SourceKind = SourceKind.INTERVIEW, **more: object) -> Source:
    made = Source(SourceId(key), f"g{key}", name, kind, "text/plain", "id", characters=100)
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.fixture
def model(qtbot: QtBot) -> SourceModel:
    made = SourceModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    made.set_sources(
        [
            source(1, "I10", cases=("Ketua RW",)),
            source(2, "I2", coded_characters=25, passages=3),
            source(3, "Perwal", SourceKind.REGULATION, place="Jakarta"),
            source(4, "Foto", SourceKind.PICTURE, characters=0),
        ]
    )
    return made


def shown(model: SourceModel) -> list[str]:
    return [str(model.index_of(key).data()) for key in model.walk()]


def row(model: SourceModel, key: int) -> QPersistentModelIndex:
    return QPersistentModelIndex(model.index_of(model.rows_of(SourceId(key))[0]))


def test_the_bar_is_the_coded_share_and_a_picture_has_none(model: SourceModel) -> None:
    assert row(model, 2).data(Role.COVERAGE) == 0.25
    assert row(model, 4).data(Role.COVERAGE) is None
    assert row(model, 4).data(Role.ICON) == "picture"


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("i1", ["Interviews", "I10"]),
        ("ketua rw", ["Interviews", "I10"]),
        ("regulations", ["Regulations", "Perwal"]),
        ("JAKARTA", ["Regulations", "Perwal"]),
        ("i1 jakarta", []),
    ],
)
def test_the_filter_looks_at_name_kind_place_and_case(
    model: SourceModel, typed: str, names: list[str]
) -> None:
    model.set_filter(typed)
    assert shown(model) == names


def test_a_new_share_is_a_repaint_and_nothing_moves(model: SourceModel) -> None:
    kept, moved, painted = row(model, 1), [], []
    model.rearranged.connect(lambda: moved.append(1))
    model.dataChanged.connect(lambda first, last, roles: painted.append(first.data()))
    model.update_sources([source(2, "I2", coded_characters=50, passages=4)])
    assert "I2" in painted
    assert "I10" not in painted
    assert not moved
    assert kept.isValid()


def test_another_name_moves_one_row(model: SourceModel) -> None:
    model.update_sources([source(5, "I3")])
    kept, removed = row(model, 2), []
    model.rowsRemoved.connect(lambda *_: removed.append(1))
    model.update_sources([source(1, "I1")])
    assert shown(model)[:3] == ["Interviews", "I1", "I2"]
    assert (kept.row(), len(removed)) == (1, 1)


def test_a_group_goes_with_its_last_source(model: SourceModel) -> None:
    model.update_sources([], gone=[SourceId(3)])
    assert "Regulations" not in shown(model)
    assert len(model) == 3


def test_headings_are_not_selected(model: SourceModel) -> None:
    heading = model.index_of(Group(Grouping.KIND, "interview"))
    assert not heading.flags() & Qt.ItemFlag.ItemIsSelectable
    assert heading.data(Role.GROUP) is True


def test_cases_come_in_natural_order_and_none_last(model: SourceModel) -> None:
    model.update_sources([source(2, "I2", cases=("Ketua RW", "Informan 2"))])
    model.set_grouping(Grouping.CASE)
    headings = [model.heading(key) for key in model.below(None)]
    assert headings == ["Informan 2", "Ketua RW", "Without a case"]
    assert len(model.rows_of(SourceId(2))) == 2


def test_filtering_1000_sources_reads_no_row_for_those_that_do_not_fit(
    qtbot: QtBot, model: SourceModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    model.set_sources([source(n, f"I{n}") for n in range(1, 1001)])
    resets: list[int] = []
    folded: list[str] = []
    model.modelReset.connect(lambda: resets.append(1))
    monkeypatch.setattr("makna.ui.desk.source_model.natural", lambda name: folded.append(name))
    model.set_filter("i999")
    assert [key.source for key in model.walk() if isinstance(key, Row)] == [999]
    assert (len(resets), folded) == (1, []), "sorting keys are made once a source"


def test_markup_in_a_name_is_only_letters(model: SourceModel) -> None:
    model.update_sources([source(2, "<i>I2</i>")])
    assert "&lt;i&gt;I2&lt;/i&gt;" in row(model, 2).data(Qt.ItemDataRole.ToolTipRole)


def rows_told(model: SourceModel) -> list[tuple[str, int, int]]:
    """What views are told of rows that come and go."""
    told: list[tuple[str, int, int]] = []
    model.rowsRemoved.connect(lambda _above, first, last: told.append(("gone", first, last)))
    model.rowsInserted.connect(lambda _above, first, last: told.append(("come", first, last)))
    return told


def test_rows_beside_each_other_come_and_go_in_one_go(model: SourceModel) -> None:
    model.set_sources([source(key, f"I{key:02}") for key in range(1, 11)])
    gone, told = [2, 3, 4, 6, 9, 10], rows_told(model)
    kept = row(model, 5)
    model.update_sources([], [SourceId(key) for key in gone])
    assert told == [("gone", 8, 9), ("gone", 5, 5), ("gone", 1, 3)]
    assert shown(model) == ["Interviews", "I01", "I05", "I07", "I08"]
    assert kept.row() == 1 and kept.data(Role.ID) == 5
    told.clear()
    model.update_sources([source(key, f"I{key:02}") for key in gone])
    assert told == [("come", 1, 3), ("come", 5, 5), ("come", 8, 9)]
    assert shown(model) == ["Interviews", *(f"I{key:02}" for key in range(1, 11))]
    assert kept.row() == 4 and kept.data(Role.ID) == 5


def test_a_group_that_comes_with_its_rows_is_one_row_that_came(model: SourceModel) -> None:
    told = rows_told(model)
    model.update_sources([source(key, f"Peraturan {key}", SourceKind.NEWS) for key in (7, 8, 9)])
    assert len(told) == 1
    assert shown(model).count("Peraturan 8") == 1


MANY = 1_000


def calls_while(act: Callable[[], object]) -> Counter[str]:
    """How often each function of ours is called meanwhile."""
    found: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call":
            found[frame.f_code.co_name] += 1

    sys.setprofile(count)
    try:
        act()
    finally:
        sys.setprofile(None)
    return found


def test_a_letter_in_the_filter_over_a_thousand_sources_lays_them_out_once(qtbot: QtBot) -> None:
    """Counts, since a frame is 16 ms here and another time there: Qt asks three things a row."""
    model = SourceModel()
    view = KeyView(model)
    qtbot.addWidget(view)
    view.resize(300, 400)
    view.show()
    qtbot.waitExposed(view)
    model.set_sources([source(key, f"Berita {key}") for key in range(1, MANY + 1)])
    view.unfolds_all = True
    made = calls_while(lambda: model.set_filter("a"))
    assert len(list(model.walk())) == MANY + 1
    assert made["index"] < 1.1 * MANY and made["flags"] < 2.2 * MANY
    assert made["fold"] == 1 and made["natural"] == made["_said"] == made["_rows_for"] == 0
    # PySide asks each flag for its `value`, by two functions in Python.
    ours = made.total() - made["value"] - made["__get__"]
    assert ours < 3.5 * MANY, made.most_common(8)
