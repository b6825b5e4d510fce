"""Folders of cloud clients and network drives are told by what this computer knows."""

from __future__ import annotations

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from makna.domain.whereabouts import Machine, SharedFolder, linux_disks, mac_disks, shared_folder

MOUNTINFO = """\
25 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 25 0:35 / /mnt/berkas\\040bersama rw - cifs //server/humas rw
41 25 0:36 / /home/rani/arsip rw - nfs4 server:/arsip rw
42 25 0:37 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
43 25 0:38 / /home/rani/awan rw - fuse.rclone drive: rw
44 41 8:2 / /home/rani/arsip/setempat rw - ext4 /dev/sda2 rw
"""
LINUX = Machine(disks=linux_disks(MOUNTINFO))
WINDOWS = Machine(roots={"D:\\Awan": "OneDrive"}, remote_drives=frozenset({"Z:"}))


def posix(path: str) -> PurePath:
    return PurePosixPath(path)


def windows(path: str) -> PurePath:
    return PureWindowsPath(path)


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        (windows(r"C:\Users\Rani\OneDrive\Skripsi"), "OneDrive"),
        (windows(r"C:\Users\Rani\OneDrive - Universitas Sagara\Skripsi"), "OneDrive"),
        (windows(r"d:\awan\bab 4"), "OneDrive"),
        (windows(r"G:\Drive Saya\Skripsi"), "Google Drive"),
        (windows(r"C:\Users\Rani\iCloudDrive"), "iCloud"),
        (posix("/home/rani/Dropbox/skripsi"), "Dropbox"),
        (posix("/home/rani/Dropbox (Kampus)"), "Dropbox"),
        (posix("/Users/rani/Library/CloudStorage/GoogleDrive-r@x.id/My Drive"), "Google Drive"),
        (posix("/Users/rani/Library/CloudStorage/OneDrive-Pribadi"), "OneDrive"),
        (posix("/Users/rani/Library/Mobile Documents/iCloud~md~x/Documents"), "iCloud"),
        (posix("/run/user/1000/gvfs/google-drive:host=x,user=r/a"), "Google Drive"),
        (posix("/home/rani/awan/skripsi"), "rclone"),
    ],
)
def test_folder_of_a_cloud_client_is_told(folder: PurePath, service: str) -> None:
    machine = WINDOWS if isinstance(folder, PureWindowsPath) else LINUX
    assert shared_folder(folder, machine) == SharedFolder("cloud", service)


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        (windows(r"\\kampus\humas\Skripsi"), "SMB"),
        (windows(r"\\?\UNC\kampus\humas\Skripsi"), "SMB"),
        (windows("Z:\\Skripsi"), "SMB"),
        (posix("/mnt/berkas bersama/skripsi"), "SMB"),
        (posix("/home/rani/arsip"), "NFS"),
        (posix("/run/user/1000/gvfs/smb-share:server=x"), "GVfs"),
    ],
)
def test_network_drive_is_told(folder: PurePath, service: str) -> None:
    machine = WINDOWS if isinstance(folder, PureWindowsPath) else LINUX
    assert shared_folder(folder, machine) == SharedFolder("network", service)


@pytest.mark.parametrize(
    "folder",
    [
        windows(r"C:\Users\Rani\Documents\Skripsi"),
        windows(r"\\?\C:\Users\Rani"),
        windows(r"C:\Users\Rani\My Drive"),
        windows("D:\\"),
        posix("/home/rani/Skripsi OneDrive dan Dropbox"),
        posix("/home/rani/arsip/setempat/bab"),
        posix("/home/rani/arsipnya"),
        posix("/"),
    ],
)
def test_ordinary_folder_is_left_in_peace(folder: PurePath) -> None:
    machine = WINDOWS if isinstance(folder, PureWindowsPath) else LINUX
    assert shared_folder(folder, machine) is None


def test_mark_of_a_client_tells_a_folder_with_any_name() -> None:
    found = shared_folder(posix("/home/rani/tesis"), LINUX, [".stfolder"])
    assert found == SharedFolder("cloud", "Syncthing")


def test_disks_of_a_mac_are_read_from_what_mount_prints() -> None:
    printed = (
        "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)\n"
        "//rani@kampus/humas on /Volumes/Humas (Bersama) (smbfs, nodev, nosuid, mounted by rani)\n"
    )
    disks = mac_disks(printed)
    assert disks == [("/", "apfs"), ("/Volumes/Humas (Bersama)", "smbfs")]
    folder = posix("/Volumes/Humas (Bersama)/Skripsi")
    assert shared_folder(folder, Machine(disks=disks)) == SharedFolder("network", "SMB")


@pytest.mark.parametrize("broken", ["", "x", "1 2 3 - ext4", "\n\n", "25 1 8:1 / /"])
def test_unreadable_table_of_disks_names_none(broken: str) -> None:
    assert linux_disks(broken) == []
    assert mac_disks(broken) == []
