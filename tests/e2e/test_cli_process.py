"""The command as the system runs it: a process, its streams and its start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def process(
    *arguments: object, stdin: bytes = b"", **env: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "makna", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env={**os.environ, "LC_ALL": "C", **env},
        check=False,
    )


def test_output_is_utf8_whatever_the_system_says(study: Path, makna_home: Path) -> None:
    said = process("text", study, "I1", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert said.returncode == 0
    assert "dialog 😀 dengan" in said.stdout.decode("utf-8")
    assert b"\r" not in said.stdout


def test_a_users_error_has_code_2_and_no_traceback(tmp_path: Path, makna_home: Path) -> None:
    said = process("info", tmp_path / "none.makna")
    assert said.returncode == 2
    assert said.stdout == b""
    assert said.stderr.decode("utf-8").count("\n") == 1
    assert b"Traceback" not in said.stderr


def test_many_files_are_read_in_processes_of_their_own(
    tmp_path: Path, makna: Callable[..., Any]
) -> None:
    for number in range(1, 7):
        (tmp_path / f"I{number}.txt").write_text(f"Wawancara nomor {number}.", "utf-8")
    (tmp_path / "I7.docx").write_bytes(b"PK\x03\x04" + bytes(range(256)))
    assert makna("new", tmp_path / "P.makna").code == 0
    paths = [tmp_path / f"I{n}.{'docx' if n == 7 else 'txt'}" for n in range(1, 8)]
    said = process("import", tmp_path / "P.makna", *paths, "--json")
    assert said.returncode == 0, said.stderr
    report = json.loads(said.stdout)
    assert [i["source"] for i in report["imported"]] == [f"I{n}" for n in range(1, 7)]
    assert len(report["skipped"]) == 1


def test_a_reader_that_goes_away_is_no_error(study: Path, makna_home: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        said = subprocess.run(
            [sys.executable, "-m", "makna", "text", str(study), "I1"],
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (said.returncode, said.stderr) == (0, b"")


LOADED = """
import contextlib, io, sys
from makna.cli.main import run
with contextlib.redirect_stdout(io.StringIO()):
    codes = [run(command.split()) for command in sys.argv[1:]]
print(max(codes), *sorted({name.split(".")[0] for name in sys.modules}))
"""


@pytest.mark.parametrize(
    ("commands", "heavy"),
    [
        (["--version", "--help"], {"sqlalchemy", "rich", "multiprocessing"}),
        (["info STUDY", "codes STUDY", "text STUDY I1", "retrieve STUDY", "history STUDY"], set()),
    ],
)
def test_a_start_loads_only_what_it_needs(
    commands: list[str], heavy: set[str], study: Path, makna_home: Path
) -> None:
    arguments = [command.replace("STUDY", study.name) for command in commands]
    said = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=study.parent,
    )
    code, *loaded = said.stdout.split()
    assert code == "0"
    never = {"docx", "lxml", "whoosh", "matplotlib", "PySide6", "xlsxwriter", "alembic", "rich"}
    assert not (never | heavy) & set(loaded)


def test_a_process_that_writes_keeps_others_from_writing(
    study: Path, makna: Callable[..., Any]
) -> None:
    hold = "import sys; from pathlib import Path; from makna import bootstrap;"
    hold += " p = bootstrap.open_project(Path(sys.argv[1])); print('open', flush=True); input()"
    other = subprocess.Popen(
        [sys.executable, "-c", hold, str(study)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert other.stdin is not None
    assert other.stdout is not None
    try:
        assert other.stdout.readline().strip() == b"open"
        assert makna("add-code", study, "x").code == 2
        assert makna("codes", study).code == 0
        assert makna("backup", study, study.parent / "copy.makna").code == 0
    finally:
        other.communicate(b"\n")
    assert makna("add-code", study, "x").code == 0
    assert {path.name for path in study.parent.glob("*Study*")} == {"Study.makna"}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.parametrize("arguments", [[], ["demo"]])
def test_without_a_screen_the_window_says_so_instead_of_aborting(
    arguments: list[str], makna_home: Path
) -> None:
    gone = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    said = process(*arguments, **gone)
    assert said.returncode == 2
    assert said.stderr.decode("utf-8").startswith("makna: The window cannot be opened. There is no")
