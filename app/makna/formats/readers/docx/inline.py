"""The contents of a paragraph: runs, links, fields, tracked changes, notes, drawings."""

from __future__ import annotations

from collections.abc import Callable

from makna.domain.document import PICTURE, SOFT_BREAK
from makna.formats.links import safe_link
from makna.formats.readers.docx.comments import ANCHORS
from makna.formats.readers.docx.fields import filled_in, link_of_code
from makna.formats.readers.docx.formulas import linear
from makna.formats.readers.docx.names import (
    ALTERNATE,
    BREAK,
    COMMENT_END,
    COMMENT_REFERENCE,
    COMMENT_START,
    DEL,
    INS,
    MATH,
    MATH_PARAGRAPH,
    MOVE_FROM,
    MOVE_TO,
    REL_ID,
    RPR,
    SDT,
    SDT_CONTENT,
    TEXT_BOX,
    TYPE,
    VAL,
    R,
    T,
    w,
)
from makna.formats.readers.docx.notes import ENDNOTE, FOOTNOTE
from makna.formats.readers.docx.pictures import chosen, drawn, relation_id
from makna.formats.readers.docx.story import Story
from makna.formats.readers.docx.styles import LOOK_TAGS, is_on
from makna.formats.readers.docx.survey import CHARACTERS, Survey, survey, trimmed
from makna.formats.symbols import symbol
from makna.formats.xml import Element

_RUN_STYLE = w("rStyle")


class Inline:
    """Walks the contents of paragraphs into the story's collector."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._collector = story.collector
        self.base = 0
        """Looks of the paragraph's style."""
        self.boxes: list[Element] = []
        """Text boxes anchored in the open paragraph; their text follows it."""
        self._survey = Survey()

    def survey(self, part: Element) -> None:
        """Look over a part before its paragraphs are read."""
        self._survey = survey(part, _NOT_PLAIN)

    def has_properties(self, paragraph: Element) -> bool:
        """Whether the paragraph's properties have to be looked at."""
        return paragraph in self._survey.dressed or paragraph in self._survey.intricate

    def paragraph(self, paragraph: Element) -> None:
        """All contents of a paragraph."""
        pieces = self._survey.plain.get(paragraph)
        if pieces is None or paragraph in self._survey.intricate:
            self.content(paragraph)
        elif pieces:
            self._collector.add_plain(pieces, self.base)

    def content(self, parent: Element) -> None:
        """Everything directly in a paragraph, link, content control and the like."""
        for child in parent:
            tag = child.tag
            if tag == R:
                self._run(child)
            elif (handler := _INLINE.get(tag)) is not None:
                handler(self, child)

    def _run(self, run: Element) -> None:
        looks, add = self.base, self._collector.add
        for child in run:
            tag = child.tag
            if tag == T:
                if text := child.text:
                    add(trimmed(child, text) if "\n" in text else text, looks)
            elif tag == RPR:
                looks = self._looks(child)
            elif (character := CHARACTERS.get(tag)) is not None:
                add(character, looks)
            elif (handler := _IN_RUN.get(tag)) is not None:
                handler(self, child, looks)

    def _looks(self, properties: Element) -> int:
        mask = value = 0
        style = ""
        for child in properties:
            tag = child.tag
            if (bit := LOOK_TAGS.get(tag)) is not None:
                mask |= bit
                if is_on(child):
                    value |= bit
            elif tag == _RUN_STYLE:
                style = child.get(VAL, "")
        base = self._story.styles.toggled(style, self.base) if style else self.base
        return (base & ~mask) | value

    def _hyperlink(self, element: Element) -> None:
        relation = self._story.relations.get(element.get(REL_ID, ""))
        address = safe_link(relation.target) if relation and relation.external else None
        self._linked(element, address)

    def _simple_field(self, element: Element) -> None:
        self._linked(element, link_of_code(element.get(w("instr"), "")))

    def _linked(self, element: Element, address: str | None) -> None:
        before = self._collector.link
        self._collector.link = address or before
        self.content(element)
        self._collector.link = before

    def _control(self, element: Element) -> None:
        for content in element.iterchildren(SDT_CONTENT):
            self.content(content)

    def _alternate(self, element: Element) -> None:
        branch = chosen(element)
        if branch is not None:
            self.content(branch)

    def _deleted(self, element: Element) -> None:
        """Nothing of a deletion is text, but comments may begin or end in it."""
        for anchor in element.iter(*ANCHORS):
            self._story.anchors.note(anchor)

    def _anchor(self, element: Element) -> None:
        self._story.anchors.note(element)

    def _formula(self, element: Element) -> None:
        self._collector.add(linear(element), self.base)

    # What stands in a run besides its text.

    def _break(self, element: Element, looks: int) -> None:
        if element.get(TYPE) in ("page", "column"):
            self._collector.break_page()
        else:
            self._collector.add(SOFT_BREAK, looks)

    def _symbol(self, element: Element, looks: int) -> None:
        font = element.get(w("font"), "")
        character = symbol(font, element.get(w("char"), ""))
        if character == "\ufffd":
            self._story.fonts[font] += 1
        self._collector.add(character, looks)

    def _field_mark(self, element: Element, looks: int) -> None:
        filled = filled_in(element) if len(element) else ""
        shown = self._story.fields.mark(element.get(w("fldCharType"), ""), filled)
        if shown:
            self._collector.add(shown, looks)

    def _field_code(self, element: Element, looks: int) -> None:
        self._story.fields.code(element.text or "")

    def _footnote(self, element: Element, looks: int) -> None:
        self._collector.add(self._story.footnotes.refer(element), looks)

    def _endnote(self, element: Element, looks: int) -> None:
        self._collector.add(self._story.endnotes.refer(element), looks)

    def _comment(self, element: Element, looks: int) -> None:
        self._story.anchors.note(element)

    def _ruby(self, element: Element, looks: int) -> None:
        for base in element.iterchildren(w("rubyBase")):
            self.content(base)

    def _drawing(self, element: Element, looks: int) -> None:
        for found in drawn(element, self._story.left_out):
            if found.tag == TEXT_BOX:
                self.boxes.append(found)
            elif relation_id(found) or element.tag != w("pict"):
                relation = self._story.relations.get(relation_id(found))
                self._collector.picture(PICTURE, self._story.pictures.digest(relation))

    def _alternate_in_run(self, element: Element, looks: int) -> None:
        branch = chosen(element)
        for child in branch if branch is not None else ():
            if child.tag == T:
                self._collector.add(child.text or "", looks)
            elif (handler := _IN_RUN.get(child.tag)) is not None:
                handler(self, child, looks)


_INLINE: dict[str, Callable[[Inline, Element], None]] = {
    w("hyperlink"): Inline._hyperlink,
    w("fldSimple"): Inline._simple_field,
    SDT: Inline._control,
    ALTERNATE: Inline._alternate,
    DEL: Inline._deleted,
    MOVE_FROM: Inline._deleted,
    MATH: Inline._formula,
    MATH_PARAGRAPH: Inline._formula,
    COMMENT_START: Inline._anchor,
    COMMENT_END: Inline._anchor,
    COMMENT_REFERENCE: Inline._anchor,
    **dict.fromkeys(
        (INS, MOVE_TO, w("smartTag"), w("customXml"), w("dir"), w("bdo")), Inline.content
    ),
}
_IN_RUN: dict[str, Callable[[Inline, Element, int], None]] = {
    BREAK: Inline._break,
    w("sym"): Inline._symbol,
    w("fldChar"): Inline._field_mark,
    w("instrText"): Inline._field_code,
    FOOTNOTE: Inline._footnote,
    ENDNOTE: Inline._endnote,
    COMMENT_REFERENCE: Inline._comment,
    w("ruby"): Inline._ruby,
    w("drawing"): Inline._drawing,
    w("pict"): Inline._drawing,
    w("object"): Inline._drawing,
    ALTERNATE: Inline._alternate_in_run,
}

_NOT_PLAIN = (
    # Whatever has a handler, except wrappers that change nothing, and properties that differ from
    # plain looks: a character style, tracked formatting with the looks that were there before.
    *(tag for tag, handler in _INLINE.items() if handler not in (Inline.content, Inline._control)),
    *(tag for tag in _IN_RUN if tag != BREAK),
    *(_RUN_STYLE, w("rPrChange"), TEXT_BOX),
)
