"""The index follows the texts behind the user's back."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from makna.services import codebook, importing, memos, sources
from makna.ui.desk.index_flow import IndexFlow
from makna.ui.session import Session
from makna.ui.tasks import TaskRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner(make_pool=lambda: ThreadPoolExecutor(1))
    yield made
    made.close()


@pytest.fixture
def flow(session: Session, runner: TaskRunner) -> IndexFlow:
    return IndexFlow(session, runner)


def test_what_is_imported_and_written_is_indexed_after_a_pause(
    qtbot: QtBot, session: Session, flow: IndexFlow
) -> None:
    session.perform(lambda: importing.import_text(session.project, "I1", "Warga bertanya."))
    session.perform(lambda: memos.write_memo(session.project, "Janji", "Warga menunggu."))
    assert len(session.searcher.pending()) == 2
    with qtbot.waitSignal(flow.up_to_date, timeout=5_000):
        pass
    assert session.searcher.pending() == []
    assert len(session.searcher.search("warga")) == 2


def test_what_was_removed_leaves_the_index(qtbot: QtBot, session: Session, flow: IndexFlow) -> None:
    source = importing.import_text(session.project, "I1", "Warga bertanya.").value.id
    session.searcher.bring_up_to_date()
    session.perform(lambda: sources.remove_sources(session.project, [source]))
    with qtbot.waitSignal(flow.up_to_date, timeout=5_000):
        pass
    assert session.searcher.take_out_gone() == 0


def test_coding_does_not_wake_it(qtbot: QtBot, session: Session, flow: IndexFlow) -> None:
    with qtbot.waitSignal(flow.up_to_date, timeout=5_000):
        flow.start()
    with qtbot.assertNotEmitted(flow.up_to_date, wait=1_900):
        session.perform(lambda: codebook.add_code(session.project, "Manage"))


def test_a_process_that_dies_is_replaced_and_the_next_try_succeeds(
    qtbot: QtBot, session: Session
) -> None:
    made: list[Executor] = []

    class Dead(Executor):
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(BrokenExecutor())
            return future

    def make() -> Executor:
        made.append(ThreadPoolExecutor(1) if made else Dead())
        return made[-1]

    runner = TaskRunner(make_pool=make)
    flow = IndexFlow(session, runner)
    importing.import_text(session.project, "I1", "Warga bertanya.")
    flow.start()
    qtbot.waitUntil(lambda: flow.problem is not None)
    with qtbot.waitSignal(flow.up_to_date, timeout=5_000):
        flow.start()
    runner.close()
    assert session.searcher.pending() == []


def test_stopping_leaves_the_rest_for_the_next_time(
    qtbot: QtBot, session: Session, flow: IndexFlow, runner: TaskRunner
) -> None:
    importing.import_text(session.project, "I1", "Warga bertanya.")
    flow.start()
    flow.stop()
    assert not runner.busy
    assert session.searcher.pending() != []
