"""What a step changed: the one value from which every view refreshes itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from makna.domain.model import StepId
from makna.domain.wording import Message

Operation = Literal["insert", "update", "delete"]
T = TypeVar("T")


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

    def touches(self, *tables: str) -> bool:
        return any(row.table in tables for row in self.rows)

    def of(self, table: str) -> list[Touched]:
        return [row for row in self.rows if row.table == table]

    def keys(self, table: str) -> set[int]:
        return {row.key for row in self.rows if row.table == table}

    def parents(self, table: str) -> set[int]:
        """The rows that those of `table` hang on: the sources of changed passages, and the like."""
        return {row.parent for row in self.rows if row.table == table and row.parent is not None}


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """What a service hands back: its result and what it changed."""

    value: T
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
