"""Tables as text (.csv, .tsv): posts or comments, a row each."""

from __future__ import annotations

from makna.domain.document import ParsedDocument
from makna.formats import ReadOptions
from makna.formats.tables import csv_table, document_of

SUFFIXES = (".csv", ".tsv")
MEDIA_TYPE = "text/csv"
BY_SUFFIX = True
"""Commas make no table: only its name tells one from a plain text."""


def recognises(data: bytes) -> bool:
    """Never: see `BY_SUFFIX`."""
    return False


def read(data: bytes, name: str, options: ReadOptions) -> ParsedDocument:
    """The posts of the table. Raises BadFile, and UserError for columns that are not there."""
    table, warnings = csv_table(data, name, options)
    return document_of(table, name, options, MEDIA_TYPE, warnings)
