"""Search over ten million characters: each query beside the same one in SQLite's FTS5.

Run it with `python packaging/bench/bench_search.py`. The floor (see `floor_fts5.py`) does not stem,
so an unstemmed word of it answers with fewer paragraphs than ours. Each figure is the best of
seven, with the index open; opening it and building it have rows of their own. A row's limit
is the largest allowed ratio, or milliseconds where there is no floor.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from floor_fts5 import FullText
from makna.search.index import Document, SearchIndex, build_segment, run_merge
from makna.search.query import parse
from makna.search.scan import exact
from material import paragraphs

CHARACTERS = 10_000_000
SEGMENTS = 10
RATIO = 8.0


class Row(NamedTuple):
    name: str
    ours_ms: float
    floor_ms: float | None
    ratio: float | None
    limit: float


class Files:
    """The index's files in memory, so that only the search is measured."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    def names(self) -> list[str]:
        return list(self.held)

    def read(self, name: str) -> bytes:
        return self.held[name]

    def pieces(self, name: str) -> Iterator[bytes]:
        yield self.held[name]

    def size(self, name: str) -> int:
        return len(self.held[name]) if name in self.held else -1

    def write(self, name: str, data: bytes) -> None:
        self.held[name] = data

    def append(self, name: str, data: bytes) -> None:
        self.held[name] = self.held.get(name, b"") + data

    def delete(self, name: str) -> None:
        self.held.pop(name, None)

    def shorten(self, name: str) -> bool:
        self.held.pop(name, None)
        return False


def run(characters: int = CHARACTERS) -> list[Row]:
    """Measure everything, once."""
    texts = paragraphs(characters, 1)
    files = Files()
    rows = [_building(files, texts, characters)]
    index = SearchIndex(files)
    rows.append(_alone("opening the index", index.keys, 100.0, times=1))
    floor = FullText(texts)
    rows += _queries(index, floor, texts)
    text = "\n".join(texts)
    rows.append(_beside("exact text", lambda: exact(text, "Media Sosial", True), text))
    rows.append(_alone("exact text, any case", lambda: exact(text, "Media Sosial"), 60.0))
    return rows


def _building(files: Files, texts: Sequence[str], characters: int) -> Row:
    index = SearchIndex(files)
    start = time.perf_counter()
    for part in range(SEGMENTS):
        document = Document(f"source:{part}", 1, "id", "\n".join(texts[part::SEGMENTS]))
        index.add(build_segment([document]))
    job = index.merge_due()
    if job is not None:
        index.add_merged(job, run_merge(job))
    spent = (time.perf_counter() - start) * 1000
    size = sum(map(len, files.held.values()))
    return Row(f"building ({size / characters:.2f} bytes a character)", spent, None, None, 15_000)


def _queries(index: SearchIndex, floor: FullText, texts: Sequence[str]) -> list[Row]:
    spread = Counter(word for text in texts for word in set(text.lower().split()))
    rare = min(word for word, count in spread.items() if count == 3 and word.isalpha())
    rows = [
        _against(index, floor, "rare word", rare),
        _against(index, floor, "common word", "humas"),
        _against(index, floor, "AND", "humas media"),
        _against(index, floor, "prefix", "publika*"),
        _against(index, floor, "short prefix", "pe*"),
    ]
    for name, query in (
        ("phrase", '"media sosial"'),
        ("phrase of very common words", '"yang dan"'),
        ("fuzzy word", "komunikosi~"),
        ("wildcard", "k?munikasi"),
    ):
        rows.append(_alone(name, partial(_ask, index, query), 250.0))
    return rows


def _ask(index: SearchIndex, query: str) -> object:
    return index.query(parse(query))


def _against(index: SearchIndex, floor: FullText, name: str, query: str) -> Row:
    ours = _best(lambda: index.query(parse(query)))
    theirs = _best(lambda: floor.best(query))
    return Row(name, ours, theirs, ours / theirs, RATIO)


def _beside(name: str, ours: Callable[[], object], text: str) -> Row:
    mine, floor = _best(ours), _best(lambda: text.count("Media Sosial"))
    return Row(name, mine, floor, mine / floor, RATIO)


def _alone(name: str, action: Callable[[], object], limit_ms: float, times: int = 7) -> Row:
    return Row(name, _best(action, times), None, None, limit_ms)


def _best(action: Callable[[], object], times: int = 7) -> float:
    """The shortest of several runs, in milliseconds."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        spent.append((time.perf_counter() - start) * 1000)
    return min(spent)


if __name__ == "__main__":
    for row in run():
        beside = "" if row.ratio is None else f"{row.floor_ms:10.2f} {row.ratio:6.2f} ×"
        print(f"{row.name:45}{row.ours_ms:10.2f} {beside:20} limit {row.limit:.0f}")
