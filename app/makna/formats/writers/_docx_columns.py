"""Widths of a table's columns, so that long words stay whole in narrow ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from makna.domain.report import Page, Spans, Table, plain
from makna.formats.writers._ooxml import twips

_NARROW_FROM = 7
"""Columns from which on they are so narrow that words may not fit."""
_MEASURED = 200
"""Rows that are looked at."""
_USUAL = 0.556
_LETTERS = {
    letter: width
    for letters, width in (
        ("ijl'", 0.222),
        (",.:;!/|ftI[] ", 0.278),
        ("r()-", 0.333),
        ("ckvxyszJ", 0.5),
        ("w", 0.722),
        ("m", 0.833),
        ("FTZ", 0.611),
        ("ABEKPSVXY&", 0.667),
        ("CDHNRU", 0.722),
        ("GOQ", 0.778),
        ("M", 0.833),
        ("W", 0.944),
    )
    for letter in letters
}
"""Widths of Helvetica in ems (Adobe's metrics; Arial has the same); other letters and digits are
`_USUAL`."""
_BOLD = 1.11
_CELL_TWIPS = 2 * 108 + 10
"""What the edges of a cell take, and a hair."""
_SLIM = re.compile(r"times|garamond|liberation serif|tinos|termes|minion", re.IGNORECASE)
_BROAD = re.compile(r"verdana|courier|mono|bookman|dejavu", re.IGNORECASE)
_SMALL_PT = 2.0
"""How much smaller the text of tables is than running text."""
_PIECE = re.compile(r"[^ \n\u2028-]+-?")


def column_widths(table: Table, page: Page) -> list[int]:
    """The columns' shares of the text's width, in twips.

    In a table of many columns none is narrower than its longest word, as far as there is room; a
    word that is longer than a third of the line has to break.
    """
    whole = twips(page.width_cm - page.left_cm - page.right_cm)
    shares = sum(column.width for column in table.columns)
    widths = [round(whole * column.width / shares) for column in table.columns]
    if len(widths) < _NARROW_FROM:
        return widths
    least = [min(low, whole // 3) for low in _least(table, page)]
    if all(low <= width for low, width in zip(least, widths, strict=True)):
        return widths
    return _lifted(widths, least, whole)


def _lifted(widths: Sequence[int], least: Sequence[int], whole: int) -> list[int]:
    """Every column at least so wide; the others give way in proportion to what they can spare."""
    if sum(least) >= whole:
        return [round(whole * low / sum(least)) for low in least]
    spare = [max(0, width - low) for width, low in zip(widths, least, strict=True)]
    left = whole - sum(least)
    return [
        low + round(left * each / max(1, sum(spare)))
        for low, each in zip(least, spare, strict=True)
    ]


def _least(table: Table, page: Page) -> list[int]:
    size = max(1.0, page.size_pt - _SMALL_PT) * 20 * _breadth(page.font)
    found = []
    for index, column in enumerate(table.columns):
        cells: list[Spans] = [row[index] for row in table.rows[:_MEASURED]]
        longest = max((_longest(plain(cell)) * _weight(cell) for cell in cells), default=0.0)
        longest = max(longest, _longest(column.title) * _BOLD)
        found.append(round(longest * size) + _CELL_TWIPS)
    return found


def _weight(cell: Spans) -> float:
    return _BOLD if any(span.bold for span in cell) else 1.0


def _breadth(font: str) -> float:
    """How wide a face sets its letters beside Arial; an unknown one counts as broad as that."""
    if _SLIM.search(font):
        return 0.9
    return 1.2 if _BROAD.search(font) else 1.0


def _longest(text: str) -> float:
    """The widest piece that a line can't break, in ems."""
    return max((_measure(piece) for piece in _PIECE.findall(text)), default=0.0)


def _measure(piece: str) -> float:
    return sum(_LETTERS.get(char, _USUAL) for char in piece)
