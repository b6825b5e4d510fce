"""What a step changed: the one value from which every view refreshes itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, Literal, TypeVar

from makna.domain.model import StepId
from makna.domain.wording import Message

Operation = Literal["insert", "update", "delete"]
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Touched:
    """One changed row: what happened to it and the row it hangs on (passage → source, …)."""

    table: str
    key: int
    operation: Operation
    parent: int | None = None


@dataclass(frozen=True)
class ChangeSet:
    """The rows that one step changed, in the order in which they changed first."""

    step: StepId | None = None
    label: Message | None = None
    rows: tuple[Touched, ...] = ()
    texts: frozenset[int] = frozenset()
    """Sources whose text changed."""
    cause: Literal["done", "undone", "redone"] = "done"

    def __bool__(self) -> bool:
        return bool(self.rows or self.texts)

    @cached_property
    def _by_table(self) -> dict[str, list[Touched]]:
        # Once: two dozen views ask, and a step may have changed twenty thousand rows.
        found: dict[str, list[Touched]] = {}
        for row in self.rows:
            found.setdefault(row.table, []).append(row)
        return found

    @cached_property
    def _keys(self) -> dict[str, frozenset[int]]:
        return {t: frozenset(row.key for row in rows) for t, rows in self._by_table.items()}

    @cached_property
    def _parents(self) -> dict[str, frozenset[int]]:
        return {
            table: frozenset(row.parent for row in rows if row.parent is not None)
            for table, rows in self._by_table.items()
        }

    def sorted_out(self) -> ChangeSet:
        """The same, with all that is asked of it ready: for who has more time than who asks."""
        self._keys, self._parents  # noqa: B018 (kept once they were read)
        return self

    def touches(self, *tables: str) -> bool:
        return any(table in self._by_table for table in tables)

    def of(self, table: str) -> Sequence[Touched]:
        return self._by_table.get(table, ())

    def keys(self, table: str) -> frozenset[int]:
        return self._keys.get(table, frozenset())

    def parents(self, table: str) -> frozenset[int]:
        """The rows that those of `table` hang on: the sources of changed passages, and the like."""
        return self._parents.get(table, frozenset())


@dataclass(frozen=True)
class Outcome(Generic[T_co]):
    """What a service hands back: its result and what it changed."""

    value: T_co
    changes: ChangeSet = field(default_factory=ChangeSet)


def joined(changes: Iterable[ChangeSet]) -> ChangeSet:
    """Several steps announced as one."""
    parts = list(changes)
    return ChangeSet(
        step=parts[-1].step if parts else None,
        label=parts[-1].label if parts else None,
        rows=tuple(row for part in parts for row in part.rows),
        texts=frozenset().union(*(part.texts for part in parts)),
    )
