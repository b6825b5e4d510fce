"""Places that answer a search, and the texts they are read out of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from makna.domain.model import Memo, MemoId, SourceId
from makna.domain.query import Term
from makna.domain.text import Paragraphs, paragraph_at
from makna.search.documents import Document
from makna.search.query import Filter
from makna.services.retrieval import code_resolver
from makna.storage.project import Project

Mode = Literal["ranked", "exact", "regex"]
Unit = Literal["match", "sentence", "paragraph", "turn"]

CONTEXT_CHARACTERS = 60


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
class Found:
    """A hit before its context is read."""

    key: str
    start: int
    end: int
    score: float


def read_document(project: Project, key: str, version: int) -> Document | None:
    """A source's text or a memo as the index takes it; None when it is gone."""
    kind, number = key.split(":")
    if kind == "memo":
        memo = project.memos.get(MemoId(int(number)))
        language = project.overview.language()
        return Document(key, version, language, _memo_text(memo)) if memo else None
    source = SourceId(int(number))
    language = project.sources.language(source)
    return Document(key, version, language, project.texts.text(source))


class Texts:
    """Texts by key for the length of one search."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._documents: dict[str, Document] = {}
        self._paragraphs: dict[str, list[int]] = {}
        self._names: dict[str, tuple[str, str]] = {}

    def document(self, key: str) -> Document:
        if key not in self._documents:
            found = read_document(self._project, key, 0)
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

    def hit(self, found: Found) -> Hit:
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
            after=_cut_back(
                text[found.end : min(max(end, found.end), found.end + CONTEXT_CHARACTERS)]
            ),
            score=found.score,
        )

    def _name(self, key: str) -> tuple[str, str]:
        if key not in self._names:
            self._names[key] = self._project.search_rows.named(key)
        return self._names[key]


class Areas:
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

    def hold(self, hit: Found) -> bool:
        areas = self._by_source.get(hit.key, [])
        return any(start <= hit.start and hit.end <= end for start, end in areas)

    def _add(self, source: SourceId, start: int, end: int) -> None:
        self._by_source.setdefault(f"source:{source}", []).append((start, end))


def _memo_text(memo: Memo) -> str:
    return f"{memo.title}\n{memo.body}"


def _cut_front(before: str) -> str:
    """Context that does not begin inside a word."""
    if len(before) < CONTEXT_CHARACTERS or " " not in before:
        return before
    return before[before.index(" ") + 1 :]


def _cut_back(after: str) -> str:
    """Context that does not end inside a word."""
    if len(after) < CONTEXT_CHARACTERS or " " not in after:
        return after
    return after[: after.rindex(" ")]
