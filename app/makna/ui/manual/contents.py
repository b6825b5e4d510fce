"""The contents of the manual, or what a search found in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from makna.services.manual import Hit, Page
from makna.ui.widgets.roles import Role

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ContentsModel(QAbstractListModel):
    """One row a page; after a search only those found, with where in the tooltip."""

    def __init__(self, parent: object = None) -> None:
        super().__init__()
        self._rows: tuple[tuple[Page, str], ...] = ()

    def show_pages(self, pages: Sequence[Page]) -> None:
        self._reset([(page, "") for page in pages])

    def show_hits(self, hits: Sequence[Hit]) -> None:
        self._reset([(hit.page, hit.snippet) for hit in hits])

    def page_at(self, row: int) -> Page | None:
        return self._rows[row][0] if 0 <= row < len(self._rows) else None

    def row_of(self, name: str) -> int:
        """-1 where the page is not listed."""
        names = [page.name for page, _ in self._rows]
        return names.index(name) if name in names else -1

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        page, snippet = self._rows[index.row()]
        if role == Role.NAME:
            return page.title
        if role == Role.ID:
            return index.row()
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return snippet or page.title
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return f"{page.title}. {snippet}" if snippet else page.title
        return None

    def _reset(self, rows: Sequence[tuple[Page, str]]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()
