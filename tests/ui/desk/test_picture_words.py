"""What the window says of a picture: nothing of words and lines that it has not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from makna.services import importing
from makna.ui.desk.desk import Desk
from makna.ui.desk.inspector.inspector import Scope
from makna.ui.main_window import MainWindow


@pytest.fixture
def window(bare_window: MainWindow, tmp_path: Path) -> MainWindow:
    bare_window.new_project(tmp_path / "Skripsi.makna", "Rani")
    return bare_window


@pytest.fixture
def desk(window: MainWindow, tmp_path: Path, material: Any) -> Desk:
    """A picture in front."""
    assert window.desk is not None
    desk, path = window.desk, tmp_path / "Taman.jpg"
    path.write_bytes(material.photo(size=(600, 400)))
    done = importing.import_files(
        desk.session.project, [path], announce=desk.session.announce
    ).value
    desk.pages.open_source(done.imported[0].id)
    return desk


def test_the_status_line_names_no_paragraph_and_no_share(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: "Taman" in desk.status.piece("source").text())
    assert desk.status.piece("source").text() == "Taman: 0 passages"
    assert desk.status.piece("where").text() == ""


def test_the_panel_of_the_source_names_no_share(desk: Desk) -> None:
    desk.inspector.look_at(Scope.SOURCE)
    assert desk.inspector.source.counts.text() == "0 passages"


def test_ctrl_k_asks_for_a_rectangle(window: MainWindow, desk: Desk) -> None:
    window.commands["code"].trigger()
    assert "Draw a rectangle" in desk.notices.text()
