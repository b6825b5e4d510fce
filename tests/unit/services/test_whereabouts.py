"""The warning about a shared folder comes once a project, and never where nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from makna import bootstrap
from makna.services.whereabouts import word_of_warning


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "OneDrive").mkdir()
    return tmp_path / "OneDrive" / "Skripsi.makna"


def test_warning_comes_once_and_not_again_after_a_restart(path: Path) -> None:
    project = bootstrap.create_project(path)
    warning = word_of_warning(project)
    assert warning is not None
    assert "OneDrive" in warning.text("en") and "Skripsi.makna" in warning.text("id")
    assert word_of_warning(project) is None
    project.close()
    again = bootstrap.open_project(path)
    assert word_of_warning(again) is None
    assert again.history.next_undo() is None
    again.close()


def test_moving_to_another_service_warns_anew(path: Path) -> None:
    project = bootstrap.create_project(path)
    word_of_warning(project)
    project.close()
    moved = path.parents[1] / "Dropbox"
    moved.mkdir()
    project = bootstrap.open_project(path.rename(moved / path.name))
    warning = word_of_warning(project)
    project.close()
    assert warning is not None and "Dropbox" in warning.text("en")


def test_reading_and_ordinary_folders_say_nothing(path: Path) -> None:
    bootstrap.create_project(path).close()
    reading = bootstrap.open_project(path, read_only=True)
    assert word_of_warning(reading) is None
    reading.close()
    ordinary = bootstrap.create_project(path.parents[1] / "b.makna")
    assert word_of_warning(ordinary) is None
    ordinary.close()
