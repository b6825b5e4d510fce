"""What is stored packed can be damaged where SQLite does not look: that is said, not a bug."""

from __future__ import annotations

from pathlib import Path

import pytest

from makna import bootstrap
from makna.cli.main import run
from makna.services import codebook, importing

DAMAGE = {
    "history": "UPDATE history SET operations = x'789c00'",
    "looks": "UPDATE source_layout SET blocks = x'789c00'",
}


@pytest.fixture
def path(tmp_path: Path, makna_home: Path) -> Path:
    project = bootstrap.create_project(tmp_path / "Rusak.makna")
    importing.import_text(project, "Sari", "P: Kapan?\nI: Pagi.\nP: Siapa?\nI: Admin.")
    codebook.add_code(project, "Citra")
    project.close()
    return tmp_path / "Rusak.makna"


def damage(path: Path, what: str) -> None:
    project = bootstrap.open_project(path)
    with project.writing():
        project.raw.execute(DAMAGE[what])
    project.close()


@pytest.mark.parametrize(
    ("what", "command"),
    [
        ("history", ["undo"]),
        ("looks", ["export", "transcripts", "hasil.docx"]),
    ],
)
def test_a_command_that_meets_damage_says_so(
    path: Path, what: str, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    damage(path, what)
    verb, *rest = command
    rest = [str(path.parent / word) if "." in word else word for word in rest]
    assert run([verb, str(path), *rest]) == 2
    assert "Rusak.makna" in capsys.readouterr().err
