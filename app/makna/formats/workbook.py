"""Sheets of an Excel workbook, read as values: nothing in it is calculated or run.

The package is checked before openpyxl sees it: sizes, document types, how many rows and columns
are looked at. A workbook's macros, links and pictures are never touched.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from makna.domain.errors import BadFile
from makna.domain.post_columns import Role, guessed_roles
from makna.domain.sheet import Table
from makna.domain.text import canonical
from makna.domain.wording import Message
from makna.formats import ReadOptions
from makna.formats.archive import Archive, Limits
from makna.formats.tables import MAX_CHARACTERS, MAX_COLUMNS, MAX_ROWS, table_of

if TYPE_CHECKING:
    from openpyxl import Workbook

LIMITS = Limits(members=2_000, member=96 << 20, total=192 << 20)
"""A sheet of 100,000 posts unpacks to about 60 MB; openpyxl holds all shared texts at once."""
_UNCALCULATED = re.compile(rb"(?:</f>|<f[^>]*/>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def workbook_table(data: bytes, name: str, options: ReadOptions) -> tuple[Table, list[Message]]:
    """The sheet that was asked for, or the first in which there is a column of text.

    Raises BadFile, and nothing else.
    """
    said = _checked(data, name)
    sheets = _sheets(data, name)
    filled = [(title, rows) for title, rows in sheets if any(map(any, rows))]
    if not filled:
        raise BadFile("table_empty", name=name)
    tables = [table_of(rows, name, title) for title, rows in filled]
    if options.sheet:
        chosen = _named(tables, options.sheet, name)
    else:
        chosen = next((t for t in tables if Role.TEXT in guessed_roles(t)), tables[0])
    others = tuple(table.sheet for table in tables if table is not chosen)
    return replace(chosen, other_sheets=others), said


def _checked(data: bytes, name: str) -> list[Message]:
    """Refuse what could do harm; returns what is to be said about formulas."""
    archive = Archive(data, name, LIMITS)
    without = 0
    for member in archive.names():
        if not member.endswith((".xml", ".rels")):
            continue
        content = archive.read(member)
        if _DTD.search(content[:4_096]) or b"<!ENTITY" in content:
            raise BadFile("xml_dtd", name=name, part=member)
        if member.startswith("xl/worksheets/"):
            without += sum(1 for _ in _UNCALCULATED.finditer(content))
    return [Message.of("table_formulas", count=without)] if without else []


def _sheets(data: bytes, name: str) -> list[tuple[str, list[list[str]]]]:
    from openpyxl import load_workbook  # costs as much as the rest of a start

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it does not read: forms, colours
            book = load_workbook(
                io.BytesIO(data), read_only=True, data_only=True, keep_vba=False, keep_links=False
            )
            try:
                return list(_read(book, name))
            finally:
                book.close()
    except BadFile:
        raise
    except Exception as error:
        # openpyxl raises anything from KeyError to its parser's own errors on damaged files.
        raise BadFile("table_damaged", name=name) from error


def _read(book: Workbook, name: str) -> Iterator[tuple[str, list[list[str]]]]:
    characters = 0
    for sheet in book.worksheets:
        rows: list[list[str]] = []
        # The size that a sheet says it has may be a lie, or every row that Excel could have.
        sheet.reset_dimensions()
        for row in sheet.iter_rows(max_row=MAX_ROWS + 2, max_col=MAX_COLUMNS):
            cells = [_clock(cell) if _is_time(cell.value) else _cell(cell.value) for cell in row]
            while cells and not cells[-1]:
                cells.pop()
            characters += sum(map(len, cells))
            rows.append(cells)
            if characters > MAX_CHARACTERS:
                raise BadFile("table_too_large", name=name, rows=MAX_ROWS)
        while rows and not rows[-1]:
            rows.pop()
        if len(rows) > MAX_ROWS + 1:
            raise BadFile("table_too_large", name=name, rows=MAX_ROWS)
        yield sheet.title, rows


def _named(tables: list[Table], wanted: str, name: str) -> Table:
    for table in tables:
        if table.sheet.casefold() == wanted.strip().casefold():
            return table
    known = ", ".join(table.sheet for table in tables)
    raise BadFile("table_no_sheet", name=name, sheet=wanted, sheets=known)


def _is_time(value: Any) -> bool:
    return isinstance(value, time | timedelta)


def _clock(cell: Any) -> str:
    """A time as it was typed.

    Excel takes `3:12`, minutes and seconds of a recording, for hours and minutes, shows it so, and
    from `24:00` on for a stretch of hours: nobody types those with seconds that are none.
    """
    value = cell.value
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        short = f"{minutes // 60}:{minutes % 60:02d}"
        return f"{short}:{seconds:02d}" if seconds or minutes < 24 * 60 else short
    seconds_shown = "s" in str(cell.number_format).lower() or value.second
    return str(value.isoformat()) if seconds_shown else f"{value.hour}:{value.minute:02d}"


def _cell(value: Any) -> str:
    """A value as people write it: whole numbers without a point, days in ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, str):
        return canonical(value.replace("_x000D_", ""))
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        midnight = not (value.hour or value.minute or value.second)
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    return canonical(str(value))
