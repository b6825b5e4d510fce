"""What the services hand out: frozen values, never database rows.

Names follow the REFI-QDA standard where it has one. Positions are code points of the canonical
text, half-open. Times are UTC, ISO 8601 with seconds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from makna.domain.document import Run
from makna.domain.regions import Region

SourceId = NewType("SourceId", int)
SpeakerId = NewType("SpeakerId", int)
CaseId = NewType("CaseId", int)
VariableId = NewType("VariableId", int)
CodeId = NewType("CodeId", int)
PassageId = NewType("PassageId", int)
CodingId = NewType("CodingId", int)
MemoId = NewType("MemoId", int)
CoderId = NewType("CoderId", int)
StepId = NewType("StepId", int)


class SourceKind(StrEnum):
    """What a source is; documentation is spread over the kinds a thesis cites differently."""

    INTERVIEW = "interview"
    FOCUS_GROUP = "focus-group"
    OBSERVATION = "observation"
    NEWS = "news"
    WEB_PAGE = "web-page"
    SOCIAL_MEDIA = "social-media"
    REGULATION = "regulation"
    REPORT = "report"
    LITERATURE = "literature"
    PICTURE = "picture"
    AUDIO = "audio"
    VIDEO = "video"
    OTHER = "other"


class CodeOrigin(StrEnum):
    """Where a code came from: theory, the data, or the informant's own words."""

    DEDUCTIVE = "deductive"
    INDUCTIVE = "inductive"
    IN_VIVO = "in-vivo"


class VariableType(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes-no"


class MemoKind(StrEnum):
    THEORETICAL = "theoretical"
    METHODOLOGICAL = "methodological"
    REFLECTIVE = "reflective"
    SUMMARY = "summary"
    OTHER = "other"


class LinkTarget(StrEnum):
    """What a memo can be linked to."""

    PROJECT = "project"
    SOURCE = "source"
    CODE = "code"
    PASSAGE = "passage"
    CASE = "case"
    MEMO = "memo"


@dataclass(frozen=True)
class Coder:
    id: CoderId
    guid: str
    name: str


@dataclass(frozen=True)
class ProjectInfo:
    guid: str
    name: str
    description: str
    research_questions: str
    language: str
    memo: str
    coder: Coder
    sources: int
    characters: int
    codes: int
    passages: int
    codings: int
    memos: int
    cases: int
    schema: str


@dataclass(frozen=True)
class Source:
    id: SourceId
    guid: str
    name: str
    kind: SourceKind
    media_type: str
    language: str
    date: str = ""
    """ISO 8601, possibly only a year or a month."""
    place: str = ""
    author: str = ""
    publisher: str = ""
    year: str = ""
    url: str = ""
    accessed: str = ""
    pages: str = ""
    memo: str = ""
    characters: int = 0
    passages: int = 0
    codings: int = 0
    coded_characters: int = 0
    """Characters under at least one coding."""
    cases: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    """What else is known of it, name and value: the head of a transcript, columns of a table."""


@dataclass(frozen=True)
class Code:
    id: CodeId
    guid: str
    parent: CodeId | None
    position: int
    """Rank among its siblings, from 0."""
    name: str
    color: str
    """`#rrggbb`, the light-theme tone; `domain.palette.tone` gives the dark one."""
    description: str = ""
    when_to_use: str = ""
    when_not: str = ""
    example: str = ""
    origin: str = ""
    """A `CodeOrigin`, or empty."""
    citation: str = ""
    memo: str = ""
    shortcut: int | None = None
    """Number key 1–9."""
    codable: bool = True
    """False for a category, which groups codes and is not applied."""
    codings: int = 0
    sources: int = 0


@dataclass(frozen=True)
class Coding:
    id: CodingId
    guid: str
    code: CodeId
    coder: CoderId
    memo: str = ""
    created_at: str = ""


@dataclass(frozen=True)
class Passage:
    """A place in a source, with all that hangs on it."""

    id: PassageId
    guid: str
    source: SourceId
    start: int
    end: int
    codings: tuple[Coding, ...] = ()
    memo: str = ""
    star: bool = False
    translation: str = ""
    translation_language: str = ""
    translator: str = ""
    region: Region | None = None
    """A rectangle instead of a stretch of text: then `start` and `end` are both where its page
    begins in the text, 0 for a picture."""


@dataclass(frozen=True)
class Turn:
    """A run of paragraphs [start, end) of one speaker."""

    start: int
    end: int
    speaker: SpeakerId
    name: str
    time_ms: int | None = None


@dataclass(frozen=True)
class Excerpt:
    """A passage read out of its source, with what a reader of the report wants to know.

    One of a rectangle has no text, and the paragraph and lines of no text mean nothing.
    """

    passage: Passage
    source: Source
    text: str
    runs: tuple[Run, ...]
    """Looks inside the excerpt, relative to its start."""
    code_paths: tuple[tuple[str, ...], ...]
    """One a coding, in the order of `passage.codings`."""
    coders: tuple[str, ...]
    """Names, in the order of `passage.codings`."""
    before: str = ""
    """The words before it, as many as were asked for."""
    after: str = ""
    cases: tuple[str, ...] = ()
    paragraph: int = 1
    """Number of the paragraph in which it starts, from 1."""
    line_from: int = 1
    line_to: int = 1
    speaker: str = ""
    time_ms: int | None = None


@dataclass(frozen=True)
class MemoLink:
    target: LinkTarget
    guid: str
    label: str = ""
    """The name of what is linked, for reading."""


@dataclass(frozen=True)
class Memo:
    id: MemoId
    guid: str
    title: str
    kind: MemoKind
    body: str
    """Markdown."""
    created_at: str
    changed_at: str
    coder: str = ""
    links: tuple[MemoLink, ...] = ()


@dataclass(frozen=True)
class Variable:
    id: VariableId
    guid: str
    name: str
    type: VariableType


@dataclass(frozen=True)
class Case:
    id: CaseId
    guid: str
    name: str
    memo: str = ""
    values: dict[str, str] = field(default_factory=dict)
    """By variable name; only those that are set."""
    sources: tuple[str, ...] = ()
    """Names of its sources."""
