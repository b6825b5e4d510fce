"""Work on the project file in a process of its own, with progress and Cancel in the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from makna.domain.model import SourceId
from makna.domain.pausing import Pausing
from makna.scratch_files import private_folder
from makna.services.editions import freeze
from makna.services.export_process import RefreshedApart, Written
from makna.ui.session import Session
from makna.ui.tasks import Control, Task, TaskRunner

APART_FROM = 2_000
"""Passages from which on a document is made in a process of its own."""


def keep_numbers(session: Session, sources: Iterable[SourceId]) -> None:
    """What was printed stays true: the line numbers of these sources are kept from now on."""
    project, printed = session.project, tuple(sources)
    if set(printed) - set(project.editions.all()):
        session.perform(lambda: freeze(project, printed))


class ProjectProcess:
    """Starts tasks that open the project file for reading, beside the window."""

    def __init__(self, session: Session, runner: TaskRunner) -> None:
        self._session = session
        self._runner = runner

    def start(
        self,
        key: str,
        title: str,
        what: str,
        call: Callable[..., Any],
        *args: object,
        quiet: bool = False,
    ) -> Task:
        """`call(project file, *args, wanted=path)` elsewhere; its task tells what it returned.

        Once it is cancelled the path `wanted` is gone, and the task finishes with None.
        """
        project = self._session.project.path

        def steps(control: Control) -> Pausing[Any]:
            control.what = what
            with private_folder() as folder:
                wanted: Path = folder / "wanted"
                wanted.touch()
                working = self._runner.submit(call, project, *args, wanted=wanted)
                yield working
                if not working.done():
                    return None
                # What was written before it was called off is told all the same.
                done = self._runner.answer(working, what)
            if isinstance(done, Written | RefreshedApart):
                # Here, for the view that asked may be closed by now.
                keep_numbers(self._session, done.numbered)
            return done

        return self._runner.start(key, steps, title=title, quiet=quiet)
