"""Of the timers that come due together one has its say in a round of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from makna.ui.round_timer import RoundTimer

ROUND = "·"


@pytest.fixture
def heard(qtbot: QtBot) -> Iterator[list[str]]:
    """What was told, and between it the rounds of the window."""
    made: list[str] = []
    rounds = QTimer(interval=0)
    rounds.timeout.connect(lambda: made.append(ROUND))
    rounds.start()
    yield made
    rounds.stop()


def timer(heard: list[str], name: str, interval: int = 0, *, once: bool = True) -> RoundTimer:
    made = RoundTimer(singleShot=once, interval=interval)
    made.timeout.connect(lambda: heard.append(name))
    return made


def told(heard: list[str]) -> list[str]:
    return [each for each in heard if each != ROUND]


def test_those_that_are_due_together_are_told_in_rounds_of_their_own(
    qtbot: QtBot, heard: list[str]
) -> None:
    timers = [timer(heard, name, 5) for name in "abc"]
    for each in timers:
        each.start()
    qtbot.waitUntil(lambda: len(told(heard)) == 3)
    assert told(heard) == ["a", "b", "c"]
    between = "".join(heard).split("a")[1].split("c")[0]
    assert between.count(ROUND) >= 2
    assert not any(each.isActive() for each in timers)


def test_one_that_goes_on_lets_the_others_have_their_turns(qtbot: QtBot, heard: list[str]) -> None:
    going_on, once = timer(heard, "a", once=False), timer(heard, "b")
    going_on.start()
    once.start()
    qtbot.waitUntil(lambda: told(heard).count("a") > 5)
    going_on.stop()
    assert "b" in told(heard)[:3]
    assert f"{ROUND}{ROUND}" in "".join(heard) or ROUND in heard
    assert "aa" not in "".join(heard)


def test_one_that_is_stopped_while_it_waits_is_not_told(qtbot: QtBot, heard: list[str]) -> None:
    first, second = timer(heard, "a"), timer(heard, "b")
    first.timeout.connect(second.stop)
    first.start()
    second.start()
    qtbot.waitUntil(lambda: "a" in heard)
    qtbot.wait(20)
    assert told(heard) == ["a"]


def test_one_that_is_started_again_waits_anew(qtbot: QtBot, heard: list[str]) -> None:
    first, second = timer(heard, "a"), timer(heard, "b", 0)
    first.timeout.connect(lambda: second.start(10_000))
    first.start()
    second.start()
    qtbot.waitUntil(lambda: "a" in heard)
    qtbot.wait(20)
    assert told(heard) == ["a"]
    assert second.isActive()


def test_one_that_is_gone_harms_nobody(qtbot: QtBot, heard: list[str]) -> None:
    owner = QObject()
    first, last = timer(heard, "a"), timer(heard, "c")
    gone = RoundTimer(owner, singleShot=True, interval=0)
    first.timeout.connect(owner.deleteLater)
    for each in (first, gone, last):
        each.start()
    qtbot.waitUntil(lambda: "c" in heard)
    assert told(heard) == ["a", "c"]
