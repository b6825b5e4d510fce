"""JSON: the records with stable keys in every language, texts exactly as they are."""

from __future__ import annotations

import json
from pathlib import Path

from makna.domain.report import Report


def write(report: Report, path: Path) -> None:
    """Write what the report is and its records, one object a row, UTF-8."""
    keys = report.records.keys
    about = {
        "title": report.title,
        "subtitle": report.subtitle,
        "language": report.language,
        "author": report.author,
        "created_at": report.created_at,
        "items": report.items,
    }
    head = json.dumps(about, ensure_ascii=False, indent=1)
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(f'{head[:-2]},\n "records": [')
        separator = "\n  "
        for row in report.records.rows:
            stream.write(separator)
            stream.write(json.dumps(dict(zip(keys, row, strict=True)), ensure_ascii=False))
            separator = ",\n  "
        stream.write("\n ]\n}\n")
