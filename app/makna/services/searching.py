"""Search over texts and memos, and coding what it finds.

What the index holds in its present version is asked of the index; what it does not hold yet is
scanned. So a result is never missing, and never stale.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from makna.domain.changes import Outcome
from makna.domain.model import CodeId, Memo, MemoId, SourceId
from makna.domain.query import Term
from makna.domain.text import Paragraphs, paragraph_at, sentence_at, trimmed
from makna.domain.wording import Message
from makna.search.documents import Document, Segment
from makna.search.patterns import find_all
from makna.search.query import Filter, Query, parse
from makna.search.scan import exact, matches, places
from makna.services.codebook import add_code
from makna.services.coding import Span, code_spans
from makna.services.retrieval import code_resolver
from makna.storage.project import Project

if TYPE_CHECKING:
    from makna.search.index import MergeJob, SearchIndex

Mode = Literal["ranked", "exact", "regex"]
Unit = Literal["match", "sentence", "paragraph", "turn"]

CONTEXT_CHARACTERS = 60
SCANNED_SCORE = 0.0
"""Texts that are not indexed yet come last: their words have no known frequency."""
BATCH_CHARACTERS = 1_000_000
"""Text that goes into one segment at most: about a second of building."""


@dataclass(frozen=True)
class Hit:
    """A place that answers a search."""

    type: Literal["source", "memo"]
    key: int
    """Id of the source or memo."""
    guid: str
    name: str
    start: int
    end: int
    text: str
    before: str
    after: str
    score: float


@dataclass(frozen=True)
class _Found:
    """A hit before its context is read."""

    key: str
    start: int
    end: int
    score: float


class Searcher:
    """Searches one project; keeps its index open between searches."""

    def __init__(self, project: Project) -> None:
        self._project = project

    @cached_property
    def _index(self) -> SearchIndex:
        # Whoosh takes a sixth of a second to import: the first search may wait, the start not.
        from makna.search.index import SearchIndex

        return SearchIndex(self._project.search_rows)

    def search(self, query: str, *, mode: Mode = "ranked", limit: int = 100) -> list[Hit]:
        """Hits, best first. An empty query finds nothing.

        Raises UserError (`bad_pattern`, `slow_pattern`, an unknown code or kind in a filter).
        """
        if not query.strip():
            return []
        if mode == "ranked":
            return self._with_context(self._ranked(parse(query), limit))
        return self._with_context(self._scanned(query, mode, limit))

    def all_hits(self, query: str, mode: Mode) -> list[Span]:
        """Every hit in sources, in order of place; none in memos. For coding them all."""
        found = (
            self._ranked(parse(query), None)
            if mode == "ranked"
            else self._scanned(query, mode, None)
        )
        spans = [
            Span(SourceId(int(hit.key.split(":")[1])), hit.start, hit.end)
            for hit in found
            if hit.key.startswith("source:")
        ]
        return sorted(spans, key=lambda span: (span.source, span.start, span.end))

    def pending(self) -> list[str]:
        """Keys of the texts that the index does not hold as they are now."""
        held = {} if self._index.stale() else self._index.keys()
        current = self._project.search_rows.current()
        return [key for key, version in current.items() if held.get(key) != version]

    def batch(self, keys: Sequence[str]) -> list[Document]:
        """The first of the pending texts, as many as make a segment."""
        documents: list[Document] = []
        size = 0
        current = self._project.search_rows.current()
        for key in keys:
            document = self._document(key, current.get(key, 0))
            if document is not None:
                documents.append(document)
                size += len(document.text)
            if size >= BATCH_CHARACTERS:
                break
        return documents

    def publish(self, segment: Segment) -> None:
        """Put a finished segment into the project, and take out what is no longer there."""
        with self._project.writing():
            self._index.add(segment)
            gone = set(self._index.keys()) - set(self._project.search_rows.current())
            if gone:
                self._index.remove(gone)

    def merge_due(self) -> MergeJob | None:
        """Work for `run_merge` that makes the index smaller and faster; None when there is none."""
        return self._index.merge_due()

    def publish_merged(self, job: MergeJob, merged: Segment) -> bool:
        """Put merged segments into the project; False when they no longer fit."""
        with self._project.writing():
            return self._index.add_merged(job, merged)

    def take_out_gone(self) -> int:
        """Take what was removed from the project out of the index; returns how many texts."""
        gone = set(self._index.keys()) - set(self._project.search_rows.current())
        if gone:
            with self._project.writing():
                self._index.remove(gone)
        return len(gone)

    def bring_up_to_date(self, executor: Executor | None = None) -> int:
        """Index all that is pending; returns how many texts were indexed."""
        from makna.search.engine import build_segment

        count = 0
        while keys := self.pending():
            documents = self.batch(keys)
            if not documents:
                break
            segment = (
                executor.submit(build_segment, documents).result()
                if executor is not None
                else build_segment(documents)
            )
            self.publish(segment)
            count += len(documents)
        return count

    def rebuild(self) -> int:
        """Throw the index away and make it anew."""
        with self._project.writing():
            self._index.clear()
        return self.bring_up_to_date()

    def _ranked(self, query: Query, limit: int | None) -> list[_Found]:
        allowed = self._allowed(query.filters)
        current = self._project.search_rows.current()
        held = {} if self._index.stale() else self._index.keys()
        fresh = {key for key, version in current.items() if held.get(key) == version}
        asked = fresh if allowed is None else fresh & allowed
        hits = self._index_hits(query, asked, limit)
        if limit is None or len(hits) < limit:
            rest = [key for key in current if key not in fresh]
            wanted = rest if allowed is None else [key for key in rest if key in allowed]
            hits += self._scan_hits(query, wanted)
        kept = self._filtered(hits, query.filters)
        return kept if limit is None else kept[:limit]

    def _index_hits(self, query: Query, keys: set[str], limit: int | None) -> list[_Found]:
        within = any(f.field in ("code", "speaker", "case") for f in query.filters)
        paragraphs = self._index.query(query, None if within else limit, keys)
        texts = _Texts(self)
        found: list[_Found] = []
        for hit in paragraphs:
            start, text = texts.paragraph(hit.key, hit.paragraph)
            spans = places(query, text, texts.language(hit.key))
            found += (_Found(hit.key, start + a, start + b, hit.score) for a, b in spans)
        return found

    def _scan_hits(self, query: Query, keys: Iterable[str]) -> list[_Found]:
        found: list[_Found] = []
        for key in keys:
            document = self._document(key, 0)
            if document is None:
                continue
            start = 0
            for paragraph in document.text.split("\n"):
                if matches(query, paragraph, document.language):
                    spans = places(query, paragraph, document.language)
                    found += (_Found(key, start + a, start + b, SCANNED_SCORE) for a, b in spans)
                start += len(paragraph) + 1
        return found

    def _scanned(self, query: str, mode: Mode, limit: int | None) -> list[_Found]:
        keys = sorted(self._project.search_rows.current(), key=_key_order)
        found: list[_Found] = []
        if mode == "regex":
            texts = [(key, self._text(key)) for key in keys]
            for (key, _), spans in zip(
                texts, find_all([text for _, text in texts], query), strict=True
            ):
                found += (_Found(key, start, end, SCANNED_SCORE) for start, end in spans)
        else:
            for key in keys:
                spans = exact(self._text(key), query)
                found += (_Found(key, start, end, SCANNED_SCORE) for start, end in spans)
                if limit is not None and len(found) >= limit:
                    break
        return found if limit is None else found[:limit]

    def _allowed(self, filters: Sequence[Filter]) -> set[str] | None:
        """Keys of the sources that kind and source filters leave; None when there are none."""
        if not filters:
            return None
        left = set(self._project.sources.all())
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

    def _filtered(self, hits: list[_Found], filters: Sequence[Filter]) -> list[_Found]:
        """Only hits inside what code, speaker and case filters name."""
        for each in filters:
            if each.field in ("code", "speaker", "case"):
                areas = _Areas(self._project, each)
                hits = [hit for hit in hits if areas.hold(hit) != each.negated]
        return hits

    def _with_context(self, found: list[_Found]) -> list[Hit]:
        texts = _Texts(self)
        return [texts.hit(hit) for hit in found]

    def _document(self, key: str, version: int) -> Document | None:
        kind, number = key.split(":")
        project = self._project
        if kind == "memo":
            memo = project.memos.get(MemoId(int(number)))
            language = project.overview.language()
            return Document(key, version, language, _memo_text(memo)) if memo else None
        source = SourceId(int(number))
        language = project.sources.language(source)
        return Document(key, version, language, project.texts.text(source))

    def _text(self, key: str) -> str:
        document = self._document(key, 0)
        return document.text if document else ""


class _Texts:
    """Texts by key for the length of one search."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self._documents: dict[str, Document] = {}
        self._paragraphs: dict[str, list[int]] = {}
        self._names: dict[str, tuple[str, str]] = {}

    def document(self, key: str) -> Document:
        if key not in self._documents:
            found = self._searcher._document(key, 0)
            self._documents[key] = found or Document(key, 0, "", "")
        return self._documents[key]

    def language(self, key: str) -> str:
        return self.document(key).language

    def paragraph(self, key: str, number: int) -> tuple[int, str]:
        """Where the paragraph starts, and its text."""
        text = self.document(key).text
        if key not in self._paragraphs:
            self._paragraphs[key] = Paragraphs(text).starts
        starts = self._paragraphs[key]
        if number >= len(starts):
            return 0, ""
        start, end = paragraph_at(text, starts[number])
        return start, text[start:end]

    def hit(self, found: _Found) -> Hit:
        text = self.document(found.key).text
        kind, number = found.key.split(":")
        guid, name = self._name(found.key)
        start, end = paragraph_at(text, found.start)
        return Hit(
            type="memo" if kind == "memo" else "source",
            key=int(number),
            guid=guid,
            name=name,
            start=found.start,
            end=found.end,
            text=text[found.start : found.end],
            before=_cut_front(text[max(start, found.start - CONTEXT_CHARACTERS) : found.start]),
            after=text[found.end : min(max(end, found.end), found.end + CONTEXT_CHARACTERS)],
            score=found.score,
        )

    def _name(self, key: str) -> tuple[str, str]:
        if key not in self._names:
            self._names[key] = self._searcher._project.search_rows.named(key)
        return self._names[key]


class _Areas:
    """The stretches of each source that a filter names."""

    def __init__(self, project: Project, filter_: Filter) -> None:
        tree = project.codes.tree(counted=False)
        resolver = code_resolver(tree, include_subcodes=True)
        self._by_source: dict[str, list[tuple[int, int]]] = {}
        if filter_.field == "code":
            term = Term("code", filter_.value)
            found = project.retrieval.passages(term, resolver)
            for passage in project.passages.by_ids(passage for passage, _ in found):
                self._add(passage.source, passage.start, passage.end)
        else:
            for row in project.sources.spoken(filter_.field, filter_.value):
                self._add(SourceId(row[0]), row[1], row[2])

    def hold(self, hit: _Found) -> bool:
        areas = self._by_source.get(hit.key, [])
        return any(start <= hit.start and hit.end <= end for start, end in areas)

    def _add(self, source: SourceId, start: int, end: int) -> None:
        self._by_source.setdefault(f"source:{source}", []).append((start, end))


def widen(project: Project, spans: Sequence[Span], unit: Unit) -> list[Span]:
    """The spans grown to the unit around each, every place once, in order."""
    grown: dict[tuple[SourceId, int, int], Span] = {}
    for source in dict.fromkeys(span.source for span in spans):
        text = project.texts.text(source)
        turns = project.sources.turns(source) if unit == "turn" else []
        for span in spans:
            if span.source != source:
                continue
            start, end = _unit(text, span, unit, [(turn.start, turn.end) for turn in turns])
            grown.setdefault((source, start, end), Span(source, start, end))
    return list(grown.values())


def _unit(text: str, span: Span, unit: Unit, turns: list[tuple[int, int]]) -> tuple[int, int]:
    if unit == "sentence":
        first, last = sentence_at(text, span.start), sentence_at(text, span.end - 1)
        return min(first[0], span.start), max(last[1], span.end)
    if unit == "paragraph":
        return trimmed(text, *paragraph_at(text, span.start))
    if unit == "turn":
        index = bisect_right(turns, span.start, key=lambda turn: turn[0]) - 1
        if index >= 0 and span.start < turns[index][1]:
            return turns[index]
        return trimmed(text, *paragraph_at(text, span.start))
    return span.start, span.end


def code_hits(project: Project, spans: Sequence[Span], code: CodeId, query: str) -> Outcome[int]:
    """Code all these places, as one step; returns how many codings are new."""
    named = project.codes.get(code)
    label = Message.of("step.autocode", code=named.name if named else "?", query=query)
    return code_spans(project, spans, code, label)


def code_hits_anew(project: Project, spans: Sequence[Span], name: str, query: str) -> Outcome[int]:
    """Make a code and code all these places with it, as one step. Raises as `add_code` does."""
    label = Message.of("step.autocode", code=name, query=query)
    with project.transact(label) as step:
        code = add_code(project, name).value
        made = code_hits(project, spans, code, query).value
    return Outcome(made, step.changes)


def _memo_text(memo: Memo) -> str:
    return f"{memo.title}\n{memo.body}"


def _key_order(key: str) -> tuple[bool, int]:
    kind, number = key.split(":")
    return kind != "source", int(number)


def _cut_front(before: str) -> str:
    """Context that does not begin inside a word."""
    if len(before) < CONTEXT_CHARACTERS or " " not in before:
        return before
    return before[before.index(" ") + 1 :]
