"""What belongs to the user and not to a project: identity, language, looks, recent projects."""

from __future__ import annotations

import json
import locale
import os
import re
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from makna.domain.wording import LANGUAGES, Language
from makna.scratch_files import PART, unfinished

RECENT = 10
LONGEST_NAME = 255
"""Of a file, on every system."""


@dataclass(frozen=True)
class Settings:
    coder_guid: str = ""
    coder_name: str = ""
    """Asked for once; never the name of the system's user."""
    language: str = ""
    """Of the interface: `id`, `en`, or empty for the system's."""
    theme: str = ""
    """`light`, `dark`, or empty for the system's."""
    interface_font_pt: int = 0
    """0: the system's size."""
    backup_folder: str = ""
    """Empty: the folder below the user's data."""
    recent: tuple[str, ...] = ()
    """Paths of projects, the latest first."""
    turn_form: str = ""
    """The form of turns that was chosen for a file last; empty: found automatically."""
    asking: tuple[str, ...] = ()
    """Names of speakers that were marked as asking."""
    answering: tuple[str, ...] = ()
    """Names of speakers that were marked as not asking, whatever they are called."""

    def opened(self, path: Path) -> Settings:
        """The settings after a project was opened."""
        latest = str(path.resolve())
        others = [known for known in self.recent if known != latest]
        return replace(self, recent=(latest, *others)[:RECENT])


def load_settings(folder: Path) -> Settings:
    """The settings; what is unreadable or unknown counts as not set."""
    try:
        stored: Any = json.loads((folder / "settings.json").read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    defaults = asdict(Settings())
    known = {f.name for f in fields(Settings)}
    values = {
        name: tuple(filter(_usable, value)) if isinstance(value, list) else value
        for name, value in stored.items()
        if name in known and (isinstance(value, list | int) or _usable(value))
    }
    fitting = {n: v for n, v in values.items() if isinstance(v, type(defaults[n]))}
    return Settings(**fitting)


def _usable(value: object) -> bool:
    """Whether it is a string that can be a name or a path, and be written into a file again."""
    if not isinstance(value, str) or "\0" in value:
        return False
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return all(len(name) <= LONGEST_NAME for name in re.split(r"[/\\]", value))


def save_settings(folder: Path, settings: Settings) -> None:
    """Write the settings whole or not at all; a full disk costs no work, so it is not an error."""
    words = json.dumps(asdict(settings), ensure_ascii=False, indent=1)
    with suppress(OSError), unfinished(folder / f"settings.{os.getpid()}{PART}") as partial:
        partial.write_text(words, "utf-8")
        partial.replace(folder / "settings.json")


def interface_language(settings: Settings) -> Language:
    """The language to speak: the chosen one, else Indonesian on an Indonesian system."""
    for language in LANGUAGES:
        if settings.language == language:
            return language
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "id" if value.startswith("id") else "en"
    system = locale.getlocale()[0] or ""
    return "id" if system.startswith(("id", "Indonesian")) else "en"
