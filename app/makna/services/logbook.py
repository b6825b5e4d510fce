"""Where a bug is written down: the places in the program, and no word of anybody's interview."""

from __future__ import annotations

import platform
import re
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path, PurePath

from makna import __version__, paths
from makna.domain.errors import UserError

NAME = "makna.log"
MAX_LOG_BYTES = 1_000_000
OLD_LOGS = 2
"""So many full logs are kept beside the one in use."""


def write_down(error: BaseException, arguments: Sequence[str] = ()) -> str:
    """Add the error to the log; returns the path of the log. Raises OSError where it can't be kept.

    Messages of exceptions and values of options may quote what people said, and paths may name
    them: so only the kinds of the exceptions, the lines of the program and the names of the options
    are written.
    """
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    system = f"Python {platform.python_version()}, {platform.system()}"
    head = f"{at} makna {__version__}, {system}: {' '.join(_said(arguments))}"
    log = paths.log_dir() / NAME
    _rotate(log)
    with log.open("a", encoding="utf-8") as file:
        file.write("\n".join([head, *_places(error), "", ""]))
    return str(log)


def last_errors(count: int = 3) -> list[str]:
    """The latest entries of the log, newest last; empty when there is none."""
    try:
        written = (paths.log_dir() / NAME).read_text("utf-8", errors="replace")
    except OSError:
        return []
    entries = re.split(r"\n\n+", written.strip())
    return [entry for entry in entries if entry][-count:]


def sentence(error: BaseException, log: str) -> UserError:
    """What the user is told about a bug."""
    return UserError("bug", kind=type(error).__name__, log=log)


def _rotate(log: Path) -> None:
    """A full log makes room; the oldest one goes."""
    with suppress(FileNotFoundError):
        if log.stat().st_size <= MAX_LOG_BYTES:
            return
        for number in range(OLD_LOGS, 0, -1):
            older = log.with_name(f"{NAME}.{number - 1}") if number > 1 else log
            if older.exists():
                older.replace(log.with_name(f"{NAME}.{number}"))


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
        yield f"  {_short(frame.filename)}:{frame.lineno} {frame.name}: {frame.line}"
    yield f"{type(error).__module__}.{type(error).__qualname__}"


def _short(filename: str) -> str:
    """The file within its package: what is before may be a person's name."""
    parts = PurePath(filename).parts
    for root in ("site-packages", "app"):
        if root in parts[:-1]:
            return "/".join(parts[len(parts) - parts[::-1].index(root) :])
    return "/".join(parts[-2:]) if len(parts) > 2 else parts[-1]
