"""Marks of who speaks at the start of a paragraph: their forms, and what may be a name in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from makna.domain.document import Block
from makna.domain.lazy_pattern import LazyPattern
from makna.domain.turn_names import DEGREES, is_label, is_speaker, key_of, plain_name

_NAME = (
    r"(?P<speaker>[^\W\d_](?:[^\n\t\u2028:：;!?*\[\]{}<>|=“”\"]{0,38}"
    rf"[^\s:：;!?*\[\]{{}}<>|=“”\",.]\.?|\.)?{DEGREES})"
)
_SHORT = rf"(?P<speaker>[^\W\d_][^\n\t\u2028:：;!?\[\]{{}}<>|=“”\",]{{0,38}}?{DEGREES})"
_GAP = r"[ \t\u00a0\u202f]*"
_MINUTE = rf"[Mm]eni?t{_GAP}(?:-?ke\b)?[-.:]?{_GAP}"
_DIGITS = r"(?:\d{1,2}[:.])?\d{1,3}[:.][0-5]\d(?:[.,]\d{1,3})?"
_ZONE = r"(?: ?WI(?:B|TA|T))"
_CLOCK = rf"(?:{_MINUTE}(?:{_DIGITS}|\d{{1,3}})|{_DIGITS}{_ZONE}?)"
BARE_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:[0-5]\d(?:[.,]\d{1,3})?"
_UNTIL = rf"(?:{_GAP}(?:-+>|[-–—]){_GAP}{_DIGITS})?"
"""The end of a stretch of time; a turn keeps its begin."""
_OF_F4 = r"#(?:\d{2}:)?\d{2}:[0-5]\d-\d#"
"""As f4 and the programs that read its files write a time: at the end of what was said."""
_TIME_BEFORE = (
    rf"(?:(?P<of_f4>{_OF_F4})|[\[(]{_GAP}(?P<before>{_CLOCK}){_UNTIL}{_GAP}[\])]|(?P<bare>{BARE_CLOCK}){_UNTIL})"
    rf"{_GAP}[-–—]?{_GAP}"
)
_TIME_AFTER = rf"{_GAP}[\[(]{_GAP}(?P<inside>{_CLOCK}){_UNTIL}{_GAP}[\])]"
_AFTER = rf"(?:{_GAP}[\[(]{_GAP}(?P<after>{_CLOCK}){_UNTIL}{_GAP}[\])])?"
# After the colon: white space or the end, or at once the first letter of what is said.
_COLON = (
    rf"{_GAP}[:：](?:\*\*)?{_AFTER}"
    r"(?=[ \t\u00a0\u2028]|$|[^\W\d_]|[“\"'‘(\[…])[ \t\u00a0]*"
)
_ENDS_IN_TIME = LazyPattern(rf"(.+?){_GAP}\({_GAP}({_CLOCK}){_UNTIL}{_GAP}\)")
_SAID = r"(?=[^\s\u2028])"
_TIME_GROUPS = ("of_f4", "before", "bare", "inside", "early", "within", "after", "timed")


@dataclass(frozen=True)
class Form:
    """One way to write who speaks; groups `speaker` and, for the time, any of `_TIME_GROUPS`."""

    name: str
    pattern: LazyPattern
    signs: frozenset[str]
    """Characters of which every such mark has one; `\\n` is the end of the paragraph."""


_COLONS = frozenset(":：")
"""The colon, and that of East Asian keyboards."""
_DASHES = frozenset("-–—")
_ENDS = frozenset("\u2028\n")
_NUMBER = r"(?P<number>\d{1,3}[.)][ \t\u00a0]+)?"
REACH = 240
"""Characters at the start of a paragraph in which a mark ends: a name, its degrees, two times."""
COLON = Form(
    "colon",
    LazyPattern(
        rf"{_GAP}(?:\*\*)?{_NUMBER}(?:{_TIME_BEFORE})?(?:\*\*)?"
        rf"{_NAME}(?:{_TIME_AFTER})?(?:\*\*)?{_COLON}"
    ),
    _COLONS,
)
BRACKET = Form(
    "bracket",
    LazyPattern(
        rf"{_GAP}(?:{_TIME_BEFORE})?"
        rf"(?:\[{_GAP}(?:(?P<early>{BARE_CLOCK})[, ]{_GAP})?{_NAME}"
        rf"(?:,?{_GAP}(?<!\d)(?P<within>{BARE_CLOCK}))?{_GAP}\]"
        rf"|<{_NAME.replace('speaker', 'angled')}>"
        rf"|\({_GAP}(?P<framed>[^\W\d_][^\n\t\u2028:;!?()\[\]{{}}<>|=“”\"]{{0,28}}){_GAP}\))"
        rf"{_AFTER}{_GAP}[:–—-]?[ \t\u00a0]*{_SAID}"
    ),
    frozenset("[<("),
)
DASH = Form(
    "dash",
    LazyPattern(
        rf"{_GAP}(?:{_TIME_BEFORE})?{_SHORT}(?:{_TIME_AFTER})?"
        rf"(?:[ \t\u00a0]+[-–—][ \t\u00a0]+|[-–—](?:\t|  )[ \t]*|[–—][ \t\u00a0]+){_SAID}"
    ),
    _DASHES,
)
STOP = Form(
    "stop",
    LazyPattern(
        rf"{_GAP}(?:{_TIME_BEFORE})?(?P<speaker>[^\W\d_]{{1,14}}(?: ?\d{{1,3}})?)"
        rf"(?:{_TIME_AFTER})?[.)][ \t\u00a0]+{_SAID}"
    ),
    frozenset(".)"),
)
TAB = Form(
    "tab",
    LazyPattern(rf"[ \u00a0]*(?:{_TIME_BEFORE})?{_SHORT}[ \u00a0]*\t[ \t]*{_SAID}"),
    frozenset("\t"),
)
NAME_AND_TIME = Form(
    "timed",
    LazyPattern(
        rf"{_GAP}\[?{_SHORT}\]?[ \t\u00a0]*(?:[|·•,–—-]{_GAP})?"
        rf"[\[(]?(?P<timed>{BARE_CLOCK})[\])]?{_GAP}(?:\u2028{_GAP}|$)"
    ),
    _COLONS,
)
TIME_AND_NAME = Form(
    "timed",
    LazyPattern(
        rf"{_GAP}[\[(]?(?P<timed>{BARE_CLOCK})[\])]?{_GAP}(?:[|·•,–—-]{_GAP})?"
        rf"{_SHORT}{_GAP}(?:\u2028{_GAP}|$)"
    ),
    _COLONS,
)
NAME = Form("line", LazyPattern(rf"{_GAP}{_SHORT}{_GAP}:?{_GAP}(?:\u2028{_GAP}|$)"), _ENDS)
SEMICOLON = Form(
    "semicolon",
    LazyPattern(
        rf"{_GAP}(?:{_TIME_BEFORE})?{_SHORT}(?:{_TIME_AFTER})?"
        rf"(?:{_GAP};{_GAP}{_SAID}|[ \t\u00a0]+[=>][ \t\u00a0]+(?=[^\W\d_]|[“\"'‘(\[…]))"
    ),
    frozenset(";=>"),
)
"""`P;` by somebody who meant `P:`, and `P =`, `P >` by somebody who likes that better."""
LOOSE = (BRACKET, DASH, STOP, TAB, NAME_AND_TIME, TIME_AND_NAME, NAME, SEMICOLON)
"""Forms that are believed only when a whole text is written in them."""
_STAMP = LazyPattern(
    rf"{_GAP}(?:(?P<of_f4>{_OF_F4})|[\[(]{_GAP}(?P<framed>{_CLOCK}){_UNTIL}{_GAP}[\])]"
    rf"|[\[(]?(?P<bare>{BARE_CLOCK}|{_MINUTE}(?:{_DIGITS}|\d{{1,3}})){_UNTIL}[\])]?){_GAP}:?{_GAP}"
)
_ENDS_IN_F4 = LazyPattern(rf"({_OF_F4})\s*$")
RANGE = LazyPattern(
    rf"{_GAP}((?:\d{{1,2}}:)?\d{{1,2}}:\d{{1,2}}(?:[.,]\d{{1,3}})?)[ \t]*-->[ \t]*"
    r"(?:\d{1,2}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?[ \t]*"
)
"""Begin and end of a cue, as Teams writes them above the name."""
_WHO = r"(?:(?!\w{4,}\.\s)[^!?:\n\u2028]){1,60}"
_SYSTEM = LazyPattern(
    rf"{_GAP}(?:{_WHO} (?:started|stopped) (?:the )?(?:transcription|recording)"
    rf"|{_WHO} (?:memulai|menghentikan) (?:transkripsi|transkrip|perekaman|rekaman)"
    r"|Transcribed by https?://\S+|(?:Meeting ended after|Rapat berakhir setelah) [\d:.]+.{0,3})"
    rf"(?:[ \t\u00a0]+[\[(]?{BARE_CLOCK}[\])]?)?\.?{_GAP}",
    re.I,
)
"""What Teams, Otter and Meet say themselves: nobody's words."""


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


def signs_in(paragraph: str) -> set[str]:
    """The characters among which a mark lies, if the paragraph begins with one.

    To look for marks of a form only where `Form.signs` are among them spares most of the work.
    """
    return {*paragraph[:REACH], "\n"} if len(paragraph) < REACH else {*paragraph[:REACH]}


def mark_of(form: Form, index: int, paragraph: str) -> Mark | None:
    """The mark of this form with which a paragraph begins."""
    found = form.pattern.match(paragraph)
    if found is None:
        return None
    groups = found.groupdict()
    named = groups["speaker"] or groups.get("angled") or groups.get("framed") or ""
    timed = _ENDS_IN_TIME.fullmatch(named)  # `N (3.12):`, which a name could be
    speaker = " ".join((timed[1] if timed is not None else named).split())
    if not is_label(speaker) or (groups.get("number") and not is_speaker(speaker)):
        return None  # `1. Tujuan: …` is an item of a list
    times = (groups[name] for name in _TIME_GROUPS if groups.get(name))
    time = timed[2] if timed is not None else next(times, None)
    rest = paragraph[found.end() :].strip()
    tab = "\t" in found[0][max(found.end("speaker"), found.start()) - found.start() :]
    milliseconds = milliseconds_of(time) if time else None
    return Mark(index, speaker, milliseconds, found.end(), rest, form.name, tab)


def bold_mark(index: int, paragraph: str, block: Block) -> Mark | None:
    """The bold words with which a paragraph that is not all bold begins, as a mark."""
    run = block.runs[0] if block.runs else None
    if run is None or run.start or not run.bold or not 0 < run.end < len(paragraph):
        return None
    label = " ".join(paragraph[: run.end].strip(" \t\u00a0\u2028:-–—").split())
    label = label if plain_name(label) != label else label.rstrip(".")
    rest = paragraph[run.end :].lstrip(" \t\u00a0\u2028:-–—")
    if not rest or len(plain_name(label)) > 30 or not label[:1].isalpha() or not is_label(label):
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
    clock = rf"{_OF_F4}|[\[(]{_CLOCK}[\])]|\d{{1,2}}[:.]\d{{2}} ?(?:[AP]M)?\t|{BARE_CLOCK}"
    lead = rf"(?:{clock})?{_GAP}[-–—|·]?{_GAP}"
    bare = rf"(?:[|·•,–—-]?{_GAP}[\[(]?{BARE_CLOCK}[\])]?{_GAP}(?=[:\u2028]|$))?"
    framed = rf"(?:[\[(]{_CLOCK}[\])]{_GAP})?"
    found = re.match(
        rf"{_GAP}(?:\*\*)?(?:\d{{1,3}}[.)][ \t\u00a0]+)?{lead}(?:\*\*)?[\[<(]?{words}[\]>)]?(?!\w)"
        rf"(?:\*\*)?{_GAP}{bare}{framed}(?:[:.)]|[-–—](?=\s))?{_GAP}(?:\*\*)?{framed}[\s\u2028]*",
        paragraph,
        re.I,
    )
    return found.end() if found is not None else 0


def milliseconds_of(time: str) -> int:
    """`h:m:s`, `m:s`, with an optional fraction, in ms; a third number makes the first hours.

    A single number, as in `menit ke-3`, is minutes; `10.15 WIB` is a time of the day; f4 writes
    `#00:03:12-5#`.
    """
    time = time.strip("#").replace("-", ".") if time.startswith("#") else time
    of_day = re.search(_ZONE, time)
    if of_day is not None:
        clock = time[: of_day.start()]
        return milliseconds_of(clock if len(re.findall(r"\d+", clock)) > 2 else f"{clock}:00")
    time = time.lstrip("MmENITeniktK-.: \t\u00a0\u202f")
    if time.isdigit():
        return int(time) * 60_000
    clock, fraction = time, ""
    match = re.fullmatch(r"(\d+[:.]\d+(?::\d+|\.\d\d)?)[.,](\d{1,3})", time)
    if match is not None and (":" in match[1]):
        clock, fraction = match[1], match[2]
    seconds = 0
    for part in re.split(r"[:.]", clock):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(fraction.ljust(3, "0") or 0)


def stamp_of(paragraph: str) -> int | None:
    """The time in ms that a paragraph holds which holds nothing else."""
    found = _STAMP.fullmatch(paragraph)
    if found is not None:
        return milliseconds_of(found["of_f4"] or found["framed"] or found["bare"])
    cue = RANGE.fullmatch(paragraph)
    return milliseconds_of(cue[1]) if cue is not None else None


def stamp_at_end(paragraph: str) -> int | None:
    """The time in ms of f4 with which a paragraph ends: when the one who spoke had finished."""
    found = _ENDS_IN_F4.search(paragraph[-20:])
    return milliseconds_of(found[1]) if found is not None else None


def interrupts(block: Block, paragraph: str = "") -> bool:
    """Whether this paragraph ends what somebody says: by its style, or as a line of a program."""
    if block.style.startswith(("title", "heading", "footnote")):
        return True
    return len(paragraph) < 150 and _SYSTEM.fullmatch(paragraph) is not None


def filled(paragraphs: list[str], start: int) -> Iterator[int]:
    """Numbers of the paragraphs with text, from `start` on."""
    return (index for index in range(start, len(paragraphs)) if paragraphs[index].strip())
