"""The list of memos, by kind; a click opens one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from makna.domain.changes import ChangeSet, Outcome
from makna.domain.model import Memo, MemoId, MemoKind
from makna.domain.wording import Message
from makna.services import memos
from makna.storage.project import Project
from makna.ui.desk.inspector.targets import ICONS, Target, chosen_targets, guid_of
from makna.ui.desk.inspector.words import memo_kinds
from makna.ui.desk.place import Place
from makna.ui.moments import short_day
from makna.ui.session import Session
from makna.ui.theme.icons import icon
from makna.ui.widgets.filter_box import FilterBox
from makna.ui.widgets.labels import LinkButton, as_hint
from makna.ui.widgets.roles import Role
from makna.ui.widgets.row_tree import RowTree

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_GROUP = 0
"""Internal id of the rows of kinds; a memo's is the rank of its kind from 1."""


@dataclass(frozen=True)
class Group:
    kind: MemoKind
    memos: tuple[Memo, ...]


class MemosModel(QAbstractItemModel):
    """Memos below their kinds, the one changed last on top."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()

    def set_memos(self, found: Sequence[Memo]) -> None:
        """Show these; rows that only changed their words stay where they are."""
        groups = _grouped(found)
        if _shape(groups) == _shape(self._groups):
            self._groups = groups
            for rank, group in enumerate(groups):
                above = self.index(rank, 0)
                first, last = self.index(0, 0, above), self.index(len(group.memos) - 1, 0, above)
                self.dataChanged.emit(first, last)
        else:
            self.beginResetModel()
            self._groups = groups
            self.endResetModel()

    def memo(self, index: Index) -> Memo | None:
        """The memo of a row; None for a kind."""
        if not index.isValid() or index.internalId() == _GROUP:
            return None
        return self._groups[index.internalId() - 1].memos[index.row()]

    def index_of(self, memo: MemoId) -> QModelIndex:
        for rank, group in enumerate(self._groups):
            for row, found in enumerate(group.memos):
                if found.id == memo:
                    return self.createIndex(row, 0, rank + 1)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else _GROUP)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _GROUP)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self._groups)
        if parent.internalId() == _GROUP and parent.column() == 0:
            return len(self._groups[parent.row()].memos)
        return 0

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if index.internalId() == _GROUP:
            return Qt.ItemFlag.ItemIsEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        memo = self.memo(index)
        if memo is None:
            return self._group_data(self._groups[index.row()], role)
        if role == Role.NAME:
            return memo.title
        if role == Role.ID:
            return memo.id
        if role == Role.HINT:
            return short_day(memo.changed_at)
        if role == Role.ICON:
            return ICONS[memo.links[0].target] if memo.links else "memo"
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_hint("\n".join(link.label for link in memo.links)) or None
        return None

    def _group_data(self, group: Group, role: int) -> Any:
        values: dict[int, object] = {
            Role.NAME: memo_kinds()[group.kind],
            Role.GROUP: True,
            Role.COUNT: len(group.memos),
        }
        return values.get(role)


class MemosPane(QFrame):
    """Find a memo, write a new one, delete one."""

    memo_wanted = Signal(object)
    """(MemoId): open this memo."""
    passages_wanted = Signal()
    """List the passages with a memo: those memos stand with them, not here."""

    def __init__(self, session: Session, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._place = session, place
        self._memos: list[Memo] = []
        self.filter = FilterBox("", self)
        self.new_button = QPushButton(self)
        self.tree = RowTree(self)
        self.passages_button = LinkButton("", self)
        self.model = MemosModel(self)
        self.tree.setModel(self.model)
        self.delete_action = QAction(icon("trash"), "", self.tree)
        self._lay_out()
        self._connect()
        self._retranslate()
        self.read()

    def read(self) -> None:
        """Read the memos again; what is marked stays marked."""
        self._memos = self._session.project.memos.all()
        self._show()

    def chosen(self) -> Memo | None:
        return self.model.memo(self.tree.currentIndex())

    def new_memo_menu(self) -> QMenu:
        """A free memo, or one on something that is chosen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Free memo")).triggered.connect(lambda: self.write_new(None))
        for target in chosen_targets(self._session.project, self._place.now):
            name = target.name.replace("&", "&&")
            action = menu.addAction(icon(ICONS[target.kind]), self._on(target).format(name=name))
            action.triggered.connect(partial(self.write_new, target))
        return menu

    def write_new(self, target: Target | None, *_checked: bool) -> None:
        """Make a memo, linked to `target` when there is one, and ask for it to be opened."""
        project = self._session.project
        title = target.name if target else self.tr("New memo")
        made = self._session.perform(lambda: _new_memo(project, title, target))
        if made is not None:
            self.tree.setCurrentIndex(self.model.index_of(made))
            self.memo_wanted.emit(made)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.setProperty("look", "panel")
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.delete_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self.delete_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.tree.addAction(self.delete_action)
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 12, 8)
        top.setSpacing(8)
        top.addWidget(self.filter, 1)
        top.addWidget(self.new_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.tree, 1)
        below = QHBoxLayout()
        below.setContentsMargins(14, 4, 12, 10)
        below.addWidget(self.passages_button)
        below.addStretch(1)
        column.addLayout(below)
        self.new_button.setEnabled(self._session.writable)

    def _connect(self) -> None:
        self._session.changed.connect(self._after)
        self.filter.filtered.connect(lambda _text: self._show())
        self.filter.serve(self.tree)
        self.filter.down_pressed.connect(self._enter_list)
        self.new_button.clicked.connect(self._ask_what_on)
        self.passages_button.clicked.connect(self.passages_wanted)
        self.tree.clicked.connect(self._open)
        self.tree.row_entered.connect(self._open)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self.delete_action.triggered.connect(self._delete)

    def _after(self, changes: ChangeSet) -> None:
        if changes.touches("memo", "memo_link"):
            self.read()

    def _show(self) -> None:
        words = self.filter.text().casefold().split()
        marked = self.chosen()
        self.model.set_memos([memo for memo in self._memos if _fits(memo, words)])
        self.tree.expandAll()
        if marked is not None and self.chosen() is None:
            self.tree.setCurrentIndex(self.model.index_of(marked.id))
        self._set_placeholder()

    def _set_placeholder(self) -> None:
        if self._memos:
            self.tree.set_placeholder(self.tr("No memo fits."))
        else:
            self.tree.set_placeholder(
                self.tr(
                    "No memos of their own yet. Write down what you notice while coding: "
                    "ideas, doubts, decisions."
                )
            )

    def _on(self, target: Target) -> str:
        names = {
            "passage": self.tr("On the passage “{name}”"),
            "code": self.tr("On the code “{name}”"),
            "source": self.tr("On the source “{name}”"),
        }
        return names[target.kind]

    def _ask_what_on(self) -> None:
        if chosen_targets(self._session.project, self._place.now):
            below = self.new_button.mapToGlobal(QPoint(0, self.new_button.height() + 2))
            self.new_memo_menu().popup(below)
        else:
            self.write_new(None)

    def _enter_list(self) -> None:
        self.tree.setFocus(Qt.FocusReason.TabFocusReason)
        if self.chosen() is None:
            self.tree.setCurrentIndex(self.model.index(0, 0, self.model.index(0, 0)))

    def _open(self, index: QModelIndex) -> None:
        memo = self.model.memo(index)
        if memo is not None:
            self.memo_wanted.emit(memo.id)

    def _open_menu(self, at: QPoint) -> None:
        memo = self.model.memo(self.tree.indexAt(at))
        if memo is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opening = menu.addAction(self.tr("Open"))
        opening.triggered.connect(lambda: self.memo_wanted.emit(memo.id))
        menu.addAction(self.delete_action)
        menu.popup(self.tree.viewport().mapToGlobal(at))

    def _delete(self) -> None:
        memo, project = self.chosen(), self._session.project
        if memo is not None and self._session.writable:
            self._session.perform(lambda: memos.delete_memo(project, memo.id))

    def _retranslate(self) -> None:
        self.filter.set_placeholder(self.tr("Filter memos"))
        self.new_button.setText(self.tr("+ Memo"))
        self.new_button.setAccessibleName(self.tr("New memo"))
        self.new_button.setToolTip(self.tr("Write a new memo"))
        self.tree.setAccessibleName(self.tr("Memos"))
        self.passages_button.setText(self.tr("Passages with a memo"))
        self.passages_button.setToolTip(self.tr("What was noted on passages stands with them"))
        self.delete_action.setText(self.tr("Delete memo"))
        self._set_placeholder()


def _new_memo(project: Project, title: str, target: Target | None) -> Outcome[MemoId]:
    """One step, also where selected text becomes a passage for it."""
    with project.transact(Message.of("step.write_memo", title=title)) as step:
        links = [(target.kind, guid_of(project, target))] if target else []
        made = memos.write_memo(project, title, "", links=links).value
    return Outcome(made, step.changes)


def _grouped(found: Sequence[Memo]) -> tuple[Group, ...]:
    latest = sorted(found, key=lambda memo: (memo.changed_at, memo.id), reverse=True)
    groups = (Group(kind, tuple(memo for memo in latest if memo.kind is kind)) for kind in MemoKind)
    return tuple(group for group in groups if group.memos)


def _shape(groups: Sequence[Group]) -> list[tuple[MemoKind, list[MemoId]]]:
    return [(group.kind, [memo.id for memo in group.memos]) for group in groups]


def _fits(memo: Memo, words: Sequence[str]) -> bool:
    if not words:
        return True
    text = f"{memo.title}\n{memo.body}".casefold()
    return all(word in text for word in words)
