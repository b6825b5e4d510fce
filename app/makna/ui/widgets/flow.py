"""A layout for what wraps like words: chips, and buttons in a pane that may be narrow."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_ANY = 1 << 20
"""A height that bounds nothing."""


class FlowLayout(QLayout):
    """Lays widgets out from left to right and wraps, like words."""

    def __init__(
        self,
        parent: QWidget | None = None,
        gap: int = 4,
        line_gap: int = 6,
        *,
        centred: bool = False,
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap, self._centred = gap, line_gap, centred
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def one_line(self) -> int:
        """How wide it would be if nothing wrapped."""
        widths = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        around = self.contentsMargins()
        return sum(widths) + self._gap * max(0, len(widths) - 1) + around.left() + around.right()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        around = self.contentsMargins()
        rect = rect.marginsRemoved(around)
        y = rect.y()
        for line in self._lines(rect.width()):
            sizes = [item.sizeHint().boundedTo(QSize(rect.width(), _ANY)) for item in line]
            taken = sum(size.width() for size in sizes) + self._gap * (len(line) - 1)
            x = rect.x() + ((rect.width() - taken) // 2 if self._centred else 0)
            for item, size in zip(line, sizes, strict=True) if move else ():
                item.setGeometry(QRect(QPoint(x, y), size))
                x += size.width() + self._gap
            y += max(size.height() for size in sizes) + self._line_gap
        return max(rect.y(), y - self._line_gap) - rect.y() + around.top() + around.bottom()

    def _lines(self, room: int) -> Iterator[list[QLayoutItem]]:
        line: list[QLayoutItem] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            width = min(item.sizeHint().width(), room)
            if line and taken + width > room:
                yield line
                line, taken = [], 0
            line.append(item)
            taken += width + self._gap
        if line:
            yield line
