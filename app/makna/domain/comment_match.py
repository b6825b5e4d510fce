"""Where the words of a text that came back stand in the text that went out.

Paragraphs are compared first, then the words of those that differ, then their letters. What was
moved is found by its words. A stretch is traced through what stayed the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

How = Literal["exact", "edited", "moved", "near"]
_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_ALIKE = 0.5
"""Share of words two paragraphs must have in common to be versions of one."""
_MOST_LETTERS = 400
"""Longest stretch that is compared letter by letter."""


@dataclass(frozen=True)
class Same:
    """A stretch that is the same in both texts."""

    back: int
    """Where it begins in the text that came back."""
    out: int
    """Where it begins in the text that went out."""
    length: int
    moved: bool = False


@dataclass(frozen=True)
class Edit:
    """[start, end) of the text that went out reads `new` in the one that came back."""

    start: int
    end: int
    old: str
    new: str


@dataclass(frozen=True)
class Matched:
    """Where a stretch stands in the text that went out."""

    start: int
    end: int
    how: How


class Comparison:
    """Two versions of a text compared; linear where they agree."""

    def __init__(self, out: str, back: str) -> None:
        self._out = out
        self._back = back
        self.same: list[Same] = []
        """In order of the text that came back."""
        self.edits: list[Edit] = []
        """What was changed inside and between paragraphs that are still there, in order."""
        self._compare()
        self.same = self._merged()
        self._starts = [same.back for same in self.same]

    def place(self, start: int, end: int) -> Matched:
        """Where [start, end) of the text that came back stands in the one that went out."""
        inside = list(self._pieces(start, end))
        if not inside:
            at = self._nearest(start)
            return Matched(at, at, "near")
        main = max(inside, key=lambda same: same.length)
        # Pieces that were moved apart: those that run on with the longest.
        chain = [
            s
            for s in inside
            if s.moved == main.moved and abs(s.out - main.out) <= 4 * (end - start) + 200
        ]
        first = min(s.out for s in chain)
        last = max(s.out + s.length for s in chain)
        whole = sum(s.length for s in chain)
        if whole == end - start and last - first == whole:
            return Matched(first, last, "moved" if main.moved else "exact")
        first, last = self._widened(start, end, first, last, chain)
        return Matched(first, last, "moved" if main.moved else "edited")

    def _pieces(self, start: int, end: int) -> Iterator[Same]:
        """The parts of stretches that lie in [start, end), without bare white space at edges."""
        index = max(0, bisect_right(self._starts, start) - 1)
        while index < len(self.same) and self.same[index].back < end:
            same = self.same[index]
            index += 1
            begin = max(start, same.back)
            stop = min(end, same.back + same.length)
            if begin < stop and self._back[begin:stop].strip():
                yield Same(begin, same.out + begin - same.back, stop - begin, same.moved)

    def _widened(
        self, start: int, end: int, first: int, last: int, chain: Sequence[Same]
    ) -> tuple[int, int]:
        """With the words that an edit at an edge of the stretch replaced."""
        for edit in self.edits:
            if edit.end == first and min(s.back for s in chain) > start and edit.old.strip():
                first = edit.start
            if edit.start == last and max(s.back + s.length for s in chain) < end:
                last = max(last, edit.end)
        while first < last and self._out[first].isspace():
            first += 1
        while first < last and self._out[last - 1].isspace():
            last -= 1
        return first, last

    def _nearest(self, position: int) -> int:
        """The end of what stands before `position` and stayed, or the beginning of all."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return self.same[0].out if self.same else 0
        return self.same[index].out + self.same[index].length

    def _compare(self) -> None:
        # Empty paragraphs are many and alike: comparing them takes the square of their number.
        out = [place for place in _paragraphs(self._out) if self._out[slice(*place)].strip()]
        back = [place for place in _paragraphs(self._back) if self._back[slice(*place)].strip()]
        lines_out = [self._out[a:b] for a, b in out]
        lines_back = [self._back[a:b] for a, b in back]
        gone: list[int] = []
        come: list[int] = []
        matcher = SequenceMatcher(None, lines_out, lines_back, autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            if tag == "equal":
                self._keep(out[i1:i2], back[j1:j2])
                continue
            pairs = _paired(lines_out[i1:i2], lines_back[j1:j2])
            for i, j in pairs:
                self._words(out[i1 + i], back[j1 + j])
            paired_out, paired_back = {i for i, _ in pairs}, {j for _, j in pairs}
            gone += [i for i in range(i1, i2) if i - i1 not in paired_out]
            come += [j for j in range(j1, j2) if j - j1 not in paired_back]
        self._find_moved(out, back, gone, come)

    def _keep(self, out: Sequence[tuple[int, int]], back: Sequence[tuple[int, int]]) -> None:
        self.same += [Same(b[0], a[0], a[1] - a[0]) for a, b in zip(out, back, strict=True)]

    def _merged(self) -> list[Same]:
        """The stretches in order, those that run on in both texts as one."""
        merged: list[Same] = []
        for same in sorted(self.same, key=lambda same: same.back):
            last = merged[-1] if merged else None
            if last is not None and last.moved == same.moved:
                gap = slice(last.back + last.length, same.back)
                gap_out = slice(last.out + last.length, same.out)
                if gap_out.start <= gap_out.stop and self._back[gap] == self._out[gap_out]:
                    length = same.back + same.length - last.back
                    merged[-1] = Same(last.back, last.out, length, last.moved)
                    continue
            merged.append(same)
        return merged

    def _words(self, out: tuple[int, int], back: tuple[int, int], *, moved: bool = False) -> None:
        """Compare two versions of a paragraph by words, and what differs by letters."""
        old, new = self._out[slice(*out)], self._back[slice(*back)]
        words_old, words_new = _WORD.findall(old), _WORD.findall(new)
        at_old, at_new = _offsets(words_old), _offsets(words_new)
        matcher = SequenceMatcher(None, words_old, words_new, autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            a, b = out[0] + at_old[i1], out[0] + at_old[i2]
            c, d = back[0] + at_new[j1], back[0] + at_new[j2]
            if tag == "equal":
                self.same.append(Same(c, a, b - a, moved))
                continue
            self.edits.append(Edit(a, b, self._out[a:b], self._back[c:d]))
            if a < b and c < d and max(b - a, d - c) <= _MOST_LETTERS:
                self._letters((a, b), (c, d), moved)

    def _letters(self, out: tuple[int, int], back: tuple[int, int], moved: bool) -> None:
        old, new = self._out[slice(*out)], self._back[slice(*back)]
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        if matcher.quick_ratio() < _ALIKE:
            return
        for block in matcher.get_matching_blocks():
            if block.size:
                self.same.append(Same(back[0] + block.b, out[0] + block.a, block.size, moved))

    def _find_moved(
        self,
        out: Sequence[tuple[int, int]],
        back: Sequence[tuple[int, int]],
        gone: Sequence[int],
        come: Sequence[int],
    ) -> None:
        """Paragraphs that are no longer at their place and stand elsewhere, edited or not."""
        by_word: dict[str, set[int]] = defaultdict(set)
        words_of = {i: _vocabulary(self._out[slice(*out[i])]) for i in gone}
        for i, words in words_of.items():
            for word in words:
                by_word[word].add(i)
        for j in come:
            words = _vocabulary(self._back[slice(*back[j])])
            near = {i for word in words for i in by_word.get(word, ())}
            best = max(near, key=lambda i: _alike(words_of[i], words), default=None)
            if best is not None and _alike(words_of[best], words) >= _ALIKE:
                self._words(out[best], back[j], moved=True)
                for word in words_of[best]:
                    by_word[word].discard(best)


def share_found(paragraphs: frozenset[str], text: str) -> int:
    """How many characters of the paragraphs stand in a text as paragraphs of their own."""
    return sum(len(line) for line in set(text.split("\n")) & paragraphs)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    places = []
    at = 0
    for line in text.split("\n"):
        places.append((at, at + len(line)))
        at += len(line) + 1
    return places


def _paired(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Which paragraphs are versions of each other, in order, each with the first that is alike."""
    words_old = [_vocabulary(line) for line in old]
    words_new = [_vocabulary(line) for line in new]
    if len(old) == len(new) == 1 and (_alike(words_old[0], words_new[0]) >= _ALIKE / 2):
        return [(0, 0)]
    pairs: list[tuple[int, int]] = []
    begin = 0
    for i, words in enumerate(words_old):
        window = range(begin, min(len(new), begin + 40))
        best = max(window, key=lambda j: _alike(words, words_new[j]), default=None)
        if best is not None and _alike(words, words_new[best]) >= _ALIKE:
            pairs.append((i, best))
            begin = best + 1
    return pairs


def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in re.findall(r"\w+", text))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard's coefficient; a paragraph that was cut in two is like each half of it."""
    if not one or not other:
        return 0.0
    return (
        len(one & other) / min(len(one), len(other))
        if min(len(one), len(other)) > 3
        else (len(one & other) / len(one | other))
    )


def _offsets(words: Sequence[str]) -> list[int]:
    offsets = [0]
    for word in words:
        offsets.append(offsets[-1] + len(word))
    return offsets
