"""Word: named styles, real headings, lists and captions, a table of contents, nothing to update.

The parts around the text come from python-docx, the text itself is streamed as strings
(see `_ooxml`). Facts: ECMA-376 part 1, sections 17 (WordprocessingML) and 22 (shared).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from makna.domain.report import (
    Block,
    Column,
    Heading,
    ItemList,
    Page,
    PageBreak,
    Paragraph,
    Quote,
    Report,
    Span,
    Spans,
    Style,
    Table,
    TableOfContents,
    headings,
    paragraphs,
    safe_link,
)
from makna.domain.wording import phrase
from makna.formats.writers._docx_package import BULLETS, numbering_xml, package, with_links
from makna.formats.writers._ooxml import Runs, field, paragraph, twips

_STYLES = {
    Style.BODY: "MaknaBody",
    Style.DETAIL: "MaknaDetail",
    Style.DEFINITION: "MaknaDefinition",
    Style.MEMO: "MaknaMemo",
    Style.QUOTE: "MaknaQuote",
    Style.VERBATIM: "MaknaVerbatim",
}
_KEEP = "<w:keepNext/>"
_CHUNK = 256
"""Blocks that are handed to the compressor together."""


def write(report: Report, path: Path) -> None:
    """Write the report as a Word document."""
    surroundings = package(report)
    body = Body(report)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in surroundings.parts.items():
            archive.writestr(name, data)
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(surroundings.head.encode())
            for chunk in _chunks(body.elements()):
                part.write(chunk.encode())
            part.write(surroundings.tail.encode())
        relations = with_links(surroundings.relations, body.links)
        archive.writestr("word/_rels/document.xml.rels", relations)
        archive.writestr("word/numbering.xml", numbering_xml(body.numbered))


def _chunks(pieces: Iterable[str]) -> Iterator[str]:
    waiting: list[str] = []
    for piece in pieces:
        waiting.append(piece)
        if len(waiting) >= _CHUNK:
            yield "".join(waiting)
            waiting.clear()
    yield "".join(waiting)


class Body:
    """Writes blocks as XML, and remembers what other parts of the file must know about them."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._runs = Runs(report.language)
        self._bookmarks = 0
        self._tables = 0
        self._listed = max(
            (block.depth for block in report.blocks if isinstance(block, TableOfContents)),
            default=0,
        )
        self.links: dict[str, str] = {}
        """Relationship id by address."""
        self.numbered: list[tuple[int, int]] = []
        """Level and first number of every numbered list."""

    def elements(self) -> Iterator[str]:
        """The children of `w:body` in order, without the closing `w:sectPr`."""
        report = self._report
        yield paragraph("Title", self._runs.plain(report.title))
        if report.subtitle:
            yield paragraph("Subtitle", self._runs.plain(report.subtitle))
        for label, value in report.properties:
            yield paragraph("MaknaProperty", self._runs.plain(f"{label}: {value}"))
        for block in report.blocks:
            yield self._element(block)

    def _element(self, block: Block) -> str:
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
            case TableOfContents():
                return self._contents(block)
            case PageBreak():
                return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
            case _:
                assert_never(block)

    def _heading(self, block: Heading) -> str:
        runs = self._runs.plain(block.text)
        if block.level <= self._listed:
            self._bookmarks += 1
            mark = self._bookmarks
            runs = (
                f'<w:bookmarkStart w:id="{mark}" w:name="_Toc{mark:06}"/>{runs}'
                f'<w:bookmarkEnd w:id="{mark}"/>'
            )
        return paragraph(f"Heading{min(max(block.level, 1), 9)}", runs)

    def _paragraph(self, block: Paragraph) -> str:
        keep = _KEEP if block.keep_with_next else ""
        style = _STYLES[block.style]
        return "".join(
            paragraph(style, self._spans(spans), keep) for spans in paragraphs(block.spans)
        )

    def _quote(self, block: Quote) -> str:
        language = block.language if block.language != self._report.language else ""
        pieces = []
        if block.before:
            pieces.append(paragraph("MaknaContext", self._runs.plain(f"… {block.before}"), _KEEP))
        said = list(paragraphs(block.spans))
        for index, spans in enumerate(said):
            last = index == len(said) - 1 and bool(block.reference or block.after)
            style = "MaknaQuoteNext" if pieces else "MaknaQuote"
            pieces.append(paragraph(style, self._spans(spans, language), _KEEP if last else ""))
        if block.after:
            keep = _KEEP if block.reference else ""
            after = self._runs.plain(f"{block.after} …")
            pieces.append(paragraph("MaknaContextAfter", after, keep))
        if block.reference:
            pieces.append(paragraph("MaknaReference", self._runs.plain(block.reference)))
        return "".join(pieces)

    def _list(self, block: ItemList) -> str:
        style = "MaknaMemo" if block.style is Style.MEMO else "MaknaList"
        running: dict[int, tuple[int, int]] = {}
        pieces = []
        for item in block.items:
            level = min(item.level, 8)
            number_id = BULLETS
            if item.number is not None:
                expected, number_id = running.get(level, (-1, BULLETS))
                if item.number != expected:
                    self.numbered.append((level, item.number))
                    number_id = BULLETS + len(self.numbered)
                running[level] = (item.number + 1, number_id)
            place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>'
            pieces.append(paragraph(style, self._spans(item.spans), place))
        return "".join(pieces)

    def _table(self, block: Table) -> str:
        widths = _widths(block.columns, self._report.page)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        titles = tuple((Span(column.title),) for column in block.columns)
        rows = [self._row("MaknaTableHeading", block.columns, titles, widths, "<w:tblHeader/>")]
        rows.extend(self._row("MaknaTableText", block.columns, row, widths) for row in block.rows)
        return (
            f"{self._caption(block.caption)}"
            '<w:tbl><w:tblPr><w:tblStyle w:val="MaknaTable"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
            ' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
            # Two tables without a paragraph between them become one in Word.
            f"{paragraph('MaknaTableNote', self._runs.plain(block.note) if block.note else '')}"
        )

    def _row(
        self,
        style: str,
        columns: tuple[Column, ...],
        row: tuple[Spans, ...],
        widths: list[int],
        more: str = "",
    ) -> str:
        cells = []
        for column, spans, width in zip(columns, row, widths, strict=True):
            align = f'<w:jc w:val="{column.align}"/>' if column.align != "left" else ""
            lines = [paragraph(style, self._spans(line), align) for line in paragraphs(spans)]
            size = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            cells.append(f"<w:tc>{size}{''.join(lines)}</w:tc>")
        return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{''.join(cells)}</w:tr>"

    def _caption(self, caption: str) -> str:
        if not caption:
            return ""
        self._tables += 1
        label = phrase("report_table", self._report.language)
        number = field(f"SEQ {label} \\* ARABIC", str(self._tables))
        runs = f"{self._runs.plain(f'{label} ')}{number}{self._runs.plain(f' {caption}')}"
        return paragraph("Caption", runs)

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
                f"{self._runs.plain(heading.text)}</w:hyperlink>",
            )
            for mark, heading in enumerate(headings(self._report.blocks, self._listed), 1)
            if heading.level <= block.depth
        ]
        if not entries:
            return ""
        opening = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
            f' TOC \\o "1-{block.depth}" \\h \\z </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        entries[0] = entries[0].replace("</w:pPr>", f"</w:pPr>{opening}", 1)
        closing = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        hint = self._runs.plain(phrase("report_contents_hint", language))
        return (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
            f"{paragraph('TOCHeading', self._runs.plain(block.title))}{''.join(entries)}"
            f"{paragraph('MaknaDetail', hint + closing)}</w:sdtContent></w:sdt>"
        )

    def _spans(self, spans: Spans, language: str = "") -> str:
        run = self._runs.run
        if len(spans) == 1 and spans[0].link is None:
            return run(spans[0], language)
        pieces = []
        for span in spans:
            address = safe_link(span.link)
            if address is None:
                bare = span if span.link is None else replace(span, link=None)
                pieces.append(run(bare, language))
            else:
                key = self.links.setdefault(address, f"rIdLink{len(self.links) + 1}")
                pieces.append(f'<w:hyperlink r:id="{key}">{run(span, language)}</w:hyperlink>')
        return "".join(pieces)


def _widths(columns: tuple[Column, ...], page: Page) -> list[int]:
    """The columns' shares of the text's width, in twips."""
    whole = twips(page.width_cm - page.left_cm - page.right_cm)
    shares = sum(column.width for column in columns)
    return [round(whole * column.width / shares) for column in columns]
