"""Subtitles (.srt, .vtt, .sbv): paragraphs of what is said, with the time of each.

Zoom and Teams write transcripts of meetings as WebVTT, YouTube its captions as WebVTT or SBV. Short
cues of one speaker become paragraphs; captions that roll up, each line shown twice, are undone.
"""

from __future__ import annotations

import html
import itertools
import re
from dataclasses import dataclass, replace

from makna.domain.document import ParsedDocument, ParsedTurn, plain_layout
from makna.domain.errors import BadFile
from makna.domain.text import canonical
from makna.domain.turns import find_turns, mark_length
from makna.formats import ReadOptions
from makna.formats.collector import BOLD, ITALIC, UNDERLINE, Collector
from makna.formats.encoding import decode, glimpse

SUFFIXES = (".srt", ".vtt", ".sbv")
MEDIA_TYPE = "text/vtt"
UNNAMED = "?"
"""The speaker where subtitles name none; somebody must have said it at that time."""

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_SPAN = re.compile(rf"[ \t]*({_TIME})[ \t]*(?:-->[ \t]*|,)({_TIME})(?:[ \t].*)?")
_HEAD = re.compile(
    rf"\s*(?:WEBVTT(?:[ \t\n]|$)|(?:\d+[ \t]*\n)?[ \t]*{_TIME}[ \t]*-->|{_TIME},{_TIME}[ \t]*\n)"
)
_TAG = re.compile(r"<(/?)(b|i|u|v|c|lang|ruby|rt|font|[\d:.]+)([ .][^<>]*)?>|\{\\[^{}]*\}", re.I)
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)")
_DASH = re.compile(r"[-–—][ \t]*(?=[^\W\d_]|[\[(“\"])")
_LANGUAGE = re.compile(r"^Language:[ \t]*([A-Za-z]{2,3})", re.M)
_SENTENCE_END = (".", "?", "!", "…", ".”", '."', "?”", '?"', "!”", '!"', "]", ")")
_LOOKS = {"b": BOLD, "i": ITALIC, "u": UNDERLINE}
_PAUSE_MS = 3_000
"""A longer silence begins a paragraph."""
_LONG, _TOO_LONG = 300, 700
"""Characters after which a paragraph ends with its sentence, and after which it ends anyway."""
_ROLLING = 0.3
"""Share of cues that repeat the line before, from which on captions are taken to roll up."""


@dataclass(frozen=True)
class _Cue:
    """Lines shown together; times in ms."""

    start: int
    end: int
    lines: tuple[str, ...]
    voice: str = ""


@dataclass
class _Paragraph:
    """Cues of one speaker that read as one."""

    cues: list[_Cue]
    speaker: str


def recognises(data: bytes) -> bool:
    """Whether the file begins with `WEBVTT` or with the times of a cue."""
    return _HEAD.match(glimpse(data).replace("\r\n", "\n").replace("\r", "\n")) is not None


def read(data: bytes, name: str, options: ReadOptions) -> ParsedDocument:
    """What is said, in paragraphs, each a turn with its time. Raises BadFile."""
    raw, warnings = decode(data, name, options.encoding)
    source = canonical(raw)
    cues = _voiced(_unrolled(_cues(source)))
    if not cues:
        raise BadFile("file_empty", name=name)
    paragraphs = _paragraphs(cues)
    collector = Collector()
    for paragraph in paragraphs:
        _write(collector, paragraph)
    text, layout, starts = collector.finish()
    turns = tuple(
        ParsedTurn(start, start + block.length, paragraph.speaker, paragraph.cues[0].start)
        for start, block, paragraph in zip(starts, layout, paragraphs, strict=False)
    )
    language = _LANGUAGE.search(source.partition("-->")[0])
    return ParsedDocument(
        text,
        layout,
        turns=turns if options.find_turns else (),
        media_type=MEDIA_TYPE,
        language=language[1].lower() if language else "",
        warnings=tuple(warnings),
    )


def _cues(source: str) -> list[_Cue]:
    """The cues with anything to read, in the order of the file."""
    cues: list[_Cue] = []
    webvtt = source.lstrip().startswith("WEBVTT")
    for chunk in re.split(r"\n[ \t]*\n", source):
        lines = chunk.strip("\n").split("\n")
        if webvtt and _ASIDE.match(lines[0]):
            continue
        goes_on = bool(cues) and not webvtt
        for line in lines:
            span = _SPAN.fullmatch(line)
            if span is not None:
                _drop_number(cues, goes_on)
                cues.append(_Cue(_milliseconds(span[1]), _milliseconds(span[2]), ()))
                goes_on = True
            elif goes_on and line.strip():
                cues[-1] = replace(cues[-1], lines=(*cues[-1].lines, line.strip()))
    _drop_number(cues, False)
    return [cue for cue in cues if any(_bare(line) for line in cue.lines)]


def _drop_number(cues: list[_Cue], is_open: bool) -> None:
    """Take the number of the next cue from the end of the last one."""
    if is_open and cues and cues[-1].lines and cues[-1].lines[-1].isdecimal():
        cues[-1] = replace(cues[-1], lines=cues[-1].lines[:-1])


def _bare(line: str) -> str:
    return html.unescape(_TAG.sub("", line)).strip()


def _unrolled(cues: list[_Cue]) -> list[_Cue]:
    """The cues without lines that the cue before them shows already, where captions roll up."""
    shown = [tuple(filter(None, map(_bare, cue.lines))) for cue in cues]
    repeats = [0] + [_overlap(a, b) for a, b in itertools.pairwise(shown)]
    if sum(map(bool, repeats)) < max(2, _ROLLING * len(cues)):
        return cues
    kept = []
    for cue, repeat in zip(cues, repeats, strict=True):
        lines = [line for line in cue.lines if _bare(line)][repeat:]
        if lines:
            kept.append(replace(cue, lines=tuple(lines)))
    return kept


def _overlap(before: tuple[str, ...], after: tuple[str, ...]) -> int:
    """How many lines at the end of one cue stand at the begin of the next."""
    for count in range(min(len(before), len(after)), 0, -1):
        if before[-count:] == after[:count]:
            return count
    return 0


def _voiced(cues: list[_Cue]) -> list[_Cue]:
    """The cues split where their lines belong to different voices, `<v Name>` taken as speaker."""
    found: list[_Cue] = []
    for cue in cues:
        voice, lines = "", list[str]()
        for line in cue.lines:
            named = re.search(r"<v(?:\.[^\s<>]*)?[ \t]+([^<>]+)>", line)
            dashed = len(cue.lines) > 1 and _DASH.match(_bare(line)) is not None
            if (named or dashed) and lines:
                found.append(replace(cue, lines=tuple(lines), voice=voice))
                lines = []
            if named:
                voice = " ".join(html.unescape(named[1]).split())
            lines.append(line)
            if "</v>" in line:
                found.append(replace(cue, lines=tuple(lines), voice=voice))
                voice, lines = "", []
        if lines:
            found.append(replace(cue, lines=tuple(lines), voice=voice))
    return found


def _paragraphs(cues: list[_Cue]) -> list[_Paragraph]:
    labels = _labels(cues)
    found: list[_Paragraph] = []
    for index, cue in enumerate(cues):
        label = cue.voice or labels.get(index, "")
        last = found[-1] if found else None
        if last is not None and _goes_on(last, cue, label, index in labels):
            last.cues.append(cue)
        else:
            named = bool(labels) or bool(cue.voice)
            before = last.speaker if last is not None and named and not cue.voice else UNNAMED
            found.append(_Paragraph([cue], label or before))
    return found


def _labels(cues: list[_Cue]) -> dict[int, str]:
    """Speakers by the number of the cue that begins with their name: `Sari Dewi: Selamat pagi`."""
    text = "\n".join(" ".join(map(_bare, cue.lines)) for cue in cues)
    layout = plain_layout(text)
    named = {turn.start: turn.speaker for turn in find_turns(text, layout)}
    found, at = {}, 0
    for index, block in enumerate(layout):
        if at in named and mark_length(text[at : at + block.length], speaker=named[at]):
            found[index] = named[at]
        at += block.length + 1
    return found


def _goes_on(last: _Paragraph, cue: _Cue, label: str, is_labelled: bool) -> bool:
    """Whether a cue continues the paragraph before it."""
    if label and label != last.speaker:
        return False
    first = _bare(cue.lines[0])
    if first.startswith((">>", "&gt;&gt;")) or _DASH.match(first):
        return False
    length = sum(len(line) + 1 for one in last.cues for line in one.lines)
    if cue.start - last.cues[-1].end >= _PAUSE_MS or length >= _TOO_LONG:
        return False
    if is_labelled and not cue.voice:  # its name stands in the text: a sentence of its own
        return False
    ended = _bare(last.cues[-1].lines[-1]).endswith(_SENTENCE_END)
    return not (ended and length >= _LONG)


def _write(collector: Collector, paragraph: _Paragraph) -> None:
    looks = 0
    for number, line in enumerate(line for cue in paragraph.cues for line in cue.lines):
        if number:
            collector.add(" ")
        at = 0
        line = line.strip()
        for tag in _TAG.finditer(line):
            collector.add(_said(line[at : tag.start()]), looks)
            at = tag.end()
            bit = _LOOKS.get((tag[2] or "").lower(), 0)
            looks = looks & ~bit if tag[1] else looks | bit
        collector.add(_said(line[at:]), looks)
    collector.close()


def _said(piece: str) -> str:
    return html.unescape(piece)


def _milliseconds(time: str) -> int:
    clock, _, fraction = time.replace(",", ".").rpartition(".")
    seconds = 0
    for part in clock.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(fraction.ljust(3, "0"))
