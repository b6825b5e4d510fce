"""Nothing can be kept in the user's own folder: said in a line, and the work goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makna import bootstrap, paths
from makna.cli.main import run
from makna.services import codebook
from makna.ui.app import dress
from makna.ui.main_window import MainWindow


@pytest.fixture
def no_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that is a file: not even who may do everything can make a folder in it."""
    home = tmp_path / "rumah"
    home.write_bytes(b"")
    monkeypatch.setenv("MAKNA_HOME", str(home))
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    return home


def test_the_command_line_works_and_says_what_is_the_matter(
    no_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, text = tmp_path / "P.makna", tmp_path / "a.txt"
    text.write_text("N: kata", "utf-8")
    for command in (["new", str(path)], ["import", str(path), str(text)]):
        assert run(command) == 0
        said = capsys.readouterr().err
        assert "cannot be kept" in said and str(no_home / "config") in said
    assert run(["search", str(path), "kata"]) == 0
    assert "kata" in capsys.readouterr().out
    assert run(["backup", str(path)]) == 2
    assert "backups" in capsys.readouterr().err


def test_the_window_opens_and_keeps_what_is_done_in_it(
    qtbot: QtBot, no_home: Path, tmp_path: Path
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, bootstrap.settings())
    window = MainWindow()
    qtbot.addWidget(window)
    problem = bootstrap.home_problem()
    assert problem is not None and problem.key == "no_home"
    window.tell_failure(problem)
    assert str(no_home) in window.notices_now().text()
    assert window.new_project(tmp_path / "P.makna", "Ani")
    assert window.desk is not None
    session = window.desk.session
    assert session.perform(lambda: codebook.add_code(session.project, "K")) is not None
    window.close_project()
    assert window.open_project(tmp_path / "P.makna")
    window.close_project()


def test_a_home_that_takes_files_is_no_problem_and_keeps_nothing_of_the_trial(
    makna_home: Path,
) -> None:
    assert bootstrap.home_problem() is None
    assert not list(paths.config_dir().iterdir()) and not list(paths.data_dir().iterdir())
