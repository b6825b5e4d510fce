"""Markdown (CommonMark with tables): reads well as it is, and renders to the very same text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from makna.domain.report import (
    Block,
    Heading,
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
    plain,
    safe_link,
)
from makna.domain.wording import phrase
from makna.formats.writers._text import LINE_BREAK, shown

_INLINE = re.compile(r"[\\`*_\[\]<>&|~$#!]")
_LEADING = re.compile(r"^(?:([-+=:])|(\d{1,9})([.)]))")
_SPACES = re.compile(r"^\s+|\s+$|\t| {2,}")
_LETTERS = re.compile(r"(?s)([\W_]*)([^\W_](?:.*[^\W_])?)([\W_]*)")
_BREAK = "\\\n"


def write(report: Report, path: Path) -> None:
    """Write the report as Markdown, UTF-8."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write("\n\n".join(piece for piece in Page(report).pieces() if piece))
        stream.write("\n")


class Page:
    """Writes blocks as Markdown, and counts tables as it goes."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._tables = 0

    def pieces(self) -> Iterator[str]:
        report = self._report
        yield f"# {self._line(report.title)}"
        yield self._lines(report.subtitle)
        yield "\n".join(
            f"- {self._line(label)}: {self._line(value)}" for label, value in report.properties
        )
        for block in report.blocks:
            yield self._element(block)

    def _element(self, block: Block) -> str:
        match block:
            case Heading():
                return f"{'#' * min(block.level + 1, 6)} {self._line(block.text)}"
            case Paragraph():
                return self._paragraph(block)
            case Quote():
                return self._quote(block)
            case ItemList():
                return self._list(block)
            case Table():
                return self._table(block)
            case TableOfContents():
                return self._contents(block)
            case PageBreak():
                return "---"
            case _:
                assert_never(block)

    def _paragraph(self, block: Paragraph) -> str:
        if block.style is Style.VERBATIM:
            text = LINE_BREAK.sub("\n", shown(plain(block.spans), self._report.language))
            fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
            return f"{fence}\n{text}\n{fence}"
        pieces = [self._spans(spans) for spans in paragraphs(block.spans)]
        if block.style in (Style.MEMO, Style.QUOTE):
            return _quoted(pieces)
        return "\n\n".join(pieces)

    def _quote(self, block: Quote) -> str:
        pieces = [self._spans(spans) for spans in paragraphs(block.spans)]
        if block.before:
            pieces.insert(0, f"… {self._lines(block.before)}")
        if block.after:
            pieces.append(f"{self._lines(block.after)} …")
        reference = f"\n\n{self._lines(block.reference)}" if block.reference else ""
        return f"{_quoted(pieces)}{reference}"

    def _list(self, block: ItemList) -> str:
        """Items indented by what their parents' marks take, as CommonMark wants it."""
        indents = [0] * 10
        lines = []
        for item in block.items:
            level = min(item.level, 8)
            mark = "- " if item.number is None else f"{item.number}. "
            indent = indents[level]
            indents[level + 1 :] = [indent + len(mark)] * (9 - level)
            text = self._spans(item.spans).replace("\n", f"\n{' ' * (indent + len(mark))}")
            lines.append(f"{' ' * indent}{mark}{text}")
        return "\n".join(lines)

    def _table(self, block: Table) -> str:
        rules = {"left": "---", "center": ":-:", "right": "--:"}
        rows = [
            [self._line(column.title) for column in block.columns],
            [rules[column.align] for column in block.columns],
            *([self._cell(spans) for spans in row] for row in block.rows),
        ]
        table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
        pieces = [table, self._line(block.note)] if block.note else [table]
        if block.caption:
            self._tables += 1
            label = phrase("report_table", self._report.language)
            pieces.insert(0, f"{label} {self._tables} {self._line(block.caption)}")
        return "\n\n".join(pieces)

    def _cell(self, spans: Spans) -> str:
        lines = (line for spans in paragraphs(spans) for line in self._span_lines(spans))
        return "<br>".join(lines)

    def _contents(self, block: TableOfContents) -> str:
        entries = [
            f"{'  ' * (heading.level - 1)}- {self._line(heading.text)}"
            for heading in headings(self._report.blocks, block.depth)
        ]
        return "\n\n".join(
            (f"**{self._line(block.title)}**", "\n".join(entries)) if entries else ()
        )

    def _spans(self, spans: Spans) -> str:
        return _BREAK.join(self._span_lines(spans))

    def _span_lines(self, spans: Spans) -> list[str]:
        joined = ""
        for span in _merged(spans):
            piece = self._span(span)
            if piece.startswith("*") and joined.endswith("*") and not joined.endswith("\\*"):
                # Closing and opening marks would read as one run of stars.
                piece = self._span(replace(span, bold=False, italic=False))
            joined += piece
        lines = [_edges(line) for line in joined.split("\n")]
        # A hard break ends with a backslash, which would show at the very end.
        lines[-1] = lines[-1] or "&#32;"
        return lines

    def _span(self, span: Span) -> str:
        mark = ("**" if span.bold else "") + ("*" if span.italic else "")
        lines = LINE_BREAK.split(shown(span.text, self._report.language))
        text = "\n".join(_marked(line, mark) for line in lines)
        address = safe_link(span.link)
        if address is None or not text.strip():
            return text
        target = address.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")
        return f"[{text}](<{target}>)"

    def _lines(self, text: str) -> str:
        """The text with its line breaks, each as a hard break."""
        return self._spans((Span(text),)) if text else ""

    def _line(self, text: str) -> str:
        """The text on one line, where Markdown has no room for breaks."""
        return escaped(LINE_BREAK.sub(" ", shown(text, self._report.language)))


def _merged(spans: Spans) -> list[Span]:
    """Neighbours that Markdown shows alike as one."""
    merged: list[Span] = []
    for span in spans:
        bare = Span(span.text, span.bold, span.italic, link=span.link)
        if merged and replace(merged[-1], text="") == replace(bare, text=""):
            bare = replace(bare, text=merged.pop().text + bare.text)
        merged.append(bare)
    return merged


def escaped(line: str) -> str:
    """The line so that Markdown shows it as it is."""
    return _edges(_INLINE.sub(r"\\\g<0>", line))


def _marked(line: str, mark: str) -> str:
    """The line escaped and, inside its first and last letter, marked.

    Beside punctuation or a space CommonMark would not take the marks for marks (section 6.2).
    """
    found = _LETTERS.fullmatch(line) if mark else None
    before, core, after = found.groups() if found else ("", line, "")
    before, core, after = (_INLINE.sub(r"\\\g<0>", part) for part in (before, core, after))
    return f"{before}{mark}{core}{mark[::-1]}{after}" if found else core


def _edges(line: str) -> str:
    """The line safe at its start, and with the spaces that Markdown would drop as entities."""
    line = _LEADING.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", line)
    return _SPACES.sub(_entities, line)


def _entities(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(char)};" for char in match[0])


def _quoted(pieces: list[str]) -> str:
    lines = "\n\n".join(pieces).split("\n")
    return "\n".join(f"> {line}".rstrip(" ") for line in lines)
