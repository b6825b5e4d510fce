"""What the machine is asked: variables, what clients have written down, and their marks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from makna.domain.whereabouts import SharedFolder
from makna.storage.whereabouts import shared_folder_of


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(tmp_path))
    for variable in ("APPDATA", "LOCALAPPDATA", "OneDrive"):
        monkeypatch.delenv(variable, raising=False)
    return tmp_path


def test_folder_that_dropbox_has_written_down(home: Path) -> None:
    root = home / "Berkas Kampus"
    (home / ".dropbox").mkdir()
    (home / ".dropbox" / "info.json").write_text(json.dumps({"personal": {"path": str(root)}}))
    assert shared_folder_of(root / "bab" / "a.makna") == SharedFolder("cloud", "Dropbox")
    assert shared_folder_of(home / "a.makna") is None


@pytest.mark.parametrize("written", ["", "[]", "{", '{"a": 3}', '{"a": {"path": 3}}', '{"a": {}}'])
def test_what_dropbox_has_written_may_be_anything(home: Path, written: str) -> None:
    (home / ".dropbox").mkdir()
    (home / ".dropbox" / "info.json").write_text(written)
    assert shared_folder_of(home / "a.makna") is None


def test_folder_that_onedrive_names_in_the_environment(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDrive", str(home.resolve() / "Awan"))
    assert shared_folder_of(home / "Awan" / "a.makna") == SharedFolder("cloud", "OneDrive")


def test_mark_above_the_folder_tells_the_client(home: Path) -> None:
    folder = home / "tesis" / "data"
    folder.mkdir(parents=True)
    assert shared_folder_of(folder / "a.makna") is None
    (home / "tesis" / ".stfolder").mkdir()
    assert shared_folder_of(folder / "a.makna") == SharedFolder("cloud", "Syncthing")


def test_a_link_into_a_cloud_folder_is_followed(home: Path) -> None:
    (home / "OneDrive").mkdir()
    (home / "OneDrive" / "a.makna").touch()
    link = home / "a.makna"
    try:
        link.symlink_to(home / "OneDrive" / "a.makna")
    except OSError:
        pytest.skip("links are not allowed here")
    assert shared_folder_of(link) == SharedFolder("cloud", "OneDrive")
