"""What a correction of the text does to the places in it.

A position before the edit stays, one after it shifts, one inside the removed range collapses; text
inserted at an edge stays outside. What replaces the first or last words of a passage belongs to it:
a typo mended at its edge does not shorten it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise

from makna.domain.document import Block, Layout, Run, paragraph_starts


@dataclass(frozen=True)
class Splice:
    """At `start`, `removed` gives way to `inserted`."""

    start: int
    removed: str
    inserted: str

    @property
    def end(self) -> int:
        """End of the removed range in the old text."""
        return self.start + len(self.removed)

    @property
    def new_end(self) -> int:
        """End of the inserted text in the new text."""
        return self.start + len(self.inserted)

    @property
    def delta(self) -> int:
        return len(self.inserted) - len(self.removed)

    def inverse(self) -> Splice:
        return Splice(self.start, self.inserted, self.removed)

    def apply(self, text: str) -> str:
        return text[: self.start] + self.inserted + text[self.end :]


def minimal(splice: Splice) -> Splice:
    """The same edit without the characters that it removes and puts back at either end."""
    old, new = splice.removed, splice.inserted
    limit = min(len(old), len(new))
    head = next((i for i in range(limit) if old[i] != new[i]), limit)
    tail = next((i for i in range(limit - head) if old[-1 - i] != new[-1 - i]), limit - head)
    return Splice(splice.start + head, old[head : len(old) - tail], new[head : len(new) - tail])


def difference(old: str, new: str) -> Splice:
    """The one edit that makes `new` of `old`."""
    limit = min(len(old), len(new))
    head = bisect_left(range(1, limit + 1), True, key=lambda n: old[:n] != new[:n])
    tail = bisect_left(
        range(1, limit - head + 1), True, key=lambda n: old[len(old) - n :] != new[len(new) - n :]
    )
    return Splice(head, old[head : len(old) - tail], new[head : len(new) - tail])


def follow_caret(at: int, splice: Splice) -> int:
    """Where a caret stands after the edit: behind what was put in where it stood."""
    return at if at < splice.start else max(at + splice.delta, splice.new_end)


def follow(start: int, end: int, splice: Splice) -> tuple[int, int]:
    """Where the passage [start, end) lies after the edit; empty (start == end) if it vanished."""
    inserting = not splice.removed
    if start > splice.start or (inserting and start == splice.start):
        new_start = start + splice.delta if start >= splice.end else splice.new_end
    else:
        new_start = start
    if end < splice.end or (inserting and end == splice.start):
        new_end = min(end, splice.start)
    else:
        new_end = end + splice.delta
    return new_start, max(new_start, new_end)


def follow_turn(start: int, end: int, splice: Splice) -> tuple[int, int]:
    """Where a turn lies after the edit: what is typed at its edges is said by its speaker."""
    if start > splice.start:
        new_start = start + splice.delta if start >= splice.end else splice.new_end
    else:
        new_start = start
    new_end = end + splice.delta if end >= splice.end else min(end, splice.start)
    return new_start, max(new_start, new_end)


@dataclass(frozen=True)
class LayoutChange:
    """From block `index` on, the blocks `old` give way to the blocks `new`."""

    index: int
    old: Layout
    new: Layout

    def apply(self, layout: Layout) -> Layout:
        if layout[self.index : self.index + len(self.old)] != self.old:
            raise ValueError("the layout is not what the edit expects")
        return layout[: self.index] + self.new + layout[self.index + len(self.old) :]

    def inverse(self) -> LayoutChange:
        return LayoutChange(self.index, self.new, self.old)


def edit_layout(layout: Layout, splice: Splice) -> LayoutChange:
    """What the edit does to the blocks: it joins and splits them; looks follow the text.

    Text typed inside a run looks like it, text typed at its edge does not. A new paragraph takes
    the style of the one it was split from, without its list mark.
    """
    starts = paragraph_starts(layout)
    first = _block_index(starts, splice.start)
    last = _block_index(starts, splice.end)
    old = layout[first : last + 1]
    whole = _joined(old)
    runs = _followed(whole, Splice(splice.start - starts[first], splice.removed, splice.inserted))
    length = whole.length + splice.delta
    head = splice.start - starts[first]
    breaks = [head + i for i, char in enumerate(splice.inserted) if char == "\n"]
    new = _split(replace(whole, length=length, runs=runs), breaks)
    return LayoutChange(first, old, new)


def _block_index(starts: list[int], position: int) -> int:
    return bisect_right(starts, position) - 1


def _joined(blocks: Layout) -> Block:
    """One block with the looks of the first, its paragraphs still an LF apart."""
    runs: list[Run] = []
    at = 0
    for block in blocks:
        runs += (replace(run, start=at + run.start, end=at + run.end) for run in block.runs)
        at += block.length + 1
    return replace(blocks[0], length=at - 1, runs=tuple(runs))


def _followed(block: Block, splice: Splice) -> tuple[Run, ...]:
    kept: list[Run] = []
    for run in block.runs:
        start, end = follow(run.start, run.end, splice)
        if start < end and not (run.picture and splice.start <= run.start < splice.end):
            kept.append(replace(run, start=start, end=end))
    return tuple(kept)


def _split(block: Block, breaks: list[int]) -> Layout:
    edges = [-1, *breaks, block.length]
    pieces: list[Block] = []
    for before, after in pairwise(edges):
        start = before + 1
        runs = tuple(
            replace(run, start=max(run.start, start) - start, end=min(run.end, after) - start)
            for run in block.runs
            if max(run.start, start) < min(run.end, after)
        )
        marker = block.marker if not pieces else ""
        pieces.append(replace(block, length=after - start, runs=runs, marker=marker))
    return tuple(pieces)
