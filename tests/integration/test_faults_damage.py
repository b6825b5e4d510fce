"""A damaged file: told as what it is, the newest good backup offered, mended where it can be."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from makna import bootstrap
from makna.cli.main import run
from makna.domain.errors import BadFile, DamagedProject, UserError
from makna.domain.identity import Identity
from makna.services import codebook, coding, history, importing, memos, projects, repairing
from makna.services.searching import Searcher
from makna.storage.connection import world_errors
from makna.storage.project import Project

PAGE = 4096


@pytest.fixture
def path(tmp_path: Path, makna_home: Path) -> Path:
    """A project of some hundred pages, closed, with a backup that lacks its last two steps."""
    path = tmp_path / "Skripsi.makna"
    project = projects.create_project(path, "Skripsi", "id", Identity("g", "Sari"))
    for number in range(20):
        source = importing.import_text(project, f"T{number}", f"Humas {number} penting.\n" * 400)
        coding.apply_new_code(project, source.value.id, 0, 5, f"K{number}")
    Searcher(project).bring_up_to_date()
    projects.back_up(project, bootstrap.backup_folder())
    for number in range(2):
        codebook.add_code(project, f"Sesudahnya {number}")
    project.close()
    return path


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    opened = bootstrap.open_project(path)
    yield opened
    opened.close()


def pages_of(path: Path, name: str) -> list[int]:
    """The root page of a table or index, and the pages below it as far as its cells name them."""
    raw = sqlite3.connect(path)
    (root,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    raw.close()
    data = path.read_bytes()
    page = data[(root - 1) * PAGE : root * PAGE]
    if page[0] not in (2, 5):
        return [root]
    cells = int.from_bytes(page[3:5], "big")
    starts = [int.from_bytes(page[12 + 2 * n : 14 + 2 * n], "big") for n in range(cells)]
    return [root, *(int.from_bytes(page[at : at + 4], "big") for at in starts)]


def spoil(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(b"\xff" * PAGE)


def keys(found: list[Any]) -> set[str]:
    return {problem.key for problem in found}


def test_a_read_that_meets_a_damaged_page_is_told_as_damage(path: Path) -> None:
    spoil(path, pages_of(path, "source_text")[-1])
    project = bootstrap.open_project(path)
    with pytest.raises(DamagedProject), world_errors(path):
        for source in project.sources.all():
            project.texts.text(source.id)
    assert keys(projects.check_project(project)) == {"check.sqlite"}
    project.close()


def test_a_missing_table_is_damage_and_no_bug(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = sqlite3.connect(path)
    raw.execute("DROP TABLE memo_link")
    raw.commit()
    raw.close()
    for read_only in (False, True):
        with pytest.raises(DamagedProject):
            bootstrap.open_project(path, read_only=read_only)
    assert run(["sources", str(path)]) == 2
    assert "newest good backup" in capsys.readouterr().err


def test_the_offer_names_the_newest_good_backup_and_what_it_lacks(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = bootstrap.backup_folder()
    (good,) = projects.list_backups(folder)
    broken = folder / good.path.name.replace(good.path.name[-21:-6], "29991231-000000")
    broken.write_bytes(good.path.read_bytes()[: 10 * PAGE])
    spoil(path, pages_of(path, "source")[-1])
    assert run(["sources", str(path)]) == 2
    said = capsys.readouterr().err
    assert "20 sources and 20 codings" in said
    assert "lacks 2 later steps" in said
    assert str(good.path) in said
    found = projects.rescue(path, folder)
    assert found is not None
    restored = projects.restore(found.backup.path, path.with_name("Kembali.makna"))
    again = bootstrap.open_project(restored)
    assert len(again.codes.tree()) == 20
    again.close()


def test_with_the_first_page_gone_the_backup_is_found_by_its_name(path: Path) -> None:
    spoil(path, 1)
    with pytest.raises(BadFile):
        bootstrap.open_project(path)
    found = projects.rescue(path, bootstrap.backup_folder())
    assert found is not None
    assert (found.holdings.sources, found.missing) == (20, None)


def test_a_backup_of_a_damaged_project_is_no_backup(path: Path) -> None:
    spoil(path, pages_of(path, "source_text")[-1])
    before = projects.list_backups(bootstrap.backup_folder())
    project = bootstrap.open_project(path)
    with pytest.raises(UserError) as caught:
        projects.back_up(project, bootstrap.backup_folder())
    assert caught.value.key == "damaged"
    assert projects.list_backups(bootstrap.backup_folder()) == before
    project.close()


def test_an_index_that_lacks_a_row_is_made_anew(path: Path) -> None:
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA writable_schema=ON")
    name = "name = 'ix_coding_code_id'"
    row = raw.execute(f"SELECT * FROM sqlite_master WHERE {name}").fetchone()
    raw.execute(f"DELETE FROM sqlite_master WHERE {name}")
    raw.close()
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("DELETE FROM coding WHERE id = 3")
    raw.execute("PRAGMA writable_schema=ON")
    raw.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)
    raw.close()
    assert run(["check", str(path)]) == 2
    assert run(["check", str(path), "--repair"]) == 0
    assert run(["check", str(path)]) == 0


def test_with_an_index_unreadable_every_row_is_saved_into_a_new_file(path: Path) -> None:
    spoil(path, pages_of(path, "ix_coding_code_id")[-1])
    done = repairing.repair_file(
        path, bootstrap.backup_folder(), lambda: bootstrap.open_project(path)
    )
    assert done.salvaged is not None
    assert (done.repaired, done.left) == ((), ())
    saved = bootstrap.open_project(done.salvaged)
    info = saved.overview.info()
    assert (info.sources, info.codes, info.codings) == (20, 22, 20)
    saved.close()


def test_a_damaged_search_index_is_thrown_away_and_made_anew(project: Project) -> None:
    with project.writing():
        project.raw.execute("UPDATE search_blob SET data = zeroblob(40)")
    searcher = Searcher(project)
    assert searcher.search("humas"), "until it is made anew, texts are scanned"
    assert projects.check_project(project) == []
    assert searcher.bring_up_to_date() == 20
    assert searcher.pending() == []


def test_what_can_be_read_is_saved_into_a_new_file(path: Path) -> None:
    spoil(path, pages_of(path, "source_text")[1])
    damaged = path.read_bytes()
    done = repairing.repair_file(
        path, bootstrap.backup_folder(), lambda: bootstrap.open_project(path)
    )
    assert done.salvaged is not None
    assert path.read_bytes() == damaged
    saved = bootstrap.open_project(done.salvaged)
    assert projects.check_project(saved) == []
    info = saved.overview.info()
    assert (info.sources, info.codings, info.codes) == (20, info.codings, 22)
    texts = [saved.texts.text(source.id) for source in saved.sources.all()]
    assert 0 < sum(bool(text) for text in texts) < 20
    assert info.codings == sum(bool(text) for text in texts)
    assert history.trail(saved)[-1].state == "sealed"
    saved.close()


def test_nothing_is_made_up_where_nothing_can_be_read(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:PAGE] + b"\xff" * (len(data) - PAGE))
    with pytest.raises(UserError) as caught:
        repairing.repair_file(path, tmp_path / "b", lambda: bootstrap.open_project(path))
    assert caught.value.key == "nothing_salvaged"
    assert [p.name for p in tmp_path.iterdir() if "saved" in p.name] == []


DAMAGES: dict[str, tuple[str, ...]] = {
    "repaired.clamped": ('UPDATE passage SET "end" = 99999 WHERE id = 1',),
    "repaired.outside": ('UPDATE passage SET start = 99990, "end" = 99999 WHERE id = 1',),
    "repaired.turn": (
        "INSERT INTO speaker (guid, source_id, name, interviewer) VALUES ('s', 1, 'N', 0)",
        'INSERT INTO turn (source_id, speaker_id, start, "end") VALUES (1, 1, 5, 99999)',
    ),
    "repaired.merged": (
        "INSERT INTO passage SELECT 77, 'twin', source_id, start, \"end\", 1, 'm', '', '', '',"
        " page, x1, y1, x2, y2 FROM passage WHERE id = 1",
    ),
    "repaired.coding": (
        "INSERT INTO coding SELECT 77, 'twin', passage_id, code_id, coder_id, 'm', '' FROM coding"
        " WHERE id = 1",
    ),
    "repaired.bare": ("DELETE FROM coding WHERE id = 1",),
    "repaired.dangling": ("UPDATE coding SET code_id = 999 WHERE id = 1",),
    "repaired.unlinked": ("UPDATE code SET parent_id = 999 WHERE id = 1",),
    "repaired.link": (
        "INSERT INTO memo_link (memo_id, target_type, target_id) VALUES (1, 'case', 999)",
    ),
    "repaired.text": ("DELETE FROM source_text WHERE source_id = 1",),
    "repaired.layout": ("UPDATE source_layout SET blocks = x'00' WHERE source_id = 1",),
    "repaired.search": ("UPDATE source_text SET version = 0 WHERE source_id = 1",),
}


def damaged(project: Project, statements: tuple[str, ...]) -> None:
    memos.write_memo(project, "Catatan", "isi")
    project.raw.execute("PRAGMA foreign_keys=OFF")
    with project.writing():
        for statement in statements:
            project.raw.execute(statement)
        project.forget_journal()
    project.raw.execute("PRAGMA foreign_keys=ON")


@pytest.mark.parametrize("key", DAMAGES)
def test_a_repair_mends_what_the_check_finds(project: Project, key: str) -> None:
    damaged(project, DAMAGES[key])
    assert projects.check_project(project)
    done = repairing.repair_project(project, bootstrap.backup_folder())
    assert key in keys(list(done.repaired))
    assert done.sound
    assert projects.check_project(project) == []
    assert done.backup is not None
    assert done.backup.exists()


@pytest.mark.parametrize("key", ["repaired.clamped", "repaired.merged", "repaired.dangling"])
def test_a_repair_is_one_step_that_undo_takes_back(
    project: Project, key: str, rows: Callable[[Project], object]
) -> None:
    damaged(project, DAMAGES[key])
    before = rows(project)
    repairing.repair_project(project, bootstrap.backup_folder())
    assert history.trail(project)[0].label.text() == "Repair the project"
    if key != "repaired.dangling":
        # That the code is missing was no step: bringing the row back would break the reference.
        history.undo(project)
        assert rows(project) == before


@pytest.fixture
def rows() -> Callable[[Project], object]:
    def read(project: Project) -> object:
        tables = ("passage", "coding", "memo_link", "memo", "turn")
        return [project.raw.execute(f"SELECT * FROM {t} ORDER BY id").fetchall() for t in tables]

    return read


def test_what_was_written_on_a_lost_passage_is_kept_in_a_memo(project: Project) -> None:
    coding.write_coding_memo(project, 1, "sangat penting")  # type: ignore[arg-type]
    damaged(project, DAMAGES["repaired.outside"])
    repairing.repair_project(project, bootstrap.backup_folder())
    assert "K0\nsangat penting" in project.memos.all()[-1].body


def test_an_original_that_is_lost_is_reported_and_not_made_up(project: Project) -> None:
    row = "INSERT INTO source_file (source_id, sha256, role, name) VALUES (1, 'ff', 'x', 'a.pdf')"
    damaged(project, (row,))
    done = repairing.repair_project(project, bootstrap.backup_folder())
    assert keys(list(done.left)) == {"check.no_original"}


def test_a_sound_project_is_left_as_it_is(path: Path) -> None:
    before = path.read_bytes()
    backups = projects.list_backups(bootstrap.backup_folder())
    assert run(["check", str(path), "--repair"]) == 0
    opened = bootstrap.open_project(path)
    assert len(history.trail(opened)) == 42
    opened.close()
    assert len(path.read_bytes()) == len(before)
    assert projects.list_backups(bootstrap.backup_folder()) == backups
