"""A model of keys in a tree, which comes to a new shape by as few insertions as possible.

What it shows for a key is told by its children; rows keep their index ids as long as their key
lives, so that views keep the selection, what is unfolded, and a name that is being typed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

Index = QModelIndex | QPersistentModelIndex
Shape = Mapping[Any, Sequence[Hashable]]
"""Key → keys below it, in order; None stands for the top. No key is in it twice."""
NOWHERE = QModelIndex()
_MANY = 60
"""Changed rows from which on all their siblings are said to have changed."""


class KeyTreeModel(QAbstractItemModel):
    """Rows for keys; subclasses answer `data` and `flags`."""

    rearranged = Signal()
    """Rows came, went or moved: select and unfold what is to be so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._below: dict[Hashable | None, list[Hashable]] = {None: []}
        self._above: dict[Hashable, Hashable | None] = {}
        self._rows: dict[Hashable | None, dict[Hashable, int]] = {}
        """Rows below a key, counted when somebody asks; dropped when they change."""
        self._ids: dict[Hashable, int] = {}
        self._keys: list[Hashable | None] = [None]
        """By index id. An invalid index has id 0: Qt asks thousands of times, so nobody tells it
        apart."""

    def arrange(self, shape: Shape) -> bool:
        """Come to this shape; rows that stay are left alone. False when there was nothing to do."""
        if {key: list(keys) for key, keys in shape.items() if keys} == self.shape():
            return False
        self._take_out(None, shape)
        self._put_in(None, shape)
        self.rearranged.emit()
        return True

    def arrange_anew(self, shape: Shape) -> None:
        """Come to this shape at once, for changes of most rows, such as a filter."""
        self.beginResetModel()
        self._below, self._above, self._rows = {None: []}, {}, {}
        self._adopt(None, shape)
        self.endResetModel()
        self.rearranged.emit()

    def shape(self) -> dict[Hashable | None, list[Hashable]]:
        return {key: list(keys) for key, keys in self._below.items() if keys}

    def repaint_keys(self, keys: Iterable[Hashable]) -> int:
        """Say that what these rows show has changed; returns how many there are to see."""
        shown = {key for key in keys if key in self._above}
        if len(shown) > _MANY:
            # A signal for each of a thousand rows would take longer than painting the few in view.
            for above in {self._above[key] for key in shown}:
                below = self._below[above]
                self.dataChanged.emit(self.index_of(below[0]), self.index_of(below[-1]))
        else:
            for key in shown:
                index = self.index_of(key)
                self.dataChanged.emit(index, index)
        return len(shown)

    def key_at(self, index: Index) -> Any:
        """The key of a row, None for an invalid index."""
        return self._keys[index.internalId()]

    def index_of(self, key: Hashable | None) -> QModelIndex:
        """The row of a key; invalid when it is not shown."""
        if key is None or key not in self._above:
            return QModelIndex()
        return self.createIndex(self._row(key), 0, self._id(key))

    def _row(self, key: Hashable) -> int:
        above = self._above[key]
        rows = self._rows.get(above)
        if rows is None:
            rows = self._rows[above] = {each: at for at, each in enumerate(self._below[above])}
        return rows[key]

    def heir(self, key: Hashable) -> Any:
        """The key that now stands for what `key` was; `key` itself where it is shown."""
        return key

    def below(self, key: Hashable | None) -> list[Any]:
        """The keys shown below a key, in order."""
        return list(self._below.get(key, ()))

    def above(self, key: Hashable) -> Any:
        """The key above; None at the top."""
        return self._above.get(key)

    def parents(self) -> list[Any]:
        """The keys that have rows below them."""
        return [key for key, keys in self._below.items() if key is not None and keys]

    def in_order(self, keys: Iterable[Hashable]) -> list[Any]:
        """Those of the keys that are shown, each once, in the order of the rows."""
        shown = {key for key in keys if key in self._above}
        return sorted(shown, key=self._path)

    def _path(self, key: Hashable) -> list[int]:
        """The rows that lead to a key, from the top."""
        path: list[int] = []
        at: Hashable | None = key
        while at is not None:
            path.append(self._row(at))
            at = self._above[at]
        return path[::-1]

    def walk(self, key: Hashable | None = None) -> Iterator[Any]:
        """Every key shown below a key, in the order of the rows."""
        for child in self._below.get(key, ()):
            yield child
            yield from self.walk(child)

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        below = self._below.get(self._keys[parent.internalId()], ())
        if column != 0 or not 0 <= row < len(below) or parent.column() > 0:
            return QModelIndex()
        key = below[row]
        return self.createIndex(row, 0, self._ids.get(key) or self._id(key))

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        return self.index_of(self._above.get(self.key_at(index)))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.column() > 0 else len(self._below.get(self.key_at(parent), ()))

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        raise NotImplementedError

    def _id(self, key: Hashable) -> int:
        if key not in self._ids:
            self._ids[key] = len(self._keys)
            self._keys.append(key)
        return self._ids[key]

    def _take_out(self, key: Hashable | None, shape: Shape) -> None:
        """Remove what is no longer below `key`, or stands at another place in the order."""
        now = self._below.get(key, [])
        staying = _in_order(now, shape.get(key, ()))
        going = [row for row, child in enumerate(now) if child not in staying]
        # Rows beside each other in one go: views think for a third of a millisecond each time.
        for first, last in reversed(_runs(going)):
            self.beginRemoveRows(self.index_of(key), first, last)
            for child in now[first : last + 1]:
                self._forget(child)
            del now[first : last + 1]
            self._rows.pop(key, None)
            self.endRemoveRows()
        for child in now:
            self._take_out(child, shape)

    def _put_in(self, key: Hashable | None, shape: Shape) -> None:
        now, wanted = self._below.setdefault(key, []), list(shape.get(key, ()))
        staying = set(now)
        for child in now:
            self._put_in(child, shape)
        for first, last in _runs([r for r, child in enumerate(wanted) if child not in staying]):
            self.beginInsertRows(self.index_of(key), first, last)
            now[first:first] = wanted[first : last + 1]
            self._rows.pop(key, None)
            for child in wanted[first : last + 1]:
                self._above[child] = key
                self._adopt(child, shape)
            self.endInsertRows()

    def _adopt(self, key: Hashable | None, shape: Shape) -> None:
        below = self._below[key] = list(shape.get(key, ()))
        self._rows.pop(key, None)
        self._above.update(dict.fromkeys(below, key))
        for child in below:
            if child in shape:
                self._adopt(child, shape)

    def _forget(self, key: Hashable) -> None:
        del self._above[key]
        self._rows.pop(key, None)
        for child in self._below.pop(key, ()):
            self._forget(child)


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows, ascending, as stretches (first, last) of rows that follow each other."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], row
        else:
            runs.append((row, row))
    return runs


def _in_order(now: Sequence[Hashable], wanted: Sequence[Hashable]) -> set[Hashable]:
    """The most keys of `now` that can stay where they are: a longest increasing run of ranks."""
    ranks = {key: rank for rank, key in enumerate(wanted)}
    common = [key for key in now if key in ranks]
    ends: list[int] = []
    lengths: list[int] = []
    for key in common:
        at = bisect_left(ends, ranks[key])
        ends[at : at + 1] = [ranks[key]]
        lengths.append(at)
    staying: set[Hashable] = set()
    wanted_length = len(ends) - 1
    for key, length in zip(reversed(common), reversed(lengths), strict=True):
        if length == wanted_length:
            staying.add(key)
            wanted_length -= 1
    return staying
