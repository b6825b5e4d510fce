"""Values of a kind that no program of ours writes, in any column: damage, and never a bug."""

from __future__ import annotations

import io
import shutil
import sqlite3
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from makna import bootstrap
from makna.cli.main import run
from makna.services import cases, coding, correcting, importing, memos, projects
from makna.services.logbook import last_errors
from makna.services.searching import Searcher
from makna.storage.tables import Base

TABLES = [table for table in Base.metadata.sorted_tables if table.name != "view_state"]
STRANGE = {"bytes": b"\xff\x00bad", "words": "x'\";--\u2028../../etc", "number": -7}
COMMANDS = ("info", "sources", "codes", "memos", "cases", "retrieve", "history", "check", "undo")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("asing") / "P.makna"
    project = bootstrap.create_project(path)
    source = importing.import_text(project, "I1", "P: Apa?\nN: Humas itu penting.\n" * 9).value
    coding.apply_new_code(project, source.id, 8, 20, "Peran")
    memos.write_memo(project, "Kesan", "isi")
    case = cases.add_case(project, "Ibu Rina").value
    cases.set_value(project, case, "usia", "41")
    cases.link_sources(project, case, [source.id])
    correcting.edit_text(project, source.id, 0, 1, "Q")
    Searcher(project).bring_up_to_date()
    project.close()
    return path


def said(*arguments: object) -> tuple[int, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([str(argument) for argument in arguments])
    return code, out.getvalue() + err.getvalue()


@pytest.mark.parametrize("kind", STRANGE)
@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_no_command_takes_it_for_a_bug(
    prepared: Path, tmp_path: Path, makna_home: Path, table: str, kind: str
) -> None:
    path = Path(shutil.copy(prepared, tmp_path / "P.makna"))
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA foreign_keys=OFF")
    names = [column.name for column in Base.metadata.tables[table].columns]
    for name in set(names) - {"id", "source_id", "sha256", "guid"}:
        raw.execute(f'UPDATE OR IGNORE "{table}" SET "{name}" = ?', (STRANGE[kind],))
    raw.commit()
    raw.close()
    for command in COMMANDS:
        code, words = said(command, path)
        assert code in (0, 2), (command, words)
    assert last_errors() == []


def test_the_check_names_the_place_and_a_repair_saves_the_rest(
    prepared: Path, tmp_path: Path, makna_home: Path
) -> None:
    path = Path(shutil.copy(prepared, tmp_path / "P.makna"))
    raw = sqlite3.connect(path)
    raw.execute("UPDATE code SET name = x'ff00', position = 'atas'")
    raw.execute("UPDATE source SET kind = 'wawancara'")
    raw.execute("UPDATE history SET label = 'bukan json', operations = 'x'")
    raw.commit()
    raw.close()
    code, words = said("check", path)
    assert code == 2
    assert "of code holds in name" in words
    code, words = said("check", path, "--repair")
    assert code == 0, words
    saved = bootstrap.open_project(path.with_name("P (saved).makna"))
    assert projects.check_project(saved) == []
    assert [source.name for source in saved.sources.all()] == ["I1"]
    assert saved.overview.info().codings == 1
    assert said("history", saved.path)[0] == 0
    saved.close()
