"""From the bytes of a saved page to a parsed document."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urljoin

from makna.domain.document import PICTURE, SOFT_BREAK, ParsedDocument
from makna.domain.errors import BadFile
from makna.domain.wording import Message
from makna.formats import ReadOptions
from makna.formats.collector import BOLD, ITALIC, UNDERLINE, Collector
from makna.formats.finishing import finished
from makna.formats.links import safe_link
from makna.formats.pictures import PictureBox
from makna.formats.readers.html import MEDIA_TYPE
from makna.formats.readers.html.facts import facts
from makna.formats.readers.html.main_text import is_marginal, is_noise, is_teaser, main_text
from makna.formats.readers.html.page import Page, load
from makna.formats.readers.html.telegram import chat_of
from makna.formats.xml import Element

_WHITE = re.compile(r"[ \t\r\n\f]+")
_LOOKS = {
    **dict.fromkeys(("b", "strong"), BOLD),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), ITALIC),
    **dict.fromkeys(("u", "ins"), UNDERLINE),
}
_HEADINGS = {f"h{level}": f"heading-{level}" for level in range(1, 7)}
_BLOCKS = frozenset(
    "p div section article main header footer aside figure figcaption address dl dt dd fieldset "
    "details summary center body html td th caption hgroup tbody thead".split()
)
_SPACE_PX = 40
"""A picture that says it is smaller than this decorates."""


def read_page(data: bytes, name: str, options: ReadOptions) -> ParsedDocument:
    """The main text of the page and what it says of itself. Raises BadFile."""
    page = load(data, name, options.encoding)
    if (chat := chat_of(page.root)) is not None:
        return finished(ParsedDocument(*chat, media_type=MEDIA_TYPE), options)
    said = facts(page.root)
    url = said.url or safe_link(page.url) or ""
    walk = _Walk(page, url)
    try:
        walk.page(main_text(page.root), said.title)
    except RecursionError as error:
        raise BadFile("file_too_deep", name=name) from error
    text, layout, _ = walk.collector.finish()
    if not text.strip():
        raise BadFile("file_empty", name=name)
    document = ParsedDocument(
        text,
        layout,
        pictures=walk.pictures.bytes_of,
        media_type=MEDIA_TYPE,
        title=said.title,
        author=said.author,
        date=said.date,
        language=said.language,
        warnings=(*page.warnings, *walk.warnings()),
        publisher=said.publisher,
        year=said.date[:4],
        url=url,
        accessed=page.accessed,
    )
    return finished(document, options)


class _Walk:
    """Walks the main text into a collector."""

    def __init__(self, page: Page, url: str) -> None:
        self.collector = Collector()
        self.pictures = PictureBox()
        self._page, self._url = page, url
        self._block = "body"
        self._lists: list[int | None] = []
        """The next number of each open list, outermost first; None for bullets."""
        self._marker = ""
        self._quoted = self._preformatted = self._in_cell = False
        self._space = True
        """Whether white space would be the first, or doubled, and is dropped."""
        self._left_out = 0

    def page(self, element: Element, title: str) -> None:
        """The text under its title, which may stand above it on the page."""
        heads = {_flat(head) for tag in ("h1", "h2") for head in element.iter(tag)}
        if title and _folded(title) not in map(_folded, heads):
            self.collector.block = ("title", 0, "")
            self.collector.add(title)
            self.collector.close()
        self._content(element, 0, element)
        self._end()

    def warnings(self) -> list[Message]:
        count = self._left_out
        return [Message.of("html_pictures_left_out", count=count)] if count else []

    def _content(self, parent: Element, looks: int, holder: Element) -> None:
        self._said(parent.text, looks)
        for child in parent:
            if not (is_noise(child) or is_marginal(child, holder) or is_teaser(child)):
                self._element(child, looks, holder)
            self._said(child.tail, looks)

    def _element(self, element: Element, looks: int, holder: Element) -> None:
        tag = element.tag
        handler = _HANDLERS.get(tag)
        if handler is not None:
            handler(self, element, looks, holder)
        elif tag in _HEADINGS or tag in _BLOCKS:
            self._paragraph(element, looks, holder)
        else:
            self._content(element, looks | _LOOKS.get(tag, 0), holder)

    def _paragraph(self, element: Element, looks: int, holder: Element) -> None:
        self._end()
        outer = self._block
        self._block = _HEADINGS.get(element.tag, outer)
        self._content(element, looks, holder)
        self._end()
        self._block = outer

    def _said(self, raw: str | None, looks: int) -> None:
        if not raw:
            return
        if self._preformatted:
            shown = raw.replace("\n", SOFT_BREAK)
        else:
            shown = _WHITE.sub(" ", raw)
            if self._space:
                shown = shown.removeprefix(" ")
        if shown:
            self._dress()
            self._space = shown.endswith((" ", SOFT_BREAK))
            self.collector.add(shown, looks)

    def _dress(self) -> None:
        if self._in_cell or not self.collector.is_empty:
            return
        if self._block != "body":
            self.collector.block = (self._block, 0, "")
        elif self._lists:
            self.collector.block = ("list", min(len(self._lists) - 1, 8), self._marker)
            self._marker = ""
        else:
            self.collector.block = ("quote" if self._quoted else "body", 0, "")

    def _end(self) -> None:
        """End the open paragraph, or line of a cell, if it holds anything."""
        if self._in_cell:
            self.collector.break_softly()
        elif not self.collector.is_empty:
            self.collector.close()
        self._space = True

    def _break(self, element: Element, looks: int, holder: Element) -> None:
        if not self.collector.is_empty:
            self.collector.add(SOFT_BREAK)
        self._space = True

    def _rule(self, element: Element, looks: int, holder: Element) -> None:
        self._end()

    def _link(self, element: Element, looks: int, holder: Element) -> None:
        before = self.collector.link
        try:
            address = urljoin(self._url, element.get("href", "").strip())
        except ValueError:
            address = ""
        self.collector.link = safe_link(address) or before
        self._content(element, looks, holder)
        self.collector.link = before

    def _list(self, element: Element, looks: int, holder: Element) -> None:
        self._end()
        start = element.get("start", "1")
        first = int(start) if start.isdecimal() and len(start) < 7 else 1
        self._lists.append(first if element.tag == "ol" else None)
        self._content(element, looks, holder)
        self._end()
        self._lists.pop()

    def _item(self, element: Element, looks: int, holder: Element) -> None:
        self._end()
        number = self._lists[-1] if self._lists else None
        self._marker = "•" if number is None else f"{number}."
        if number is not None:
            self._lists[-1] = number + 1
        if not self._lists:
            self._lists.append(None)
            self._content(element, looks, holder)
            self._end()
            self._lists.pop()
        else:
            self._content(element, looks, holder)
            self._end()
        self._marker = ""

    def _quote(self, element: Element, looks: int, holder: Element) -> None:
        self._end()
        outer, self._quoted = self._quoted, True
        self._content(element, looks, holder)
        self._end()
        self._quoted = outer

    def _pre(self, element: Element, looks: int, holder: Element) -> None:
        self._end()
        outer, self._preformatted = self._preformatted, True
        self._content(element, looks, holder)
        self._preformatted = outer
        self._end()

    def _table(self, element: Element, looks: int, holder: Element) -> None:
        self._end()
        rows = [row for row in element.iter("tr") if _table_of(row) is element]
        if self._in_cell or _lays_out(rows):
            self._content(element, looks, holder)
            self._end()
            return
        for caption in element.iterchildren("caption"):
            self._paragraph(caption, looks, holder)
        for row in rows:
            self._row(row, looks, holder)

    def _row(self, row: Element, looks: int, holder: Element) -> None:
        collector = self.collector
        collector.block = ("table-row", 0, "")
        self._in_cell, columns = True, 0
        for cell in row.iterchildren("td", "th"):
            if columns:
                collector.end_cell(columns)
            collector.begin_cell()
            self._space = True
            self._content(cell, looks, holder)
            span = cell.get("colspan", "1")
            columns = min(int(span), 63) if span.isdecimal() and len(span) < 4 and int(span) else 1
        collector.end_cell(0)
        self._in_cell = False
        if columns:
            collector.close()
        self._space = True

    def _picture(self, element: Element, looks: int, holder: Element) -> None:
        sizes = [element.get(side, "") for side in ("width", "height")]
        if any(size.isdecimal() and int(size[:5]) < _SPACE_PX for size in sizes):
            return
        data = self._page.picture(element.get("src", "").strip())
        digest = self.pictures.keep(data) if data else ""
        if digest:
            self._dress()
            self.collector.picture(PICTURE, digest)
            self._space = False
        else:
            self._left_out += 1


def _lays_out(rows: list[Element]) -> bool:
    """Whether a table only arranges the page: whole blocks in its cells, or one column."""
    cells = [cell for row in rows for cell in row.iterchildren("td", "th")]
    if len(cells) <= len(rows):
        return True
    blocks = [
        cell for cell in cells if next(cell.iter("table", "h1", "h2", "ul"), None) is not None
    ]
    return len(blocks) > len(cells) / 3


def _table_of(row: Element) -> Element | None:
    return next(row.iterancestors("table"), None)


def _flat(element: Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _folded(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


_HANDLERS: dict[str, Callable[[_Walk, Element, int, Element], None]] = {
    "a": _Walk._link,
    "br": _Walk._break,
    "hr": _Walk._rule,
    "ul": _Walk._list,
    "ol": _Walk._list,
    "li": _Walk._item,
    "blockquote": _Walk._quote,
    "pre": _Walk._pre,
    "table": _Walk._table,
    "img": _Walk._picture,
}
