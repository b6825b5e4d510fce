"""The comments of a file and what will become of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from makna.domain.codetree import join_path
from makna.domain.comment_plan import Action, Plan, Planned, State
from makna.domain.model import SourceId
from makna.domain.wording import phrase
from makna.ui.language import current_language
from makna.ui.theme.theme import tokens
from makna.ui.widgets.labels import as_hint

Index = QModelIndex | QPersistentModelIndex
BECOMES, COMMENT, PLACE, RESULT = range(4)
COLUMNS = 4


class CommentsModel(QAbstractTableModel):
    """A row a comment: those that do something first, in order of place."""

    changed = Signal()
    """Something else will become of a comment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan: Plan | None = None
        self._order: list[int] = []
        self._sources: Mapping[SourceId, str] = {}

    def show_plan(self, plan: Plan | None, sources: Mapping[SourceId, str]) -> None:
        """Show a plan; `sources` are the names of sources."""
        self.beginResetModel()
        self.plan = plan
        self._sources = sources
        comments = plan.comments if plan is not None else ()
        quiet = (State.UNCHANGED, State.KNOWN)
        self._order = sorted(range(len(comments)), key=lambda i: comments[i].state in quiet)
        self.endResetModel()

    def planned(self, row: int) -> Planned:
        assert self.plan is not None
        return self.plan.comments[self._order[row]]

    def choose(self, row: int, action: Action) -> None:
        """Let something else become of a comment, where that is possible."""
        if self.plan is None or action not in self.planned(row).choices:
            return
        self.plan = self.plan.with_action(self._order[row], action)
        self.dataChanged.emit(self.index(row, 0), self.index(row, COLUMNS - 1))
        self.changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else COLUMNS

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == BECOMES and len(self.planned(index.row()).choices) > 1:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != int(Qt.ItemDataRole.DisplayRole):
            return None
        return (self.tr("Becomes"), self.tr("Comment"), self.tr("On"), self.tr("With"))[section]

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        each, column = self.planned(index.row()), index.column()
        if role == int(Qt.ItemDataRole.EditRole) and column == BECOMES:
            return str(each.action)
        if role == int(Qt.ItemDataRole.DisplayRole):
            return self._text(each, column)
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return as_hint(self._whole(each, column))
        if role == int(Qt.ItemDataRole.ForegroundRole) and each.action is Action.NOTHING:
            return QColor(tokens().dim)
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return None

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if role != int(Qt.ItemDataRole.EditRole) or str(value) not in list(Action):
            return False
        self.choose(index.row(), Action(str(value)))
        return True

    def choices(self, row: int) -> dict[str, str]:
        """What can become of a comment, and how that is called."""
        return {str(action): self.action_name(action) for action in self.planned(row).choices}

    def action_name(self, action: Action) -> str:
        return {
            Action.CODE: self.tr("Codes"),
            Action.MEMO: self.tr("Memo"),
            Action.NOTHING: self.tr("Nothing"),
        }[action]

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)
        if self._order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, COLUMNS - 1))

    def _text(self, each: Planned, column: int) -> str:
        if column == BECOMES:
            return self.action_name(each.action)
        if column == COMMENT:
            said = each.text.strip() or "–"
            mark = "✓ " if each.resolved else ""
            return f"{mark}{each.author}: {said}" if each.author else f"{mark}{said}"
        if column == PLACE:
            return f"“{' '.join(each.quoted.split())}”"
        return self._result(each)

    def _result(self, each: Planned) -> str:
        language = current_language()
        parts = []
        if each.action is Action.CODE:
            parts += [
                join_path(code.names)
                + (f" ({phrase('comment_new', language)})" if code.id is None else "")
                for code in each.codes
            ]
        elif each.state is not State.NEW:
            parts.append(phrase(f"comment_{each.state}", language))
        if each.removed:
            names = ", ".join(join_path(path) for _, path in each.removed)
            parts.append(self.tr("no longer: {codes}").format(codes=names))
        if each.replies:
            parts.append(self.tr("%Ln reply(ies)", "", len(each.replies)))
        if each.how != "exact":
            parts.append(phrase(f"how_{each.how}", language))
        return "; ".join(parts)

    def _whole(self, each: Planned, column: int) -> str:
        if column == PLACE:
            return f"{self._sources.get(each.source, '')}\n{each.quoted}"
        if column == COMMENT:
            answers = [f"— {reply.author}: {reply.text}" for reply in each.replies]
            return "\n".join([each.text, *answers])
        return self._text(each, column)
