"""The disk fails under SQLite itself: `fsync`, writing, cutting, reading.

Each time: a clear word, the data as of the last commit, and work that goes on once the disk does.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from makna.domain.errors import UserError
from makna.domain.identity import Identity
from makna.domain.wording import LANGUAGES
from makna.services import codebook, history, importing, projects
from makna.storage.project import Project

IOERR_READ, IOERR_WRITE, IOERR_FSYNC, IOERR_TRUNCATE, FULL = 266, 778, 1034, 1546, 13
FAULTS = [
    pytest.param("xSync", IOERR_FSYNC, "disk_error", id="fsync: EIO"),
    pytest.param("xWrite", IOERR_WRITE, "disk_error", id="write: EIO"),
    pytest.param("xWrite", FULL, "disk_full", id="write: ENOSPC"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Skripsi.makna"


@pytest.fixture
def project(failing_disk: Any, path: Path) -> Iterator[Project]:
    """A project with a source and a code, open, on a disk that can fail."""
    made = projects.create_project(path, "Skripsi", "id", Identity("g", "Sari"))
    importing.import_text(made, "I1", "Humas itu penting.\n" * 200)
    codebook.add_code(made, "Citra")
    yield made
    made.close()


def names(project: Project) -> list[str]:
    return [code.name for code in project.codes.tree().ordered]


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(UserError) as caught:
        call()
    for language in LANGUAGES:
        assert all(caught.value.sentences(language))
    return caught.value.key


def big(project: Project) -> object:
    return importing.import_text(project, "Besar", "kata humas " * 40_000)


@pytest.mark.parametrize(("method", "error", "key"), FAULTS)
def test_a_commit_that_the_disk_refuses_is_no_commit_and_the_next_one_is(
    failing_disk: Any, project: Project, path: Path, method: str, error: int, key: str
) -> None:
    with failing_disk.failing(method, error):
        assert refused(lambda: codebook.add_code(project, "Hilang")) == key
        assert refused(lambda: big(project)) == key
        assert refused(lambda: history.undo(project)) == key
    assert failing_disk.failed
    assert (names(project), len(project.sources.all())) == (["Citra"], 1)
    assert projects.check_project(project) == []
    codebook.add_code(project, "Lanjut")
    project.close()
    again = projects.open_project(path, path.parent / "b")
    assert (names(again), projects.check_project(again)) == (["Citra", "Lanjut"], [])
    assert len(history.undo(again, 3).value) == 3
    again.close()


@pytest.mark.parametrize(("method", "error", "key"), FAULTS)
def test_a_checkpoint_that_the_disk_refuses_loses_nothing(
    failing_disk: Any, project: Project, path: Path, method: str, error: int, key: str
) -> None:
    codebook.add_code(project, "Sesudahnya")
    with failing_disk.failing(method, error):
        assert refused(project.checkpoint) == key
        project.close()
    again = projects.open_project(path, path.parent / "b")
    assert (names(again), projects.check_project(again)) == (["Citra", "Sesudahnya"], [])
    again.close()


def test_a_log_that_cannot_be_cut_loses_nothing(
    failing_disk: Any, project: Project, path: Path
) -> None:
    with failing_disk.failing("xTruncate", IOERR_TRUNCATE):
        assert refused(project.checkpoint) == "disk_error"
    codebook.add_code(project, "Lanjut")
    assert project.checkpoint()
    assert projects.check_project(project) == []
    assert names(project) == ["Citra", "Lanjut"]


@pytest.mark.parametrize(("method", "error", "key"), FAULTS)
def test_a_program_that_dies_after_a_refused_commit_leaves_the_last_one(
    failing_disk: Any, project: Project, path: Path, tmp_path: Path, method: str, error: int,
    key: str
) -> None:  # fmt: skip
    with failing_disk.failing(method, error):
        assert refused(lambda: codebook.add_code(project, "Di jalan")) == key
    died = tmp_path / "mati"
    died.mkdir()
    for file in (path, path.with_name(path.name + "-wal")):
        shutil.copyfile(file, died / file.name)
    again = projects.open_project(died / path.name, tmp_path / "b")
    # Of the action in flight the disk may have kept all that it said it had not.
    assert names(again) in (["Citra"], ["Citra", "Di jalan"])
    assert projects.check_project(again) == []
    again.close()


def test_a_page_that_cannot_be_read_is_told_and_read_again_later(
    failing_disk: Any, project: Project, path: Path
) -> None:
    project.close()
    again = projects.open_project(path, path.parent / "b", read_only=True)
    with failing_disk.failing("xRead", IOERR_READ):
        assert refused(lambda: projects.open_project(path, path.parent / "b")) == "disk_error"
        with pytest.raises(sqlite3.OperationalError):
            again.texts.text(again.sources.all()[0].id)
    assert again.texts.text(again.sources.all()[0].id).startswith("Humas")
    again.close()


@pytest.mark.parametrize(("method", "error", "key"), FAULTS)
def test_a_backup_that_the_disk_refuses_leaves_nothing_half_made(
    failing_disk: Any, project: Project, tmp_path: Path, method: str, error: int, key: str
) -> None:
    folder = tmp_path / "cadangan"
    with failing_disk.failing(method, error):
        assert refused(lambda: projects.back_up(project, folder)) == key
        assert refused(lambda: projects.save_copy(project, tmp_path / "s.makna")) == key
    assert list(folder.iterdir()) == []
    assert not list(tmp_path.glob("s.makna*"))
    made = projects.back_up(project, folder)
    assert projects.backup_holdings(made) is not None


@pytest.mark.parametrize(("method", "error", "key"), FAULTS)
def test_a_new_project_that_the_disk_refuses_leaves_no_file(
    failing_disk: Any, tmp_path: Path, method: str, error: int, key: str
) -> None:
    path = tmp_path / "Baru.makna"
    with failing_disk.failing(method, error):
        who = Identity("g", "Sari")
        assert refused(lambda: projects.create_project(path, "Baru", "id", who)) == key
    assert list(tmp_path.iterdir()) == []
    projects.create_project(path, "Baru", "id", who).close()
