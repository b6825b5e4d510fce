"""The product as a user gets it: a wheel, installed away from the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

import makna

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, cwd: Path, env: dict[str, str] | None = None) -> str:
    """Run this Python; what it prints, or a failure that shows all of it."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1", **(env or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run("-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder), cwd=ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    pip = ["-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    run(*pip, "--no-deps", "--no-index", "--target", str(folder), str(wheel), cwd=folder)
    return folder


DEMO = ROOT / "resources" / "demo"
BUILT_FROM = (DEMO / "id", DEMO / "en", DEMO / "park.png")
"""What the demo projects are built from; the built ones are shipped."""


def shipped(folder: str) -> set[str]:
    """The files below a folder of the checkout, as the wheel has to name them."""
    return {
        f"makna/_data/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
        and "__pycache__" not in path.parts
        and not any(path.is_relative_to(material) for material in BUILT_FROM)
    }


def test_wheel_holds_the_program_and_everything_it_ships_with(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    assert "makna/__main__.py" in names
    assert shipped("migrations")
    assert shipped("resources")
    assert shipped("migrations") | shipped("resources") <= names
    assert not [name for name in names if "__pycache__" in name or name.startswith("tests/")]


def test_installed_program_runs_from_its_own_files(installed: Path, tmp_path: Path) -> None:
    env = {"PYTHONPATH": str(installed)}
    show = "from makna import paths; print(paths.__file__); print(paths.migrations_dir())"
    files = run("-c", show, cwd=tmp_path, env=env).split()
    assert all(Path(name).resolve().is_relative_to(installed.resolve()) for name in files)
    assert makna.__version__ in run("-m", "makna", "--version", cwd=tmp_path, env=env)


def test_installed_program_makes_a_project_with_a_built_in_frame(
    installed: Path, tmp_path: Path
) -> None:
    env = {"PYTHONPATH": str(installed)}
    frames = json.loads(run("-m", "makna", "frames", "--json", cwd=tmp_path, env=env))
    frame = next(entry for entry in frames if entry["codes"])
    new = ["new", "Skripsi.makna", "--language", "id", "--frame", frame["id"], "--coder", "Sari"]
    run("-m", "makna", *new, cwd=tmp_path, env=env)
    info = json.loads(run("-m", "makna", "info", "Skripsi.makna", "--json", cwd=tmp_path, env=env))
    assert info["language"] == "id"
    assert info["coder"] == "Sari"
    assert info["codes"] >= frame["codes"]
