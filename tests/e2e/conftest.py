"""A study to try commands on, and a way to call them as a shell does."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from makna.cli.main import run
from makna.cli.opening import reading

INTERVIEW = """Pewawancara: Apa peran humas di kota ini?
Narasumber: Humas memfasilitasi dialog 😀 dengan warga. Kami mempublikasikan berita.
Pewawancara: Siapa yang membantu?
Narasumber: Media lokal membantu humas."""
FIELD_NOTES = "Catatan lapangan.\nRapat humas berlangsung lama."


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON value of a command that went well."""
        assert self.code == 0, self.err
        return json.loads(self.out)


Makna = Callable[..., Said]


@pytest.fixture
def makna(
    makna_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Makna:
    """Runs a command in this process, in English, with nothing of the user's."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")

    def call(*arguments: object, stdin: bytes = b"") -> Said:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return call


@pytest.fixture(scope="session")
def _prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study, made once by the commands themselves."""
    folder = tmp_path_factory.mktemp("study")
    (folder / "I1.txt").write_text(INTERVIEW, "utf-8")
    (folder / "Notes.txt").write_text(FIELD_NOTES, "utf-8")
    study = folder / "Study.makna"
    for arguments in (
        ["new", study, "--language", "id", "--coder", "Sari"],
        ["import", study, folder / "I1.txt", folder / "Notes.txt"],
        ["add-code", study, "Peran > Fasilitator", "cat", "category"],
    ):
        assert run([str(argument) for argument in arguments]) == 0
    return study


@pytest.fixture
def study(_prepared: Path, tmp_path: Path) -> Path:
    """A project of Sari's: an interview `I1`, field notes `Notes`, four codes, nothing coded."""
    return Path(shutil.copy(_prepared, tmp_path / "Study.makna"))


@pytest.fixture(scope="session")
def _coded(_prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    study = Path(shutil.copy(_prepared, tmp_path_factory.mktemp("coded") / "Study.makna"))
    for source, code, quote in (
        ("I1", "cat", "Humas memfasilitasi dialog"),
        ("I1", "Fasilitator", "Humas memfasilitasi dialog"),
        ("I1", "category", "warga"),
        ("Notes", "cat", "Rapat"),
    ):
        # By name: the settings are those of whichever test comes first.
        place = ["--source", source, "--code", code, "--quote", quote, "--coder", "Sari"]
        assert run(["apply", str(study), *place]) == 0
    with reading(study) as project:
        found = project.sources.all()[1]
        rapat = project.passages.of_source(found.id)[0]
    link = f"passage:{rapat.guid}"
    memo = ["--title", "Rapat", "--text", "Penting", "--link", link]
    assert run(["memo", str(study), *memo]) == 0
    span = f"{rapat.start}:{rapat.end}"
    place = ["--source", found.name, "--code", "cat", "--span", span, "--coder", "Sari"]
    assert run(["uncode", str(study), *place]) == 0
    return study


@pytest.fixture
def coded(_coded: Path, tmp_path: Path) -> Path:
    """The study, coded: `Humas memfasilitasi dialog` is `cat` and Fasilitator, `warga` is
    `category`, and `Rapat` in the notes has a memo and no code."""
    return Path(shutil.copy(_coded, tmp_path / "Study.makna"))


@pytest.fixture
def one_line(makna: Makna) -> Callable[..., str]:
    """Runs a command that has to fail by the user's fault; gives the one line that it says."""

    def call(*arguments: object, stdin: bytes = b"") -> str:
        said = makna(*arguments, stdin=stdin)
        assert said.code == 2, said
        assert said.err.startswith("makna: "), said.err
        assert said.err.count("\n") == 1, said.err
        assert said.err.endswith(".\n"), said.err
        return said.err

    return call
