"""Exported chats of WhatsApp, LINE, Telegram and Zoom, however a telephone writes dates."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from datetime import date

from makna.domain.lazy_pattern import LazyPattern
from makna.domain.turn_words import MONTHS, NAMED_MONTH

_MARKS = "\u200e\u200f\u202a\u202c\ufffd"
"""Direction marks that WhatsApp puts before lines of its own."""
_GAP = r"[ \u00a0\u202f]"
_NUMBERS = r"\d{1,4}[/.\-]\d{1,2}[/.\-]\d{2,4}"
_NAMED = (
    rf"\d{{1,2}}[ .\-/]{{1,2}}(?:{NAMED_MONTH})\.?,?[ .\-/]{{1,2}}(?:\d{{4}}|\d{{2}})"
    rf"|(?:{NAMED_MONTH})\.? \d{{1,2}},? \d{{4}}"
)
_DAY = rf"(?:[^\W\d_]{{2,9}},?{_GAP}+)?(?P<day>{_NUMBERS}|{_NAMED})"
_TIME = (
    rf"(?P<hour>\d{{1,2}})[:.](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?"
    rf"(?:{_GAP}?(?P<half>[AP])\.?{_GAP}?M\.?)?(?:{_GAP}WI(?:B|TA|T))?"
)
_BETWEEN = rf",?{_GAP}+(?:(?:pukul|at|jam){_GAP}+)?"
_SENDER = r"(?:(?P<sender>[^:\n\u2028\"“”]{1,60}):(?:[ \u00a0]|$))?"
_FORMS = (
    rf"\[{_DAY}{_BETWEEN}{_TIME}\]{_GAP}*[{_MARKS}]*{_SENDER}",
    rf"{_DAY}{_BETWEEN}{_TIME}{_GAP}+[-–]{_GAP}+[{_MARKS}]*{_SENDER}",
    rf"\[{_TIME},{_GAP}*{_DAY}\]{_GAP}+[{_MARKS}]*{_SENDER}",
    # Telegram: the words come below.
    rf"(?P<sender>[^\[\]\n\u2028\"“”]{{1,60}}),{_GAP}\[{_DAY}{_BETWEEN}{_TIME}\]:?{_GAP}*(?=\u2028|$)"
    r"\u2028?",
    # Zoom, which gives no day.
    rf"(?:(?P<day>{_NUMBERS}){_GAP})?{_TIME}\s+(?:From|Dari)\s+(?P<sender>[^:\n\u2028]{{1,60}}?)"
    rf"(?:\s+(?:to|kepada)\s+[^:\n\u2028]{{1,60}}?)?\s*:\s*",
)
_LINES = tuple(LazyPattern(rf"[{_MARKS}]*{form}", re.I) for form in _FORMS)
_OF_LINE = LazyPattern(rf"{_TIME}\t(?:(?P<sender>[^\t\n\u2028]{{1,60}})\t)?", re.I)
"""Of LINE, whose exports begin with a head and set the day on a line of its own."""
_DAY_OF_LINE = LazyPattern(rf"{_DAY}(?:\([^()\d]{{1,10}}\))?", re.I)
_DAY_NUMBERS = LazyPattern(r"(\d+)[/.\-](\d+)[/.\-](\d+)")
_ABOVE = 15
"""Paragraphs with text that may stand above a chat that was put into a report."""
_SHARE = 0.2
"""Below a head at least this share of the paragraphs from the first message on are messages."""
_LAST = 10
"""There so many paragraphs at most may follow the beginning of the last message."""
_NOTICE = LazyPattern(
    r"end-to-end|ujung ke ujung|enkripsi|created (?:this )?group|membuat grup|"
    r"changed (?:the |their )|mengubah|mengganti",
    re.I,
)
"""What WhatsApp itself says, on some telephones in the name of the group."""


@dataclass(frozen=True)
class Message:
    """One message, or a line of WhatsApp's own, which has no sender."""

    paragraph: int
    sender: str
    length: int
    """Of what stands before the words."""
    time_ms: int
    """Of the day."""
    day: tuple[int, int, int] | None
    """The three numbers of its date, as they stand; year, month, day where the month is named."""


def messages(paragraphs: list[str]) -> list[Message]:
    """The messages of an exported chat; none for any other text.

    A chat begins with a message, or with the head of a report and then is nothing but messages.
    """
    filled = [index for index, paragraph in enumerate(paragraphs) if paragraph.strip()]
    if filled and paragraphs[filled[0]].lstrip(_MARKS).startswith("[LINE]"):
        return _messages_of_line(filled, paragraphs)
    above = filled[: _ABOVE + 1]
    first = next((index for index in above if message(index, paragraphs[index])), None)
    if first is None:
        return []
    found = [m for i in filled if i >= first and (m := message(i, paragraphs[i])) is not None]
    senders = [one for one in found if one.sender]
    if first == filled[0]:
        return found if len(senders) >= 2 else []
    rest = sum(index >= first for index in filled)
    after = sum(index > found[-1].paragraph for index in filled)
    whole = len(found) >= _SHARE * rest and after <= _LAST
    return found if len(senders) >= 3 and whole else []


def _messages_of_line(filled: list[int], paragraphs: list[str]) -> list[Message]:
    """Its messages; a day is one without sender, as what LINE says itself."""
    found: list[Message] = []
    day: tuple[int, int, int] | None = None
    for index in filled:
        written = _DAY_OF_LINE.fullmatch(paragraphs[index].strip())
        sent = _OF_LINE.match(paragraphs[index])
        if written is not None:
            day = _day_of(written["day"])
            found.append(Message(index, "", len(paragraphs[index]), 0, day))
        elif sent is not None:
            found.append(replace(_message(index, paragraphs[index], sent), day=day))
    return found if sum(bool(one.sender) for one in found) >= 2 else []


def message(index: int, paragraph: str) -> Message | None:
    """The message with which a paragraph begins."""
    line = next((found for form in _LINES if (found := form.match(paragraph)) is not None), None)
    return _message(index, paragraph, line) if line is not None else None


def _message(index: int, paragraph: str, line: re.Match[str]) -> Message:
    said = {name: value for name, value in line.groupdict().items() if value}
    hour = int(said["hour"])
    if half := said.get("half", "").lower():
        hour = hour % 12 + (12 if half == "p" else 0)
    seconds = (hour * 60 + int(said["minute"])) * 60 + int(said.get("second", 0))
    sender = said.get("sender", "").strip(_MARKS + " \u00a0\u202f~")
    rest = paragraph[line.end() :]
    if sender and rest[:1] in _MARKS and _NOTICE.search(rest):
        sender = ""
    day = _day_of(said.get("day", ""))
    return Message(index, " ".join(sender.split()), line.end(), seconds * 1000, day)


def _day_of(written: str) -> tuple[int, int, int] | None:
    numbers = _DAY_NUMBERS.fullmatch(written)
    if numbers is not None:
        return int(numbers[1]), int(numbers[2]), int(numbers[3])
    month = re.search(NAMED_MONTH, written, re.I)
    if month is None:
        return None
    day, year = (int(number) for number in re.findall(r"\d+", written))
    return year + 2000 if year < 100 else year, MONTHS[month[0].lower()], day


def first_day(found: list[Message]) -> str:
    """The day of the first message, ISO 8601; empty when no order of its numbers makes a date.

    The order is one for the whole chat: that in which all are dates, and which goes back in time
    least often; day before month where that decides nothing.
    """
    days = [one.day for one in found if one.day is not None]
    best: list[date] = []
    fewest = len(days)
    for order in ((0, 1, 2), (1, 0, 2), (2, 1, 0)):
        dates = [_date(day, order) for day in days]
        valid = [one for one in dates if one is not None]
        if len(valid) < len(dates):
            continue
        backwards = sum(b < a for a, b in itertools.pairwise(valid))
        if backwards < fewest:
            best, fewest = valid, backwards
    return best[0].isoformat() if best else ""


def _date(day: tuple[int, int, int], order: tuple[int, int, int]) -> date | None:
    number, month, year = (day[place] for place in order)
    if max(day[0], day[1]) > 99 and order[2] == 2:
        return None
    try:
        return date(year + 2000 if year < 100 else year, month, number)
    except ValueError:
        return None
