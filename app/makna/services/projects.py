"""Projects as a whole: make, describe, check, back up, restore."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from makna.domain.changes import Outcome
from makna.domain.errors import BadFile, DamagedProject, UserError
from makna.domain.identity import Identity, new_guid
from makna.domain.model import Coder, CoderId, StepId
from makna.domain.wording import Message
from makna.services.file_copies import free_path
from makna.storage import backups, check, project_file
from makna.storage.backups import Backup, Holdings
from makna.storage.connection import raw_connection
from makna.storage.foreign_values import strange_values
from makna.storage.project import Project
from makna.storage.recognition import content_of
from makna.storage.search_files import text_version

BACKUP_EVERY = timedelta(hours=1)
"""A session that begins sooner after the last backup makes no new one."""

UNREADABLE = ("check.sqlite", "check.value")
"""What a check finds and nothing else can be looked at before: all of it is saved elsewhere."""

DESCRIBING = ("name", "description", "research_questions", "language", "memo")


def create_project(path: Path, name: str, language: str, coder: Identity) -> Project:
    """A new project, open. Raises UserError: `exists`, `no_folder`, `read_only`."""
    return project_file.create(path, name, language, coder)


def open_project(
    path: Path, backup_folder: Path, *, coder: Identity | None = None, read_only: bool = False
) -> Project:
    """Open a project; its first change will make a backup. `coder` is who works.

    Raises what `storage.project_file.open_project` raises.
    """
    project = project_file.open_project(
        path,
        back_up=lambda old: backups.back_up_now(old, backup_folder),
        read_only=read_only,
    )
    if project.writable:
        project.before_first_change = lambda: _back_up_first(project, backup_folder)
        if coder is not None:
            work_as(project, coder)
    return project


def work_as(project: Project, identity: Identity) -> Coder:
    """From now on codings are this coder's; the coder is added when it is new to the project."""
    known = project.overview.coders()
    found = next((c for c in known if c.guid == identity.guid), None)
    found = found or next((c for c in known if c.name == identity.name), None)
    if found is None:
        with project.transact(Message.of("step.add_coder", name=identity.name)):
            found = project.overview.add_coder(identity.guid, identity.name)
    project.overview.work_as(found)
    return found


def coder_named(project: Project, name: str) -> CoderId:
    """The coder of that name, added when there is none. Inside or outside a step."""
    known = next((c for c in project.overview.coders() if c.name == name), None)
    if known is not None:
        return known.id
    with project.transact(Message.of("step.add_coder", name=name)):
        return project.overview.add_coder(new_guid(), name).id


def describe_project(
    project: Project, *, amend: StepId | None = None, **values: Any
) -> Outcome[None]:
    """Change name, description, research questions, language or memo."""
    unknown = set(values) - set(DESCRIBING)
    if unknown:
        raise TypeError(f"a project has no {sorted(unknown)}")
    with project.transact(Message.of("step.describe_project"), amend=amend) as step:
        project.overview.update(**values)
    return Outcome(None, step.changes)


def check_project(project: Project) -> list[Message]:
    """Everything that is wrong with the project; empty when it is sound."""
    found = check.problems(project.raw)
    if any(problem.key in UNREADABLE for problem in found):
        return found
    # Only here: the index brings half a second of imports that opening a project can do without.
    from makna.search.index import SearchIndex
    from makna.services.pages import outside_pages

    found += [Message.of("check.outside_page", what=guid) for guid in outside_pages(project)]
    index = SearchIndex(project.search_rows)
    if index.stale():
        return found
    current = project.search_rows.current()
    return found + [
        Message.of("check.index", what=key)
        for key, version in index.keys().items()
        # A memo undone is older than what was indexed; a text never is.
        if key.startswith("source:")
        and text_version(version) > text_version(current.get(key, version))
    ]


@contextmanager
def read_as_ours(project: Project) -> Iterator[None]:
    """Tell a file that a stranger wrote from a bug: what fails on its values is DamagedProject."""
    try:
        yield
    except UserError:
        raise
    except Exception as error:
        if holds_strange_values(project):
            raise DamagedProject("damaged", name=project.path.name) from error
        raise


def holds_strange_values(project: Project) -> bool:
    """Whether values or references are such as no program of ours writes; a look at every row."""
    try:
        dangling = project.raw.execute("PRAGMA foreign_key_check").fetchone()
        return dangling is not None or bool(strange_values(project.raw))
    except sqlite3.Error:
        return False


def back_up(project: Project, folder: Path) -> Path:
    """A verified backup of the project as it is, in the folder."""
    return backups.back_up_now(project.path, folder)


def save_copy(project: Project, target: Path) -> Path:
    """A verified copy of the project as it is open, even if its file has been taken away.

    Raises UserError (`exists`, `no_folder`, `read_only`, `disk_full`).
    """
    return backups.copy_open(project.raw, target)


def restore(backup: Path, target: Path) -> Path:
    """A project made from a backup. Raises UserError (`exists`, `bad_backup`)."""
    return backups.restore(backup, target)


def list_backups(folder: Path, guid: str = "") -> list[Backup]:
    return backups.listed(folder, guid)


def backup_holdings(backup: Path) -> Holdings | None:
    """What a backup holds; None when it cannot be read."""
    return backups.holdings(backup)


@dataclass(frozen=True)
class Rescue:
    """The newest good backup of a damaged project, and what it lacks."""

    backup: Backup
    holdings: Holdings
    missing: int | None
    """Steps of the damaged file that came later; None when its history cannot be read."""

    @property
    def at(self) -> str:
        """When the backup was made, by the local clock."""
        return self.backup.at.astimezone().strftime("%Y-%m-%d %H:%M")


def rescue(damaged: Path, folder: Path) -> Rescue | None:
    """The newest sound backup of the damaged project, found by its GUID or else by its name."""
    guid, last = _identified(damaged)
    found = backups.listed(folder, guid) if guid else []
    if not found:
        found = backups.namesakes(damaged, backups.listed(folder))
    good = backups.newest_good(found)
    held = backups.holdings(good.path) if good is not None else None
    if good is None or held is None:
        return None
    return Rescue(good, held, None if last is None else max(0, last - held.step))


def way_on(damaged: Path, folder: Path, error: UserError) -> UserError:
    """What can be done about a project that is damaged, or has become something else.

    Which backup there is, and what it lacks; `error` is what opening it raised.
    """
    if error.key == "foreign_parts":
        return error
    found = rescue(damaged, folder)
    if found is None:
        same = isinstance(error, BadFile)
        return error if same else DamagedProject("damaged_alone", name=damaged.name)
    return type(error)(
        f"{error.key}_rescue",
        name=damaged.name,
        at=found.at,
        sources=found.holdings.sources,
        codings=found.holdings.codings,
        missing="?" if found.missing is None else found.missing,
        backup=str(found.backup.path),
    )


def restored_name(backup: Backup, folder: Path) -> Path:
    """A free name in the folder for what a backup becomes again."""
    stem = f"{backup.project} ({backup.at.astimezone().strftime('%Y-%m-%d %H.%M')})"
    return free_path(folder, stem, project_file.SUFFIX)


def _identified(damaged: Path) -> tuple[str, int | None]:
    """GUID and latest step of a damaged file, as far as they can be read."""
    guid, last = "", None
    if content_of(damaged) != "database":
        return guid, last
    try:
        raw = raw_connection(damaged, read_only=True)
    except sqlite3.Error:
        return guid, last
    try:
        guid = str(raw.execute("SELECT guid FROM project").fetchone()[0])
        last = int(raw.execute("SELECT coalesce(max(id), 0) FROM history").fetchone()[0])
    except (sqlite3.Error, TypeError):
        pass
    finally:
        raw.close()
    return guid, last


def _back_up_first(project: Project, folder: Path) -> None:
    """A copy of the project as it was before the first change, made while work goes on.

    That it cannot be made is told, and keeps nobody from working.
    """
    moment = datetime.now(UTC)
    made = (backup.at for backup in backups.listed(folder, project.overview.info().guid))
    # What seems to come from the future was made when the clock was wrong.
    if any(timedelta(0) <= moment - at < BACKUP_EVERY for at in made):
        return
    if not project.history.entries(1):
        return
    try:
        snapshot = backups.Snapshot(project.path, folder)
    except UserError as error:
        project.backup_failed(error)
        return
    thread = snapshot.finish_in_background(lambda error: project.backup_failed(error))
    project.before_close = thread.join
