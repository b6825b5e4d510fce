"""Whether a folder is kept in step by a cloud client or lies on another computer.

Both work for a project, and both have cost people theirs: two computers write at once, or a
connection breaks in the middle. Told by what lies on this computer alone: paths, the names that the
clients give to their folders, the marks they leave there, and the table of mounted disks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import PurePath, PureWindowsPath
from typing import Literal

NAMES: dict[str, str] = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
    "megasync": "MEGA",
    "box sync": "Box",
    "yandex.disk": "Yandex Disk",
    "synologydrive": "Synology Drive",
    "proton drive": "Proton Drive",
}
"""Name of a folder, casefolded → the client that makes folders of that name."""

BEGINNINGS: dict[str, str] = {
    # With the organisation or account behind it, as in `OneDrive - Universitas …`.
    "onedrive -": "OneDrive",
    "onedrive-": "OneDrive",
    "dropbox (": "Dropbox",
    "dropbox-": "Dropbox",
    "googledrive-": "Google Drive",
    "box-box": "Box",
    # Places of the file manager of GNOME.
    "google-drive:": "Google Drive",
    "onedrive:": "OneDrive",
}
STREAMED = {"my drive", "drive saya", "shared drives", "drive bersama"}
"""At the top of the drive as which Google Drive shows itself on Windows."""

MARKS: dict[str, str] = {
    ".dropbox.cache": "Dropbox",
    ".tmp.driveupload": "Google Drive",
    ".tmp.drivedownload": "Google Drive",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".synologyworkingdirectory": "Synology Drive",
}
"""What a client leaves at the top of the folder that it keeps in step, whatever that is called."""

CLOUD_DISKS = {
    "fuse.google-drive-ocamlfuse": "Google Drive",
    "fuse.onedriver": "OneDrive",
    "fuse.pcloud.fuse": "pCloud",
    "fuse.rclone": "rclone",
}
NETWORK_DISKS = {
    **dict.fromkeys(("cifs", "smb3", "smbfs", "smb2"), "SMB"),
    **dict.fromkeys(("nfs", "nfs4"), "NFS"),
    **dict.fromkeys(("davfs", "fuse.davfs", "fuse.davfs2", "webdav"), "WebDAV"),
    **dict.fromkeys(("fuse.sshfs", "sshfs", "osxfuse.sshfs"), "SSH"),
    **dict.fromkeys(("ceph", "fuse.ceph"), "Ceph"),
    **dict.fromkeys(("glusterfs", "fuse.glusterfs"), "GlusterFS"),
    "afpfs": "AFP",
    "afs": "AFS",
    "lustre": "Lustre",
    "ncpfs": "NCP",
    "fuse.gvfsd-fuse": "GVfs",
}

Kind = Literal["cloud", "network"]


@dataclass(frozen=True)
class SharedFolder:
    """Why a folder needs a word of warning: kept in step by a client, or a drive elsewhere."""

    kind: Kind
    service: str
    """What keeps or carries it, by its own name."""


@dataclass(frozen=True)
class Machine:
    """What this computer knows about its folders."""

    roots: Mapping[str, str] = field(default_factory=dict)
    """Folder → client, as the clients have written down."""
    disks: Sequence[tuple[str, str]] = ()
    """(mount point, type of file system)."""
    remote_drives: frozenset[str] = frozenset()
    """Letters of Windows that stand for another computer, as `Z:`."""


def shared_folder(
    folder: PurePath, machine: Machine, marks: Iterable[str] = ()
) -> SharedFolder | None:
    """What is special about `folder`, an absolute path; None for an ordinary one.

    `marks` are the names of MARKS that are there in it or in a folder above.
    """
    on_network = _network(folder, machine)
    client = _written_down(folder, machine) or _named(folder)
    client = client or next((MARKS[mark] for mark in marks), "")
    if client:
        return SharedFolder("cloud", client)
    return on_network


def _written_down(folder: PurePath, machine: Machine) -> str:
    for root, client in machine.roots.items():
        above = type(folder)(root)
        if above == folder or above in folder.parents:
            return client
    return ""


def _named(folder: PurePath) -> str:
    names = [part.casefold() for part in folder.parts[1:]]
    for name in names:
        if name in NAMES:
            return NAMES[name]
        for beginning, client in BEGINNINGS.items():
            if name.startswith(beginning):
                return client
    for above, name in pairwise(names):
        if (above, name) == ("library", "mobile documents"):
            return "iCloud"
    streamed = isinstance(folder, PureWindowsPath) and bool(names) and names[0] in STREAMED
    return "Google Drive" if streamed else ""


def _network(folder: PurePath, machine: Machine) -> SharedFolder | None:
    if isinstance(folder, PureWindowsPath):
        drive = folder.drive.upper()
        # `\\server\share`, but not the long form of a local path, `\\?\C:`.
        elsewhere = drive.startswith("\\\\") and not re.match(r"\\\\[?.]\\(?!UNC)", drive)
        remote = elsewhere or drive in machine.remote_drives
        return SharedFolder("network", "SMB") if remote else None
    kind = _disk_type(folder, machine.disks)
    if kind in CLOUD_DISKS:
        return SharedFolder("cloud", CLOUD_DISKS[kind])
    return SharedFolder("network", NETWORK_DISKS[kind]) if kind in NETWORK_DISKS else None


def _disk_type(folder: PurePath, disks: Sequence[tuple[str, str]]) -> str:
    """Of the innermost disk that holds the folder; of two at one place the later one shows."""
    depth, found = -1, ""
    for point, kind in disks:
        above = type(folder)(point)
        if len(above.parts) >= depth and (above == folder or above in folder.parents):
            depth, found = len(above.parts), kind
    return found


def linux_disks(mountinfo: str) -> list[tuple[str, str]]:
    """Mount points and types of `/proc/self/mountinfo` (proc(5))."""
    disks = []
    for line in mountinfo.splitlines():
        before, _, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if len(fields) > 4 and kinds[0]:
            point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[4])
            disks.append((point, kinds[0]))
    return disks


def mac_disks(listed: str) -> list[tuple[str, str]]:
    """Mount points and types of what macOS's `mount` prints."""
    pattern = re.compile(r"^.* on (/.*) \(([\w.]+)[,)]", re.MULTILINE)
    return [(point, kind) for point, kind in pattern.findall(listed)]
