"""Keeps files that are there: by other names for new ones, by copies of what is written over."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from makna.domain.errors import UserError
from makna.domain.file_names import numbered
from makna.domain.wording import Language, phrase


def keep_authors_file(path: Path, kind: str, language: Language) -> Path | None:
    """A copy of what an export is about to replace, where somebody worked in it; else None.

    A chapter as Makna left it is not worth keeping. One that was edited or refreshed is, whatever
    document (`kind`) takes its place; so is any other Word file where a chapter will stand.
    Raises UserError (`cannot_write`) when no copy can be made.
    """
    if path.suffix.lower() != ".docx" or not path.is_file():
        return None
    from makna.formats.refreshing.stamping import is_as_exported, is_chapter

    try:
        data = path.read_bytes()
        theirs = kind == "chapter" or is_chapter(data, path.name)
        if not theirs or is_as_exported(data, path.name):
            return None
        return back_up(path, data, "export_backup", language, datetime.now(UTC))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UserError("cannot_write", name=path.name, reason=reason) from error


def free_path(folder: Path, name: str, suffix: str) -> Path:
    """The first of `name`, `name 2`, `name 3` … that nothing in the folder is called."""
    paths = (folder / f"{each}{suffix}" for each in numbered(name))
    return next(path for path in paths if not path.exists())


def back_up(path: Path, data: bytes, key: str, language: Language, moment: datetime) -> Path:
    """A copy beside the file, named after the moment (local time); never over another one.

    `key` is the phrase of its name. Raises OSError.
    """
    stamp = moment.astimezone().strftime("%Y-%m-%d %H.%M")
    name = phrase(key, language, name=path.stem, moment=stamp)
    names = numbered(name)
    while True:
        backup = path.with_name(f"{next(names)}{path.suffix}")
        try:
            with backup.open("xb") as file:
                file.write(data)
        except FileExistsError:
            continue
        shutil.copystat(path, backup)
        return backup
