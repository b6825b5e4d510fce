"""The codes a document is made of: a tree of boxes, filled once somebody chooses among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from makna.domain.codetree import CodeTree
from makna.domain.model import CodeId
from makna.ui.theme.theme import tokens
from makna.ui.widgets.chips import SWATCH, paint_swatch

_ID = int(Qt.ItemDataRole.UserRole)
_COLOR = _ID + 1


class CodeChecks(QTreeWidget):
    """Which codes are checked is known before there is a row for any of them."""

    changed = Signal()
    """The user checked or unchecked a code."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self._tree = CodeTree([])
        self._checked: set[CodeId] = set()
        self._filled = False
        self._dark = False
        self.itemChanged.connect(self._toggled)

    def set_tree(self, tree: CodeTree) -> None:
        """The codes there are; checks stay where they are."""
        self._tree = tree
        if self._filled:
            self._filled = False
            self.fill()

    def check(self, codes: Iterable[CodeId]) -> None:
        """Check these and no others."""
        self._checked = set(codes)
        if not self._filled:
            return
        self.blockSignals(True)
        for item in self._items():
            item.setCheckState(0, self._state(_id(item)))
        self.blockSignals(False)
        self.viewport().update()

    def checked(self) -> tuple[CodeId, ...]:
        """The checked codes in the order of the tree."""
        return tuple(code.id for code in self._tree.ordered if code.id in self._checked)

    def fill(self) -> None:
        """Make the rows, where that has not been done."""
        if self._filled:
            return
        self._filled, self._dark = True, tokens().dark
        self.clear()
        rows = list(self._rows(None))
        self.blockSignals(True)
        self.addTopLevelItems(rows)
        self.blockSignals(False)
        self.expandAll()

    def recolor(self) -> None:
        """The codes' colours in the theme of now."""
        if not self._filled or self._dark == tokens().dark:
            return
        self._dark = tokens().dark
        self.blockSignals(True)
        for item in self._items():
            item.setIcon(0, _swatch(str(item.data(0, _COLOR)), self._dark))
        self.blockSignals(False)
        self.viewport().update()

    def _rows(self, parent: CodeId | None) -> Iterator[QTreeWidgetItem]:
        for code in self._tree.children(parent):
            item = QTreeWidgetItem([code.name])
            item.setData(0, _ID, int(code.id))
            item.setCheckState(0, self._state(code.id))
            item.setData(0, _COLOR, code.color)
            item.setIcon(0, _swatch(code.color, self._dark))
            item.addChildren(list(self._rows(code.id)))
            yield item

    def _state(self, code: CodeId) -> Qt.CheckState:
        return Qt.CheckState.Checked if code in self._checked else Qt.CheckState.Unchecked

    def _toggled(self, item: QTreeWidgetItem) -> None:
        if item.checkState(0) == Qt.CheckState.Checked:
            self._checked.add(_id(item))
        else:
            self._checked.discard(_id(item))
        self.changed.emit()

    def _items(self, under: QTreeWidgetItem | None = None) -> Iterator[QTreeWidgetItem]:
        root = under if under is not None else self.invisibleRootItem()
        for at in range(root.childCount()):
            if (item := root.child(at)) is not None:
                yield item
                yield from self._items(item)


def _id(item: QTreeWidgetItem) -> CodeId:
    return CodeId(int(item.data(0, _ID)))


@lru_cache(maxsize=256)
def _swatch(color: str, _dark: bool) -> QIcon:
    pixmap = QPixmap(SWATCH + 2, SWATCH + 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_swatch(painter, 1, SWATCH // 2 + 1, color)
    painter.end()
    return QIcon(pixmap)
