"""Measures Makna beside floors in the same run: `python3 packaging/dev.py bench [NAME …]`.

Each row says what the floor does. Absolute times move with the machine; the ratio is what counts.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

Row = tuple[str, float, float | None, float | None, float]
"""(name, ours in ms, floor in ms, ratio, limit: of the ratio, or of ms where there is no floor)"""
IN_MS = ("R1: ", "R2: ")
"""Rows of the reference projects, whose limits are ms; their ratios are told beside them."""

FLOORS = {
    "search": "SQLite FTS5 over the same paragraphs, best 100 by bm25",
    "writers": "the same XML from prepared strings, zipped",
    "page": "a bare QTextEdit with the same plain text, until painted",
    "import": "unzip, parse document, styles, numbering and notes by lxml, join the text",
    "start": "a bare PySide6 window whose process imports SQLAlchemy",
    "window": "a bare QTextEdit with the same plain text, until painted",
    "reference": "beside each row, in its own process: the bare SQL query, QTextEdit, FTS5 or scan",
}
FACTS: dict[str, object] = {}
"""By name, what was noted besides: memory, bytes of the file, growth."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help=f"which: {', '.join(FLOORS)}; all by default")
    parser.add_argument("--json", type=Path, help="write the rows here too")
    chosen = parser.parse_args()
    names = chosen.names or list(FLOORS)
    results = {name: _measure(name) for name in names}
    if chosen.json:
        kept = {
            "python": platform.python_version(),
            "machine": platform.machine(),
            "rows": results,
            "facts": FACTS,
        }
        chosen.json.write_text(json.dumps(kept, indent=1), encoding="utf-8")
    return 0 if all(_within(row) for rows in results.values() for row in rows) else 1


def _measure(name: str) -> list[Row]:
    module = __import__(f"bench_{name}")
    run: Callable[[], Iterable[Row]] = module.run
    print(f"\n{name}: floor = {FLOORS[name]}", flush=True)
    rows = []
    for row in run():
        rows.append(row)
        print(_line(row), flush=True)
    if noted := getattr(module, "NOTED", None):
        FACTS[name] = noted
    return rows


def _line(row: Row) -> str:
    label, ours, floor, ratio, limit = row
    mark = "ok  " if _within(row) else "OVER"
    said = f"  {mark} {label:<58} {ours:>10.1f} ms"
    if ratio is not None:
        said += f"  floor {floor:.1f} ms  {ratio:.2f} ×"
    return f"{said}  limit {limit:g} {'ms' if _in_ms(row) else '×'}"


def _within(row: Row) -> bool:
    _, ours, _, ratio, limit = row
    return (ours if ratio is None or _in_ms(row) else ratio) <= limit


def _in_ms(row: Row) -> bool:
    return row[3] is None or row[0].startswith(IN_MS)


if __name__ == "__main__":
    sys.exit(main())
