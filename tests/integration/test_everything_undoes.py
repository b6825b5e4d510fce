"""Random work: whatever was done, undoing it all is the start and redoing it all is the end."""

from __future__ import annotations

import random
import shutil
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run_machine

from makna.domain.errors import UserError
from makna.services import history, projects

FURNISHING = (
    *(
        "type_a_source",
        "import_talk",
        "import_a_picture",
        "import_a_file",
        "add_a_path",
        "add_a_code",
        "add_a_case",
    ),
    *("apply_a_code", "apply_a_new_code", "write_on_a_passage", "write_a_memo", "set_a_value"),
    *("code_a_rectangle", "begin_a_chapter", "mark_a_quotation", "keep_line_numbers"),
)
"""Work at the beginning: an action that finds nothing to work on proves nothing."""
SEEDS = st.integers(0, 9_999)


class Seeded:
    """Evenly spread numbers: drawn by Hypothesis itself they crowd at the small ones."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def below(self, limit: int) -> int:
        return self._random.randrange(max(1, limit))


def machine_of(actions: ModuleType) -> type[RuleBasedStateMachine]:
    """The state machine over the actions of a module like `actions.py`."""

    class Work(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.folder = Path(tempfile.mkdtemp(prefix="makna-machine-"))
            self.path = self.folder / "Kerja.makna"
            self.project = projects.create_project(self.path, "K", "id", actions.PEOPLE[0])
            self.states: list[Any] = [actions.contents(self.project)]
            self.at = 0

        @initialize(seed=SEEDS)
        def furnish(self, seed: int) -> None:
            for rank, name in enumerate(FURNISHING):
                self.perform(name, seed + rank)

        @rule(name=st.sampled_from(actions.ACTIONS), seed=SEEDS)
        def act(self, name: str, seed: int) -> None:
            self.perform(name, seed)

        def perform(self, name: str, seed: int) -> None:
            done = self.trail()
            try:
                actions.Researcher(self.project, Seeded(seed), self.folder).act(name)
            except UserError:
                pass
            new = self.trail()[len(done) :]
            state = actions.contents(self.project)
            if new:
                # Only the last state is seen between: an action may take several steps.
                between = [None] * (len(new) - 1)
                self.states[self.at + 1 :] = [*between, state]
                self.at += len(new)
            elif name == "go_on_typing":
                self.states[self.at] = state
            else:
                assert state == self.states[self.at], f"{name} changed something without a step"

        @precondition(lambda self: self.at > 0)
        @rule(steps=st.integers(1, 4))
        def undo(self, steps: int) -> None:
            self.at -= len(history.undo(self.project, steps).value)
            self.compare()

        @precondition(lambda self: self.at + 1 < len(self.states))
        @rule(steps=st.integers(1, 4))
        def redo(self, steps: int) -> None:
            self.at += len(history.redo(self.project, steps).value)
            self.compare()

        @rule()
        def close_and_open(self) -> None:
            self.project.close()
            assert [p.name for p in self.folder.glob("*Kerja*")] == [self.path.name]
            self.project = projects.open_project(self.path, self.folder / "backups")
            self.compare()

        @invariant()
        def is_sound(self) -> None:
            assert projects.check_project(self.project) == []
            assert actions.broken_rules(self.project) == []

        def trail(self) -> list[int]:
            return [entry.id for entry in reversed(self.project.history.entries())]

        def compare(self) -> None:
            if self.states[self.at] is None:
                self.states[self.at] = actions.contents(self.project)
            assert actions.contents(self.project) == self.states[self.at]

        def teardown(self) -> None:
            try:
                self.there_and_back()
            finally:
                self.project.close()
                shutil.rmtree(self.folder)

        def there_and_back(self) -> None:
            while history.undo(self.project).value:
                self.at -= 1
                self.compare()
            assert self.at == 0
            self.close_and_open()
            while history.redo(self.project).value:
                self.at += 1
                self.compare()
            assert self.at == len(self.states) - 1
            self.is_sound()

    return Work


@pytest.mark.hypothesis
def test_undoing_all_is_the_start_and_redoing_all_is_the_end(later_actions: ModuleType) -> None:
    run_machine(
        machine_of(later_actions),
        settings=settings(
            # An example takes half a second: some fifty actions, a check of all rows after each.
            max_examples=settings().max_examples // 3,
            stateful_step_count=30,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
