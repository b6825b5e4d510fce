"""What the window reads for a daily operation does not grow with the project.

Counted are the statements that are sent and the instructions that SQLite's machine carries out for
them, of which each row that is read takes some: numbers that no noisy clock can blur.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtTest import QTest

SMALL, TIMES = 12, 10
REST_MS = 500
"""Until counts, inspector and view state have been read and written."""


def daily(here: Any) -> dict[str, Callable[[], object]]:
    desk = here.desk
    own = desk.session.project.codes.tree(counted=False).find("Sendiri").id

    def apply() -> None:
        here.select()
        desk.coding.apply(own)

    return {
        "open a source": lambda: desk.pages.open_source(here.sources[1]),
        "apply a code": apply,
        "undo": lambda: here.command("undo"),
        "redo": lambda: here.command("redo"),
        "star": lambda: here.command("star"),
        "take a code off": lambda: desk.coding.uncode(own),
        "choose a code": lambda: desk.place.change(code=own, passage=None),
        "filter sources": lambda: QTest.keyClicks(desk.sources.filter, "0001"),
        "filter codes": lambda: QTest.keyClicks(desk.codes.filter, "sendiri"),
        "passages of a code": lambda: desk.show_passages(own),
        "next result": lambda: desk.results.step(1),
        "search": lambda: desk.search("langka"),
    }


LINEAR = ("search",)
"""A search compares one number a source to know which texts the index does not hold yet."""


@pytest.fixture(scope="module")
def costs(
    tmp_path_factory: pytest.TempPathFactory, rooms: Any, alike: Any, counting: Any, qapp: Any
) -> list[dict[str, Any]]:
    """What each operation costs in a project and in one ten times its size."""
    folder, found = tmp_path_factory.mktemp("ukuran"), []
    for sources in (SMALL, SMALL * TIMES):
        with rooms.room(alike.make(folder / f"{sources}.makna", sources)) as here:
            here.desk.show_results(True)
            QTest.qWait(2_500)
            measured: dict[str, Any] = {}
            for name, act in daily(here).items():
                with counting.counted(here.desk.session.project.raw) as cost:
                    act()
                    QTest.qWait(REST_MS)
                measured[name] = cost
            found.append(measured)
    return found


def test_as_many_statements_are_sent_in_a_project_ten_times_as_large(
    costs: list[dict[str, Any]],
) -> None:
    small, large = costs
    for name, cost in large.items():
        assert dict(cost.statements - small[name].statements) == {}, name
        assert sum(cost.statements.values()) < 150, name


def test_as_many_rows_are_read_in_a_project_ten_times_as_large(
    costs: list[dict[str, Any]],
) -> None:
    small, large = costs
    for name, cost in large.items():
        if name not in LINEAR:
            # Deeper B-trees and a few more steps of a binary search: logarithmic.
            most = 1.3 * small[name].ticks.total() + 20
            assert cost.ticks.total() <= most, (name, cost.growth(small[name]))


def test_typing_in_a_filter_asks_the_database_nothing(costs: list[dict[str, Any]]) -> None:
    for measured in costs:
        for name in ("filter sources", "filter codes"):
            assert not measured[name].statements, name
