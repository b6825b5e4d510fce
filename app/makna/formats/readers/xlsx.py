"""Excel workbooks (.xlsx, .xlsm): posts or comments, a row each. Macros and formulas never run."""

from __future__ import annotations

from makna.domain.document import ParsedDocument
from makna.formats import ReadOptions
from makna.formats.tables import document_of
from makna.formats.workbook import workbook_table

SUFFIXES = (".xlsx", ".xlsm")
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def recognises(data: bytes) -> bool:
    """Whether it is a zip with the part that every workbook has."""
    return data.startswith(b"PK\x03\x04") and b"xl/workbook.xml" in data


def read(data: bytes, name: str, options: ReadOptions) -> ParsedDocument:
    """The posts of one sheet. Raises BadFile, and UserError for columns that are not there."""
    table, warnings = workbook_table(data, name, options)
    return document_of(table, name, options, MEDIA_TYPE, warnings)
