"""Markdown (CommonMark with tables), told by its suffix only: any text may be Markdown."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from makna.domain.document import SOFT_BREAK, ParsedDocument
from makna.domain.errors import BadFile
from makna.domain.text import canonical
from makna.domain.turns import mark_length
from makna.formats import ReadOptions
from makna.formats.collector import BOLD, ITALIC, Collector
from makna.formats.encoding import decode
from makna.formats.finishing import finished
from makna.formats.links import safe_link

if TYPE_CHECKING:
    from markdown_it.token import Token

SUFFIXES = (".md", ".markdown")
MEDIA_TYPE = "text/markdown"
BY_SUFFIX = True

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_FIELD = re.compile(r"(\w+):[ \t]+(.*)")
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.S)
_LINE_TAG = re.compile(r"<br\s*/?>", re.I)
_DEEPEST = 60
"""Levels of the syntax; a list in a list takes two."""
_WRAPPED = range(50, 121)
"""Lengths of the longest line of a paragraph that was wrapped by a program or by hand."""


def recognises(data: bytes) -> bool:
    """Never: see `BY_SUFFIX`."""
    return False


def read(data: bytes, name: str, options: ReadOptions) -> ParsedDocument:
    """The text with its headings, lists and looks, without the signs for them. Raises BadFile."""
    from markdown_it import MarkdownIt

    raw, warnings = decode(data, name, options.encoding)
    source = canonical(raw)
    facts, body = _front_matter(source)
    writer = _Writer()
    # Quotes and replacements stay off: the text is what the file says.
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    tokens = parser.parse(body)
    # What lies deeper is left out by the parser, which says nothing.
    if any(token.level >= _DEEPEST - 2 for token in tokens):
        raise BadFile("file_too_deep", name=name)
    writer.write(tokens)
    text, layout, _ = writer.collector.finish()
    if not text.strip():
        raise BadFile("file_empty", name=name)
    document = ParsedDocument(
        text,
        layout,
        media_type=MEDIA_TYPE,
        title=facts.get("title", ""),
        author=facts.get("author", ""),
        date=facts.get("date", ""),
        language=facts.get("lang", "")[:2].lower(),
        warnings=tuple(warnings),
    )
    return finished(document, options)


def _front_matter(source: str) -> tuple[dict[str, str], str]:
    """What a head between `---` says, and the text after it."""
    front = _FRONT.match(source)
    if front is None:
        return {}, source
    facts: dict[str, str] = {}
    for line in front[1].split("\n"):
        field = _FIELD.match(line)
        if field is not None:
            facts[field[1].lower()] = field[2].strip().strip("\"'").strip()
    if not facts:
        return {}, source
    day = _DAY.match(facts.get("date", ""))
    facts["date"] = day[0] if day else ""
    return facts, source[front.end() :]


class _Writer:
    """Writes tokens into a collector."""

    def __init__(self) -> None:
        self.collector = Collector()
        self._lists: list[int | None] = []
        """The next number of each open list, outermost first; None for bullets."""
        self._marker: str | None = None
        self._style = "body"
        self._quotes = self._columns = 0
        self._looks = 0
        self._links: list[str | None] = []

    def write(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            handler = _BLOCKS.get(token.type)
            if handler is not None:
                handler(self, token)

    def _heading(self, token: Token) -> None:
        self._style = f"heading-{token.tag[1:]}"

    def _end(self, token: Token) -> None:
        self._style = "body"

    def _open_list(self, token: Token) -> None:
        start = token.attrs.get("start", 1)
        self._lists.append(int(start) if token.type.startswith("ordered") else None)

    def _close_list(self, token: Token) -> None:
        self._lists.pop()

    def _item(self, token: Token) -> None:
        number = self._lists[-1]
        self._marker = "•" if number is None else f"{token.info}{token.markup}"

    def _quote(self, token: Token) -> None:
        self._quotes += 1 if token.nesting > 0 else -1

    def _row(self, token: Token) -> None:
        if token.nesting > 0:
            self.collector.block = ("table-row", 0, "")
            self._columns = 0
        else:
            self.collector.end_cell(0)
            self.collector.close()

    def _cell(self, token: Token) -> None:
        if token.nesting > 0:
            if self._columns:
                self.collector.end_cell(1)
            self.collector.begin_cell()
            self._columns += 1
        elif token.nesting < 0:
            self._columns = max(self._columns, 1)

    def _text(self, token: Token) -> None:
        children = token.children or []
        lines = _lines(token.content)
        in_cell = self._columns > 0 and self._style == "body" and not self._is_block
        breaks = _breaks(lines) if not in_cell else " "
        if not in_cell:
            self._dress()
        for child in children:
            self._inline(child, breaks)
        self._looks, self._links = 0, []
        self.collector.link = None
        if not in_cell:
            self.collector.close()

    @property
    def _is_block(self) -> bool:
        return self.collector.block[0] != "table-row"

    def _dress(self) -> None:
        marker, self._marker = self._marker, None
        if self._style != "body":
            self.collector.block = (self._style, 0, marker or "")
        elif self._lists:
            self.collector.block = ("list", min(len(self._lists) - 1, 8), marker or "")
        else:
            self.collector.block = ("quote" if self._quotes else "body", 0, "")

    def _table(self, token: Token) -> None:
        self._columns = 0
        self.collector.block = ("body", 0, "")

    def _code(self, token: Token) -> None:
        self._dress()
        self.collector.add(token.content.rstrip("\n").replace("\n", SOFT_BREAK))
        self.collector.close()

    def _raw(self, token: Token) -> None:
        shown = html.unescape(_TAG.sub("", _LINE_TAG.sub("\n", token.content)))
        for line in shown.split("\n"):
            if line.strip():
                self._dress()
                self.collector.add(" ".join(line.split()))
                self.collector.close()

    def _inline(self, token: Token, breaks: str) -> None:
        kind = token.type
        if kind in ("text", "code_inline"):
            self.collector.add(token.content, self._looks)
        elif kind == "softbreak" and breaks == "\n":
            self.collector.close()
            self._dress()
        elif kind == "softbreak":
            self.collector.add(breaks, self._looks)
        elif kind == "hardbreak" or (kind == "html_inline" and _LINE_TAG.fullmatch(token.content)):
            self.collector.add(SOFT_BREAK)
        elif kind == "image":
            self.collector.add(token.content, self._looks)
        elif kind in ("strong_open", "em_open"):
            self._looks |= BOLD if kind == "strong_open" else ITALIC
        elif kind in ("strong_close", "em_close"):
            self._looks &= ~(BOLD if kind == "strong_close" else ITALIC)
        elif kind == "link_open":
            self._links.append(self.collector.link)
            self.collector.link = safe_link(str(token.attrs.get("href", "")))
        elif kind == "link_close" and self._links:
            self.collector.link = self._links.pop()


def _lines(content: str) -> list[str]:
    return content.split("\n")


def _breaks(lines: list[str]) -> str:
    """What a line end in a paragraph means: LF a new paragraph, else a space or a soft break.

    Markdown makes it a space; but people who type interviews line by line mean the lines.
    """
    if len(lines) == 1:
        return " "
    if any(mark_length(line) for line in lines[1:]):
        return "\n"
    longest = max(map(len, lines))
    firsts = [(line, after.split(" ", 1)[0]) for line, after in itertools.pairwise(lines)]
    # A program that wraps ends a line only where the next word would not have fitted.
    wrapped = longest in _WRAPPED and all(len(a) + 1 + len(b) > longest - 12 for a, b in firsts)
    return " " if wrapped else SOFT_BREAK


_BLOCKS: dict[str, Callable[[_Writer, Token], None]] = {
    "heading_open": _Writer._heading,
    "heading_close": _Writer._end,
    "bullet_list_open": _Writer._open_list,
    "ordered_list_open": _Writer._open_list,
    "bullet_list_close": _Writer._close_list,
    "ordered_list_close": _Writer._close_list,
    "list_item_open": _Writer._item,
    "blockquote_open": _Writer._quote,
    "blockquote_close": _Writer._quote,
    **dict.fromkeys(("tr_open", "tr_close"), _Writer._row),
    **dict.fromkeys(("td_open", "td_close", "th_open", "th_close"), _Writer._cell),
    "table_close": _Writer._table,
    "inline": _Writer._text,
    **dict.fromkeys(("fence", "code_block"), _Writer._code),
    "html_block": _Writer._raw,
}
