"""The sections of a chapter as a Qt model: printed or left out, titles, counts, dragged places."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Qt, Signal

from makna.domain.model import CodeId
from makna.services.chapter_plan import Plan, SectionPlan
from makna.ui.desk.key_tree import Index, KeyTreeModel, Shape
from makna.ui.widgets.roles import Role

SECTION_MIME = "application/x-makna-section"
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_WRITE = (
    _READ
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsUserCheckable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsDropEnabled
)


class SectionModel(KeyTreeModel):
    """Rows are sections by their code. Knows no project: what is wanted comes out as a signal."""

    titled = Signal(int, str)
    """(code, title): typed in place; empty is the code's own name."""
    left_out_wanted = Signal(int, bool)
    """(code, whether it is to be left out)"""
    move_wanted = Signal(int, int)
    """(code, rank among its siblings)"""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        writable: bool = True,
        words_of: Callable[[CodeId], int | None] = lambda _code: None,
    ) -> None:
        """`words_of` says how many words a section has, where that is known."""
        super().__init__(parent)
        self._words_of = words_of
        self._sections: dict[CodeId, SectionPlan] = {}
        self._outside: set[CodeId] = set()
        """What lies below a code that is left out."""
        self.writable = writable

    def set_plan(self, plan: Plan) -> None:
        """Show these sections; rows that stay are left alone, changed ones repainted."""
        old, outside = self._sections, self._outside
        self._sections = {section.code.id: section for section in plan.walk()}
        self._outside = set(_below_left_out(plan.sections, left_out=False))
        shape: dict[CodeId | None, list[CodeId]] = {None: [s.code.id for s in plan.sections]}
        for section in self._sections.values():
            shape[section.code.id] = [child.code.id for child in section.children]
        self._come_to(shape)
        changed = {key for key, each in self._sections.items() if old.get(key) != each}
        self.repaint_keys(changed | (outside ^ self._outside))

    def section(self, index: Index) -> SectionPlan | None:
        return self._sections.get(self.key_at(index))

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        section = self.section(index)
        if section is None:
            return None
        if role == Role.NAME:
            return f"{section.number} {section.title}" if section.number else section.title
        if role == Qt.ItemDataRole.EditRole:
            return section.title
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Unchecked if section.left_out else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(section)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(section)
        if role == Role.COUNT:
            return section.quotations or None
        if role == Role.ACTION:
            return False
        if role == Role.GROUP:
            return False
        return int(section.code.id) if role == Role.ID else None

    def is_outside(self, index: Index) -> bool:
        """Whether the section is left out, or lies below one that is."""
        section = self.section(index)
        return section is not None and (section.left_out or section.code.id in self._outside)

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        section = self.section(index)
        if section is None:
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            out = Qt.CheckState(value) is not Qt.CheckState.Checked
            if out != section.left_out:
                self.left_out_wanted.emit(section.code.id, out)
            return True
        title = " ".join(str(value).split())
        if role == Qt.ItemDataRole.EditRole and title != section.title:
            self.titled.emit(section.code.id, "" if title == section.code.name else title)
        return role == Qt.ItemDataRole.EditRole

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            # Between the rows at the top one can drop, too.
            return Qt.ItemFlag.ItemIsDropEnabled if self.writable else Qt.ItemFlag.NoItemFlags
        return _WRITE if self.writable else _READ

    def mimeTypes(self) -> list[str]:
        return [SECTION_MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        data = QMimeData()
        keys = [self.key_at(index) for index in indexes]
        data.setData(SECTION_MIME, str(keys[0]).encode() if keys else b"")
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Only between the rows beside it: what lies below what is the code tree's affair."""
        moved = self._dragged(data)
        return moved is not None and row >= 0 and self.above(moved) == self.key_at(parent)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        moved = self._dragged(data)
        siblings = self.below(self.key_at(parent))
        self.move_wanted.emit(moved, row - (siblings.index(moved) < row))
        # Not True: a view that believes in a move would remove the row.
        return False

    def _dragged(self, data: QMimeData) -> CodeId | None:
        written = bytes(data.data(SECTION_MIME).data()).decode()
        key = CodeId(int(written)) if written.isdigit() else None
        return key if key in self._sections and self.writable else None

    def _come_to(self, shape: Shape) -> None:
        self.arrange(shape)

    def _spoken(self, section: SectionPlan) -> str:
        parts = [str(self.data(self.index_of(section.code.id), int(Role.NAME)))]
        if section.left_out:
            parts.append(self.tr("left out"))
        parts.append(self._said(section))
        return ", ".join(parts)

    def _said(self, section: SectionPlan) -> str:
        quotations = self.tr("%Ln quotation(s)", "", section.quotations)
        words = self._words_of(section.code.id)
        if words is None:
            return quotations
        length = self.tr("%Ln word(s)", "", words)
        return f"{quotations}, {length}"

    def _tip(self, section: SectionPlan) -> str:
        lines = [section.title, self._said(section)]
        if section.title != section.code.name:
            lines.insert(1, self.tr("Code: {name}").format(name=section.code.name))
        return "<qt>" + "<br>".join(html.escape(line) for line in lines) + "</qt>"


def _below_left_out(sections: Sequence[SectionPlan], *, left_out: bool) -> list[CodeId]:
    found: list[CodeId] = []
    for section in sections:
        if left_out:
            found.append(section.code.id)
        found += _below_left_out(section.children, left_out=left_out or section.left_out)
    return found
