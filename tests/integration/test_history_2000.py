"""The history never lies: 2,000 random steps over a real project, taken back and done again."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path
from types import ModuleType

from makna.domain.errors import UserError
from makna.paths import resources_dir
from makna.services import history, projects
from makna.storage.project import Project

STEPS = int(os.environ.get("MAKNA_STEPS", "2000"))


class Seeded:
    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def below(self, limit: int) -> int:
        return self._random.randrange(max(1, limit))


def trail(project: Project) -> list[tuple[object, ...]]:
    """All of the trail but whether a step is in force, which is what undo changes."""
    return project.raw.execute(
        "SELECT id, at, coder_id, label, group_guid, counts, operations FROM history ORDER BY id"
    ).fetchall()


def test_two_thousand_random_steps_undone_and_redone_are_the_same_rows(
    actions: ModuleType, tmp_path: Path
) -> None:
    path = tmp_path / "Nyata.makna"
    shutil.copyfile(resources_dir() / "demo" / "demo_id.makna", path)
    project = projects.open_project(path, tmp_path / "b")
    numbers = Seeded(6)
    researcher = actions.Researcher(project, numbers, tmp_path)
    begin, known = actions.contents(project), trail(project)
    first, latest = len(known), known[-1][0]
    names = [name for name in actions.ACTIONS if name != "go_on_typing"]
    marks = {}
    while (made := len(known) - first) < STEPS:
        try:
            researcher.act(researcher.choose(names))
        except UserError:
            continue
        if numbers.below(40) == 0:
            # An undo now and then, so that steps are dropped and the trail still grows.
            for _ in range(1 + numbers.below(3)):
                undo_one(project, latest)
        longer = trail_from(project, len(known))
        known += longer
        if made // 500 != (len(known) - first) // 500:
            marks[known[-1][0]] = actions.contents(project)
    end = actions.contents(project)
    assert trail(project) == known, "the trail only grows"
    undone = 0
    while undo_one(project, latest):
        undone += 1
    assert actions.contents(project) == begin
    while history.redo(project).value:
        pass
    assert actions.contents(project) == end
    assert trail(project) == known
    assert undone > STEPS * 0.8
    assert projects.check_project(project) == []
    project.close()


def undo_one(project: Project, latest: object) -> bool:
    """Take back a step that came after `latest`; the demo has a history of its own."""
    step = project.history.next_undo()
    return step is not None and step.id > latest and bool(history.undo(project).value)  # type: ignore[operator]


def trail_from(project: Project, count: int) -> list[tuple[object, ...]]:
    return project.raw.execute(
        "SELECT id, at, coder_id, label, group_guid, counts, operations FROM history"
        " ORDER BY id LIMIT -1 OFFSET ?",
        (count,),
    ).fetchall()
