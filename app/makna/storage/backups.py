"""Backups: whole copies of a project file, taken as a snapshot, verified, kept in rotation."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import stat
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from makna.domain.errors import BadFile, DamagedProject, UserError
from makna.scratch_files import unfinished
from makna.storage.connection import APPLICATION_ID, raw_connection, world_errors
from makna.storage.foreign_log import set_aside_left_log

KEEP_HOURLY = 24
KEEP_DAILY = 14
KEEP_WEEKLY = 8
KEEP_BYTES = 2 * 1024**3
"""Of one project; beyond that the oldest go first."""
KEEP_ALWAYS = 3
"""So many of the newest stay however large they are."""
_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"(?P<name>.+) \[(?P<guid>[0-9a-f]{8})\] (?P<at>\d{8}-\d{6})\.makna$")
_COUNTED = ("history", "source", "source_text", "passage", "coding", "memo", "code", "cases")
"""Tables whose rows are counted in the original and in the copy."""


@dataclass(frozen=True)
class Backup:
    path: Path
    project: str
    at: datetime
    size: int


@dataclass(frozen=True)
class Holdings:
    """What a project file holds."""

    name: str
    """Of the project; a file system may not take all of it."""
    sources: int
    codings: int
    step: int
    """The latest step of its history; 0 without any."""


def back_up_now(path: Path, folder: Path) -> Path:
    """Copy the project as it stands into the folder, verify the copy, thin out old ones."""
    snapshot = Snapshot(path, folder)
    return snapshot.finish()


def listed(folder: Path, guid: str = "") -> list[Backup]:
    """Backups in the folder, newest first; of one project when its GUID is given."""
    found: list[Backup] = []
    for path in folder.glob("*.makna"):
        match = _NAME.match(path.name)
        if not match or not guid.startswith(match["guid"] if guid else ""):
            continue
        try:
            at = datetime.strptime(match["at"], _STAMP).replace(tzinfo=UTC)
            about = path.stat()
            if stat.S_ISREG(about.st_mode):  # to open a pipe would wait for ever
                found.append(Backup(path, match["name"], at, about.st_size))
        except (OSError, ValueError):  # taken away meanwhile, or named by somebody else
            continue
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def holdings(path: Path) -> Holdings | None:
    """What a backup holds, without checking all of it; None when it cannot be read."""
    try:
        raw = _at_rest(path)
        try:
            row = raw.execute(
                "SELECT coalesce((SELECT CAST(name AS TEXT) FROM project), ''),"
                " (SELECT count(*) FROM source), (SELECT count(*) FROM coding),"
                " (SELECT coalesce(max(id), 0) FROM history)"
            ).fetchone()
        finally:
            raw.close()
    except sqlite3.Error:
        return None
    return Holdings(*row)


def file_name(path: Path) -> str:
    """What the file was called that a backup was made of; empty when it does not say."""
    try:
        raw = _at_rest(path)
        try:
            row = raw.execute("SELECT value FROM view_state WHERE key = 'file_name'").fetchone()
        finally:
            raw.close()
        return str(json.loads(row[0])) if row else ""
    except (sqlite3.Error, ValueError, TypeError, RecursionError):
        return ""


def namesakes(path: Path, backups: Sequence[Backup]) -> list[Backup]:
    """Backups that may be of this file, going by its name alone; the likeliest first.

    Those whose project or file was called like it, then those whose name it begins with: cloud
    clients add `(conflicted copy …)`, `-LAPTOP`, `.sync-conflict-…` to it.
    """
    exact: list[Backup] = []
    alike: list[Backup] = []
    for backup in backups:
        names = {backup.project, Path(file_name(backup.path)).stem} - {""}
        if names & {path.stem, safe_name(path.stem)}:
            exact.append(backup)
        elif any(
            re.match(re.escape(name) + r"(?![^\W_])", stem)
            for name in names
            for stem in (path.stem, safe_name(path.stem))
        ):
            alike.append(backup)
    return exact + alike


def safe_name(name: str) -> str:
    """The name without what some file system cannot hold."""
    return re.sub(r"[^\w .-]", "_", name).strip(" .")[:60] or "project"


def copy_to(path: Path, target: Path) -> Path:
    """A verified copy of the project at `target`, which must not exist.

    Raises UserError (`exists`, `disk_full`, …); nothing half-written stays behind.
    """
    source = raw_connection(path, read_only=True)
    try:
        return copy_open(source, target)
    finally:
        source.close()


def copy_open(source: sqlite3.Connection, target: Path) -> Path:
    """As `copy_to`, from an open connection: also when the file has lost its name or its place."""
    if target.exists():
        raise UserError("exists", name=target.name)
    if not target.parent.is_dir():
        raise UserError("no_folder", name=str(target.parent))
    if not os.access(target.parent, os.W_OK):
        raise UserError("read_only", name=str(target.parent))
    _copy(source, target)
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


def newest_good(candidates: Sequence[Backup]) -> Backup | None:
    """The first of the backups that is sound."""
    for backup in candidates:
        try:
            verify(backup.path)
        except (BadFile, sqlite3.Error):
            continue
        return backup
    return None


class Snapshot:
    """A backup of the project as it is when this is made, even if writing goes on meanwhile.

    The copy is made inside one read transaction: a stepped backup would restart at every write
    and might never end.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        self._path = path
        self._folder = folder
        with world_errors(path):
            self._source = raw_connection(path, read_only=True)
            self._source.execute("BEGIN")
            row = self._source.execute("SELECT name, guid FROM project").fetchone()
        self._name, self._guid = (str(row[0]), str(row[1])) if row else (path.stem, "0" * 8)
        self.error: UserError | None = None

    def finish(self) -> Path:
        """Write the copy; may run on another thread. Returns where it lies.

        Raises UserError: `backup_folder`, `disk_full`, DamagedProject when what was copied is not
        sound.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if not os.access(self._folder, os.W_OK):
                raise PermissionError
            target = self._free_target()
            _copy(self._source, target)
        except OSError as error:
            raise UserError("backup_folder", folder=str(self._folder)) from error
        except BadFile as error:
            raise DamagedProject("damaged", name=self._path.name) from error
        finally:
            self._source.close()
        for old in superseded(listed(self._folder, self._guid)):
            # The one just made stays, though a clock that once ran ahead makes others look newer.
            if old.path != target:
                # One that is open elsewhere goes next time.
                with suppress(OSError):
                    old.path.unlink()
        return target

    def finish_in_background(
        self, failed: Callable[[UserError], None] = lambda error: None
    ) -> threading.Thread:
        """Start writing the copy; join the thread before closing.

        A failure lies in `error` afterwards, and `failed` is told on that thread.
        """
        thread = threading.Thread(target=self._finish_quietly, args=(failed,), name="backup")
        thread.start()
        return thread

    def _finish_quietly(self, failed: Callable[[UserError], None]) -> None:
        try:
            self.finish()
        except UserError as error:
            self.error = error
        except sqlite3.Error:
            self.error = UserError("disk_error", name=self._path.name)
        if self.error is not None:
            failed(self.error)

    def _free_target(self) -> Path:
        at = datetime.now(UTC)
        while (target := self._target(at)).exists():
            at += timedelta(seconds=1)
        return target

    def _target(self, at: datetime) -> Path:
        return (
            self._folder / f"{safe_name(self._name)} [{self._guid[:8]}] {at.strftime(_STAMP)}.makna"
        )


def superseded(backups: Sequence[Backup], keep_bytes: int = KEEP_BYTES) -> list[Backup]:
    """Those that rotation lets go, of backups with the newest first.

    The newest of each hour, day and week stay, up to the limits, and of these no more than
    `keep_bytes` hold; but always the newest few.
    """
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
    used = 0
    for rank, backup in enumerate(backup for backup in backups if backup.path in keep):
        used += backup.size
        if used > keep_bytes and rank >= KEEP_ALWAYS:
            keep.discard(backup.path)
    return [backup for backup in backups if backup.path not in keep]


def counted(raw: sqlite3.Connection) -> tuple[int, ...]:
    """Rows of the tables that hold what a researcher made."""
    queries = ", ".join(f"(SELECT count(*) FROM {table})" for table in _COUNTED)
    found: tuple[int, ...] = raw.execute(f"SELECT {queries}").fetchone()
    return found


def _copy(source: sqlite3.Connection, target: Path) -> None:
    """Copy through SQLite in one go and verify; nothing half-written stays behind."""
    with unfinished(target.with_name(target.name + ".part")) as partial:
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
                _compare(source, partial, target)
            set_aside_left_log(target)
            partial.replace(target)
        except PermissionError:
            raise
        except OSError as error:
            raise UserError("disk_error", name=target.name) from error


def _compare(source: sqlite3.Connection, partial: Path, target: Path) -> None:
    """Raises UserError (`backup_differs`) when the copy lacks rows of what was copied."""
    copy = _at_rest(partial)
    try:
        same = counted(copy) == counted(source)
    finally:
        copy.close()
    if not same:
        raise UserError("backup_differs", name=target.name)


def _at_rest(path: Path) -> sqlite3.Connection:
    """A file that nobody writes in: reading leaves nothing beside it."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
