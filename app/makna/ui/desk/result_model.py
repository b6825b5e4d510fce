"""Hits or passages under headings; their texts are read when they come into sight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import groupby
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from makna.domain.model import CodeId
from makna.ui.desk.result_keep import Chosen, Marked, Spot
from makna.ui.desk.result_query import ResultRow, RowReader, Section, Tag
from makna.ui.widgets.roles import Role

Index = QModelIndex | QPersistentModelIndex
PAGE = 32
"""Rows read at a time: about what is in sight, so that scrolling never waits for more."""
_KEPT = 4_000
"""Rows that stay read."""

_ROW = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)


class ResultRole(IntEnum):
    """What the delegate asks besides `Role`."""

    ROW = int(Role.KEYS) + 20
    """ResultRow of a row that is no heading; None when it has gone meanwhile."""
    SECTION = int(Role.KEYS) + 21
    """Section of a heading."""


class ResultModel(QAbstractListModel):
    """A flat list: a heading, its rows, the next heading. Headings can be folded."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: list[Section] = []
        self._folded: set[Tag] = set()
        self._starts: list[int] = []
        self._count = 0
        self._reader: RowReader | None = None
        self._rows: dict[int, ResultRow] = {}

    def show(self, sections: Iterable[Section], reader: RowReader) -> None:
        """List these; what was folded stays so."""
        self.beginResetModel()
        self._sections = [section for section in sections if section.keys]
        self._reader = reader
        self._rows = {}
        self._lay_out()
        self.endResetModel()

    def read_again(self, reader: RowReader, keys: Iterable[int] | None = None) -> None:
        """The same rows, whose texts or codes may be new: those of `keys`, or all."""
        self._reader = reader
        if keys is None:
            self._rows = {}
        else:
            for key in keys:
                self._rows.pop(key, None)
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    @property
    def sections(self) -> Sequence[Section]:
        return self._sections

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._count

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.is_heading(index.row()):
            return Qt.ItemFlag.ItemIsEnabled
        return _ROW

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        if self.is_heading(index.row()):
            return self._heading_data(self.section(index.row()), role)
        if role == ResultRole.ROW:
            return self.row(index.row())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row(index.row())
        if row is None:
            return ""
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            codes = ", ".join(name for name, _ in row.codes)
            return ". ".join(part for part in (row.text, row.name, codes) if part)
        return row.text

    def is_heading(self, row: int) -> bool:
        at = bisect_right(self._starts, row) - 1
        return at >= 0 and self._starts[at] == row and bool(self._sections[at].title)

    def headings(self) -> list[int]:
        """The rows that are headings."""
        return [
            start for start, each in zip(self._starts, self._sections, strict=True) if each.title
        ]

    def section(self, row: int) -> Section:
        """The section that a row is in, or heads."""
        return self._sections[bisect_right(self._starts, row) - 1]

    def key(self, row: int) -> int | None:
        """The key of a row; None for a heading."""
        if not 0 <= row < self._count or self.is_heading(row):
            return None
        at = bisect_right(self._starts, row) - 1
        section = self._sections[at]
        return int(section.keys[row - self._starts[at] - bool(section.title)])

    def keys(self) -> list[int]:
        """All that is listed, in order, each once; also what is folded away."""
        return list(dict.fromkeys(int(key) for each in self._sections for key in each.keys))

    def row(self, row: int) -> ResultRow | None:
        """A row read out, with those around it."""
        key = self.key(row)
        if key is None or self._reader is None:
            return None
        if key not in self._rows:
            if len(self._rows) > _KEPT:
                self._rows = {}
            first = row - row % PAGE
            around = (self.key(at) for at in range(first, min(first + PAGE, self._count)))
            wanted = [k for k in around if k is not None and k not in self._rows]
            self._rows.update(self._reader.read(wanted))
        return self._rows.get(key)

    def spot(self, row: int) -> Spot | None:
        """A row that is no heading, and the heading it stands under."""
        key = self.key(row)
        return None if key is None else Spot(self.section(row).tag, key)

    def row_of(self, spot: Spot) -> int | None:
        """Where a key stands under its heading; None when that is folded, or it is not there."""
        return next((rows[0] for rows in self.stretches_of({spot.tag: {spot.key}})), None)

    def stretches_of(self, chosen: Chosen) -> Iterator[range]:
        """Where these keys stand under their headings, as far as they are to be seen."""
        for start, section in zip(self._starts, self._sections, strict=True):
            keys = chosen.get(section.tag)
            if not keys or self._is_folded(section):
                continue
            first = start + bool(section.title)
            if len(keys) >= len(section.keys) and keys.issuperset(section.keys):
                # Of all rows each by itself would be felt.
                yield range(first, first + len(section.keys))
                continue
            rows = [at for at, key in enumerate(section.keys, first) if key in keys]
            for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
                stretch = [row for _, row in run]
                yield range(stretch[0], stretch[-1] + 1)

    def marked(self, selection: QItemSelection, row: int) -> Marked:
        """The selected rows and the current one, to find them again in another list."""
        chosen: dict[Tag, set[int]] = {}
        for section, keys in self._selected(selection):
            chosen.setdefault(section.tag, set()).update(keys)
        return Marked(chosen, self.spot(row))

    def chosen_count(self, selection: QItemSelection) -> int:
        """How many keys are selected, each once; nothing is read for it."""
        return len(set().union(*(keys for _, keys in self._selected(selection))))

    def chosen(self, selection: QItemSelection) -> list[tuple[int, CodeId | None]]:
        """The selected keys in order, each with the code of its heading."""
        return [(int(k), section.code) for section, keys in self._selected(selection) for k in keys]

    def _selected(self, selection: QItemSelection) -> Iterator[tuple[Section, Sequence[int]]]:
        """What is selected of each section, from the top; some sections come in parts."""
        parts = (selection.at(place) for place in range(selection.count()))
        for row, end in sorted((part.top(), part.bottom() + 1) for part in parts):
            while row < end:
                at = bisect_right(self._starts, row) - 1
                stop = self._starts[at + 1] if at + 1 < len(self._starts) else self._count
                section = self._sections[at]
                first = self._starts[at] + bool(section.title)
                keys = section.keys[max(0, row - first) : max(0, min(stop, end) - first)]
                if keys:
                    yield section, keys
                row = stop

    def fold(self, row: int) -> None:
        """Fold the section that this heading heads, or unfold it."""
        section = self.section(row)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        spots = [self.spot(index.row()) for index in before]
        heads = [self.section(index.row()).tag for index in before]
        self._folded ^= {section.tag}
        self._lay_out()
        after = [self._moved(*pair) for pair in zip(spots, heads, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def is_folded(self, row: int) -> bool:
        return self._is_folded(self.section(row))

    def _moved(self, spot: Spot | None, head: Tag) -> QModelIndex:
        if spot is None:
            tags = [section.tag for section in self._sections]
            return self.index(self._starts[tags.index(head)])
        row = self.row_of(spot)
        return self.index(row) if row is not None else QModelIndex()

    def _is_folded(self, section: Section) -> bool:
        return bool(section.title) and section.tag in self._folded

    def _lay_out(self) -> None:
        self._starts, at = [], 0
        for section in self._sections:
            self._starts.append(at)
            at += bool(section.title) + (0 if self._is_folded(section) else len(section.keys))
        self._count = at

    def _heading_data(self, section: Section, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return section.title
        values: dict[int, object] = {
            Role.GROUP: True,
            Role.COUNT: len(section.keys),
            Role.COLOR: section.color or None,
            ResultRole.SECTION: section,
        }
        return values.get(role)
