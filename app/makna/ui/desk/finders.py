"""Two boxes to type in: every command, and every source, code, memo and case."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from makna.services.sources import sources_in_order
from makna.ui.command_words import WORDS
from makna.ui.commands import Commands
from makna.ui.desk.source_words import ICONS
from makna.ui.session import Session
from makna.ui.widgets.picker_popup import PickerItem, PickerPopup
from makna.ui.widgets.ranking import CodeEntry, CodeRanking

_WIDTH = 560
_TOP = 52
"""The box hangs below the header."""
_MOST = 60


class CommandPalette(PickerPopup):
    """Lists every command with its keys, those that cannot be used now last; Enter runs one."""

    refused = Signal(str)
    """Its name: a command was chosen that cannot be used now."""

    def __init__(self, commands: Commands, parent: QWidget) -> None:
        super().__init__(self._rows, parent, width=_WIDTH)
        self._commands = commands
        self.chosen.connect(self._run)

    def open_in(self, window: QWidget) -> None:
        self.retranslate()
        self.open_at(top_middle(window))

    def retranslate(self) -> None:
        self.set_names(self.tr("Type a command…"), self.tr("Commands"), self.tr("No command fits"))

    def _rows(self, typed: str) -> list[PickerItem]:
        every = [(c, a) for c, a in self._commands if c.key != "palette"]
        listed = sorted(every, key=lambda pair: not pair[1].isEnabled())
        ranked = CodeRanking(
            [
                CodeEntry(
                    rank,
                    self._commands.name(c.key),
                    (self._commands.group_name(c.group),),
                    hint=WORDS.get(c.key, ""),
                )
                for rank, (c, _) in enumerate(listed)
            ]
        )
        found = [listed[match.entry.id] for match in ranked.find(typed)]
        return [
            PickerItem(
                action,
                self._commands.name(command.key),
                path=self._commands.group_name(command.group),
                hint="" if action.isEnabled() else self.tr("not now"),
                icon=command.icon,
                keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            )
            for command, action in found
        ]

    def _run(self, action: object) -> None:
        if isinstance(action, QAction) and action.isEnabled():
            action.trigger()
        elif isinstance(action, QAction):
            self.refused.emit(self._commands.name(action.objectName()))


class GoTo(PickerPopup):
    """Finds a source, code, memo or case by its name; `open_` is told which one was chosen."""

    def __init__(
        self, session: Session, open_: Callable[[str, int], None], parent: QWidget
    ) -> None:
        super().__init__(self._rows, parent, width=_WIDTH)
        self._session = session
        self._open = open_
        self._items: list[PickerItem] = []
        self._ranking = CodeRanking(())
        self.chosen.connect(self._go)

    def open_in(self, window: QWidget) -> None:
        self.retranslate()
        self._items = self._places()
        self._ranking = CodeRanking(
            [
                CodeEntry(rank, item.name, (item.path,) if item.path else ())
                for rank, item in enumerate(self._items)
            ]
        )
        self.open_at(top_middle(window))

    def retranslate(self) -> None:
        self.set_names(self.tr("Source, code or memo…"), self.tr("Places"), self.tr("Nothing fits"))

    def _places(self) -> list[PickerItem]:
        project = self._session.project
        sources = [
            PickerItem(("source", key), name, icon=ICONS[kind])
            for key, name, kind in sources_in_order(project)
        ]
        tree = project.codes.tree(counted=False)
        codes = [
            PickerItem(
                ("code", code.id),
                code.name,
                path=" › ".join(above.name for above in tree.ancestors(code.id)),
                color=code.color,
            )
            for code in tree.ordered
        ]
        memos = [PickerItem(("memo", m.id), m.title, icon="memo") for m in project.memos.all()]
        return [*sources, *codes, *memos]

    def _rows(self, typed: str) -> Sequence[PickerItem]:
        return [self._items[match.entry.id] for match in self._ranking.find(typed)[:_MOST]]

    def _go(self, key: object) -> None:
        if isinstance(key, tuple):
            self._open(*key)


def top_middle(window: QWidget) -> QRect:
    """Where such a box opens: below the header, in the middle of the window."""
    corner = window.mapToGlobal(window.rect().topLeft())
    return QRect(corner.x() + (window.width() - _WIDTH) // 2, corner.y() + _TOP, _WIDTH, 1)
