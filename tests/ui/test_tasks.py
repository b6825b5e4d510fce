"""Long work: taken in turns, shown when it lasts, stopped when asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from makna.domain.errors import UserError
from makna.domain.pausing import Pausing
from makna.ui.task_strip import APPEARS_MS, TaskStrip
from makna.ui.tasks import Control, TaskRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner(make_pool=lambda: ThreadPoolExecutor(1))
    yield made
    made.close()


@pytest.fixture
def strip(qtbot: QtBot, runner: TaskRunner) -> TaskStrip:
    made = TaskStrip(runner)
    qtbot.addWidget(made)
    return made


def counting(control: Control) -> Pausing[Any]:
    for number in range(3):
        control.progress(number, 3, f"piece {number}")
        yield None
    return control.done


def forever(control: Control) -> Pausing[Any]:
    while not control.cancelled:
        control.progress(1, 4, "I4 Ketua RW.docx")
        yield Future()
    return "what there was"


def test_a_task_takes_its_turns_and_hands_over_its_result(qtbot: QtBot, runner: TaskRunner) -> None:
    task = runner.start("count", counting)
    assert runner.busy
    with qtbot.waitSignal(task.finished) as told:
        pass
    assert told.args == [2]
    qtbot.waitUntil(lambda: not runner.busy)


class Broken(ThreadPoolExecutor):
    """A pool whose processes have died."""

    def submit(self, *_: object, **__: object) -> Future[Any]:
        raise BrokenExecutor


def test_work_goes_to_other_processes_when_the_old_ones_have_died(qtbot: QtBot) -> None:
    pools = [ThreadPoolExecutor(1), Broken(1)]
    runner = TaskRunner(make_pool=pools.pop)
    assert runner.submit(pow, 2, 5).result(5) == 32
    assert pools == []
    runner.close()


def test_it_waits_for_another_process_while_events_go_on(qtbot: QtBot, runner: TaskRunner) -> None:
    answer = threading.Event()

    def asking(control: Control) -> Pausing[Any]:
        future = runner.pool().submit(answer.wait, 5)
        yield future
        return future.result()

    task = runner.start("ask", asking)
    qtbot.wait(30)
    assert not task.over
    with qtbot.waitSignal(task.finished) as told:
        answer.set()
    assert told.args == [True]


def test_what_the_world_does_is_told_and_ends_it(qtbot: QtBot, runner: TaskRunner) -> None:
    def failing(control: Control) -> Pausing[Any]:
        yield None
        raise UserError("disk_full", name="x.makna")

    task = runner.start("fail", failing)
    with qtbot.waitSignal(task.failed) as told:
        pass
    assert told.args[0].key == "disk_full"
    assert not runner.busy


def test_a_bug_rises_and_ends_the_task_too(qtbot: QtBot, runner: TaskRunner) -> None:
    def wrong(control: Control) -> Pausing[Any]:
        yield None
        raise ZeroDivisionError

    with qtbot.captureExceptions() as risen:
        task = runner.start("bug", wrong)
        qtbot.waitSignal(task.ended).wait()
    assert [kind for kind, _, _ in risen] == [ZeroDivisionError]
    assert not runner.busy


def test_a_newer_task_of_the_same_key_drops_the_older_result(
    qtbot: QtBot, runner: TaskRunner
) -> None:
    results: list[object] = []
    older = runner.start("same", forever)
    older.finished.connect(results.append)
    newer = runner.start("same", counting)
    with qtbot.waitSignal(newer.finished):
        pass
    assert older.over
    assert results == []


def test_closing_ends_everything_at_once(qtbot: QtBot, runner: TaskRunner) -> None:
    cleaned = []

    def tidy(control: Control) -> Pausing[Any]:
        try:
            yield Future()
        finally:
            cleaned.append(True)

    runner.start("tidy", tidy)
    qtbot.wait(20)
    runner.close()
    assert cleaned == [True]
    assert not runner.busy


def test_a_pool_of_processes_is_ended_though_it_is_busy(qtbot: QtBot) -> None:
    import time

    from makna import bootstrap

    runner = TaskRunner(make_pool=lambda: bootstrap.processes(1))
    future = runner.pool().submit(time.sleep, 60)
    qtbot.waitUntil(future.running, timeout=10_000)
    began = time.monotonic()
    runner.close()
    assert time.monotonic() - began < 5


def test_short_work_is_not_spoken_of(qtbot: QtBot, runner: TaskRunner, strip: TaskStrip) -> None:
    task = runner.start("count", counting, title="Counting")
    with qtbot.assertNotEmitted(strip.appeared, wait=APPEARS_MS + 150):
        qtbot.waitUntil(lambda: task.over)
    assert strip.isHidden()


def test_long_work_shows_its_progress_after_a_moment(
    qtbot: QtBot, runner: TaskRunner, strip: TaskStrip
) -> None:
    task = runner.start("long", forever, title="Importing")
    qtbot.wait(APPEARS_MS // 2)
    assert strip.isHidden()
    qtbot.waitUntil(strip.isVisible)
    assert strip.accessibleName() == "Importing 1/4"
    runner.drop(task.key)
    assert strip.isHidden()


def test_cancel_is_a_click_away_and_keeps_what_there_is(
    qtbot: QtBot, runner: TaskRunner, strip: TaskStrip
) -> None:
    task = runner.start("long", forever, title="Importing")
    qtbot.waitUntil(strip.isVisible)
    with qtbot.waitSignal(task.finished) as told:
        qtbot.mouseClick(strip.cancel_button, Qt.MouseButton.LeftButton)
    assert told.args == ["what there was"]
    assert strip.isHidden()


def test_after_a_while_it_says_how_long_it_may_take(
    qtbot: QtBot, runner: TaskRunner, strip: TaskStrip
) -> None:
    task = runner.start("long", forever, title="Importing")
    task.began_s -= 60
    qtbot.waitUntil(strip.isVisible)
    said = [label.text() for label in strip.findChildren(QLabel) if label.isVisible()]
    # A quarter took a minute. Whether it is put into words depends on who has set a language.
    assert any(words.startswith("about 3 minute") for words in said)
    runner.drop(task.key)


def test_quiet_work_stays_out_of_sight(qtbot: QtBot, runner: TaskRunner, strip: TaskStrip) -> None:
    task = runner.start("index", forever, quiet=True)
    with qtbot.assertNotEmitted(strip.appeared, wait=APPEARS_MS + 100):
        pass
    runner.drop(task.key)
