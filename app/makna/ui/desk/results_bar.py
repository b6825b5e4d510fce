"""The line above the results: what is listed, how, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from makna.services.searching import Mode
from makna.ui.desk.result_query import Grouping
from makna.ui.theme.icons import icon
from makna.ui.theme.sizes import set_icon_px
from makna.ui.theme.theme import set_look
from makna.ui.widgets.flow import FlowLayout
from makna.ui.widgets.inline_prompt import InlinePrompt
from makna.ui.widgets.labels import ElidedLabel, Label

MODES: tuple[Mode, ...] = ("ranked", "exact", "regex")
HEAD_GAP_PX, TOOL_GAP_PX = 6, 2
"""Between words of the title; between controls, which have air of their own."""
SPARE_PX = 80
"""Frame, the cross, and a little air."""
QUIET_PAD_PX = 12
"""Between the edge of a button without a frame and its words."""
LEVELS = 3
"""How much of a passage and of what surrounds it is shown: 0 little, 1 some, 2 much."""


class ResultsBar(QFrame):
    """Only the controls; the pane decides."""

    mode_chosen = Signal(str)
    """(Mode)"""
    grouping_chosen = Signal(str)
    """(Grouping)"""
    level_chosen = Signal(int)
    """0 … LEVELS - 1"""
    split_wanted = Signal(str)
    """A name was given to the code that the chosen passages are to be split off into."""
    stopped = Signal()
    """Do not wait for the search."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "panel")
        self._title = ElidedLabel(parent=self)
        set_look(self._title, "strong")
        self._count = ElidedLabel(parent=self)
        set_look(self._count, "dim")
        self.modes = QButtonGroup(self)
        for number, _ in enumerate(MODES):
            button = QPushButton(self)
            button.setCheckable(True)
            self.modes.addButton(button, number)
        self.modes.button(0).setChecked(True)
        self.modes.idClicked.connect(lambda number: self.mode_chosen.emit(MODES[number]))
        self.group_button = QPushButton(self)
        self.group_menu = QMenu(self)
        self.group_button.setMenu(self.group_menu)
        # A sign after the words that they open a menu; Qt's own is too small for a style sheet.
        self.group_button.setIcon(icon("chevron-down"))
        set_icon_px(self.group_button, 12)
        self.group_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.less_button = self._tool("zoom-out")
        self.more_button = self._tool("zoom-in")
        self.less_button.clicked.connect(lambda: self._step(-1))
        self.more_button.clicked.connect(lambda: self._step(1))
        self.code_hits_button = QPushButton(self)
        self.recode_button = QPushButton(self)
        self.split_button = QPushButton(self)
        self.split_prompt = InlinePrompt(self)
        self.split_button.clicked.connect(self.ask_split)
        self.split_prompt.accepted.connect(self.split_wanted)
        self.split_prompt.cancelled.connect(self.end_split)
        self.uncode_button = QPushButton(self)
        self.star_button = self._tool("star")
        self.export_button = QPushButton(self)
        self.close_button = self._tool("close")
        self.close_button.clicked.connect(self.closed)
        self._searching = Label(parent=self)
        set_look(self._searching, "dim")
        self.stop_button = QPushButton(self)
        self.stop_button.clicked.connect(self.stopped)
        self._count_of_all = ""
        self._level = 1
        self._row = -1
        """Row of the grid in which the controls stand."""
        self._grouping: Grouping = "source"
        self._groupings: tuple[Grouping, ...] = ()
        self._lay_out()
        self._retranslate()

    def set_title(self, title: str, count: str) -> None:
        """What is listed, and how much of it."""
        self._title.setText(title)
        self._count_of_all = count
        self._count.setText(count)
        self._fold()

    def show_chosen(self, chosen: str) -> None:
        """How much is chosen, instead of how much there is; nothing moves for it."""
        self._count.setText(chosen or self._count_of_all)
        self.export_button.setToolTip(
            self.tr("Export the chosen passages") if chosen else self.tr("Export what is listed")
        )

    def show_searching(self, on: bool) -> None:
        """Say that a search goes on, and offer to end it."""
        self._searching.setVisible(on)
        self.stop_button.setVisible(on)
        self._count.setVisible(not on)

    def title(self) -> tuple[str, str]:
        return self._title.text(), self._count.text()

    def show_search(self, mode: Mode, grouping: Grouping, found: bool) -> None:
        """The controls of a search."""
        self._show(search=True, found=found)
        self.modes.button(MODES.index(mode)).setChecked(True)
        self._set_groupings(("rank", "source"), grouping)

    def show_passages(self, grouping: Grouping, level: int, found: bool) -> None:
        """The controls of a retrieval."""
        self._show(search=False, found=found)
        self._set_groupings(("source", "code", "case"), grouping)
        self._level = level
        self.less_button.setEnabled(level > 0)
        self.more_button.setEnabled(level < LEVELS - 1)

    def allow(self, *, chosen: bool, writable: bool, starred: bool) -> None:
        """What can be done now: something is chosen, the project can be written."""
        for button in (
            *(self.recode_button, self.split_button, self.uncode_button, self.star_button),
        ):
            button.setEnabled(chosen and writable)
        self.code_hits_button.setEnabled(writable)
        self.star_button.setIcon(icon("star-filled" if starred else "star"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show(self, *, search: bool, found: bool) -> None:
        for button in self.modes.buttons():
            button.setVisible(search)
        self.code_hits_button.setVisible(search and found)
        self.group_button.setVisible(found)
        for widget in (
            self.less_button,
            self.more_button,
            self.recode_button,
            self.split_button,
            self.uncode_button,
            self.star_button,
            self.export_button,
        ):
            widget.setVisible(not search and found)
        if search or not found:
            self.split_prompt.finish()

    def end_split(self) -> None:
        """Put the buttons back where the name was asked for."""
        self.split_prompt.finish()
        self._count.show()
        self.split_button.setFocus()

    def ask_split(self) -> None:
        """Ask for the name of the code that the chosen passages become."""
        self._count.hide()
        self.split_prompt.ask(lambda: self.tr("Name of the new code"))

    def _step(self, by: int) -> None:
        self.level_chosen.emit(max(0, min(LEVELS - 1, self._level + by)))

    def _set_groupings(self, offered: tuple[Grouping, ...], chosen: Grouping) -> None:
        self._groupings, self._grouping = offered, chosen
        self.group_menu.clear()
        group = QActionGroup(self.group_menu)
        for grouping in offered:
            action = QAction(self._grouping_name(grouping), self.group_menu)
            action.setCheckable(True)
            action.setChecked(grouping == chosen)
            action.triggered.connect(lambda _on, g=grouping: self.grouping_chosen.emit(g))
            group.addAction(action)
            self.group_menu.addAction(action)
        self.group_button.setText(self._grouping_name(chosen))

    def _grouping_name(self, grouping: Grouping) -> str:
        return {
            "rank": self.tr("Best first"),
            "source": self.tr("By source"),
            "code": self.tr("By code"),
            "case": self.tr("By case"),
        }[grouping]

    def _tool(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        set_icon_px(button, 15)
        return button

    def _lay_out(self) -> None:
        self._head, self._tools = QWidget(self), QWidget(self)
        head, tools = QHBoxLayout(self._head), FlowLayout(self._tools, TOOL_GAP_PX, TOOL_GAP_PX)
        head.setContentsMargins(QUIET_PAD_PX, 0, 0, 0)
        head.setSpacing(HEAD_GAP_PX)
        head.addWidget(self._title)
        head.addSpacing(4)
        head.addWidget(self._count)
        head.addWidget(self._searching)
        head.addWidget(self.stop_button)
        head.addWidget(self.split_prompt, 1)
        head.addStretch(1)
        quiet: Sequence[QPushButton] = (
            self.group_button,
            self.recode_button,
            self.split_button,
            self.uncode_button,
            self.export_button,
        )
        for button in quiet:
            set_look(button, "quiet")
        for widget in (
            *self.modes.buttons(),
            self.group_button,
            self.less_button,
            self.more_button,
            self.code_hits_button,
            self.recode_button,
            self.split_button,
            self.uncode_button,
            self.star_button,
            self.export_button,
        ):
            tools.addWidget(widget)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14 - QUIET_PAD_PX, 5, 8, 5)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        self._grid.addWidget(self._head, 0, 0)
        self._grid.addWidget(self.close_button, 0, 2)
        self._grid.setColumnStretch(0, 1)
        self.show_searching(False)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """The controls stand beside the title where there is room for both, else below it."""
        tools = self._tools.layout()
        assert isinstance(tools, FlowLayout)
        wanted = self._head.sizeHint().width() + tools.one_line() + SPARE_PX
        row = 0 if wanted <= self.width() else 1
        # Words of a quiet button begin where the title does, and so does the frame of another.
        boxed = row == 1 and not self.modes.button(0).isHidden()
        tools.setContentsMargins(QUIET_PAD_PX if boxed else 0, 0, 0, 0)
        if row != self._row:
            self._row = row
            self._grid.addWidget(self._tools, row, 1 - row, 1, 1 + row)
        # Beside the title nothing stretches them: they would wrap to the widest of them.
        self._tools.setMinimumWidth(0 if row else tools.one_line())

    def _retranslate(self) -> None:
        ranked, exact, regex = self.modes.buttons()
        ranked.setText(self.tr("Words"))
        ranked.setToolTip(self.tr("Words in all their forms, the best places first"))
        exact.setText(self.tr("Exact"))
        exact.setToolTip(self.tr("The very letters, anywhere"))
        regex.setText(self.tr("Pattern"))
        regex.setToolTip(self.tr("A regular expression, within one paragraph"))
        self.code_hits_button.setText(self.tr("Code all…"))
        self.recode_button.setText(self.tr("Re-code…"))
        self.recode_button.setToolTip(self.tr("Give the chosen passages another code"))
        self.split_button.setText(self.tr("Split off…"))
        self.split_button.setToolTip(self.tr("Make the chosen passages a code of their own"))
        self.uncode_button.setText(self.tr("Un-code"))
        self.uncode_button.setToolTip(self.tr("Take the code off the chosen passages"))
        self.export_button.setText(self.tr("Export…"))
        self._searching.setText(self.tr("Searching…"))
        self.stop_button.setText(self.tr("Stop"))
        self.group_button.setAccessibleName(self.tr("Order"))
        for button, words in (
            (self.less_button, self.tr("Show less of each passage")),
            (self.more_button, self.tr("Show more of each passage")),
            (self.star_button, self.tr("Star, to be quoted")),
            (self.close_button, self.tr("Close the results")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        if self._groupings:
            self._set_groupings(self._groupings, self._grouping)
