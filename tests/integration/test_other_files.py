"""What bears the name of a project and is none: told as what it is, with the way back."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from makna import bootstrap
from makna.cli.main import run
from makna.domain.errors import BadFile, DamagedProject, UserError
from makna.domain.identity import Identity
from makna.domain.wording import LANGUAGES
from makna.services import codebook, coding, importing, projects, repairing

PAGE = 4096


def a_document(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")


def an_archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Skripsi.makna", "x")


def an_archive_of_the_future(path: Path) -> None:
    an_archive(path)
    data = bytearray(path.read_bytes())
    data[data.rfind(b"PK\1\2") + 6] = 99  # the version of the format that it needs
    path.write_bytes(data)


def a_database(path: Path) -> None:
    path.unlink()
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE a (b)")
    raw.close()


def overwritten(count: int, with_what: bytes = b"\0") -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with path.open("r+b") as file:
            file.write(with_what * count)

    return change


OTHERS: dict[str, Callable[[Path], object]] = {
    "empty_file": lambda path: path.write_bytes(b""),
    "zeros_file": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "lost_start": overwritten(100),
    "lost_start ": overwritten(PAGE),
    "lost_start  ": overwritten(PAGE, b"\xff"),
    "document_file": a_document,
    "archive_file": an_archive,
    "archive_file ": an_archive_of_the_future,
    "pdf_file": lambda path: path.write_bytes(b"%PDF-1.7\n%"),
    "web_page_file": lambda path: path.write_bytes(b"\xef\xbb\xbf\n<!DOCTYPE html><html><p>Masuk"),
    "other_database": a_database,
    "not_a_project": lambda path: path.write_bytes(b"catatan" * 900),
}


@pytest.fixture
def path(tmp_path: Path, makna_home: Path) -> Path:
    """A project called otherwise than its file, closed, with a backup of what it was."""
    path = tmp_path / "tesis final.makna"
    project = projects.create_project(path, "Humas & warga", "id", Identity("g", "Sari"))
    project.raw.execute("PRAGMA synchronous=OFF")
    for number in range(12):
        source = importing.import_text(project, f"T{number}", f"Humas {number} penting.\n" * 400)
        coding.apply_new_code(project, source.value.id, 0, 5, f"K{number}")
    projects.back_up(project, bootstrap.backup_folder())
    codebook.add_code(project, "Sesudahnya")
    project.close()
    return path


@pytest.mark.parametrize("key", OTHERS)
def test_it_is_told_what_the_file_is_and_which_backup_there_is(
    path: Path, capsys: pytest.CaptureFixture[str], key: str
) -> None:
    OTHERS[key](path)
    left = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(BadFile) as caught:
            bootstrap.open_project(path, read_only=read_only)
        assert caught.value.key == key.strip()
    (backup,) = projects.list_backups(bootstrap.backup_folder())
    for command in ("info", "check"):
        assert run([command, str(path)]) == 2
        said = "".join(capsys.readouterr())
        assert caught.value.sentences()[0] in said
        assert "12 sources and 12 codings" in said
        assert str(backup.path) in said
    assert path.read_bytes() == left
    assert sorted(p.name for p in path.parent.glob("*tesis*")) == ["tesis final.makna"]


def test_without_a_backup_the_next_step_is_another_one(tmp_path: Path, makna_home: Path) -> None:
    path = tmp_path / "tesis.makna"
    path.write_bytes(b"")
    error = projects.way_on(path, bootstrap.backup_folder(), BadFile("empty_file", name=path.name))
    assert error.key == "empty_file"
    for language in LANGUAGES:
        assert all(error.sentences(language))


@pytest.mark.parametrize(
    "name",
    [
        "tesis final (konflik).makna",
        "tesis final (Sari's conflicted copy 2026-01-02).makna",
        "tesis final-LAPTOP-7.makna",
        "tesis final.sync-conflict-20260102-101010-ABCDEFG.makna",
        "Humas & warga (1).makna",
        "Humas _ warga.makna",
    ],
)
def test_the_backup_is_found_under_the_names_that_cloud_clients_make(path: Path, name: str) -> None:
    conflict = path.with_name(name)
    conflict.write_bytes(b"")
    found = projects.rescue(conflict, bootstrap.backup_folder())
    assert found is not None
    assert found.holdings.sources == 12


@pytest.mark.parametrize("name", ["tesis finalis.makna", "Skripsi.makna", "tesis.makna"])
def test_a_backup_of_something_else_is_not_offered(path: Path, name: str) -> None:
    other = path.with_name(name)
    other.write_bytes(b"")
    assert projects.rescue(other, bootstrap.backup_folder()) is None


def test_a_conflict_copy_that_is_whole_is_a_project(path: Path) -> None:
    conflict = path.with_name("tesis final (konflik).makna")
    conflict.write_bytes(path.read_bytes())
    opened = bootstrap.open_project(conflict)
    assert len(opened.codes.tree()) == 13
    opened.close()


def test_the_log_beside_an_emptied_file_is_not_thrown_away(path: Path) -> None:
    log = path.with_name(path.name + "-wal")
    log.write_bytes(b"x" * 9_000)
    path.write_bytes(b"")
    for read_only in (False, True):
        with pytest.raises(UserError):
            bootstrap.open_project(path, read_only=read_only)
    run(["check", str(path)])
    projects.rescue(path, bootstrap.backup_folder())
    assert log.read_bytes() == b"x" * 9_000


@pytest.mark.parametrize("lost", [16, 100, PAGE])
def test_a_project_that_lost_its_beginning_is_saved_into_a_new_file(path: Path, lost: int) -> None:
    overwritten(lost)(path)
    damaged = path.read_bytes()
    done = repairing.repair_file(
        path, bootstrap.backup_folder(), lambda: bootstrap.open_project(path)
    )
    assert done.salvaged is not None
    assert path.read_bytes() == damaged
    saved = bootstrap.open_project(done.salvaged)
    info = saved.overview.info()
    assert (info.name, info.sources, info.codes, info.codings) == ("Humas & warga", 12, 13, 12)
    assert saved.texts.text(saved.sources.all()[5].id) == "Humas 5 penting.\n" * 400
    assert projects.check_project(saved) == []
    saved.close()


@pytest.mark.parametrize("statement", [
    "CREATE TRIGGER t AFTER INSERT ON coding BEGIN DELETE FROM source; END",
    "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n",
    "CREATE VIRTUAL TABLE f USING fts5(a)",
    "CREATE VIRTUAL TABLE f USING fts5(a); PRAGMA writable_schema=ON; UPDATE sqlite_master"
    " SET sql = replace(sql, 'CREATE VIRTUAL', 'CREATE/**/VIRTUAL') WHERE name = 'f'",
    "DROP TABLE memo_link; CREATE VIEW memo_link (id, memo_id, target_type, target_id) AS"
    " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i, i, i, i FROM n",
])  # fmt: skip
def test_what_a_stranger_put_into_the_file_is_not_run(
    path: Path, capsys: pytest.CaptureFixture[str], statement: str
) -> None:
    raw = sqlite3.connect(path)
    raw.executescript(statement)
    raw.close()
    for read_only in (False, True):
        with pytest.raises(DamagedProject) as caught:
            bootstrap.open_project(path, read_only=read_only)
        assert caught.value.key == "foreign_parts"
    assert run(["check", str(path)]) == 2
    assert "Makna did not make" in "".join(capsys.readouterr())
    assert run(["check", str(path), "--repair"]) == 0
    saved = bootstrap.open_project(path.with_name("tesis final (saved).makna"))
    coding.apply_new_code(saved, saved.sources.all()[0].id, 6, 9, "Baru")
    assert saved.overview.info().sources == 12
    saved.close()
