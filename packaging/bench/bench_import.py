"""Importing 200 Word files until all are listed, readable and codable."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from time import perf_counter

from floor_docx import read_floor
from makna import bootstrap
from makna.services.importing import import_files
from material import docx

FILES = 200
CHARACTERS = 50_000
LIMIT = 4.0
Row = tuple[str, float, float, float, float]


def run(files: int = FILES) -> Iterator[Row]:
    """Rows of (name, ours in ms, floor in ms, ratio, limit)."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"W{number:03}.docx") for number in range(files)]
        for number, path in enumerate(paths):
            docx(path, CHARACTERS, number)
        start = perf_counter()
        for path in paths:
            read_floor(path)
        floor_ms = (perf_counter() - start) * 1000
        ours_ms = _import(Path(folder), paths)
        yield (f"import {files} docx", ours_ms, floor_ms, ours_ms / floor_ms, LIMIT)


def _import(folder: Path, paths: list[Path]) -> float:
    """As the command line does it, until every source is listed and its text at hand."""
    start = perf_counter()
    project = bootstrap.create_project(folder / "bench.makna", coder="Bench")
    ahead = bootstrap.reading_ahead()
    with ahead or nullcontext():
        report = import_files(project, paths, executor=ahead).value
    sources = project.sources.all()
    assert len(report.imported) == len(sources) == len(paths)
    assert all(project.texts.length(source.id) for source in sources)
    spent = (perf_counter() - start) * 1000
    project.close()
    return spent


if __name__ == "__main__":
    for row in run():
        print(row)
