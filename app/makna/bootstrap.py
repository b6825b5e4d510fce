"""The composition root: settings, folders and processes, bound to the services.

The command line and the window begin here. Nothing is made at import.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from makna import paths, scratch_files
from makna.domain.background import give_way
from makna.domain.errors import UserError
from makna.domain.identity import Identity, new_guid
from makna.services.settings import Settings, load_settings, save_settings

if TYPE_CHECKING:
    from makna.storage.project import Project

DEFAULT_CODER = {"en": "Researcher", "id": "Peneliti"}
"""Until the user gives a name; never the name of the system's user."""
MAX_PROCESSES = 4
CORES_FOR_READING_AHEAD = 4


def settings() -> Settings:
    """The user's settings as they are on disk."""
    return load_settings(paths.config_dir())


def keep_settings(changed: Settings) -> None:
    save_settings(paths.config_dir(), changed)


def forget_people(names: Collection[str]) -> None:
    """Names of speakers that are remembered for the next import go, as when one withdraws."""
    stored = settings()
    asking = tuple(name for name in stored.asking if name not in names)
    answering = tuple(name for name in stored.answering if name not in names)
    changed = replace(stored, asking=asking, answering=answering)
    if changed != stored:
        keep_settings(changed)


def identity(language: str = "en", name: str = "") -> Identity:
    """Who works: the name given, else the one in the settings, else a plain word.

    A GUID is made the first time and kept, so that one person stays one coder over all projects.
    """
    stored = settings()
    guid = stored.coder_guid or new_guid()
    if not stored.coder_guid:
        keep_settings(replace(stored, coder_guid=guid))
    if name and name != stored.coder_name:
        # Another person than the one whose GUID is in the settings.
        return Identity(new_guid(), name)
    return Identity(guid, name or stored.coder_name or DEFAULT_CODER.get(language, "Researcher"))


def home_problem() -> UserError | None:
    """Why settings and backups cannot be kept, where that is so; projects open all the same."""
    refused = paths.refusal()
    return UserError("no_home", folder=str(refused[0]), reason=refused[1]) if refused else None


def backup_folder() -> Path:
    chosen = settings().backup_folder
    return Path(chosen) if chosen else paths.backup_dir()


def backup_folders() -> list[Path]:
    """Where backups may lie: the chosen folder, and the one that was used before it was chosen."""
    return list(dict.fromkeys((backup_folder(), paths.backup_dir())))


def create_project(path: Path, *, name: str = "", language: str = "id", coder: str = "") -> Project:
    """A new project, open for writing."""
    from makna.services import projects

    who = identity(language, coder)
    return projects.create_project(path, name or path.stem, language, who)


def open_project(path: Path, *, read_only: bool = False) -> Project:
    """An open project. Without a name in the settings one works as its first coder."""
    from makna.services import projects

    scratch_files.sweep()
    named = settings().coder_name
    who = identity(name=named) if named else None
    return projects.open_project(path, backup_folder(), coder=who, read_only=read_only)


def demo_projects() -> dict[str, Path]:
    """The demo projects that are shipped, by language."""
    folder = paths.resources_dir() / "demo"
    return {path.stem[-2:]: path for path in sorted(folder.glob("demo_??.makna"))}


def copy_demo(language: str, target: Path | None = None) -> Path:
    """A copy of the demo project that one may do anything to; the shipped one stays as it is.

    Without a target it lies with the user's data, and is the one that was tried before.
    Raises UserError: `no_demo`, `exists`, `no_folder`.
    """
    from makna.services import projects

    shipped = demo_projects()
    if not shipped:
        raise UserError("no_demo")
    chosen = shipped.get(language) or next(iter(shipped.values()))
    if target is None:
        target = paths.data_dir() / chosen.name
        if target.exists():
            return target
    return projects.restore(chosen, target)


def processes(wanted: int = MAX_PROCESSES, *, modest: bool = False) -> Executor:
    """A pool of spawned processes for parsing and indexing; also in a frozen program.

    One core is left to this process, which stores what the others have read. With `modest` they
    give way to it besides.
    """
    # Later, since starting is long enough without.
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    workers = max(1, min(wanted, (os.cpu_count() or 1) - 1))
    first = give_way if modest else None
    spawned = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=spawned, initializer=first)


def processes_beside() -> Executor:
    """The same beside a window, which must not wait for them."""
    return processes(modest=True)


def reading_ahead() -> Executor:
    """What reads files while others are stored: processes where there are cores enough for them.

    On two cores a process and its pickling cost more than they save; a thread saves a tenth to a
    fifth, since parsing XML and writing the file leave the interpreter to others.
    """
    from concurrent.futures import ThreadPoolExecutor

    enough = (os.cpu_count() or 1) >= CORES_FOR_READING_AHEAD
    return processes() if enough else ThreadPoolExecutor(1)
