"""Sets workers to work, kills each at a random moment, and looks at what is left.

Shared by the test, which does it 30 times, and by `torture.py`, which does it 5,000 times.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from makna import scratch_files
from makna.services import history, projects
from makna.storage.project import Project

HERE = Path(__file__).parent
SIGKILL = getattr(signal, "SIGKILL", signal.SIGTERM)
"""Windows has no signals: there every kill is as hard."""
LONGEST_S = 0.4
"""A worker is killed at a random moment up to so long after its first action."""
LONGER_S = {"returned": 1.6, "refresh": 2.0, "folder": 1.2, "beside": 1.2}
"""What takes longer has to be met at its end, too."""
A_PROJECT_EVERY = 15
"""A fresh project now and then: a large one would make each worker slow."""
KINDS = (
    *("work", "import", "code", "edit", "undo", "backup", "index", "export", "erase", "comment"),
    *("migrate", "returned", "refresh", "folder", "merge", "beside"),
)
AUTHORS = b"kata penulis sendiri"


def _kill(process: int) -> None:
    """At once, unless it has come to its end by itself."""
    with suppress(ProcessLookupError):
        os.kill(process, SIGKILL)


@dataclass
class Tally:
    """What happened to the workers."""

    killed: Counter[str] = field(default_factory=Counter)
    """By what they were at."""
    acknowledged: int = 0
    """Actions that were said to be done before the kill."""
    in_flight_kept: int = 0
    """Actions that were committed though nobody had heard it."""

    def add(self, other: Tally) -> None:
        self.killed += other.killed
        self.acknowledged += other.acknowledged
        self.in_flight_kept += other.in_flight_kept


class Workers:
    """Sets one worker after the other to work, and kills each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._errors = (folder / "errors.txt").open("w+", encoding="utf-8")
        self._process: subprocess.Popen[str] | None = None

    def worked_until_killed(self, path: Path, seed: int, kind: str, after_s: float) -> list[str]:
        """What the worker had said when it was killed."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{path}\t{self._folder}\t{seed}\t{kind}\n")
        process.stdin.flush()
        worker, first = int(process.stdout.readline()), process.stdout.readline()
        assert first not in ("end\n", ""), self._said()
        killer = threading.Timer(after_s, _kill, (worker,))
        killer.start()
        said = [first]
        while (line := process.stdout.readline()) not in ("end\n", ""):
            said.append(line)
        killer.join()
        assert not self._said(), self._said()
        return [line for line in said if line.endswith("\n")]

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


@contextmanager
def workers_in(folder: Path) -> Iterator[Workers]:
    made = Workers(folder)
    try:
        yield made
    finally:
        made.close()


def kill_often(
    folder: Path, kills: int, seed: int, actions: ModuleType, kinds: Sequence[str] = KINDS
) -> Tally:
    """Kill so many workers and check after each; raises AssertionError at the first loss."""
    chance, tally = random.Random(seed), Tally()
    path = folder / "none"
    with workers_in(folder) as workers:
        for number in range(kills):
            if number % A_PROJECT_EVERY == 0:
                path = folder / f"Kerja {number}.makna"
                projects.create_project(path, "Kerja", "id", actions.PEOPLE[0]).close()
            kind = kinds[number % len(kinds)]
            after_s = chance.random() * LONGER_S.get(kind, LONGEST_S)
            said = workers.worked_until_killed(path, seed * 100_000 + number, kind, after_s)
            tally.killed[_at_work_on(said)] += 1
            tally.acknowledged += sum(not line.startswith(">") for line in said)
            tally.in_flight_kept += check(path, folder, said, actions)
    undo_everything(path, folder, actions)
    return tally


def _at_work_on(said: list[str]) -> str:
    last = said[-1]
    return last[2:-1] if last.startswith(">") else "between two actions"


def check(path: Path, folder: Path, said: list[str], actions: ModuleType) -> bool:
    """Open what the kill left behind; whether the action in flight had been committed."""
    done = [line.split() for line in said if not line.startswith(">")]
    scratch_files.sweep()
    project = projects.open_project(path, folder / "backups")
    try:
        assert projects.check_project(project) == []
        assert actions.broken_rules(project) == []
        latest, in_force = steps(project)
        kept = False
        if done and done[-1][2] != "erase" and not _interrupted(said, "erase"):
            said_latest, said_in_force = int(done[-1][0]), int(done[-1][1])
            # An action takes up to four steps, most of them one.
            assert said_latest <= latest <= said_latest + 5, (said_latest, latest, said[-6:])
            kept = latest > said_latest
            if latest == said_latest:
                assert abs(in_force - said_in_force) <= 1
    finally:
        project.close()
    assert not list(path.parent.glob(f"{path.name}-*"))
    _nothing_half_done(folder)
    if done and done[-1][2] == "erase" and said[-1] == " ".join(done[-1]) + "\n":
        assert b"rahasia-peserta" not in path.read_bytes()
    return kept


def _interrupted(said: list[str], name: str) -> bool:
    return said[-1] == f"> {name}\n"


def _nothing_half_done(folder: Path) -> None:
    """Documents are whole, backups are sound, older projects open, and no scrap lies about."""
    for document in (*folder.glob("*.docx"), *folder.glob("*.xlsx")):
        with zipfile.ZipFile(document) as archive:
            assert archive.testzip() is None
            if document.name.startswith("bab."):
                assert AUTHORS in archive.read("word/document.xml")
    # Programs that ended on another worker's behalf have none; those of the dead are swept.
    scraps = [p.name for p in folder.rglob("*") if p.suffix == ".part"]
    scraps += [p.name for p in folder.rglob(".makna-*")]
    assert scraps == []
    for old in folder.glob("lama *.makna"):
        opened = projects.open_project(old, folder / "backups")
        assert (opened.overview.info().codings, projects.check_project(opened)) == (4, [])
        opened.close()
    newest = next(iter(projects.list_backups(folder / "backups")), None)
    if newest is not None:
        assert projects.backup_holdings(newest.path) is not None


def steps(project: Project) -> tuple[int, int]:
    """The latest step, and how many are in force."""
    found = project.raw.execute("SELECT max(id), sum(state = 'done') FROM history").fetchone()
    return found[0] or 0, found[1] or 0


def undo_everything(path: Path, folder: Path, actions: ModuleType) -> None:
    """After all those kills the whole way back and forth, as far as it goes, is still there."""
    project = projects.open_project(path, folder / "backups")
    end, done = actions.contents(project), steps(project)[1]
    assert len(history.undo(project, done + 1).value) == done
    history.redo(project, done)
    assert actions.contents(project) == end
    project.close()
