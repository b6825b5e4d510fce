"""A document as a reader delivers it and as a source keeps it: text, looks, turns.

The canonical text (`makna.domain.text.canonical`) is a run of paragraphs joined by LF. Looks lie
beside it, one `Block` a paragraph with positions relative to it, so that an edit changes only the
blocks it touches. Looks never add or remove a position.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from makna.domain.wording import Message

PICTURE = "\ufffc"
"""Stands in the text where a picture is embedded."""
SOFT_BREAK = "\u2028"
"""A line break inside a paragraph or a table cell."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch [start, end) of one paragraph, relative to its start, that looks different."""

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    underline: bool = False
    link: str | None = None
    """Address of a hyperlink; shown, and opened only after asking."""
    picture: str | None = None
    """SHA-256 (hex) of the picture that stands at this U+FFFC."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: its length without the LF, its style and its runs."""

    length: int
    style: str = "body"
    """`body`, `title`, `heading-1` … `heading-6`, `list`, `quote`, `table-row`, `footnote`."""
    level: int = 0
    """Depth of a list item, from 0."""
    marker: str = ""
    """Number or bullet of a list item, or mark of a footnote, as the original shows it."""
    runs: tuple[Run, ...] = ()


Layout = tuple[Block, ...]


@dataclass(frozen=True)
class ParsedTurn:
    """A run of paragraphs [start, end) spoken by one speaker, in positions of the text."""

    start: int
    end: int
    speaker: str
    time_ms: int | None = None


@dataclass(frozen=True)
class ParsedComment:
    """A comment of the file on [start, end) of the text."""

    start: int
    end: int
    text: str
    author: str = ""
    at: str = ""
    """ISO 8601, as the file has it."""
    resolved: bool = False


@dataclass(frozen=True)
class Post:
    """A row of a table of posts that becomes a source of its own."""

    text: str
    account: str = ""
    date: str = ""
    """ISO 8601, possibly partial."""
    written: str = ""
    """Date and time as they stand in the table."""
    time_ms: int | None = None
    """Of the day."""
    url: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    """Other columns: name and cell."""
    values: tuple[tuple[str, str], ...] = ()
    """Columns that are variables of the account: name and cell."""


@dataclass(frozen=True)
class ParsedDocument:
    """All that a reader finds in one file."""

    text: str
    layout: Layout
    turns: tuple[ParsedTurn, ...] = ()
    comments: tuple[ParsedComment, ...] = ()
    pictures: dict[str, bytes] = field(default_factory=dict)
    """Embedded pictures by the SHA-256 that runs refer to."""
    media_type: str = "text/plain"
    title: str = ""
    author: str = ""
    date: str = ""
    """Date the material is of, ISO 8601, possibly partial."""
    language: str = ""
    warnings: tuple[Message, ...] = ()
    place: str = ""
    """Where the talk took place."""
    publisher: str = ""
    year: str = ""
    url: str = ""
    accessed: str = ""
    """Day on which a web page was saved, ISO 8601."""
    pages: str = ""
    """Of a printed work: `12` or `1–24`."""
    facts: tuple[tuple[str, str], ...] = ()
    """What else the head of a transcript says: label and value, as they stand there."""
    from_table: bool = False
    """Whether its paragraphs are the rows of a table, whose accounts speak."""
    posts: tuple[Post, ...] = ()
    """Rows of a table, each to be a source of its own; the text has all of them as well."""
    accounts: tuple[Post, ...] = ()
    """Rows of a table whose columns say something about their accounts (`Post.values`)."""
    original: tuple[str, bytes] | None = None
    """Name and bytes to keep as the original where that is not the whole file."""


def plain_layout(text: str) -> Layout:
    """The layout of a text without looks: a body block for each paragraph."""
    return tuple(Block(len(paragraph)) for paragraph in text.split("\n"))


def paragraph_starts(layout: Iterable[Block]) -> list[int]:
    """Where each paragraph starts in the text."""
    starts, at = [], 0
    for block in layout:
        starts.append(at)
        at += block.length + 1
    return starts


def absolute_runs(layout: Iterable[Block]) -> Iterator[Run]:
    """The runs of all blocks in positions of the text."""
    at = 0
    for block in layout:
        for run in block.runs:
            yield replace(run, start=at + run.start, end=at + run.end)
        at += block.length + 1


def fits(text: str, layout: Layout) -> bool:
    """Whether the blocks are exactly the paragraphs of the text and no run leaves its block."""
    paragraphs = text.split("\n")
    if len(paragraphs) != len(layout):
        return False
    for paragraph, block in zip(paragraphs, layout, strict=True):
        if block.length != len(paragraph):
            return False
        if any(not 0 <= run.start < run.end <= block.length for run in block.runs):
            return False
        if any(left.end > right.start for left, right in pairwise(block.runs)):
            return False
    return True


def layout_to_json(layout: Layout) -> list[Any]:
    """Compact form for storage: defaults are left out."""
    packed: list[Any] = []
    for block in layout:
        runs = [
            [
                run.start,
                run.end,
                run.bold + 2 * run.italic + 4 * run.underline,
                *([run.link or "", run.picture or ""] if run.link or run.picture else []),
            ]
            for run in block.runs
        ]
        row: list[Any] = [block.length, block.style, block.level, block.marker, runs]
        defaults: list[Any] = [None, "body", 0, "", []]
        while len(row) > 1 and row[-1] == defaults[len(row) - 1]:
            row.pop()
        packed.append(row if len(row) > 1 else block.length)
    return packed


def layout_from_json(packed: list[Any]) -> Layout:
    """The inverse of `layout_to_json`."""
    return tuple(_block(row) for row in packed)


def _block(row: int | list[Any]) -> Block:
    if isinstance(row, int):
        return Block(row)
    defaults: list[Any] = [None, "body", 0, "", []]
    length, style, level, marker, runs = [*row, *defaults[len(row) :]]
    return Block(length, style, level, marker, tuple(_run(*run) for run in runs))


def _run(start: int, end: int, looks: int, link: str = "", picture: str = "") -> Run:
    return Run(
        start, end, bool(looks & 1), bool(looks & 2), bool(looks & 4), link or None, picture or None
    )
