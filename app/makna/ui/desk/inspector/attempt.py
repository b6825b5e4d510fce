"""Trying a request whose refusal is told beside the field, not in the window's notice bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from makna.domain.changes import Outcome
from makna.domain.errors import UserError
from makna.ui.language import current_language
from makna.ui.session import Session


def attempt(session: Session, call: Callable[[], Outcome[Any]]) -> UserError | None:
    """Carry out a service call; None when it worked, else why it was refused.

    `session.failed` stays silent: the caller says it where the user is looking.
    """
    refused: list[UserError] = []

    def quietly() -> Outcome[Any]:
        try:
            return call()
        except UserError as error:
            refused.append(error)
            return Outcome[Any](None)

    session.perform(quietly)
    return refused[0] if refused else None


def problem_line(error: UserError) -> str:
    """What is wrong and why, short enough for the line under a field."""
    what, why, _next_step = error.sentences(current_language())
    return f"{what.rstrip('.')}. {why.rstrip('.')}."
