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

from makna.domain.model import SourceId
from makna.domain.pseudonyms import Replacement
from makna.domain.wording import Language, Message

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
    note: str = ""
    """A footnote that stands after it."""
    refers: str = ""
    """The `mark` of a table or picture: the text is its number, as a field that Word renews."""
    control: str = ""
    """Tag of the content control that holds it (see `Control`); neighbours of one tag share it."""
    missing: bool = False
    """Says that something is not known yet; shown so that it can't be printed by mistake."""


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
    mark: str = ""
    """Name by which `Span.refers` finds its number; letters, digits and `_`."""
    joined: tuple[int, ...] = ()
    """Columns whose cells become one where neighbouring rows say the same in all of them."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a transcript as references count it; `number` None is not counted."""

    number: int | None
    spans: Spans
    beside: str = ""
    """What stands in the right margin: the codes that begin here."""


@dataclass(frozen=True, slots=True)
class NumberedLines:
    """A text in lines of a fixed width, with their numbers."""

    lines: tuple[Line, ...]
    titles: tuple[str, str, str]
    """Of the numbers, the text and the margin; shown where there is something in the margin."""

    @property
    def has_margin(self) -> bool:
        return any(line.beside for line in self.lines)


@dataclass(frozen=True, slots=True)
class TableOfContents:
    title: str
    depth: int = 3


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a line of its own, with a numbered caption where it has one."""

    data: bytes
    """PNG or JPEG, upright."""
    width_px: int
    height_px: int
    alt: str
    """Says what is to be seen, for those who cannot see it."""
    caption: str = ""
    """Without its number, which the writer counts."""
    mark: str = ""
    """Name by which `Span.refers` finds its number."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


@dataclass(frozen=True, slots=True)
class Landscape:
    """Blocks on sheets that lie on their side, for wide tables."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Control:
    """Whole paragraphs or tables that Makna keeps up to date in the author's Word file.

    Elsewhere they are written as if they stood alone.
    """

    tag: str
    """At most 64 characters; see `makna.domain.controls`."""
    title: str
    """What Word shows on the control's handle."""
    blocks: tuple[Block, ...]


Block = (
    Heading
    | Paragraph
    | Quote
    | ItemList
    | Table
    | NumberedLines
    | Picture
    | TableOfContents
    | PageBreak
    | Landscape
    | Control
)


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
class WordTemplate:
    """A Word file whose styles, margins, headers and numbering win over ours."""

    data: bytes = field(repr=False)
    styles: tuple[tuple[str, str], ...] = ()
    """Id of a style of ours, and the id in the template that stands for it."""


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
    above_title: str = ""
    """A line in the looks of the title, such as `BAB IV`."""
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
    template: WordTemplate | None = None
    """The user's own Word file; other formats have no use for it."""
    replacements: tuple[Replacement, ...] = ()
    """Which names were replaced in it, once pseudonyms were put in."""
    number_prefix: str = ""
    """Put before the numbers of tables and pictures: `4.` makes Table 4.1."""
    remarks: tuple[Message, ...] = ()
    """What to look at before it is printed; not part of the document."""
    prints_numbers_of: tuple[SourceId, ...] = ()
    """Sources whose line or paragraph numbers it prints: kept from now on (`services.editions`)."""


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
    """The spans cut at every LF, which stands for the end of a paragraph.

    A note stays at the end of what it belongs to.
    """
    if not any("\n" in span.text for span in spans):
        yield spans
        return
    current: list[Span] = []
    for span in spans:
        *ended, last = span.text.split("\n")
        for text in ended:
            current.append(replace(span, text=text, note=""))
            yield _said(current)
            current = []
        current.append(replace(span, text=last))
    yield _said(current)


def _said(spans: list[Span]) -> Spans:
    return tuple(span for span in spans if span.text or span.note or span.refers)


_MOST_JOINED = 8
"""Rows after which a joined cell begins anew, so that every page says what its rows are about."""


def joined_rows(table: Table) -> list[tuple[Literal["", "restart", "continue"], ...]]:
    """For each cell whether it stands alone, begins a joined cell or goes on with the one above."""
    found: list[tuple[Literal["", "restart", "continue"], ...]] = []
    before: tuple[Spans, ...] | None = None
    length = 0
    for row in table.rows:
        key = tuple(row[column] for column in table.joined)
        length = length + 1 if key == before and length < _MOST_JOINED else 1
        before = key
        state: Literal["restart", "continue"] = "restart" if length == 1 else "continue"
        found.append(tuple(state if column in table.joined else "" for column in range(len(row))))
    return found


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks in reading order, those that hold others replaced by what they hold."""
    for block in blocks:
        if isinstance(block, (Landscape, Control)):
            yield from flat(block.blocks)
        else:
            yield block


def headings(blocks: Iterable[Block], depth: int) -> list[Heading]:
    """The headings that a table of contents of this depth lists."""
    return [block for block in flat(blocks) if isinstance(block, Heading) and block.level <= depth]


def caption_numbers(report: Report) -> dict[str, str]:
    """The number that each marked table and picture will have, by its mark; each kind from 1."""
    counted = {Table: 0, Picture: 0}
    found: dict[str, str] = {}
    for block in flat(report.blocks):
        if isinstance(block, (Table, Picture)) and block.caption:
            counted[type(block)] += 1
            if block.mark:
                found[block.mark] = f"{report.number_prefix}{counted[type(block)]}"
    return found
