"""A file put back, or synchronised, beside the log of a program that died: the log is not its."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from makna.cli.main import run
from makna.domain.errors import UserError
from makna.domain.identity import Identity
from makna.services import importing, projects
from makna.storage.project import Project


def words(number: int) -> str:
    return f"N: Baru {number}, kata warga.\n" * 900


def add(project: Project, count: int) -> None:
    for _ in range(count):
        number = len(project.sources.all())
        importing.import_text(project, f"T{number}", words(number))


def dead(project: Project, target: Path) -> Path:
    """The files as a program leaves them that is killed now."""
    for beside in ("", "-wal"):
        shutil.copyfile(f"{project.path}{beside}", f"{target}{beside}")
    project.close()
    return target


@pytest.fixture
def opened(tmp_path: Path) -> Project:
    return projects.create_project(tmp_path / "Asal.makna", "P", "id", Identity("g", "Sari"))


def copy_of(project: Project, target: Path) -> Path:
    project.checkpoint()
    return Path(shutil.copyfile(project.path, target))


def older(project: Project, tmp_path: Path) -> Path:
    """Put back a copy of before; what lies between it and the log is gone."""
    add(project, 3)
    old = copy_of(project, tmp_path / "lama")
    add(project, 6)
    project.checkpoint()
    add(project, 4)
    return old


def newer(project: Project, tmp_path: Path) -> Path:
    """The file of another computer, on which work had gone on."""
    add(project, 3)
    project.close()
    other = Path(shutil.copyfile(project.path, tmp_path / "Lain.makna"))
    there = projects.open_project(other, tmp_path / "b")
    add(there, 12)
    there.close()
    here = projects.open_project(project.path, tmp_path / "b")
    add(here, 2)
    dead(here, tmp_path / "Skripsi.makna")
    return other


def another(project: Project, tmp_path: Path) -> Path:
    """Another project under the same name."""
    add(project, 5)
    other = projects.create_project(tmp_path / "x.makna", "X", "id", Identity("g", "Sari"))
    add(other, 2)
    other.close()
    return other.path


@pytest.mark.parametrize("happened", [older, newer, another])
def test_the_file_stays_as_it_was_put_there_and_the_log_is_kept(
    opened: Project, tmp_path: Path, happened: object
) -> None:
    assert callable(happened)
    put_back = happened(opened, tmp_path)
    path = tmp_path / "Skripsi.makna"
    if not path.exists():
        dead(opened, path)
    log = Path(f"{path}-wal").read_bytes()
    shutil.copyfile(put_back, path)
    with pytest.raises(UserError) as caught:
        projects.open_project(path, tmp_path / "b")
    assert caught.value.key == "foreign_log"
    assert path.read_bytes() == put_back.read_bytes()
    (kept,) = tmp_path.glob("Skripsi.makna-wal ?*")
    assert kept.read_bytes() == log
    assert kept.name in caught.value.line("en")
    again = projects.open_project(path, tmp_path / "b")
    assert projects.check_project(again) == []
    again.close()
    assert not Path(f"{path}-wal").exists()


def test_the_log_of_a_program_that_died_is_the_files_own(opened: Project, tmp_path: Path) -> None:
    add(opened, 3)
    opened.checkpoint()
    add(opened, 4)
    path = dead(opened, tmp_path / "Skripsi.makna")
    again = projects.open_project(path, tmp_path / "b")
    assert len(again.sources.all()) == 7
    again.close()


def test_an_older_copy_that_the_log_was_begun_on_is_made_whole(
    opened: Project, tmp_path: Path
) -> None:
    add(opened, 3)
    old = copy_of(opened, tmp_path / "lama")
    add(opened, 4)
    path = dead(opened, tmp_path / "Skripsi.makna")
    shutil.copyfile(old, path)
    again = projects.open_project(path, tmp_path / "b")
    assert len(again.sources.all()) == 7
    again.close()


def test_reading_says_so_too_and_leaves_the_log_of_a_living_program(
    opened: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str], makna_home: Path
) -> None:
    old = older(opened, tmp_path)
    assert run(["sources", str(opened.path)]) == 0
    assert Path(f"{opened.path}-wal").exists()
    path = dead(opened, tmp_path / "Skripsi.makna")
    shutil.copyfile(old, path)
    capsys.readouterr()
    assert run(["sources", str(path)]) == 2
    assert "another version" in capsys.readouterr().err
    assert run(["check", str(path)]) == 0


def left_log(project: Project, target: Path) -> None:
    """The log of a program that died, whose project somebody then threw away."""
    dead(project, target).unlink()


def test_a_new_project_does_not_take_up_the_log_of_one_that_is_gone(
    opened: Project, tmp_path: Path
) -> None:
    add(opened, 6)
    path = tmp_path / "Skripsi.makna"
    left_log(opened, path)
    fresh = projects.create_project(path, "Baru", "id", Identity("g", "Sari"))
    assert (fresh.overview.info().name, fresh.sources.all()) == ("Baru", [])
    fresh.close()
    assert len(list(tmp_path.glob("Skripsi.makna-wal ?*"))) == 1


def test_a_copy_does_not_take_up_the_log_of_a_file_that_is_gone(
    opened: Project, tmp_path: Path
) -> None:
    backup = projects.back_up(opened, tmp_path / "b")
    add(opened, 6)
    path = tmp_path / "Skripsi.makna"
    left_log(opened, path)
    again = projects.open_project(projects.restore(backup, path), tmp_path / "b")
    assert again.sources.all() == []
    again.close()


def test_a_file_that_cannot_be_read_now_keeps_its_log(
    opened: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(opened, 4)
    path = dead(opened, tmp_path / "Skripsi.makna")
    monkeypatch.setattr("makna.storage.connection.BUSY_TIMEOUT_S", 0.1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(UserError) as caught:
        projects.open_project(path, tmp_path / "b")
    assert caught.value.key == "busy"
    other.close()
    assert not list(tmp_path.glob("Skripsi.makna-wal ?*"))


def test_a_log_is_looked_at_through_a_link_too(opened: Project, tmp_path: Path) -> None:
    old = older(opened, tmp_path)
    path = dead(opened, tmp_path / "Skripsi.makna")
    shutil.copyfile(old, path)
    link = tmp_path / "tautan.makna"
    link.symlink_to(path)
    with pytest.raises(UserError) as caught:
        projects.open_project(link, tmp_path / "b")
    assert caught.value.key == "foreign_log"
