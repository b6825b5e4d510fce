"""The reference projects: R1 as large as a big thesis, R2 as large as anything may become.

| | sources | characters each | codes | codings |
|---|---|---|---|---|
| small | 20 | 50,000 | 40 | 1,000 |
| R1 | 200 | 50,000 | 100 | 10,000 |
| R2 | 1,000 | 50,000 | 500 | 100,000 |

Indonesian-like text with a natural distribution of words (see `material`), the same at every run.
Made by the services, so that history, layouts and originals are what they are in real use; the
search index is built and merged as the window does it in its spare time. Three sources more are
coded densely, each with as many codings as its name says: `W500`, `W1000` and `W5000`.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from makna import bootstrap
from makna.domain.model import CodeId, SourceId
from makna.search.documents import Document
from makna.search.index_process import build, merge
from makna.services import cases, codebook
from makna.services.importing import import_text
from makna.services.searching import Searcher
from makna.services.span_coding import Span, code_spans
from makna.storage.project import Project
from material import paragraphs

CHARACTERS = 50_000
THEMES = 10
"""Codes stand below so many themes."""
DENSE = (500, 1_000, 5_000)
CASES_SHARE = 4
"""Every fourth source has a case of its own."""
Say = Callable[[str], None]


@dataclass(frozen=True)
class Size:
    name: str
    sources: int
    codes: int
    codings: int

    @property
    def characters(self) -> int:
        return self.sources * CHARACTERS


SMALL = Size("small", 20, 40, 1_000)
R1 = Size("R1", 200, 100, 10_000)
R2 = Size("R2", 1_000, 500, 100_000)
SIZES = {size.name: size for size in (SMALL, R1, R2)}


def make(folder: Path, size: Size, say: Say = lambda words: None) -> Path:
    """Make the project in the folder, or take the one that is there; returns its path."""
    path = folder / f"{size.name}.makna"
    if path.exists():
        return path
    unfinished = folder / f"{size.name}-unfinished.makna"
    unfinished.unlink(missing_ok=True)
    project = bootstrap.create_project(unfinished, name=size.name, coder="Bench")
    # The disk is not what is measured, and nothing here has to survive a power cut.
    project.raw.execute("PRAGMA synchronous=OFF")
    sources = _sources(project, size, say)
    codes = _codes(project, size)
    say(f"{size.name}: coding")
    _code(project, sources, codes, size)
    _dense(project, codes)
    say(f"{size.name}: indexing")
    index(project, say)
    project.close()
    unfinished.rename(path)
    return path


def _sources(project: Project, size: Size, say: Say) -> list[SourceId]:
    made: list[SourceId] = []
    for number in range(size.sources):
        text = "\n".join(paragraphs(CHARACTERS, number + 1))
        made.append(import_text(project, f"Wawancara {number + 1:04}", text).value.id)
        if number % CASES_SHARE == 0:
            case = cases.add_case(project, f"Informan {number + 1:04}").value
            cases.link_sources(project, case, [made[-1]])
        if number % 100 == 99:
            say(f"{size.name}: {number + 1} sources")
    return made


def _codes(project: Project, size: Size) -> list[CodeId]:
    return [
        codebook.add_path(project, f"Tema {number % THEMES + 1} > Kode {number + 1}").value
        for number in range(size.codes)
    ]


def _code(project: Project, sources: list[SourceId], codes: list[CodeId], size: Size) -> None:
    """The first code has a thousand codings, the others share the rest evenly."""
    dice = random.Random(size.codings)
    first = min(1_000, size.codings // 10)
    rest = (size.codings - first) // (len(codes) - 1)
    for rank, code in enumerate(codes):
        spans = []
        for _ in range(rest if rank else first):
            start = dice.randrange(CHARACTERS - 400)
            length = dice.randrange(40, 300)
            spans.append(Span(dice.choice(sources), start, start + length))
        code_spans(project, spans, code)


def _dense(project: Project, codes: list[CodeId]) -> None:
    """Sources with 500, 1,000 and 5,000 codings of forty codes."""
    for count in DENSE:
        text = "\n".join(paragraphs(CHARACTERS, count))
        source = import_text(project, f"W{count}", text).value.id
        dice = random.Random(count)
        for code in codes[:40]:
            spans = []
            for _ in range(count // 40):
                start = dice.randrange(CHARACTERS - 200)
                spans.append(Span(source, start, start + dice.randrange(20, 120)))
            code_spans(project, spans, code)


def index(project: Project, say: Say = lambda words: None) -> None:
    """Build and merge the search index in processes of their own, as the window does."""
    searcher = Searcher(project)
    with ProcessPoolExecutor(os.cpu_count() or 1, mp_context=get_context("spawn")) as pool:
        waiting = searcher.pending()
        while waiting:
            batches: list[list[Document]] = []
            while waiting and len(batches) < 4:
                documents = searcher.batch(waiting)
                if not documents:
                    waiting = []
                    break
                taken = {document.key for document in documents}
                waiting = [key for key in waiting if key not in taken]
                batches.append(documents)
            for segment in pool.map(build, batches):
                searcher.publish(segment)
            say(f"{len(waiting)} texts to index")
        while (job := searcher.merge_due()) is not None:
            searcher.publish_merged(job, pool.submit(merge, job).result())


def dense(project: Project, codings: int) -> SourceId:
    """The source with so many codings."""
    return next(row.id for row in project.sources.all() if row.name == f"W{codings}")


if __name__ == "__main__":
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else Path.cwd()
    print(make(target, SIZES[sys.argv[1]], print))
