"""The chapter as a run of paragraphs for the page: made section by section from report blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from hashlib import sha256

from makna.domain.chapter import ChapterSettings
from makna.domain.controls import ControlTag, Part
from makna.domain.model import CodeId, ProjectInfo
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
from makna.services.chapter_plan import Plan, SectionPlan
from makna.services.reports.chapter import CutOuts, chapter


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


class Flow:
    """Makes the lines of a plan; a section that is the same as before costs nothing."""

    def __init__(self, cut: CutOuts) -> None:
        self._cut = cut
        self._made: dict[CodeId, tuple[object, tuple[Line, ...], tuple[Line, ...]]] = {}

    def lines(self, info: ProjectInfo, plan: Plan) -> list[Line]:
        """The whole chapter, footnotes below the section that they are in."""
        found = [
            Line(Kind.TITLE, (Span(line),)) for line in plan.title.split("\u2028") if line.strip()
        ]
        for section in plan.sections:
            if section.printed:
                found += self._section(info, plan, section)
        return _with_notes(found)

    def _section(self, info: ProjectInfo, plan: Plan, section: SectionPlan) -> Iterator[Line]:
        before, after = self._own(info, plan, section)
        yield from before
        for child in section.children:
            if child.printed:
                yield from self._section(info, plan, child)
        yield from after

    def _own(
        self, info: ProjectInfo, plan: Plan, section: SectionPlan
    ) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        """What stands in the section itself: before the sections below it, and after them."""
        alone = replace(section, children=())
        key = (alone, plan.settings, plan.language)
        known = self._made.get(section.code.id)
        if known is not None and known[0] == key:
            return known[1], known[2]
        settings: ChapterSettings = replace(plan.settings, contents=False)
        report = chapter(info, replace(plan, settings=settings, sections=(alone,)), self._cut)
        before: list[Line] = []
        after: list[Line] = []
        for block in report.blocks:
            closes = isinstance(block, Control) and _part(block) is Part.CLOSING
            (after if closes else before).extend(_lines(block, section.code.id))
        self._made[section.code.id] = (key, tuple(before), tuple(after))
        return tuple(before), tuple(after)


def _part(block: Control) -> Part | None:
    tag = ControlTag.parse(block.tag)
    return tag.part if tag else None


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


def _with_notes(lines: Sequence[Line]) -> list[Line]:
    """Footnotes numbered through, each below the last line of its section."""
    if not any(span.note for line in lines for span in line.spans):
        return list(lines)
    found: list[Line] = []
    waiting: list[Line] = []
    number = 0
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
