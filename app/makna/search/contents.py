"""The table of contents of the index: which segments there are, and what of them still counts."""

from __future__ import annotations

import json
import secrets
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from makna.search.engine import STAMP, OpenSegment

MERGED_TOGETHER = 6
"""Segments of like size that are better one."""


@dataclass(frozen=True)
class Entry:
    """A segment in the table of contents; `files` are (name, size, CRC-32)."""

    name: str
    words: int
    files: tuple[tuple[str, int, int], ...]
    dead: frozenset[str] = frozenset()


def half_dead(entry: Entry, segment: OpenSegment) -> bool:
    """Whether most of its words are of removed documents."""
    return _dead_words(segment, entry.dead) * 2 > entry.words


def like_sized(entries: Iterable[Entry]) -> list[Entry]:
    """The first that are better one; empty without any."""
    tiers: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        tiers[entry.words.bit_length() // 3].append(entry)
    return next((tier for tier in tiers.values() if len(tier) >= MERGED_TOGETHER), [])


def _dead_words(segment: OpenSegment, dead: frozenset[str]) -> int:
    return sum(
        sum(segment.lengths[s.start : s.end]) for s in (segment.stretches[key] for key in dead)
    )


def contents_of(entries: Sequence[Entry]) -> bytes:
    """The table of contents; a random mark makes each one different from all before it."""
    rows = [[e.name, e.words, e.files, sorted(e.dead)] for e in entries]
    return json.dumps({"stamp": STAMP, "mark": secrets.token_hex(4), "segments": rows}).encode()


def entries_of(contents: bytes) -> list[Entry]:
    """The segments of a table of contents. Raises ValueError and its like when it is not ours."""
    read = json.loads(contents)
    if read["stamp"] != STAMP:
        raise ValueError(read["stamp"])
    return [
        Entry(name, words, tuple((n, size, crc) for n, size, crc in files), frozenset(dead))
        for name, words, files, dead in read["segments"]
    ]
