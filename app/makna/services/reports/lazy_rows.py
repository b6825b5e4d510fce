"""Rows of the records of a report that are made when a writer asks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import overload

from makna.domain.report import Value

Row = tuple[Value, ...]


class LazyRows(Sequence[Row]):
    """As a list of them; Word never asks."""

    def __init__(self, make: Callable[[], list[Row]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> list[Row]:
        return self._make()

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        return self._made[index]

    def __len__(self) -> int:
        return len(self._made)
