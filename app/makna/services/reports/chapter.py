"""The chapter as a document: sections from codes, quotations with their references.

Everything stands in a content control that names its section and passage (`domain.controls`), so
that the author's file can be brought up to date while it is being written. In order, for each
section: its heading (`h`), introduction (`i`), quotations (`q`), closing (`c`). A short quotation
is a paragraph of its own, whose spans carry the tag, and so is a block with a footnote; all else
are whole blocks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from makna.domain.chapter import Form
from makna.domain.codetree import CodeTree, join_path
from makna.domain.controls import ControlTag, Part
from makna.domain.model import Code, Excerpt, ProjectInfo
from makna.domain.regions import CutOut
from makna.domain.report import (
    THESIS,
    Block,
    Control,
    Heading,
    Page,
    Paragraph,
    Picture,
    Quote,
    Records,
    Report,
    Span,
    Spans,
    Style,
    TableOfContents,
    WordTemplate,
    plain,
)
from makna.domain.wording import Language, phrase
from makna.services.chapter_plan import Plan, SectionPlan, Text
from makna.services.reports import markdown
from makna.services.reports.lazy_rows import LazyRows, Row
from makna.services.reports.parts import titles
from makna.services.shelf import ShelfItem

KEYS = (
    *("section", "code_guid", "source", "source_guid", "kind", "date", "passage", "start", "end"),
    *("form", "quotation", "reference", "missing", "text", "translation", "translator", "words"),
    *("paragraph", "line_from", "line_to", "speaker", "cases", "star", "state"),
)
"""Columns of the records, a row a quotation, in the order of the document."""

CutOuts = Callable[[Excerpt], CutOut | None]
"""The picture of a rectangle, as `services.pages.Cutter` makes it."""


@dataclass(frozen=True)
class ChapterLayout:
    """What the file is made with, beside the chapter's own settings."""

    created_at: str = ""
    """UTC, ISO 8601 with seconds."""
    page: Page = THESIS
    template: WordTemplate | None = None


def chapter(
    project: ProjectInfo, plan: Plan, cut: CutOuts, layout: ChapterLayout | None = None
) -> Report:
    """The report of the plan; `cut` makes pictures of rectangles."""
    layout = layout or ChapterLayout()
    printed = plan.printed()
    above, title = _heading(plan)
    return Report(
        above_title=above,
        title=title,
        language=plan.language,
        blocks=tuple(_Pages(plan, cut).blocks()),
        records=Records(KEYS, _titles(plan.language), LazyRows(lambda: _rows(plan))),
        author=project.coder.name,
        items=len(printed),
        created_at=layout.created_at,
        page=layout.page,
        template=layout.template,
        number_prefix=f"{plan.settings.number}." if plan.settings.number else "",
    )


_NAMED = re.compile(r"(?:bab|chapter)\b", re.IGNORECASE)
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def _heading(plan: Plan) -> tuple[str, str]:
    """`BAB IV` above the title in capitals, as theses have it, where the chapter has a number."""
    number = plan.settings.number.strip()
    if not re.fullmatch(r"[1-9]|[1-3][0-9]", number) or _NAMED.match(plan.title.strip()):
        return "", plan.title
    left, roman = int(number), ""
    for value, sign in _ROMAN:
        times, left = divmod(left, value)
        roman += sign * times
    return phrase("chapter_number_line", plan.language, number=roman), plan.title.upper()


class _Pages:
    """Writes a plan as blocks."""

    def __init__(self, plan: Plan, cut: CutOuts) -> None:
        self._plan = plan
        self._language = plan.language
        self._cut = cut

    def blocks(self) -> Iterator[Block]:
        sections = [section for section in self._plan.sections if section.printed]
        if not sections:
            yield Paragraph((Span(phrase("chapter_empty", self._language)),), Style.DETAIL)
        elif self._plan.settings.contents:
            depth = min(9, self._plan.settings.heading_level + 2)
            yield TableOfContents(phrase("report_contents", self._language), depth)
        for section in sections:
            yield from self._section(section)

    def _section(self, section: SectionPlan) -> Iterator[Block]:
        number = f"{section.number} " if section.number else ""
        yield self._control(
            Part.HEADING, section.code, [Heading(section.level, f"{number}{section.title}")]
        )
        if section.introduction:
            yield self._text(Part.INTRODUCTION, section, section.introduction)
        for item in section.shelf:
            if item.printed:
                yield self._quotation(section.code, item)
        for child in section.children:
            if child.printed:
                yield from self._section(child)
        if section.closing:
            yield self._text(Part.CLOSING, section, section.closing)

    def _text(self, part: Part, section: SectionPlan, text: Text) -> Control:
        return self._control(part, section.code, markdown.blocks(text.body, below=section.level))

    def _control(self, part: Part, code: Code, blocks: Sequence[Block]) -> Control:
        name = phrase(f"chapter_{part.name.casefold()}_control", self._language, code=code.name)
        return Control(ControlTag(part, code.guid).text(), name, tuple(blocks))

    def _quotation(self, code: Code, item: ShelfItem) -> Block:
        excerpt = item.excerpt
        tag = ControlTag(Part.QUOTATION, code.guid, excerpt.passage.guid).text()
        name = phrase("chapter_quotation_control", self._language, source=excerpt.source.name)
        if excerpt.passage.region is not None:
            return Control(tag, name, tuple(self._picture(item)))
        cited = _cited(item.quotation, item)
        if item.form is Form.INLINE:
            spans = (*cited, Span(" "), *item.translation) if item.translation else cited
            return Paragraph(tuple(replace(span, control=tag) for span in spans))
        if item.note and not item.translation and "\n" not in plain(cited):
            # LibreOffice moves a footnote to the front of a control around a whole paragraph.
            return Quote(
                tuple(replace(span, control=tag) for span in cited), language=item.language
            )
        blocks: list[Block] = [Quote(cited, language=item.language)]
        if item.translation:
            spoken = excerpt.passage.translation_language
            blocks.append(Quote(item.translation, language=spoken))
        return Control(tag, name, tuple(blocks))

    def _picture(self, item: ShelfItem) -> Iterator[Block]:
        """The part of the page, or a word for it where its original is gone; then its reference."""
        excerpt = item.excerpt
        region = excerpt.passage.region
        assert region is not None
        several = excerpt.source.media_type == "application/pdf"
        key = "chapter_picture" if several else "chapter_whole_picture"
        alt = phrase(key, self._language, source=excerpt.source.name, page=region.page)
        found = self._cut(excerpt)
        if found is None:
            words = phrase("report_picture", self._language)
            yield Paragraph(_cited((Span(words, missing=True),), item), Style.QUOTE)
            return
        yield Picture(found.data, found.width_px, found.height_px, excerpt.passage.memo or alt)
        yield Paragraph(_cited((), item), Style.DETAIL)
        if item.translation:
            yield Paragraph(item.translation, Style.DETAIL)


def _cited(said: Spans, item: ShelfItem) -> Spans:
    """The words with their reference after them, or as a footnote on the last of them."""
    if not item.note:
        return (*said, Span(" "), *item.reference) if said else item.reference
    note = plain(item.reference)
    if not said:
        return (Span(item.excerpt.source.name, note=note),)
    return (*said[:-1], replace(said[-1], note=note))


def _rows(plan: Plan) -> list[Row]:
    tree = CodeTree([section.code for section in plan.walk()])
    return [_row(tree, section, item) for section, item in plan.printed()]


def _row(tree: CodeTree, section: SectionPlan, item: ShelfItem) -> Row:
    excerpt = item.excerpt
    passage, source = excerpt.passage, excerpt.source
    lines = (None, None) if passage.region else (excerpt.line_from, excerpt.line_to)
    return (
        *(join_path(tree.names(section.code.id)), section.code.guid, source.name, source.guid),
        *(source.kind.value, source.date, passage.guid),
        *((None, None) if passage.region else (passage.start, passage.end)),
        *(item.form.value, plain(item.quotation), plain(item.reference), item.missing),
        *(excerpt.text, passage.translation, passage.translator, item.words),
        *(None if passage.region else excerpt.paragraph, *lines, excerpt.speaker),
        *(excerpt.cases, passage.star, item.state.value),
    )


def _titles(language: Language) -> tuple[str, ...]:
    return titles(KEYS, language)
