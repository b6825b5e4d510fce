"""Projects as a whole: make, describe, check, back up, restore."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from makna.domain.changes import Outcome
from makna.domain.identity import Identity, new_guid
from makna.domain.model import Coder, CoderId, StepId
from makna.domain.wording import Message
from makna.storage import backups, check, project_file
from makna.storage.backups import Backup
from makna.storage.project import Project
from makna.storage.search_files import text_version

BACKUP_EVERY = timedelta(hours=1)
"""A session that begins sooner after the last backup makes no new one."""

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
    if found:
        return found
    # Only here: the index brings half a second of imports that opening a project can do without.
    from makna.search.index import SearchIndex

    index = SearchIndex(project.search_rows)
    if index.stale():
        return []
    current = project.search_rows.current()
    return [
        Message.of("check.index", what=key)
        for key, version in index.keys().items()
        # A memo undone is older than what was indexed; a text never is.
        if key.startswith("source:")
        and text_version(version) > text_version(current.get(key, version))
    ]


def back_up(project: Project, folder: Path) -> Path:
    """A verified backup of the project as it is, in the folder."""
    return backups.back_up_now(project.path, folder)


def save_copy(project: Project, target: Path) -> Path:
    """A verified copy of the project. Raises UserError (`exists`)."""
    return backups.copy_to(project.path, target)


def restore(backup: Path, target: Path) -> Path:
    """A project made from a backup. Raises UserError (`exists`, `bad_backup`)."""
    return backups.restore(backup, target)


def list_backups(folder: Path, guid: str = "") -> list[Backup]:
    return backups.listed(folder, guid)


def _back_up_first(project: Project, folder: Path) -> None:
    """A copy of the project as it was before the first change, made while work goes on."""
    newest = next(iter(backups.listed(folder, project.overview.info().guid)), None)
    if newest is not None and datetime.now(UTC) - newest.at < BACKUP_EVERY:
        return
    if not project.history.entries(1):
        return
    snapshot = backups.Snapshot(project.path, folder)
    project.before_close = snapshot.finish_in_background().join
