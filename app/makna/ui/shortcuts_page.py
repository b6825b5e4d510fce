"""One page with every key: commands by group, and what the mouse and keys do in the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from makna.ui.column import PAGE_LEFT_PX, PAGE_TOP_PX
from makna.ui.commands import GROUPS, Commands
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import KeyHint, Label, SectionLabel

_COLUMN_PX = 360
_TWO_COLUMNS_PX = 940
"""Where it is narrower the second column stands below the first."""


class ShortcutsPage(QScrollArea):
    """Made from the list of commands, so that it is never out of date."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        set_look(self, "reading")
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.viewport().width() >= _TWO_COLUMNS_PX
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._columns.setSpacing(48 if wide else 0)

    def _fill(self) -> None:
        whole = QWidget(self)
        set_look(whole, "paper")
        title = Label(self.tr("Keyboard shortcuts"), whole)
        set_look(title, "title")
        self.setAccessibleName(title.text())
        left, right = QVBoxLayout(), QVBoxLayout()
        for rank, group in enumerate(GROUPS):
            (left if rank % 2 == 0 else right).addLayout(self._group(group, whole))
        right.addLayout(self._in_the_text(whole))
        left.addStretch(1)
        right.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.addLayout(left)
        self._columns.addLayout(right)
        self._columns.addStretch(1)
        self._arrange()
        column = QVBoxLayout(whole)
        column.setContentsMargins(PAGE_LEFT_PX, PAGE_TOP_PX, 28, 28)
        column.setSpacing(18)
        column.addWidget(title)
        column.addLayout(self._columns)
        self.setWidget(whole)

    def _group(self, group: str, parent: QWidget) -> QVBoxLayout:
        rows = [
            (
                self._commands.name(command.key),
                action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            )
            for command, action in self._commands
            if command.group == group and command.keys
        ]
        return _section(self._commands.group_name(group), rows, parent)

    def _in_the_text(self, parent: QWidget) -> QVBoxLayout:
        rows = [
            (self.tr("Code with a number key"), "1 – 9"),
            (self.tr("Choose the passage at the caret, then the next outer one"), "Enter"),
            (self.tr("Begin a passage a word earlier, end it a word later"), "Alt+Home End"),
            (self.tr("Begin it a word later, end it a word earlier"), "Alt+Shift+Home End"),
            (self.tr("Select a word, a sentence"), self.tr("double click, triple click")),
            (self.tr("Let go of the passage"), "Esc"),
            (self.tr("Take a code off the chosen passage or rectangle"), "Del"),
            (self.tr("Size of the text"), self.tr("Ctrl and wheel")),
        ]
        return _section(self.tr("In the text"), rows, parent)


def _section(name: str, rows: list[tuple[str, str]], parent: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(SectionLabel(name, parent))
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(5)
    grid.setColumnMinimumWidth(0, _COLUMN_PX - 120)
    for row, (text, keys) in enumerate(rows):
        label = Label(text, parent)
        label.setWordWrap(True)
        label.setMaximumWidth(_COLUMN_PX)
        grid.addWidget(label, row, 0)
        if keys:
            grid.addWidget(KeyHint(keys, parent), row, 1, Qt.AlignmentFlag.AlignLeft)
    column.addLayout(grid)
    column.addSpacing(16)
    return column
