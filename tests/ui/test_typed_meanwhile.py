"""What is typed while a large step is made waits for it, wherever it is typed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from makna.domain.changes import Outcome
from makna.domain.errors import UserError
from makna.domain.model import CodeId
from makna.domain.wording import Message
from makna.services.codebook import add_code, rename_code
from makna.services.memos import change_memo, write_memo
from makna.storage.project import Project
from makna.ui.desk.inspector.attempt import attempt
from makna.ui.desk.inspector.fields import LineField, TypedText
from makna.ui.session import LARGE, Session
from makna.ui.tasks import TaskRunner


def names(session: Session) -> list[str]:
    return [code.name for code in session.project.codes.tree(counted=False).ordered]


def test_what_could_not_even_be_tried_is_refused(qtbot: QtBot, session: Session) -> None:
    with busy(qtbot, session):
        refused = attempt(session, lambda: add_code(session.project, "lain"))
    assert refused is not None
    assert refused.key == "at_work"
    assert names(session) == ["besar"]


def test_a_line_typed_meanwhile_is_kept_though_something_else_is_shown_then(
    qtbot: QtBot, session: Session
) -> None:
    one, two = add_code(session.project, "satu").value, add_code(session.project, "dua").value
    field = LineField(session)
    qtbot.addWidget(field)
    field.bind("one", "satu", lambda name: rename_code(session.project, one, name))
    with busy(qtbot, session):
        field.edit.setText("satu lagi")
        field.commit()
        assert field.problem()
        field.bind("two", "dua", lambda name: rename_code(session.project, two, name))
        field.bind("one", "satu", lambda name: rename_code(session.project, one, name))
        assert field.edit.text() == "satu lagi"
        field.bind("two", "dua", lambda name: rename_code(session.project, two, name))
    assert {"satu lagi", "dua"} <= set(names(session))
    assert not session.refused
    assert not field.problem()


def test_a_memo_typed_meanwhile_is_kept_though_it_was_closed_and_the_step_failed(
    qtbot: QtBot, session: Session
) -> None:
    memo = write_memo(session.project, "Catatan", "").value
    editor = TypedText(session)
    editor.bind(
        "memo", "", lambda text, step: change_memo(session.project, memo, body=text, amend=step)
    )
    with busy(qtbot, session, UserError("disk_full", name="x.makna")):
        editor.setPlainText("isi")
        editor.flush()
        editor.deleteLater()
        QCoreApplication.sendPostedEvents(editor, QEvent.Type.DeferredDelete)
        assert list(session.refused) == ["memo"]
    kept = session.project.memos.get(memo)
    assert kept is not None
    assert kept.body == "isi"
    assert not session.refused


@contextmanager
def busy(qtbot: QtBot, session: Session, then: UserError | None = None) -> Iterator[None]:
    """While a large step is made, which fails in the end where there is an error."""
    runner = TaskRunner(make_pool=lambda: ThreadPoolExecutor(1))
    there, go_on = threading.Event(), threading.Event()

    def step(project: Project) -> Outcome[CodeId]:
        with project.transact(Message.of("step.add_code", code="besar")):
            made = add_code(project, "besar")
            there.set()
            assert go_on.wait(20)
            if then is not None:
                raise then
        return made

    session.make_large_steps(runner)
    session.perform_large(step, LARGE)
    qtbot.waitUntil(there.is_set)
    yield
    go_on.set()
    qtbot.waitUntil(lambda: not runner.busy)
    runner.close()
