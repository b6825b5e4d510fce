"""HTML: one file that needs nothing else, runs nothing and loads nothing; prints like a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import assert_never

from makna.domain.report import (
    Block,
    Heading,
    Item,
    ItemList,
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
from makna.domain.wording import Language, phrase
from makna.formats.writers._text import LINE_BREAK, shown

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
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
.page-break { break-after: page; border: 0; }
@media print { body { max-width: none; margin: 0; color: #000; background: #fff; }
  thead { display: table-header-group; } tr { break-inside: avoid; }
  @page { size: A4; margin: 4cm 3cm 3cm 4cm; } }
"""


def write(report: Report, path: Path) -> None:
    """Write the report as one self-contained HTML file."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(Page(report).lines())


class Page:
    """Writes blocks as HTML, and counts headings and tables as it goes."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._language: Language = report.language
        self._headings = 0
        self._tables = 0

    def lines(self) -> Iterator[str]:
        report = self._report
        title = self._text(report.title)
        yield f'<!DOCTYPE html>\n<html lang="{report.language}">\n<head>\n<meta charset="utf-8">\n'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        if report.author:
            yield f'<meta name="author" content="{escape(report.author)}">\n'
        yield f"<title>{title}</title>\n<style>{_CSS}</style>\n</head>\n<body>\n"
        yield f"<header>\n<h1>{title}</h1>\n"
        if report.subtitle:
            yield f"<p>{self._text(report.subtitle)}</p>\n"
        for label, value in report.properties:
            yield f'<p class="property">{self._text(f"{label}: {value}")}</p>\n'
        yield "</header>\n<main>\n"
        for block in report.blocks:
            yield self._element(block) + "\n"
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
            case TableOfContents():
                return self._contents(block)
            case PageBreak():
                return '<hr class="page-break">'
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
        self._tables += 1 if block.caption else 0
        label = f"{phrase('report_table', self._language)} {self._tables} {block.caption}"
        caption = f"<caption>{self._text(label)}</caption>" if block.caption else ""
        aligns = [f' class="{c.align}"' if c.align != "left" else "" for c in block.columns]
        head = "".join(
            f'<th scope="col"{align}>{self._text(column.title)}</th>'
            for align, column in zip(aligns, block.columns, strict=True)
        )
        rows = (
            "<tr>"
            + "".join(
                f"<td{align}>{self._cell(spans)}</td>"
                for align, spans in zip(aligns, row, strict=True)
            )
            + "</tr>\n"
            for row in block.rows
        )
        body = f"<thead><tr>{head}</tr></thead>\n<tbody>{''.join(rows)}</tbody>"
        note = f'<p class="detail">{self._text(block.note)}</p>' if block.note else ""
        return f"<table>{caption}{body}</table>{note}"

    def _cell(self, spans: Spans) -> str:
        return "<br>".join(self._spans(line) for line in paragraphs(spans))

    def _contents(self, block: TableOfContents) -> str:
        entries = []
        shown_headings = set(map(id, headings(self._report.blocks, block.depth)))
        number = 0
        for other in self._report.blocks:
            if not isinstance(other, Heading):
                continue
            number += 1
            if id(other) in shown_headings:
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
        text = self._text(span.text)
        address = safe_link(span.link)
        for wanted, tag in ((span.underline, "u"), (span.italic, "em"), (span.bold, "strong")):
            text = f"<{tag}>{text}</{tag}>" if wanted else text
        if span.dim:
            text = f'<span class="dim">{text}</span>'
        if address is not None:
            text = f'<a href="{escape(address)}" rel="noreferrer">{text}</a>'
        return text

    def _text(self, text: str) -> str:
        escaped = escape(shown(text, self._language), quote=False)
        return _SPACES.sub(_kept, LINE_BREAK.sub("<br>", escaped))


_SPACES = re.compile("\t| {2,}")


def _kept(match: re.Match[str]) -> str:
    """Tabs and runs of spaces would become one space: they are part of what was said."""
    return f'<span style="white-space: pre">{match[0]}</span>'


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
