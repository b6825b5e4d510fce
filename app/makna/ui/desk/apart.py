"""Work on the project file in a process of its own, with progress and Cancel in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from makna.leftovers import private_folder
from makna.ui.session import Session
from makna.ui.tasks import Control, Steps, Task, TaskRunner

APART_FROM = 2_000
"""Passages from which on a document is made in a process of its own."""


class Apart:
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

        def steps(control: Control) -> Steps:
            control.what = what
            with private_folder() as folder:
                wanted: Path = folder / "wanted"
                wanted.touch()
                working = self._runner.submit(call, project, *args, wanted=wanted)
                yield working
                # What was written before it was called off is told all the same.
                return self._runner.answer(working, what) if working.done() else None

        return self._runner.start(key, steps, title=title, quiet=quiet)
