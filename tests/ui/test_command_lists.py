"""A command is found wherever commands are listed, by its name in either language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from makna.ui.commands import COMMANDS, Commands
from makna.ui.desk.finders import CommandPalette
from makna.ui.desk.menus import all_commands
from makna.ui.language import set_language
from makna.ui.main_window import MainWindow
from makna.ui.shortcuts_page import ShortcutsPage
from makna.ui.widgets.picker_popup import PickerItem

SAME_IN_BOTH = {"language", "in_vivo", "memos"}
"""“Bahasa Indonesia”; “in vivo” and “memo” are words of the method."""


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture(params=["en", "id"])
def commands(request: pytest.FixtureRequest, owner: QWidget) -> Iterator[Commands]:
    set_language(request.param)
    yield Commands(owner)
    set_language("en")


def entries(menu: QMenu) -> list[QAction]:
    """Every entry of a menu and of those in it, without lines."""
    found: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += entries(inner)
        elif not action.isSeparator():
            found.append(action)
    return found


def test_every_entry_of_the_menu_is_a_command_and_every_command_is_in_it(
    commands: Commands, owner: QWidget
) -> None:
    keys = [action.objectName() for action in entries(all_commands(commands, owner))]
    assert sorted(keys) == sorted(command.key for command in COMMANDS)


def keys(items: Sequence[PickerItem]) -> list[str]:
    return [item.key.objectName() for item in items if isinstance(item.key, QAction)]


def test_the_palette_lists_every_command_and_finds_it_by_its_name(
    commands: Commands, owner: QWidget
) -> None:
    palette = CommandPalette(commands, owner)
    listed = set(keys(palette._rows("")))
    assert listed == {command.key for command in COMMANDS} - {"palette"}
    for command in COMMANDS:
        if command.key != "palette":
            first = keys(palette._rows(commands.name(command.key)))[:3]
            assert command.key in first, command.key


def test_the_page_of_shortcuts_names_every_command_that_has_keys(
    commands: Commands, qtbot: QtBot
) -> None:
    page = ShortcutsPage(commands)
    qtbot.addWidget(page)
    shown = {label.text() for label in page.findChildren(QLabel)}
    for command, action in commands:
        if command.keys:
            assert commands.name(command.key) in shown
            assert action.shortcut().toString() in shown


def test_no_two_commands_share_keys() -> None:
    keys = [command.keys for command in COMMANDS if command.keys]
    assert len(keys) == len(set(keys))


def test_every_command_has_indonesian_words(qapp: QApplication) -> None:
    names: dict[str, dict[str, str]] = {}
    for language in ("en", "id"):
        set_language(language)
        made = Commands(QObject())
        names[language] = {command.key: made.name(command.key) for command in COMMANDS}
    set_language("en")
    same = {key for key, name in names["id"].items() if name == names["en"][key]}
    assert same <= SAME_IN_BOTH


def test_what_has_keys_in_the_window_is_a_command_or_a_number(qtbot: QtBot, tmp_path) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.new_project(tmp_path / "x.makna")
    known = {command.key for command in COMMANDS}
    everywhere = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)
    foreign = [
        action.text()
        for action in window.findChildren(QAction)
        if not action.shortcut().isEmpty()
        and action.shortcutContext() in everywhere
        and action.objectName() not in known
    ]
    assert foreign == []
    numbers = {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}
    assert numbers <= {*(str(number) for number in range(1, 10)), "Del"}
    window.close_project()
