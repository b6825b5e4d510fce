"""What a wrong command line, a missing window and a bug look like."""

from __future__ import annotations

import io
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from makna.cli.main import COMMANDS
from makna.domain.errors import UserError

Makna = Callable[..., Any]
Line = Callable[..., str]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["inof"], "info"),
        (["sing", "x"], "new"),
        (["--sing"], "--sing"),
        (["info"], "PROJECT"),
        (["info", "P.makna", "extra"], "extra"),
        (["info", "P.makna", "--sing"], "--json"),
        (["info", "P.makna", "--json=1"], "--json"),
        (["new", "P.makna", "--language", "fr"], "fr"),
        (["apply", "P.makna", "--source"], "--source"),
        (["search", "P.makna", "x", "--limit", "many"], "many"),
        (["nothing.makna"], "nothing.makna"),
        (["no/where"], "where"),
        (["info", ""], ""),
        (["info", "."], "is a folder"),
    ],
)
def test_a_wrong_command_line_is_one_line(
    arguments: list[str], expected: str, one_line: Line
) -> None:
    assert expected in one_line(*arguments)


@pytest.mark.parametrize("name", [n for n in COMMANDS if n not in ("frames", "demo", "backups")])
def test_no_command_runs_without_its_arguments(name: str, one_line: Line) -> None:
    one_line(name)


def test_errors_speak_indonesian_on_an_indonesian_system(
    one_line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    assert "tidak ada" in one_line("info", "tiada.makna")
    assert "bukan perintah" in one_line("inof")


def test_things_are_named_in_indonesian(
    one_line: Line, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    assert "Tidak ada sumber bernama “x”" in one_line("text", study, "x")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_a_table_and_no_control_characters(
    makna: Makna, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    makna("source", study, "I1", "--rename", "[bold]I1\x1b[31m")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    assert makna("sources", study).code == 0
    shown = terminal.getvalue()
    assert "[bold]I1" in shown
    assert "\x1b[31m" not in shown
    assert "Characters" in shown


def test_a_terminal_sees_that_an_import_goes_on(
    makna: Makna, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "new.txt").write_text("Baru.", "utf-8")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    report = makna("import", study, tmp_path / "new.txt", "--json")
    assert report.json["imported"][0]["source"] == "new"
    assert "Importing" in terminal.getvalue()


def test_the_version_is_said(makna: Makna) -> None:
    assert makna("--version").out.startswith("makna ")


def window(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """Stands in for the window; what it was asked to open."""
    opened: list[Path | None] = []

    def run(path: Path | None) -> int:
        opened.append(path)
        return 3

    fake = types.ModuleType("makna.ui.app")
    fake.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "makna.ui.app", fake)
    return opened


def test_without_a_command_the_window_opens(
    makna: Makna, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = window(monkeypatch)
    assert makna().code == 3
    assert makna(study).code == 3
    assert opened == [None, study]


def test_a_system_without_graphics_is_no_bug(
    one_line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> types.ModuleType:
        raise ImportError("libEGL.so.1: cannot open shared object file", name=None)

    monkeypatch.setattr("makna.cli.main.import_module", missing)
    assert "libEGL" in one_line()


def test_a_bug_is_one_line_and_its_log_quotes_nobody(
    makna: Makna, study: Path, makna_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = "rahasia Ibu Rina"

    def broken(*arguments: object) -> None:
        try:
            raise ValueError(secret)
        except ValueError as error:
            raise RuntimeError(secret) from error

    monkeypatch.setattr("makna.cli.coding.find_source", broken)
    said = makna("apply", study, "--source", secret, f"--code={secret}", "--span", "0:3")
    assert said.code == 1
    assert said.err.startswith("makna: This is a bug in Makna (RuntimeError).")
    assert said.err.count("\n") == 1
    log = (makna_home / "log" / "makna.log").read_text("utf-8")
    assert str(makna_home / "log" / "makna.log") in said.err
    assert "apply --source --code --span" in log
    assert log.index("ValueError") < log.index("RuntimeError")
    assert f"{Path(__file__).name}:" in log
    assert "Rina" not in log


def test_without_a_home_there_is_still_one_line(
    makna: Makna, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    monkeypatch.setenv("MAKNA_HOME", str(tmp_path / "file"))
    added = makna("add-code", study, "x")
    assert added.code == 0
    assert "config" in added.err and added.err.count("\n") == 1

    def broken(*arguments: object, **options: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("makna.bootstrap.open_project", broken)
    said = makna("info", study)
    assert said.code == 1
    assert f"{Path(__file__).name}:" in said.err
    assert said.err.count("\n") == 1


def test_ctrl_c_is_said_and_nothing_is_a_bug(
    makna: Makna, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("makna.bootstrap.open_project", stop)
    said = makna("info", study)
    assert said.code == 130
    assert said.err.startswith("makna: Stopped.")


def test_every_click_error_becomes_one_of_ours() -> None:
    from makna.cli.usage import user_error

    for error in (
        click.UsageError("Odd.\nVery odd."),
        click.NoSuchOption("--x"),
        click.MissingParameter("needed"),
        click.BadParameter("bad"),
        click.FileError("f", "hint"),
    ):
        found = user_error(error)
        assert isinstance(found, UserError)
        assert "\n" not in found.line("en")
        assert found.line("id") != found.line("en")
