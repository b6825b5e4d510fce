"""The contents of the manual, or what a search found in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from makna.services.manual import Hit, Page
from makna.ui.theme.theme import tokens
from makna.ui.widgets.delegates import RowDelegate
from makna.ui.widgets.roles import Role

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ContentsModel(QAbstractListModel):
    """One row a page; after a search only those found, with where in the tooltip."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
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


class ContentsList(QListView):
    """The pages; Enter goes to the text, and without a page a dim sentence says so."""

    entered_row = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placeholder = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setItemDelegate(RowDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_placeholder(self, sentence: str) -> None:
        """What is said in the middle while there are no rows."""
        self._placeholder = sentence
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(tokens().dim))
            room = self.viewport().rect().adjusted(12, 12, -12, -12)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self._placeholder)
