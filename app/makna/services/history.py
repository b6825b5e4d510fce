"""Undo, redo, and the trail."""

from __future__ import annotations

from makna.domain.changes import Outcome, joined
from makna.domain.model import StepId
from makna.storage.history import HistoryEntry
from makna.storage.project import Project


def undo(project: Project, steps: int = 1) -> Outcome[list[HistoryEntry]]:
    """Take back up to so many steps, latest first; empty when there is nothing to undo."""
    done = []
    for _ in range(steps):
        found = project.undo()
        if found is None:
            break
        done.append(found)
    return Outcome([entry for entry, _ in done], joined(changes for _, changes in done))


def redo(project: Project, steps: int = 1) -> Outcome[list[HistoryEntry]]:
    """Do again up to so many undone steps."""
    done = []
    for _ in range(steps):
        found = project.redo()
        if found is None:
            break
        done.append(found)
    return Outcome([entry for entry, _ in done], joined(changes for _, changes in done))


def undo_group(project: Project, group: str) -> Outcome[list[HistoryEntry]]:
    """Take back the latest steps as long as they belong to the group: all of an import, or none."""
    done = []
    with project.together():
        while (following := project.history.next_undo()) is not None and following.group == group:
            found = project.undo()
            assert found is not None
            done.append(found)
    return Outcome([entry for entry, _ in done], joined(changes for _, changes in done))


def rows_of_group(project: Project, group: str) -> int:
    """How many rows the steps of a group changed."""
    return project.history.rows_of_group(group)


def go_to(project: Project, step: StepId) -> Outcome[list[HistoryEntry]]:
    """Undo or redo until `step` is the latest one in force (0: the very beginning)."""
    done = []
    with project.together():
        while (following := project.history.next_undo()) is not None and following.id > step:
            found = project.undo()
            assert found is not None
            done.append(found)
        while (following := project.history.next_redo()) is not None and following.id <= step:
            found = project.redo()
            assert found is not None
            done.append(found)
    return Outcome([entry for entry, _ in done], joined(changes for _, changes in done))


def trail(project: Project, limit: int = -1) -> list[HistoryEntry]:
    """All that was ever done, latest first."""
    return project.history.entries(limit)
