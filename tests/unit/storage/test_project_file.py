"""The file of a project: made, opened, locked, refused, left as one file."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from sqlite3 import OperationalError

import pytest

from makna.domain.errors import BadFile, DamagedProject, NewerSchema, ProjectLocked, UserError
from makna.domain.identity import Identity
from makna.domain.model import SourceId
from makna.services import codebook, coding, importing, projects
from makna.storage import project_file
from makna.storage.connection import APPLICATION_ID
from makna.storage.project import Project

HOLDER = """
import sys
from pathlib import Path
from makna.services import codebook, projects
project = projects.open_project(Path(sys.argv[1]), Path(sys.argv[2]))
codebook.add_code(project, "Dari sana")
print("open", flush=True)
sys.stdin.readline()
project.close()
"""


@contextmanager
def open_elsewhere(path: Path, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the project open, and has written in it."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path), str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
        process.communicate("\n")
    assert process.returncode == 0


@pytest.fixture
def closed(project: Project, path: Path) -> Path:
    codebook.add_code(project, "Citra")
    project.close()
    return path


def opened(path: Path, **how: bool) -> Project:
    return projects.open_project(path, path.parent / "backups", **how)


def refusal(path: Path, kind: type[UserError], **how: bool) -> UserError:
    with pytest.raises(kind) as caught:
        opened(path, **how)
    return caught.value


def test_a_new_project_is_ours_named_and_empty(project: Project, path: Path) -> None:
    info = project.overview.info()
    assert (info.name, info.language, info.coder.name) == ("Skripsi", "id", "Sari")
    assert (info.sources, info.codes, info.codings) == (0, 0, 0)
    assert project.history.entries() == []
    assert project.raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert path.read_bytes()[68:72] == b"MAKN"
    assert projects.check_project(project) == []


def test_a_single_file_is_left_after_closing(closed: Path) -> None:
    assert [found.name for found in closed.parent.iterdir()] == [closed.name]
    again = opened(closed)
    assert [c.name for c in again.codes.tree().ordered] == ["Citra"]
    again.close()
    again.close()
    assert [found.name for found in closed.parent.iterdir()] == [closed.name]


def test_nothing_is_overwritten(closed: Path) -> None:
    before = closed.read_bytes()
    with pytest.raises(UserError) as caught:
        projects.create_project(closed, "Lain", "id", Identity("g", "B"))
    assert caught.value.key == "exists"
    assert closed.read_bytes() == before


def test_a_project_in_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        projects.create_project(tmp_path / "tidak" / "ada.makna", "A", "id", Identity("g", "B"))
    assert caught.value.key == "no_folder"
    assert list(tmp_path.iterdir()) == []


def test_a_failed_creation_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project_file, "HEAD", None)
    with pytest.raises(Exception, match="NOT NULL"):
        projects.create_project(path, "A", "id", Identity("g", "B"))
    assert list(path.parent.iterdir()) == []


def test_a_second_program_is_told_who_writes(closed: Path, tmp_path: Path) -> None:
    with open_elsewhere(closed, tmp_path / "backups") as process:
        refused = refusal(closed, ProjectLocked)
        local = datetime.now().astimezone().strftime("since %Y-%m-%d ")
        assert local in refused.line()
        assert f"process {process.pid}" in refused.line()
        assert "komputer ini" in refused.line("id")
    opened(closed).close()


def test_another_computer_is_named(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = project_file._lock(closed)
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(socket, "gethostname", lambda: "laptop-ria")
        project_file._opened(closed, lock)
    line = refusal(closed, ProjectLocked).line()
    assert "open on the computer “laptop-ria” since 20" in line
    project_file._release(lock)


def test_while_locked_one_can_read_what_is_committed_and_not_write(
    closed: Path, tmp_path: Path
) -> None:
    with open_elsewhere(closed, tmp_path / "backups"):
        reading = opened(closed, read_only=True)
        assert [c.name for c in reading.codes.tree().ordered] == ["Citra", "Dari sana"]
        with pytest.raises(UserError) as caught:
            codebook.add_code(reading, "Dari sini")
        assert caught.value.key == "read_only"
        with pytest.raises(OperationalError, match="readonly"):
            reading.overview.update(memo="x")
        reading.close()


def test_the_same_program_does_not_open_it_twice(project: Project, path: Path) -> None:
    assert str(os.getpid()) in refusal(path, ProjectLocked).line()


def test_the_lock_of_a_dead_program_does_not_count(closed: Path) -> None:
    project_file.lock_path(closed).touch()
    again = opened(closed)
    again.close()
    assert [found.name for found in closed.parent.iterdir()] == [closed.name]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "empty_file"),
        (b"Ini bukan proyek.\n" * 500, "not_a_project"),
        (b"PK\x03\x04" + bytes(4096), "not_a_project"),
        (bytes(8192), "zeros_file"),
    ],
)
def test_what_is_not_a_project_is_refused_untouched(path: Path, content: bytes, key: str) -> None:
    path.write_bytes(content)
    for read_only in (False, True):
        assert refusal(path, BadFile, read_only=read_only).key == key
    assert path.read_bytes() == content
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_another_sqlite_file_is_not_a_project(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE alembic_version (version_num)")
    other.commit()
    other.close()
    assert refusal(path, BadFile).key == "other_database"


def test_a_file_that_is_not_there(path: Path) -> None:
    assert refusal(path, UserError).key == "no_file"
    assert list(path.parent.iterdir()) == []


def test_a_newer_project_is_left_as_it_is(closed: Path) -> None:
    raw = sqlite3.connect(closed, isolation_level=None)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.execute("PRAGMA journal_mode=DELETE")
    raw.close()
    before = closed.read_bytes()
    for read_only in (False, True):
        assert refusal(closed, NewerSchema, read_only=read_only).key == "newer_schema"
    assert closed.read_bytes() == before
    assert [found.name for found in closed.parent.iterdir()] == [closed.name]


def test_a_torn_file_is_called_damaged(closed: Path) -> None:
    whole = closed.read_bytes()
    closed.write_bytes(whole[:100] + bytes(8_000) + whole[8_100:])
    assert refusal(closed, DamagedProject).key == "damaged"


def test_damage_inside_is_found_by_the_check(project: Project, path: Path) -> None:
    for number in range(40):
        importing.import_text(project, f"I{number}", "kata " * 400)
    project.close()
    whole = path.read_bytes()
    half = len(whole) // 2 // 4096 * 4096
    path.write_bytes(whole[:half] + b"\xff" * 4096 + whole[half + 4096 :])
    again = opened(path, read_only=True)
    assert [problem.key for problem in projects.check_project(again)][:1] == ["check.sqlite"]
    again.close()


def test_a_copy_of_the_open_file_alone_lacks_nothing_after_a_checkpoint(
    project: Project, path: Path, tmp_path: Path
) -> None:
    for number in range(20):
        codebook.add_code(project, f"Kode {number}")
    project.checkpoint()
    copy = tmp_path / "salinan.makna"
    shutil.copyfile(path, copy)
    codebook.add_code(project, "Sesudahnya")
    copied = opened(copy)
    assert len(copied.codes.tree()) == 20
    assert projects.check_project(copied) == []
    copied.close()


def test_another_person_is_added_once_and_known_again(
    project: Project, reopened: Callable[[Project], Project], path: Path
) -> None:
    project.close()
    for _ in range(2):
        again = projects.open_project(path, path.parent / "b", coder=Identity("g2", "Budi"))
        assert again.overview.info().coder.name == "Budi"
        assert [coder.name for coder in again.overview.coders()] == ["Sari", "Budi"]
        again.close()


def test_opening_as_someone_else_keeps_redo(project: Project, path: Path) -> None:
    codebook.add_code(project, "Citra")
    project.undo()
    project.close()
    again = projects.open_project(path, path.parent / "b", coder=Identity("g2", "Budi"))
    assert again.redo() is not None
    again.close()


def test_whoever_is_at_work_survives_undo(project: Project, source: SourceId) -> None:
    projects.work_as(project, Identity("g2", "Budi"))
    while project.undo():
        pass
    codebook.add_code(project, "Citra")
    assert project.history.entries(1)[0].coder == "Budi"


@pytest.mark.parametrize(
    ("damage", "key"),
    [
        ('UPDATE passage SET "end" = 9999', "check.outside_text"),
        ("UPDATE coding SET code_id = 77", "check.reference"),
        ("INSERT INTO passage SELECT 77, 'g', source_id, start, \"end\", 1, '', '', '', '', NULL,"
        " NULL, NULL, NULL, NULL"
         " FROM passage", "check.two_at_place"),
        ("INSERT INTO coding SELECT 77, 'g', passage_id, code_id, coder_id, '', '' FROM coding",
         "check.coding_twice"),
        ('UPDATE turn SET "end" = 9999 WHERE id = 1', "check.turn_outside"),
        ("DELETE FROM source_text", "check.no_text"),
        ("UPDATE source_text SET text = text || 'x'", "check.layout"),
        ("UPDATE source_layout SET blocks = x'00'", "check.layout"),
        ("INSERT INTO source_file (source_id, sha256, name, role) VALUES (1, 'ff', '', 'x')",
         "check.no_original"),
        ("INSERT INTO blob VALUES ('ff', 1, 0, x'00')", "check.original"),
    ],
)  # fmt: skip
def test_the_check_finds_what_is_wrong(
    project: Project, source: SourceId, damage: str, key: str
) -> None:
    coding.apply_new_code(project, source, 0, 8, "Citra")
    assert projects.check_project(project) == []
    project.raw.execute("PRAGMA foreign_keys=OFF")
    with project.writing():
        project.raw.execute(damage)
        project.forget_journal()
    assert key in [problem.key for problem in projects.check_project(project)]
