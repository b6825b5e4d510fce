"""Paragraphs, lists, tables and notes in the order in which they are read."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from makna.domain.document import PICTURE, SOFT_BREAK
from makna.domain.wording import Message
from makna.formats.archive import Archive
from makna.formats.collector import Collector, Place
from makna.formats.links import safe_link
from makna.formats.notes import Note
from makna.formats.pictures import PictureBox
from makna.formats.readers.odt.lists import LEVELS, Count, Lists, integer
from makna.formats.readers.odt.names import (
    HREF,
    LIST,
    SPAN,
    STYLE_NAME,
    H,
    P,
    dc,
    draw,
    office,
    table,
    text,
)
from makna.formats.readers.odt.styles import Styles
from makna.formats.symbols import raised
from makna.formats.xml import Element

_WHITE = re.compile(r"[ \t\r\n]+")
_REPEATED, _SPANNED = table("number-columns-repeated"), table("number-columns-spanned")
_ROW, _CELL, _COVERED = table("table-row"), table("table-cell"), table("covered-table-cell")
_MAX_COLUMNS = 63
_MAX_SPACES = 1_000
"""A longer run of spaces is nonsense."""


@dataclass
class _Listed:
    """Where the walk is in lists."""

    count: Count
    level: int
    style: str
    marker: str | None = None
    """For the next paragraph; None when it has been given."""


class Blocks:
    """Walks the body of a text into a collector."""

    def __init__(self, roots: list[Element], archive: Archive | None) -> None:
        self.collector = Collector()
        self.styles = Styles(roots)
        self.pictures = PictureBox()
        self.comments: list[Note] = []
        self._archive = archive
        self._lists = Lists(roots)
        self._listed: _Listed | None = None
        self._in_cell = False
        self._note: str | None = None
        """While in a note: its mark, empty from its second paragraph on."""
        self._notes: list[tuple[str, Element]] = []
        self._boxes: list[Element] = []
        self._open: dict[str, tuple[int, Place]] = {}
        """Comments that have begun, by name: their number and place."""
        self._space = True
        """Whether white space would be the first, or doubled, and is dropped."""
        self._left_out = 0

    def body(self, element: Element) -> None:
        """The main text, then its notes."""
        self._content(element)
        for mark, note in self._notes:  # grows if a note refers to another
            self._note, self._listed = mark, None
            self.collector.strip_left = True
            self._content(note)
        self._note = None

    def warnings(self) -> list[Message]:
        said = []
        if self.collector.hidden:
            said.append(Message.of("docx_hidden_text", count=self.collector.hidden))
        if self._left_out:
            said.append(Message.of("docx_pictures_left_out", count=self._left_out))
        return said

    def _content(self, parent: Element) -> None:
        for child in parent:
            tag = child.tag
            if tag in (P, H):
                self._paragraph(child)
            elif tag == LIST:
                self._list(child)
            elif tag == table("table"):
                self._table(child)
            elif tag in _GROUPS:
                self._content(child)
            elif tag in (draw("frame"), draw("g")):  # anchored to the page
                self._frame(child, 0)
                self._end_boxes()

    # Paragraphs.

    def _paragraph(self, element: Element) -> None:
        style = self.styles.paragraph(element.get(STYLE_NAME, ""))
        self._dress(element, style.block)
        self._space = True
        self._inline(element, style.looks)
        boxes, self._boxes = self._boxes, []
        if self._in_cell:
            self.collector.break_softly()
        elif not (boxes and self.collector.is_empty):
            self.collector.close()
        self._put_boxes(boxes)

    def _end_boxes(self) -> None:
        if not self.collector.is_empty and not self._in_cell:
            self.collector.close()
        boxes, self._boxes = self._boxes, []
        self._put_boxes(boxes)

    def _put_boxes(self, boxes: list[Element]) -> None:
        outer, self._listed = self._listed, None
        for box in boxes:
            self._content(box)
        self._listed = outer

    def _dress(self, element: Element, block: str) -> None:
        """Tell the collector what the open paragraph is."""
        marker = ""
        if element.tag == H:
            level = integer(element.get(text("outline-level")), 1) or 1
            block = f"heading-{min(level, 6)}"
            if element.get(text("is-list-header")) != "true" and self._listed is None:
                marker = self._lists.headings.next(min(level, LEVELS) - 1)
        listed = self._listed
        if listed is not None:
            marker, listed.marker = listed.marker or "", None
        if self._in_cell:
            if marker and self.collector.is_empty:
                self.collector.block = ("table-row", 0, marker)
        elif self._note is not None:
            self.collector.block, self._note = ("footnote", 0, self._note), ""
        elif listed is not None and block in ("body", "quote"):
            self.collector.block = ("list", listed.level, marker)
        else:
            self.collector.block = (block, 0, marker)

    def _inline(self, parent: Element, looks: int) -> None:
        self._said(parent.text, looks)
        for child in parent:
            tag = child.tag
            if tag == SPAN:
                self._inline(child, self.styles.span(child.get(STYLE_NAME, ""), looks))
            elif (handler := _INLINE.get(tag)) is not None:
                handler(self, child, looks)
            elif tag not in _SILENT:
                self._inline(child, looks)
            self._said(child.tail, looks)

    def _said(self, raw: str | None, looks: int) -> None:
        """Text with white space collapsed as the standard says (part 3, 6.1.2)."""
        if not raw:
            return
        shown = _WHITE.sub(" ", raw)
        if self._space:
            shown = shown.removeprefix(" ")
        if shown:
            self._space = shown.endswith(" ")
            self.collector.add(shown, looks)

    def _character(self, character: str, looks: int) -> None:
        self._space = False
        self.collector.add(character, looks)

    def _spaces(self, element: Element, looks: int) -> None:
        count = min(integer(element.get(text("c")), 1), _MAX_SPACES)
        self._character(" " * count, looks)

    def _tab(self, element: Element, looks: int) -> None:
        self._character("\t", looks)

    def _line_break(self, element: Element, looks: int) -> None:
        self._character(SOFT_BREAK, looks)
        self._space = True

    def _link(self, element: Element, looks: int) -> None:
        before = self.collector.link
        self.collector.link = safe_link(element.get(HREF, "")) or before
        self._inline(element, looks)
        self.collector.link = before

    def _note_mark(self, element: Element, looks: int) -> None:
        citation, body = element.find(text("note-citation")), element.find(text("note-body"))
        mark = "".join(map(str, citation.itertext())).strip() if citation is not None else ""
        if body is not None:
            self._notes.append((mark, body))
            self._character(raised(mark), looks)

    def _comment(self, element: Element, looks: int) -> None:
        lines = [_spoken(line) for line in element.iter(P, H)]
        said = "\n".join(lines).strip()
        if not said:
            return
        here = self.collector.place
        first, last = self.collector.last_piece() or (here, here)
        name = element.get(office("name"), "")
        if name:
            self._open[name] = (len(self.comments), here)
        author = " ".join((element.findtext(dc("creator")) or "").split())
        at = (element.findtext(dc("date")) or "").strip()
        resolved = element.get(_RESOLVED) == "true"
        self.comments.append(Note(said, first, last, author, at, resolved))

    def _comment_end(self, element: Element, looks: int) -> None:
        index, start = self._open.pop(element.get(office("name"), ""), (-1, (0, 0)))
        if index >= 0:
            note = self.comments[index]
            self.comments[index] = Note(
                note.text, start, self.collector.place, note.author, note.at, note.resolved
            )

    def _ruby(self, element: Element, looks: int) -> None:
        for base in element.iterchildren(text("ruby-base")):
            self._inline(base, looks)

    # Drawings.

    def _frame(self, element: Element, looks: int) -> None:
        """A frame shows the first of its contents that a program can show."""
        for child in element:
            if child.tag == draw("text-box"):
                self._boxes.append(child)
                return
            if child.tag == draw("image"):
                self._picture(child)
                return
            if child.tag in (draw("frame"), draw("g"), draw("a")):
                self._frame(child, looks)
        if element.find(P) is not None or element.find(LIST) is not None:  # a shape with text
            self._boxes.append(element)

    def _picture(self, image: Element) -> None:
        digest = self._digest(image)
        self._left_out += not digest
        self._space = False
        self.collector.picture(PICTURE, digest or None)

    def _digest(self, image: Element) -> str:
        packed = image.findtext(office("binary-data"))
        if packed:
            try:
                return self.pictures.keep(base64.b64decode(packed))
            except (binascii.Error, ValueError):
                return ""
        member = image.get(HREF, "").removeprefix("./")
        return self.pictures.load(self._archive, member) if self._archive and member else ""

    # Lists and tables.

    def _list(self, element: Element) -> None:
        outer = self._listed
        name = element.get(STYLE_NAME, "")
        if outer is None:
            listed = _Listed(self._lists.begin(element, name), 0, name)
        elif name and name != outer.style:
            listed = _Listed(self._lists.begin(element, name), outer.level + 1, name)
        else:
            listed = _Listed(outer.count, outer.level + 1, outer.style)
        listed.level = min(listed.level, LEVELS - 1)
        for item in element:
            self._listed = listed
            if item.tag == text("list-item"):
                given = item.get(text("start-value"))
                start = integer(given, 1) if given else None
                listed.marker = self._marker(item, listed, start)
            self._content(item)
        self._listed = outer

    def _marker(self, item: Element, listed: _Listed, start: int | None) -> str | None:
        """The marker of an item; an item that only holds a deeper list has none."""
        first = next(iter(item), None)
        if first is not None and first.tag == LIST:
            return None
        return listed.count.next(listed.level, start)

    def _table(self, element: Element) -> None:
        outer, self._listed = self._listed, None
        for row in _rows(element):
            if self._in_cell:
                for cell in row.iterchildren(_CELL):
                    self._content(cell)
            else:
                self._row(row)
        self._listed = outer

    def _row(self, row: Element) -> None:
        collector = self.collector
        note, self._note = self._note, None
        collector.block = ("table-row", 0, "")
        self._in_cell, columns = True, 0
        for cell in row.iterchildren(_CELL):
            if columns:
                collector.end_cell(columns)
            collector.begin_cell()
            self._content(cell)
            covered = integer(cell.get(_SPANNED), 1) or 1
            columns = min(covered * (integer(cell.get(_REPEATED), 1) or 1), _MAX_COLUMNS)
        collector.end_cell(0)
        self._in_cell = False
        self._note = "" if note is not None else None
        collector.close()


def _rows(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == _ROW:
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child)


def _spoken(paragraph: Element) -> str:
    """The words of a paragraph in a comment."""
    pieces = [paragraph.text or ""]
    for node in paragraph.iterdescendants():
        if node.tag == text("s"):
            pieces.append(" " * min(integer(node.get(text("c")), 1), _MAX_SPACES))
        elif node.tag in (text("tab"), text("line-break")):
            pieces.append("\t" if node.tag == text("tab") else "\n")
        pieces += [node.text or "", node.tail or ""]
    return "".join(pieces).strip()


_RESOLVED = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}resolved"
_INLINE: dict[str, Callable[[Blocks, Element, int], None]] = {
    text("s"): Blocks._spaces,
    text("tab"): Blocks._tab,
    text("line-break"): Blocks._line_break,
    text("a"): Blocks._link,
    text("note"): Blocks._note_mark,
    text("ruby"): Blocks._ruby,
    office("annotation"): Blocks._comment,
    office("annotation-end"): Blocks._comment_end,
    **dict.fromkeys(map(draw, ("frame", "g", "a", "custom-shape", "rect")), Blocks._frame),
}
_SILENT = frozenset(
    map(text, ("tracked-changes", "bookmark", "bookmark-start", "bookmark-end", "script"))
)
_GROUPS = frozenset(
    (
        *map(text, ("section", "list-header", "list-item", "table-of-content", "index-body")),
        *map(text, ("illustration-index", "table-index", "alphabetical-index", "user-index")),
        *map(text, ("bibliography", "index-title", "object-index", "numbered-paragraph")),
    )
)
_ROW_GROUPS = frozenset(map(table, ("table-header-rows", "table-rows", "table-row-group")))
