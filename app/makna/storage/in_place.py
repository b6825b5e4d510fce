"""Whether a path still leads to the file that was opened there."""

from __future__ import annotations

import os
from pathlib import Path

from makna.domain.errors import UserError


class InPlace:
    """Made while the file is opened."""

    def __init__(self, path: Path) -> None:
        self._path, self._name = str(path), path.name
        self._opened = _identity(self._path)

    def check(self) -> None:
        """Raises UserError (`file_gone`, `file_replaced`) when the path leads to another file.

        SQLite would go on writing into a file that nobody finds any more. A microsecond; while a
        file is open its inode stays what it is. Windows lets nobody take away an open file.
        """
        found = _identity(self._path)
        if found != self._opened:
            key = "file_gone" if found is None else "file_replaced"
            raise UserError(key, name=self._name)


def _identity(path: str) -> tuple[int, int] | None:
    """What tells a file from another one that takes its name; None when there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 (before every step: a Path costs thrice as much)
    except OSError:
        return None
    return (0, 0) if os.name == "nt" else (found.st_dev, found.st_ino)
