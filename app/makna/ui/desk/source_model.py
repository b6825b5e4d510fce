"""The sources as a Qt model: grouped by kind or by case, filtered, with their coded share."""

from __future__ import annotations

import html
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QLocale, QObject, Qt, Signal

from makna.domain.model import Source, SourceId, SourceKind
from makna.services.sources import natural
from makna.storage.sources import Tally
from makna.ui.desk.key_tree import Index, KeyTreeModel, Shape
from makna.ui.desk.source_words import ICONS, kind_words
from makna.ui.widgets.ranking import fold
from makna.ui.widgets.roles import Role

_READABLE = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)


class Grouping(StrEnum):
    """By what sources stand together."""

    KIND = "kind"
    CASE = "case"


class Group(NamedTuple):
    """A heading: a kind, or a case by its name; without a case the name is empty."""

    by: Grouping
    name: str


class Row(NamedTuple):
    """A source below a heading; one that belongs to two cases has two rows."""

    group: Group
    source: SourceId


class SourceModel(KeyTreeModel):
    """Sources as `Role` says. Knows no project: a typed name comes out as a signal."""

    renamed = Signal(int, str)
    """(source id, name): typed in place; the caller carries it out."""

    def __init__(self, parent: QObject | None = None, *, writable: bool = True) -> None:
        super().__init__(parent)
        # Asked for at every row of a layout; joining flags is slow in Python.
        self._flags = _READABLE | Qt.ItemFlag.ItemIsEditable if writable else _READABLE
        self._sources: dict[SourceId, Source] = {}
        self._sorting: dict[SourceId, Any] = {}
        self._words: dict[SourceId, str] = {}
        self._homes: dict[SourceId, list[Row]] = {}
        """Its rows while it fits the filter."""
        self._order: list[SourceId] = []
        """All sources as they are sorted; empty when that has to be found out."""
        self._query: tuple[str, ...] = ()
        self._kinds = kind_words()
        self.grouping = Grouping.KIND

    def __len__(self) -> int:
        return len(self._sources)

    def set_sources(self, sources: Iterable[Source]) -> None:
        """Show these and no others."""
        self._sources, self._sorting, self._words, self._homes = {}, {}, {}, {}
        self._order = []
        for source in sources:
            self._take(source)
        self.arrange_anew(self._shape())

    def update_sources(self, sources: Iterable[Source], gone: Iterable[SourceId] = ()) -> None:
        """Show these instead of what was known of them, and those that are gone no more."""
        changed = [source for source in sources if self._sources.get(source.id) != source]
        moving = [key for key in gone if key in self._sources]
        for source in changed:
            before = self._standing(source.id)
            self._take(source)
            if self._standing(source.id) != before:
                moving.append(source.id)
        for key in gone:
            self._order = []
            for known in (self._sources, self._sorting, self._words, self._homes):
                known.pop(key, None)
        if moving:
            self.arrange(self._shape())
        self._repaint_sources([source.id for source in changed])
        if moving:
            self.repaint_keys(self.below(None))

    def show_tallies(self, tallies: Mapping[SourceId, Tally]) -> None:
        """How much of these sources is coded; no row moves for it."""
        for key, tally in tallies.items():
            if key in self._sources:
                self._take(replace(self._sources[key], **tally._asdict()))
        self._repaint_sources(tallies)

    def first_row(self) -> Row | None:
        """The uppermost source that is listed."""
        return next((row for row in self.walk() if isinstance(row, Row)), None)

    def set_filter(self, typed: str) -> None:
        """Show the sources in whose name, kind, place, author or case every word occurs."""
        query = tuple(fold(typed).split())
        if query != self._query:
            self._query = query
            self.arrange_anew(self._shape())

    def set_grouping(self, grouping: Grouping) -> None:
        if grouping is not self.grouping:
            self.grouping = grouping
            self._homes = {key: self._rows_for(each) for key, each in self._sources.items()}
            self.arrange_anew(self._shape())

    def retranslate(self) -> None:
        """Take the words of the language that is spoken now."""
        self._kinds = kind_words()
        self._words = {key: self._said(source) for key, source in self._sources.items()}
        self.repaint_keys(self.walk())

    def source(self, index: Index) -> Source | None:
        key = self.key_at(index)
        return self._sources.get(key.source) if isinstance(key, Row) else None

    def get(self, source: SourceId) -> Source | None:
        return self._sources.get(source)

    def ids(self) -> list[SourceId]:
        """All sources, whether they fit the filter or not."""
        return list(self._sources)

    def rows_of(self, source: SourceId) -> list[Row]:
        """Where a source is shown, from the top."""
        return self.in_order(self._homes.get(source, ()))

    def heir(self, key: Hashable) -> Any:
        """A source that went to another group is still the same source."""
        if not isinstance(key, Row) or self.index_of(key).isValid():
            return key
        return next(iter(self.rows_of(key.source)), key)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        key = self.key_at(index)
        if isinstance(key, Group):
            return self._heading(key, role)
        source = self.source(index)
        if source is None:
            return None
        if role in (Role.NAME, Qt.ItemDataRole.EditRole):
            return source.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(source)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{source.name}, {self._coded(source)}"
        values: dict[int, object] = {
            Role.ID: int(source.id),
            Role.ICON: ICONS[source.kind],
            Role.COVERAGE: coded_share(source),
            Role.MEMO: bool(source.memo),
        }
        return values.get(role)

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        source = self.source(index)
        if source is None or role != Qt.ItemDataRole.EditRole:
            return False
        name = " ".join(str(value).split())
        if name and name != source.name:
            self.renamed.emit(source.id, name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        key = self._keys[index.internalId()]
        if type(key) is Row:
            return self._flags
        return Qt.ItemFlag.NoItemFlags if key is None else Qt.ItemFlag.ItemIsEnabled

    def _take(self, source: Source) -> None:
        sorting = (natural(source.name), source.id)
        if self._sorting.get(source.id) != sorting:
            self._sorting[source.id] = sorting
            self._order = []
        self._sources[source.id] = source
        self._homes[source.id] = self._rows_for(source)
        self._words[source.id] = self._said(source)

    def _standing(self, key: SourceId) -> object:
        """All that decides where, and whether, a source is shown; None for one not known."""
        source = self._sources.get(key)
        return source and (self._sorting[key], self._words[key], self._homes[key])

    def _repaint_sources(self, keys: Iterable[SourceId]) -> None:
        rows = [row for key in keys for row in self.rows_of(key)]
        self.repaint_keys([*rows, *(row.group for row in rows)])

    def _said(self, source: Source) -> str:
        about = (source.name, self._kinds[source.kind], source.place, source.author, source.date)
        return fold(" ".join((*about, *source.cases)))

    def _shape(self) -> Shape:
        if not self._order:
            self._order = sorted(self._sources, key=self._sorting.__getitem__)
        fitting, words = self._order, self._words
        for word in self._query:
            fitting = [key for key in fitting if word in words[key]]
        groups: dict[Group, list[Row]] = {}
        for key in fitting:
            for row in self._homes[key]:
                groups.setdefault(row.group, []).append(row)
        top = sorted(groups, key=_group_order)
        shape: dict[Any, Sequence[Hashable]] = {None: top, **groups}
        return shape

    def _rows_for(self, source: Source) -> list[Row]:
        if self.grouping is Grouping.KIND:
            return [Row(Group(Grouping.KIND, source.kind), source.id)]
        names = dict.fromkeys(source.cases or ("",))
        return [Row(Group(Grouping.CASE, name), source.id) for name in names]

    def _heading(self, group: Group, role: int) -> object:
        if role == Role.NAME:
            return self.heading(group)
        if role == Role.COUNT:
            return len(self.below(group))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            counted = self.tr("%Ln source(s)", "", len(self.below(group)))
            return f"{self.heading(group)}, {counted}"
        return True if role == Role.GROUP else None

    def heading(self, group: Group) -> str:
        """What is written over a group."""
        if group.by is Grouping.KIND:
            return self._kinds[SourceKind(group.name)]
        return group.name or self.tr("Without a case")

    def _coded(self, source: Source) -> str:
        percent = QLocale().toString(100 * (coded_share(source) or 0.0), "f", 0)
        return self.tr("{percent} % coded").format(percent=percent)

    def _tip(self, source: Source) -> str:
        passages = self.tr("%Ln passage(s)", "", source.passages)
        lines = [
            source.name,
            " · ".join(filter(None, (self._kinds[source.kind], source.date, source.place))),
            f"{passages}, {self._coded(source)}",
            ", ".join(source.cases),
        ]
        return "<qt>" + "<br>".join(html.escape(line) for line in lines if line) + "</qt>"


def coded_share(source: Source) -> float | None:
    """The share of the text under codes, 0–1; None where there is no text."""
    if source.characters == 0:
        return None
    return min(1.0, source.coded_characters / source.characters)


def _group_order(group: Group) -> tuple[Any, ...]:
    """Kinds as they are declared, cases by name, those without a case last."""
    if group.by is Grouping.KIND:
        return (0, list(SourceKind).index(SourceKind(group.name)))
    return (not group.name, natural(group.name))
