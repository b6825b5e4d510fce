"""The palette finds commands by the words people have for them, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from makna.ui.command_words import WORDS
from makna.ui.commands import COMMANDS, Commands
from makna.ui.desk.finders import CommandPalette
from makna.ui.language import set_language
from makna.ui.widgets.picker_popup import PickerItem

TYPED = (
    ("fokus", "focus_coded"),
    ("gelap", "theme"),
    ("dark", "theme"),
    ("perbesar", "larger"),
    ("zoom", "larger"),
    ("cari", "search"),
    ("gabung", "merge_code"),
    ("combine", "merge_code"),
    ("cadangan", "backups"),
    ("backup", "backups"),
    ("typo", "correct"),
    ("samaran", "pseudonyms"),
    ("anonym", "pseudonyms"),
    ("bantuan", "manual"),
    ("sidebar", "left_pane"),
)


@pytest.fixture(params=["en", "id"])
def palette(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[CommandPalette]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    set_language(request.param)
    window = QWidget()
    qtbot.addWidget(window)
    yield CommandPalette(Commands(window), window)
    set_language("en")


def keys(items: list[PickerItem]) -> list[str]:
    return [item.key.objectName() for item in items]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("typed", "expected"), TYPED)
def test_a_command_is_found_by_other_words(
    palette: CommandPalette, typed: str, expected: str
) -> None:
    palette.field.setText(typed)
    assert expected in keys(palette.items())[:6]


def test_every_command_has_other_words() -> None:
    assert {command.key for command in COMMANDS if command.key != "palette"} == set(WORDS)


def test_a_command_that_is_idle_says_so(qtbot: QtBot, palette: CommandPalette) -> None:
    palette.field.setText(palette._commands.name("undo"))
    with qtbot.waitSignal(palette.refused, timeout=500) as told:
        palette.chosen.emit(palette._commands["undo"])
    assert told.args == [palette._commands.name("undo")]
