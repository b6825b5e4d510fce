"""Where a code stands, before its name in a list that is too narrow for both."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from makna.ui.widgets.delegates import path_before

PATH = "The Circular Model of SoMe for Social Communication"


@pytest.fixture
def metrics(qtbot: QtBot) -> QFontMetrics:
    return QFontMetrics(QFont())


def test_the_path_gives_way_so_that_the_name_is_whole(metrics: QFontMetrics) -> None:
    room = metrics.horizontalAdvance("The Circular › Build trust")
    lead = path_before(PATH, "Build trust", metrics, room)
    assert lead != f"{PATH} › "
    assert metrics.horizontalAdvance(f"{lead}Build trust") <= room


def test_a_path_with_room_stays_whole(metrics: QFontMetrics) -> None:
    room = metrics.horizontalAdvance(f"{PATH} › Build trust") + 1
    assert path_before(PATH, "Build trust", metrics, room) == f"{PATH} › "


def test_a_name_that_is_too_long_leaves_a_quarter_to_the_path(metrics: QFontMetrics) -> None:
    lead = path_before(PATH, "Build trust " * 20, metrics, 400)
    assert 40 < metrics.horizontalAdvance(lead) <= 100 + metrics.horizontalAdvance(" › ")
