"""What is unfinished goes: at the end, after an error, and after a crash at the next start."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from makna import bootstrap, paths, scratch_files
from makna.domain.identity import Identity
from makna.services import projects

pytestmark = pytest.mark.usefixtures("makna_home")

CRASHING = """
import os, sys
from pathlib import Path
from makna import scratch_files
folder = Path(sys.argv[1])
private = scratch_files.PrivateFolder()
(private.path / "copy.makna").write_text("rahasia")
with scratch_files.unfinished(folder / "laporan.docx.part") as part:
    with scratch_files.scratch_beside(folder / "laporan.xlsx") as scratch:
        part.write_text("setengah")
        (scratch / "baris").write_text("setengah")
        if sys.argv[2] == "wait":
            print("here", flush=True)
            sys.stdin.readline()
        os._exit(9)
"""


def notes() -> list[Path]:
    return list((paths.data_dir() / "unfinished").iterdir())


def test_nothing_is_left_after_the_block(tmp_path: Path) -> None:
    with scratch_files.unfinished(tmp_path / "a.part") as part:
        part.write_text("x")
    with pytest.raises(OSError), scratch_files.scratch_beside(tmp_path / "b.xlsx") as scratch:
        (scratch / "c").write_text("x")
        raise OSError
    assert list(tmp_path.glob("[a-z.]*.*part")) == []
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".makna-")]
    assert notes() == []


def test_what_has_got_its_name_stays(tmp_path: Path) -> None:
    with scratch_files.unfinished(tmp_path / "a.docx.part") as part:
        part.write_text("x")
        part.replace(tmp_path / "a.docx")
    assert (tmp_path / "a.docx").read_text() == "x"


def test_after_a_crash_the_next_opening_sweeps(tmp_path: Path) -> None:
    code = subprocess.call([sys.executable, "-c", CRASHING, str(tmp_path), "crash"])
    assert code == 9
    assert (tmp_path / "laporan.docx.part").exists()
    path = tmp_path / "P.makna"
    projects.create_project(path, "P", "id", Identity("g", "Sari")).close()
    bootstrap.open_project(path).close()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["P.makna", "home"]
    assert not list(paths.data_dir().glob(".makna-*"))
    assert notes() == []


BEGINNING = """
import os, sys
from pathlib import Path
from makna.domain.identity import Identity
from makna.services import projects
from makna.storage.overview import Overview
Overview.create = lambda *given, **named: os._exit(9)
projects.create_project(Path(sys.argv[1]), "P", "id", Identity("g", "Sari"))
"""


def test_a_project_half_made_is_in_nobodys_way(tmp_path: Path) -> None:
    path = tmp_path / "P.makna"
    assert subprocess.call([sys.executable, "-c", BEGINNING, str(path)]) == 9
    assert not path.exists()
    projects.create_project(path, "P", "id", Identity("g", "Sari")).close()
    scratch_files.sweep()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["P.makna", "home"]


WRITING = """
import os, sys
from pathlib import Path
Path.replace = lambda *given: os._exit(9)
from makna import paths
from makna.services import settings, templates
if sys.argv[1] == "settings":
    settings.save_settings(paths.config_dir(), settings.Settings(asking=("Ibu Rahasia",)))
else:
    templates._save(paths.config_dir(), {"x": "Ibu Rahasia"})
"""


@pytest.mark.parametrize("what", ["settings", "templates"])
def test_settings_half_written_are_swept(what: str) -> None:
    assert subprocess.call([sys.executable, "-c", WRITING, what]) == 9
    assert [p for p in paths.config_dir().iterdir() if "Rahasia" in p.read_text()]
    scratch_files.sweep()
    assert list(paths.config_dir().iterdir()) == []


def test_what_a_living_program_is_at_is_left_alone(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", CRASHING, str(tmp_path), "wait"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
        assert scratch_files.sweep() == []
        assert (tmp_path / "laporan.docx.part").exists()
        process.communicate("\n")
    assert len(scratch_files.sweep()) == 3


def test_a_note_can_name_nothing_of_the_users(tmp_path: Path) -> None:
    mine = tmp_path / "Skripsi.makna"
    mine.write_text("kerja")
    folder = paths.data_dir() / "unfinished"
    folder.mkdir()
    (folder / "x.txt").write_text(str(mine))
    assert scratch_files.sweep() == []
    assert mine.exists()
    with pytest.raises(ValueError, match="Skripsi"), scratch_files.unfinished(mine):
        pass


def test_without_a_place_for_notes_work_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "berkas").write_text("")
    monkeypatch.setenv("MAKNA_HOME", str(tmp_path / "berkas"))
    with scratch_files.unfinished(tmp_path / "a.part") as part:
        part.write_text("x")
    assert not part.exists()
    assert scratch_files.sweep() == []


def test_only_one_module_makes_temporary_files() -> None:
    """All others ask it, so that nothing of an interview lies in a place that nobody sweeps."""
    app = Path(scratch_files.__file__).parent
    asking = [
        path.relative_to(app).as_posix()
        for path in app.rglob("*.py")
        if re.search(r"\btempfile\b|mkstemp|mkdtemp", path.read_text("utf-8"))
    ]
    assert asking == []


def test_an_older_project_is_read_as_a_private_copy(tmp_path: Path) -> None:
    old = Path(__file__).parents[1] / "old_projects" / "0001.makna"
    path = tmp_path / "Lama.makna"
    path.write_bytes(old.read_bytes())
    reading = bootstrap.open_project(path, read_only=True)
    assert (reading.overview.info().codings, projects.check_project(reading)) == (4, [])
    assert reading.path == path
    (private,) = paths.data_dir().glob(".makna-*")
    assert private.stat().st_mode & 0o077 == 0 or sys.platform == "win32"
    reading.close()
    assert not private.exists()
    assert path.read_bytes() == old.read_bytes()
    assert [p.name for p in tmp_path.glob("*Lama*")] == ["Lama.makna"]
