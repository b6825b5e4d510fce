"""The search index of a project, inside the project's file."""

from __future__ import annotations

import json
import re
import secrets
import zlib
from collections import defaultdict
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from makna.domain.protocols import SearchFiles
from makna.search.documents import Document, Segment
from makna.search.engine import STAMP, CorruptSegment, OpenSegment, build_segment, merge_segments
from makna.search.query import Query
from makna.search.ranking import rank

__all__ = [
    "Document",
    "MergeJob",
    "ParagraphHit",
    "SearchIndex",
    "Segment",
    "build_segment",
    "run_merge",
]

CONTENTS = "makna.toc"
_OURS = re.compile(r"makna(_[0-9a-f]{16})?\.[a-z]{3}")

# Segments of like size are merged when so many have come together: small ones at once, within the
# caller's transaction, large ones (about 400,000 characters) by a MergeJob in another process.
MERGED_AT_ONCE = 6
LARGE_WORDS = 60_000


@dataclass(frozen=True)
class ParagraphHit:
    """A paragraph that answers a query: `paragraph` counts from 0 within the text, blanks too."""

    key: str
    paragraph: int
    score: float


@dataclass(frozen=True)
class MergeJob:
    """Segments that are better merged: name, files and removed documents of each."""

    parts: tuple[tuple[str, tuple[tuple[str, bytes], ...], frozenset[str]], ...]


def run_merge(job: MergeJob) -> Segment:
    """One segment from several; made to run in a process of its own."""
    return merge_segments(
        [(OpenSegment(name, dict(files)), dead) for name, files, dead in job.parts]
    )


@dataclass(frozen=True)
class _Entry:
    """A segment in the table of contents; `files` are (name, size, CRC-32)."""

    name: str
    words: int
    files: tuple[tuple[str, int, int], ...]
    dead: frozenset[str] = frozenset()


@dataclass
class _State:
    """What is open: the table of contents as it was read, and the segments it names."""

    contents: bytes | None
    stale: bool = False
    entries: list[_Entry] = field(default_factory=list)
    segments: dict[str, OpenSegment] = field(default_factory=dict)


class SearchIndex:
    """The index of everything that can be searched; it opens itself when it is first asked.

    The index is the one truth about which version of which text it holds (`keys`). An index of
    another version of Whoosh or of our analysis, or one with a damaged file, is `stale`: it
    counts as empty, and adding the first segment to it replaces it. Writes belong to the
    caller's transaction; after a rollback the next call sees what was there before.
    """

    def __init__(self, files: SearchFiles) -> None:
        self._files = files
        self._state = _State(None)

    def stale(self) -> bool:
        """Whether the index has to be built anew. Reads and verifies all of it, once."""
        return self._open().stale

    def keys(self) -> dict[str, int]:
        """The documents that the index holds, with the version of each."""
        state = self._open()
        return {
            key: stretch.version
            for entry in state.entries
            for key, stretch in state.segments[entry.name].stretches.items()
            if key not in entry.dead
        }

    def query(
        self, query: Query, limit: int | None = 100, keys: Collection[str] | None = None
    ) -> list[ParagraphHit]:
        """The paragraphs that answer a query, best first; only those of `keys` if given.

        The query's filters are not looked at. A query that asks for no word finds nothing.
        """
        state = self._open()
        if query.root is None or not state.entries:
            return []
        segments = [state.segments[entry.name] for entry in state.entries]
        wanted = None if keys is None else frozenset(keys)
        chosen = [_chosen(state.segments[e.name], e.dead, wanted) for e in state.entries]
        dead, allowed = [each[0] for each in chosen], [each[1] for each in chosen]
        try:
            answers = rank(query.root, segments, dead, allowed, limit)
        except Exception:
            # Checksums found nothing, so these files were made to look like ours. They are only
            # derived: count them as damaged and let the caller build the index anew.
            self._state = _State(state.contents, stale=True)
            return []
        return [
            ParagraphHit(
                segments[answer.segment].key_of(answer.paragraph),
                segments[answer.segment].numbers[answer.paragraph],
                answer.score,
            )
            for answer in answers
        ]

    def add(self, segment: Segment, replaced: Collection[str] = ()) -> None:
        """Publish a finished segment; what the index held of its documents and of `replaced` goes.

        Small segments are merged now and then, so that their number stays bounded.
        """
        state = self._open()
        if state.stale:
            self.clear()
            state = self._open()
        entry = self._write(segment)
        opened = OpenSegment(segment.name, dict(segment.files))
        gone = frozenset(replaced).union(opened.stretches)
        segments = {**state.segments, entry.name: opened}
        entries = [*_without(state, gone), entry]
        self._publish(*self._tidied(entries, segments))

    def remove(self, keys: Collection[str]) -> None:
        """Take documents out of the index. Their words may remain in its files: see `purge`."""
        state = self._open()
        gone = frozenset(keys)
        entries = _without(state, gone)
        if entries != state.entries:
            self._publish(*self._tidied(entries, dict(state.segments)))

    def purge(self) -> None:
        """Rewrite what still holds words of removed documents, so that nothing is left of them."""
        state = self._open()
        entries, segments = list(state.entries), dict(state.segments)
        for entry in state.entries:
            if entry.dead:
                entries, segments = self._merged([entry], entries, segments)
        if entries != state.entries:
            self._publish(entries, segments)

    def merge_due(self) -> MergeJob | None:
        """Large segments that should become one: a second's work and more, for `run_merge`.

        Nothing goes wrong without it; the index is smaller and faster afterwards.
        """
        state = self._open()
        group = _like_sized(entry for entry in state.entries if entry.words >= LARGE_WORDS)
        parts = tuple(
            (e.name, tuple((name, self._files.read(name)) for name, _, _ in e.files), e.dead)
            for e in group
        )
        return MergeJob(parts) if parts else None

    def add_merged(self, job: MergeJob, merged: Segment) -> bool:
        """Put what `run_merge` made in the place of its parts.

        What was removed meanwhile stays removed. False, and nothing done, when a part is gone.
        """
        state = self._open()
        names = {name for name, _, _ in job.parts}
        parts = [entry for entry in state.entries if entry.name in names]
        if len(parts) != len(names):
            return False
        opened = OpenSegment(merged.name, dict(merged.files))
        gone = frozenset[str]().union(
            *(e.dead - was for e in parts for n, _, was in job.parts if n == e.name)
        )
        entry = replace(self._write(merged), dead=gone.intersection(opened.stretches))
        rest = [entry for entry in state.entries if entry.name not in names]
        self._publish([*rest, entry], {**state.segments, entry.name: opened})
        return True

    def clear(self) -> None:
        """Empty the index."""
        for name in self._files.names():
            if _OURS.fullmatch(name):
                self._files.delete(name)
        self._state = _State(None)

    def opening(self) -> Iterator[None]:
        """Open the index as the files have it now, with a pause after each file.

        Unchanged segments stay open. Whoever asks without having opened waits for all of it.
        """
        contents = self._contents()
        if contents == self._state.contents:
            return
        state = _State(contents)
        if contents is not None:
            try:
                state.entries = _entries(contents)
                for entry in state.entries:
                    state.segments[entry.name] = yield from self._segment(entry)
            except (CorruptSegment, KeyError, TypeError, ValueError):
                state = _State(contents, stale=True)
        self._state = state

    def _open(self) -> _State:
        for _ in self.opening():
            pass
        return self._state

    def _contents(self) -> bytes | None:
        try:
            return self._files.read(CONTENTS)
        except KeyError:
            return None

    def _segment(self, entry: _Entry) -> Generator[None, None, OpenSegment]:
        known = self._state.segments.get(entry.name)
        if known is not None:
            return known
        files: dict[str, bytes] = {}
        for name, size, checksum in entry.files:
            data = self._files.read(name)
            if len(data) != size or zlib.crc32(data) != checksum:
                raise CorruptSegment(name)
            files[name] = data
            yield None
        return OpenSegment(entry.name, files)

    def _write(self, segment: Segment) -> _Entry:
        for name, data in segment.files:
            self._files.write(name, data)
        files = tuple((name, len(data), zlib.crc32(data)) for name, data in segment.files)
        return _Entry(segment.name, segment.words, files)

    def _publish(self, entries: list[_Entry], segments: dict[str, OpenSegment]) -> None:
        """Write the table of contents, last of all, then drop the files it no longer names."""
        contents = _contents_of(entries)
        self._files.write(CONTENTS, contents)
        named = {name for entry in entries for name, _, _ in entry.files} | {CONTENTS}
        for name in self._files.names():
            if name not in named and _OURS.fullmatch(name):
                self._files.delete(name)
        kept = {entry.name: segments[entry.name] for entry in entries}
        self._state = _State(contents, entries=entries, segments=kept)

    def _tidied(
        self, entries: list[_Entry], segments: dict[str, OpenSegment]
    ) -> tuple[list[_Entry], dict[str, OpenSegment]]:
        """Without empty segments, half-dead ones rewritten, and like small ones merged."""
        for entry in list(entries):
            held = segments[entry.name].stretches
            if entry.dead.issuperset(held):
                entries = [other for other in entries if other is not entry]
            elif _dead_words(segments[entry.name], entry.dead) * 2 > entry.words:
                entries, segments = self._merged([entry], entries, segments)
        while group := _like_sized(e for e in entries if e.words < LARGE_WORDS):
            entries, segments = self._merged(group, entries, segments)
        return entries, segments

    def _merged(
        self, group: Sequence[_Entry], entries: list[_Entry], segments: dict[str, OpenSegment]
    ) -> tuple[list[_Entry], dict[str, OpenSegment]]:
        rest = [entry for entry in entries if entry not in group]
        merged = merge_segments([(segments[each.name], each.dead) for each in group])
        if not merged.paragraphs and not OpenSegment(merged.name, dict(merged.files)).stretches:
            return rest, segments
        entry = self._write(merged)
        opened = OpenSegment(merged.name, dict(merged.files))
        return [*rest, entry], {**segments, entry.name: opened}


def _like_sized(entries: Iterable[_Entry]) -> list[_Entry]:
    tiers: dict[int, list[_Entry]] = defaultdict(list)
    for entry in entries:
        tiers[entry.words.bit_length() // 3].append(entry)
    return next((tier for tier in tiers.values() if len(tier) >= MERGED_AT_ONCE), [])


def _without(state: _State, gone: frozenset[str]) -> list[_Entry]:
    return [
        replace(entry, dead=entry.dead | gone.intersection(state.segments[entry.name].stretches))
        for entry in state.entries
    ]


def _paragraphs(segment: OpenSegment, keys: frozenset[str]) -> frozenset[int]:
    stretches = (segment.stretches.get(key) for key in keys)
    return frozenset(
        paragraph for s in stretches if s is not None for paragraph in range(s.start, s.end)
    )


def _chosen(
    segment: OpenSegment, dead: frozenset[str], wanted: frozenset[str] | None
) -> tuple[frozenset[int], frozenset[int] | None]:
    """The paragraphs that never answer, and those that may; None for all others.

    Mostly everything is wanted, or all but a few texts: said by those few, not by a million.
    """
    if wanted is None:
        return _paragraphs(segment, dead), None
    out = segment.stretches.keys() - wanted
    if 2 * len(out) <= len(segment.stretches):
        return _paragraphs(segment, dead | out), None
    return _paragraphs(segment, dead), _paragraphs(segment, wanted)


def _dead_words(segment: OpenSegment, dead: frozenset[str]) -> int:
    return sum(
        sum(segment.lengths[s.start : s.end]) for s in (segment.stretches[key] for key in dead)
    )


def _contents_of(entries: Sequence[_Entry]) -> bytes:
    """The table of contents; a random mark makes each one different from all before it."""
    rows = [[e.name, e.words, e.files, sorted(e.dead)] for e in entries]
    return json.dumps({"stamp": STAMP, "mark": secrets.token_hex(4), "segments": rows}).encode()


def _entries(contents: bytes) -> list[_Entry]:
    """The segments of a table of contents. Raises ValueError and its like when it is not ours."""
    read = json.loads(contents)
    if read["stamp"] != STAMP:
        raise ValueError(read["stamp"])
    return [
        _Entry(name, words, tuple((n, size, crc) for n, size, crc in files), frozenset(dead))
        for name, words, files, dead in read["segments"]
    ]
