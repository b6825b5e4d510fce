"""The sources as a model: grouped, filtered, and changed by as little as possible."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from makna.domain.model import Source, SourceId, SourceKind
from makna.ui.desk.source_model import Group, Grouping, Row, SourceModel
from makna.ui.widgets.roles import Role


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
