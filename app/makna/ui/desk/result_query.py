"""What the results pane lists, and how its rows are read when somebody looks at them. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, Protocol

from makna.domain.changes import ChangeSet
from makna.domain.codetree import CodeTree
from makna.domain.markdown_marks import without_marks
from makna.domain.model import CodeId, CodingId, Excerpt, Passage, PassageId, SourceId, SpeakerId
from makna.domain.pausing import Pausing
from makna.domain.query import parse
from makna.domain.text import Paragraphs
from makna.domain.wording import Language
from makna.services.pages import label
from makna.services.retrieval import ExcerptReader, code_resolver
from makna.services.searching import Hit
from makna.services.sources import natural
from makna.storage.project import Project
from makna.storage.rows import batched

Grouping = Literal["rank", "source", "code", "case"]
Tag = tuple[str, int | str]
FEW = 3_000
"""Passages that are worth reading again one by one; more are read all anew."""
_SOURCES_KEPT = 60
"""Sources that stay open for reading excerpts."""
_PLACED_A_TURN = 1_000
"""Passages whose places are read in a few milliseconds."""
_SOURCES_A_TURN = 50
"""Sources whose passages are read in a few milliseconds."""


@dataclass(frozen=True)
class Section:
    """Rows under one heading; without a title they have none."""

    title: str
    keys: Sequence[int]
    color: str = ""
    code: CodeId | None = None
    """The code that all its passages carry."""
    source: SourceId | None = None
    """The source that all its passages are in."""

    @property
    def tag(self) -> Tag:
        """What it is known by, whatever it is called."""
        if self.code is not None:
            return "code", self.code
        return ("source", self.source) if self.source is not None else ("title", self.title)


@dataclass(frozen=True)
class ResultRow:
    """A row read out: a hit or a passage."""

    key: int
    source: SourceId | None
    memo: int | None
    """Id of the memo that the hit is in."""
    start: int
    end: int
    name: str
    paragraph: int
    before: str
    text: str
    after: str
    codes: tuple[tuple[str, str], ...] = ()
    """Name and light-theme colour of each code."""
    speaker: str = ""
    star: bool = False
    has_memo: bool = False
    rectangle: Passage | None = None
    """The passage when it is a rectangle: `text` stands for what only a picture shows."""


class RowReader(Protocol):
    """Reads rows by their keys; those that are gone are left out."""

    def read(self, keys: Sequence[int]) -> dict[int, ResultRow]: ...


class HitReader:
    """Rows of search hits, whose keys are their ranks."""

    def __init__(self, project: Project, hits: Sequence[Hit]) -> None:
        self._project = project
        self._hits = hits
        self._paragraphs: dict[int, Paragraphs] = {}

    def read(self, keys: Sequence[int]) -> dict[int, ResultRow]:
        return {key: self._row(key) for key in keys if key < len(self._hits)}

    def _row(self, key: int) -> ResultRow:
        hit = self._hits[key]
        in_source = hit.type == "source"
        shown = (hit.before, hit.text, hit.after)
        before, text, after = shown if in_source else map(without_marks, shown)
        return ResultRow(
            key,
            SourceId(hit.key) if in_source else None,
            None if in_source else hit.key,
            hit.start,
            hit.end,
            hit.name,
            self._paragraph(hit) if in_source else 0,
            before,
            text,
            after,
        )

    def _paragraph(self, hit: Hit) -> int:
        if hit.key not in self._paragraphs:
            text = self._project.texts.text(SourceId(hit.key))
            self._paragraphs[hit.key] = Paragraphs(text)
        return self._paragraphs[hit.key].number(hit.start)


class PassageReader:
    """Rows of passages, whose keys are their ids."""

    def __init__(self, project: Project, words_around: int = 0, language: Language = "id") -> None:
        self._project = project
        self._language = language
        self._words = words_around
        self._opened: set[SourceId] = set()

    @cached_property
    def _reader(self) -> ExcerptReader:
        """Made when a row is looked at: at every step there is a new one, and often nobody does."""
        return ExcerptReader(self._project, words_only=True)

    @cached_property
    def _colors(self) -> dict[CodeId, str]:
        tree = self._project.codes.tree(counted=False)
        return {code.id: code.color for code in tree.ordered}

    def read(self, keys: Sequence[int]) -> dict[int, ResultRow]:
        passages = self._project.passages.by_ids(PassageId(key) for key in keys)
        if len(self._opened) > _SOURCES_KEPT:
            # The texts of many sources are more than a list should hold in memory.
            self._reader, self._opened = ExcerptReader(self._project, words_only=True), set()
        self._opened |= {passage.source for passage in passages}
        excerpts = self._reader.read_all(passages, self._words)
        return {int(excerpt.passage.id): self._made(excerpt) for excerpt in excerpts}

    def _made(self, excerpt: Excerpt) -> ResultRow:
        passage = excerpt.passage
        codes = {
            coding.code: (path[-1], self._colors.get(coding.code, ""))
            for coding, path in zip(passage.codings, excerpt.code_paths, strict=True)
        }
        return ResultRow(
            int(passage.id),
            passage.source,
            None,
            passage.start,
            passage.end,
            excerpt.source.name,
            excerpt.paragraph if passage.region is None else 0,
            excerpt.before,
            excerpt.text or label(passage, excerpt.source.media_type, self._language),
            excerpt.after,
            tuple(codes.values()),
            excerpt.speaker,
            passage.star,
            bool(passage.memo or any(coding.memo for coding in passage.codings)),
            passage if passage.region is not None else None,
        )


@dataclass(frozen=True)
class Wanted:
    """Which passages: those of any of the codes, or those that an expression chooses."""

    codes: tuple[CodeId, ...] = ()
    where: str = ""
    memos: bool = False
    """Those with a memo."""


@dataclass(frozen=True)
class Retrieved:
    """Passages with their sources, by source name and place."""

    pairs: Sequence[tuple[PassageId, SourceId]] = ()
    names: dict[SourceId, str] = field(default_factory=dict)
    of_code: dict[CodeId, set[PassageId]] = field(default_factory=dict)
    """For each code that was asked for."""


def chosen_passages(project: Project, wanted: Wanted) -> Pausing[Retrieved]:
    """The passages that are wanted. Raises UserError as `retrieve`.

    The codings of codes are read as they lie: of 100,000 that takes half a second, where an
    expression of many codes takes minutes. All there are come in turns, a few sources in each.
    """
    tree = project.codes.tree(counted=False)
    of_code = project.retrieval.of_codes(asked_codes(tree, wanted.codes))
    if wanted.memos:
        by_source = yield from _placed(project, project.retrieval.with_memo())
    elif not wanted.codes and not wanted.where.strip():
        return (yield from _all_passages(project))
    elif wanted.codes:
        by_source = yield from _placed(project, set().union(*of_code.values()))
    else:
        resolve = code_resolver(tree, include_subcodes=True)
        by_source = {}
        for passage, source in project.retrieval.passages(parse(wanted.where), resolve):
            by_source.setdefault(source, []).append(passage)
    yield None
    names = project.sources.names_by_id(by_source)
    # A source may have gone since its passages were read, in a turn before.
    ordered = sorted(names, key=lambda source: (natural(names[source]), source))
    pairs = [(passage, source) for source in ordered for passage in by_source[source]]
    return Retrieved(pairs, names, of_code)


def _placed(
    project: Project, passages: Collection[PassageId]
) -> Pausing[dict[SourceId, list[PassageId]]]:
    """The passages by their sources, in order of place."""
    rows: dict[int, list[tuple[int, ...]]] = {}
    for some in batched(passages, _PLACED_A_TURN):
        for row in project.retrieval.places(some):
            rows.setdefault(row[0], []).append(row)
        yield None
    return {SourceId(key): [PassageId(row[-1]) for row in sorted(rows[key])] for key in rows}


def _all_passages(project: Project) -> Pausing[Retrieved]:
    pairs: list[tuple[PassageId, SourceId]] = []
    names, used = project.sources.names_by_id(), set[SourceId]()
    ordered = sorted(names, key=lambda source: (natural(names[source]), source))
    for some in batched(ordered, _SOURCES_A_TURN):
        by_source = project.retrieval.of_sources(some)
        used |= by_source.keys()
        pairs += ((key, source) for source in some for key in by_source.get(source, ()))
        if len(ordered) > _SOURCES_A_TURN:
            yield None
    return Retrieved(pairs, {source: names[source] for source in ordered if source in used})


def asked_codes(tree: CodeTree, codes: Iterable[CodeId]) -> tuple[CodeId, ...]:
    """The codes that are still there; for a category, which codes nothing, those below it."""
    found: dict[CodeId, None] = {}
    for code in codes:
        if code in tree:
            below = () if tree[code].codable else (child.id for child in tree.descendants(code))
            found.update(dict.fromkeys((code, *below)))
    return tuple(found)


def hit_sections(hits: Sequence[Hit], grouping: Grouping) -> list[Section]:
    """Hits by rank, or by source and memo in order of their best hit."""
    if grouping == "rank":
        return [Section("", range(len(hits)))]
    groups: dict[tuple[str, int], list[int]] = {}
    for rank, hit in enumerate(hits):
        groups.setdefault((hit.type, hit.key), []).append(rank)
    return [
        Section(
            hits[ranks[0]].name,
            sorted(ranks, key=lambda rank: hits[rank].start),
            source=SourceId(key) if kind == "source" else None,
        )
        for (kind, key), ranks in groups.items()
    ]


def passage_sections(
    project: Project, found: Retrieved, grouping: Grouping, nothing: str
) -> Pausing[list[Section]]:
    """The passages under headings; `nothing` is the heading of those without a code or case."""
    if grouping == "code":
        return (yield from _by_code(project, found, nothing))
    if grouping == "case":
        return (yield from _by_case(project, found.pairs, nothing))
    groups: dict[SourceId, list[int]] = {}
    for some in batched(found.pairs, FEW):
        for passage, source in some:
            groups.setdefault(source, []).append(passage)
        if len(found.pairs) > FEW:
            yield None
    return [Section(found.names[key], keys, source=key) for key, keys in groups.items()]


def _by_code(project: Project, found: Retrieved, nothing: str) -> Pausing[list[Section]]:
    tree = project.codes.tree(counted=False)
    many = len(found.pairs) > FEW
    rank: dict[int, int] = {passage: at for at, (passage, _) in enumerate(found.pairs)}
    if many:
        yield None
    sections, left = [], set(rank)
    for code in tree.ordered:
        if many:
            yield None
        if not found.of_code:
            coded = project.retrieval.of_codes([code.id])[code.id]
        else:
            coded = found.of_code.get(code.id, set())
        keys = sorted(rank.keys() & coded, key=rank.__getitem__)
        left.difference_update(keys)
        if keys:
            sections.append(Section(_title(tree, code.id), keys, code.color, code.id))
    if left:
        sections.append(Section(nothing, sorted(left, key=rank.__getitem__)))
    return sections


def _title(tree: CodeTree, code: CodeId) -> str:
    return " › ".join(tree.names(code))


def _by_case(
    project: Project, pairs: Sequence[tuple[PassageId, SourceId]], nothing: str
) -> Pausing[list[Section]]:
    """A passage is of the cases of its source, and of the case whose words it is."""
    sources = {source.id: source.cases for source in project.sources.all(counted=False)}
    names = project.cases.names()
    spoken: dict[PassageId, str] = {}
    by_source: dict[SourceId, list[PassageId]] = {}
    for passage, source in pairs:
        by_source.setdefault(source, []).append(passage)
    everywhere = project.sources.speakers_with_cases()
    for source, passages in by_source.items():
        if speakers := everywhere.get(source):
            cases = {speaker: names[case] for speaker, case in speakers.items()}
            spoken.update(_spoken(project, source, passages, cases))
            if len(pairs) > FEW:
                yield None
    groups: dict[str, list[int]] = {}
    for at, (passage, source) in enumerate(pairs, start=1):
        if at % FEW == 0:
            yield None
        said_by = spoken.get(passage)
        # A source may have gone since its passages were read, in a turn before.
        about = sources.get(source, ())
        for name in dict.fromkeys([*([said_by] if said_by else ()), *about]):
            groups.setdefault(name, []).append(passage)
        if not said_by and not about:
            groups.setdefault("", []).append(passage)
    ordered = sorted((name for name in groups if name), key=natural)
    found = [Section(name, groups[name]) for name in ordered]
    return found + ([Section(nothing, groups[""])] if "" in groups else [])


def _spoken(
    project: Project, source: SourceId, passages: Iterable[PassageId], cases: dict[SpeakerId, str]
) -> dict[PassageId, str]:
    """The case whose speaker says each passage, for those that have one."""
    turns = project.sources.turns(source)
    found: dict[PassageId, str] = {}
    for passage in project.passages.by_ids(passages):
        if passage.region is not None:  # nobody says a rectangle
            continue
        turn = next((t for t in turns if t.start <= passage.start < t.end), None)
        if turn is not None and turn.speaker in cases:
            found[passage.id] = cases[turn.speaker]
    return found


def concerned(changes: ChangeSet, query: str, wanted: Wanted | None) -> bool:
    """Whether what changed can change what is listed, or how its rows read."""
    if wanted is not None:
        tables = ("passage", "coding", "code", "source", "speaker")
        of_cases = ("cases", "case_source", "value", "variable")
        return bool(changes.texts) or changes.touches(*tables, *of_cases)
    if not query:
        return False
    filtered = ":" in query and changes.touches("passage", "coding", "code", "speaker")
    return filtered or bool(changes.texts) or changes.touches("source", "memo")


def codings_meant(
    project: Project, passages: Iterable[tuple[PassageId, CodeId | None]], asked: Sequence[CodeId]
) -> list[CodingId]:
    """The codings that a row stands for, to recode them or take them off.

    Under a code's heading those of that code; otherwise those of the codes asked for; without any,
    all of them. The current coder's where there are some, never several other coders' at once.
    """
    codes_by_passage: dict[PassageId, set[CodeId]] = {}
    for passage, code in passages:
        wanted = codes_by_passage.setdefault(passage, set())
        wanted |= {code} if code is not None else set(asked)
    me = project.coder
    found: list[CodingId] = []
    for passage, codings in project.passages.who_coded(codes_by_passage).items():
        wanted = codes_by_passage[passage]
        fitting = [c for c in codings if not wanted or c.code in wanted]
        mine = [c for c in fitting if c.coder == me]
        theirs = fitting if len({c.coder for c in fitting}) == 1 else []
        found += (coding.coding for coding in mine or theirs)
    return found
