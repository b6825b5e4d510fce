"""Nothing let in, nothing let out: the network, scripts, formulas, file names, the log."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest

from makna import bootstrap
from makna.cli.main import run
from makna.domain.identity import Identity
from makna.domain.report import Records, Report
from makna.formats.writers import suffixes, write_report
from makna.paths import log_dir
from makna.services import coding, exporting, importing, logbook, projects
from makna.services.diagnostics import diagnostics
from makna.services.settings import Settings
from makna.storage.project import Project

MARKER = "Xylofon-Rahasia"
HOSTILE = (
    "=HYPERLINK(\"http://x\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)",
    "\n=1", " =1", "\u200b=1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20x",
)  # fmt: skip

MAIN_PATH = """
import socket, sys
def forbid(event, args):
    if event.startswith(("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.bind",
                         "urllib.Request", "http.client.connect", "ftplib.connect")):
        raise SystemExit(f"the network was asked for: {event} {args}")
    if event == "socket.__new__" and args[1] in (socket.AF_INET, socket.AF_INET6):
        raise SystemExit(f"a socket was made: {args}")
sys.addaudithook(forbid)
from makna.cli.main import run
folder = sys.argv[1]
project = f"{folder}/P.makna"
for arguments in (
    ["new", project, "--coder", "Sari"],
    ["import", project, f"{folder}/in"],
    ["add-code", project, "Peran > Humas"],
    ["autocode", project, "--code", "Humas", "humas"],
    ["search", project, "mempublikasikan"],
    ["memo", project, "--title", "M", "--text", "lihat https://example.org"],
    ["case", project, "Ibu Rina"],
    ["retrieve", project],
    ["check", project],
    ["backup", project],
    ["backups", project],
    ["undo", project],
    ["erase", project, "--case", "Ibu Rina"],
    *(["export", project, "excerpts", f"{folder}/out{suffix}"] for suffix in sys.argv[2].split()),
):
    if run(arguments):
        raise SystemExit(f"failed: {arguments}")
"""


def test_the_main_path_never_asks_for_the_network(tmp_path: Path, makna_home: Path) -> None:
    material = tmp_path / "in"
    material.mkdir()
    files = Path(__file__).parents[1] / "files"
    for file in files.iterdir():
        (material / file.name).write_bytes(file.read_bytes())
    page = '<html><body><p>Humas <img src="http://example.org/x.png"></p><script src="//x">'
    (material / "halaman.html").write_text(page * 3, "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", MAIN_PATH, str(tmp_path), " ".join(suffixes())],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture
def report() -> Report:
    rows = tuple((text, text) for text in HOSTILE)
    records = Records(("a", "b"), ("A", "B"), rows)
    return Report(title="=1+1", language="en", blocks=(), records=records)


def test_no_cell_of_a_spreadsheet_is_a_formula_or_a_link(report: Report, tmp_path: Path) -> None:
    write_report(report, tmp_path / "x.xlsx")
    with zipfile.ZipFile(tmp_path / "x.xlsx") as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    sheets = "".join(text for name, text in parts.items() if "/worksheets/" in name)
    assert "SUM(A1)" in "".join(parts.values())
    assert "<f>" not in sheets
    assert "<f " not in sheets
    assert "<hyperlink" not in sheets
    assert not any("externalLink" in name or "vba" in name.lower() for name in parts)


def test_no_cell_of_a_csv_begins_like_a_formula(report: Report, tmp_path: Path) -> None:
    write_report(report, tmp_path / "x.csv")
    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert len(cells) >= 2 * len(HOSTILE)
    begun = [cell.lstrip(" \u200b")[:1] for cell in cells]
    assert not set(begun) & set("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


@pytest.fixture
def project(tmp_path: Path, makna_home: Path) -> Project:
    """A project whose every name and text wants to run something."""
    made = projects.create_project(tmp_path / "P.makna", HOSTILE[6], "en", Identity("g", "Sari"))
    for number, words in enumerate(HOSTILE):
        source = importing.import_text(made, f"../../{words}", f"{words} {MARKER}").value
        coding.apply_new_code(made, source.id, 0, len(words), f"{words} {number}")
    return made


class Tags(HTMLParser):
    """Every tag with each of its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, "", ""))
        self.found += [(tag, name, value or "") for name, value in attrs]


@pytest.mark.parametrize("what", ["excerpts", "codebook", "memos"])
def test_no_html_carries_a_script(project: Project, tmp_path: Path, what: str) -> None:
    exporting.export(project, what, tmp_path / "x.html")
    seen = Tags()
    seen.feed((tmp_path / "x.html").read_text("utf-8"))
    names = {tag for tag, _, _ in seen.found}
    assert {"html", "body"} <= names
    assert not names & {"script", "iframe", "object", "embed", "form", "base", "link"}
    assert not [name for _, name, _ in seen.found if name.startswith("on")]
    leads = [value for _, name, value in seen.found if name in ("href", "src", "action")]
    assert not [value for value in leads if not value.startswith(("#", "data:image/"))]
    project.close()


def test_names_in_a_project_lead_out_of_no_folder(project: Project, tmp_path: Path) -> None:
    made = projects.back_up(project, tmp_path / "cadangan")
    assert made.parent == tmp_path / "cadangan"
    (backup,) = projects.list_backups(made.parent)
    assert projects.restored_name(backup, tmp_path).parent == tmp_path
    out = tmp_path / "keluar"
    out.mkdir()
    for suffix in suffixes():
        exporting.export(project, "excerpts", out / f"x{suffix}")
    assert sorted(p.name for p in out.iterdir()) == sorted(f"x{suffix}" for suffix in suffixes())
    project.close()


# --- the log ---


class Broken(Exception):
    """A bug that quotes what it stumbled over."""


@pytest.fixture
def study(tmp_path: Path, makna_home: Path) -> Path:
    """A project that is full of the marker."""
    path = tmp_path / f"{MARKER}.makna"
    made = bootstrap.create_project(path, name=MARKER, coder=MARKER)
    source = importing.import_text(made, MARKER, f"{MARKER} berkata: {MARKER}.\n" * 3).value
    coding.apply_new_code(made, source.id, 0, len(MARKER), MARKER)
    made.close()
    return path


@pytest.mark.parametrize("where", ["makna.services.searching.Searcher.search",
                                   "makna.services.codebook.add_path",
                                   "makna.formats.registry.read_document"])  # fmt: skip
def test_the_log_and_the_diagnostics_quote_nobody(
    study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], where: str
) -> None:  # fmt: skip
    def stumbles(*given: object, **named: object) -> None:
        try:
            raise KeyError(f"{MARKER} {given} {named}")
        except KeyError as cause:
            raise Broken(f"{MARKER}: {given}") from cause

    monkeypatch.setattr(where, stumbles)
    monkeypatch.setattr("makna.services.importing.read_document", stumbles)
    (tmp_path / f"{MARKER}.txt").write_text(MARKER, "utf-8")
    codes = [
        run(["search", str(study), MARKER]),
        run(["add-code", str(study), MARKER]),
        run(["import", str(study), str(tmp_path / f"{MARKER}.txt")]),
    ]
    assert 1 in codes
    capsys.readouterr()
    opened = bootstrap.open_project(study)
    about = diagnostics(opened, Settings(coder_name=MARKER, backup_folder=MARKER, recent=(MARKER,)))
    opened.close()
    written = "".join(p.read_text("utf-8") for p in log_dir().iterdir())
    assert "Broken" in written
    assert "Broken" in about
    assert MARKER.casefold() not in (written + about).casefold()
    assert str(Path.home()) not in written + about


def test_a_full_log_makes_room_and_keeps_the_last_ones(makna_home: Path) -> None:
    log = log_dir() / logbook.NAME
    for number in range(5):
        log.write_text(f"{number}" * (logbook.MAX_LOG_BYTES + 1))
        logbook.write_down(ValueError("x"), ["info"])
    assert sorted(p.name for p in log_dir().iterdir()) == [
        "makna.log", "makna.log.1", "makna.log.2",
    ]  # fmt: skip
    assert logbook.last_errors()[-1].endswith("builtins.ValueError")
    assert (log_dir() / "makna.log.2").read_text()[0] == "3"


def test_diagnostics_say_what_helps(study: Path) -> None:
    opened = bootstrap.open_project(study)
    about = diagnostics(opened, Settings(theme="dark"))
    opened.close()
    for name in ("makna", "python", "sqlite", "schema", "codings", "file_bytes", "theme: dark"):
        assert name in about
    assert os.linesep not in about or os.linesep == "\n"
