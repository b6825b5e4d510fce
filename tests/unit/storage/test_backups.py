"""Backups: whole, verified, taken while work goes on, thinned out."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given

from makna.domain.errors import BadFile, UserError
from makna.domain.model import SourceId
from makna.services import codebook, importing, projects
from makna.storage import backups, erasing
from makna.storage.backups import KEEP_DAILY, KEEP_HOURLY, KEEP_WEEKLY, Backup, Snapshot
from makna.storage.project import Project

NOW = datetime(2025, 3, 3, 12, 0, tzinfo=UTC)


def names(path: Path) -> list[str]:
    opened = projects.open_project(path, path.parent / "b", read_only=True)
    found = [code.name for code in opened.codes.tree().ordered]
    assert projects.check_project(opened) == []
    opened.close()
    return found


def test_a_backup_is_the_project_as_it_stands(project: Project, tmp_path: Path) -> None:
    codebook.add_code(project, "Citra")
    made = projects.back_up(project, tmp_path / "cadangan")
    codebook.add_code(project, "Sesudahnya")
    assert names(made) == ["Citra"]
    assert [found.path for found in projects.list_backups(made.parent)] == [made]
    assert [found.name for found in made.parent.iterdir()] == [made.name]


def test_a_snapshot_is_what_it_was_though_writing_goes_on(
    project: Project, source: SourceId, tmp_path: Path
) -> None:
    codebook.add_code(project, "Sebelum")
    snapshot = Snapshot(project.path, tmp_path / "cadangan")
    for number in range(30):
        codebook.add_code(project, f"Sesudah {number}")
    thread = snapshot.finish_in_background()
    for number in range(30):
        importing.import_text(project, f"T{number}", "kata " * 2_000)
    thread.join()
    assert snapshot.error is None
    (made,) = projects.list_backups(tmp_path / "cadangan")
    assert names(made.path) == ["Sebelum"]


def test_the_first_change_of_a_session_backs_up_what_was_there(
    project: Project, path: Path, tmp_path: Path
) -> None:
    codebook.add_code(project, "Kemarin")
    project.close()
    folder = tmp_path / "cadangan"
    again = projects.open_project(path, folder)
    assert not folder.exists()
    codebook.add_code(again, "Hari ini")
    codebook.add_code(again, "Lagi")
    again.close()
    (made,) = projects.list_backups(folder, again_guid(path))
    assert names(made.path) == ["Kemarin"]
    third = projects.open_project(path, folder)
    codebook.add_code(third, "Sejam belum lewat")
    third.close()
    assert len(projects.list_backups(folder)) == 1


def again_guid(path: Path) -> str:
    opened = projects.open_project(path, path.parent, read_only=True)
    guid = opened.overview.info().guid
    opened.close()
    return guid


def test_a_backup_that_fails_stops_no_work(project: Project, path: Path, tmp_path: Path) -> None:
    codebook.add_code(project, "Kemarin")
    project.close()
    folder = tmp_path / "bukan folder"
    folder.write_text("berkas")
    again = projects.open_project(path, folder)
    codebook.add_code(again, "Hari ini")
    again.close()
    assert names(path) == ["Kemarin", "Hari ini"]


def test_a_checkpoint_does_not_wait_for_a_backup(project: Project, tmp_path: Path) -> None:
    codebook.add_code(project, "Citra")
    snapshot = Snapshot(project.path, tmp_path / "cadangan")
    codebook.add_code(project, "Media")
    begun = datetime.now(UTC)
    assert not project.checkpoint()
    assert datetime.now(UTC) - begun < timedelta(seconds=1)
    snapshot.finish()
    assert project.checkpoint()


def test_a_copy_is_a_project_and_overwrites_nothing(project: Project, tmp_path: Path) -> None:
    codebook.add_code(project, "Citra")
    copy = projects.save_copy(project, tmp_path / "salinan.makna")
    assert names(copy) == ["Citra"]
    with pytest.raises(UserError) as caught:
        projects.save_copy(project, copy)
    assert caught.value.key == "exists"
    with pytest.raises(UserError) as caught:
        projects.save_copy(project, tmp_path / "tidak ada" / "x.makna")
    assert caught.value.key == "no_folder"


def test_a_backup_becomes_a_project_again(project: Project, tmp_path: Path) -> None:
    codebook.add_code(project, "Citra")
    made = projects.back_up(project, tmp_path / "cadangan")
    restored = projects.restore(made, tmp_path / "dipulihkan.makna")
    assert names(restored) == ["Citra"]
    opened = projects.open_project(restored, tmp_path / "b")
    assert opened.undo() is not None
    opened.close()


@pytest.mark.parametrize("damage", ["not a database", "torn", "empty", "another application"])
def test_a_bad_backup_is_not_restored(project: Project, tmp_path: Path, damage: str) -> None:
    for number in range(20):
        importing.import_text(project, f"T{number}", "kata " * 2_000)
    made = projects.back_up(project, tmp_path / "cadangan")
    whole = made.read_bytes()
    half = len(whole) // 2 // 4096 * 4096
    made.write_bytes(
        {
            "not a database": b"bukan basis data" * 400,
            "torn": whole[:half] + b"\xff" * 4096 * 3 + whole[half + 4096 * 3 :],
            "empty": b"",
            "another application": whole[:68] + b"GPKG" + whole[72:],
        }[damage]
    )
    target = tmp_path / "dipulihkan.makna"
    with pytest.raises(BadFile) as caught:
        projects.restore(made, target)
    assert caught.value.key == "bad_backup"
    assert not list(tmp_path.glob("dipulihkan*"))


def test_a_backup_that_is_gone_is_not_restored(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        projects.restore(tmp_path / "tidak ada.makna", tmp_path / "x.makna")
    assert caught.value.key == "no_file"


def test_backups_of_a_project_are_known_by_its_guid(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "cadangan"
    made = projects.back_up(project, folder)
    shutil.copy(made, folder / made.name.replace("[", "[00").replace("00]", "]"))
    (folder / "catatan.makna").write_bytes(b"")
    assert [b.path for b in projects.list_backups(folder, project.overview.info().guid)] == [made]


@pytest.mark.parametrize("name", ["a/b\\c:d*?", "...", "x" * 300, "Skripsi “Citra” 😀", "CON"])
def test_any_project_name_makes_a_file_name(project: Project, tmp_path: Path, name: str) -> None:
    projects.describe_project(project, name=name)
    made = projects.back_up(project, tmp_path / "cadangan")
    assert made.parent == tmp_path / "cadangan"
    assert [b.path for b in projects.list_backups(made.parent)] == [made]


def taken(minutes: list[int]) -> list[Backup]:
    ages = sorted(set(minutes))
    return [Backup(Path(f"{m}.makna"), "P", NOW - timedelta(minutes=m), 1) for m in ages]


@given(st.lists(st.integers(0, 60 * 24 * 120), max_size=80).map(taken))
def test_rotation_keeps_the_newest_of_each_hour_day_and_week(found: list[Backup]) -> None:
    gone = set(backups.superseded(found))
    kept = [backup for backup in found if backup not in gone]
    assert len(kept) <= KEEP_HOURLY + KEEP_DAILY + KEEP_WEEKLY
    assert kept[:1] == found[:1]
    for backup in gone:
        day = backup.at.date()
        newer = [b for b in kept if b.at > backup.at]
        assert any(b.at.date() == day for b in newer) or len(newer) >= KEEP_DAILY
    assert backups.superseded(kept) == []


def test_large_backups_are_fewer_but_never_none() -> None:
    hourly = [replace(backup, size=10) for backup in taken([60 * hour for hour in range(20)])]
    assert backups.superseded(hourly, keep_bytes=100) == hourly[10:]
    assert backups.superseded(hourly, keep_bytes=1) == hourly[backups.KEEP_ALWAYS :]


def test_a_copy_that_lacks_rows_is_thrown_away(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = iter([(1, 2), (1, 3)])
    monkeypatch.setattr(backups, "counted", lambda raw: next(counts))
    with pytest.raises(UserError) as caught:
        projects.back_up(project, tmp_path / "cadangan")
    assert caught.value.key == "backup_differs"
    assert list((tmp_path / "cadangan").iterdir()) == []


def test_what_a_backup_holds_is_told(project: Project, tmp_path: Path) -> None:
    importing.import_text(project, "T", "kata")
    made = projects.back_up(project, tmp_path / "cadangan")
    held = backups.Holdings(project.overview.info().name, sources=1, codings=0, step=1)
    assert projects.backup_holdings(made) == held
    made.write_bytes(b"rusak")
    assert projects.backup_holdings(made) is None


def test_a_day_of_hourly_backups_keeps_them_all_and_a_year_keeps_weeks() -> None:
    assert backups.superseded(taken([60 * hour for hour in range(KEEP_HOURLY)])) == []
    daily = taken([60 * 24 * day for day in range(365)])
    kept = len(daily) - len(backups.superseded(daily))
    assert KEEP_HOURLY <= kept <= KEEP_HOURLY + KEEP_WEEKLY


def test_an_old_backup_that_stays_in_use_costs_no_new_one(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cadangan"
    first = projects.back_up(project, folder)
    unlink = Path.unlink

    def held_open(path: Path, missing_ok: bool = False) -> None:
        if path == first:
            raise PermissionError(13, "in use", str(path))
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", held_open)
    monkeypatch.setattr(backups, "superseded", lambda found: [b for b in found if b.path == first])
    snapshot = Snapshot(project.path, folder)
    told: list[UserError] = []
    snapshot.finish_in_background(told.append).join()
    assert (snapshot.error, told) == (None, [])
    assert len(projects.list_backups(folder)) == 2


def test_the_backup_just_made_stays_whatever_the_clock_once_said(
    project: Project, tmp_path: Path
) -> None:
    made = projects.back_up(project, tmp_path / "cadangan")
    ahead = datetime.now(UTC) + timedelta(days=400)
    for number in range(KEEP_HOURLY + KEEP_DAILY + KEEP_WEEKLY):
        stamp = (ahead + timedelta(days=7 * number)).strftime("%Y%m%d-%H%M%S")
        shutil.copy(made, made.with_name(f"{made.name.rpartition(' ')[0]} {stamp}.makna"))
    newest = projects.back_up(project, made.parent)
    assert newest.exists()
    assert not made.exists()


def test_a_file_that_is_only_named_like_a_backup_is_none(project: Project, tmp_path: Path) -> None:
    made = projects.back_up(project, tmp_path / "cadangan")
    made.with_name("Lain [12345678] 20259999-000000.makna").write_bytes(b"")
    assert [backup.path for backup in projects.list_backups(made.parent)] == [made]


def test_a_backup_with_a_damaged_history_counts_as_holding_it(
    project: Project, source: SourceId, tmp_path: Path
) -> None:
    made = projects.back_up(project, tmp_path / "cadangan")
    raw = sqlite3.connect(made)
    raw.execute("UPDATE history SET operations = x'00'")
    raw.commit()
    raw.close()
    assert erasing.holds(made, {"source": {source + 1}}, ["lain"])
