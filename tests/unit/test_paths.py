"""Shipped files are found, and the user's files go where they belong."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from makna import paths

USER_DIRS = [paths.data_dir, paths.config_dir, paths.log_dir, paths.backup_dir]


def test_checkout_finds_resources_and_migrations() -> None:
    assert (paths.shipped_dir() / "pyproject.toml").is_file()
    assert paths.migrations_dir().is_dir()
    assert paths.resources_dir().is_dir()


def test_installed_package_finds_what_lies_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "makna" / "_data").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "makna")
    assert paths.resources_dir() == tmp_path / "makna" / "_data" / "resources"
    assert paths.migrations_dir() == tmp_path / "makna" / "_data" / "migrations"


def test_everything_of_the_user_lies_below_makna_home(makna_home: Path) -> None:
    folders = {find() for find in USER_DIRS}
    assert len(folders) == len(USER_DIRS)
    for folder in folders:
        assert folder.is_dir()
        assert folder.is_relative_to(makna_home)


def test_relative_makna_home_does_not_depend_on_where_the_program_goes_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MAKNA_HOME", "stick")
    assert paths.data_dir() == tmp_path.resolve() / "stick" / "data"


@pytest.mark.parametrize("value", [None, ""])
def test_without_makna_home_the_system_decides(
    value: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MAKNA_HOME")
    if value is not None:
        monkeypatch.setenv("MAKNA_HOME", value)
    monkeypatch.setattr(platformdirs, "user_data_path", lambda name, **_: tmp_path / name)
    assert paths.portable_home() is None
    assert paths.data_dir() == tmp_path / "makna"
    assert paths.backup_dir() == tmp_path / "makna" / "backups"
