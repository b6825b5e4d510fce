"""From the bytes of an RTF file to a parsed document."""

from __future__ import annotations

import re

from makna.domain.document import PICTURE, ParsedDocument
from makna.domain.errors import BadFile
from makna.domain.wording import Message
from makna.formats import ReadOptions
from makna.formats.collector import Place
from makna.formats.finishing import finished
from makna.formats.links import safe_link
from makna.formats.notes import Note, placed
from makna.formats.pictures import PictureBox
from makna.formats.readers.rtf import MEDIA_TYPE
from makna.formats.readers.rtf.fonts import Declared, code_page, decoded
from makna.formats.readers.rtf.paper import Paper
from makna.formats.readers.rtf.state import PROPERTIES, Apart, State
from makna.formats.readers.rtf.tokens import Token, group_end, tokens, unhexed
from makna.formats.readers.rtf.words import (
    APART,
    BREAKS,
    CHARACTERS,
    INTO,
    LOOKS,
    PAGES,
    SKIPPED,
    SYMBOLS,
)
from makna.formats.symbols import bullet, raised

_DEPTH = 256
"""Groups inside each other; Word writes about ten."""
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\\w+\s+)*"?([^"\s]+)"?', re.I)


def read_rtf(data: bytes, name: str, options: ReadOptions) -> ParsedDocument:
    """Everything a researcher would read in the document. Raises BadFile."""
    reading = _Reading(data, name, options.encoding)
    try:
        reading.document()
    except RecursionError as error:  # text boxes in text boxes
        raise BadFile("file_too_deep", name=name) from error
    text, layout, starts = reading.collector.finish()
    if not text.strip():
        raise BadFile("file_empty", name=name)
    document = ParsedDocument(
        text,
        layout,
        comments=placed(reading.comments, starts, text),
        pictures=reading.pictures.bytes_of,
        media_type=MEDIA_TYPE,
        title=" ".join(reading.facts.get("title", "").split()),
        author=" ".join(reading.facts.get("author", "").split()),
        warnings=tuple(reading.warnings()),
    )
    return finished(document, options)


class _Reading:
    """One RTF file while it is being read."""

    def __init__(self, data: bytes, name: str, encoding: str = "") -> None:
        self._data, self._name = data, name
        self._declared = Declared()
        self.paper = Paper(self._declared.styles)
        self.collector = self.paper.collector
        self.pictures = PictureBox()
        self.facts: dict[str, str] = {}
        self._encoding = encoding or "cp1252"
        self._told = bool(encoding)
        self._state = State()
        self._stack: list[State] = []
        self._bytes = bytearray()
        self._high = ""
        """The first half of a surrogate pair."""
        self._skip = 0
        self._fields: list[tuple[int, str | None]] = []
        """Depths of the open fields, with the link that was before."""
        self._captured: list[str] = []
        self._hex: list[bytes] = []
        self._star = False
        self._notes: list[Apart] = []
        self._boxes: list[Apart] = []
        self._mark = 0
        self._in_comment = False
        self._author = self._ref = ""
        self._starts: dict[str, Place] = {}
        self._ends: dict[str, Place] = {}
        self.comments: list[Note] = []
        self._left_out = 0

    def document(self) -> None:
        """The main text, then its notes."""
        start = self._data.find(b"{\\rtf")
        if start < 0:  # something else by the name of `.rtf`
            raise BadFile("file_cut", name=self._name)
        self._run(start, len(self._data))
        if self._stack:
            raise BadFile("file_cut", name=self._name)
        self._end_text()
        for note in self._notes:  # grows if a note refers to another
            self.paper.note, self.collector.strip_left = note.mark, True
            self._apart(note)
            self.paper.note = None

    def warnings(self) -> list[Message]:
        said = []
        if self.collector.hidden:
            said.append(Message.of("docx_hidden_text", count=self.collector.hidden))
        if self._left_out:
            said.append(Message.of("docx_pictures_left_out", count=self._left_out))
        return said

    # Tokens.

    def _run(self, start: int, end: int) -> None:
        floor = len(self._stack)
        for token in tokens(self._data, start, end):
            if token.text:
                self._text(token)
                continue
            self._flush()
            if token.symbol == "{":
                self._open()
            elif token.symbol == "}":
                if len(self._stack) > floor:
                    self._close()
                if not self._stack:
                    return
            elif self._skip:
                self._skip -= 1
            elif token.symbol:
                self._symbol(token.symbol)
            else:
                self._word(token)
        self._flush()

    def _apart(self, apart: Apart) -> None:
        """Read a note or text box that was set aside."""
        outer, self._state = self._state, apart.state
        self._stack.append(outer)
        self._run(apart.start, apart.end)
        self._state = self._stack.pop()
        self._end_text()

    def _open(self) -> None:
        if len(self._stack) > _DEPTH:
            raise BadFile("file_too_deep", name=self._name)
        self._stack.append(self._state)
        self._state = self._state.inner()
        self._star, self._skip = False, 0

    def _close(self) -> None:
        self._skip = 0
        inner, self._state = self._state, self._stack.pop()
        if inner.destination != self._state.destination:
            self._end_destination(inner.destination)
        if inner.destination == "" == self._state.destination and self._fields:
            self._end_field()

    def _end_field(self) -> None:
        depth, before = self._fields[-1]
        if len(self._stack) < depth:
            self.collector.link = before
            self._fields.pop()

    def _word(self, token: Token) -> None:
        word, number, state = token.word, token.number, self._state
        star, self._star = self._star, False
        if word in INTO or word in SKIPPED or star or word in APART:
            self._destination(word, token.end)
        elif state.destination == "skip":
            return
        elif word in ("u", "uc"):
            self._unicode(word, number or 0)
        elif word in PAGES or word == "ansicpg":
            self._page(word, number)
        elif state.destination in ("fonts", "styles", "info"):
            self._declare(word, number)
        elif (character := CHARACTERS.get(word)) is not None:
            self._emit(character)
        elif (bit := LOOKS.get(word)) is not None:
            state.looks = state.looks & ~bit if number == 0 else state.looks | bit
        elif (change := PROPERTIES.get(word)) is not None:
            change(state, number if number is not None else 1)
        elif (handler := _HANDLERS.get(word)) is not None:
            handler(self)
        elif word in BREAKS:
            self._paragraph()

    def _symbol(self, symbol: str) -> None:
        if symbol == "\\*":
            self._star = True
        elif symbol in ("\\\n", "\\\r"):
            if self._state.destination == "":
                self._paragraph()
        elif (character := SYMBOLS.get(symbol)) is not None:
            self._emit(character)

    def _destination(self, word: str, at: int) -> None:
        state = self._state
        if word in APART and state.destination in ("", "shape"):
            self._set_apart(word, at)
            state.destination = "skip"
        elif word in ("title", "author") and state.destination == "info":
            state.destination = word
        elif state.destination == "skip" or word in SKIPPED:
            state.destination = "skip"
        elif state.destination == "shape" and word != "pict":
            return
        else:
            state.destination = INTO.get(word, "skip")
            if word == "field":
                self._fields.append((len(self._stack), self.collector.link))
        self._captured, self._hex = [], []

    def _declare(self, word: str, number: int | None) -> None:
        if word in ("title", "author") and self._state.destination == "info":
            self._state.destination = word
            self._captured = []
        elif self._state.destination == "fonts" and word == "f":
            self._declared.begin_font(number or 0)
        elif self._state.destination == "fonts" and word == "fcharset":
            self._declared.set_charset(number or 0)
        elif self._state.destination == "styles" and word == "s":
            self._declared.style = number or 0

    def _page(self, word: str, number: int | None) -> None:
        page = PAGES.get(word) or code_page(number or 0)
        if page and not self._told:
            self._encoding = page

    # Text.

    def _text(self, token: Token) -> None:
        text = token.text
        if self._skip:
            text, self._skip = text[self._skip :], max(0, self._skip - len(text))
        destination = self._state.destination
        if destination == "pict":
            self._hex.append(text)
        elif destination != "skip":
            self._bytes += text

    def _flush(self) -> None:
        if self._bytes:
            data, self._bytes = bytes(self._bytes), bytearray()
            font = self._declared.fonts.get(self._state.font)
            encoding = (font.encoding if font and not self._told else "") or self._encoding
            self._emit(decoded(data, encoding, font.name if font else ""))

    def _unicode(self, word: str, number: int) -> None:
        if word == "uc":
            self._state.skip = min(max(number, 0), 32)
            return
        unit = chr(number & 0xFFFF)
        self._skip = self._state.skip
        if "\ud800" <= unit <= "\udbff":
            self._high = unit
            return
        if "\udc00" <= unit <= "\udfff" and self._high:
            pair = (self._high + unit).encode("utf-16-le", "surrogatepass")
            unit = pair.decode("utf-16-le", "replace")
        self._high = ""
        self._emit(unit)

    def _emit(self, text: str) -> None:
        destination = self._state.destination
        if destination == "fonts":
            self._declared.font_name(text)
        elif destination == "styles":
            self._declared.style_name(text)
        elif destination:
            self._captured.append(text)
        elif not self._state.deleted:
            self.paper.write(text, self._state)

    def _end_destination(self, destination: str) -> None:
        text, self._captured = "".join(self._captured), []
        if destination in ("title", "author"):
            self.facts[destination] = text
        elif destination == "marker":
            font = self._declared.fonts.get(self._state.font)
            self.paper.marker = bullet(" ".join(text.split()), font.name if font else "")
        elif destination == "code" and (found := _HYPERLINK.match(text)):
            self.collector.link = safe_link(found[1]) or self.collector.link
        elif destination == "pict":
            self._picture()
        elif destination == "author-of":
            self._author = text.strip()
        elif destination == "ref":
            self._ref = text.strip()
        elif destination in ("start", "end"):
            places = self._starts if destination == "start" else self._ends
            places[text.strip()] = self.collector.place

    # Paragraphs and tables.

    def _paragraph(self) -> None:
        if self._state.destination == "" and self.paper.paragraph(self._state):
            self._read_boxes()

    def _cell(self) -> None:
        if self._state.destination == "":
            self.paper.cell()

    def _row(self) -> None:
        if self._state.destination == "":
            self.paper.end_row()
            self._read_boxes()

    def _inner_cell(self) -> None:
        self.paper.break_cell()

    def _end_text(self) -> None:
        self.paper.end_text()
        self._read_boxes()

    def _read_boxes(self) -> None:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._apart(box)

    # Notes, comments, pictures.

    def _set_apart(self, word: str, at: int) -> None:
        end = group_end(self._data, at, len(self._data))
        state = self._state.inner()
        state.destination, state.looks = "", 0
        state.plain_paragraph()
        if word == "footnote" and self.paper.note is None:
            self._notes.append(Apart(at, end, state, str(self._mark) if self._mark else ""))
        elif word == "shptxt" and len(self._stack) < _DEPTH // 2:
            self._boxes.append(Apart(at, end, state))
        elif word == "annotation" and not self._in_comment:
            self._comment(at, end)

    def _note_mark(self) -> None:
        if self.paper.note is None and self._state.destination == "":
            self._mark += 1
            self._emit(raised(str(self._mark)))

    def _comment(self, start: int, end: int) -> None:
        """A comment is read like a document of its own; its place is where it stands."""
        inner = _Reading(self._data, self._name)
        inner._declared, inner._encoding = self._declared, self._encoding
        inner._in_comment = True
        inner.paper.note = ""
        inner._stack.append(State())
        inner._run(start, end)
        inner._end_text()
        text = inner.collector.finish()[0].strip()
        here = self.collector.place
        span = self.collector.last_piece() or (here, here)
        if inner._ref in self._starts:
            span = (self._starts[inner._ref], self._ends.get(inner._ref, here))
        if text:
            self.comments.append(Note(text, *span, self._author))

    def _picture(self) -> None:
        data = unhexed(b"".join(self._hex))
        self._hex = []
        if self._state.deleted or not data or self._state.destination == "skip":
            return
        digest = self.pictures.keep(data)
        self._left_out += not digest
        self.paper.prepare(self._state)
        self.collector.picture(PICTURE, digest or None)


_HANDLERS = {
    "cell": _Reading._cell,
    "row": _Reading._row,
    "nestcell": _Reading._inner_cell,
    "chftn": _Reading._note_mark,
}
