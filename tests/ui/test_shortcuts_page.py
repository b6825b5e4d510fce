"""The page of shortcuts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from makna.ui.commands import Commands
from makna.ui.shortcuts_page import ShortcutsPage


@pytest.mark.parametrize("width", [560, 1200])
def test_nothing_is_cut_off_at_the_side(qtbot: QtBot, width: int) -> None:
    owner = QObject()
    page = ShortcutsPage(Commands(owner))
    qtbot.addWidget(page)
    page.resize(width, 600)
    page.show()
    qtbot.waitExposed(page)
    assert page.horizontalScrollBar().maximum() == 0
