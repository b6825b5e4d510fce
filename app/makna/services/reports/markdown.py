"""Markdown of memos as blocks; raw HTML stays text, links are kept, code is text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from makna.domain.document import SOFT_BREAK
from makna.domain.report import (
    Block,
    Column,
    Heading,
    Item,
    ItemList,
    Paragraph,
    Span,
    Spans,
    Style,
    Table,
)

_INLINE = re.compile(r"[\\`*_\[\]<>&!]")
"""Text without any of these has no marks; most memos on codings are so."""
_BLOCKS = re.compile(r"\n|^(?:[-+*_>#=~`|]|\d+[.)]|<|\[)")
"""Text without any of these, already stripped, is one paragraph."""


def blocks(text: str, style: Style = Style.BODY, *, below: int = 0) -> list[Block]:
    """The blocks of a Markdown text, its paragraphs in `style`.

    Headings lie `below` levels deeper than they say. A line end inside a paragraph stays one:
    people who write memos mean it.
    """
    stripped = text.strip()
    if not stripped:
        return []
    indented = text.strip("\n")[0].isspace()  # perhaps code
    if _BLOCKS.search(stripped) is None and not indented:
        return [Paragraph(_marked_up(stripped), style)]
    tree = SyntaxTreeNode(_parser().parse(text.strip("\n")))
    return [block for node in tree.children for block in _block(node, style, below)]


@cache
def _parser() -> MarkdownIt:
    # A reference definition would vanish: it is text that somebody wrote.
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("reference")


def _block(node: SyntaxTreeNode, style: Style, below: int) -> Iterator[Block]:
    match node.type:
        case "heading":
            level = min(int(node.tag[1]) + below, 9)
            yield Heading(level, "".join(span.text for span in _inline(node)))
        case "paragraph":
            yield Paragraph(_inline(node), style)
        case "bullet_list" | "ordered_list":
            yield ItemList(tuple(_items(node, 0)), style)
        case "blockquote":
            for child in node.children:
                yield from _block(child, Style.QUOTE, below)
        case "fence" | "code_block":
            yield Paragraph((Span(_lines(node.content)),), Style.VERBATIM)
        case "table":
            yield _table(node)
        case "hr":
            yield Paragraph((Span("* * *"),), style)
        case _:
            yield Paragraph((Span(node.content),), style)


def _items(node: SyntaxTreeNode, level: int) -> Iterator[Item]:
    """The entries of a list, those of lists inside it after their parent, one level deeper."""
    first = node.attrs.get("start", 1) if node.type == "ordered_list" else None
    for rank, entry in enumerate(node.children):
        number = int(first) + rank if first is not None else None
        said: list[Span] = []
        inner: list[Item] = []
        for child in entry.children:
            if child.type in ("bullet_list", "ordered_list"):
                inner.extend(_items(child, level + 1))
            else:
                said.extend((*([Span(SOFT_BREAK)] if said else []), *_flat(child)))
        yield Item(tuple(said), level, number)
        yield from inner


def _flat(node: SyntaxTreeNode) -> Spans:
    """Whatever stands inside a list entry, as spans: an entry is one paragraph."""
    if node.type in ("fence", "code_block"):
        return (Span(_lines(node.content)),)
    if node.children and node.children[0].type != "inline":
        spans: list[Span] = []
        for child in node.children:
            spans.extend((*([Span(SOFT_BREAK)] if spans else []), *_flat(child)))
        return tuple(spans)
    return _inline(node) if node.children else (Span(node.content),)


def _table(node: SyntaxTreeNode) -> Table:
    rows = [row for part in node.children for row in part.children]
    heads, *rest = rows
    columns = tuple(
        Column("".join(span.text for span in _inline(head)), align=_align(head))
        for head in heads.children
    )
    return Table(columns, tuple(tuple(_inline(cell) for cell in row.children) for row in rest))


def _align(head: SyntaxTreeNode) -> Literal["left", "center", "right"]:
    style = str(head.attrs.get("style", ""))
    if "center" in style:
        return "center"
    return "right" if "right" in style else "left"


def _marked_up(line: str) -> Spans:
    if _INLINE.search(line) is None:
        return (Span(line),)
    (inline,) = _parser().parseInline(line)
    return _spans(inline.children or [])


def _inline(node: SyntaxTreeNode) -> Spans:
    """The spans of the inline content of a paragraph, heading or table cell."""
    return tuple(
        span for child in node.children if child.token for span in _spans(child.token.children)
    )


def _spans(tokens: Sequence[Token] | None) -> Spans:
    """Markdown's inline tokens as spans; neighbours with the same looks are one."""
    depth = {"strong": 0, "em": 0}
    link: str | None = None
    found: list[list[str]] = []
    looks: list[tuple[bool, bool, str | None]] = []
    for token in tokens or ():
        tag = token.type.removesuffix("_open").removesuffix("_close")
        if tag in depth:
            depth[tag] += token.nesting
        elif tag == "link":
            link = str(token.attrs.get("href", "")) or None if token.nesting > 0 else None
        text = SOFT_BREAK if tag in ("softbreak", "hardbreak") else token.content
        if not text:
            continue
        now = (depth["strong"] > 0, depth["em"] > 0, link)
        if looks and looks[-1] == now:
            found[-1].append(text)
        else:
            looks.append(now)
            found.append([text])
    return tuple(
        Span("".join(texts), bold, italic, link=address)
        for texts, (bold, italic, address) in zip(found, looks, strict=True)
    )


def _lines(content: str) -> str:
    return content.rstrip("\n").replace("\n", SOFT_BREAK)
