"""Overlapping codings flattened into disjoint stretches of one colour each. Free of Qt."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from makna.ui.page.values import Mark

Rgb = tuple[int, int, int]


class Tint(NamedTuple):
    """A stretch [start, end) under the same marks."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    """Outermost first; the same code of several coders only once."""


def nesting(mark: Mark) -> tuple[int, int, int]:
    """Sorts outer marks before the ones inside them."""
    return (mark.start, -mark.end, mark.coding_id)


def flatten(marks: Iterable[Mark], start: int, end: int) -> list[Tint]:
    """The coded stretches of [start, end), in order, each under one set of marks.

    One sweep over the sorted edges: O(n log n) plus the depth at each stretch.
    """
    edges: list[tuple[int, bool, int]] = []
    outer_first = sorted(marks, key=lambda mark: (mark.start - mark.end, *nesting(mark)))
    for rank, mark in enumerate(outer_first):
        first, last = max(mark.start, start), min(mark.end, end)
        if first < last:
            edges += ((first, True, rank), (last, False, rank))
    edges.sort()
    tints: list[Tint] = []
    active: list[int] = []
    at = start
    for position, opens, rank in edges:
        if active and at < position:
            tints.append(Tint(at, position, _layers(outer_first, active)))
        at = position
        if opens:
            insort(active, rank)
        else:
            del active[bisect_left(active, rank)]
    return tints


def _layers(outer_first: list[Mark], active: list[int]) -> tuple[Mark, ...]:
    """The active marks; of one code only the outermost."""
    if len(active) == 1:
        return (outer_first[active[0]],)
    by_code: dict[int, Mark] = {}
    for rank in active:
        mark = outer_first[rank]
        by_code.setdefault(mark.code_id, mark)
    return tuple(by_code.values())


def blend(colors: tuple[str, ...], paper: str, share: float, most: float = 1.0) -> Rgb:
    """The colours laid over the paper one after the other, each covering `share` of it.

    Together they cover `most` of it at most, however many they are: the text over them has to be
    read. Both run from 0 to 1.
    """
    under = r, g, b = rgb(paper)
    red, green, blue = float(r), float(g), float(b)
    for color in colors:
        r, g, b = rgb(color)
        red += (r - red) * share
        green += (g - green) * share
        blue += (b - blue) * share
    covered = 1 - (1 - share) ** len(colors)
    kept = min(1.0, most / covered) if covered else 1.0
    r, g, b = under
    return round(r + (red - r) * kept), round(g + (green - g) * kept), round(b + (blue - b) * kept)


@lru_cache(maxsize=4096)
def rgb(color: str) -> Rgb:
    """The channels of `#rrggbb`."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
