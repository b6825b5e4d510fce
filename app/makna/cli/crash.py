"""Where a bug is written down: the places in the program, and no word of anybody's interview."""

from __future__ import annotations

import platform
import traceback
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from makna import __version__, paths
from makna.domain.errors import UserError

MAX_LOG_BYTES = 1_000_000


def write_down(error: BaseException, arguments: Sequence[str]) -> UserError:
    """Add the error to the log; gives the line that says so.

    Messages of exceptions and values of options may quote what people said, so only the kinds of
    the exceptions, the lines of the program and the names of the options are written.
    """
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    system = f"Python {platform.python_version()}, {platform.system()}"
    head = f"{at} makna {__version__}, {system}: {' '.join(_said(arguments))}"
    kind = type(error).__name__
    try:
        log = paths.log_dir() / "makna.log"
        if log.exists() and log.stat().st_size > MAX_LOG_BYTES:
            log.unlink()
        with log.open("a", encoding="utf-8") as file:
            file.write("\n".join([head, *_places(error), "", ""]))
    except OSError:
        *_, last = traceback.extract_tb(error.__traceback__)
        return UserError("bug_unlogged", kind=kind, place=f"{last.filename}:{last.lineno}")
    return UserError("bug", kind=kind, log=str(log))


def _said(arguments: Sequence[str]) -> Iterator[str]:
    """The command and the names of its options."""
    for index, argument in enumerate(arguments):
        if index == 0:
            yield Path(argument).name if "." not in argument else "…"
        elif argument.startswith("--"):
            yield argument.split("=")[0]


def _places(error: BaseException) -> Iterator[str]:
    """The exceptions, innermost cause first, each with the way through the program."""
    cause = error.__cause__ or error.__context__
    if cause is not None and cause is not error:
        yield from _places(cause)
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} {frame.name}: {frame.line}"
    yield f"{type(error).__module__}.{type(error).__qualname__}"
