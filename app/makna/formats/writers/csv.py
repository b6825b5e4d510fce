"""CSV: the records, with keys as the header, for double-clicking in Excel and for computing.

UTF-8 with a BOM, without which Excel takes the bytes for the system's old code page. The separator
follows the report's language: an Indonesian Windows writes decimals with a comma, so its Excel
splits at the semicolon and would put a comma-separated row into one cell. No `sep=` line: Excel
then ignores the BOM, and other programs read it as data.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

from makna.domain.report import Report, Value
from makna.domain.wording import Language
from makna.formats.writers._text import cell

_FORMULA = re.compile(r"[\t\r\n]|[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""A spreadsheet runs a cell that begins so (OWASP, "CSV Injection"), some of them also after what
cannot be seen, and with the wide signs of East Asia."""


def write(report: Report, path: Path) -> None:
    """Write the records of the report; a text that looks like a formula gets a `'` before it."""
    delimiter = ";" if report.language == "id" else ","
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        rows = csv.writer(stream, delimiter=delimiter)
        rows.writerow(report.records.keys)
        rows.writerows(
            [_harmless(value, report.language) for value in row] for row in report.records.rows
        )


def _harmless(value: Value, language: Language) -> str | int | None:
    text = cell(value, language)
    if isinstance(text, str) and (
        _FORMULA.match(text) or (isinstance(value, str) and _FORMULA.match(value))
    ):
        return f"'{text}"
    return text
