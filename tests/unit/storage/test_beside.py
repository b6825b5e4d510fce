"""A large step is written through a second connection, in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from makna.domain.changes import Outcome
from makna.domain.errors import UserError
from makna.domain.identity import Identity
from makna.domain.wording import Message
from makna.services import history
from makna.services.codebook import add_code
from makna.storage.beside import written_beside
from makna.storage.project import Project
from makna.storage.project_file import create

CODES = 40


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = create(tmp_path / "studi.makna", "Studi", "id", Identity("g", "Sari"))
    yield made
    if made.lent:
        made.take_back()
    made.close()


def many_codes(project: Project) -> Outcome[int]:
    with project.transact(Message.of("step.add_code", code="banyak")) as step:
        for number in range(CODES):
            add_code(project, f"kode {number}")
    return Outcome(CODES, step.changes)


def names(project: Project) -> int:
    return len(project.codes.tree(counted=False).ordered)


def wanted(_written: int) -> bool:
    return True


def test_it_is_one_step_that_can_be_undone(project: Project) -> None:
    project.lend()
    outcome = written_beside(project, many_codes, wanted)
    project.take_back()
    assert outcome is not None
    assert len(outcome.changes.keys("code")) == CODES == names(project)
    assert [entry.id for entry in project.history.entries()] == [outcome.changes.step]
    history.undo(project)
    assert names(project) == 0


def test_until_it_is_taken_back_one_reads_the_project_as_it_was(project: Project) -> None:
    add_code(project, "lama")
    project.lend()
    written_beside(project, many_codes, wanted)
    assert names(project) == 1
    project.take_back()
    assert names(project) == CODES + 1


def test_nothing_else_is_written_meanwhile(project: Project) -> None:
    project.lend()
    with pytest.raises(UserError) as refused:
        add_code(project, "lain")
    assert refused.value.key == "at_work"
    assert not project.checkpoint()
    assert not project.give_back()
    project.take_back()
    add_code(project, "lain")


def test_one_that_is_called_off_changes_nothing(project: Project) -> None:
    told: list[int] = []

    def no_more(written: int) -> bool:
        told.append(written)
        return written < 10

    project.lend()
    assert written_beside(project, endless, no_more) is None
    project.take_back()
    assert told[-1] >= 10
    assert names(project) == 0
    assert project.history.entries() == []


def endless(project: Project) -> Outcome[None]:
    with project.transact(Message.of("step.add_code", code="banyak")) as step:
        number = 0
        while True:
            add_code(project, f"kode {number}")
            number += 1
    return Outcome(None, step.changes)


@pytest.mark.parametrize("problem", [UserError("empty_name", thing="code"), RuntimeError("bug")])
def test_what_it_raises_is_raised_and_nothing_is_changed(
    project: Project, problem: Exception
) -> None:
    def broken(twin: Project) -> Outcome[None]:
        with twin.transact(Message.of("step.add_code", code="a")):
            add_code(twin, "a")
            raise problem

    project.lend()
    with pytest.raises(type(problem)):
        written_beside(project, broken, wanted)
    project.take_back()
    assert names(project) == 0


def test_the_coder_at_work_is_the_one_of_the_step(project: Project) -> None:
    with project.transact(Message.of("step.add_coder", name="Budi")):
        project.overview.work_as(project.overview.add_coder("g2", "Budi"))
    project.lend()
    written_beside(project, many_codes, wanted)
    project.take_back()
    assert project.history.entries()[0].coder == "Budi"


def test_another_file_in_its_place_is_never_written(project: Project, tmp_path: Path) -> None:
    project.lend()
    other = create(tmp_path / "lain.makna", "Lain", "id", Identity("g", "Sari"))
    other.close()
    before = (tmp_path / "lain.makna").read_bytes()
    (tmp_path / "lain.makna").replace(project.path)
    with pytest.raises(UserError) as refused:
        written_beside(project, many_codes, wanted)
    assert refused.value.key == "file_replaced"
    assert project.path.read_bytes() == before


def test_the_second_connection_is_closed(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[sqlite3.Connection] = []

    def keeping(twin: Project) -> Outcome[None]:
        seen.append(twin.raw)
        return Outcome(None)

    project.lend()
    written_beside(project, keeping, wanted)
    project.take_back()
    with pytest.raises(sqlite3.ProgrammingError):
        seen[0].execute("SELECT 1")
