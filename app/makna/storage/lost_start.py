"""A new beginning for a project file whose first bytes are lost, so that its rows can be read.

The first 100 bytes say little more than that the file is a database of SQLite; the rest of the
first page says where its tables begin. Both are alike in every project that was made in one go, and
the same in a backup: copies keep their pages. https://sqlite.org/fileformat2.html
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from makna.storage.connection import raw_connection
from makna.storage.recognition import PAGE, TREE_PAGES

_HEADER = 100
_GUID = 36


def with_new_beginning(damaged: Path, donors: Sequence[Path], copy: Path) -> bool:
    """Make `copy` of the damaged file with the beginning of the first donor that fits it.

    Donors are sound project files. False when none fits. The write-ahead log comes along.
    """
    log = damaged.with_name(damaged.name + "-wal")
    for donor in donors:
        with donor.open("rb") as file:
            new = bytearray(file.read(PAGE))
        shutil.copyfile(damaged, copy)
        if log.exists():
            shutil.copyfile(log, copy.with_name(copy.name + "-wal"))
        with copy.open("r+b") as file:
            page = file.read(PAGE)
            if page[_HEADER] in TREE_PAGES:
                new[_HEADER:] = page[_HEADER:]
            _describe(new, copy.stat().st_size // PAGE, logged=log.exists())
            file.seek(0)
            file.write(new)
        if _fits(copy):
            return True
    return False


def _describe(start: bytearray, pages: int, *, logged: bool) -> None:
    """Write how many pages there are, that none is free, and whether there is a log."""
    start[18:20] = b"\x02\x02" if logged else b"\x01\x01"
    start[28:32] = pages.to_bytes(4, "big")
    start[32:40] = bytes(8)
    # The number of pages is believed where these two agree.
    start[92:96] = start[24:28]


def _fits(copy: Path) -> bool:
    """Whether tables begin where the new beginning says."""
    try:
        raw = raw_connection(copy, read_only=True)
        try:
            guids = [guid for (guid,) in raw.execute("SELECT guid FROM project")]
            raw.execute("SELECT count(*), max(id), max(name) FROM source").fetchone()
        finally:
            raw.close()
    except (sqlite3.Error, UnicodeDecodeError):
        return False
    return len(guids) == 1 and len(str(guids[0])) == _GUID
