"""The same bytes read in another encoding: where each place of the one text is in the other.

All encodings that are confused with each other leave ASCII alone. So the ASCII stretches of both
texts are the same, and between them stand the letters that differ.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_ASCII = re.compile(r"([\x00-\x7f]+)")


@dataclass(frozen=True)
class Alignment:
    """Places of an old text in a new one, by the starts of the stretches that both have."""

    old_starts: tuple[int, ...]
    new_starts: tuple[int, ...]
    ascii_first: bool
    old_length: int
    new_length: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where [start, end) lies now; letters that it touches are in it as a whole."""
        if start == end:
            place = self._place(start, up=False)
            return place, place
        return self._place(start, up=False), self._place(end, up=True)

    def _place(self, position: int, *, up: bool) -> int:
        index = bisect_right(self.old_starts, position) - 1
        offset = position - self.old_starts[index]
        if (index % 2 == 0) == self.ascii_first or not offset:
            return self.new_starts[index] + offset
        last = index + 1 >= len(self.new_starts)
        ends = self.new_length if last else self.new_starts[index + 1]
        return ends if up else self.new_starts[index]


def aligned(old: str, new: str) -> Alignment | None:
    """How two readings of the same bytes lie on each other; None when they do not."""
    old_parts, new_parts = _parts(old), _parts(new)
    if len(old_parts) != len(new_parts):
        return None
    for before, after in zip(old_parts, new_parts, strict=True):
        if before.isascii() != after.isascii() or (before.isascii() and before != after):
            return None
    first = bool(old_parts) and old_parts[0].isascii()
    return Alignment(_starts(old_parts), _starts(new_parts), first, len(old), len(new))


def _parts(text: str) -> list[str]:
    return [part for part in _ASCII.split(text) if part]


def _starts(parts: list[str]) -> tuple[int, ...]:
    starts, at = [], 0
    for part in parts:
        starts.append(at)
        at += len(part)
    return tuple(starts) or (0,)
