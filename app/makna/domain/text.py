"""The canonical text and what can be found in it: paragraphs, sentences, words, lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

LINE_COLUMNS = 68
"""Columns of a numbered line: fits 14 cm of Times New Roman 12."""

_FORBIDDEN = re.compile("[\x00\ud800-\udfff\ufdd0\ufdd1\ufeff\ufffe]")
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_WORD = re.compile(r"\w+(?:[-'’\u2010\u2011]\w+)*")
_LINE = re.compile(
    rf"[^\n\u2028]{{1,{LINE_COLUMNS}}}(?:[ \t]+|(?=[\n\u2028])|\Z)|[^\n\u2028]{{{LINE_COLUMNS}}}"
)

_ABBREVIATION_LIST = """
dr drs dra ir prof hj h kh ust sdr sdri bpk tn ny nn alm no hlm hal jl gg kab kec kel prov tgl pkl
tel telp fax dll dsb dst dkk spt yth ttd a.n u.p s.d s.sos s.ikom s.pd s.h s.e s.t s.ag s.kom m.si
m.pd m.a m.m m.h m.ikom m.kom ph.d mr mrs ms st vs etc e.g i.e cf al vol ed eds pp p fig jr sr inc
ltd co approx dept gov jan feb mar apr jun jul agu agt aug sep sept okt oct nov des dec ybs bdk
misal wib rt rw
"""
_ABBREVIATIONS = frozenset(_ABBREVIATION_LIST.split())
_SAID = re.compile(r"\S")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")


def canonical(text: str) -> str:
    """The text as Makna keeps it: a leading BOM removed, line ends LF, what Qt cannot hold U+FFFD.

    Idempotent. No Unicode normalisation: the text stays what the file says.
    """
    text = text.removeprefix("\ufeff")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
    return _FORBIDDEN.sub("\ufffd", text)


def one_line(name: str) -> str:
    """A name as lists can show it: on one line, with nothing that steers a terminal.

    Control characters become spaces; the direction marks U+202A to U+202E and U+2066 to U+2069,
    which could show a name backwards, are left out.
    """
    return " ".join(_STEERING.sub(" ", _TURNING.sub("", name)).split())


def paragraph_at(text: str, position: int) -> tuple[int, int]:
    """The paragraph [start, end) that holds `position`, without its LF."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return start, len(text) if end < 0 else end


def word_at(text: str, position: int) -> tuple[int, int]:
    """The word [start, end) at or just before `position`; empty where there is none."""
    start, end = paragraph_at(text, position)
    for match in _WORD.finditer(text, start, end):
        if match.start() <= position <= match.end():
            return match.span()
        if match.start() > position:
            break
    return position, position


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of the paragraph [start, end), without the spaces between them.

    A full stop after an abbreviation (dr., hlm., S.Sos., e.g.), an initial or a number that goes on
    in lower case does not end one.
    """
    found: list[tuple[int, int]] = []
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if _goes_on(text, begin, match, end):
            continue
        found.append((begin, match.end()))
        begin = match.end()
    found.append((begin, end))
    trimmed = (_trim(text, a, b) for a, b in found)
    return [(a, b) for a, b in trimmed if a < b]


def sentence_at(text: str, position: int) -> tuple[int, int]:
    """The sentence that holds `position`; the one before it when it lies between two."""
    return Sentences(text).at(position)


class Sentences:
    """Those of a text, for many questions: each paragraph is taken apart once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, list[tuple[int, int]]] = {}
        """By where their paragraph starts."""

    def at(self, position: int) -> tuple[int, int]:
        """As `sentence_at`."""
        start, end = paragraph_at(self._text, position)
        if start not in self._known:
            self._known[start] = sentences(self._text, start, end)
        there = self._known[start]
        rank = bisect_right(there, position, key=lambda sentence: sentence[0]) - 1
        return there[max(0, rank)] if there else (position, position)


def _goes_on(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    after = _SAID.search(text, match.end(), end)
    following = after.group() if after else ""
    if following.islower():
        return True
    if match.group()[0] != "." or match.group().startswith(".."):
        return False
    word = re.split(r"[\s(\[\"'“‘]", text[begin : match.start()])[-1].casefold()
    if word in _ABBREVIATIONS:
        return bool(following)
    return len(word) == 1 and word.isalpha() and bool(following)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) without the white space at its edges; unchanged where nothing would be left."""
    inner = _trim(text, start, end)
    return inner if inner[0] < inner[1] else (start, end)


class Lines:
    """Numbered lines of a text: a fixed wrap at `LINE_COLUMNS`, empty paragraphs not counted.

    The wrap breaks at spaces and, in a word longer than a line, anywhere; a soft break ends a line.
    """

    def __init__(self, text: str) -> None:
        self._begun: list[int] = []
        """Where the lines begin that have been wrapped so far."""
        self._wrapping = _LINE.finditer(text)

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins; wrapped only when all are asked for."""
        self._begun += [match.start() for match in self._wrapping]
        return self._begun

    def number(self, position: int) -> int:
        """The number, from 1, of the line that holds `position`; wrapped as far as there."""
        while not self._begun or self._begun[-1] <= position:
            match = next(self._wrapping, None)
            if match is None:
                break
            self._begun.append(match.start())
        return max(1, bisect_right(self._begun, position))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last line of [start, end)."""
        return self.number(start), self.number(max(start, end - 1))


class Paragraphs:
    """Numbers of the paragraphs of a text, from 1, empty ones counted."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def number(self, position: int) -> int:
        return bisect_right(self.starts, position)
