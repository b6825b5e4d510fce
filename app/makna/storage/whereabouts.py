"""What this computer knows about its folders; nothing is asked over the network."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path

from makna.domain.whereabouts import (
    MARKS,
    Machine,
    SharedFolder,
    linux_disks,
    mac_disks,
    shared_folder,
)

SYSTEM = str(sys.platform)
"""As a string that may be any: mypy would leave out the lines for other systems."""

ONEDRIVE = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
"""Variables that the client sets on Windows."""
DRIVE_REMOTE = 4
"""What GetDriveTypeW says of a drive on another computer."""


def shared_folder_of(path: Path) -> SharedFolder | None:
    """Whether the file at `path` lies with a cloud client or on a network drive."""
    folder = path.resolve().parent
    found = shared_folder(folder, machine())
    if found is not None:
        # Looking for marks would go over the network.
        return found
    return shared_folder(folder, Machine(), _marks(folder))


def machine() -> Machine:
    """What there is to know here and now; what cannot be found out counts as ordinary."""
    return Machine(_roots(), _disks(), _remote_drives())


def _roots() -> dict[str, str]:
    roots = {os.environ[name]: "OneDrive" for name in ONEDRIVE if os.environ.get(name)}
    for folder in _dropbox_folders():
        # Written by the client: {"personal": {"path": …}, "business": {"path": …}}.
        with suppress(OSError, ValueError, AttributeError, TypeError, KeyError):
            accounts = json.loads((folder / "info.json").read_text("utf-8"))
            roots |= {str(Path(each["path"])): "Dropbox" for each in accounts.values()}
    return roots


def _dropbox_folders() -> list[Path]:
    folders = [
        Path(os.environ[v]) / "Dropbox" for v in ("APPDATA", "LOCALAPPDATA") if v in os.environ
    ]
    with suppress(RuntimeError):  # nobody's home
        folders.append(Path.home() / ".dropbox")
    return folders


def _disks() -> list[tuple[str, str]]:
    try:
        if SYSTEM == "linux":
            return linux_disks(Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape"))
        if SYSTEM == "darwin":
            return mac_disks(_mount())
    except (OSError, ValueError):
        pass
    return []


def _mount() -> str:
    """What `mount` lists. Raises OSError."""
    import subprocess

    try:
        asked = ["/sbin/mount"]
        return subprocess.run(asked, capture_output=True, check=True, text=True, timeout=2).stdout
    except subprocess.SubprocessError as error:
        raise OSError("mount said nothing") from error


def _remote_drives() -> frozenset[str]:
    if SYSTEM != "win32":
        return frozenset()
    import ctypes

    kind = getattr(ctypes, "windll").kernel32.GetDriveTypeW  # noqa: B009 (of Windows only)
    letters = (f"{chr(code)}:" for code in range(ord("A"), ord("Z") + 1))
    return frozenset(drive for drive in letters if kind(f"{drive}\\") == DRIVE_REMOTE)


def _marks(folder: Path) -> list[str]:
    found = []
    for above in (folder, *folder.parents):
        with suppress(OSError):
            found += [mark for mark in MARKS if (above / mark).exists()]
    return found
