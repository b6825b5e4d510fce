"""Works on a project until it is killed, and says on its standard output what it has done.

Each line of the standard input, `PROJECT<tab>FOLDER<tab>SEED`, sets one to work: it says its
process number, opens the project, and after each action that was committed says a line `id n`: the
latest step, and how many steps are in force. Where the system can fork, the one that works is a
child, so that what it needs is imported once; when it is dead the parent says `end`.
"""

from __future__ import annotations

import itertools
import os
import random
import sys
import traceback
from pathlib import Path

from actions import ACTIONS, Researcher

from makna.domain.errors import UserError
from makna.services import history, projects
from makna.storage.project import Project


class Seeded:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def below(self, limit: int) -> int:
        return self.random.randrange(max(1, limit))


def say(project: Project) -> None:
    found = project.raw.execute(
        "SELECT coalesce(max(id), 0), sum(state = 'done') FROM history"
    ).fetchone()
    tell(f"{found[0]} {found[1] or 0}")


def tell(words: str) -> None:
    """One line in one system call: a kill never leaves half of it."""
    os.write(1, f"{words}\n".encode())


def main(path: Path, folder: Path, seed: int) -> None:
    numbers = Seeded(seed)
    project = projects.open_project(path, folder / "backups")
    researcher = Researcher(project, numbers, folder)
    for turn in itertools.count():
        name = numbers.random.choice((*ACTIONS, "undo", "redo", "type_a_source", "apply_a_code"))
        try:
            if name in ("undo", "redo"):
                getattr(history, name)(project)
            else:
                researcher.act(name)
        except UserError:
            continue
        say(project)
        if turn % 5 == 0:
            project.checkpoint()


def work(order: str) -> None:
    path, folder, seed = order.rstrip("\n").split("\t")
    tell(str(os.getpid()))
    main(Path(path), Path(folder), int(seed))


def fork_to_work(order: str) -> None:
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        tell("end")
        return
    try:
        work(order)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(1)


if __name__ == "__main__":
    for order in sys.stdin:
        (fork_to_work if hasattr(os, "fork") else work)(order)
