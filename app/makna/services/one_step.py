"""Several service calls as one step, where one gesture of the user means several changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from makna.domain.changes import Outcome
from makna.domain.wording import Message
from makna.storage.project import Project


def in_one_step(
    project: Project, label: Message, calls: Iterable[Callable[[], object]]
) -> Outcome[None]:
    """Carry out all calls, or none of them if one raises, under one label in the history."""
    with project.transact(label) as step:
        for call in calls:
            call()
    return Outcome(None, step.changes)
