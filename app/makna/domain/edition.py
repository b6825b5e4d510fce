"""Line numbers that stay true: the lines of a frozen text, laid over the text as it is now.

The two texts are aligned: by what they share at both ends, then by paragraphs and words that each
has once, then by characters. What was put in belongs to the line it was put into.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NewType

from makna.domain.model import SourceId
from makna.domain.text import Lines, Paragraphs

EditionId = NewType("EditionId", int)

BY_CHARACTERS = 40_000
"""Up to this product of their lengths two stretches are compared character by character."""
ALL_BY_CHARACTERS = 20_000_000
"""And up to this sum of such products: half a second. Beyond, a stretch gave way as a whole."""


@dataclass(frozen=True)
class Edition:
    """The text of a source as it was when its line numbers were first printed."""

    id: EditionId
    source: SourceId
    sha256: str
    columns: int
    frozen_at: str


@dataclass(frozen=True, slots=True)
class Line:
    """A numbered line of a transcript."""

    number: int
    start: int
    end: int
    text: str
    """Without the blanks at its end; an LF in it is a paragraph put into a frozen line."""
    paragraph: int
    """Number of the paragraph in which it starts."""


class FrozenLines(Lines):
    """Lines by where each starts in the text as it is now; `starts` never goes back."""

    def __init__(self, starts: Sequence[int]) -> None:
        self.starts = list(starts)

    def number(self, position: int) -> int:
        return max(1, bisect_right(self.starts, position))


class FrozenParagraphs(Paragraphs):
    """Paragraphs by where each starts in the text as it is now."""

    def __init__(self, starts: Sequence[int]) -> None:
        self.starts = list(starts)

    def number(self, position: int) -> int:
        return max(1, bisect_right(self.starts, position))


def carried(frozen: str, current: str) -> tuple[Lines, Paragraphs]:
    """The numbers of the frozen text's lines and paragraphs, for positions of the current one."""
    lines, paragraphs = Lines(frozen), Paragraphs(frozen)
    if frozen == current:
        return lines, paragraphs
    mapped = Alignment(frozen, current)
    return (
        FrozenLines(mapped.forward(lines.starts)),
        FrozenParagraphs(mapped.forward(paragraphs.starts)),
    )


def numbered(text: str, lines: Lines, paragraphs: Paragraphs) -> list[Line]:
    """The lines of the text with their numbers; one whose words are all gone is left out."""
    found: list[Line] = []
    edges = [0, *lines.starts[1:], len(text)]
    for number, (start, end) in enumerate(pairwise(edges), 1):
        said = text[start:end].strip("\n").rstrip()
        if said.strip():
            place = text.index(said, start)
            found.append(Line(number, place, place + len(said), said, paragraphs.number(place)))
    return found


@dataclass(frozen=True, slots=True)
class Gap:
    """Between what both texts share: [old_start, old_end) gave way to [new_start, new_end)."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


class Alignment:
    """Where positions of an old text lie in a new one."""

    def __init__(self, old: str, new: str) -> None:
        self._old = old
        self._new = new
        self.gaps = list(_gaps(old, new))
        self._ends = [gap.old_end for gap in self.gaps]

    def forward(self, positions: Sequence[int]) -> list[int]:
        """Where the starts of lines or paragraphs, in order, lie now; never going back."""
        found: list[int] = []
        reached = 0
        for position in positions:
            reached = max(reached, self._now(position))
            found.append(reached)
        return found

    def _now(self, position: int) -> int:
        index = bisect_left(self._ends, position)
        if index == len(self.gaps) or position < self.gaps[index].old_start:
            before = self.gaps[index - 1] if index else None
            return position + (before.new_end - before.old_end if before else 0)
        gap = self.gaps[index]
        if position == gap.old_end and gap.old_start < gap.old_end:
            # The line begins after what was replaced: what came instead is before it.
            return gap.new_end
        if position == gap.old_start:
            # What was put in before a line begins it, but a whole paragraph put in does not.
            if gap.old_start == gap.old_end:
                return max(gap.new_start, self._new.rfind("\n", gap.new_start, gap.new_end) + 1)
            return gap.new_start
        share = (position - gap.old_start) / (gap.old_end - gap.old_start)
        return self._at_word(gap, gap.new_start + round(share * (gap.new_end - gap.new_start)))

    def _at_word(self, gap: Gap, position: int) -> int:
        """The border of a word at or before the position, inside the gap."""
        while position > gap.new_start and not self._new[position - 1].isspace():
            position -= 1
        return position


def _gaps(old: str, new: str) -> Iterator[Gap]:
    """The stretches in which the texts differ, in order."""
    waiting = [(0, len(old), 0, len(new), 0)]
    found: list[Gap] = []
    left = ALL_BY_CHARACTERS
    while waiting:
        a, b, c, d, depth = waiting.pop()
        a, b, c, d = _without_ends(old, new, a, b, c, d)
        if a == b or c == d:
            if a < b or c < d:
                found.append(Gap(a, b, c, d))
            continue
        inner = _between_anchors(old, new, a, b, c, d, depth)
        product = (b - a) * (d - c)
        if inner is not None:
            waiting += inner
        elif product <= min(BY_CHARACTERS, left):
            left -= product
            found += _by_characters(old, new, a, b, c, d)
        else:
            found.append(Gap(a, b, c, d))
    found.sort(key=lambda gap: (gap.old_start, gap.new_start))
    return _settled(old, new, found)


def _settled(old: str, new: str, gaps: list[Gap]) -> Iterator[Gap]:
    """Gaps that touch as one; what was only put in or taken out begins where a paragraph does.

    `Rina: ya` between two paragraphs by Rina shares `Rina: ` with what follows; the same letters
    counted from the start of the paragraph say what was meant.
    """
    last: Gap | None = None
    for gap in gaps:
        if last and last.old_end == gap.old_start and last.new_end == gap.new_start:
            last = Gap(last.old_start, gap.old_end, last.new_start, gap.new_end)
            continue
        if last:
            yield last
        floor = gap.old_start - last.old_end if last else gap.old_start
        last = _slid(old, new, gap, floor)
    if last:
        yield last


def _slid(old: str, new: str, gap: Gap, most: int) -> Gap:
    """The same change, begun up to `most` characters earlier where that is a paragraph's start."""
    if gap.old_start < gap.old_end and gap.new_start < gap.new_end:
        return gap
    text, start, end = (
        (new, gap.new_start, gap.new_end)
        if gap.old_start == gap.old_end
        else (old, gap.old_start, gap.old_end)
    )
    if "\n" not in text[start:end]:
        return gap
    by = 0
    while by < most and start - by > 0 and text[start - by - 1] != "\n":
        if text[start - by - 1] != text[end - by - 1]:
            return gap
        by += 1
    if start - by > 0 and text[start - by - 1] != "\n":
        return gap
    return Gap(gap.old_start - by, gap.old_end - by, gap.new_start - by, gap.new_end - by)


def _without_ends(old: str, new: str, a: int, b: int, c: int, d: int) -> tuple[int, int, int, int]:
    """The stretches without what they share at their beginnings and ends."""
    limit = min(b - a, d - c)
    head = _longest(limit, lambda n: old[a : a + n] == new[c : c + n])
    a, c = a + head, c + head
    limit -= head
    tail = _longest(limit, lambda n: old[b - n : b] == new[d - n : d])
    return a, b - tail, c, d - tail


def _longest(limit: int, same: Callable[[int], bool]) -> int:
    """The greatest n up to limit for which the first n agree: slices compare at memory speed."""
    step, reached = 64, 0
    while reached + step <= limit and same(reached + step):
        reached += step
        step *= 2
    low, high = reached, min(limit, reached + step)
    while low < high:
        middle = (low + high + 1) // 2
        if same(middle):
            low = middle
        else:
            high = middle - 1
    return low


_PIECES = (
    re.compile(r"[^\n]*\n|[^\n]+"),
    re.compile(r"[^.!?\n]*[.!?\n]+\s*|[^.!?\n]+"),
    re.compile(r"\S+\s*|\s+"),
)
"""Paragraphs, sentences, words."""


def _between_anchors(
    old: str, new: str, a: int, b: int, c: int, d: int, depth: int
) -> list[tuple[int, int, int, int, int]] | None:
    """What lies between pieces that both stretches have exactly once; None when there are none."""
    while depth < len(_PIECES):
        olds = _once(_PIECES[depth], old, a, b)
        news = _once(_PIECES[depth], new, c, d)
        common = [(at, news[piece], len(piece)) for piece, at in olds.items() if piece in news]
        anchors = _rising(sorted(common))
        if anchors:
            inner = []
            for at, there, length in anchors:
                inner.append((a, at, c, there, depth))
                a, c = at + length, there + length
            return [*inner, (a, b, c, d, depth)]
        depth += 1
    return None


def _once(pieces: re.Pattern[str], text: str, start: int, end: int) -> dict[str, int]:
    """Pieces that occur once in [start, end), and where; those of white space say nothing."""
    places = [(match.group(), match.start()) for match in pieces.finditer(text, start, end)]
    counts = Counter(piece for piece, _ in places)
    return {piece: at for piece, at in places if counts[piece] == 1 and piece.strip()}


def _rising(pairs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The longest choice of pairs, sorted by their first place, whose second places rise too."""
    piles: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, (_, there, _) in enumerate(pairs):
        pile = bisect_left(piles, there)
        before.append(tops[pile - 1] if pile else -1)
        if pile == len(piles):
            piles.append(there)
            tops.append(index)
        else:
            piles[pile], tops[pile] = there, index
    chain: list[tuple[int, int, int]] = []
    at = tops[-1] if tops else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _by_characters(old: str, new: str, a: int, b: int, c: int, d: int) -> list[Gap]:
    matcher = SequenceMatcher(None, old[a:b], new[c:d], autojunk=False)
    return [
        Gap(a + i1, a + i2, c + j1, c + j2)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
    ]
