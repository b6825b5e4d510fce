"""A document to be written: typed blocks for reading, and flat records for computing.

A report is made once and rendered by every writer in `makna.formats.writers`. Text inside a block
may hold an LF (a new paragraph of the same kind), a U+2028 (a new line) and U+FFFC (a picture).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal

from makna.domain.wording import Language

Value = str | int | bool | None | tuple[str, ...]
"""What a record can hold; several texts (codes, cases) stay apart until a writer joins them."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text with the same looks."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    link: str | None = None
    """Address that a click opens; see `safe_link`."""
    dim: bool = False
    """Steps back: the words around a quotation, a label."""


Spans = tuple[Span, ...]


class Style(StrEnum):
    """What a paragraph is for; each writer decides how that looks."""

    BODY = "body"
    DETAIL = "detail"
    """A small line about what stands above it: counts, dates, links."""
    DEFINITION = "definition"
    """What a code means, under its heading or beside a label."""
    MEMO = "memo"
    QUOTE = "quote"
    """A quotation inside a memo; quotations from sources are `Quote`."""
    VERBATIM = "verbatim"
    """Keeps its spaces and lines, in a fixed width."""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    """1–9; what is deeper is written as 9."""
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    spans: Spans
    style: Style = Style.BODY
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """An excerpt as a block, with the reference that belongs to it."""

    spans: Spans
    reference: str = ""
    before: str = ""
    """The words before it, shown dim."""
    after: str = ""
    language: str = ""
    """Two letters, when it may differ from the report's; for spelling and reading aloud."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list; `number` None is a bullet."""

    spans: Spans
    level: int = 0
    number: int | None = None


@dataclass(frozen=True, slots=True)
class ItemList:
    items: tuple[Item, ...]
    style: Style = Style.BODY


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    width: float = 1.0
    """Share of the table's width, relative to the other columns."""
    align: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[tuple[Spans, ...], ...]
    caption: str = ""
    """Without its number, which the writer counts."""
    note: str = ""
    """Explains the columns, under the table."""


@dataclass(frozen=True, slots=True)
class TableOfContents:
    title: str
    depth: int = 3


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Block = Heading | Paragraph | Quote | ItemList | Table | TableOfContents | PageBreak


@dataclass(frozen=True)
class Page:
    """Paper and type; the defaults are a thesis: A4, margins 4-3-4-3 cm, Times 12, double."""

    width_cm: float = 21.0
    height_cm: float = 29.7
    left_cm: float = 4.0
    top_cm: float = 4.0
    right_cm: float = 3.0
    bottom_cm: float = 3.0
    font: str = "Times New Roman"
    size_pt: float = 12.0
    line_spacing: float = 2.0
    """Of running text; quotations, tables and memos stay single."""

    def turned(self) -> Page:
        """The same sheet on its side: the margins turn with it, so it binds like the others."""
        return replace(
            self,
            width_cm=self.height_cm,
            height_cm=self.width_cm,
            left_cm=self.top_cm,
            top_cm=self.right_cm,
            right_cm=self.bottom_cm,
            bottom_cm=self.left_cm,
        )


THESIS = Page()


@dataclass(frozen=True)
class Records:
    """One table without looks. `keys` are stable in every language; `titles` are for reading."""

    keys: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    rows: Sequence[tuple[Value, ...]] = ()


@dataclass(frozen=True)
class Report:
    title: str
    language: Language
    blocks: Sequence[Block]
    records: Records = field(default_factory=Records)
    subtitle: str = ""
    author: str = ""
    """The coder's name, as typed by them; nothing of the computer."""
    properties: tuple[tuple[str, str], ...] = ()
    """Label and value, shown under the title."""
    items: int = 0
    """How many excerpts, codes or memos it holds."""
    created_at: str = ""
    """UTC, ISO 8601 with seconds; empty leaves the file without a date."""
    page: Page = THESIS


_SAFE = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f]+", re.IGNORECASE)


def safe_link(address: str | None) -> str | None:
    """The address if a document may carry it: the web and mail, never a script or a local path."""
    if address is None:
        return None
    trimmed = address.strip()
    return trimmed if _SAFE.fullmatch(trimmed) else None


def plain(spans: Iterable[Span]) -> str:
    """The text of the spans without looks."""
    return "".join(span.text for span in spans)


def paragraphs(spans: Spans) -> Iterator[Spans]:
    """The spans cut at every LF, which stands for the end of a paragraph."""
    if not any("\n" in span.text for span in spans):
        yield spans
        return
    current: list[Span] = []
    for span in spans:
        first, *rest = span.text.split("\n")
        current.append(replace(span, text=first))
        for text in rest:
            yield tuple(piece for piece in current if piece.text)
            current = [replace(span, text=text)]
    yield tuple(piece for piece in current if piece.text)


def headings(blocks: Iterable[Block], depth: int) -> list[Heading]:
    """The headings that a table of contents of this depth lists."""
    return [block for block in blocks if isinstance(block, Heading) and block.level <= depth]
