"""What a command says when it meets a bug."""

from __future__ import annotations

import traceback
from collections.abc import Sequence

from makna.domain.errors import UserError
from makna.services import logbook


def write_down(error: BaseException, arguments: Sequence[str]) -> UserError:
    """Add the error to the log; gives the line that says so."""
    try:
        return logbook.sentence(error, logbook.write_down(error, arguments))
    except OSError:
        *_, last = traceback.extract_tb(error.__traceback__)
        kind = type(error).__name__
        return UserError("bug_unlogged", kind=kind, place=f"{last.filename}:{last.lineno}")
