"""Talks in tables: the speaker in one column, what is said in the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from makna.domain.document import Layout
from makna.domain.turn_marks import (
    BARE_CLOCK,
    Mark,
    first_word,
    is_field,
    is_label,
    is_speaker,
    milliseconds_of,
)
from makna.domain.turn_words import COLUMN_HEADS

_TIME = re.compile(rf"[\[(]?({BARE_CLOCK})[\])]?")
_LEADING = re.compile(
    rf"[ \u00a0]*(?:\d{{1,4}}[.)]?|[\[(]?{BARE_CLOCK}(?: ?[-–] ?{BARE_CLOCK})?[\])]?|)[ \u00a0]*\t"
)
"""A first column with the number of the row, or its time."""


def table_marks(paragraphs: list[str], layout: Layout) -> list[Mark]:
    """The marks in all tables that are talks."""
    marks: list[Mark] = []
    for rows in _tables(layout):
        columns = {paragraphs[row].count("\t") for row in rows}
        wide = columns <= {2} and (
            _is_numbered(rows, paragraphs) or _is_headed(paragraphs[rows[0]])
        )
        if columns <= {1} or wide:
            marks += _marks_of_table(rows, paragraphs)
    return marks


def cell_mark(index: int, row: str) -> Mark | None:
    """The first cell of a row, after one with a number or time, as a mark."""
    lead = _LEADING.match(row) if row.count("\t") == 2 else None
    start = lead.end() if lead is not None else 0
    cell, tab, rest = row[start:].partition("\t")
    label = " ".join(cell.replace("\u2028", " ").split())
    time = _TIME.search(label) or (_TIME.search(row, 0, start) if start else None)
    if time is not None and time.string is label:
        label = " ".join((label[: time.start()] + " " + label[time.end() :]).split())
    label = label.rstrip(" :").strip()
    if not tab or not label or len(label) > 40 or not label[0].isalpha() or not is_label(label):
        return None
    length = start + len(cell) + 1
    second, tab, said = rest.partition("\t")
    if time is None and tab and (time := _TIME.fullmatch(second.strip())):
        length, rest = length + len(second) + 1, said  # the speaker, then the time
    milliseconds = milliseconds_of(time[1]) if time else None
    return Mark(index, label, milliseconds, length, rest.strip(), "cell", cell=True)


def _tables(layout: Layout) -> Iterator[list[int]]:
    """Numbers of the paragraphs that are consecutive rows."""
    rows: list[int] = []
    for index, block in enumerate(layout):
        if block.style == "table-row":
            rows.append(index)
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _is_numbered(rows: list[int], paragraphs: list[str]) -> bool:
    """Whether the first column holds numbers or times, except perhaps in the first row."""
    return len(rows) > 1 and all(_LEADING.match(paragraphs[row]) for row in rows[1:])


def _is_headed(row: str) -> bool:
    """Whether a row names columns, one of them that of what is said."""
    cells = row.split("\t")
    short = all(len(cell.split()) <= 3 for cell in cells)
    return short and any(first_word(cell) in COLUMN_HEADS for cell in cells[1:])


def _marks_of_table(rows: list[int], paragraphs: list[str]) -> list[Mark]:
    last = paragraphs[rows[0]].rpartition("\t")[2]
    if first_word(last) in COLUMN_HEADS or _is_headed(paragraphs[rows[0]]):
        rows = rows[1:]
    marks = [mark for row in rows if (mark := cell_mark(row, paragraphs[row])) is not None]
    named = sum(1 for row in rows if paragraphs[row].rpartition("\t")[0].strip(" \t0123456789.:"))
    counts = Counter(mark.key for mark in marks)
    spoken = [m for m in marks if (counts[m.key] > 1 or is_speaker(m.speaker))]
    spoken = [m for m in spoken if not is_field(m.speaker)]
    words = sorted(len(mark.rest.split()) for mark in spoken)
    recurring = sum(counts[key] for key in {m.key for m in spoken} if counts[key] > 1)
    talk = len(spoken) >= 2 and len(spoken) >= 0.7 * named and words[len(words) // 2] >= 2
    # `A | Pelatihan | 2 juta` is a plan: beside a third column only those who recur are speakers.
    lettered = paragraphs[rows[0]].count("\t") == 2 and not _is_numbered(rows, paragraphs)
    known = not lettered and all(is_speaker(mark.speaker) for mark in spoken)
    return spoken if talk and (known or recurring >= 0.5 * len(spoken)) else []
