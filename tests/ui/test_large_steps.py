"""Steps of thousands of rows are made beside the window, which goes on meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from makna import bootstrap
from makna.domain.changes import ChangeSet, Outcome
from makna.domain.errors import UserError
from makna.domain.model import CodeId, StepId
from makna.domain.pausing import Pausing
from makna.domain.wording import Message
from makna.services import history
from makna.services.codebook import add_code, delete_codes, merge_codes
from makna.services.importing import import_text
from makna.services.memos import change_memo, write_memo
from makna.services.span_coding import Span, code_spans
from makna.storage.project import Project
from makna.ui.session import LARGE, Session
from makna.ui.tasks import Control, TaskRunner

CODINGS = 600
COUNTING = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 100000)"
    " SELECT count(*) FROM n"
)
"""Takes SQLite long enough to look whether it is still wanted."""


class Gate:
    """A step that waits in the middle until it is let through."""

    def __init__(self) -> None:
        self.there, self.open = threading.Event(), threading.Event()

    def step(self, project: Project, name: str = "besar") -> Outcome[str]:
        with project.transact(Message.of("step.add_code", code=name)) as step:
            add_code(project, name)
            self.there.set()
            assert self.open.wait(20)
        return Outcome(name, step.changes)


@pytest.fixture
def runner(session: Session) -> Iterator[TaskRunner]:
    made = TaskRunner(make_pool=lambda: ThreadPoolExecutor(1))
    session.make_large_steps(made)
    yield made
    session.finish_large_step()
    made.close()


@pytest.fixture
def gate(session: Session, runner: TaskRunner, qtbot: QtBot) -> Iterator[Gate]:
    """A large step in the middle of being made."""
    made = Gate()
    session.perform_large(made.step, LARGE)
    qtbot.waitUntil(made.there.is_set)
    yield made
    made.open.set()


def coded(session: Session, name: str) -> CodeId:
    """A code with many codings."""
    project = session.project
    source = import_text(project, f"Sumber {name}", "kata " * CODINGS).value.id
    code = add_code(project, name).value
    code_spans(project, [Span(source, at * 5, at * 5 + 4) for at in range(CODINGS)], code)
    return code


def names(session: Session) -> list[str]:
    return [code.name for code in session.project.codes.tree(counted=False).ordered]


def turns_until_changed(qtbot: QtBot, session: Session, act: Callable[[], object]) -> int:
    """How often the window came round before the change was announced."""
    turns = 0

    def turn() -> None:
        nonlocal turns
        turns += 1

    ticking = QTimer()
    ticking.timeout.connect(turn)
    ticking.start(0)
    with qtbot.waitSignal(session.changed):
        act()
    ticking.stop()
    return turns


@pytest.mark.usefixtures("runner")
def test_the_window_goes_on_while_codes_are_merged_undone_and_redone(
    qtbot: QtBot, session: Session
) -> None:
    gone, kept = coded(session, "lama"), coded(session, "baru")

    def merge() -> None:
        session.perform_large(lambda project: merge_codes(project, gone, kept), CODINGS)

    steps = len(session.project.history.entries())
    assert turns_until_changed(qtbot, session, merge) > 3
    assert session.project.codes.number_of(kept) == 2 * CODINGS
    assert len(session.project.history.entries()) == steps + 1
    assert turns_until_changed(qtbot, session, session.undo) > 3
    assert session.project.codes.number_of(gone) == CODINGS
    assert turns_until_changed(qtbot, session, session.redo) > 3
    assert names(session) == ["baru"]


@pytest.mark.usefixtures("runner")
def test_a_small_step_is_made_at_once(session: Session) -> None:
    told: list[CodeId] = []
    session.perform_large(lambda project: add_code(project, "kecil"), LARGE - 1, told.append)
    assert names(session) == ["kecil"]
    assert len(told) == 1


def test_without_a_runner_it_is_made_at_once(session: Session) -> None:
    code = coded(session, "lama")
    session.perform_large(lambda project: delete_codes(project, [code]), CODINGS)
    assert names(session) == []


def test_its_value_comes_after_the_change_was_announced(
    qtbot: QtBot, session: Session, gate: Gate
) -> None:
    heard: list[object] = []
    other = Gate()
    other.open.set()
    gate.open.set()
    qtbot.waitUntil(lambda: not session.project.lent)
    session.undo()
    session.changed.connect(heard.append)
    session.perform_large(other.step, LARGE, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert isinstance(heard[0], ChangeSet)
    assert heard[1] == "besar"


def test_another_step_is_refused_with_a_word(qtbot: QtBot, session: Session, gate: Gate) -> None:
    with qtbot.waitSignal(session.failed) as told:
        assert session.perform(lambda: add_code(session.project, "lain")) is None
    assert told.args[0].key == "at_work"
    otherwise: list[bool] = []
    session.perform_large(gate.step, LARGE, otherwise=lambda: otherwise.append(True))
    assert otherwise == [True]
    gate.open.set()
    qtbot.waitUntil(lambda: not session.project.lent)
    assert names(session) == ["besar"]


def test_what_is_typed_waits_in_silence(qtbot: QtBot, session: Session) -> None:
    memo = write_memo(session.project, "Catatan", "").value
    runner, refused = TaskRunner(make_pool=lambda: ThreadPoolExecutor(1)), list[UserError]()
    session.make_large_steps(runner)
    session.failed.connect(refused.append)
    gate = Gate()
    session.perform_large(gate.step, LARGE)
    qtbot.waitUntil(gate.there.is_set)

    def type_it() -> None:
        session.type_into(
            "memo", lambda step: change_memo(session.project, memo, body="isi", amend=step)
        )

    type_it()
    assert not refused
    session.about_to_act.connect(type_it)
    gate.open.set()
    qtbot.waitUntil(lambda: not session.project.lent)
    assert session.project.memos.get(memo).body == "isi"  # type: ignore[union-attr]
    runner.close()


def test_where_the_user_is_is_remembered_when_it_is_over(
    qtbot: QtBot, session: Session, gate: Gate
) -> None:
    session.remember("tab", 3)
    assert session.recall("tab") == 3
    gate.open.set()
    qtbot.waitUntil(lambda: not session.project.lent)
    assert session.recall("tab") == session.project.view_state.get("tab") == 3


def test_views_read_the_project_as_it_was_until_they_are_told(
    qtbot: QtBot, session: Session, gate: Gate
) -> None:
    assert names(session) == []
    gate.open.set()
    with qtbot.waitSignal(session.changed):
        pass
    assert names(session) == ["besar"]


def test_one_that_is_called_off_changes_nothing(
    qtbot: QtBot, session: Session, runner: TaskRunner
) -> None:
    begun = threading.Event()

    def endless(project: Project) -> Outcome[None]:
        with project.transact(Message.of("step.add_code", code="x")) as step:
            for number in range(10**9):
                add_code(project, f"kode {number}")
                begun.set()
        return Outcome(None, step.changes)

    otherwise: list[bool] = []
    session.perform_large(endless, LARGE, otherwise=lambda: otherwise.append(True))
    qtbot.waitUntil(begun.is_set)
    runner.tasks()[0].cancel()
    qtbot.waitUntil(lambda: not runner.busy)
    assert otherwise == [True]
    assert names(session) == []
    assert session.perform(lambda: add_code(session.project, "lagi")) is not None


@pytest.mark.usefixtures("runner")
def test_one_that_fails_is_told_and_changes_nothing(qtbot: QtBot, session: Session) -> None:
    def failing(project: Project) -> Outcome[None]:
        with project.transact(Message.of("step.add_code", code="x")):
            add_code(project, "x")
            raise UserError("disk_full", name="x.makna")

    with qtbot.waitSignal(session.failed) as told:
        session.perform_large(failing, LARGE)
    assert told.args[0].key == "disk_full"
    assert names(session) == []


def test_no_other_task_gets_a_turn_meanwhile(
    qtbot: QtBot, session: Session, runner: TaskRunner, gate: Gate
) -> None:
    def quick(control: Control) -> Pausing[Any]:
        control.progress(1, 1)
        yield None

    task = runner.start("lain", quick)
    qtbot.wait(60)
    assert not task.over
    assert task.control.done == 0
    gate.open.set()
    qtbot.waitUntil(lambda: task.over)


def test_closing_waits_for_it(qtbot: QtBot, session: Session, gate: Gate) -> None:
    path = session.project.path
    threading.Timer(0.1, gate.open.set).start()
    session.close()
    again = bootstrap.open_project(path)
    assert [code.name for code in again.codes.tree(counted=False).ordered] == ["besar"]
    again.close()


def test_called_off_on_the_way_back_over_many_steps_it_has_gone_none_of_it(
    qtbot: QtBot, session: Session, runner: TaskRunner
) -> None:
    for number in range(4):
        add_code(session.project, f"kode {number}")
    gate, changes, otherwise = Gate(), list[ChangeSet](), list[bool]()
    session.changed.connect(changes.append)

    def back(project: Project) -> Outcome[object]:
        undo, undone = project.undo, []

        def undo_slowly() -> object:
            undone.append(True)
            if len(undone) == 3:
                gate.there.set()
                assert gate.open.wait(20)
                project.raw.execute(COUNTING)
            return undo()

        project.undo = undo_slowly  # type: ignore[assignment, method-assign]
        return history.go_to(project, StepId(0))

    session.perform_large(back, LARGE, otherwise=lambda: otherwise.append(True))
    qtbot.waitUntil(gate.there.is_set)
    runner.tasks()[0].cancel()
    gate.open.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert otherwise == [True]
    assert not changes
    assert {entry.state for entry in session.project.history.entries()} == {"done"}


def test_one_that_is_called_off_too_late_is_made_and_told(
    qtbot: QtBot, session: Session, runner: TaskRunner
) -> None:
    gate, values = Gate(), list[CodeId]()

    def late(project: Project) -> Outcome[CodeId]:
        made = add_code(project, "baru")
        gate.there.set()
        assert gate.open.wait(20)
        project.raw.execute(COUNTING)
        return made

    session.perform_large(late, LARGE, values.append)
    qtbot.waitUntil(gate.there.is_set)
    runner.tasks()[0].cancel()
    gate.open.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert names(session) == ["baru"]
    assert len(values) == 1


def test_what_follows_it_may_be_another_one(
    qtbot: QtBot, session: Session, runner: TaskRunner, gate: Gate
) -> None:
    other, told = Gate(), list[str]()
    gate.open.set()
    qtbot.waitUntil(lambda: not runner.busy)
    session.perform_large(
        lambda project: add_code(project, "satu"),
        LARGE,
        lambda _code: session.perform_large(partial(other.step, name="lain"), LARGE, told.append),
    )
    qtbot.waitUntil(other.there.is_set)
    qtbot.wait(50)
    assert session.project.lent
    other.open.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert told == ["lain"]
    assert not session.project.lent
    assert names(session) == ["besar", "satu", "lain"]


def test_a_bug_in_it_is_told_as_one_and_work_goes_on(
    qtbot: QtBot, session: Session, runner: TaskRunner
) -> None:
    otherwise: list[bool] = []
    with qtbot.captureExceptions() as bugs:
        session.perform_large(faulty, LARGE, otherwise=lambda: otherwise.append(True))
        qtbot.waitUntil(lambda: not runner.busy)
    assert [str(bug[1]) for bug in bugs] == ["a bug"]
    assert otherwise == [True]
    assert session.perform(lambda: add_code(session.project, "lain")) is not None
    assert names(session) == ["lain"]


def faulty(project: Project) -> Outcome[None]:
    with project.transact(Message.of("step.add_code", code="x")):
        add_code(project, "x")
        raise RuntimeError("a bug")


@pytest.mark.usefixtures("runner")
def test_a_bug_in_it_keeps_nobody_from_closing(qtbot: QtBot, session: Session) -> None:
    with qtbot.captureExceptions() as bugs:
        session.perform_large(faulty, LARGE)
        session.close()
    assert len(bugs) == 1
    assert not session.is_open
    bootstrap.open_project(session.project.path).close()


def test_what_is_only_read_is_not_changed_by_one(qtbot: QtBot, session: Session) -> None:
    coded(session, "lama")
    reading = Session(bootstrap.open_project(session.project.path, read_only=True))
    runner = TaskRunner(make_pool=lambda: ThreadPoolExecutor(1))
    reading.make_large_steps(runner)
    with qtbot.waitSignal(reading.failed) as told:
        reading.undo()
    assert told.args[0].key == "read_only"
    qtbot.waitUntil(lambda: not runner.busy)
    assert {entry.state for entry in session.project.history.entries()} == {"done"}
    reading.close()
    runner.close()
