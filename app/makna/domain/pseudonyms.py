"""Names and what stands for them in everything that leaves the project.

A name is found as whole words, the longest first, in whatever case it is written; the substitute
takes the case over (RINA → INFORMAN 1). A name in double quotes (`"Indah"`) is found only as it is
written, or all in capitals: for names that are ordinary words, too; names of one or two letters
always are, and so are initials, with or without spaces (`R.W.`, `R. W.`). Letters that Indonesian
appends belong to the sentence: *Rinanya*, *Rina-nya* and *Rina's* hold the name Rina. So do titles:
*Bu Rina* becomes *Bu Informan 1* unless *Bu Rina* is in the list.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

PseudonymId = NewType("PseudonymId", int)

_INVISIBLE = "\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Soft hyphen, characters without width and marks of direction: they may stand inside a name and
are not seen."""
_MARK = "\u0300-\u036f"
_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(rf"{_LETTER}+(?:[{_INVISIBLE}{_MARK}]+{_LETTER}*)*|\d+")
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_CLITIC = r"(?:nya|ku|mu)?(?:lah|kah|pun)?"
_CLITICS = tuple(
    own + stress for own in ("", "nya", "ku", "mu") for stress in ("", "lah", "kah", "pun")
)
_INITIALS = re.compile(rf"(?:{_LETTER}\.\s?){{1,4}}{_LETTER}\.?")
_SHORT = 2
"""Names of so few letters and digits, such as `R`, are taken literally: `Rku` and `r` are not R."""
_ALIKE = {
    "'": "['\u2019\u02bc\u2018`]",
    "\u2019": "['\u2019\u02bc\u2018`]",
    "-": "[-\u2010\u2011\u2012\u2013\u2014\u2212]",
}
_JOINED = {"ffi": "\ufb03", "ffl": "\ufb04", "ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02"}
"""Letters that a PDF may have as one."""
_JOINT = re.compile("|".join(_JOINED), re.IGNORECASE)


class PseudonymKind(StrEnum):
    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    OTHER = "other"


@dataclass(frozen=True)
class Pseudonym:
    """A row of the list."""

    id: PseudonymId
    guid: str
    name: str
    substitute: str
    kind: PseudonymKind = PseudonymKind.PERSON


@dataclass(frozen=True, slots=True)
class Found:
    """A name at [start, end) of a text."""

    start: int
    end: int
    name: str
    """As the list has it."""
    written: str
    """As the text has it."""
    substitute: str
    """What is to stand there."""


@dataclass(frozen=True)
class _Entry:
    name: str
    bare: str
    """Without the quotes of an exact name."""
    substitute: str
    pattern: re.Pattern[str]
    lead: int
    """Characters before its first word, such as the `@` of an account."""


class Replacer:
    """Finds the names of a list in any text."""

    def __init__(self, pseudonyms: Iterable[tuple[str, str]]) -> None:
        """`pseudonyms` are names with their substitutes; names without a letter or digit count not.

        Of two spellings that cannot be told apart the first wins.
        """
        self._by_first: dict[str, list[_Entry]] = {}
        for name, substitute in pseudonyms:
            bare, exact = unquoted(name)
            tokens = _TOKEN.findall(bare)
            if not tokens:
                continue
            lead = _TOKEN.search(bare)
            assert lead is not None
            entry = _Entry(name, bare, substitute, _pattern(bare, exact), lead.start())
            for key in _first_keys(tokens):
                self._by_first.setdefault(key, []).append(entry)

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def find(self, text: str) -> list[Found]:
        """Every name in the text, in order, none inside another: of those that overlap the longest.

        Linear in the text: each word is looked up once.
        """
        if not self._by_first:
            return []
        hits: list[tuple[int, int, _Entry]] = []
        for token in _TOKEN.finditer(text):
            word = token.group()
            entries = self._by_first.get(_key(word))
            for entry in entries or ():
                start = token.start() - entry.lead
                match = entry.pattern.match(text, start) if start >= 0 else None
                if match is not None:
                    hits.append((match.start(), match.end("name"), entry))
        return [_found(text, *hit) for hit in _apart(hits)] if hits else []

    def apply(self, text: str) -> str:
        """The text with every name replaced."""
        return replaced(text, self.find(text))

    def pieces(self, pieces: Sequence[str]) -> tuple[list[str], list[Found]]:
        """Neighbouring pieces of one text, read as one: a name across their edges is found, too.

        The substitute stands in the piece in which its name begins.
        """
        joined = "".join(pieces)
        found = self.find(joined)
        if not found:
            return list(pieces), found
        result: list[str] = []
        at = 0
        for piece in pieces:
            end = at + len(piece)
            result.append(_cut(joined, found, at, end))
            at = end
        return result, found


class Disguised:
    """A text with its names replaced, and where each position of the one stands in the other."""

    def __init__(self, original: str, found: Sequence[Found]) -> None:
        self._original = original
        self._found = list(found)
        self._starts = [each.start for each in found]
        self._shown: list[int] = []
        """Where each substitute begins in the text shown."""
        shift = 0
        for each in found:
            self._shown.append(each.start + shift)
            shift += len(each.substitute) - (each.end - each.start)
        self.text = replaced(original, self._found)

    def piece(self, start: int, end: int) -> str:
        """[start, end) of the original as it is shown; pieces side by side make up the text."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        return _cut(self._original, self._found[first:last], start, end)

    def original(self, position: int) -> int:
        """The position of the original; inside a substitute that of the name's beginning."""
        index = bisect_right(self._shown, position) - 1
        if index < 0:
            return position
        each = self._found[index]
        inside = position - self._shown[index]
        if inside < len(each.substitute):
            return each.start
        return each.end + inside - len(each.substitute)

    def original_end(self, position: int) -> int:
        """As `original`, for the end of a stretch: inside a substitute that of the name's end."""
        index = bisect_right(self._shown, position - 1) - 1
        if index >= 0 and 0 <= position - 1 - self._shown[index] < len(
            self._found[index].substitute
        ):
            return self._found[index].end
        return self.original(position)


def unquoted(name: str) -> tuple[str, bool]:
    """The name without quotes around it, and whether it had them: then its case counts."""
    bare = " ".join(unicodedata.normalize("NFC", name).split())
    if len(bare) > 2 and bare[0] in '"“' and bare[-1] in '"”':
        return bare[1:-1].strip(), True
    return bare, False


def name_in_list(name: str) -> str:
    """What two entries must not share: the name as it is compared."""
    return _key(unquoted(name)[0])


def replaced(text: str, found: Sequence[Found]) -> str:
    """The text with these of its names replaced."""
    return _cut(text, found, 0, len(text)) if found else text


def case_kept(written: str, name: str, substitute: str) -> str:
    """The substitute in the case of what was written, where that differs from the list's."""
    if _key(written) == _key(name) and written == name:
        return substitute
    letters = [char for char in written if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() or not char.islower() for char in letters):
        return substitute if name.isupper() else substitute.upper()
    if letters and all(char.islower() for char in letters):
        return substitute if name.islower() else substitute.lower()
    return substitute


@dataclass(frozen=True)
class Replacement:
    """What an export did with one spelling of a name."""

    name: str
    written: str
    substitute: str
    count: int
    places: tuple[tuple[str, int], ...]
    """Kind of place (`text`, `heading`, `reference`, …) and how often, most first."""


class Ledger:
    """Counts replacements while a document is made."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str, str], Counter[str]] = {}

    def note(self, found: Iterable[Found], place: str) -> None:
        for each in found:
            written = " ".join(each.written.split())
            key = (each.name, written, each.substitute)
            self._counts.setdefault(key, Counter())[place] += 1

    def replacements(self) -> tuple[Replacement, ...]:
        """By name, most frequent spelling first."""
        rows = [
            Replacement(*key, sum(counter.values()), tuple(counter.most_common()))
            for key, counter in self._counts.items()
        ]
        return tuple(sorted(rows, key=lambda row: (_key(row.name), -row.count, row.written)))


def _key(text: str) -> str:
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text)).casefold()


def _first_keys(tokens: Sequence[str]) -> Iterator[str]:
    """Under what the first word of a name is looked up; of its only word also with appendages."""
    first = _key(tokens[0])
    if len(tokens) > 1 or len(first) <= _SHORT:
        yield first
    else:
        yield from (first + clitic for clitic in _CLITICS)


def _pattern(bare: str, exact: bool) -> re.Pattern[str]:
    """Matches the name, as its group `name`, up to an edge of a word, appended letters allowed."""
    short = sum(map(str.isalnum, bare)) <= _SHORT
    initials = _INITIALS.fullmatch(bare) is not None
    spelled, flags = _spelled(bare), re.IGNORECASE
    if initials:
        spelled, flags = _initials(bare), re.RegexFlag(0)
    elif exact or short:
        spelled, flags = f"(?:{spelled}|{_spelled(bare.upper())})", re.RegexFlag(0)
    if initials:
        edge = r"(?<!\w)(?<!\w\.)", rf"(?=(?i:{_CLITIC})(?!\w))"
    elif short or bare[-1].isdigit():
        edge = r"(?<!\w)", r"(?!\w)"
    elif bare[-1].isalpha():
        edge = "", rf"(?=(?i:{_CLITIC})(?!{_LETTER}|[{_MARK}]))"
    else:
        edge = "", ""
    before = edge[0] if short or initials else ""
    return re.compile(f"{before}(?P<name>{spelled}){edge[1]}", flags)


def _initials(name: str) -> str:
    """`R.W.` is also `R. W.` and `R.W`, but neither `RW` nor `r.w.`."""
    letters = [re.escape(char) for char in name if char.isalpha()]
    return r"\.[^\S\n]?".join(letters) + r"\.?"


def _spelled(name: str) -> str:
    pieces: list[str] = []
    at = 0
    for match in _JOINT.finditer(name):
        pieces.append(_letters(name[at : match.start()]))
        pieces.append(f"(?:{_letters(match[0])}|{_JOINED[match[0].lower()]})")
        at = match.end()
    return "".join((*pieces, _letters(name[at:])))


def _letters(name: str) -> str:
    pieces = []
    for char in name:
        if char == " ":
            pieces.append(rf"[^\S\n]+[{_INVISIBLE}]*")
        elif char in _ALIKE:
            pieces.append(_ALIKE[char])
        else:
            apart = unicodedata.normalize("NFD", char)
            spelling = re.escape(char) if apart == char else f"(?:{re.escape(char)}|{apart})"
            pieces.append(spelling + f"[{_INVISIBLE}]*" * char.isalnum())
    return "".join(pieces)


def _apart(hits: list[tuple[int, int, _Entry]]) -> list[tuple[int, int, _Entry]]:
    """Of hits that overlap the longest, then the first; in order."""
    kept: list[tuple[int, int, _Entry]] = []
    cluster: list[tuple[int, int, _Entry]] = []
    reach = -1
    for hit in hits:
        if cluster and hit[0] >= reach:
            kept += _longest(cluster)
            cluster = []
        cluster.append(hit)
        reach = max(reach, hit[1])
    return kept + _longest(cluster)


def _longest(cluster: list[tuple[int, int, _Entry]]) -> list[tuple[int, int, _Entry]]:
    if len(cluster) == 1:
        return cluster
    kept: list[tuple[int, int, _Entry]] = []
    # Sorting is stable: of one length and place the name that stands first in the list.
    for hit in sorted(cluster, key=lambda hit: (hit[0] - hit[1], hit[0])):
        if all(hit[1] <= other[0] or hit[0] >= other[1] for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit[0])


def _found(text: str, start: int, end: int, entry: _Entry) -> Found:
    written = text[start:end]
    substitute = case_kept(_UNSEEN.sub("", written), entry.bare, entry.substitute)
    following = text[end : end + 1]
    # `Informan 1` before `nya`, `[Kota A]` before `2019`: a hyphen keeps them apart.
    if (
        substitute
        and following.isalnum()
        and not (substitute[-1].isalpha() and following.isalpha())
    ):
        substitute += "-"
    return Found(start, end, entry.name, written, substitute)


def _cut(text: str, found: Sequence[Found], start: int, end: int) -> str:
    """[start, end) of the text with names replaced; of a name across an edge, by its beginning."""
    pieces: list[str] = []
    at = start
    for each in found:
        if each.end <= start:
            continue
        if each.start >= end:
            break
        pieces.append(text[at : max(at, each.start)])
        if each.start >= start:
            pieces.append(each.substitute)
        at = min(end, each.end)
    pieces.append(text[at:end])
    return "".join(pieces)
