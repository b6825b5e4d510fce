"""kill -9 at any moment: what was acknowledged is there, and the project is sound."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from makna.domain.identity import Identity
from makna.services import projects

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def killing() -> ModuleType:
    """The module `killing.py` beside this file."""
    spec = importlib.util.spec_from_file_location("makna_test_killing", HERE / "killing.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.torture
@pytest.mark.usefixtures("makna_home")
def test_a_killed_program_loses_nothing_it_had_acknowledged(
    tmp_path: Path, kills: int, actions: ModuleType, killing: ModuleType
) -> None:
    tally = killing.kill_often(tmp_path, kills, seed=kills, actions=actions)
    assert sum(tally.killed.values()) == kills
    assert tally.acknowledged > kills


@pytest.mark.torture
def test_a_kill_while_a_long_import_is_stored_leaves_all_of_it_or_none(tmp_path: Path) -> None:
    words = "P: Apa kabar?\nN: Baik.\n" * 20_000
    (tmp_path / "panjang.txt").write_text(words, "utf-8")
    path = tmp_path / "Kerja.makna"
    projects.create_project(path, "K", "id", Identity("g", "Sari")).close()
    for after_s in (0.0, 0.05, 0.1, 0.2, 0.3):
        with subprocess.Popen(
            [sys.executable, "-c", IMPORTING, str(path), str(tmp_path)],
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "begin\n"
            time.sleep(after_s)
            process.kill()
        project = projects.open_project(path, tmp_path / "b")
        assert projects.check_project(project) == []
        assert {source.characters for source in project.sources.all()} <= {len(words)}
        project.close()


IMPORTING = """
import sys
from pathlib import Path
from makna.formats import ReadOptions
from makna.services import importing, projects
project = projects.open_project(Path(sys.argv[1]), Path(sys.argv[2]) / "b")
importing.read_one(b"kata", "a.txt", ReadOptions())
print("begin", flush=True)
options = importing.ImportOptions(again=True)
while True:
    importing.import_files(project, [Path(sys.argv[2]) / "panjang.txt"], options=options)
"""


HALF_MADE = """
import sys
from pathlib import Path
from makna.domain.changes import Outcome
from makna.domain.wording import Message
from makna.services import projects
from makna.services.codebook import add_code
from makna.storage.beside import written_beside

def step(twin):
    with twin.transact(Message.of("step.add_code", code="x")):
        for number in range(50):
            add_code(twin, f"kode {number}")
        print("begin", flush=True)
        sys.stdin.read()
    return Outcome(None)

project = projects.open_project(Path(sys.argv[1]), Path(sys.argv[2]))
project.lend()
written_beside(project, step, lambda written: True)
"""


def test_a_kill_in_the_middle_of_a_large_step_leaves_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "Kerja.makna"
    projects.create_project(path, "K", "id", Identity("g", "Sari")).close()
    with subprocess.Popen(
        [sys.executable, "-c", HALF_MADE, str(path), str(tmp_path / "b")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begin\n"
        process.kill()
    project = projects.open_project(path, tmp_path / "b")
    assert projects.check_project(project) == []
    assert not project.codes.tree(counted=False).ordered
    assert project.history.entries() == []
    project.close()
