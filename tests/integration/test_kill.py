"""kill -9 at any moment: what was acknowledged is there, and the project is sound."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from makna.services import history, projects
from makna.storage.project import Project

HERE = Path(__file__).parent
SIGKILL = getattr(signal, "SIGKILL", signal.SIGTERM)
"""Windows has no signals: there every kill is as hard."""
LONGEST_S = 0.3
"""A worker is killed at a random moment up to so long after its first action."""


class Workers:
    """Sets one worker after the other to work, and kills each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._errors = (folder / "errors.txt").open("w+", encoding="utf-8")
        self._process: subprocess.Popen[str] | None = None

    def worked_until_killed(self, path: Path, seed: int, after_s: float) -> list[str]:
        """What the worker had acknowledged when it was killed."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{path}\t{self._folder}\t{seed}\n")
        process.stdin.flush()
        worker, first = int(process.stdout.readline()), process.stdout.readline()
        assert first not in ("end\n", ""), self._said()
        killer = threading.Timer(after_s, os.kill, (worker, SIGKILL))
        killer.start()
        acknowledged = [first]
        while (line := process.stdout.readline()) not in ("end\n", ""):
            acknowledged.append(line)
        killer.join()
        assert not self._said(), self._said()
        return [line for line in acknowledged if line.endswith("\n")]

    def _said(self) -> str:
        self._errors.seek(0)
        return self._errors.read()

    def close(self) -> None:
        if self._process is not None:
            self._process.communicate()
        self._errors.close()

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, str(HERE / "worker.py")],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                text=True,
            )
        return self._process


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[Workers]:
    made = Workers(tmp_path)
    yield made
    made.close()


def steps(project: Project) -> tuple[int, int]:
    """The latest step, and how many are in force."""
    found = project.raw.execute("SELECT max(id), sum(state = 'done') FROM history").fetchone()
    return found[0] or 0, found[1] or 0


def check(path: Path, folder: Path, last: str, actions: ModuleType) -> None:
    """Open what the kill left behind."""
    project = projects.open_project(path, folder / "backups")
    try:
        assert projects.check_project(project) == []
        assert actions.broken_rules(project) == []
        latest, in_force = steps(project)
        said_latest, said_in_force = (int(number) for number in last.split())
        assert said_latest <= latest <= said_latest + 1
        if latest == said_latest:
            assert abs(in_force - said_in_force) <= 1
    finally:
        project.close()
    assert not list(path.parent.glob(f"{path.name}-*"))


@pytest.mark.torture
def test_a_killed_program_loses_nothing_it_had_acknowledged(
    tmp_path: Path, kills: int, actions: ModuleType, workers: Workers
) -> None:
    chance = random.Random(kills)
    for number in range(kills):
        if number % 15 == 0:
            # A fresh project now and then: a large one would make each worker slow.
            path = tmp_path / f"Kerja {number}.makna"
            projects.create_project(path, "Kerja", "id", actions.PEOPLE[0]).close()
        after_s = chance.random() * LONGEST_S
        acknowledged = workers.worked_until_killed(path, number, after_s)
        check(path, tmp_path, acknowledged[-1], actions)
    undo_everything(path, tmp_path, actions)


def undo_everything(path: Path, folder: Path, actions: ModuleType) -> None:
    """After all those kills the whole way back and forth is still there."""
    project = projects.open_project(path, folder / "backups")
    end, done = actions.contents(project), steps(project)[1]
    assert len(history.undo(project, done + 1).value) == done
    assert not project.sources.all()
    history.redo(project, done)
    assert actions.contents(project) == end
    project.close()


@pytest.mark.torture
def test_a_kill_while_a_long_import_is_stored_leaves_all_of_it_or_none(tmp_path: Path) -> None:
    words = "P: Apa kabar?\nN: Baik.\n" * 20_000
    (tmp_path / "panjang.txt").write_text(words, "utf-8")
    path = tmp_path / "Kerja.makna"
    projects.create_project(path, "K", "id", projects.Identity("g", "Sari")).close()
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
from makna.services import importing, projects
project = projects.open_project(Path(sys.argv[1]), Path(sys.argv[2]) / "b")
importing.read_one(b"kata", "a.txt", "")
print("begin", flush=True)
options = importing.ImportOptions(again=True)
while True:
    importing.import_files(project, [Path(sys.argv[2]) / "panjang.txt"], options=options)
"""
