"""Files that are not finished yet: taken away afterwards, and after a crash at the next start.

What is written piece by piece (a copy, a document, an upgraded reading copy) lies beside its target
or in a private folder until it is whole. Before it is made, its path is noted in the user's data
folder; the note is locked as long as the program lives, so that a later start can tell the notes
of the dead from those of the living, whatever the clock says.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from makna import paths

SCRATCH_PREFIX = ".makna-"
PART = ".part"
_NOTES = "unfinished"


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """A path ending in `.part`, or a folder beginning with `.makna-`, that goes when the block
    ends; what is to stay has been renamed by then."""
    if not _is_ours(path):
        raise ValueError(path.name)
    note = _Note(path)
    try:
        yield path
    finally:
        _remove(path)
        note.close()


@contextmanager
def scratch_beside(target: Path) -> Iterator[Path]:
    """An empty folder beside the target, for this user's eyes, that goes when the block ends."""
    with unfinished(target.with_name(f"{SCRATCH_PREFIX}{secrets.token_hex(6)}")) as folder:
        folder.mkdir(mode=0o700)
        yield folder


class PrivateFolder:
    """An empty folder in the user's data that only this user can read. `close` takes it away."""

    def __init__(self) -> None:
        self.path = paths.data_dir() / f"{SCRATCH_PREFIX}{secrets.token_hex(6)}"
        self._note = _Note(self.path)
        self.path.mkdir(mode=0o700)

    def close(self) -> None:
        _remove(self.path)
        self._note.close()


@contextmanager
def private_folder() -> Iterator[Path]:
    """An empty folder in the user's data, for this user's eyes, that goes when the block ends."""
    folder = PrivateFolder()
    try:
        yield folder.path
    finally:
        folder.close()


def sweep() -> list[Path]:
    """Take away what programs that have died left unfinished; returns what is gone.

    What cannot be reached now (a drive that is not connected) is tried again at the next start.
    """
    gone: list[Path] = []
    try:
        notes = list(_folder().glob("*.txt"))
    except OSError:
        return gone
    for note in notes:
        lock = FileLock(note.with_suffix(".lock"), timeout=0)
        try:
            lock.acquire()
        except (Timeout, OSError):
            continue
        try:
            gone += _swept(note)
        finally:
            _let_go(lock)
    return gone


def _swept(note: Path) -> list[Path]:
    with suppress(OSError, ValueError):
        path = Path(note.read_text("utf-8"))
        there = _is_ours(path) and path.exists()
        if there:
            _remove(path)
        if not there or not path.exists():
            note.unlink(missing_ok=True)
            return [path] if there else []
    return []


class _Note:
    """Says in the data folder that a path is unfinished. Without such a folder there is no note:
    that must not keep anybody from working."""

    def __init__(self, path: Path) -> None:
        self._file: Path | None = None
        self._lock: FileLock | None = None
        with suppress(OSError, Timeout):
            file = _folder() / f"{secrets.token_hex(8)}.txt"
            lock = FileLock(file.with_suffix(".lock"), timeout=0)
            lock.acquire()
            self._lock, self._file = lock, file
            file.write_text(str(path.absolute()), "utf-8")

    def close(self) -> None:
        if self._file is not None:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)
        if self._lock is not None:
            _let_go(self._lock)


def _folder() -> Path:
    folder = paths.data_dir() / _NOTES
    folder.mkdir(exist_ok=True)
    return folder


def _is_ours(path: Path) -> bool:
    """Nothing else is ever taken away, whatever a note says."""
    return path.suffix == PART or path.name.startswith(SCRATCH_PREFIX)


def _remove(path: Path) -> None:
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    # A database in the making has company.
    for beside in ("-journal", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + beside).unlink(missing_ok=True)


def _let_go(lock: FileLock) -> None:
    path = Path(lock.lock_file)
    with suppress(OSError):
        path.unlink()
    lock.release()
    with suppress(OSError):
        path.unlink()
