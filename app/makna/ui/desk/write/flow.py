"""The chapter as a run of paragraphs for the page: made piece by piece from report blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from hashlib import sha256

from makna.domain.chapter import ChapterSettings
from makna.domain.controls import ControlTag
from makna.domain.model import CodeId, ProjectInfo
from makna.domain.pausing import Pausing
from makna.domain.report import (
    Block,
    Control,
    Heading,
    ItemList,
    Paragraph,
    Picture,
    Quote,
    Span,
    Spans,
    Style,
    Table,
    paragraphs,
)
from makna.services.chapter_plan import Plan, SectionPlan, Text
from makna.services.reports.chapter import CutOuts, chapter
from makna.services.shelf import ShelfItem
from makna.ui.desk.write.near import Near


class Kind(Enum):
    """What a paragraph of the page is; how that looks is the page's affair."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    QUOTE = "quote"
    DETAIL = "detail"
    ITEM = "item"
    PICTURE = "picture"
    NOTE = "note"
    EDGE = "edge"
    """Says how much stands beyond what is shown."""


@dataclass(frozen=True)
class Line:
    """One paragraph of the page."""

    kind: Kind
    spans: Spans = ()
    level: int = 0
    """Of headings and lists."""
    code: int = 0
    """Whose section it stands in; 0 is none."""
    passage: str = ""
    """GUID of the quotation that it is."""
    picture: bytes = b""
    mark: str = ""
    """Before the words: a bullet, a number."""


HEADING, CLOSING = "heading", "closing"
Key = tuple[CodeId, str]
"""A section, and its heading, its closing, or the GUID of a quotation in it."""
Made = tuple[tuple[object, ...], object, tuple[Line, ...]]
"""What lines were made from: first as it was found, then what of it shows; and the lines."""


class Flow:
    """Makes the lines of a stretch; what is the same as before costs nothing."""

    def __init__(self, cut: CutOuts) -> None:
        self._cut = cut
        self._made: dict[Key, Made] = {}

    def lines(
        self,
        info: ProjectInfo,
        plan: Plan,
        near: Near,
        notes: int = 0,
        above: str = "",
        below: str = "",
    ) -> Pausing[list[Line]]:
        """The stretch, footnotes below the section that they are in, numbered after `notes`.

        The title stands before the beginning of the chapter; `above` and `below` say at the ends
        of the stretch what it is a part of. One step for each part that has to be made.
        """
        found = [_edge(above)] if above else []
        if near.at_beginning:
            titles = (line for line in plan.title.split("\u2028") if line.strip())
            found += [Line(Kind.TITLE, (Span(line),)) for line in titles]
        used: dict[Key, Made] = {}
        for section in plan.sections:
            for part in _parts(near, section):
                key = part.key
                known = self._known(plan, part)
                if known is None:
                    known = self._make(info, plan, part)
                    # At once: who gives up half-way has not made it in vain.
                    self._made[key] = known
                    yield None
                used[key] = known
                found += known[2]
        self._made = used
        return [*_with_notes(found, notes), *([_edge(below)] if below else [])]

    def _known(self, plan: Plan, part: _Part) -> Made | None:
        """What was made of the same before."""
        known = self._made.get(part.key)
        if known is None:
            return None
        found_as = part.found_as(plan)
        if all(one is other for one, other in zip(known[0], found_as, strict=True)):
            return known
        # The plan was read anew: most of it says the same.
        if known[1] != (part.alone(), plan.settings, plan.language):
            return None
        self._made[part.key] = same = (found_as, known[1], known[2])
        return same

    def _make(self, info: ProjectInfo, plan: Plan, part: _Part) -> Made:
        alone = part.alone()
        settings: ChapterSettings = replace(plan.settings, contents=False)
        report = chapter(info, replace(plan, settings=settings, sections=(alone,)), self._cut)
        code, name = part.key
        blocks = report.blocks if name == HEADING else report.blocks[1:]
        lines = tuple(line for block in blocks for line in _lines(block, code))
        return part.found_as(plan), (alone, plan.settings, plan.language), lines


@dataclass(frozen=True)
class _Part:
    """A heading with its introduction, a quotation, or the closing of a section."""

    section: SectionPlan
    name: str
    item: ShelfItem | None = None

    @property
    def key(self) -> Key:
        return self.section.code.id, self.name

    def found_as(self, plan: Plan) -> tuple[object, ...]:
        return self.section, self.item, plan.settings, plan.language

    def alone(self) -> SectionPlan:
        """The section with nothing but this."""
        if self.name == HEADING:
            return replace(self.section, children=(), closing=None, passages=0, quotations=0)
        if self.item is not None:
            return _alone(self.section, shelf=(self.item,))
        return _alone(self.section, closing=self.section.closing)


def _parts(near: Near, section: SectionPlan) -> Iterator[_Part]:
    """What a stretch has of a section and of those below it, in the order of the document."""
    if not section.printed:
        return
    if near.has_heading(section.code.id):
        yield _Part(section, HEADING)
    for item in near.items(section.code.id):
        yield _Part(section, item.excerpt.passage.guid, item)
    for child in section.children:
        yield from _parts(near, child)
    if section.closing and near.has_closing(section):
        yield _Part(section, CLOSING)


def _lines(block: Block, code: int, passage: str = "") -> Iterator[Line]:
    if isinstance(block, Control):
        tag = ControlTag.parse(block.tag)
        inside = tag.passage if tag else ""
        for inner in block.blocks:
            yield from _lines(inner, code, inside)
    elif isinstance(block, Heading):
        yield Line(Kind.HEADING, (Span(block.text),), level=block.level, code=code)
    elif isinstance(block, Quote):
        yield from _quote(block, code, passage)
    elif isinstance(block, Paragraph):
        yield from _paragraph(block, code, passage)
    elif isinstance(block, ItemList):
        for item in block.items:
            mark = f"{item.number}." if item.number is not None else "•"
            yield Line(Kind.ITEM, item.spans, level=item.level, code=code, mark=mark)
    elif isinstance(block, Table):
        yield from _table(block, code)
    elif isinstance(block, Picture):
        yield Line(Kind.PICTURE, (Span(block.alt),), code=code, passage=passage, picture=block.data)


def _quote(block: Quote, code: int, passage: str) -> Iterator[Line]:
    passage = passage or _passage(block.spans)
    for spans in paragraphs(block.spans):
        yield Line(Kind.QUOTE, _bare(spans), code=code, passage=passage)


def _paragraph(block: Paragraph, code: int, passage: str) -> Iterator[Line]:
    kinds = {Style.DETAIL: Kind.DETAIL, Style.QUOTE: Kind.QUOTE}
    kind = kinds.get(block.style, Kind.BODY)
    passage = passage or _passage(block.spans)
    for spans in paragraphs(block.spans):
        yield Line(kind, _bare(spans), code=code, passage=passage)


def _table(block: Table, code: int) -> Iterator[Line]:
    """A table of a memo, in lines: the page shows how the chapter reads, Word sets its tables."""
    if block.caption:
        yield Line(Kind.DETAIL, (Span(block.caption),), code=code)
    titles = tuple(Span(column.title, bold=True) for column in block.columns)
    for cells in ([(title,) for title in titles], *block.rows):
        joined: list[Span] = []
        for rank, cell in enumerate(cells):
            joined += [Span("  |  ", dim=True)] if rank else []
            joined += cell
        yield Line(Kind.DETAIL, tuple(joined), code=code)


def _passage(spans: Spans) -> str:
    """The passage whose control the spans carry."""
    tag = next((ControlTag.parse(span.control) for span in spans if span.control), None)
    return tag.passage if tag else ""


def _bare(spans: Spans) -> Spans:
    return tuple(replace(span, control="") for span in spans)


def _alone(
    section: SectionPlan, shelf: tuple[ShelfItem, ...] = (), closing: Text | None = None
) -> SectionPlan:
    """A section with nothing but one quotation or its closing: its counts are not its lines."""
    return replace(
        section,
        introduction=None,
        closing=closing,
        shelf=shelf,
        children=(),
        passages=0,
        quotations=0,
    )


def _edge(words: str) -> Line:
    return Line(Kind.EDGE, (Span(words, dim=True),))


def _with_notes(lines: Sequence[Line], number: int) -> list[Line]:
    """Footnotes numbered through after `number`, each below the last line of its section."""
    if not any(span.note for line in lines for span in line.spans):
        return list(lines)
    found: list[Line] = []
    waiting: list[Line] = []
    for line in lines:
        if waiting and line.kind is Kind.HEADING:
            found += waiting
            waiting = []
        spans: list[Span] = []
        for span in line.spans:
            spans.append(replace(span, note=""))
            if span.note:
                number += 1
                spans.append(Span("", note=str(number)))
                waiting.append(
                    Line(Kind.NOTE, (Span(span.note),), code=line.code, mark=str(number))
                )
        found.append(replace(line, spans=tuple(spans)))
    return found + waiting


def picture_name(data: bytes) -> str:
    """By which the page knows a picture."""
    return f"picture:{sha256(data).hexdigest()[:24]}"


def common_ends(old: Sequence[Line], new: Sequence[Line]) -> tuple[int, int]:
    """How many lines are the same at the beginning, and at the end."""
    most = min(len(old), len(new))
    head = _run(zip(old, new, strict=False), most)
    tail = _run(zip(reversed(old), reversed(new), strict=False), most - head)
    return head, tail


def _run(pairs: Iterable[tuple[Line, Line]], most: int) -> int:
    count = 0
    for one, other in pairs:
        if count == most or (one is not other and one != other):
            break
        count += 1
    return count
