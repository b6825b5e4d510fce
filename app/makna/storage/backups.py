"""Backups: whole copies of a project file, taken as a snapshot, verified, kept in rotation."""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from makna.domain.errors import BadFile, UserError
from makna.storage.connection import APPLICATION_ID, raw_connection, world_errors

KEEP_HOURLY = 24
KEEP_DAILY = 14
KEEP_WEEKLY = 8
_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"(?P<name>.+) \[(?P<guid>[0-9a-f]{8})\] (?P<at>\d{8}-\d{6})\.makna$")


@dataclass(frozen=True)
class Backup:
    path: Path
    project: str
    at: datetime
    size: int


def back_up_now(path: Path, folder: Path) -> Path:
    """Copy the project as it stands into the folder, verify the copy, thin out old ones."""
    snapshot = Snapshot(path, folder)
    return snapshot.finish()


def listed(folder: Path, guid: str = "") -> list[Backup]:
    """Backups in the folder, newest first; of one project when its GUID is given."""
    found: list[Backup] = []
    for path in folder.glob("*.makna"):
        match = _NAME.match(path.name)
        if match and guid.startswith(match["guid"] if guid else ""):
            at = datetime.strptime(match["at"], _STAMP).replace(tzinfo=UTC)
            found.append(Backup(path, match["name"], at, path.stat().st_size))
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def copy_to(path: Path, target: Path) -> Path:
    """A verified copy of the project at `target`, which must not exist.

    Raises UserError (`exists`, `disk_full`, …); nothing half-written stays behind.
    """
    if target.exists():
        raise UserError("exists", name=target.name)
    if not target.parent.is_dir():
        raise UserError("no_folder", name=str(target.parent))
    source = raw_connection(path, read_only=True)
    try:
        _copy(source, target)
    finally:
        source.close()
    return target


def restore(backup: Path, target: Path) -> Path:
    """A project made from a backup; raises BadFile when the backup is not a sound project."""
    if not backup.is_file():
        raise UserError("no_file", name=str(backup))
    verify(backup)
    return copy_to(backup, target)


def verify(path: Path) -> None:
    """Raises BadFile unless the file is a project that SQLite finds sound."""
    raw = raw_connection(path, read_only=True)
    try:
        application = raw.execute("PRAGMA application_id").fetchone()[0]
        sound = application == APPLICATION_ID and (
            raw.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        )
    except sqlite3.DatabaseError:
        sound = False
    finally:
        raw.close()
    if not sound:
        raise BadFile("bad_backup", name=path.name)


class Snapshot:
    """A backup of the project as it is when this is made, even if writing goes on meanwhile.

    The copy is made inside one read transaction: a stepped backup would restart at every write
    and might never end.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        self._path = path
        self._folder = folder
        self._source = raw_connection(path, read_only=True)
        self._source.execute("BEGIN")
        row = self._source.execute("SELECT name, guid FROM project").fetchone()
        self._name, self._guid = (str(row[0]), str(row[1])) if row else (path.stem, "0" * 8)
        self.error: Exception | None = None

    def finish(self) -> Path:
        """Write the copy; may run on another thread. Returns where it lies."""
        self._folder.mkdir(parents=True, exist_ok=True)
        at = datetime.now(UTC)
        target = self._target(at)
        while target.exists():
            at += timedelta(seconds=1)
            target = self._target(at)
        try:
            _copy(self._source, target)
        finally:
            self._source.close()
        for old in superseded(listed(self._folder, self._guid)):
            old.path.unlink(missing_ok=True)
        return target

    def finish_in_background(self) -> threading.Thread:
        """Start writing the copy; a failure lies in `error` afterwards. Join before closing."""
        thread = threading.Thread(target=self._finish_quietly, name="backup")
        thread.start()
        return thread

    def _finish_quietly(self) -> None:
        try:
            self.finish()
        except Exception as error:
            self.error = error

    def _target(self, at: datetime) -> Path:
        safe = re.sub(r"[^\w .-]", "_", self._name).strip(" .")[:60] or "project"
        return self._folder / f"{safe} [{self._guid[:8]}] {at.strftime(_STAMP)}.makna"


def superseded(backups: Sequence[Backup]) -> list[Backup]:
    """Those that rotation lets go: the newest of each hour, day and week stay, up to the limits."""
    keep: set[Path] = set()
    for pattern, limit in (
        ("%Y%m%d%H", KEEP_HOURLY),
        ("%Y%m%d", KEEP_DAILY),
        ("%G%V", KEEP_WEEKLY),
    ):
        newest: dict[str, Path] = {}
        for backup in backups:
            newest.setdefault(backup.at.strftime(pattern), backup.path)
        keep.update(list(newest.values())[:limit])
    return [backup for backup in backups if backup.path not in keep]


def _copy(source: sqlite3.Connection, target: Path) -> None:
    """Copy through SQLite in one go and verify; nothing half-written stays behind."""
    partial = target.with_name(target.name + ".part")
    partial.unlink(missing_ok=True)
    try:
        with world_errors(target):
            copy = sqlite3.connect(partial)
            try:
                source.backup(copy, pages=-1)
                copy.execute("PRAGMA journal_mode=DELETE")
            finally:
                copy.close()
            verify(partial)
        partial.replace(target)
    except OSError as error:
        raise UserError("disk_error", name=target.name) from error
    finally:
        partial.unlink(missing_ok=True)
