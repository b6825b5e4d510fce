"""Where the characters printed on pages stand in the canonical text.

The text was made from the pages: lines joined, hyphens undone, running heads left out; it may have
been corrected since. Both run in the same order, so one walk along both is enough: while letters
agree they go together, and where they do not, the nearest place where both agree again is found.
White space never counts.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

NOWHERE = -1
_WORD = re.compile(r"\S+")
_WINDOW = 2_500
"""How many characters either side may have for itself before the walk gives up on the page."""
_PROBES = ((3, 3), (12, 5), (_WINDOW, 10))
"""(skipped at most, characters that must agree): a short gap needs less proof than a long one."""


@dataclass(frozen=True)
class Aligned:
    """By page: for each printed character its position in the text, or NOWHERE."""

    places: tuple[array[int], ...]
    starts: tuple[int, ...]
    """Where each page begins in the text; pages without text begin where the next one does."""

    def span(self, page: int, first: int, last: int) -> tuple[int, int] | None:
        """[start, end) of the text that the printed characters first…last of a page hold."""
        found = [at for at in self.places[page - 1][first : last + 1] if at != NOWHERE]
        return (found[0], found[-1] + 1) if found else None

    def printed(self, page: int, start: int, end: int) -> range:
        """The printed characters of a page among which those of [start, end) are.

        Some in between may be NOWHERE, such as a hyphen at the end of a line.
        """
        known = [(at, index) for index, at in enumerate(self.places[page - 1]) if at != NOWHERE]
        first = bisect_left(known, start, key=lambda pair: pair[0])
        behind = bisect_left(known, end, key=lambda pair: pair[0])
        return range(known[first][1], known[behind - 1][1] + 1) if first < behind else range(0)

    def page_at(self, position: int) -> int:
        """The page, from 1, on which a position of the text is printed."""
        shown = [page for page, start in enumerate(self.starts, 1) if start <= position]
        pages = [page for page in shown if any(at != NOWHERE for at in self.places[page - 1])]
        return (pages or shown or [1])[-1]


def align(text: str, pages: Sequence[str], breathe: Callable[[], object] = lambda: None) -> Aligned:
    """Walk along the text and what is printed on its pages; `breathe` is called at each."""
    walk = _Walk(text)
    places: list[array[int]] = []
    for printed in pages:
        breathe()
        places.append(walk.page(printed))
    starts: list[int] = []
    following = len(text)
    for page in reversed(places):
        following = next((at for at in page if at != NOWHERE), following)
        starts.append(following)
    return Aligned(tuple(places), tuple(reversed(starts)))


class _Walk:
    def __init__(self, text: str) -> None:
        self._text, self._places = _letters(text)
        self._at = 0

    def page(self, printed: str) -> array[int]:
        """The place of each character of the next page."""
        found = array("q", [NOWHERE]) * len(printed)
        letters, indexes = _letters(printed)
        here = 0
        while here < len(letters) and self._at < len(self._text):
            if letters[here] == self._text[self._at]:
                found[indexes[here]] = self._places[self._at]
                here, self._at = here + 1, self._at + 1
                continue
            gap = self._gap(letters, here)
            if gap is None:
                return found
            here, self._at = here + gap[0], self._at + gap[1]
        return found

    def _gap(self, letters: str, here: int) -> tuple[int, int] | None:
        """How far to go on the page and in the text until both agree again."""
        for most, agreeing in _PROBES:
            gap = self._nearest(letters, here, most, agreeing)
            if gap is not None:
                return gap
        return None

    def _nearest(self, letters: str, here: int, most: int, agreeing: int) -> tuple[int, int] | None:
        best: tuple[int, int] | None = None
        for in_text in range(min(most, len(self._text) - self._at) + 1):
            if best is not None and in_text >= sum(best):
                break
            probe = self._text[self._at + in_text : self._at + in_text + agreeing]
            if len(probe) < min(agreeing, 2):
                break
            limit = here + (most if best is None else sum(best) - in_text) + len(probe)
            on_page = letters.find(probe, here, limit)
            if on_page >= 0:
                best = (on_page - here, in_text)
        return best


def _letters(text: str) -> tuple[str, array[int]]:
    """The text without white space, and where each of its characters stands."""
    places = array("q")
    for word in _WORD.finditer(text):
        places.extend(range(*word.span()))
    return "".join(text.split()), places
