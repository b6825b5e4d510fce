"""Work of the window in turns: one piece at a time, and whoever asked hears the end once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from makna.domain.errors import UserError
from makna.services.steps import Steps
from makna.ui import turns as module
from makna.ui.turns import Turns


@pytest.fixture
def turns(qtbot: QtBot) -> Iterator[Turns]:
    parent = QObject()
    yield Turns(parent)


def three(trace: list[str], end: Exception | None = None) -> Steps[str]:
    try:
        for each in "abc":
            trace.append(each)
            yield None
        if end is not None:
            raise end
        return "found"
    finally:
        trace.append("closed")


def test_what_is_quick_is_done_when_it_begins(turns: Turns) -> None:
    heard: list[Any] = []
    turns.start(three([]), heard.append, heard.append)
    assert heard == ["found"] and not turns.busy


def test_a_new_piece_of_work_closes_the_one_before(
    turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FIRST_TURN_S", 0)
    first, heard = list[str](), list[Any]()
    turns.start(three(first), heard.append, heard.append)
    turns._take_turn()
    turns.start(three([]), heard.append, heard.append)
    assert first[-1] == "closed" and not heard


def test_a_refusal_is_told_instead_of_a_result(turns: Turns) -> None:
    found, refused = list[Any](), list[UserError]()
    turns.start(three([], UserError("busy", name="x")), found.append, refused.append)
    assert not found and [error.key for error in refused] == ["busy"]


def test_after_a_bug_nothing_goes_on_and_nobody_hears_of_a_result(turns: Turns) -> None:
    heard: list[Any] = []
    with pytest.raises(ZeroDivisionError):
        turns.start(three([], ZeroDivisionError()), heard.append, heard.append)
    assert not turns.busy and not heard
    turns.start(three([]), heard.append, heard.append)
    assert heard == ["found"]
