"""A history that a stranger wrote: undo refuses it, runs none of it, and changes nothing."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from makna.domain.errors import UserError
from makna.domain.identity import Identity
from makna.services import codebook, coding, correcting, history, importing, projects
from makna.storage import packing
from makna.storage.connection import world_errors
from makna.storage.journal import Line, pack
from makna.storage.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = projects.create_project(tmp_path / "P.makna", "P", "id", Identity("g", "Sari"))
    source = importing.import_text(made, "I1", "Humas itu penting.\n" * 20).value
    coding.apply_new_code(made, source.id, 0, 5, "Citra")
    correcting.edit_text(made, source.id, 0, 5, "PR")
    yield made
    made.close()


def rewritten(project: Project, operations: bytes) -> None:
    with project.writing():
        latest = "(SELECT max(id) FROM history)"
        project.raw.execute(f"UPDATE history SET operations = ? WHERE id = {latest}", (operations,))


def splice_into(project: Project, table: str) -> bytes:
    (line,) = project.history.lines(project.history.entries(1)[0].id)
    record = json.loads(line.after)
    record["moves"] = [[table, 1, 0, 5, 0, 2]]
    return pack([Line(line.table, line.operation, line.key, None, "", json.dumps(record))])


ROWS = {
    "no pack": b"\xff\x00 bukan zlib",
    "no lines": zlib.compress(b"satu\tdua"),
    "no text": zlib.compress(b"\xff\xfe\tI\t1\t\t\t{}"),
    "no number": zlib.compress(b"code\tI\tx\t\t\t{}"),
    "no table of ours": pack([Line("sqlite_master", "I", 1, None, "", "{}")]),
    "a table with a tail": pack([Line('code" WHERE 1; --', "D", 1, None, "{}", "")]),
    "no operation": pack([Line("code", "X", 1, None, "", "{}")]),
    "no image": pack([Line("code", "D", 1, None, "{}", "bukan json")]),
    "a row that is there": pack([Line("code", "D", 1, None, '{"id": 1}', "")]),
    "no splice": pack([Line("splice", "U", 1, None, "", "[1, 2]")]),
    "a bomb": zlib.compress(b"code\tD\t1\t\t{}\t" + b" " * 3_000_000, 9),
}


@pytest.mark.parametrize("name", ROWS)
def test_what_no_program_of_ours_wrote_is_not_undone(
    project: Project, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packing, "MOST", 1_000_000)
    rewritten(project, ROWS[name])
    before = list(project.raw.iterdump())
    with pytest.raises(UserError) as caught, world_errors(project.path):
        history.undo(project)
    assert caught.value.key in ("history_mismatch", "damaged")
    assert list(project.raw.iterdump()) == before
    codebook.add_code(project, "Lanjut")
    assert history.undo(project).value


@pytest.mark.parametrize(
    "table", ["view_state SET key = 'x' --", "source SET name = 'x', memo", "tiada", "coding"]
)
def test_a_correction_moves_nothing_but_passages_and_turns(project: Project, table: str) -> None:
    rewritten(project, splice_into(project, table))
    before = list(project.raw.iterdump())
    with pytest.raises(UserError) as caught:
        history.undo(project)
    assert caught.value.key == "history_mismatch"
    assert list(project.raw.iterdump()) == before


def test_an_undo_that_would_break_a_reference_is_refused(project: Project) -> None:
    source = project.sources.all()[0]
    code = codebook.add_code(project, "Peran").value
    coding.apply_code(project, source.id, 6, 9, code)
    coding.uncode(project, source.id, 6, 9, code)
    project.raw.execute("PRAGMA foreign_keys=OFF")
    with project.writing():
        project.raw.execute("DELETE FROM code WHERE id = ?", (code,))
        project.forget_journal()
    project.raw.execute("PRAGMA foreign_keys=ON")
    with pytest.raises(UserError) as caught:
        history.undo(project)
    assert caught.value.key == "history_mismatch"
    assert projects.check_project(project) == []
