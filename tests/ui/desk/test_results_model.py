"""The list of results holds keys; texts are read when they are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from time import thread_time

import pytest
from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makna.domain.model import CodeId
from makna.ui.desk.result_keep import Spot
from makna.ui.desk.result_list import MEASURED_TO, ResultList
from makna.ui.desk.result_model import PAGE, ResultModel
from makna.ui.desk.result_query import ResultRow, Section


class Reader:
    """Makes rows up, and remembers what it was asked for."""

    def __init__(self, gone: frozenset[int] = frozenset()) -> None:
        self.asked: list[int] = []
        self._gone = gone

    def read(self, keys: Sequence[int]) -> dict[int, ResultRow]:
        self.asked += keys
        return {
            key: ResultRow(key, None, None, 0, 1, "I1", 1, "", f"text {key}", "")
            for key in keys
            if key not in self._gone
        }


def heights(view: ResultList) -> list[int]:
    return [view.rowHeight(row) for row in range(view.results.rowCount())]


def own_heights(view: ResultList) -> list[int]:
    """Those that the rows need."""
    font, width = view.font(), view.viewport().width()
    rows = [view.results.index(row) for row in range(view.results.rowCount())]
    return [view.look_delegate.height(row, font, width) for row in rows]


def texts(model: ResultModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


@pytest.fixture
def model(qapp: object) -> ResultModel:
    made = ResultModel()
    QAbstractItemModelTester(made, made)
    return made


def test_a_hundred_thousand_rows_open_without_reading_them(model: ResultModel) -> None:
    reader = Reader()
    model.show([Section("All", range(100_000))], reader)
    reader.asked.clear()
    model._rows.clear()
    assert model.index(50_000).data() == "text 49999"
    assert len(reader.asked) == PAGE


def test_what_was_read_is_forgotten_before_it_fills_the_memory(model: ResultModel) -> None:
    reader = Reader()
    model.show([Section("", range(20_000))], reader)
    for row in range(0, 20_000, PAGE):
        model.row(row)
    reader.asked.clear()
    model.row(20_000 - 1)
    assert not reader.asked
    model.row(0)
    assert reader.asked


def test_headings_without_a_title_are_none(model: ResultModel) -> None:
    model.show([Section("", [1, 2])], Reader())
    assert texts(model) == ["text 1", "text 2"]


def test_folding_hides_the_rows_of_one_heading(model: ResultModel) -> None:
    model.show([Section("A", [1, 2]), Section("B", [3])], Reader())
    model.fold(0)
    assert texts(model) == ["A", "B", "text 3"]
    model.fold(0)
    assert texts(model) == ["A", "text 1", "text 2", "B", "text 3"]


def test_a_row_that_has_gone_meanwhile_is_empty(model: ResultModel) -> None:
    model.show([Section("", [1, 2])], Reader(frozenset({2})))
    assert texts(model) == ["text 1", ""]


def test_the_same_passage_under_two_codes_knows_which_one_it_stands_for(
    model: ResultModel,
) -> None:
    one, two = CodeId(1), CodeId(2)
    model.show([Section("A", [7], code=one), Section("B", [7], code=two)], Reader())
    everything = QItemSelection(model.index(0), model.index(3))
    assert model.chosen(everything) == [(7, one), (7, two)]
    assert model.row_of(Spot(("code", two), 7)) == 3


def test_only_what_changed_is_read_again(model: ResultModel) -> None:
    model.show([Section("", [1, 2, 3])], Reader())
    texts(model)
    reader = Reader()
    model.read_again(reader, [2])
    texts(model)
    assert reader.asked == [2]


def test_many_rows_get_one_height_unread_and_few_their_own(model: ResultModel) -> None:
    view = ResultList(model)
    view.look_delegate.look.hits = False
    reader = Reader()
    model.show([Section("A", range(MEASURED_TO)), Section("B", [MEASURED_TO])], reader)
    usual = view.look_delegate.usual_height(view.font())
    assert {view.rowHeight(row) for row in range(1, MEASURED_TO + 1)} == {usual}
    assert view.rowHeight(0) == view.rowHeight(MEASURED_TO + 1) < usual
    assert reader.asked == []
    model.show([Section("", range(3))], reader)
    assert heights(view) == own_heights(view)
    assert reader.asked
    view.deleteLater()


def test_headings_cost_the_same_among_ten_times_as_many_rows(model: ResultModel) -> None:
    view = ResultList(model)
    view.look_delegate.look.hits = False

    def spent(rows: int) -> float:
        """Seconds for 300 headings among so many rows: the least of a few tries."""
        sections = [Section(f"S{number}", range(rows // 300)) for number in range(300)]
        tries = []
        for _ in range(3):
            model.show(sections, Reader())
            began = thread_time()
            view.measure()
            tries.append(thread_time() - began)
        return min(tries)

    assert spent(60_000) < 4 * spent(6_000)
    view.deleteLater()


def test_rows_out_of_sight_are_measured_later_without_moving_what_is_seen(
    model: ResultModel, qtbot: QtBot
) -> None:
    view = ResultList(model)
    qtbot.addWidget(view)
    view.look_delegate.look.hits, view.look_delegate.look.lines = False, 6
    view.resize(500, 300)
    view.show()
    reader = Reader()
    model.show([Section("A", range(10 * PAGE))], reader)
    assert len(reader.asked) <= 2 * PAGE
    view.scrollTo(model.index(9 * PAGE), ResultList.ScrollHint.PositionAtTop)
    seen = view.rowAt(0), view.rowViewportPosition(view.rowAt(0))
    qtbot.waitUntil(lambda: heights(view) == own_heights(view))
    assert (view.rowAt(0), view.rowViewportPosition(view.rowAt(0))) == seen


def test_home_and_end_reach_the_first_and_the_last_row(model: ResultModel, qtbot: QtBot) -> None:
    view = ResultList(model)
    qtbot.addWidget(view)
    model.show([Section("", range(10))], Reader())
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == 9
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0


def test_shift_and_down_choose_rows_across_a_heading(model: ResultModel, qtbot: QtBot) -> None:
    view = ResultList(model)
    qtbot.addWidget(view)
    model.show([Section("A", [1, 2]), Section("B", [3]), Section("C", [4])], Reader())
    view.mark_first()
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [key for key, _ in view.chosen()] == [1, 2, 3, 4]
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert model.key(view.currentIndex().row()) == 3
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Up)
    assert model.key(view.currentIndex().row()) == 1


def test_a_hundred_thousand_rows_are_not_asked_for_one_by_one(model: ResultModel) -> None:
    view = ResultList(model)
    view.resize(600, 300)
    view.show()
    reader = Reader()
    model.show([Section("A", range(100_000))], reader)
    QApplication.processEvents()
    assert 0 < len(reader.asked) < 200
    view.scrollToBottom()
    QApplication.processEvents()
    assert len(reader.asked) < 400
    view.close()
    view.deleteLater()
