"""Numbered lines of a transcript: as paragraphs, or as a table when codes stand beside them."""

from __future__ import annotations

from collections.abc import Callable

from makna.domain.report import Line, NumberedLines, Page, Span, Spans
from makna.formats.writers._ooxml import paragraph, twips

Write = Callable[[Spans], str]
NUMBER_CM, TEXT_CM = 1.1, 10.3
"""68 columns of Times 9 fit the text column; a wider line wraps, its number stays right."""
_BESIDE_COLUMNS = 15
"""Characters that a line of the margin holds; 9 points in what is left of 14 cm."""


def numbered_lines(block: NumberedLines, page: Page, write: Write) -> str:
    if block.has_margin:
        return _table(block, page, write)
    return "".join(
        paragraph("MaknaLine", write((Span(f"{_number(line)}\t", dim=True), *line.spans)))
        for line in block.lines
    )


def _table(block: NumberedLines, page: Page, write: Write) -> str:
    whole = page.width_cm - page.left_cm - page.right_cm
    text = min(TEXT_CM, (whole - NUMBER_CM) * 0.76)
    widths = [twips(NUMBER_CM), twips(text), twips(whole - NUMBER_CM - text)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    titles = [write((Span(title),)) for title in block.titles]
    head = _row("MaknaTableHeading", titles, widths, "<w:tblHeader/>")
    merges = _merged(block)
    rows = [
        _row(
            "MaknaLineText",
            [
                write((Span(_number(line), dim=True),)),
                write(line.spans),
                write((Span(line.beside),)) if line.beside else "",
            ],
            widths,
            merge=merge,
        )
        for line, merge in zip(block.lines, merges, strict=True)
    ]
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="MaknaLines"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{''.join(rows)}</w:tbl>"
        # Two tables without a paragraph between them become one in Word.
        f"{paragraph('MaknaTableNote', '')}"
    )


def _merged(block: NumberedLines) -> list[str]:
    """The margin's cells go down as far as their words need: else the lines were torn apart."""
    states = [""] * len(block.lines)
    at = 0
    while at < len(block.lines):
        needed = -(-len(block.lines[at].beside) // _BESIDE_COLUMNS)
        end = at + 1
        while end < min(at + needed, len(block.lines)) and not block.lines[end].beside:
            end += 1
        if end - at > 1:
            states[at:end] = ["restart", *["continue"] * (end - at - 1)]
        at = end
    return states


def _row(
    style: str, cells: list[str], widths: list[int], more: str = "", *, merge: str = ""
) -> str:
    vertical = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    merges = ("", "", vertical)
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{joined}</w:tcPr>'
        f"{paragraph(style, runs)}</w:tc>"
        for runs, width, joined in zip(cells, widths, merges, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{inside}</w:tr>"


def _number(line: Line) -> str:
    return str(line.number) if line.number is not None else ""
