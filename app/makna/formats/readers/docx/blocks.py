"""Paragraphs, tables, notes and text boxes in the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from makna.formats.readers.docx.comments import ANCHORS
from makna.formats.readers.docx.inline import Inline
from makna.formats.readers.docx.names import (
    ALTERNATE,
    COMMENT_END,
    COMMENT_REFERENCE,
    COMMENT_START,
    DEL,
    INS,
    MATH,
    MATH_PARAGRAPH,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    TBL,
    TC,
    TCPR,
    TR,
    TRPR,
    VAL,
    P,
    w,
)
from makna.formats.readers.docx.notes import Note
from makna.formats.readers.docx.pictures import chosen
from makna.formats.readers.docx.story import Story
from makna.formats.readers.docx.styles import Numbering, numbering_of, outline_block
from makna.formats.xml import Element

_STYLE, _NUM_PR, _OUTLINE = w("pStyle"), w("numPr"), w("outlineLvl")
_WRAPPERS = frozenset({SDT, SDT_CONTENT, w("customXml"), w("smartTag"), INS, MOVE_TO})
_SPAN = w("gridSpan")
_MAX_COLUMNS = 63
"""Word's own limit; a larger span is nonsense."""


class Blocks:
    """Walks the block content of a story: body, cells, notes, text boxes."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._collector = story.collector
        self._inline = Inline(story)
        self._in_cell = False
        self._note_mark: str | None = None
        """While in a note: its mark, empty from its second paragraph on."""

    def body(self, element: Element) -> None:
        """The main text, then its footnotes, then its endnotes."""
        self._text(element)
        main = self._story.relations
        for notes in (self._story.footnotes, self._story.endnotes):
            relations = None
            for note in notes.found:  # grows if a note refers to another
                relations = relations or self._story.package.relations(note.part)
                self._story.relations = relations
                self._note(note)
        self._story.relations = main

    def content(self, parent: Element) -> None:
        """Paragraphs, tables and what wraps them."""
        for child in parent:
            tag = child.tag
            if tag == P:
                self._paragraph(child)
            elif (handler := _BLOCKS.get(tag)) is not None:
                handler(self, child)

    def _text(self, element: Element) -> None:
        self._inline.survey(element)
        self.content(element)
        self._story.fields.reset()
        if not self._collector.is_empty:  # the mark of the last paragraph was deleted
            self._collector.close()

    def _note(self, note: Note) -> None:
        self._note_mark, self._collector.strip_left = note.mark, True
        self._text(note.element)
        self._note_mark = None

    def _paragraph(self, paragraph: Element) -> None:
        ends = True
        if self._inline.has_properties(paragraph):
            ends = self._open(next(iter(paragraph), None))
        else:
            style = self._story.styles.paragraph()
            self._inline.base = style.looks
            self._dress(style.block, self._marker(style.numbering, style.id))
        self._inline.paragraph(paragraph)
        boxes, self._inline.boxes = self._inline.boxes, []
        if not ends and not boxes:
            return
        if self._in_cell:
            self._collector.break_softly()
        elif not (boxes and self._collector.is_empty):
            self._collector.close()
        for box in boxes:
            self.content(box)

    def _open(self, first: Element | None) -> bool:
        """Set the looks for a paragraph by its first child, which may hold its properties.

        False when its mark is deleted: the next paragraph joins it.
        """
        style_id, ends = "", True
        listed = outlined = None
        for child in first if first is not None and first.tag == PPR else ():
            tag = child.tag
            if tag == _STYLE:
                style_id = child.get(VAL, "")
            elif tag == _NUM_PR:
                listed = first
            elif tag == _OUTLINE:
                outlined = outline_block(child)
            elif tag == RPR:
                ends = child.find(DEL) is None and child.find(MOVE_FROM) is None
        style = self._story.styles.paragraph(style_id)
        self._inline.base = style.looks
        numbering = style.numbering
        if listed is not None:
            numbering = _over(numbering, numbering_of(listed))
        block = outlined or style.block
        self._dress(block, self._marker(numbering, style.id) if ends else None)
        return ends

    def _marker(self, numbering: Numbering | None, style_id: str) -> tuple[str, int] | None:
        return self._story.lists.marker(numbering, style_id) if numbering is not None else None

    def _dress(self, block: str, marked: tuple[str, int] | None) -> None:
        """Tell the collector what the open paragraph is."""
        marker, level = marked or ("", 0)
        if self._in_cell:
            # A row is one paragraph; the number of its first cell is what people refer to.
            if marker and self._collector.is_empty:
                self._collector.block = ("table-row", 0, marker)
        elif self._note_mark is not None:
            self._collector.block = ("footnote", 0, self._note_mark)
            self._note_mark = ""
        elif marked and block in ("body", "quote"):
            self._collector.block = ("list", level, marker)
        else:
            self._collector.block = (block, 0, marker)

    def _table(self, table: Element) -> None:
        rows = list(_flat(table, TR))
        if self._in_cell:
            self._lines(rows)
        elif _is_frame(rows):
            self._frame(rows)
        else:
            for row in rows:
                self._row(row) if row.tag == TR else self._anchor(row)

    def _row(self, row: Element) -> None:
        if _deleted_row(row):
            return
        collector = self._collector
        if not collector.is_empty:
            collector.close()
        note, self._note_mark = self._note_mark, None
        collector.block = ("table-row", 0, "")
        self._in_cell = True
        columns = 0
        for cell in _flat(row, TC):
            if cell.tag != TC:
                self._anchor(cell)
                continue
            if columns:
                collector.end_cell(columns)
            collector.begin_cell()
            self.content(cell)
            columns = _columns(cell)
        collector.end_cell(0)
        self._in_cell = False
        self._note_mark = "" if note is not None else None
        collector.close()

    def _lines(self, rows: list[Element]) -> None:
        """A table inside a cell: each of its cells is a line of the outer cell."""
        for row in rows:
            if row.tag != TR:
                self._anchor(row)
            elif not _deleted_row(row):
                for cell in _flat(row, TC):
                    self.content(cell) if cell.tag == TC else self._anchor(cell)

    def _frame(self, rows: list[Element]) -> None:
        """A table of one column around whole paragraphs is a border, not a table."""
        self._lines(rows)

    def _control(self, element: Element) -> None:
        for content in element.iterchildren(SDT_CONTENT):
            self.content(content)

    def _alternate(self, element: Element) -> None:
        branch = chosen(element)
        if branch is not None:
            self.content(branch)

    def _foreign(self, element: Element) -> None:
        self._story.left_out["docx_inserted_files"] += 1

    def _anchor(self, element: Element) -> None:
        self._story.anchors.note(element)

    def _deleted(self, element: Element) -> None:
        for anchor in element.iter(*ANCHORS):
            self._story.anchors.note(anchor)

    def _stray(self, element: Element) -> None:
        """A formula where a paragraph should be."""
        parent = element.getparent()
        if parent is not None:
            holder = parent.makeelement(P)
            holder.append(element)
            self._paragraph(holder)


_BLOCKS: dict[str, Callable[[Blocks, Element], None]] = {
    TBL: Blocks._table,
    SDT: Blocks._control,
    ALTERNATE: Blocks._alternate,
    DEL: Blocks._deleted,
    MOVE_FROM: Blocks._deleted,
    w("altChunk"): Blocks._foreign,
    **dict.fromkeys((COMMENT_START, COMMENT_END, COMMENT_REFERENCE), Blocks._anchor),
    **dict.fromkeys((INS, MOVE_TO, w("customXml"), w("smartTag")), Blocks.content),
    **dict.fromkeys((MATH, MATH_PARAGRAPH), Blocks._stray),
}


def _flat(parent: Element, wanted: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, and comment marks between them, whatever wraps them."""
    for child in parent:
        if child.tag == wanted or child.tag in ANCHORS:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _flat(child, wanted)


def _is_frame(rows: list[Element]) -> bool:
    """Whether all rows have one cell and some cell holds more than one paragraph."""
    crowded = False
    for row in rows:
        cells = [cell for cell in _flat(row, TC) if cell.tag == TC] if row.tag == TR else []
        if len(cells) > 1:
            return False
        for cell in cells:
            crowded = crowded or sum(1 for child in cell if child.tag in (P, TBL, SDT)) > 1
    return crowded


def _deleted_row(row: Element) -> bool:
    properties = row.find(TRPR)
    return properties is not None and properties.find(DEL) is not None


def _columns(cell: Element) -> int:
    """How many columns of the grid a cell covers."""
    properties = next(iter(cell), None)
    if properties is None or properties.tag != TCPR:
        return 1
    span = properties.find(_SPAN)
    value = span.get(VAL, "") if span is not None else ""
    return min(int(value), _MAX_COLUMNS) if value.isdecimal() and int(value) else 1


def _over(style: Numbering | None, direct: Numbering | None) -> Numbering | None:
    """Numbering given in the paragraph over that of its style; number 0 takes it away."""
    if direct is None:
        return style
    num = direct.num if direct.num is not None else (style.num if style else None)
    if num in (None, "0"):
        return None
    level = direct.level if direct.level is not None else (style.level if style else None)
    return Numbering(num, level)
