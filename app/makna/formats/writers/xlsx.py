"""Excel: the records on one sheet, ready to filter and print, and a sheet that says what they are.

Every text is written as a string, never as a formula or a link, so that an interview can't run
anything. Rows go to disk as they are made, beside the target: no text reaches a cache folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import xlsxwriter

from makna.domain.report import Report
from makna.domain.wording import Language, phrase
from makna.formats.writers._text import cell, written_at
from makna.scratch_files import scratch_beside

CELL_LIMIT = 32_767
"""What Excel holds in a cell, in UTF-16 units (Excel specifications and limits)."""
_RESERVED = 200
"""Kept free for the remark that a text goes on elsewhere."""
_WIDE, _USUAL, _NARROW = 60, 24, 10


@dataclass
class _Overflow:
    """The rest of texts that are too long for a cell, for a sheet of their own."""

    sheet: str
    rows: list[tuple[int, str, int, str]] = field(default_factory=list)


def write(report: Report, path: Path) -> None:
    """Write the records of the report as a workbook."""
    with scratch_beside(path) as scratch:
        options = {
            "constant_memory": True,
            "tmpdir": str(scratch),
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        book = xlsxwriter.Workbook(str(path), options)
        try:
            _describe(book, report)
            overflow = _Overflow(phrase("report_continued", report.language))
            _write_records(book, report, overflow)
            _write_about(book, report)
            if overflow.rows:
                _write_overflow(book, report.language, overflow)
        finally:
            book.close()


def _describe(book: xlsxwriter.Workbook, report: Report) -> None:
    described: dict[str, object] = {"title": report.title, "author": report.author}
    created = written_at(report)
    if created is not None:
        described["created"] = created
    book.set_properties(described)
    book.set_size(2400, 1600)


def _write_records(book: xlsxwriter.Workbook, report: Report, overflow: _Overflow) -> None:
    records = report.records
    sheet = book.add_worksheet(sheet_name(report.title))
    heading = book.add_format(
        {"bold": True, "bg_color": "#EEEDE8", "bottom": 1, "valign": "top", "text_wrap": True}
    )
    body = book.add_format({"valign": "top", "text_wrap": True})
    for column, width in enumerate(_widths(report)):
        sheet.set_column(column, column, width)
    _set_up_printing(sheet)
    for column, title in enumerate(records.titles):
        sheet.write_string(0, column, title, heading)
    for number, row in enumerate(records.rows, 1):
        for column, value in enumerate(row):
            text = cell(value, report.language)
            if text and isinstance(text, str):
                fitting = _fitting(text, number, records.titles[column], report.language, overflow)
                sheet.write_string(number, column, fitting, body)
            elif isinstance(text, int):
                sheet.write_number(number, column, text, body)
    if records.titles:
        sheet.autofilter(0, 0, len(records.rows), len(records.titles) - 1)


def _set_up_printing(sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")


def _write_about(book: xlsxwriter.Workbook, report: Report) -> None:
    sheet = book.add_worksheet(phrase("report_about", report.language))
    sheet.set_column(0, 0, _USUAL)
    sheet.set_column(1, 1, _WIDE)
    bold = book.add_format({"bold": True})
    sheet.write_string(0, 0, report.title, bold)
    if report.subtitle:
        sheet.write_string(1, 0, report.subtitle)
    for row, (label, value) in enumerate(report.properties, 3):
        sheet.write_string(row, 0, label)
        sheet.write_string(row, 1, value)


def _write_overflow(book: xlsxwriter.Workbook, language: Language, overflow: _Overflow) -> None:
    sheet = book.add_worksheet(overflow.sheet)
    body = book.add_format({"valign": "top", "text_wrap": True})
    sheet.set_column(3, 3, 2 * _WIDE)
    labels = ("report_row", "report_column", "report_part", "column_text")
    for column, key in enumerate(labels):
        sheet.write_string(0, column, phrase(key, language), body)
    for number, (row, title, part, text) in enumerate(overflow.rows, 1):
        sheet.write_number(number, 0, row, body)
        sheet.write_string(number, 1, title, body)
        sheet.write_number(number, 2, part, body)
        sheet.write_string(number, 3, text, body)


def _fitting(text: str, row: int, title: str, language: Language, overflow: _Overflow) -> str:
    """The text, or as much as a cell holds and where the rest is."""
    if len(text) * 2 <= CELL_LIMIT or _units(text) <= CELL_LIMIT:
        return text
    first, *rest = _portions(text)
    goes_on = len(overflow.rows) + 2
    overflow.rows.extend((row + 1, title, part, piece) for part, piece in enumerate(rest, 2))
    return first + phrase("report_continues", language, sheet=overflow.sheet, row=goes_on)


def _portions(text: str) -> Iterator[str]:
    """The text in pieces that fit into cells; no character is cut in two."""
    room, start, used = CELL_LIMIT - _RESERVED, 0, 0
    for at, char in enumerate(text):
        units = 2 if char > "\uffff" else 1
        if used + units > room:
            yield text[start:at]
            start, used = at, 0
        used += units
    yield text[start:]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def sheet_name(title: str) -> str:
    """A name that Excel accepts: at most 31 characters, none of `[]:*?/\\`, no outer quotes."""
    cleaned = "".join(" " if char in "[]:*?/\\" or char < " " else char for char in title)
    return cleaned.strip(" '")[:31].strip(" '") or "Makna"


def _widths(report: Report) -> list[int]:
    """A width for each column, by what its first rows hold."""
    widths = []
    for column, title in enumerate(report.records.titles):
        sample = [row[column] for row in report.records.rows[:200]]
        longest = max((len(str(cell(value, report.language) or "")) for value in sample), default=0)
        longest = max(longest, len(title))
        widths.append(_NARROW if longest <= 10 else _USUAL if longest <= 40 else _WIDE)
    return widths
