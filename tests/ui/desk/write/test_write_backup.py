"""The chapter exported from the Write view over what its author wrote."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from makna.ui.desk.write.write_page import WritePage

OWN = b"a chapter that somebody wrote"


def test_what_the_author_wrote_is_kept_and_the_panel_names_the_copy(
    qtbot: QtBot, page: WritePage, target: Path
) -> None:
    target.write_bytes(OWN)
    qtbot.mouseClick(page.sides.out.export_button, Qt.MouseButton.LeftButton)
    (copy,) = [path for path in target.parent.glob("*.docx") if "(" in path.name]
    assert copy.read_bytes() == OWN
    assert page.sides.out.written.text().splitlines()[-1] == f"The file as it was: {copy.name}"


def test_a_first_export_names_no_copy(qtbot: QtBot, page: WritePage, target: Path) -> None:
    qtbot.mouseClick(page.sides.out.export_button, Qt.MouseButton.LeftButton)
    assert target.is_file()
    assert "as it was" not in page.sides.out.written.text()
