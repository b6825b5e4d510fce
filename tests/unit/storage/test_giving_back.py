"""Unused pages leave the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from makna.domain.identity import Identity
from makna.domain.wording import Message
from makna.storage.project import Project
from makna.storage.project_file import create
from makna.storage.upkeep import FREE_KEPT


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = create(tmp_path / "studi.makna", "Studi", "id", Identity("g", "Sari"))
    yield made
    made.close()


def put_and_throw_away(project: Project, pages: int) -> None:
    """Blobs that fill so many pages come and go, as merging an index does."""
    with project.writing():
        for number in range(pages // 10):
            row = ("lama", number, bytes(40_000))
            project.raw.execute("INSERT INTO search_blob VALUES (?, ?, ?)", row)
    with project.writing():
        project.raw.execute("DELETE FROM search_blob WHERE name = 'lama'")


def free(project: Project) -> int:
    return int(project.raw.execute("PRAGMA freelist_count").fetchone()[0])


def test_pages_are_given_back_some_at_a_time_and_a_few_stay(project: Project) -> None:
    put_and_throw_away(project, FREE_KEPT + 400)
    project.checkpoint()
    before, large = free(project), project.path.stat().st_size
    assert before > FREE_KEPT + 250
    assert project.give_back(100)
    assert free(project) == before - 100
    while project.give_back(100):
        pass
    assert free(project) == FREE_KEPT
    assert not project.give_back()
    project.checkpoint()
    assert project.path.stat().st_size < large


def test_a_project_that_is_closed_takes_little_more_than_it_holds(project: Project) -> None:
    put_and_throw_away(project, 3_000)
    project.checkpoint()
    large = project.path.stat().st_size
    project.close()
    assert large > 10_000_000
    assert project.path.stat().st_size < large - 9_000_000


def test_nothing_is_given_back_while_a_step_is_made(project: Project) -> None:
    put_and_throw_away(project, FREE_KEPT + 400)
    before = free(project)
    with project.transact(Message.of("step.add_code")):
        assert not project.give_back()
    assert free(project) == before


def test_an_older_file_learns_it_when_it_is_written_anew(tmp_path: Path) -> None:
    project = create(tmp_path / "lama.makna", "Lama", "id", Identity("g", "Sari"))
    project.raw.execute("PRAGMA query_only=OFF")
    project.raw.execute("PRAGMA auto_vacuum=NONE")
    project.raw.execute("VACUUM")
    put_and_throw_away(project, FREE_KEPT + 400)
    assert not project.give_back()
    project.wipe()
    put_and_throw_away(project, FREE_KEPT + 400)
    assert project.give_back(10)
    project.close()
