"""Places for the names of rectangles, so that none overprints another. Free of Qt.

A name stands on the upper edge of its rectangle, at the left; where that is taken it tries the
right, the lower edge and the inside, then moves down row by row. What finds no place is counted on
the nearest name that did (`+2`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from makna.ui.page_image.values import Box

ROWS_DOWN = 6
"""How many rows a name may move down from its rectangle's upper edge."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name that belongs to a rectangle; `width` as it is written out."""

    key: int
    around: Box
    width: float


@dataclass(frozen=True, slots=True)
class Placed:
    key: int
    box: Box
    more: tuple[int, ...] = ()
    """Keys of those that found no place of their own and are counted here."""


def place_names(wanted: Sequence[Wanted], row: float, room: Box) -> list[Placed]:
    """A place inside `room` for each name, in the order given; none meets another."""
    placed: list[Placed] = []
    for want in wanted:
        found = next(
            (
                box
                for box in _candidates(want, row, room)
                if not any(box.meets(other.box) for other in placed)
            ),
            None,
        )
        if found is not None:
            placed.append(Placed(want.key, found))
        elif placed:
            near = min(range(len(placed)), key=lambda i: _distance(placed[i].box, want.around))
            placed[near] = replace(placed[near], more=(*placed[near].more, want.key))
    return placed


def _candidates(want: Wanted, row: float, room: Box) -> Iterator[Box]:
    around = want.around
    width = min(want.width, room.width)
    left, right = around.x, around.right - width
    for y in (around.y - row, around.bottom, around.y, around.bottom - row):
        for x in (left, right):
            yield _kept(Box(x, y, width, row), room)
    for down in range(1, ROWS_DOWN + 1):
        yield _kept(Box(left, around.y + down * row, width, row), room)


def _kept(box: Box, room: Box) -> Box:
    x = min(max(box.x, room.x), room.right - box.width)
    y = min(max(box.y, room.y), room.bottom - box.height)
    return Box(x, y, box.width, box.height)


def _distance(one: Box, other: Box) -> float:
    return abs(one.x - other.x) + abs(one.y - other.y)
