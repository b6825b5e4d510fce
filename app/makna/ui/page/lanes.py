"""Lanes for the brackets in the margin, so that none hides another. Free of Qt."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class LaneBook(Generic[Key]):
    """Gives every bracket the first lane that is free over its height, and remembers it.

    Brackets keep their lanes while others come and go, so that nothing jumps on scrolling or
    coding. In order of their tops this is the greedy colouring, which needs the fewest lanes.
    """

    def __init__(self) -> None:
        self._lanes: list[list[tuple[float, float]]] = []
        self._placed: dict[Key, tuple[int, float, float]] = {}

    @property
    def count(self) -> int:
        """Lanes in use so far."""
        return len(self._lanes)

    def lane(self, key: Key, top: float, bottom: float) -> int:
        """The lane (from 0) of a bracket over [top, bottom); the one it has, if it has one."""
        known = self._placed.get(key)
        if known is not None:
            return known[0]
        number = 0
        for taken in self._lanes:
            # Most come in the order of their tops: then the last one says it.
            if not taken or taken[-1][1] <= top:
                break
            if taken[-1][0] >= bottom and _free(taken, top, bottom):
                break
            number += 1
        else:
            self._lanes.append([])
        insort(self._lanes[number], (top, bottom))
        self._placed[key] = (number, top, bottom)
        return number

    def forget(self, keys: Iterable[Key]) -> None:
        """Free the lanes of brackets that are gone."""
        for key in keys:
            known = self._placed.pop(key, None)
            if known is not None:
                self._lanes[known[0]].remove(known[1:])

    def clear(self) -> None:
        self._lanes.clear()
        self._placed.clear()


def _free(taken: list[tuple[float, float]], top: float, bottom: float) -> bool:
    """Whether [top, bottom) meets none of the disjoint, sorted stretches."""
    at = bisect_left(taken, (top, bottom))
    if at < len(taken) and taken[at][0] < bottom:
        return False
    return at == 0 or taken[at - 1][1] <= top
