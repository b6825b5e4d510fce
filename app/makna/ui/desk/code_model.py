"""The code tree as a Qt model: what fits the filter, with counts, and what may be dropped where."""

from __future__ import annotations

import html
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QLocale, QMimeData, QObject, Qt, Signal

from makna.domain.codetree import CodeTree
from makna.domain.model import Code, CodeId
from makna.ui.desk.key_tree import Index, KeyTreeModel, Shape
from makna.ui.desk.result_transfer import PASSAGES_MIME, read_passages
from makna.ui.page.transfer import (
    CODES_MIME,
    SELECTION_MIME,
    codes_data,
    read_codes,
    read_selection,
)
from makna.ui.widgets.ranking import fold
from makna.ui.widgets.roles import Role

Counts = Mapping[int, tuple[int, int]]
"""Code → (codings, sources), as `storage.codes.counts` answers; missing means none."""

_READABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_WRITABLE = (
    Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
)


@dataclass(frozen=True)
class Target:
    """Where codes are dropped: below `parent`, before the sibling `before`; None is last."""

    parent: CodeId | None
    before: CodeId | None = None


class CodeModel(KeyTreeModel):
    """Codes as `Role` says. Knows no project: what is dropped or typed comes out as a signal."""

    renamed = Signal(int, str)
    """(code id, name): typed in place; the caller carries it out."""
    move_wanted = Signal(list, object)
    """(code ids, Target): dropped on or between rows."""
    merge_wanted = Signal(list, int)
    """(code ids, target id): dropped on a row with the copy key held."""
    selection_dropped = Signal(object, int, int)
    """(code id, or None below the rows; start; end): a text selection was dropped."""
    passages_dropped = Signal(int, list)
    """(code id, passage ids): passages were dropped on a code."""

    def __init__(self, parent: QObject | None = None, *, writable: bool = True) -> None:
        super().__init__(parent)
        self.tree = CodeTree(())
        self._writable = writable
        # Asked for at every row of a layout; joining flags is slow in Python.
        self._flags = _READABLE | _WRITABLE if writable else _READABLE
        self._counts: Counts = {}
        self._totals: dict[int, int] = {}
        self._words: dict[int, str] = {}
        self._query: tuple[str, ...] = ()

    @property
    def is_filtered(self) -> bool:
        return bool(self._query)

    def set_codes(self, tree: CodeTree) -> None:
        """Show these codes: changed rows are repainted, the structure changes where it did."""
        old, self.tree = self.tree, tree
        self._words = {}
        before = self._totals
        self._totals = self._summed()
        changed = {c.id for c in tree.ordered if c.id in old and old[c.id] != c}
        self.arrange(self._shape())
        self.repaint_keys(changed | _different(before, self._totals))

    def counts(self) -> Counts:
        """The counts on show."""
        return self._counts

    def set_counts(self, counts: Counts) -> int:
        """Show these counts; returns how many rows had to be repainted."""
        own = {code for code in {*counts, *self._counts} if counts.get(code) != self._count(code)}
        before, self._counts = self._totals, dict(counts)
        self._totals = self._summed()
        return self.repaint_keys(own | _different(before, self._totals))

    def set_filter(self, typed: str) -> None:
        """Show the codes in whose name, path or definition every word occurs, and those above."""
        query = tuple(fold(typed).split())
        if query != self._query:
            self._query = query
            self.arrange_anew(self._shape())

    def code(self, index: Index) -> Code | None:
        key = self.key_at(index)
        return self.tree[key] if key is not None and key in self.tree else None

    def own(self, code: CodeId) -> int:
        """Codings of the code itself."""
        return self._counts.get(code, (0, 0))[0]

    def total(self, code: CodeId) -> int:
        """Codings of the code and of all below it."""
        return self._totals.get(code, 0)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        code = self.code(index)
        if code is None:
            return None
        if role in (Role.NAME, Qt.ItemDataRole.EditRole):
            return code.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(code)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(code)
        return self._shown(code, role)

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        code = self.code(index)
        if code is None or role != Qt.ItemDataRole.EditRole:
            return False
        name = " ".join(str(value).split())
        if name and name != code.name:
            self.renamed.emit(code.id, name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid():
            return self._flags
        none = Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsDropEnabled if self._writable else none

    def mimeTypes(self) -> list[str]:
        return [CODES_MIME, SELECTION_MIME, PASSAGES_MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        """The codes in the order of the tree, as the page reads them."""
        chosen = {self.key_at(index) for index in indexes}
        return codes_data([code.id for code in self.tree.ordered if code.id in chosen])

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Codes: never into themselves; a selection: on a code that can be applied, or below."""
        if not self._writable:
            return False
        if data.hasFormat(SELECTION_MIME):
            return row < 0 and read_selection(data) is not None and self._takes_text(parent)
        if data.hasFormat(PASSAGES_MIME):
            return row < 0 and parent.isValid() and self._takes_text(parent)
        codes = self._codes_in(data)
        if not codes:
            return False
        above: CodeId | None = self.key_at(parent)
        if action == Qt.DropAction.CopyAction and (row >= 0 or above is None):
            return False
        return not self._would_cycle(codes, above)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        above: CodeId | None = self.key_at(parent)
        if data.hasFormat(PASSAGES_MIME):
            self.passages_dropped.emit(above, read_passages(data))
            return True
        selection = read_selection(data) if data.hasFormat(SELECTION_MIME) else None
        codes = self._codes_in(data)
        if selection is not None:
            self.selection_dropped.emit(above, *selection)
        elif action == Qt.DropAction.CopyAction:
            self.merge_wanted.emit(codes, above)
        else:
            self.move_wanted.emit(self.topmost(codes), self._target(above, row, codes))
        return True

    def topmost(self, codes: Collection[CodeId]) -> list[CodeId]:
        """These codes without those that move along with one of them, in tree order."""
        chosen = set(codes)
        return [
            code.id
            for code in self.tree.ordered
            if code.id in chosen and not any(a.id in chosen for a in self.tree.ancestors(code.id))
        ]

    def _target(self, above: CodeId | None, row: int, moved: list[CodeId]) -> Target:
        """A row is a place among what is shown; what is hidden keeps its place behind it."""
        if row < 0:
            return Target(above)
        shown = self.below(above)
        following = [code for code in shown[row:] if code not in moved]
        if following:
            return Target(above, following[0])
        leading = [code for code in shown[:row] if code not in moved]
        siblings = [c.id for c in self.tree.children(above) if c.id not in moved]
        behind = siblings[siblings.index(leading[-1]) + 1 :] if leading else siblings
        return Target(above, behind[0] if behind else None)

    def _codes_in(self, data: QMimeData) -> list[CodeId]:
        return [code for code in map(CodeId, read_codes(data)) if code in self.tree]

    def _would_cycle(self, codes: list[CodeId], above: CodeId | None) -> bool:
        if above is None:
            return False
        line = {above, *(code.id for code in self.tree.ancestors(above))}
        return any(code in line for code in codes)

    def _takes_text(self, parent: Index) -> bool:
        code = self.code(parent)
        return code is None or code.codable

    def _shown(self, code: Code, role: int) -> object:
        if role == Role.COUNT:
            return self.total(code.id)
        values: dict[int, object] = {
            Role.ID: int(code.id),
            Role.GROUP: not code.codable,
            Role.COLOR: code.color if code.codable else None,
            Role.SHORTCUT: code.shortcut,
            Role.MEMO: bool(code.memo),
        }
        return values.get(role)

    def _shape(self) -> Shape:
        shape: dict[CodeId | None, list[CodeId]] = {}
        shown = self._fitting()
        for code in self.tree.ordered:
            if shown is None or code.id in shown:
                parent = code.parent if code.parent in self.tree else None  # type: ignore[operator]
                shape.setdefault(parent, []).append(code.id)
        return shape

    def first_fit(self) -> CodeId | None:
        """The code that is meant by what is typed into the filter: one of that name, if any."""
        fits = [c for c in self.tree.ordered if all(word in self._said(c) for word in self._query)]
        named = (c for c in fits if all(word in fold(c.name) for word in self._query))
        found = next(named, fits[0] if fits else None)
        return found.id if found is not None else None

    def _fitting(self) -> set[CodeId] | None:
        """The codes that fit the filter and all above them; None without a filter."""
        if not self._query:
            return None
        shown: set[CodeId] = set()
        for code in self.tree.ordered:
            said = self._said(code)
            if all(word in said for word in self._query):
                shown.add(code.id)
                shown.update(above.id for above in self.tree.ancestors(code.id))
        return shown

    def _said(self, code: Code) -> str:
        """What the filter looks at; put together when somebody filters."""
        if code.id not in self._words:
            path = " ".join(self.tree.names(code.id))
            said = f"{path} {code.description} {code.when_to_use} {code.when_not}"
            self._words[code.id] = fold(said)
        return self._words[code.id]

    def _count(self, code: int) -> tuple[int, int] | None:
        return self._counts.get(code)

    def _summed(self) -> dict[int, int]:
        totals = {code.id: self.own(code.id) for code in self.tree.ordered}
        for code in reversed(self.tree.ordered):
            if code.parent is not None and code.parent in totals:
                totals[code.parent] += totals[code.id]
        return {int(code): total for code, total in totals.items()}

    def _spoken(self, code: Code) -> str:
        parts = [code.name, self.tr("%Ln coding(s)", "", self.total(code.id))]
        if code.shortcut:
            parts.append(self.tr("key {number}").format(number=code.shortcut))
        return ", ".join(parts)

    def _tip(self, code: Code) -> str:
        own, sources = self._counts.get(code.id, (0, 0))
        total = self.total(code.id)
        lines = [" › ".join(self.tree.names(code.id)), code.description]
        if code.codable or own:
            counted = self.tr("%Ln coding(s)", "", own)
            where = self.tr("in %Ln source(s)", "", sources)
            lines.append(f"{counted} {where}")
        if self.tree.children(code.id):
            below = self.tr("{total} with the codes below")
            lines.append(below.format(total=QLocale().toString(total)))
        escaped = [html.escape(line).replace("\n", "<br>") for line in lines if line]
        return "<qt>" + "<br>".join(escaped) + "</qt>"


def _different(one: Mapping[int, int], other: Mapping[int, int]) -> set[int]:
    return {key for key in {*one, *other} if one.get(key) != other.get(key)}
