"""Marks of who speaks at the start of a paragraph: their forms, and what may be a name in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from makna.domain.document import Block
from makna.domain.turn_words import FIELDS, HONORIFICS, NOISES, ROLES, TOGETHER

_NAME = (
    r"(?P<speaker>[^\W\d_](?:[^\n\t\u2028:;!?*\[\]{}<>|=“”\"]{0,38}"
    r"[^\s:;!?*\[\]{}<>|=“”\",.]\.?|\.)?)"
)
_SHORT = r"(?P<speaker>[^\W\d_][^\n\t\u2028:;!?\[\]{}<>|=“”\",]{0,28}?)"
_CLOCK = r"(?:\d{1,2}[:.])?\d{1,3}[:.][0-5]\d(?:[.,]\d{1,3})?"
BARE_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:[0-5]\d(?:[.,]\d{1,3})?"
_GAP = r"[ \t\u00a0\u202f]*"
_TIME_BEFORE = rf"(?:[\[(](?P<before>{_CLOCK})[\])]|(?P<bare>{BARE_CLOCK})){_GAP}[-–—]?{_GAP}"
_TIME_AFTER = rf"{_GAP}[\[(](?P<inside>{_CLOCK})[\])]"
_AFTER = rf"(?:{_GAP}[\[(](?P<after>{_CLOCK})[\])])?"
# After the colon: white space or the end, or at once the first letter of what is said.
_COLON = (
    rf"{_GAP}:(?:\*\*)?(?:{_GAP}[\[(](?P<after>{_CLOCK})[\])])?"
    r"(?=[ \t\u00a0\u2028]|$|[^\W\d_]|[“\"'‘(\[…])[ \t\u00a0]*"
)
_SAID = r"(?=[^\s\u2028])"
_TIME_GROUPS = ("before", "bare", "inside", "after", "timed")


@dataclass(frozen=True)
class Form:
    """One way to write who speaks; groups `speaker` and, for the time, any of `_TIME_GROUPS`."""

    name: str
    pattern: re.Pattern[str]


_NUMBER = r"(?P<number>\d{1,3}[.)][ \t\u00a0]+)?"
COLON = Form(
    "colon",
    re.compile(
        rf"{_GAP}(?:\*\*)?{_NUMBER}(?:{_TIME_BEFORE})?(?:\*\*)?"
        rf"{_NAME}(?:{_TIME_AFTER})?(?:\*\*)?{_COLON}"
    ),
)
BRACKET = Form(
    "bracket",
    re.compile(
        rf"{_GAP}(?:{_TIME_BEFORE})?"
        rf"(?:\[{_GAP}{_NAME}{_GAP}\]|<{_NAME.replace('speaker', 'angled')}>"
        rf"|\({_GAP}(?P<framed>[^\W\d_][^\n\t\u2028:;!?()\[\]{{}}<>|=“”\"]{{0,28}}){_GAP}\))"
        rf"{_AFTER}{_GAP}[:–—-]?[ \t\u00a0]*{_SAID}"
    ),
)
DASH = Form(
    "dash",
    re.compile(
        rf"{_GAP}(?:{_TIME_BEFORE})?{_SHORT}(?:{_TIME_AFTER})?"
        rf"(?:[ \t\u00a0]+[-–—][ \t\u00a0]+|[-–—](?:\t|  )[ \t]*|[–—][ \t\u00a0]+){_SAID}"
    ),
)
STOP = Form(
    "stop",
    re.compile(
        rf"{_GAP}(?:{_TIME_BEFORE})?(?P<speaker>[^\W\d_]{{1,14}}(?: ?\d{{1,3}})?)"
        rf"(?:{_TIME_AFTER})?[.)][ \t\u00a0]+{_SAID}"
    ),
)
TAB = Form("tab", re.compile(rf"[ \u00a0]*(?:{_TIME_BEFORE})?{_SHORT}[ \u00a0]*\t[ \t]*{_SAID}"))
NAME_AND_TIME = Form(
    "timed",
    re.compile(
        rf"{_GAP}\[?{_SHORT}\]?[ \t\u00a0]*(?:[|·•,–—-]{_GAP})?"
        rf"[\[(]?(?P<timed>{BARE_CLOCK})[\])]?{_GAP}(?:\u2028{_GAP}|$)"
    ),
)
TIME_AND_NAME = Form(
    "timed",
    re.compile(
        rf"{_GAP}[\[(]?(?P<timed>{BARE_CLOCK})[\])]?{_GAP}(?:[|·•,–—-]{_GAP})?"
        rf"{_SHORT}{_GAP}(?:\u2028{_GAP}|$)"
    ),
)
NAME = Form("line", re.compile(rf"{_GAP}{_SHORT}{_GAP}:?{_GAP}(?:\u2028{_GAP}|$)"))
LOOSE = (BRACKET, DASH, STOP, TAB, NAME_AND_TIME, TIME_AND_NAME, NAME)
"""Forms that are believed only when a whole text is written in them."""
STAMP = re.compile(rf"{_GAP}[\[(]?({BARE_CLOCK})[\])]?{_GAP}")
"""A paragraph that holds a time and nothing else."""
RANGE = re.compile(
    rf"{_GAP}((?:\d{{1,2}}:)?\d{{1,2}}:\d{{1,2}}(?:[.,]\d{{1,3}})?)[ \t]*-->[ \t]*"
    r"(?:\d{1,2}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?[ \t]*"
)
"""Begin and end of a cue, as Teams writes them above the name."""

_CODE = re.compile(r"[A-Z]{1,3}[ .-]?\d{0,3}|[a-z]{1,3}\d{1,3}")
_NUMBERED_ROLE = re.compile(r"(.+?)[ .-]*(?:\d{1,3}|[a-z]|i{1,3}|iv|v)?")
_CONTINUED = re.compile(r" *\((?:cont(?:['’]?d|inued|\.)?|lanjutan|lanjut|lanj\.?)\)$", re.I)
"""`PENELITI (lanjutan)` after a page or an interruption."""
_PLAIN = re.compile(r"[^\w ]+")
_TITLE = re.compile(r"(?:[^\W\d_]{1,4}\.){2,}")
"""`K.R.T.`, `S.I.Kom.`: ends no sentence."""
_MAX_WORDS = 6
_ADDRESSES = ("http", "https", "file", "mailto")


@dataclass(frozen=True)
class Mark:
    """A possible start of a turn."""

    paragraph: int
    speaker: str
    time_ms: int | None
    length: int
    rest: str
    """What follows the mark in its paragraph."""
    form: str = "colon"
    tab: bool = False
    """Whether a tab follows the colon."""
    cell: bool = False

    @property
    def key(self) -> str:
        return key_of(self.speaker)


def mark_of(form: Form, index: int, paragraph: str) -> Mark | None:
    """The mark of this form with which a paragraph begins."""
    found = form.pattern.match(paragraph)
    if found is None:
        return None
    groups = found.groupdict()
    named = groups["speaker"] or groups.get("angled") or groups.get("framed") or ""
    speaker = " ".join(named.split())
    if not is_label(speaker) or (groups.get("number") and not is_speaker(speaker)):
        return None  # `1. Tujuan: …` is an item of a list
    time = next((groups[name] for name in _TIME_GROUPS if groups.get(name)), None)
    rest = paragraph[found.end() :].strip()
    tab = "\t" in found[0][max(found.end("speaker"), found.start()) - found.start() :]
    milliseconds = milliseconds_of(time) if time else None
    return Mark(index, speaker, milliseconds, found.end(), rest, form.name, tab)


def bold_mark(index: int, paragraph: str, block: Block) -> Mark | None:
    """The bold words with which a paragraph that is not all bold begins, as a mark."""
    run = block.runs[0] if block.runs else None
    if run is None or run.start or not run.bold or not 0 < run.end < len(paragraph):
        return None
    label = " ".join(paragraph[: run.end].strip(" \t\u00a0\u2028:.-–—").split())
    rest = paragraph[run.end :].lstrip(" \t\u00a0\u2028:-–—")
    if not rest or len(label) > 30 or not label[:1].isalpha() or not is_label(label):
        return None
    if "\u2028" not in paragraph[run.end - 1 : len(paragraph) - len(rest)] and rest[0] in ",.;)":
        return None
    return Mark(index, label, None, len(paragraph) - len(rest), rest.strip(), "bold")


def spoken_by(paragraph: str, speaker: str) -> int:
    """The length of a mark that names this very speaker in any form; 0 when there is none."""
    words = r"[\s\u00a0]+".join(map(re.escape, speaker.split()))
    if not words:
        return 0
    # A bare time is part of a mark only before the name, or where the line or the mark ends.
    lead = rf"(?:[\[(]{_CLOCK}[\])]|{BARE_CLOCK})?{_GAP}[-–—|·]?{_GAP}"
    bare = rf"(?:[|·•,–—-]?{_GAP}[\[(]?{BARE_CLOCK}[\])]?{_GAP}(?=[:\u2028]|$))?"
    framed = rf"(?:[\[(]{_CLOCK}[\])]{_GAP})?"
    found = re.match(
        rf"{_GAP}(?:\*\*)?(?:\d{{1,3}}[.)][ \t\u00a0]+)?{lead}(?:\*\*)?[\[<(]?{words}[\]>)]?(?!\w)"
        rf"(?:\*\*)?{_GAP}{bare}{framed}(?:[:.)]|[-–—](?=\s))?{_GAP}(?:\*\*)?{framed}[\s\u2028]*",
        paragraph,
        re.I,
    )
    return found.end() if found is not None else 0


def is_label(label: str) -> bool:
    """Whether this could be a name: few words, no clause, no sentence end inside."""
    words = label.split()
    if not words or len(words) > _MAX_WORDS or label.lower() in _ADDRESSES:
        return False
    inner = [word for word in words[:-1] if word.endswith(".")]
    return all(len(word) <= 5 or _TITLE.fullmatch(word) for word in inner)


def is_speaker(label: str) -> bool:
    """Whether this is a label that only a speaker has: a role, a title with a name, a code."""
    if _CODE.fullmatch(label):
        return True
    key = key_of(label)
    if key in TOGETHER:
        return True
    role = _NUMBERED_ROLE.fullmatch(key)
    if role is not None and role[1] in ROLES:
        return True
    first, *more = key.split() or [""]
    return (first in ROLES and len(first) > 1) or (first in HONORIFICS and bool(more))


def is_code(label: str) -> bool:
    """Whether this is a letter or two with or without a number."""
    return _CODE.fullmatch(label) is not None


def is_name(label: str) -> bool:
    """Whether each word of it is written as names are."""
    words = label.split()
    firsts = [word.lstrip("(")[:1] for word in words if word not in _SMALL]
    return len(words) <= 5 and all(first.isupper() or first.isdigit() for first in firsts)


_SMALL = frozenset("bin binti van de der al el dan &".split())


def is_field(label: str) -> bool:
    """Whether the label introduces a fact: `Jabatan`, `Lokasi`."""
    return first_word(label) in FIELDS


def is_form(keys: list[str]) -> bool:
    """Whether three labels or more follow each other in one order again and again, as in a form."""
    period = len({*keys})
    return period > 2 and all(a == b for a, b in zip(keys, keys[period:], strict=False))


def is_noise(label: str) -> bool:
    return first_word(label) in NOISES


def first_word(label: str) -> str:
    return (key_of(label).split() or [""])[0]


def key_of(label: str) -> str:
    """The label as labels are compared: without case, punctuation and doubled spaces."""
    label = _CONTINUED.sub("", label)
    return " ".join(_PLAIN.sub(" ", label).casefold().split())


def milliseconds_of(time: str) -> int:
    """`h:m:s`, `m:s`, with an optional fraction, in ms; a third number makes the first hours."""
    clock, fraction = time, ""
    match = re.fullmatch(r"(\d+[:.]\d+(?::\d+|\.\d\d)?)[.,](\d{1,3})", time)
    if match is not None and (":" in match[1]):
        clock, fraction = match[1], match[2]
    seconds = 0
    for part in re.split(r"[:.]", clock):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(fraction.ljust(3, "0") or 0)


def interrupts(block: Block) -> bool:
    """Whether a paragraph of this style ends what somebody says."""
    return block.style.startswith(("title", "heading", "footnote"))


def filled(paragraphs: list[str], start: int) -> Iterator[int]:
    """Numbers of the paragraphs with text, from `start` on."""
    return (index for index in range(start, len(paragraphs)) if paragraphs[index].strip())
