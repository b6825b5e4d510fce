"""A table as it is read from csv or Excel, before anybody says what its columns are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """A sheet: the names of its columns, and its rows as text."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    """Names of the sheets with anything in them that were not read."""
    above: int = 0
    """Rows above the header, with the title of the sheet, that were left out."""
