"""Blocks as WordprocessingML, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from makna.domain.report import (
    Block,
    Control,
    Heading,
    ItemList,
    Landscape,
    NumberedLines,
    Page,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Report,
    Span,
    Style,
    Table,
    TableOfContents,
    caption_numbers,
    flat,
    paragraphs,
)
from makna.domain.wording import phrase
from makna.formats.writers._docx_inline import Inline, bookmark_name, control
from makna.formats.writers._docx_ledger import Ledger
from makna.formats.writers._docx_lines import numbered_lines
from makna.formats.writers._docx_pictures import drawing
from makna.formats.writers._docx_sections import Sections
from makna.formats.writers._docx_table import table
from makna.formats.writers._ooxml import field, paragraph

_STYLES = {
    Style.BODY: "MaknaBody",
    Style.DETAIL: "MaknaDetail",
    Style.DEFINITION: "MaknaDefinition",
    Style.MEMO: "MaknaMemo",
    Style.QUOTE: "MaknaQuote",
    Style.VERBATIM: "MaknaVerbatim",
}
_QUOTES = {
    (False, True): "MaknaQuote",
    (False, False): "MaknaQuoteOpen",
    (True, False): "MaknaQuoteNext",
    (True, True): "MaknaQuoteEnd",
}
"""By whether something of the quotation stands above, and whether it ends here."""
_KEEP, _NO_KEEP = "<w:keepNext/>", '<w:keepNext w:val="0"/>'


class Body:
    """Writes blocks as XML; what other parts must know about them goes into the ledger."""

    def __init__(self, report: Report, ledger: Ledger, page: Page, sections: Sections) -> None:
        self._report = report
        self._ledger = ledger
        self._upright = page
        self._sections = sections
        self._turned = False
        self._on_new_page = False
        """Whether the next block begins a page; where it can, by itself: a break in a paragraph of
        its own, at the foot of a full page, would leave an empty one."""
        self._first_mark = ledger.bookmarks
        self._inline = Inline(report.language, ledger, caption_numbers(report))
        self._counted = {"report_table": 0, "report_figure": 0}
        self._listed = max(
            (block.depth for block in flat(report.blocks) if isinstance(block, TableOfContents)),
            default=0,
        )

    def elements(self) -> Iterator[str]:
        """The children of `w:body` in order, its last section included."""
        report = self._report
        if report.above_title:
            yield paragraph("Title", self._inline.plain(report.above_title))
        if report.title:
            yield paragraph("Title", self._inline.plain(report.title))
        if report.subtitle:
            yield paragraph("Subtitle", self._inline.plain(report.subtitle))
        for left, (label, value) in enumerate(report.properties, 1 - len(report.properties)):
            style = "MaknaProperty" if left else "MaknaPropertyEnd"
            yield paragraph(style, self._inline.plain(f"{label}: {value}"))
        for block in report.blocks:
            yield from self._placed(block)
        yield self._sections.last(turned=self._turned)

    def element(self, block: Block) -> str:
        """The block without a change of section: paragraphs, tables, controls."""
        if self._on_new_page and not isinstance(block, Heading | Paragraph | PageBreak):
            self._on_new_page = False
            return f'<w:p><w:r><w:br w:type="page"/></w:r></w:p>{self.element(block)}'
        match block:
            case Quote():
                return self._quote(block)
            case Paragraph():
                return self._paragraph(block)
            case Heading():
                return self._heading(block)
            case ItemList():
                return self._list(block)
            case Table():
                return self._table(block)
            case NumberedLines():
                return numbered_lines(block, self._page, self._inline.spans)
            case Picture():
                return self._picture(block)
            case TableOfContents():
                return self._contents(block)
            case PageBreak():
                self._on_new_page = True
                return ""
            case Landscape():
                return "".join(self.element(inner) for inner in block.blocks)
            case Control():
                return self._control(block)
            case _:
                assert_never(block)

    @property
    def _page(self) -> Page:
        page = self._upright
        return page.turned() if self._turned and page.width_cm < page.height_cm else page

    def _placed(self, block: Block) -> Iterator[str]:
        if isinstance(block, Control) and any(isinstance(b, Landscape) for b in block.blocks):
            # A section cannot end inside a control.
            block = Landscape((replace(block, blocks=tuple(flat(block.blocks))),))
        lies = isinstance(block, Landscape) and not self._sections.lies
        inside = block.blocks if isinstance(block, Landscape) else (block,)
        if not inside:
            return
        if lies != self._turned:
            yield self._sections.ended(turned=self._turned)
            self._turned, self._on_new_page = lies, False
        for each in inside:
            yield self.element(each)

    def _control(self, block: Control) -> str:
        content = "".join(self.element(inner) for inner in block.blocks)
        return control(
            self._ledger.control(), block.tag, block.title, content or paragraph("MaknaBody", "")
        )

    def _heading(self, block: Heading) -> str:
        runs = self._inline.plain(block.text)
        if block.level <= self._listed:
            runs = self._bookmarked(runs)
        return paragraph(f"Heading{min(max(block.level, 1), 9)}", runs, self._page_before())

    def _bookmarked(self, runs: str, name: str = "") -> str:
        mark = self._ledger.bookmark()
        return (
            f'<w:bookmarkStart w:id="{mark}" w:name="{name or f"_Toc{mark:06}"}"/>{runs}'
            f'<w:bookmarkEnd w:id="{mark}"/>'
        )

    def _paragraph(self, block: Paragraph) -> str:
        keep = _KEEP if block.keep_with_next else ""
        style = _STYLES[block.style]
        write = self._inline.spans
        return "".join(
            paragraph(style, write(spans), f"{keep}{self._page_before()}")
            for spans in paragraphs(block.spans)
        )

    def _page_before(self) -> str:
        wanted, self._on_new_page = self._on_new_page, False
        return "<w:pageBreakBefore/>" if wanted else ""

    def _quote(self, block: Quote) -> str:
        language = block.language if block.language != self._report.language else ""
        plain, pieces = self._inline.plain, []
        if block.before:
            pieces.append(paragraph("MaknaContext", plain(f"… {block.before}"), _KEEP))
        said = list(paragraphs(block.spans))
        for index, spans in enumerate(said):
            last = index == len(said) - 1
            followed = bool(block.reference or block.after)
            style = _QUOTES[bool(pieces), last and not followed]
            runs = self._inline.spans(spans, language)
            pieces.append(paragraph(style, runs, _KEEP if last and followed else ""))
        if block.after:
            keep = _KEEP if block.reference else ""
            pieces.append(paragraph("MaknaContextAfter", plain(f"{block.after} …"), keep))
        if block.reference:
            pieces.append(paragraph("MaknaReference", plain(block.reference)))
        return "".join(pieces)

    def _list(self, block: ItemList) -> str:
        style = "MaknaMemo" if block.style is Style.MEMO else "MaknaList"
        running: dict[int, tuple[int, int]] = {}
        pieces = []
        for item in block.items:
            level = min(item.level, 8)
            number_id = self._ledger.bullets
            if item.number is not None:
                expected, number_id = running.get(level, (-1, number_id))
                if item.number != expected:
                    number_id = self._ledger.numbered(level, item.number)
                running[level] = (item.number + 1, number_id)
            place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>'
            pieces.append(paragraph(style, self._inline.spans(item.spans), place))
        return "".join(pieces)

    def _table(self, block: Table) -> str:
        caption = self._caption("report_table", block.caption, block.mark)
        # Two tables without a paragraph between them become one in Word.
        note = self._inline.plain(block.note) if block.note else ""
        whole = table(block, self._page, self._inline.spans)
        return f"{caption}{whole}{paragraph('MaknaTableNote', note)}"

    def _picture(self, block: Picture) -> str:
        shown = drawing(block, self._page, self._ledger)
        if not shown:
            shown = self._inline.spans((Span(block.alt, missing=True),))
        caption = self._caption("report_figure", block.caption, block.mark, _NO_KEEP)
        return paragraph("MaknaPicture", shown, _KEEP if caption else "") + caption

    def _caption(self, label: str, caption: str, mark: str, more: str = "") -> str:
        if not caption:
            return ""
        self._counted[label] += 1
        prefix, count = self._report.number_prefix, str(self._counted[label])
        said = phrase(label, self._report.language)
        number = field(f"SEQ {said} \\* ARABIC", count)
        if prefix:
            number = self._inline.plain(prefix) + number
        if mark:
            number = self._bookmarked(number, bookmark_name(mark))
        runs = f"{self._inline.plain(f'{said} ')}{number}{self._inline.plain(f' {caption}')}"
        return paragraph("Caption", runs, more)

    def _contents(self, block: TableOfContents) -> str:
        """The field with its entries in place, linked; only the page numbers wait for Word.

        Neither `w:dirty` nor `updateFields`: both make Word ask, before the reader has seen a
        word, whether to update fields "that may refer to other files". The last line of the
        result says how to get the page numbers, and goes away with the first update.
        """
        language = self._report.language
        entries = [
            paragraph(
                f"TOC{min(max(heading.level, 1), 9)}",
                f'<w:hyperlink w:anchor="_Toc{mark:06}" w:history="1">'
                f"{self._inline.plain(heading.text)}</w:hyperlink>",
            )
            for heading, mark in self._marks()
            if heading.level <= block.depth
        ]
        if not entries:
            return ""
        opening = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
            f' TOC \\o "1-{block.depth}" \\h \\z \\u </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        entries[0] = entries[0].replace("</w:pPr>", f"</w:pPr>{opening}", 1)
        closing = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        hint = self._inline.plain(phrase("report_contents_hint", language))
        return (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
            f"{paragraph('TOCHeading', self._inline.plain(block.title))}{''.join(entries)}"
            f"{paragraph('MaknaDetail', hint + closing)}</w:sdtContent></w:sdt>"
        )

    def _marks(self) -> Iterator[tuple[Heading, int]]:
        """The listed headings, each with the number that its bookmark will get.

        Bookmarks are numbered in reading order, captions among them.
        """
        mark = self._first_mark
        for block in flat(self._report.blocks):
            if isinstance(block, Heading) and block.level <= self._listed:
                mark += 1
                yield block, mark
            elif isinstance(block, (Table, Picture)) and block.caption and block.mark:
                mark += 1
