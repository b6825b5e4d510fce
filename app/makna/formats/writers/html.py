"""HTML: one file that needs nothing else, runs nothing and loads nothing; prints like a page."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import assert_never

from makna.domain.report import (
    Block,
    Control,
    Heading,
    Item,
    ItemList,
    Landscape,
    NumberedLines,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Report,
    Span,
    Spans,
    Style,
    Table,
    TableOfContents,
    caption_numbers,
    flat,
    joined_rows,
    paragraphs,
    safe_link,
)
from makna.domain.wording import Language, phrase
from makna.formats.writers._text import LINE_BREAK, media_type, shown

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_CSS = """
:root { color-scheme: light dark; --ink: #23262b; --dim: #585d66; --line: #c9c6bf; --shade: #eeede8;
  --paper: #fff; --accent: #1f6f6b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e4df; --dim: #b4b8be; --line: #4a4f56;
  --shade: #2f3338; --paper: #1f2225; --accent: #5fb3ad; } }
body { max-width: 42rem; margin: 3rem auto; padding: 0 1.5rem; background: var(--paper);
  color: var(--ink); font: 1.0625rem/1.6 "Times New Roman", "Liberation Serif", Tinos, serif; }
header { text-align: center; margin-bottom: 2.5rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.3; margin: 2em 0 .6em; break-after: avoid; }
header h1 { margin: 0 0 .4em; font-size: 1.6rem; }
h2 { font-size: 1.3rem; } h3 { font-size: 1.12rem; }
h4, h5, h6 { font-size: 1rem; font-style: italic; }
.detail, .property, figcaption, footer { color: var(--dim); font-size: .9rem; }
.property { margin: .1em 0; }
figure { margin: 1.2em 0; } figure.quote { margin-left: 2.2rem; break-inside: avoid; }
blockquote { margin: 0; } blockquote p { margin: 0 0 .35em; } .context, .dim { color: var(--dim); }
.memo { margin-left: 2.2rem; font-size: .94rem; }
pre { white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; margin: .4em 0 2em;
  border-top: 1.5px solid; border-bottom: 2px solid; }
caption { text-align: left; padding: .4em 0; }
th { background: var(--shade); text-align: left; border-bottom: 1.5px solid; }
th, td { padding: .35em .6em; vertical-align: top; }
td + td, th + th { border-left: 0; } tbody tr + tr { border-top: 1px solid var(--line); }
.right { text-align: right; } .center { text-align: center; }
a { color: var(--accent); } nav ol { list-style: none; padding-left: 1.2em; }
figure.picture { text-align: center; } figure.picture img { max-width: 100%; height: auto; }
mark.missing { background: #ffe48a; color: #7a1f00; font-weight: bold; padding: 0 .15em; }
sup.note { line-height: 0; } section.notes { margin-top: 3em; border-top: 1px solid var(--line); }
table.lines { border: 0; font-size: .95rem; } table.lines td { padding: 0 .6em 0 0; border: 0; }
table.lines td:first-child { color: var(--dim); text-align: right; width: 3rem;
  user-select: none; } td.beside { color: var(--dim); font-size: .85rem; width: 24%; }
.page-break { break-after: page; border: 0; }
@media print { body { max-width: none; margin: 0; color: #000; background: #fff; }
  thead { display: table-header-group; } tr { break-inside: avoid; }
  @page { size: A4; margin: 4cm 3cm 3cm 4cm; }
  @page wide { size: A4 landscape; margin: 3cm 3cm 4cm 4cm; } section.wide { page: wide; } }
"""


def write(report: Report, path: Path) -> None:
    """Write the report as one self-contained HTML file."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(Page(report).lines())


class Page:
    """Writes blocks as HTML, and counts headings, captions and notes as it goes."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._language: Language = report.language
        self._headings = 0
        self._counted = {"report_table": 0, "report_figure": 0}
        self._numbers = caption_numbers(report)
        self._notes: list[str] = []

    def lines(self) -> Iterator[str]:
        report = self._report
        title = self._text(report.title)
        yield f'<!DOCTYPE html>\n<html lang="{report.language}">\n<head>\n<meta charset="utf-8">\n'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        if report.author:
            yield f'<meta name="author" content="{escape(report.author)}">\n'
        yield f"<title>{title}</title>\n<style>{_CSS}</style>\n</head>\n<body>\n"
        above = f"{self._text(report.above_title)}<br>" if report.above_title else ""
        yield f"<header>\n<h1>{above}{title}</h1>\n" if report.title else "<header>\n"
        if report.subtitle:
            yield f"<p>{self._text(report.subtitle)}</p>\n"
        for label, value in report.properties:
            yield f'<p class="property">{self._text(f"{label}: {value}")}</p>\n'
        yield "</header>\n<main>\n"
        for block in report.blocks:
            yield self._element(block) + "\n"
        yield self._endnotes()
        yield "</main>\n</body>\n</html>\n"

    def _element(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return "\n".join(
                    self._paragraph(block.style, spans) for spans in paragraphs(block.spans)
                )
            case Quote():
                return self._quote(block)
            case ItemList():
                kind = ' class="memo"' if block.style is Style.MEMO else ""
                return f"<div{kind}>{self._list(list(block.items))}</div>"
            case Table():
                return self._table(block)
            case NumberedLines():
                return self._lines(block)
            case Picture():
                return self._picture(block)
            case TableOfContents():
                return self._contents(block)
            case PageBreak():
                return '<hr class="page-break">'
            case Landscape():
                inside = "\n".join(self._element(inner) for inner in block.blocks)
                return f'<section class="wide">\n{inside}\n</section>'
            case Control():
                return "\n".join(self._element(inner) for inner in block.blocks)
            case _:
                assert_never(block)

    def _heading(self, block: Heading) -> str:
        self._headings += 1
        tag = f"h{min(max(block.level, 1) + 1, 6)}"
        # HTML ends at h6: the true level stays readable for programs and screen readers.
        level = f' aria-level="{block.level + 1}"' if block.level > 5 else ""
        return f'<{tag} id="h{self._headings}"{level}>{self._text(block.text)}</{tag}>'

    def _paragraph(self, style: Style, spans: Spans) -> str:
        inside = self._spans(spans)
        if style is Style.BODY:
            return f"<p>{inside}</p>"
        if style is Style.QUOTE:
            return f"<blockquote><p>{inside}</p></blockquote>"
        if style is Style.VERBATIM:
            return f"<pre>{inside}</pre>"
        return f'<p class="{style}">{inside}</p>'

    def _quote(self, block: Quote) -> str:
        other = block.language and block.language != self._language
        language = f' lang="{escape(block.language)}"' if other else ""
        parts = [f'<figure class="quote"><blockquote{language}>']
        if block.before:
            parts.append(f'<p class="context">… {self._text(block.before)}</p>')
        parts.extend(f"<p>{self._spans(spans)}</p>" for spans in paragraphs(block.spans))
        if block.after:
            parts.append(f'<p class="context">{self._text(block.after)} …</p>')
        parts.append("</blockquote>")
        if block.reference:
            parts.append(f"<figcaption>{self._text(block.reference)}</figcaption>")
        parts.append("</figure>")
        return "".join(parts)

    def _list(self, items: list[Item]) -> str:
        """Nested lists from flat items; an item deeper than the one before opens a list in it."""
        parts: list[str] = []
        at = 0
        while at < len(items):
            first, group = items[at], _same_list(items, at)
            start = f' start="{first.number}"' if first.number not in (None, 1) else ""
            tag = "ul" if first.number is None else "ol"
            entries = []
            for item, below in group:
                inner = self._list(below) if below else ""
                entries.append(f"<li>{self._spans(item.spans)}{inner}</li>")
                at += 1 + len(below)
            parts.append(f"<{tag}{start}>{''.join(entries)}</{tag}>")
        return "".join(parts)

    def _table(self, block: Table) -> str:
        label = self._caption("report_table", block.caption)
        caption = f"<caption>{label}</caption>" if label else ""
        aligns = [f' class="{c.align}"' if c.align != "left" else "" for c in block.columns]
        head = "".join(
            f'<th scope="col"{align}>{self._text(column.title)}</th>'
            for align, column in zip(aligns, block.columns, strict=True)
        )
        spans = _row_spans(block)
        rows = (
            "<tr>"
            + "".join(
                f"<td{align}{_joined(span)}>{self._cell(said)}</td>"
                for align, said, span in zip(aligns, row, spanned, strict=True)
                if span
            )
            + "</tr>\n"
            for row, spanned in zip(block.rows, spans, strict=True)
        )
        body = f"<thead><tr>{head}</tr></thead>\n<tbody>{''.join(rows)}</tbody>"
        note = f'<p class="detail">{self._text(block.note)}</p>' if block.note else ""
        anchor = f' id="{escape(block.mark)}"' if block.mark else ""
        return f"<table{anchor}>{caption}{body}</table>{note}"

    def _lines(self, block: NumberedLines) -> str:
        margin = block.has_margin
        rows = "".join(
            f"<tr><td>{'' if line.number is None else line.number}</td>"
            f"<td>{self._spans(line.spans)}</td>"
            + (f'<td class="beside">{self._text(line.beside)}</td>' if margin else "")
            + "</tr>\n"
            for line in block.lines
        )
        titles = block.titles if margin else block.titles[:2]
        head = "".join(f'<th scope="col">{self._text(title)}</th>' for title in titles)
        return f'<table class="lines"><thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table>'

    def _picture(self, block: Picture) -> str:
        kind = media_type(block.data)
        if not kind:
            shown_instead = self._spans((Span(block.alt, missing=True),))
        else:
            source = f"data:{kind};base64,{b64encode(block.data).decode()}"
            shown_instead = (
                f'<img src="{source}" alt="{escape(shown(block.alt, self._language))}"'
                f' width="{block.width_px}" height="{block.height_px}">'
            )
        label = self._caption("report_figure", block.caption)
        caption = f"<figcaption>{label}</figcaption>" if label else ""
        anchor = f' id="{escape(block.mark)}"' if block.mark else ""
        return f'<figure class="picture"{anchor}>{shown_instead}{caption}</figure>'

    def _caption(self, label: str, caption: str) -> str:
        if not caption:
            return ""
        self._counted[label] += 1
        number = f"{self._report.number_prefix}{self._counted[label]}"
        return self._text(f"{phrase(label, self._language)} {number} {caption}")

    def _endnotes(self) -> str:
        if not self._notes:
            return ""
        entries = "".join(
            f'<li id="note{n}">{self._text(note)} <a href="#noteref{n}">↩</a></li>'
            for n, note in enumerate(self._notes, 1)
        )
        title = phrase("report_notes", self._language)
        return f'<section class="notes"><h2>{title}</h2><ol>{entries}</ol></section>\n'

    def _cell(self, spans: Spans) -> str:
        return "<br>".join(self._spans(line) for line in paragraphs(spans))

    def _contents(self, block: TableOfContents) -> str:
        entries = []
        found = (other for other in flat(self._report.blocks) if isinstance(other, Heading))
        for number, other in enumerate(found, 1):
            if other.level <= block.depth:
                style = f' style="margin-left: {1.2 * (other.level - 1):.1f}em"'
                link = f'<a href="#h{number}">{self._text(other.text)}</a>'
                entries.append(f"<li{style}>{link}</li>")
        if not entries:
            return ""
        title = self._text(block.title)
        return f"<nav><p><strong>{title}</strong></p><ol>{''.join(entries)}</ol></nav>"

    def _spans(self, spans: Spans) -> str:
        return "".join(self._span(span) for span in spans)

    def _span(self, span: Span) -> str:
        number = self._numbers.get(span.refers, "") if span.refers else ""
        text = self._text(number or span.text or ("?" if span.refers else ""))
        address = safe_link(span.link)
        for wanted, tag in ((span.underline, "u"), (span.italic, "em"), (span.bold, "strong")):
            text = f"<{tag}>{text}</{tag}>" if wanted else text
        if span.dim:
            text = f'<span class="dim">{text}</span>'
        if span.missing or (span.refers and not number):
            text = f'<mark class="missing">{text}</mark>'
        elif number:
            text = f'<a href="#{escape(span.refers)}">{text}</a>'
        if address is not None:
            text = f'<a href="{escape(address)}" rel="noreferrer">{text}</a>'
        return text + (self._note(span.note) if span.note else "")

    def _note(self, note: str) -> str:
        self._notes.append(note)
        n = len(self._notes)
        return f'<sup class="note"><a id="noteref{n}" href="#note{n}">{n}</a></sup>'

    def _text(self, text: str) -> str:
        escaped = escape(shown(text, self._language), quote=False)
        return _SPACES.sub(_kept, LINE_BREAK.sub("<br>", escaped))


_SPACES = re.compile("\t| {2,}")


def _kept(match: re.Match[str]) -> str:
    """Tabs and runs of spaces would become one space: they are part of what was said."""
    return f'<span style="white-space: pre">{match[0]}</span>'


def _row_spans(block: Table) -> list[tuple[int, ...]]:
    """For each cell how many rows it goes down; 0 for one that belongs to the cell above."""
    states = joined_rows(block)
    found = []
    for at, row in enumerate(states):
        length = 1
        while at + length < len(states) and "continue" in states[at + length]:
            length += 1
        found.append(
            tuple(1 if state == "" else length if state == "restart" else 0 for state in row)
        )
    return found


def _joined(rows: int) -> str:
    return f' rowspan="{rows}"' if rows > 1 else ""


def _same_list(items: list[Item], at: int) -> list[tuple[Item, list[Item]]]:
    """The items from `at` on that belong to one list, each with the deeper ones that follow it."""
    first = items[at]
    found: list[tuple[Item, list[Item]]] = []
    for item in items[at:]:
        if found and item.level > first.level:
            found[-1][1].append(item)
        elif (item.number is None) == (first.number is None):
            found.append((item, []))
        else:
            break
    return found
