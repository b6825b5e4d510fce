"""Places for the names in the margin, so that none overprints another. Free of Qt.

A name stands beside the top of its bracket, a long one in two rows. Where its place is taken it
moves down; where it would move too far the long names of that crowd are shortened to one row, then
all of them to share rows; what still finds no place is counted on the name before it (`+3`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

MAX_ROWS_DOWN = 4
"""Rows that a name may stand below the top of its bracket."""
SHARED_COLUMNS = 2
"""Shortened names in a row."""


class Wanted(NamedTuple):
    """A name that wants to stand at `top`; a long one in two rows."""

    key: int
    top: float
    rows: int = 1


class Placed(NamedTuple):
    """Where a name stands: the row's top and a column of `columns` equally wide ones."""

    key: int
    top: float
    column: int = 0
    columns: int = 1
    more: tuple[int, ...] = ()
    """Keys of the names that found no place of their own and are counted here."""
    rows: int = 1


def place_labels(
    wanted: Sequence[Wanted], row: float, columns: int = SHARED_COLUMNS
) -> list[Placed]:
    """A place for every name, given in order of their tops; rows are `row` high.

    `columns` is how many may share a row.
    """
    placed: list[Placed] = []
    free = float("-inf")
    for crowd in _crowds(wanted, row):
        new = _stack(crowd, row, free, MAX_ROWS_DOWN) or _place_short(crowd, row, free, columns)
        placed += new
        free = new[-1].top + new[-1].rows * row
    return placed


def _place_short(crowd: Sequence[Wanted], row: float, free: float, columns: int) -> list[Placed]:
    """Names that begin in one row; a long one keeps two where nothing stands below it."""
    placed: list[Placed] = []
    for part in _crowds([want._replace(rows=1) for want in crowd], row):
        new = _stack(part, row, free, MAX_ROWS_DOWN) or _stack_thinned(part, row, free, columns)
        placed += new
        free = new[-1].top + row
    rows = {want.key: want.rows for want in crowd}
    below = [label.top for label in placed[1:]] + [float("inf")]
    return [
        label._replace(rows=rows[label.key])
        if label.columns == 1 and top >= label.top + rows[label.key] * row
        else label
        for label, top in zip(placed, below, strict=True)
    ]


def _crowds(wanted: Sequence[Wanted], row: float) -> Iterator[list[Wanted]]:
    """Runs of names that push each other down."""
    crowd: list[Wanted] = []
    free = float("-inf")
    for want in wanted:
        if crowd and want.top >= free:
            yield crowd
            crowd = []
        free = max(free, want.top) + want.rows * row
        crowd.append(want)
    if crowd:
        yield crowd


def _stack(crowd: Sequence[Wanted], row: float, free: float, down: int) -> list[Placed] | None:
    """Each name below the one before; None when that would push one more than `down` rows."""
    placed: list[Placed] = []
    for key, wanted, rows in crowd:
        top = max(wanted, free)
        if top - wanted > down * row:
            return None
        placed.append(Placed(key, top, rows=rows))
        free = top + rows * row
    return placed


def _stack_thinned(crowd: Sequence[Wanted], row: float, free: float, columns: int) -> list[Placed]:
    """Several shortened names to a row; those that would stand too low are counted."""
    places: list[tuple[int, float, int]] = []
    counted: list[list[int]] = []
    column = columns
    top = free - row
    for key, wanted, _ in crowd:
        if column == columns or wanted > top:
            fresh = max(wanted, top + row)
            if places and fresh - wanted > MAX_ROWS_DOWN * row:
                counted[-1].append(key)
                continue
            top, column = fresh, 0
        places.append((key, top, column))
        counted.append([])
        column += 1
    return [
        Placed(key, top, column, columns, tuple(more))
        for (key, top, column), more in zip(places, counted, strict=True)
    ]
