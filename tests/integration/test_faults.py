"""What the world does to a file while one works: a clear word, nothing lost, and a way on.

Real: a full disk (a small file system in a namespace of its own, where the system allows that; a
limit on the size of files everywhere), permissions (without root's privilege to ignore them), files
deleted and replaced, a second program. Simulated: a failing `fsync` (a file system that refuses),
and the clock.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest

from makna.domain.errors import ProjectLocked, UserError
from makna.domain.identity import Identity
from makna.domain.wording import LANGUAGES
from makna.services import codebook, exporting, history, importing, projects
from makna.storage import backups, project_file
from makna.storage import clock as clock_module
from makna.storage.project import Project

posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps open files where they are")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Skripsi.makna"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    """A project with a source and a code, open."""
    made = projects.create_project(path, "Skripsi", "id", Identity("g", "Sari"))
    importing.import_text(made, "I1", "Humas itu penting.\n" * 200)
    codebook.add_code(made, "Citra")
    yield made
    made.close()


def names(project: Project) -> list[str]:
    return [code.name for code in project.codes.tree().ordered]


def refused(call: Callable[[], object]) -> UserError:
    with pytest.raises(UserError) as caught:
        call()
    for language in LANGUAGES:
        assert all(caught.value.sentences(language))
    return caught.value


def opened(path: Path, **how: bool) -> Project:
    return projects.open_project(path, path.parent / "b", **how)


# --- the disk is full ---


def test_a_step_that_no_longer_fits_is_refused_and_all_before_it_is_there(
    project: Project, path: Path
) -> None:
    pages = project.raw.execute("PRAGMA page_count").fetchone()[0]
    project.raw.execute(f"PRAGMA max_page_count={pages + 2}")
    error = refused(lambda: importing.import_text(project, "Besar", "kata " * 50_000))
    assert error.key == "disk_full"
    assert [source.name for source in project.sources.all()] == ["I1"]
    assert projects.check_project(project) == []
    project.raw.execute("PRAGMA max_page_count=1000000")
    importing.import_text(project, "Besar", "kata " * 50_000)
    assert history.undo(project).value


ON_A_SMALL_DISK = """
import resource, signal, subprocess, sys
from pathlib import Path
from makna.domain.errors import UserError
from makna.domain.identity import Identity
from makna.services import codebook, exporting, importing, projects
kind, folder = sys.argv[1], Path(sys.argv[2])
if kind == "disk":
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], check=True)
else:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))
project = projects.create_project(folder / "P.makna", "P", "id", Identity("g", "Sari"))
exporting.export(project, "codebook", folder / "kode.html")
before = (folder / "kode.html").read_bytes()
done, keys = 0, set()
for number in range(400):
    try:
        importing.import_text(project, f"T{number}", "kata humas " * 4_000)
        codebook.add_code(project, f"K{number}", description="panjang " * 400)
        done += 1
    except UserError as error:
        keys.add(error.key)
        break
for call in (
    lambda: exporting.export(project, "codebook", folder / "kode.html"),
    lambda: projects.save_copy(project, folder / "salinan.makna"),
    lambda: projects.back_up(project, folder / "b"),
):
    try:
        call()
    except UserError as error:
        keys.add(error.key)
    assert not [p for p in folder.rglob("*") if ".part" in p.name], list(folder.rglob("*"))
assert (folder / "kode.html").read_bytes().startswith(before[:20])
whole = len(project.sources.all())
assert projects.check_project(project) == []
project.close()
again = projects.open_project(folder / "P.makna", folder / "b", read_only=True)
assert len(again.sources.all()) == whole and projects.check_project(again) == []
again.close()
print(done, whole, ",".join(sorted(keys)))
"""


def on_a_small_disk(kind: str, folder: Path, *before: str) -> list[str]:
    command = [*before, sys.executable, "-c", ON_A_SMALL_DISK, kind, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@posix
def test_a_limit_on_the_size_of_files_costs_only_what_did_not_fit(
    tmp_path: Path, makna_home: Path
) -> None:
    done, whole, keys = on_a_small_disk("limit", tmp_path)
    assert int(done) <= int(whole) <= int(done) + 1
    assert {"disk_error", "disk_full"} & set(keys.split(","))


def in_a_namespace() -> list[str]:
    """A command that gives a process file systems of its own; skips where that is not allowed."""
    command = ["unshare", "--user", "--map-root-user", "--mount"]
    if (
        shutil.which("unshare") is None
        or subprocess.run(
            [*command, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], check=False, capture_output=True
        ).returncode
    ):
        pytest.skip("no namespaces here")
    return command


@posix
def test_a_full_disk_costs_only_what_did_not_fit(tmp_path: Path, makna_home: Path) -> None:
    small = tmp_path / "kecil"
    small.mkdir()
    done, whole, keys = on_a_small_disk("disk", small, *in_a_namespace())
    assert int(done) <= int(whole) <= int(done) + 1
    assert "disk_full" in keys.split(",")


# --- permissions ---

WITHOUT_PERMISSION = """
import os, sys
from pathlib import Path
from makna.domain.errors import UserError
from makna.services import codebook, exporting, projects
what, path = sys.argv[1], Path(sys.argv[2])
folder = path.parent
def key(call):
    try:
        call()
    except UserError as error:
        return error.key
    return "done"
if what == "file":
    os.chmod(path, 0o444)
    print(key(lambda: projects.open_project(path, folder / "b")))
elif what == "folder":
    os.chmod(folder, 0o555)
    print(key(lambda: projects.open_project(path, folder / "b")))
elif what == "lost":
    project = projects.open_project(path, folder / "b")
    os.chmod(path, 0o444)
    os.chmod(folder, 0o555)
    print(key(lambda: codebook.add_code(project, "Sesudahnya")))
    print(key(lambda: exporting.export(project, "codebook", folder / "kode.html")))
    print(key(lambda: projects.save_copy(project, folder / "s.makna")))
    project.close()
elif what == "backups":
    project = projects.open_project(path, folder / "b")
    told = []
    project.backup_failed = told.append
    (folder / "b").mkdir()
    os.chmod(folder / "b", 0o555)
    codebook.add_code(project, "Tetap jalan")
    project.close()
    print(told[0].key)
reading = projects.open_project(path, folder / "b", read_only=True)
print(",".join(code.name for code in reading.codes.tree().ordered), projects.check_project(reading))
reading.close()
os.chmod(folder, 0o755)
"""


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("file", ["read_only", "Citra []"]),
        ("folder", ["read_only", "Citra []"]),
        ("lost", ["done", "cannot_write", "read_only", "Citra,Sesudahnya []"]),
        ("backups", ["backup_folder", "Citra,Tetap jalan []"]),
    ],
)
@posix
def test_without_permission_one_reads_and_is_told_what_to_do(
    project: Project, path: Path, makna_home: Path, what: str, said: list[str]
) -> None:
    project.close()
    # Root may write everywhere, but not in a user namespace that maps nobody.
    before = ["unshare", "--user"] if os.geteuid() == 0 else []
    if before and shutil.which("unshare") is None:
        pytest.skip("root may write everywhere")
    command = [*before, sys.executable, "-c", WITHOUT_PERMISSION, what, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == said, done.stderr


# --- the file goes, or another takes its place ---


@posix
@pytest.mark.parametrize(
    ("happening", "key"), [("deleted", "file_gone"), ("moved", "file_gone"),
                           ("replaced", "file_replaced")]
)  # fmt: skip
def test_a_file_taken_away_is_noticed_and_the_work_can_be_saved(
    project: Project, path: Path, tmp_path: Path, happening: str, key: str
) -> None:
    if happening == "deleted":
        path.unlink()
    elif happening == "moved":
        path.rename(tmp_path / "Lain.makna")
    else:
        other = tmp_path / "awan.makna"
        projects.create_project(other, "Lain", "id", Identity("h", "Budi")).close()
        other.replace(path)
    assert refused(lambda: codebook.add_code(project, "Hilang")).key == key
    assert refused(project.checkpoint).key == key
    assert names(project) == ["Citra"]
    copy = projects.save_copy(project, tmp_path / "Salinan.makna")
    project.close()
    saved = opened(copy)
    assert (names(saved), projects.check_project(saved)) == (["Citra"], [])
    codebook.add_code(saved, "Lanjut")
    saved.close()


@posix
def test_a_replaced_file_is_not_touched_when_the_project_closes(
    project: Project, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "awan.makna"
    projects.create_project(other, "Lain", "id", Identity("h", "Budi")).close()
    other.replace(path)
    before = path.read_bytes()
    project.close()
    assert path.read_bytes() == before
    found = opened(path)
    assert found.overview.info().name == "Lain"
    found.close()


# --- fsync fails ---


def test_a_disk_that_fails_to_write_says_so_and_keeps_what_was_committed(
    project: Project, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError(5, "Input/output error")

    target = tmp_path / "kode.html"
    exporting.export(project, "codebook", target)
    whole = target.read_bytes()
    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", fails)
        assert refused(lambda: exporting.export(project, "codebook", target)).key == "cannot_write"
        assert refused(lambda: projects.save_copy(project, tmp_path / "s.makna")).key == (
            "disk_error"
        )
    assert target.read_bytes() == whole
    assert not [p for p in tmp_path.iterdir() if p.suffix == ".part" or p.name == "s.makna"]


# --- the clock jumps ---


def clock(monkeypatch: pytest.MonkeyPatch, jump: timedelta) -> None:
    class Jumped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) + jump

    for module in (clock_module, backups, projects):
        monkeypatch.setattr(module, "datetime", Jumped)


@pytest.mark.parametrize("days", [-400, 400])
def test_history_and_undo_follow_the_order_of_work_and_not_the_clock(
    project: Project, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    with monkeypatch.context() as jumping:
        clock(jumping, timedelta(days=days))
        codebook.add_code(project, "Sesudah lompatan")
    codebook.add_code(project, "Sekarang")
    assert [entry.label.text() for entry in history.trail(project)[:2]] == [
        "New code “Sekarang”",
        "New code “Sesudah lompatan”",
    ]
    history.undo(project, 2)
    assert names(project) == ["Citra"]


def test_backups_from_a_future_that_was_a_wrong_clock_stop_no_new_ones(
    project: Project, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cadangan"
    with monkeypatch.context() as jumping:
        clock(jumping, timedelta(days=3_650))
        projects.back_up(project, folder)
    project.close()
    again = projects.open_project(path, folder)
    codebook.add_code(again, "Sekarang")
    again.close()
    assert len(projects.list_backups(folder)) == 2
    now = datetime.now(UTC)
    assert [backup.at > now for backup in projects.list_backups(folder)] == [True, False]


def test_the_lock_does_not_age(
    project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a night of sleep: the clock is far ahead, and the other program is still there."""
    old = datetime.now().timestamp() - 10_000_000
    os.utime(project_file.lock_path(path), (old, old))
    clock(monkeypatch, timedelta(days=30))
    error = refused(lambda: opened(path))
    assert isinstance(error, ProjectLocked)
    codebook.add_code(project, "Bangun")
    assert project.checkpoint()
    assert names(project) == ["Citra", "Bangun"]


# --- a second program ---


def test_what_another_program_writes_past_the_lock_is_waited_for_and_told(
    project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    project.raw.execute("PRAGMA busy_timeout=50")
    assert refused(lambda: codebook.add_code(project, "Tertunda")).key == "busy"
    other.execute("ROLLBACK")
    other.close()
    codebook.add_code(project, "Sekarang")
    assert names(project) == ["Citra", "Sekarang"]
