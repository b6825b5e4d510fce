"""The table in a file, for choosing its columns before it is imported."""

from __future__ import annotations

from pathlib import PurePath

from makna.domain.sheet import Table
from makna.formats import ReadOptions
from makna.formats.encoding import is_text
from makna.formats.tables import csv_table
from makna.formats.workbook import workbook_table

CSV = (".csv", ".tsv")


def table_in(data: bytes, name: str, options: ReadOptions) -> Table | None:
    """The table; None for a file that is none. Raises BadFile."""
    if data.startswith(b"PK\x03\x04") and b"xl/workbook.xml" in data:
        return workbook_table(data, name, options)[0]
    if PurePath(name).suffix.lower() in CSV and is_text(data):
        return csv_table(data, name, options)[0]
    return None
