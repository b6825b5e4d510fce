"""A large step is written through a second connection, in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from makna.domain.changes import Outcome
from makna.domain.errors import UserError
from makna.domain.identity import Identity
from makna.domain.wording import Message
from makna.services import history
from makna.services.codebook import add_code
from makna.storage.beside import brought_in_beside, written_beside
from makna.storage.project import Project
from makna.storage.project_file import create, open_project

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


def test_the_log_comes_in_while_the_project_is_open(project: Project) -> None:
    add_code(project, "lama")
    assert brought_in_beside(project)
    raw = sqlite3.connect(f"{project.path.as_uri()}?mode=ro&immutable=1", uri=True)
    assert raw.execute("SELECT name FROM code").fetchall() == [("lama",)]
    raw.close()
    add_code(project, "baru")
    assert names(project) == 2


def test_no_log_is_brought_into_another_file_in_its_place(project: Project, tmp_path: Path) -> None:
    add_code(project, "lama")
    other = create(tmp_path / "lain.makna", "Lain", "id", Identity("g", "Sari"))
    other.close()
    (tmp_path / "lain.makna").replace(project.path)
    with pytest.raises(UserError) as refused:
        brought_in_beside(project)
    assert refused.value.key == "file_replaced"


def test_the_codes_are_read_once_while_another_connection_writes(project: Project) -> None:
    add_code(project, "lama")
    project.lend()
    before = project.codes.tree(counted=False)
    written_beside(project, many_codes, wanted)
    assert project.codes.tree(counted=False) is before
    project.take_back()
    assert names(project) == CODES + 1


def test_codes_that_are_being_changed_are_read_as_they_are_and_as_they_were(
    project: Project,
) -> None:
    add_code(project, "lama")
    assert names(project) == 1
    with pytest.raises(RuntimeError), project.transact(Message.of("step.add_code", code="a")):
        assert names(project) == 1
        add_code(project, "a")
        assert names(project) == 2
        add_code(project, "b")
        assert names(project) == 3
        raise RuntimeError
    assert names(project) == 1


def test_what_cannot_be_read_is_not_lent_and_stays_usable(
    tmp_path: Path, failing_disk: Any
) -> None:
    project = create(tmp_path / "disk.makna", "Studi", "id", Identity("g", "Sari"))
    with failing_disk.failing("xRead", 5), pytest.raises(UserError) as refused:  # SQLITE_BUSY
        project.lend()
    assert refused.value.key == "busy"
    assert not project.lent
    add_code(project, "lain")
    project.close()


def test_what_one_only_reads_is_not_lent(project: Project, tmp_path: Path) -> None:
    reading = open_project(project.path, back_up=lambda path: None, read_only=True)
    with pytest.raises(UserError) as refused:
        reading.lend()
    assert refused.value.key == "read_only"
    reading.close()
