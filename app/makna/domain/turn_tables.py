"""Talks in tables: who speaks in one column, what is said in another, perhaps numbers and times."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from makna.domain.document import Layout
from makna.domain.turn_marks import BARE_CLOCK, Mark, milliseconds_of
from makna.domain.turn_names import (
    first_word,
    is_field,
    is_label,
    is_name,
    is_speaker,
    key_of,
    plain_name,
)
from makna.domain.turn_words import COLUMN_HEADS, SPEAKER_HEADS, TIME_HEADS

_TIME = re.compile(rf"[\[(]?({BARE_CLOCK})(?: ?[-–] ?{BARE_CLOCK})?[\])]?")
_NUMBER = re.compile(r"\d{1,4}[.)]?")
_LONGEST = 40
"""Characters of a name, its degrees not counted."""
_FACTS = 30
"""Rows in which the head of a transcript may lie."""


@dataclass(frozen=True)
class Columns:
    """Which column of a table is what, counted from 0."""

    speaker: int
    said: int
    named: bool = False
    """Whether the head of the table says so."""
    alone: bool = True
    """Whether nothing but numbers and times stands in the others."""


def table_marks(paragraphs: list[str], layout: Layout) -> list[Mark]:
    """The marks in all tables that are talks."""
    marks: list[Mark] = []
    for rows in _tables(paragraphs, layout):
        columns = columns_of(rows, paragraphs)
        if columns is not None:
            marks += _talk(rows, columns, paragraphs)
    return marks


def all_row_marks(paragraphs: list[str], layout: Layout) -> list[Mark]:
    """A mark for each row that can have one, whether or not the tables are talks."""
    marks: list[Mark | None] = []
    for rows in _tables(paragraphs, layout):
        columns = columns_of(rows, paragraphs)
        if columns is None:
            marks += [cell_mark(row, paragraphs[row]) for row in rows]
        else:
            marks += [_mark(row, paragraphs[row], columns) for row in _below_head(rows, paragraphs)]
    return [mark for mark in marks if mark is not None and not is_field(mark.speaker)]


def columns_of(rows: list[int], paragraphs: list[str]) -> Columns | None:
    """Who speaks and what is said in these rows, by the head of the table or by its cells."""
    table = [paragraphs[row].split("\t") for row in rows]
    head = table[0]
    if is_headed(head):
        return _named_columns(head, table[1:])
    at = _after_numbers(table)
    said = at + 2 if _holds_times(table, at + 1) else at + 1
    return Columns(at, said) if said == len(head) - 1 else None


def _named_columns(head: list[str], table: list[list[str]]) -> Columns | None:
    words = [first_word(cell) for cell in head]
    speaker = next((i for i, word in enumerate(words) if word in SPEAKER_HEADS), None)
    said = next((i for i, word in enumerate(words) if word in COLUMN_HEADS and i != speaker), -1)
    others = [i for i in range(len(head)) if i not in (speaker, said)]
    if speaker is not None:
        return Columns(speaker, said, named=True, alone=len(head) == 2)
    if any(words[i] in TIME_HEADS and not _holds_times(table, i) for i in others):
        return None  # `Kegiatan | Waktu | Uraian`, in which the time is a month: a plan
    before = [i for i in range(said) if not _holds_times(table, i) and not _holds_numbers(table, i)]
    if not before:
        return None
    return Columns(before[-1], said, alone=said == len(head) - 1)


def is_headed(cells: list[str]) -> bool:
    """Whether a row names columns, one of them that of what is said."""
    words = [first_word(cell) for cell in cells]
    short = all(len(cell.split()) <= 3 for cell in cells)
    said = any(word in COLUMN_HEADS for word in words[1:])
    return short and (said or (words[0] in COLUMN_HEADS and bool(SPEAKER_HEADS & set(words[1:]))))


def cell_mark(index: int, row: str, speaker: str = "") -> Mark | None:
    """The cells of a row that name who speaks, as a mark; `speaker` where the name is known."""
    cells = row.split("\t")
    start = _after_numbers([cells])
    at = next((i for i, cell in enumerate(cells) if speaker and _name(cell)[0] == speaker), start)
    if at > start:  # what is said stands before the name
        return _mark(index, row, Columns(at, start))
    after = at + 1 < len(cells) - 1 and _TIME.fullmatch(cells[at + 1].strip()) is not None
    columns = Columns(at, at + 2 if after else at + 1)
    return _mark(index, row, columns) if columns.said < len(cells) else None


def _mark(index: int, row: str, columns: Columns) -> Mark | None:
    """The mark of a row: all that stands before what is said."""
    cells = row.split("\t")
    if max(columns.speaker, columns.said) >= len(cells):
        return None
    label, time = _name(cells[columns.speaker])
    if not label or len(plain_name(label)) > _LONGEST or not label[0].isalpha():
        return None
    if not is_label(label):
        return None
    for cell in cells if time is None else ():
        found = _TIME.fullmatch(cell.strip())
        time = time or (found[1] if found is not None else None)
    length = sum(len(cell) + 1 for cell in cells[: columns.said])
    rest = cells[columns.said].strip()
    milliseconds = milliseconds_of(time) if time else None
    return Mark(index, label, milliseconds, length, rest, "cell", cell=True)


def _name(cell: str) -> tuple[str, str | None]:
    """The name in a cell, and the time that stands beside it."""
    label = " ".join(cell.replace("\u2028", " ").split())
    time = _TIME.search(label)
    if time is not None:
        label = " ".join((label[: time.start()] + " " + label[time.end() :]).split())
    return label.rstrip(" :").strip(), time[1] if time is not None else None


def _tables(paragraphs: list[str], layout: Layout) -> Iterator[list[int]]:
    """Numbers of the rows of each table, the facts before a talk left out.

    Tables that follow each other without a paragraph between are told by the number of their
    columns, by a row that names columns, and by the facts with which a transcript begins.
    """
    for is_row, group in groupby(
        range(len(layout)), lambda index: layout[index].style == "table-row"
    ):
        for part in _parts(list(group), paragraphs) if is_row else ():
            headed = is_headed(paragraphs[part[0]].split("\t"))
            if rows := part if headed else _after_facts(part, paragraphs):
                yield rows


def _parts(rows: list[int], paragraphs: list[str]) -> Iterator[list[int]]:
    """Rows of as many columns; a single row of others (a merged cell) belongs to those around."""
    widths = [paragraphs[row].count("\t") for row in rows]
    part: list[int] = []
    width = -1
    for place, row in enumerate(rows):
        changes = widths[place] != width and (
            place + 1 == len(rows) or widths[place + 1] == widths[place] or not part
        )
        if part and (changes or is_headed(paragraphs[row].split("\t"))):
            yield part
            part = []
        width = widths[place] if not part else width
        if widths[place] == width:
            part.append(row)
    if part:
        yield part


def _after_facts(rows: list[int], paragraphs: list[str]) -> list[int]:
    """The rows after the facts of a transcript: Narasumber, Jabatan, Lokasi, Tanggal."""
    seen: set[str] = set()
    end = strange = 0
    for place, row in enumerate(rows[:_FACTS]):
        label = paragraphs[row].partition("\t")[0]
        strange = 0 if is_field(label) else strange + 1
        if strange > 1 or key_of(label) in seen:
            break
        seen.add(key_of(label))
        end = place + 1 if not strange else end
    return rows[end:]


def _after_numbers(table: list[list[str]]) -> int:
    """The first column that holds more than numbers of rows or times."""
    width = len(table[0])
    below = table[1:] or table
    return next(
        (i for i in range(width) if not _holds_times(below, i) and not _holds_numbers(below, i)),
        width,
    )


def _holds_times(table: list[list[str]], column: int) -> bool:
    return _holds(_TIME, table, column)


def _holds_numbers(table: list[list[str]], column: int) -> bool:
    return _holds(_NUMBER, table, column)


def _holds(pattern: re.Pattern[str], table: list[list[str]], column: int) -> bool:
    """Whether all that stands in a column below the first row is such, and something does."""
    cells = [row[column].strip() for row in table if column < len(row) - 1]
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(pattern.fullmatch(cell) for cell in filled)


def _below_head(rows: list[int], paragraphs: list[str]) -> list[int]:
    return rows[1:] if is_headed(paragraphs[rows[0]].split("\t")) else rows


def _talk(rows: list[int], columns: Columns, paragraphs: list[str]) -> list[Mark]:
    """The marks of a table if people take turns in it; else none."""
    rows = _below_head(rows, paragraphs)
    cells = [paragraphs[row].split("\t") for row in rows]
    named = sum(1 for each in cells if each[columns.speaker].strip())
    marks = [m for row in rows if (m := _mark(row, paragraphs[row], columns)) is not None]
    counts = Counter(mark.key for mark in marks)
    spoken = [
        mark
        for mark in marks
        if not is_field(mark.speaker)
        and (
            counts[mark.key] > 1
            or is_speaker(mark.speaker)
            or (columns.named and is_name(mark.speaker))
        )
    ]
    words = sorted(len(mark.rest.split()) for mark in spoken)
    recurring = sum(counts[key] for key in {m.key for m in spoken} if counts[key] > 1)
    talk = len(spoken) >= 2 and len(spoken) >= 0.7 * named and words[len(words) // 2] >= 2
    # `A | Pelatihan | 2 juta` is a plan: beside other columns only those who recur are speakers.
    known = columns.alone and all(is_speaker(mark.speaker) for mark in spoken)
    return spoken if talk and (known or recurring >= 0.5 * len(spoken)) else []
