"""The reference projects R1 and R2 (see `reference`), each measured in a process of its own.

They are made once and kept in `MAKNA_BENCH` (else a folder of the system's temporary files), so
that two commits can be compared on the same projects. The copies that are measured are thrown away.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reference import R1, R2, SMALL, Size, make

Row = tuple[str, float, float | None, float | None, float]

LIMITS_MS: dict[str, tuple[float, float]] = {
    "open the project until painted": (150, 300),
    "open 50,000 characters, 500 codings": (60, 72),
    "open 50,000 characters, 5,000 codings": (100, 120),
    "apply one coding until painted (5,000 codings)": (16, 19),
    "resize one coding until painted (5,000 codings)": (16, 19),
    "remove one coding until painted (5,000 codings)": (16, 19),
    "undo one coding until painted (5,000 codings)": (16, 19),
    "scroll one page (5,000 codings)": (16, 16),
    "code counts for the whole tree": (10, 60),
    "retrieve a code with 1,000 codings, first page shown": (30, 50),
    "retrieve all codings, first page shown": (50, 100),
    "ranked search": (100, 300),
    "phrase": (250, 600),
    "literal scan": (30, 150),
    "regex scan": (300, 1_500),
    "delete a source with 1,000 codings": (100, 150),
    "undo that": (200, 300),
}
"""At most so many ms on a quiet machine, at R1 and at R2."""
GAP_MS = 50.0
NOTED: dict[str, Any] = {}
"""Facts of each project, filled in by `run`: memory, bytes, how much more each row costs."""


def run() -> Iterator[Row]:
    """Rows of (name, ours in ms, floor in ms, ratio, limit in ms) of both projects."""
    folder = Path(os.environ.get("MAKNA_BENCH") or Path(tempfile.gettempdir()) / "makna-bench")
    folder.mkdir(parents=True, exist_ok=True)
    found: dict[str, dict[str, Any]] = {}
    for size in (R1, R2):
        found[size.name] = measure(folder, size)
        for name, (ours, floor) in found[size.name]["rows"].items():
            limits = LIMITS_MS.get(name, (GAP_MS, GAP_MS))
            ratio = ours / floor if floor else None
            yield (f"{size.name}: {name}", ours, floor, ratio, limits[size is R2])
    small, large = (found[size.name]["rows"] for size in (R1, R2))
    growth = {name: round(large[name][0] / small[name][0], 2) for name in small}
    NOTED.update({size: each["facts"] for size, each in found.items()}, growth=growth)
    print(_growth(found))


def measure(folder: Path, size: Size) -> dict[str, Any]:
    """Rows and facts of one project, measured on a copy."""
    with tempfile.TemporaryDirectory(dir=folder) as home:
        copies = Path(home)
        for wanted in (SMALL, size):
            made = make(folder, wanted, lambda words: print(words, file=sys.stderr))
            shutil.copyfile(made, copies / made.name)
        script = Path(__file__).with_name("reference_run.py")
        environment = {**os.environ, "MAKNA_HOME": str(copies / "home")}
        arguments = [str(copies / f"{size.name}.makna"), str(full_text(folder, size))]
        done = subprocess.run(
            [sys.executable, str(script), *arguments],
            check=True,
            stdout=subprocess.PIPE,
            env=environment,
        )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def full_text(folder: Path, size: Size) -> Path:
    """The floor of searching: the paragraphs of all sources in an FTS5 table."""
    path = folder / f"{size.name}.fts5"
    if path.exists():
        return path
    unfinished = path.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    raw = sqlite3.connect(unfinished)
    raw.execute("CREATE VIRTUAL TABLE paragraph USING fts5(text)")
    source = sqlite3.connect(folder / f"{size.name}.makna")
    for (text,) in source.execute("SELECT text FROM source_text"):
        raw.executemany("INSERT INTO paragraph VALUES (?)", [(p,) for p in text.split("\n")])
    raw.execute("INSERT INTO paragraph(paragraph) VALUES ('optimize')")
    raw.commit()
    raw.close()
    unfinished.rename(path)
    return path


def _growth(found: dict[str, dict[str, Any]]) -> str:
    """How much more each row costs in the larger project, and what else was noted."""
    small, large = (found[size.name] for size in (R1, R2))
    lines = ["", f"growth {R1.name} → {R2.name}"]
    for name, (ours, _floor) in small["rows"].items():
        lines.append(f"  {name:58}{large['rows'][name][0] / ours:6.2f} ×")
    facts = small["facts"].items()
    lines += [f"  {name}: {fact} → {large['facts'][name]}" for name, fact in facts]
    return "\n".join(lines)
