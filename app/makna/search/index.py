"""The search index of a project, inside the project's file."""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from makna.domain.pausing import Pausing, carried_out, whole
from makna.domain.protocols import SearchFiles
from makna.search.contents import Entry, contents_of, entries_of, half_dead, like_sized
from makna.search.documents import Document, Segment
from makna.search.engine import CorruptSegment, OpenSegment, build_segment, merge_segments
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

LARGE_WORDS = 60_000
"""Smaller segments of like size are merged at once, within the caller's transaction; larger ones
(about 400,000 characters) by a MergeJob in another process."""
TINY_WORDS = 300
"""The same where a window waits: merging six of that size takes 10 ms, six of 6,000 words 200."""
STAGED_BYTES = 1 << 20
"""What is written in one go where somebody waits for the window."""


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


@dataclass
class _State:
    """What is open: the table of contents as it was read, and the segments it names."""

    contents: bytes | None
    stale: bool = False
    entries: list[Entry] = field(default_factory=list)
    segments: dict[str, OpenSegment] = field(default_factory=dict)


class SearchIndex:
    """The index of everything that can be searched; it opens itself when it is first asked.

    The index is the one truth about which version of which text it holds (`keys`). An index of
    another version of Whoosh or of our analysis, or one with a damaged file, is `stale`: it
    counts as empty, and adding the first segment to it replaces it. Writes belong to the
    caller's transaction; after a rollback the next call sees what was there before.
    """

    def __init__(self, files: SearchFiles, *, in_turns: bool = False) -> None:
        self._files = files
        self._state = _State(None)
        self._in_turns = in_turns
        """Somebody waits: what takes long is left to `merge_due`, and files to `unnamed`."""

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
        return carried_out(self.querying(query, limit, keys))

    def querying(
        self, query: Query, limit: int | None = 100, keys: Collection[str] | None = None
    ) -> Pausing[list[ParagraphHit]]:
        """The same as `query`, with pauses."""
        state = self._open()
        if query.root is None or not state.entries:
            return []
        segments = [state.segments[entry.name] for entry in state.entries]
        wanted = None if keys is None else frozenset(keys)
        chosen = [_chosen(state.segments[e.name], e.dead, wanted) for e in state.entries]
        yield None
        dead, allowed = [each[0] for each in chosen], [each[1] for each in chosen]
        try:
            answers = yield from rank(query.root, segments, dead, allowed, limit)
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
        self.sweep()

    def merging(self) -> Pausing[MergeJob | None]:
        """Segments that should become one, or be rewritten: for `run_merge`. None without any.

        Nothing goes wrong without it; the index is smaller and faster afterwards.
        """
        state = self._open()
        large = [entry for entry in state.entries if not self._at_once(entry.words)]
        dying = [entry for entry in large if half_dead(entry, state.segments[entry.name])]
        parts = []
        for entry in dying[:1] or like_sized(large):
            files = []
            for name, _, _ in entry.files:
                files.append((name, (yield from whole(self._files.pieces(name)))))
            parts.append((entry.name, tuple(files), entry.dead))
        return MergeJob(tuple(parts)) if parts else None

    def merge_due(self) -> MergeJob | None:
        """The same as `merging`, without pauses."""
        return carried_out(self.merging())

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

    def opening(self) -> Pausing[None]:
        """Open the index as the files have it now, with a pause after each file.

        Unchanged segments stay open. Whoever asks without having opened waits for all of it.
        """
        contents = self._contents()
        if contents == self._state.contents:
            return
        state = _State(contents)
        if contents is not None:
            try:
                state.entries = entries_of(contents)
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

    def _segment(self, entry: Entry) -> Pausing[OpenSegment]:
        known = self._state.segments.get(entry.name)
        if known is not None:
            return known
        files: dict[str, bytes] = {}
        for name, size, checksum in entry.files:
            data = yield from whole(self._files.pieces(name))
            if len(data) != size or zlib.crc32(data) != checksum:
                raise CorruptSegment(name)
            files[name] = data
            yield None
        return OpenSegment(entry.name, files)

    def _write(self, segment: Segment) -> Entry:
        for name, data in segment.files:
            # What was staged lies there already, unless somebody swept it away.
            if self._files.size(name) != len(data):
                self._files.write(name, data)
        files = tuple((name, len(data), zlib.crc32(data)) for name, data in segment.files)
        return Entry(segment.name, segment.words, files)

    def _publish(self, entries: list[Entry], segments: dict[str, OpenSegment]) -> None:
        """Write the table of contents, last of all, then drop the files it no longer names."""
        contents = contents_of(entries)
        self._files.write(CONTENTS, contents)
        kept = {entry.name: segments[entry.name] for entry in entries}
        self._state = _State(contents, entries=entries, segments=kept)
        if not self._in_turns:
            self.sweep()

    def unnamed(self) -> list[str]:
        """Files that the table of contents does not name: replaced ones, or never published."""
        named = {name for entry in self._open().entries for name, _, _ in entry.files}
        return [
            name
            for name in self._files.names()
            if name not in named and name != CONTENTS and _OURS.fullmatch(name)
        ]

    def sweep(self) -> None:
        """Remove the files that are not named."""
        for name in self.unnamed():
            self._files.delete(name)

    def _tidied(
        self, entries: list[Entry], segments: dict[str, OpenSegment]
    ) -> tuple[list[Entry], dict[str, OpenSegment]]:
        """Without empty segments, half-dead ones rewritten, and like small ones merged."""
        for entry in list(entries):
            held = segments[entry.name].stretches
            if entry.dead.issuperset(held):
                entries = [other for other in entries if other is not entry]
            elif not self._later(entry) and half_dead(entry, segments[entry.name]):
                entries, segments = self._merged([entry], entries, segments)
        while group := like_sized(e for e in entries if self._at_once(e.words)):
            entries, segments = self._merged(group, entries, segments)
        return entries, segments

    def _later(self, entry: Entry) -> bool:
        """Whether an entry is rewritten by `merge_due` only."""
        return self._in_turns and not self._at_once(entry.words)

    def _at_once(self, words: int) -> bool:
        """Whether segments of so many words are merged within the caller's transaction."""
        return words < (TINY_WORDS if self._in_turns else LARGE_WORDS)

    def _merged(
        self, group: Sequence[Entry], entries: list[Entry], segments: dict[str, OpenSegment]
    ) -> tuple[list[Entry], dict[str, OpenSegment]]:
        rest = [entry for entry in entries if entry not in group]
        merged = merge_segments([(segments[each.name], each.dead) for each in group])
        if not merged.paragraphs and not OpenSegment(merged.name, dict(merged.files)).stretches:
            return rest, segments
        entry = self._write(merged)
        opened = OpenSegment(merged.name, dict(merged.files))
        return [*rest, entry], {**segments, entry.name: opened}


def staged(segment: Segment) -> Iterator[tuple[str, bytes]]:
    """A finished segment in parts, to be appended to its files before it is published."""
    for name, data in segment.files:
        for at in range(0, max(1, len(data)), STAGED_BYTES):
            yield name, data[at : at + STAGED_BYTES]


def _without(state: _State, gone: frozenset[str]) -> list[Entry]:
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
