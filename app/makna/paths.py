"""Where Makna finds what it ships with, and where it keeps what is the user's.

Shipped files lie beside `app/` in a checkout and below `makna/_data` in an installed package.
The user's files lie where the operating system wants them, or all below the folder that the
environment variable MAKNA_HOME names: tests use that, and so does a copy on a USB stick.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


def shipped_dir() -> Path:
    """The folder that holds `resources` and `migrations`."""
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parents[1]


def resources_dir() -> Path:
    """Icons, themes, translations, code frames, templates: never written to."""
    return shipped_dir() / "resources"


def migrations_dir() -> Path:
    """The Alembic environment: `env.py` and `versions/`."""
    return shipped_dir() / "migrations"


def portable_home() -> Path | None:
    """The folder that MAKNA_HOME names, absolute; None when it is unset or empty."""
    named = os.environ.get("MAKNA_HOME", "")
    return Path(named).expanduser().resolve() if named else None


def data_dir() -> Path:
    """What the program keeps for the user between sessions. Made when missing."""
    return _made("data", platformdirs.user_data_path("makna", appauthor=False))


def config_dir() -> Path:
    """The user's settings. Made when missing."""
    return _made("config", platformdirs.user_config_path("makna", appauthor=False))


def log_dir() -> Path:
    """Logs and crash reports, without words of any interview. Made when missing."""
    return _made("log", platformdirs.user_log_path("makna", appauthor=False))


def backup_dir() -> Path:
    """Backups of projects, where the user has not chosen another folder. Made when missing."""
    folder = data_dir() / "backups"
    _make(folder)
    return folder


def refusal() -> tuple[Path, str] | None:
    """Which of the user's folders takes nothing, and what the system says; None where all do."""
    for folder in (config_dir(), data_dir()):
        probe = folder / f"try.{os.getpid()}.part"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            probe.write_bytes(bytes(4096))  # a full disk still takes an empty file
        except OSError as error:
            return folder, error.strerror or type(error).__name__
        finally:
            with suppress(OSError):
                probe.unlink(missing_ok=True)
    return None


def _made(part: str, usual: Path) -> Path:
    home = portable_home()
    folder = home / part if home else usual
    _make(folder)
    return folder


def _make(folder: Path) -> None:
    # Reading goes on without it; whoever writes there is refused, and says so.
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
