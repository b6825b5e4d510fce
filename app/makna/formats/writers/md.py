"""Markdown (CommonMark with tables): reads well as it is, and renders to the very same text."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from makna.domain.report import (
    Block,
    Control,
    Heading,
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
    headings,
    joined_rows,
    paragraphs,
    plain,
    safe_link,
)
from makna.domain.wording import phrase
from makna.formats.writers._text import LINE_BREAK, media_type, shown

_INLINE = re.compile(r"[\\`*_\[\]<>&|~$#!]")
_LEADING = re.compile(r"^(?:([-+=:])|(\d{1,9})([.)]))")
_SPACES = re.compile(r"^\s+|\s+$|\t| {2,}")
_LETTERS = re.compile(r"(?s)([\W_]*)([^\W_](?:.*[^\W_])?)([\W_]*)")
_BREAK = "\\\n"
_STARS = (("**", "**"), ("*", "*"))
_TAGS = (("<strong>", "</strong>"), ("<em>", "</em>"))
"""What bold and italic stand between."""


def write(report: Report, path: Path) -> None:
    """Write the report as Markdown, UTF-8."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write("\n\n".join(piece for piece in Page(report).pieces() if piece))
        stream.write("\n")


class Page:
    """Writes blocks as Markdown, and counts tables as it goes."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._counted = {"report_table": 0, "report_figure": 0}
        self._numbers = caption_numbers(report)
        self._notes: list[str] = []
        self._pictures: dict[str, str] = {}
        """Data address by label: at the end of the file, where they disturb nobody."""

    def pieces(self) -> Iterator[str]:
        report = self._report
        title = " ".join(filter(None, (report.above_title, report.title)))
        yield f"# {self._line(title)}" if title else ""
        yield self._lines(report.subtitle)
        yield "\n".join(
            f"- {self._line(label)}: {self._line(value)}" for label, value in report.properties
        )
        for block in report.blocks:
            yield self._element(block)
        for number, note in enumerate(self._notes, 1):
            # With a second word it can't be taken for the address of a link.
            text = self._line(note)
            yield f"[^{number}]: {text}" + ("" if " " in text else " &#8288;")
        yield "\n".join(f"[{label}]: {address}" for label, address in self._pictures.items())

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
            case NumberedLines():
                return self._numbered(block)
            case Picture():
                return self._picture(block)
            case TableOfContents():
                return self._contents(block)
            case PageBreak():
                return "---"
            case Landscape() | Control():
                return "\n\n".join(self._element(inner) for inner in block.blocks)
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
            *self._rows(block),
        ]
        table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
        pieces = [self._caption("report_table", block.caption), table, self._line(block.note)]
        return "\n\n".join(piece for piece in pieces if piece)

    def _rows(self, block: Table) -> Iterator[list[str]]:
        """Markdown joins no cells: what goes on from the row above is left empty."""
        for row, states in zip(block.rows, joined_rows(block), strict=True):
            cells = zip(row, states, strict=True)
            yield ["" if state == "continue" else self._cell(spans) for spans, state in cells]

    def _numbered(self, block: NumberedLines) -> str:
        titles = block.titles if block.has_margin else block.titles[:2]
        lines = [" | ".join(self._line(title) for title in titles)]
        lines.append(" | ".join(("--:", "---", "---")[: len(titles)]))
        for line in block.lines:
            number = "" if line.number is None else str(line.number)
            cells = [number, self._cell(line.spans), self._line(line.beside)]
            lines.append(" | ".join(cells[: len(titles)]))
        return "\n".join(f"| {line} |" for line in lines)

    def _picture(self, block: Picture) -> str:
        kind = media_type(block.data)
        shown_instead = self._spans((Span(block.alt, missing=True),))
        if kind:
            label = f"picture-{len(self._pictures) + 1}"
            self._pictures[label] = f"data:{kind};base64,{b64encode(block.data).decode()}"
            shown_instead = f"![{self._line(block.alt)}][{label}]"
        caption = self._caption("report_figure", block.caption)
        return f"{shown_instead}\n\n{caption}" if caption else shown_instead

    def _caption(self, label: str, caption: str) -> str:
        if not caption:
            return ""
        self._counted[label] += 1
        number = f"{self._report.number_prefix}{self._counted[label]}"
        return f"{phrase(label, self._report.language)} {number} {self._line(caption)}"

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
                piece = self._span(span, tagged=True)
            joined += piece + (self._note(span.note) if span.note else "")
        lines = [_edges(line) for line in joined.split("\n")]
        # A hard break ends with a backslash, which would show at the very end.
        lines[-1] = lines[-1] or "&#32;"
        return lines

    def _span(self, span: Span, *, tagged: bool = False) -> str:
        if span.refers:
            number = self._numbers.get(span.refers)
            missing = number is None
            span = replace(span, text=number or span.text or "?", refers="", missing=missing)
        if span.missing:
            span = Span(f"⟦{span.text}⟧")
        marks = _TAGS if tagged else _STARS
        kept = [
            pair for pair, wanted in zip(marks, (span.bold, span.italic), strict=True) if wanted
        ]
        lines = LINE_BREAK.split(shown(span.text, self._report.language))
        text = "\n".join(_marked(line, kept) for line in lines)
        address = safe_link(span.link)
        if address is None or not text.strip():
            return text
        target = address.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")
        return f"[{text}](<{target}>)"

    def _note(self, note: str) -> str:
        self._notes.append(note)
        return f"[^{len(self._notes)}]"

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
        bare = replace(span, underline=False, dim=False, control="")
        if merged and not _stands_alone(bare) and _alike(merged[-1], bare):
            bare = replace(bare, text=merged.pop().text + bare.text)
        merged.append(bare)
    return merged


def _stands_alone(span: Span) -> bool:
    return bool(span.note or span.refers or span.missing)


def _alike(one: Span, other: Span) -> bool:
    return replace(one, text="") == replace(other, text="")


def escaped(line: str) -> str:
    """The line so that Markdown shows it as it is."""
    return _edges(_INLINE.sub(r"\\\g<0>", line))


def _marked(line: str, marks: Sequence[tuple[str, str]]) -> str:
    """The line escaped and, inside its first and last letter, marked.

    Beside punctuation or a space CommonMark would not take the marks for marks (section 6.2).
    """
    found = _LETTERS.fullmatch(line) if marks else None
    before, core, after = found.groups() if found else ("", line, "")
    before, core, after = (_INLINE.sub(r"\\\g<0>", part) for part in (before, core, after))
    for opening, closing in reversed(marks if found else ()):
        core = f"{opening}{core}{closing}"
    return f"{before}{core}{after}"


def _edges(line: str) -> str:
    """The line safe at its start, and with the spaces that Markdown would drop as entities."""
    line = _LEADING.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", line)
    return _SPACES.sub(_entities, line)


def _entities(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(char)};" for char in match[0])


def _quoted(pieces: list[str]) -> str:
    lines = "\n\n".join(pieces).split("\n")
    return "\n".join(f"> {line}".rstrip(" ") for line in lines)
