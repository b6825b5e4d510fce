"""What was remembered on another computer, or by another account, is simply not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from makna.ui.system import remembered_path


def test_what_is_there_is_found(tmp_path: Path) -> None:
    assert remembered_path(str(tmp_path)) == tmp_path


@pytest.mark.parametrize("name", [None, "", 3, ["a"], "\0", "a" * 300, "/nowhere/at/all"])
def test_anything_else_is_not(name: object) -> None:
    assert remembered_path(name) is None


def test_a_place_in_a_folder_of_somebody_else_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "exists", refused)
    assert remembered_path("/home/somebody/Bab") is None
