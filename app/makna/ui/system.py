"""What is asked of the system: a file by its own dialog, and to open one with its programs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

AskFile = Callable[[QWidget, str, Path | None, str], Path | None]
"""(parent, title, where to begin, filter) → the file that was chosen, or None."""
OpenPath = Callable[[Path], None]


def ask_existing(parent: QWidget, title: str, start: Path | None, filter_: str) -> Path | None:
    """A file that is there; begins where the system thinks best without `start`."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(start or ""), filter_)
    return Path(name) if name else None


def ask_target(parent: QWidget, title: str, start: Path | None, filter_: str) -> Path | None:
    """A file to write; the dialog asks before one that is there is chosen."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(start or ""), filter_)
    return Path(name) if name else None


def choose_folder(parent: QWidget, title: str, start: Path) -> Path | None:
    """A folder that is there."""
    name = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(name) if name else None


def remembered_path(name: object) -> Path | None:
    """The file or folder that a project or the settings remember, where it is there; else None.

    Another computer may have written it: a name that is too long here, a folder of somebody else.
    """
    path = Path(name) if isinstance(name, str) and name else None
    try:
        return path if path is not None and path.exists() else None
    except OSError:
        return None


def open_path(path: Path) -> None:
    """Open a file or folder with what the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


@dataclass(frozen=True)
class System:
    """The three of them together, for views that need more than one; a test answers for itself."""

    ask_target: AskFile = ask_target
    ask_existing: AskFile = ask_existing
    open_path: OpenPath = open_path


SYSTEM = System()
"""The real one."""


def take_copy(event: QDropEvent) -> None:
    """Accept dropped files as a copy: told "moved", a file manager would delete the originals."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
