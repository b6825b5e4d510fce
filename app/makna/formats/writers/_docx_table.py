"""Tables: three rules, a header row that repeats, cells of neighbours that say the same joined."""

from __future__ import annotations

from collections.abc import Callable

from makna.domain.report import Column, Page, Span, Spans, Table, joined_rows, paragraphs
from makna.formats.writers._docx_columns import column_widths
from makna.formats.writers._ooxml import attribute, paragraph

Write = Callable[[Spans], str]


def table(block: Table, page: Page, write: Write) -> str:
    """The `w:tbl`; what stands above and below it is the caller's."""
    widths = column_widths(block, page)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    titles = tuple((Span(column.title),) for column in block.columns)
    head = _row("MaknaTableHeading", block.columns, titles, widths, write, "<w:tblHeader/>")
    merges = joined_rows(block)
    rows = [
        _row("MaknaTableText", block.columns, row, widths, write, joined=joined)
        for row, joined in zip(block.rows, merges, strict=True)
    ]
    alt = f'<w:tblCaption w:val="{attribute(block.caption)}"/>' if block.caption else ""
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="MaknaTable"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        f' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{alt}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{''.join(rows)}</w:tbl>"
    )


def _row(
    style: str,
    columns: tuple[Column, ...],
    row: tuple[Spans, ...],
    widths: list[int],
    write: Write,
    more: str = "",
    joined: tuple[str, ...] = (),
) -> str:
    cells = []
    for index, (column, spans, width) in enumerate(zip(columns, row, widths, strict=True)):
        align = f'<w:jc w:val="{column.align}"/>' if column.align != "left" else ""
        merge = joined[index] if index < len(joined) else ""
        said = () if merge == "continue" else spans
        lines = [paragraph(style, write(line), align) for line in paragraphs(said)]
        vertical = f'<w:vMerge w:val="{merge}"/>' if merge else ""
        size = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{vertical}</w:tcPr>'
        cells.append(f"<w:tc>{size}{''.join(lines)}</w:tc>")
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{''.join(cells)}</w:tr>"
