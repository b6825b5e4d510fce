"""Writers: one module a format, named like its suffix, with `write(report, path)`.

A new format is a new module here; modules that start with an underscore only help others. A writer
is imported when it is first used.
"""

from __future__ import annotations

import os
import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from makna.domain.errors import UserError
from makna.domain.report import Report
from makna.formats.locks import check_replaceable
from makna.scratch_files import unfinished


class Writer(Protocol):
    """What a module here offers."""

    def write(self, report: Report, path: Path) -> None:
        """Write the whole document to `path`, overwriting it."""
        ...


@cache
def suffixes() -> tuple[str, ...]:
    """The formats that can be written, as suffixes with their dot, sorted."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(f".{name}" for name in names if not name.startswith("_")))


def writer_for(path: Path) -> Writer:
    """The writer that the suffix of `path` asks for. Raises UserError when there is none."""
    suffix = path.suffix.lower()
    if suffix not in suffixes():
        known = ", ".join(suffixes())
        raise UserError("no_writer", name=path.name, suffix=suffix, known=known)
    return cast(Writer, import_module(f"{__name__}.{suffix[1:]}"))


def write_report(report: Report, path: Path) -> None:
    """Write the report in the format of the suffix: whole, or the file at `path` stays as it was.

    Raises UserError when the suffix is unknown, the place can't be written, or another program
    has the file open.
    """
    writer = writer_for(path)
    try:
        check_replaceable(path)
        with unfinished(path.with_name(f".{path.name}.{os.getpid()}.part")) as partial:
            writer.write(report, partial)
            partial.replace(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UserError("cannot_write", name=path.name, reason=reason) from error
