"""A folder of backups that somebody else has been at: nothing in it stops the program."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from makna import bootstrap
from makna.cli.main import run
from makna.domain.identity import Identity
from makna.services import codebook, projects


@pytest.fixture
def path(tmp_path: Path, makna_home: Path) -> Path:
    path = tmp_path / "Skripsi.makna"
    project = projects.create_project(path, "Skripsi", "id", Identity("g", "Sari"))
    codebook.add_code(project, "Citra")
    projects.back_up(project, bootstrap.backup_folder())
    project.close()
    return path


def strangers(folder: Path, good: Path) -> list[Path]:
    """What only looks like backups of the project, and newer than the good one."""
    stem = good.name[: -len("20260101-000000.makna")]
    made = [folder / f"{stem}2999010{number}-000000.makna" for number in range(1, 6)]
    made[0].mkdir()
    made[1].symlink_to(folder / "tiada")
    made[2].symlink_to(folder, target_is_directory=True)
    made[3].write_bytes(b"")
    if hasattr(os, "mkfifo"):
        os.mkfifo(made[4])
    (folder / f"{stem}99999999-999999.makna").write_bytes(b"x")
    (folder / f"{stem}20260230-000000.makna").write_bytes(b"x")
    return made


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_nothing_in_the_folder_stops_listing_backing_up_and_rescuing(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = bootstrap.backup_folder()
    (good,) = projects.list_backups(folder)
    made = strangers(folder, good.path)
    assert [each.path for each in projects.list_backups(folder)] == [made[3], good.path]
    for command in (["backups"], ["backups", str(path)], ["backup", str(path)]):
        assert run(command) == 0, capsys.readouterr().err
    path.write_bytes(b"")
    found = projects.rescue(path, folder)
    assert found is not None
    assert found.backup.path.is_file()
    assert found.holdings.step == 1
    restored = projects.restore(found.backup.path, tmp_path / "Kembali.makna")
    project = bootstrap.open_project(restored)
    assert [code.name for code in project.codes.tree().ordered] == ["Citra"]
    project.close()


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_thinning_out_takes_away_no_file_that_a_link_leads_to(path: Path, tmp_path: Path) -> None:
    folder = bootstrap.backup_folder()
    (good,) = projects.list_backups(folder)
    precious = tmp_path / "berharga.makna"
    data = good.path.read_bytes()
    precious.write_bytes(data)
    stem = good.path.name[: -len("20260101-000000.makna")]
    for hour in range(24):
        for minute in range(3):
            (folder / f"{stem}202001{hour + 1:02}-000{minute}00.makna").symlink_to(precious)
    assert run(["backup", str(path)]) == 0
    assert precious.read_bytes() == data


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_to_a_project_is_the_project_and_locked_as_such(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "pintasan.makna"
    link.symlink_to(path)
    project = bootstrap.open_project(link)
    assert run(["add-code", str(path), "Dari sana"]) == 2
    codebook.add_code(project, "Lewat tautan")
    project.close()
    assert link.is_symlink()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["Skripsi.makna", "home", link.name]
    again = bootstrap.open_project(path)
    assert [code.name for code in again.codes.tree().ordered] == ["Citra", "Lewat tautan"]
    again.close()
