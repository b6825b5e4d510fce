"""Commands are enabled for as long as somebody stands behind them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from makna.ui.commands import COMMANDS, Commands


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


TAKEN = {
    "Alt+F4": "closes a window",
    "Alt+Space": "menu of a window",
    "Ctrl+Esc": "start menu of Windows",
    "Ctrl+F1": "first desktop of KDE",
    "Ctrl+F8": "overview of KDE",
    "Ctrl+H": "hides a program on macOS",
    "Ctrl+Q": "ends a program on macOS",
    "Ctrl+Space": "input methods",
    "Ctrl+Shift+E": "emoji of IBus",
    "Ctrl+Shift+U": "characters by number in GTK and IBus",
    "Ctrl+Shift+3": "screenshot on macOS",
    "Ctrl+Shift+4": "screenshot on macOS",
}


def test_no_keys_are_those_of_a_desktop_or_of_a_keyboard_layout() -> None:
    """Ctrl+Alt with an arrow changes the workspace or turns the screen, with a letter it is AltGr,
    with which one types { or @ into a memo; Alt+Shift changes the keyboard's layout."""
    used = {keys: command.key for command in COMMANDS for keys in (command.keys, command.also)}
    assert not TAKEN.keys() & used.keys()
    assert [keys for keys in used if "Ctrl+Alt" in keys or "Alt+Shift" in keys] == []
    assert len(used) - 1 == sum(bool(c.keys) + bool(c.also) for c in COMMANDS)


def test_redo_answers_to_the_keys_of_word_too(commands: Commands) -> None:
    assert [keys.toString() for keys in commands["redo"].shortcuts()] == ["Ctrl+Shift+Z", "Ctrl+Y"]
    assert commands["redo"].shortcut().toString() == "Ctrl+Shift+Z"
