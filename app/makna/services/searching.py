"""Search over texts and memos, and coding what it finds.

What the index holds in its present version is asked of the index; what it does not hold yet is
scanned. So a result is never missing, and never stale.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable, Sequence
from operator import attrgetter

from makna.domain.background import in_background
from makna.domain.model import SourceId
from makna.domain.pausing import Pausing, carried_out
from makna.search.patterns import compile_pattern, find_all
from makna.search.query import Filter, Query, parse
from makna.search.scan import exact, matches, places
from makna.services.hit_coding import code_hits, code_hits_anew, widen
from makna.services.hits import Areas, Found, Hit, Mode, Texts, Unit, read_document
from makna.services.indexing import BATCH_CHARACTERS, Indexing
from makna.services.span_coding import Span
from makna.storage.rows import batched

__all__ = [
    "BATCH_CHARACTERS",
    "Hit",
    "Mode",
    "Searcher",
    "Unit",
    "code_hits",
    "code_hits_anew",
    "widen",
]

SCANNED_SCORE = 0.0
"""Texts that are not indexed yet come last: their words have no known frequency."""
SCANNED_A_TURN = 20_000
"""Characters whose words are compared in one turn."""
HITS_A_TURN = 2_000
"""Hits that are made places to code in one turn."""
ENGINE = "makna.search.index"
"""What imports Whoosh, which takes a sixth of a second."""


class Searcher(Indexing):
    """Searches one project; keeps its index open between searches.

    `searching` and `finding` work in turns, so that a window need not stand still; closing the
    generator ends the search.
    """

    def search(self, query: str, *, mode: Mode = "ranked", limit: int = 100) -> list[Hit]:
        """Hits, best first. An empty query finds nothing.

        Raises UserError (`bad_pattern`, `slow_pattern`, an unknown code or kind in a filter).
        """
        return carried_out(self.searching(query, mode=mode, limit=limit))

    def all_hits(self, query: str, mode: Mode) -> list[Span]:
        """Every hit in sources, in order of place; none in memos. For coding them all."""
        return carried_out(self.finding(query, mode))

    def opening(self) -> Pausing[None]:
        """Import the engine in a thread and open the index, in turns."""
        yield from ready()
        yield from self._index.opening()

    def searching(
        self, query: str, *, mode: Mode = "ranked", limit: int = 100
    ) -> Pausing[list[Hit]]:
        """The same as `search`, in turns."""
        if not query.strip():
            return []
        found = yield from self._found(query, mode, limit)
        texts, hits = Texts(self._project), []
        for each in found:
            hits.append(texts.hit(each))
            yield None
        return hits

    def finding(self, query: str, mode: Mode) -> Pausing[list[Span]]:
        """The same as `all_hits`, in turns."""
        found = yield from self._found(query, mode, None)
        spans: list[Span] = []
        for some in batched(found, HITS_A_TURN):
            yield None
            for hit in some:
                kind, _, key = hit.key.partition(":")
                if kind == "source":
                    spans.append(Span(SourceId(int(key)), hit.start, hit.end))
        yield None
        return sorted(spans, key=attrgetter("source", "start", "end"))

    def _found(self, query: str, mode: Mode, limit: int | None) -> Pausing[list[Found]]:
        if mode == "ranked":
            return (yield from self._ranked(parse(query), limit))
        if mode == "regex":
            return (yield from self._patterned(query, limit))
        return (yield from self._literal(query, limit))

    def _ranked(self, query: Query, limit: int | None) -> Pausing[list[Found]]:
        yield from self.opening()
        allowed = self._allowed(query.filters)
        current = self._project.search_rows.current()
        held = {} if self._index.stale() else self._index.keys()
        fresh = {key for key, version in current.items() if held.get(key) == version}
        asked = fresh if allowed is None else fresh & allowed
        yield None
        hits = yield from self._index_hits(query, asked, limit)
        if limit is None or len(hits) < limit:
            rest = [key for key in current if key not in fresh]
            wanted = rest if allowed is None else [key for key in rest if key in allowed]
            hits += yield from self._scan_hits(query, wanted)
        kept = self._filtered(hits, query.filters)
        return kept if limit is None else kept[:limit]

    def _index_hits(self, query: Query, keys: set[str], limit: int | None) -> Pausing[list[Found]]:
        within = any(f.field in ("code", "speaker", "case") for f in query.filters)
        paragraphs = yield from self._index.querying(query, None if within else limit, keys)
        yield None
        texts = Texts(self._project)
        found: list[Found] = []
        for hit in paragraphs:
            start, text = texts.paragraph(hit.key, hit.paragraph)
            spans = places(query, text, texts.language(hit.key))
            found += (Found(hit.key, start + a, start + b, hit.score) for a, b in spans)
            yield None
        return found

    def _scan_hits(self, query: Query, keys: Iterable[str]) -> Pausing[list[Found]]:
        found: list[Found] = []
        for key in keys:
            document = read_document(self._project, key, 0)
            yield None
            if document is None:
                continue
            start = scanned = 0
            for paragraph in document.text.split("\n"):
                if matches(query, paragraph, document.language):
                    spans = places(query, paragraph, document.language)
                    found += (Found(key, start + a, start + b, SCANNED_SCORE) for a, b in spans)
                start += len(paragraph) + 1
                if start - scanned > SCANNED_A_TURN:
                    scanned = start
                    yield None
        return found

    def _literal(self, needle: str, limit: int | None) -> Pausing[list[Found]]:
        found: list[Found] = []
        for key in sorted(self._project.search_rows.current(), key=_key_order):
            spans = exact(self._text(key), needle)
            found += (Found(key, start, end, SCANNED_SCORE) for start, end in spans)
            if limit is not None and len(found) >= limit:
                return found[:limit]
            yield None
        return found

    def _patterned(self, pattern: str, limit: int | None) -> Pausing[list[Found]]:
        """In a thread, which `regex` lets run beside the others and ends after its time.

        The pattern is compiled here, so that what is wrong with it is said at once.
        """
        compile_pattern(pattern)
        keys = sorted(self._project.search_rows.current(), key=_key_order)
        texts: list[str] = []
        for key in keys:
            texts.append(self._text(key))
            yield None
        working = in_background(lambda: find_all(texts, pattern))
        yield working
        found: list[Found] = []
        for key, spans in zip(keys, working.result(), strict=True):
            found += (Found(key, start, end, SCANNED_SCORE) for start, end in spans)
        return found if limit is None else found[:limit]

    def _allowed(self, filters: Sequence[Filter]) -> set[str] | None:
        """Keys of the sources that kind and source filters leave; None when there are none."""
        if not filters:
            return None
        left = set(self._project.sources.all(counted=False))
        for each in filters:
            if each.field == "kind":
                chosen = {s for s in left if s.kind == each.value.casefold()}
            elif each.field == "source":
                wanted = each.value.casefold()
                chosen = {s for s in left if wanted in s.name.casefold() or s.guid == each.value}
            else:
                continue
            left = left - chosen if each.negated else chosen
        return {f"source:{source.id}" for source in left}

    def _filtered(self, hits: list[Found], filters: Sequence[Filter]) -> list[Found]:
        """Only hits inside what code, speaker and case filters name."""
        for each in filters:
            if each.field in ("code", "speaker", "case"):
                areas = Areas(self._project, each)
                hits = [hit for hit in hits if areas.hold(hit) != each.negated]
        return hits

    def _text(self, key: str) -> str:
        document = read_document(self._project, key, 0)
        return document.text if document else ""


def ready() -> Pausing[None]:
    """Wait, in another thread, until the search engine is imported."""
    if ENGINE not in sys.modules:
        yield in_background(lambda: importlib.import_module(ENGINE))


def _key_order(key: str) -> tuple[bool, int]:
    kind, number = key.split(":")
    return kind != "source", int(number)
