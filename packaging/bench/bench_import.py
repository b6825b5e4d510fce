"""Importing 200 Word files until all are listed, readable and codable."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from floor_docx import read_floor
from makna import bootstrap
from makna.services.importing import import_files
from material import docx

FILES = 200
CHARACTERS = 50_000
SHARE = 20
LIMIT = 4.0
Row = tuple[str, float, float, float, float]


def run(files: int = FILES) -> Iterator[Row]:
    """Rows of (name, ours in ms, floor in ms, ratio, limit); both by turns, a share at a time.

    As the command line imports, until every source is listed and its text at hand. By turns,
    because other work on the machine then hits both alike.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"W{number:03}.docx") for number in range(files)]
        for number, path in enumerate(paths):
            docx(path, CHARACTERS, number)
        floor = Clock()
        ours = Clock()
        project = bootstrap.create_project(Path(folder, "bench.makna"), coder="Bench")
        with bootstrap.reading_ahead() as ahead:
            for first in range(0, files, SHARE):
                share = paths[first : first + SHARE]
                with floor:
                    for path in share:
                        read_floor(path)
                with ours:
                    report = import_files(project, share, executor=ahead).value
                assert len(report.imported) == len(share)
        with ours:
            sources = project.sources.all()
            assert len(sources) == files
            assert all(project.texts.length(source.id) for source in sources)
        project.close()
        yield (f"import {files} docx", ours.ms, floor.ms, ours.ms / floor.ms, LIMIT)


class Clock:
    """Adds up the time spent inside it, in ms."""

    def __init__(self) -> None:
        self.ms = 0.0

    def __enter__(self) -> None:
        self._start = perf_counter()

    def __exit__(self, *_: object) -> None:
        self.ms += (perf_counter() - self._start) * 1000


if __name__ == "__main__":
    for row in run():
        print(row)
