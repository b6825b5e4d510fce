"""What is done with thousands of rows at once asks nothing of the window's own project."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from makna.domain.changes import Outcome
from makna.domain.model import CodeId, PassageId, VariableType
from makna.domain.wording import Message
from makna.services import cases, codebook, coding
from makna.services.importing import import_text
from makna.services.span_coding import Span, code_spans
from makna.ui.desk.case_model import CaseModel
from makna.ui.desk.result_actions import Chosen, ResultActions
from makna.ui.session import LARGE, Session
from makna.ui.tasks import TaskRunner

MANY = LARGE + 50


@pytest.fixture
def runner(session: Session) -> Iterator[TaskRunner]:
    made = TaskRunner(make_pool=lambda: ThreadPoolExecutor(1))
    session.make_large_steps(made)
    yield made
    session.finish_large_step()
    made.close()


@pytest.fixture
def code(session: Session) -> CodeId:
    """A code on many passages."""
    project = session.project
    source = import_text(project, "I1", "kata " * MANY).value.id
    made = codebook.add_code(project, "Humas").value
    code_spans(project, [Span(source, at * 5, at * 5 + 4) for at in range(MANY)], made)
    return made


@pytest.fixture
def chosen(session: Session, code: CodeId) -> Chosen:
    return [(key, None) for key in sorted(session.project.retrieval.of_codes([code])[code])]


@pytest.fixture
def work(
    session: Session, runner: TaskRunner, chosen: Chosen, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ResultActions]:
    """Whose project must not be asked what is meant: the window would wait for it."""
    passages = session.project.passages
    monkeypatch.setattr(passages, "who_coded", lambda _: pytest.fail("asked in the window"))
    owner = QObject()
    yield ResultActions(session, owner)


def done(qtbot: QtBot, work: ResultActions, act: Callable[[], object]) -> tuple[str, bool]:
    """What is told at the end."""
    with qtbot.waitSignal(work.told, timeout=20_000) as told:
        act()
    said, undoable = told.args
    return str(said), bool(undoable)


def test_all_of_them_are_uncoded_and_undone(
    qtbot: QtBot, session: Session, work: ResultActions, chosen: Chosen, code: CodeId
) -> None:
    said, undoable = done(qtbot, work, lambda: work.uncode(chosen, [code]))
    assert str(MANY) in said and undoable
    assert session.project.codes.number_of(code) == 0
    with qtbot.waitSignal(session.changed, timeout=20_000):
        session.undo()
    assert session.project.codes.number_of(code) == MANY


def test_all_of_them_are_split_off(
    qtbot: QtBot, session: Session, work: ResultActions, chosen: Chosen, code: CodeId
) -> None:
    ended: list[bool] = []
    done(qtbot, work, lambda: work.split(chosen, [code], "Respons", lambda: ended.append(True)))
    assert ended == [True]
    tree = session.project.codes.tree(counted=False)
    assert {each.name: session.project.codes.number_of(each.id) for each in tree.ordered} == {
        "Humas": 0,
        "Respons": MANY,
    }


def test_all_of_them_are_recoded_with_the_code_that_is_picked(
    qtbot: QtBot, session: Session, work: ResultActions, chosen: Chosen, code: CodeId
) -> None:
    with qtbot.waitSignal(work.code_wanted) as wanted:
        work.offer_recode(chosen, [code])
    _, anew = wanted.args
    said, undoable = done(qtbot, work, lambda: anew("Baru"))
    assert "Baru" in said and undoable
    assert session.project.codes.number_of(code) == 0
    assert len(session.project.history.entries(1)[0].counts["coding"]) == 3


def test_where_nothing_is_meant_it_is_said_and_nothing_is_done(
    qtbot: QtBot, session: Session, work: ResultActions, chosen: Chosen
) -> None:
    other = codebook.add_code(session.project, "Lain").value
    steps = len(session.project.history.entries())
    said, undoable = done(qtbot, work, lambda: work.uncode(chosen, [other]))
    assert (said, undoable) == ("None of these passages carries a coding of yours", False)
    assert len(session.project.history.entries()) == steps


def test_of_a_few_it_is_said_before_a_code_is_asked_for(
    qtbot: QtBot, session: Session, runner: TaskRunner
) -> None:
    source = import_text(session.project, "I1", "kata").value.id
    starred = coding.star_place(session.project, source, 0, 4, True).value
    owner = QObject()
    work = ResultActions(session, owner)
    with qtbot.assertNotEmitted(work.code_wanted), qtbot.waitSignal(work.told) as told:
        work.offer_recode([(int(PassageId(starred)), None)], [])
    assert told.args[1] is False


@pytest.fixture
def table(session: Session, runner: TaskRunner) -> CaseModel:
    """Many cases, and a variable of numbers."""
    project = session.project
    with project.transact(Message.of("step.add_case", case="…")):
        for number in range(MANY):
            cases.add_case(project, f"Kasus {number}")
    cases.add_variable(project, "Usia", VariableType.NUMBER)
    return CaseModel(session, QObject(session))


def test_many_cells_are_pasted_cleared_and_deleted_beside_the_window(
    qtbot: QtBot, session: Session, table: CaseModel
) -> None:
    for act, left in (
        (lambda: table.paste(0, 1, "\n".join(["41"] * MANY)), {"41"}),
        (lambda: table.clear([table.index(row, 1) for row in range(MANY)]), {""}),
        (lambda: table.delete([case.id for case in table.cases]), set()),
    ):
        with qtbot.waitSignal(session.changed, timeout=20_000):
            assert act() == ""
            assert session.project.lent
        assert {case.values.get("Usia", "") for case in table.cases} == left


def test_many_cells_that_do_not_fit_are_refused_when_it_is_known(
    qtbot: QtBot, session: Session, table: CaseModel
) -> None:
    steps = len(session.project.history.entries())
    with qtbot.waitSignal(table.refused, timeout=20_000) as told:
        assert table.paste(0, 1, "\n".join(["tua"] * MANY)) == ""
    assert "Usia" in told.args[0]
    qtbot.waitUntil(lambda: not session.project.lent)
    assert len(session.project.history.entries()) == steps
    assert session.perform(lambda: Outcome(True))
