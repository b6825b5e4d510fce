"""PDF: its text, by pdfium, put together again into paragraphs.

A PDF holds lines at places, no paragraphs. Lines join to paragraphs by distance, indent and length,
across columns and pages; hyphens at line ends are undone; heads that run from page to page and page
numbers are left out. How the pages look stays in the original (`pdf_pages`): also one without any
text, such as a scan, is a source.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median
from typing import Any

from makna.domain.document import Block, ParsedDocument, plain_layout
from makna.domain.errors import BadFile
from makna.domain.text import canonical
from makna.domain.turn_marks import COLON, mark_of
from makna.domain.turn_names import is_field, is_name, is_speaker
from makna.domain.wording import Message
from makna.formats import ReadOptions
from makna.formats.finishing import finished
from makna.formats.symbols import bullet

SUFFIXES = (".pdf",)
MEDIA_TYPE = "application/pdf"
MAX_PAGES = 3_000
MAX_CHARACTERS = 20_000_000

_HYPHENS = "-\u00ad\u2010"
"""What stands at the end of a broken word."""
_EDGE_LINES = 3
"""Lines at the top and foot of a page among which running heads are looked for."""
_PAGE_NUMBER = re.compile(
    r"(?:(?:halaman|hal|page|p)\.? *)?[-–—|\[( ]*(?:\d{1,4}|[ivxlc]{1,7})[-–—|\]) ]*"
    r"(?:(?:of|dari|/) *\d{1,4})?",
    re.I,
)
_ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[•●▪■◦‣–—*-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+\S", re.I)
_SYMBOLS = {
    0xF000 + code: bullet(chr(0xF000 + code), font)
    for font, codes in (("symbol", [0xB7]), ("wingdings", [0x76, 0xA7, 0xA8, 0xD8, 0xFC]))
    for code in codes
}
"""Bullets as Word has them: fonts that say of their characters only where in the font they are."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True)
class _Line:
    """A line of text and where it stands; in points, from the left and the foot of the page."""

    page: int
    text: str
    left: float
    right: float
    base: float
    size: float


def recognises(data: bytes) -> bool:
    """Whether the first kilobyte holds the mark of a PDF, as readers of PDF allow."""
    return b"%PDF-" in data[:1024]


def read(data: bytes, name: str, options: ReadOptions) -> ParsedDocument:
    """The text in paragraphs; none where the pages are only pictures. Raises BadFile."""
    pages, facts, bare = _pages(data, name)
    if not pages:
        raise BadFile("file_empty", name=name)
    lines = [line for page in _without_heads(pages) for line in page]
    paragraphs = list(_paragraphs(lines))
    text = "\n".join(text for text, _ in paragraphs)
    layout = tuple(Block(len(text), style) for text, style in paragraphs)
    warnings = []
    if not text.strip():
        text, layout = "", plain_layout("")
        warnings.append(Message.of("pdf_without_text"))
    elif bare:
        warnings.append(Message.of("pdf_some_without_text", count=bare))
    document = ParsedDocument(
        text,
        layout,
        media_type=MEDIA_TYPE,
        title=" ".join(canonical(facts.get("Title", "")).split()),
        author=" ".join(canonical(facts.get("Author", "")).split()),
        warnings=tuple(warnings),
    )
    return finished(document, options)


def _pages(data: bytes, name: str) -> tuple[list[list[_Line]], dict[str, str], int]:
    """Lines by page, what the file says of itself, and how many pages are without text."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # pdfium may tell the reason of the file before: one that is locked says so itself.
        locked = "password" in str(error).lower() and b"/Encrypt" in data
        key = "file_encrypted" if locked else "pdf_damaged"
        raise BadFile(key, name=name) from error
    try:
        if len(document) > MAX_PAGES:
            raise BadFile("pdf_too_long", name=name, pages=MAX_PAGES)
        pages: list[list[_Line]] = []
        characters = bare = 0
        for number in range(len(document)):
            lines = _lines_of(document, number)
            characters += sum(len(line.text) for line in lines)
            bare += not lines
            if characters > MAX_CHARACTERS:
                raise BadFile("pdf_too_long", name=name, pages=MAX_PAGES)
            pages.append(lines)
        facts = {key: str(value) for key, value in document.get_metadata_dict().items()}
        return pages, facts, bare
    except pypdfium2.PdfiumError as error:
        raise BadFile("pdf_damaged", name=name) from error
    finally:
        document.close()


def _lines_of(document: Any, number: int) -> list[_Line]:
    """The lines of a page in reading order."""
    import pypdfium2.raw as pdfium

    try:
        page = document[number]
    except RuntimeError:  # PdfiumError is one: a damaged page does not cost the others
        return []
    try:
        text_page = page.get_textpage()
        handle, lines = text_page.raw, list[_Line]()
        start, said = 0, list[str]()
        count = text_page.count_chars()
        for index in range(count + 1):
            code = pdfium.FPDFText_GetUnicode(handle, index) if index < count else 10
            broken = code in (2, 0xFFFE)  # a word broken by a hyphen; no line end follows
            if code not in (10, 13):
                said.append("-" if broken else chr(code) if 0 < code < 0x110000 else "")
            if code not in (10, 13) and not broken:
                continue
            if text := _clean("".join(said)):
                lines.append(_placed(handle, number, text, start, index, pdfium))
            start, said = index + 1, []
        text_page.close()
        return _rejoined(lines)
    finally:
        page.close()


def _clean(raw: str) -> str:
    """The line without the spaces around it; halves of surrogate pairs joined."""
    whole = raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return " ".join(whole.translate(_SYMBOLS).split())


def _placed(handle: Any, page: int, text: str, start: int, end: int, pdfium: Any) -> _Line:
    box = [ctypes.c_double() for _ in range(4)]
    lefts, rights, bases = [], [], []
    for index in _ends(start, end):
        if pdfium.FPDFText_GetCharBox(handle, index, *map(ctypes.byref, box)):
            left, right, bottom, top = (side.value for side in box)
            if right > left or top > bottom:
                lefts.append(left)
                rights.append(right)
                bases.append(bottom)
    size = pdfium.FPDFText_GetFontSize(handle, (start + end) // 2)
    left, right = min(lefts, default=0.0), max(rights, default=0.0)
    return _Line(page, text, left, right, median(bases) if bases else 0.0, round(size, 1))


def _ends(start: int, end: int) -> list[int]:
    """Characters by whose boxes a line is measured: a few at either end."""
    return sorted({*range(start, min(start + 4, end)), *range(max(start, end - 4), end)})


def _rejoined(lines: list[_Line]) -> list[_Line]:
    """Pieces of one line that the file sets apart, such as justified words, as one."""
    found: list[_Line] = []
    for line in lines:
        last = found[-1] if found else None
        if (
            last is not None
            and abs(last.base - line.base) < 0.3 * line.size
            and 0 <= line.left - last.right < 1.5 * line.size
        ):
            text = f"{last.text} {line.text}"
            found[-1] = replace(last, text=text, right=line.right)
        else:
            found.append(line)
    return found


# Heads and page numbers.


def _without_heads(pages: list[list[_Line]]) -> list[list[_Line]]:
    """The pages without heads and feet that run through them, and without page numbers."""
    seen = Counter(key for page in pages for key in {_head_key(line) for line in _edges(page)})
    enough = max(3, 0.25 * len(pages)) if len(pages) > 3 else len(pages)
    running = {key for key, count in seen.items() if count >= enough and len(pages) > 1}
    numbers = sum(any(_PAGE_NUMBER.fullmatch(line.text) for line in _edges(p, 1)) for p in pages)
    kept = []
    for page in pages:
        drop = {id(line) for line in _edges(page) if _head_key(line) in running}
        rest = [line for line in page if id(line) not in drop]
        outer = {
            id(one)
            for one in _edges(rest, 1)
            if _PAGE_NUMBER.fullmatch(one.text)
            and (numbers >= 0.5 * len(pages) or (len(pages) > 1 and _stands_apart(one, rest)))
        }
        kept.append([line for line in rest if id(line) not in outer])
    return kept


def _stands_apart(line: _Line, page: list[_Line]) -> bool:
    gaps = [abs(other.base - line.base) for other in page if other is not line]
    return min(gaps, default=0.0) > 1.8 * line.size


def _edges(page: list[_Line], count: int = _EDGE_LINES) -> list[_Line]:
    """The topmost and the lowest lines of a page."""
    ordered = sorted(page, key=lambda line: -line.base)
    count = min(count, max(1, len(ordered) // 4))
    return ordered if len(ordered) <= 2 else ordered[:count] + ordered[-count:]


def _head_key(line: _Line) -> tuple[str, int]:
    """What is the same in a running head on each page: its words and its height."""
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", line.text.casefold()), round(line.base / 6)


# Paragraphs.


def _paragraphs(lines: list[_Line]) -> Iterator[tuple[str, str]]:
    """Text and style of each paragraph."""
    if not lines:
        return
    body = Counter({s: sum(len(x.text) for x in g) for s, g in _by_size(lines)}).most_common(1)[0][
        0
    ]
    sizes = sorted({x.size for x in lines if x.size >= 1.15 * body}, reverse=True)[:3]
    pitch = _pitch(lines, body)
    rights = {page: _margin(group) for page, group in _by_page(lines)}
    words = Counter(word.casefold() for line in lines for word in _WORD.findall(line.text))
    labels = _labels(lines)
    open_lines: list[_Line] = []
    for line in lines:
        begins = _begins_turn(line, labels)
        if open_lines and (begins or not _goes_on(open_lines, line, pitch, rights)):
            yield _joined(open_lines, words), _style(open_lines, sizes)
            open_lines = []
        open_lines.append(line)
    yield _joined(open_lines, words), _style(open_lines, sizes)


def _labels(lines: list[_Line]) -> Counter[str]:
    """How often lines begin with each `Label:`."""
    marks = (mark_of(COLON, 0, line.text) for line in lines)
    return Counter(mark.key for mark in marks if mark is not None)


def _begins_turn(line: _Line, labels: Counter[str]) -> bool:
    """Whether somebody begins to speak in this line, or it is one of a head's facts."""
    mark = mark_of(COLON, 0, line.text)
    if mark is None:
        return False
    known = is_speaker(mark.speaker) or is_field(mark.speaker)
    return mark.speaker[0].isupper() and (known or (labels[mark.key] > 2 and is_name(mark.speaker)))


def _by_size(lines: list[_Line]) -> Iterator[tuple[float, list[_Line]]]:
    ordered = sorted(lines, key=lambda line: line.size)
    return ((size, list(group)) for size, group in groupby(ordered, key=lambda line: line.size))


def _by_page(lines: list[_Line]) -> Iterator[tuple[int, list[_Line]]]:
    return ((page, list(group)) for page, group in groupby(lines, key=lambda line: line.page))


def _pitch(lines: list[_Line], body: float) -> float:
    """The usual distance of two lines of body text."""
    gaps = [
        round(a.base - b.base, 1)
        for a, b in pairwise(lines)
        if a.page == b.page and 0 < a.base - b.base < 4 * body and b.size == body
    ]
    return Counter(gaps).most_common(1)[0][0] if gaps else 1.2 * body


def _margin(lines: list[_Line]) -> float:
    """Where full lines end; the widest ones, so that one column's lines do not look short."""
    rights = sorted(line.right for line in lines)
    return rights[int(0.9 * (len(rights) - 1))]


def _goes_on(before: list[_Line], line: _Line, pitch: float, rights: dict[int, float]) -> bool:
    """Whether a line belongs to the paragraph of the lines before it."""
    last = before[-1]
    if abs(last.size - line.size) > 0.1 * max(last.size, line.size):
        return False
    down = last.base - line.base
    jumps = last.page != line.page or down < -0.5 * line.size or down > 12 * line.size
    ended = _ENDED.search(last.text) is not None
    width = max(1.0, rights[last.page] - min(last.left, line.left))
    short = rights[last.page] - last.right > 0.18 * width
    if not jumps and abs(down) > 1.35 * max(pitch, 1.05 * line.size):
        # Double spacing: as far apart as the lines before, or after a full line.
        usual = before[-2].base - last.base if len(before) > 1 else 2.6 * line.size
        if abs(down) > 1.1 * usual or (len(before) == 1 and (short or ended)):
            return False
    if _ITEM.match(line.text) and (ended or short or not line.text[:1].isalnum()):
        return False
    if jumps:
        return not ended and (line.text[:1].islower() or last.text[-1:] in ",-" or _reaches(before))
    indent = line.left - min(one.left for one in before[-3:] if one.page == line.page)
    hanging = len(before) > 1 or before[0].left >= line.left - 1
    if indent > 0.8 * line.size and hanging and ended:
        return False
    return not (short and (ended or line.text[:1].isupper()) and not _narrow(before, line))


def _reaches(before: list[_Line]) -> bool:
    """Whether the last line is about as long as the longest of its paragraph."""
    widest = max(line.right for line in before)
    return len(before) > 1 and before[-1].right > widest - 3 * before[-1].size


def _narrow(before: list[_Line], line: _Line) -> bool:
    """Whether the text stands in a column that ends left of the page's margin."""
    widest = max(line.right, *(one.right for one in before))
    return len(before) > 1 and before[-1].right > widest - 4 * line.size


def _style(lines: list[_Line], sizes: list[float]) -> str:
    """A heading when its letters are larger than the body's and it is short."""
    size = lines[0].size
    if size in sizes and sum(len(line.text) for line in lines) <= 200:
        return f"heading-{sizes.index(size) + 1}"
    return "body"


def _joined(lines: list[_Line], words: Counter[str]) -> str:
    text = lines[0].text
    for line in lines[1:]:
        if text[-1:] in _HYPHENS and text[-2:-1].isalpha():
            text = _unhyphened(text, line.text, words)
        elif re.search(r"\d[-–]$", text) and line.text[:1].isdigit():
            text += line.text
        else:
            text = f"{text} {line.text}"
    return canonical(text.replace("\ufeff", "")).replace("\n", " ")


def _unhyphened(text: str, after: str, words: Counter[str]) -> str:
    """Two lines joined at a hyphen, which goes unless it belongs to the word.

    It belongs to reduplications (`anak-anak`, `sayur-mayur`), before capitals and digits, and where
    the word stands with it elsewhere in the text.
    """
    head = _WORD.findall(text[:-1])
    tail = _WORD.match(after)
    if not head or tail is None:
        return text + after
    first, second = head[-1].casefold(), tail[0].casefold()
    whole, hyphened = words[first + second], words[f"{first}-{second}"]
    kept = tail[0][0].isupper() or hyphened > whole or (not whole and _doubles(first, second))
    return f"{text[:-1]}-{after}" if kept else text[:-1] + after


def _doubles(first: str, second: str) -> bool:
    """Whether the second word repeats the first, perhaps with another sound or an ending."""
    stem = first.rpartition("-")[2]
    if len(stem) < 3:
        return False
    alike = len(stem) == len(second) and stem[-2:] == second[-2:]
    return second.startswith(stem) or stem.endswith(second) or alike
