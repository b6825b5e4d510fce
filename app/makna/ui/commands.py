"""Every command of the window: one action each, with its name, keys and icon.

Menus, the command palette and the page of shortcuts are all made from this list; what a command
does is bound by whoever composes the window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from shiboken6 import isValid

from makna.ui.theme.icons import icon


@dataclass(frozen=True)
class Command:
    """A row of the list of commands."""

    key: str
    group: str
    """`file`, `edit`, `code`, `go`, `view` or `help`: the menu it is in."""
    keys: str = ""
    """Its shortcut, in Qt's portable form. Not Ctrl+Alt, which is AltGr too,
    and not Alt+Shift: desktops take their arrows, and they change the layout of the keyboard."""
    icon: str = ""
    checkable: bool = False
    rule_before: bool = False
    """A line above it in its menu."""
    also: str = ""
    """Keys by which other programs have it; they work, and are not shown."""


COMMANDS: tuple[Command, ...] = (
    Command("new", "file", "Ctrl+N", "add"),
    Command("open", "file", "Ctrl+O", "folder"),
    Command("copy", "file", "Ctrl+Shift+S", "copy"),
    Command("import", "file", "Ctrl+I", "import", rule_before=True),
    Command("import_folder", "file", "", "folder"),
    Command("paste_source", "file", "Ctrl+Shift+I", "document"),
    Command("export", "file", "Ctrl+E", "export"),
    Command("comments", "file", "", "quote"),
    Command("pseudonyms", "file", "", "people"),
    Command("backups", "file", "", "backup", rule_before=True),
    Command("check", "file", "", "check"),
    Command("settings", "file", "Ctrl+,", "settings"),
    Command("close", "file", "Ctrl+Shift+W", "close", rule_before=True),
    Command("undo", "edit", "Ctrl+Z", "undo"),
    Command("redo", "edit", "Ctrl+Shift+Z", "redo", also="Ctrl+Y"),
    Command("history", "edit", "Ctrl+Shift+H", "history"),
    Command("expand", "edit", "Ctrl+L", "chevron-up", rule_before=True),
    Command("shrink", "edit", "Ctrl+Shift+L", "chevron-down"),
    Command("next_sentence", "edit", "Alt+PgDown", "chevron-down"),
    Command("previous_sentence", "edit", "Alt+PgUp", "chevron-up"),
    Command("correct", "edit", "F2", "edit", checkable=True, rule_before=True),
    Command("copy_quotation", "edit", "Ctrl+Shift+C", "quote"),
    Command("code", "code", "Ctrl+K", "code"),
    Command("in_vivo", "code", "Ctrl+Shift+V", "quote"),
    Command("code_again", "code", "Ctrl+J", "pin"),
    Command("code_hit", "code", "Ctrl+Shift+J", "search"),
    Command("code_turns", "code", "", "people"),
    Command("uncode", "code", "Ctrl+Backspace", "close"),
    Command("memo_here", "code", "Ctrl+M", "memo", rule_before=True),
    Command("star", "code", "Ctrl+D", "star"),
    Command("new_code", "code", "Ctrl+Shift+K", "add", rule_before=True),
    Command("merge_code", "code", "", "code"),
    Command("frames", "code", "", "table"),
    Command("search", "go", "Ctrl+Shift+F", "search"),
    Command("find", "go", "Ctrl+F", "search"),
    Command("go_to", "go", "Ctrl+P", "source"),
    Command("next_hit", "go", "F3", "chevron-down", rule_before=True),
    Command("previous_hit", "go", "Shift+F3", "chevron-up"),
    Command("next_passage", "go", "Alt+Down", "chevron-down", rule_before=True),
    Command("previous_passage", "go", "Alt+Up", "chevron-up"),
    Command("next_of_code", "go", "F4", "chevron-down"),
    Command("previous_of_code", "go", "Shift+F4", "chevron-up"),
    Command("next_uncoded", "go", "F7", "chevron-down"),
    Command("previous_uncoded", "go", "Shift+F7", "chevron-up"),
    Command("back", "go", "Alt+Left", "chevron-left", rule_before=True),
    Command("forward", "go", "Alt+Right", "chevron-right"),
    Command("palette", "view", "Ctrl+Shift+P", "more"),
    Command("to_code", "view", "Ctrl+1", "code", rule_before=True),
    Command("to_find", "view", "Ctrl+2", "search"),
    Command("to_analyse", "view", "Ctrl+3", "analyse"),
    Command("to_write", "view", "Ctrl+4", "write"),
    Command("focus_coded", "view", "F8", "filter", checkable=True, rule_before=True),
    Command("focus_code", "view", "Shift+F8", "filter", checkable=True),
    Command("questions_shaded", "view", "", "people", checkable=True, rule_before=True),
    Command("questions_folded", "view", "", "people", checkable=True),
    Command("line_numbers", "view", "", "table", checkable=True),
    Command("left_pane", "view", "Ctrl+B", "chevron-left", checkable=True, rule_before=True),
    Command("right_pane", "view", "Ctrl+Shift+B", "chevron-right", checkable=True),
    Command("results_pane", "view", "Ctrl+Shift+R", "chevron-down", checkable=True),
    Command("next_pane", "view", "F6", "chevron-right"),
    Command("previous_pane", "view", "Shift+F6", "chevron-left"),
    Command("memos", "view", "Ctrl+Shift+M", "memo", rule_before=True),
    Command("cases", "view", "Ctrl+Shift+A", "people"),
    Command("larger", "view", "Ctrl++", "zoom-in", rule_before=True),
    Command("smaller", "view", "Ctrl+-", "zoom-out"),
    Command("usual_size", "view", "Ctrl+0", "zoom-in"),
    Command("close_tab", "view", "Ctrl+W", "close", rule_before=True),
    Command("next_tab", "view", "Ctrl+PgDown", "chevron-right"),
    Command("previous_tab", "view", "Ctrl+PgUp", "chevron-left"),
    Command("theme", "view", "", "dark", rule_before=True),
    Command("language", "view", "", "language"),
    Command("manual", "help", "F1", "help"),
    Command("shortcuts", "help", "Shift+F1", "help"),
    Command("tour", "help", "", "info"),
    Command("diagnostics", "help", "", "info"),
    Command("about", "help", "", "info"),
)
GROUPS = ("file", "edit", "code", "go", "view", "help")


class _Slot(QObject):
    """Ties a call to the life of its owner: what a closed desk bound is unbound with it."""

    def __init__(self, owner: QObject, call: Callable[..., object]) -> None:
        super().__init__(owner)
        self._call = call

    def run(self, _checked: bool = False) -> None:
        self._call()

    def run_with(self, on: bool) -> None:
        self._call(on)

    def retire(self) -> None:
        """Do nothing from now on."""
        self._call = lambda *_on: None


class Commands(QObject):
    """The actions by key. `bind` says what one does; until then it is disabled."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        self._bound: dict[str, _Slot] = {}
        self._names: dict[str, str] = {}
        for command in COMMANDS:
            action = QAction(icon(command.icon) if command.icon else icon("more"), "", self)
            action.setCheckable(command.checkable)
            if command.keys:
                keys = (command.keys, command.also) if command.also else (command.keys,)
                action.setShortcuts([QKeySequence(each) for each in keys])
            action.setEnabled(False)
            action.setObjectName(command.key)
            self._actions[command.key] = action
        self.retranslate()

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def __iter__(self) -> Iterator[tuple[Command, QAction]]:
        for command in COMMANDS:
            yield command, self._actions[command.key]

    def bind(self, key: str, run: Callable[[], object], owner: QObject | None = None) -> None:
        """Make a command do this when it is triggered, for as long as `owner` lives."""
        action = self._actions[key]
        slot = _Slot(owner or self, run)
        action.triggered.connect(slot.run)
        self._enable(key, slot, owner)

    def bind_toggle(
        self, key: str, run: Callable[[bool], object], owner: QObject | None = None
    ) -> None:
        """Make a command that is on or off do this with its new state."""
        action = self._actions[key]
        slot = _Slot(owner or self, run)
        action.toggled.connect(slot.run_with)
        self._enable(key, slot, owner)

    def let_go(self) -> None:
        """Unbind what has an owner: a desk whose project is closed lives a little longer."""
        for key, slot in self._bound.items():
            if slot.parent() is not self:
                slot.retire()
                self._actions[key].setEnabled(False)

    def _enable(self, key: str, slot: _Slot, owner: QObject | None) -> None:
        self._actions[key].setEnabled(True)
        self._bound[key] = slot
        if owner is not None:
            owner.destroyed.connect(partial(self._unbind, key, slot))

    def _unbind(self, key: str, slot: _Slot) -> None:
        """Disable a command, unless a later desk has bound it before the earlier one was gone."""
        action = self._actions[key]
        if self._bound.get(key) is slot and isValid(action):
            action.setEnabled(False)

    def retranslate(self) -> None:
        """Name everything in the current language."""
        self._names = {**self._file_texts(), **self._code_texts(), **self._view_texts()}
        for key, text in self._names.items():
            action = self._actions[key]
            action.setText(text)
            action.setToolTip(tip(text, action.shortcut()))

    def name(self, key: str) -> str:
        """The command's name, whatever its action shows at the moment."""
        return self._names[key]

    def group_name(self, group: str) -> str:
        names = {
            "file": self.tr("Project"),
            "edit": self.tr("Edit"),
            "code": self.tr("Code"),
            "go": self.tr("Go"),
            "view": self.tr("View"),
            "help": self.tr("Help"),
        }
        return names[group]

    def _file_texts(self) -> dict[str, str]:
        return {
            "new": self.tr("New project…"),
            "open": self.tr("Open project…"),
            "copy": self.tr("Save a copy…"),
            "import": self.tr("Import documents…"),
            "import_folder": self.tr("Import a folder…"),
            "paste_source": self.tr("New source from typed or pasted text"),
            "export": self.tr("Export to Word"),
            "comments": self.tr("Comments in Word, out and in"),
            "pseudonyms": self.tr("Pseudonyms"),
            "backups": self.tr("Make a backup now"),
            "check": self.tr("Check the project"),
            "settings": self.tr("Settings"),
            "close": self.tr("Close the project"),
            "undo": self.tr("Undo"),
            "redo": self.tr("Redo"),
            "history": self.tr("History"),
            "expand": self.tr("Select more: word, sentence, paragraph, turn"),
            "shrink": self.tr("Select less again"),
            "next_sentence": self.tr("Select the next sentence"),
            "previous_sentence": self.tr("Select the previous sentence"),
            "correct": self.tr("Correct the text"),
            "copy_quotation": self.tr("Copy the quotation with its reference"),
        }

    def _code_texts(self) -> dict[str, str]:
        return {
            "code": self.tr("Code the selection…"),
            "in_vivo": self.tr("Code in vivo"),
            "code_again": self.tr("Same code again"),
            "code_hit": self.tr("Code this hit, go to the next"),
            "code_turns": self.tr("Code all turns of this speaker…"),
            "uncode": self.tr("Remove the code"),
            "memo_here": self.tr("Write a memo here"),
            "star": self.tr("Star the passage"),
            "new_code": self.tr("New code"),
            "merge_code": self.tr("Merge into…"),
            "frames": self.tr("Insert a code frame…"),
            "search": self.tr("Search all texts and memos"),
            "find": self.tr("Find the selected words everywhere"),
            "go_to": self.tr("Go to a source or code…"),
            "next_hit": self.tr("Next result"),
            "previous_hit": self.tr("Previous result"),
            "next_passage": self.tr("Next passage"),
            "previous_passage": self.tr("Previous passage"),
            "next_of_code": self.tr("Next passage of this code"),
            "previous_of_code": self.tr("Previous passage of this code"),
            "next_uncoded": self.tr("Next stretch without a code"),
            "previous_uncoded": self.tr("Previous stretch without a code"),
            "back": self.tr("Back"),
            "forward": self.tr("Forward"),
        }

    def _view_texts(self) -> dict[str, str]:
        return {
            "palette": self.tr("All commands…"),
            "to_code": self.tr("Turn to coding"),
            "to_find": self.tr("Turn to finding"),
            "to_analyse": self.tr("Turn to analysis"),
            "to_write": self.tr("Turn to writing"),
            "focus_coded": self.tr("Fade what is not coded"),
            "focus_code": self.tr("Fade what this code does not cover"),
            "questions_shaded": self.tr("Shade the interviewer's turns"),
            "questions_folded": self.tr("Hide the interviewer's turns"),
            "line_numbers": self.tr("Line numbers"),
            "left_pane": self.tr("Sources and codes"),
            "right_pane": self.tr("What is selected"),
            "results_pane": self.tr("Results"),
            "next_pane": self.tr("To the next pane"),
            "previous_pane": self.tr("To the previous pane"),
            "memos": self.tr("Memos"),
            "cases": self.tr("Cases"),
            "larger": self.tr("Larger text"),
            "smaller": self.tr("Smaller text"),
            "usual_size": self.tr("Usual size"),
            "close_tab": self.tr("Close the tab"),
            "next_tab": self.tr("Next tab"),
            "previous_tab": self.tr("Previous tab"),
            "theme": self.tr("Light or dark"),
            "language": self.tr("Bahasa Indonesia"),
            "manual": self.tr("Manual"),
            "shortcuts": self.tr("Keyboard shortcuts"),
            "tour": self.tr("A short tour"),
            "diagnostics": self.tr("Copy diagnostics"),
            "about": self.tr("About Makna"),
        }


def tip(text: str, shortcut: QKeySequence) -> str:
    """A tooltip with the keys that do the same."""
    keys = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text}  {keys}" if keys else text
