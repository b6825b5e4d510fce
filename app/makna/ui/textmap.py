"""Code points of the canonical text ↔ UTF-16 units of the `QTextDocument` that shows it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def _astral(text: str) -> list[int]:
    """Positions of the characters that take two UTF-16 units."""
    if text.isascii() or len(text.encode("utf-16-le")) == 2 * len(text):
        return []
    return [match.start() for match in _ASTRAL.finditer(text)]


class TextMap:
    """Converts positions of one text; remembers only where the astral characters are.

    Both directions take O(log n) of the number of astral characters. Canonical texts hold no lone
    surrogates, so that each character is one or two units.
    """

    def __init__(self, text: str) -> None:
        self._astral = _astral(text)
        self._units = [at + rank for rank, at in enumerate(self._astral)]

    def to_u16(self, position_cp: int) -> int:
        """UTF-16 units before the character at `position_cp`."""
        return position_cp + bisect_left(self._astral, position_cp)

    def to_cp(self, position_u16: int) -> int:
        """Code points before `position_u16`; within a pair the character's own position."""
        return position_u16 - bisect_left(self._units, position_u16)

    def splice(self, start_cp: int, removed_cp: int, inserted: str) -> None:
        """Follow an edit: at `start_cp`, `removed_cp` characters gave way to `inserted`."""
        added = [start_cp + at for at in _astral(inserted)]
        if not added and not self._astral:
            return
        head = bisect_left(self._astral, start_cp)
        tail = bisect_right(self._astral, start_cp + removed_cp - 1, lo=head)
        delta = len(inserted) - removed_cp
        self._astral[head:] = added + [at + delta for at in self._astral[tail:]]
        self._units[head:] = [at + head + i for i, at in enumerate(self._astral[head:])]
