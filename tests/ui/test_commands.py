"""Commands are enabled for as long as somebody stands behind them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from makna.ui.commands import Commands


def _gone(owner: QObject) -> None:
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)


@pytest.fixture
def commands(qtbot: QtBot) -> Commands:
    return Commands(QCoreApplication.instance() or QObject())


def test_a_command_is_disabled_when_its_owner_goes(commands: Commands) -> None:
    owner = QObject()
    commands.bind("export", lambda: None, owner)
    assert commands["export"].isEnabled()

    _gone(owner)

    assert not commands["export"].isEnabled()


def test_a_command_stays_enabled_when_the_owner_before_the_present_one_goes(
    commands: Commands,
) -> None:
    """The next project's desk binds its commands before the last one's is deleted."""
    heard: list[str] = []
    first, second = QObject(), QObject()
    commands.bind("export", lambda: heard.append("first"), first)
    commands.bind("export", lambda: heard.append("second"), second)
    commands.bind_toggle("left_pane", lambda on: None, first)
    commands.bind_toggle("left_pane", lambda on: None, second)

    _gone(first)
    commands["export"].trigger()

    assert heard == ["second"]
    assert commands["left_pane"].isEnabled()
