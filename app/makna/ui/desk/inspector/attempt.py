"""Trying a request whose refusal is told beside the field, not in the window's notice bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from makna.domain.changes import Outcome
from makna.domain.errors import UserError
from makna.storage.project import Project
from makna.ui.language import current_language
from makna.ui.session import Session


def attempt(session: Session, call: Callable[[], Outcome[Any]]) -> UserError | None:
    """Carry out a service call; None when it worked, else why it was refused.

    `session.failed` stays silent: the caller says it where the user is looking. But for what lets
    nothing be done at all now (a large step, words that the disk refuses): that is told there too.
    """
    refused: list[UserError] = []
    tried = False

    def quietly() -> Outcome[Any]:
        nonlocal tried
        tried = True
        try:
            return call()
        except UserError as error:
            refused.append(error)
            return Outcome[Any](None)

    told: list[UserError] = []
    session.failed.connect(told.append)
    session.perform(quietly)
    session.failed.disconnect(told.append)
    if not tried:
        return told[-1]
    return refused[0] if refused else None


def attempt_large(
    session: Session,
    call: Callable[[Project], Outcome[Any]],
    rows: int,
    over: Callable[[UserError | None], object],
) -> None:
    """The same for a step of about so many rows, as `Session.perform_large`.

    `over` is told when it is over, at once or later; not at all where it could not begin.
    """

    def quietly(project: Project) -> Outcome[Any]:
        try:
            return Outcome(None, call(project).changes)
        except UserError as error:
            return Outcome[Any](error)

    session.perform_large(quietly, rows, over)


def problem_line(error: UserError) -> str:
    """What is wrong and why, short enough for the line under a field."""
    what, why, _next_step = error.sentences(current_language())
    return f"{what.rstrip('.')}. {why.rstrip('.')}."
