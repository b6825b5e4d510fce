"""Exported chats: WhatsApp on Android and iPhone, in whatever order a telephone writes dates."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from datetime import date

_MARKS = "\u200e\u200f\u202a\u202c\ufffd"
"""Direction marks that WhatsApp puts before lines of its own."""
_GAP = r"[ \u00a0\u202f]"
_DAY = r"(?P<a>\d{1,4})[/.\-](?P<b>\d{1,2})[/.\-](?P<c>\d{2,4})"
_TIME = (
    rf"(?P<hour>\d{{1,2}})[:.](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?"
    rf"(?:{_GAP}?(?P<half>[APap])\.?{_GAP}?[Mm]\.?)?"
)
_BETWEEN = rf",?{_GAP}+(?:(?:pukul|at|jam){_GAP}+)?"
_SENDER = r"(?:(?P<sender>[^:\n\u2028\"“”]{1,60}):(?:[ \u00a0]|$))?"
_LINE = re.compile(
    rf"[{_MARKS}]*(?:\[{_DAY}{_BETWEEN}{_TIME}\]{_GAP}*|{_DAY.replace('<', '<x')}"
    rf"{_BETWEEN}{_TIME.replace('<', '<x')}{_GAP}+[-–]{_GAP}+"
    rf"|\[{_TIME.replace('<', '<y')},{_GAP}*{_DAY.replace('<', '<y')}\]{_GAP}+)[{_MARKS}]*{_SENDER}"
)
_NOTICE = re.compile(
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
    day: tuple[int, int, int]
    """The three numbers of its date, as they stand."""


def messages(paragraphs: list[str]) -> list[Message]:
    """The messages of an exported chat; none for any other text."""
    first = next((p for p in paragraphs if p.strip()), "")
    if _LINE.match(first) is None:
        return []
    found = [m for index, p in enumerate(paragraphs) if (m := message(index, p)) is not None]
    senders = [one for one in found if one.sender]
    return found if len(senders) >= 2 else []


def message(index: int, paragraph: str) -> Message | None:
    """The message with which a paragraph begins."""
    line = _LINE.match(paragraph)
    if line is None:
        return None
    said = {name.lstrip("xy"): value for name, value in line.groupdict().items() if value}
    hour = int(said["hour"])
    if half := said.get("half", "").lower():
        hour = hour % 12 + (12 if half == "p" else 0)
    seconds = (hour * 60 + int(said["minute"])) * 60 + int(said.get("second", 0))
    sender = said.get("sender", "").strip(_MARKS + " \u00a0\u202f~")
    rest = paragraph[line.end() :]
    if sender and rest[:1] in _MARKS and _NOTICE.search(rest):
        sender = ""
    day = (int(said["a"]), int(said["b"]), int(said["c"]))
    return Message(index, " ".join(sender.split()), line.end(), seconds * 1000, day)


def first_day(found: list[Message]) -> str:
    """The day of the first message, ISO 8601; empty when no order of its numbers makes a date.

    The order is one for the whole chat: that in which all are dates, and which goes back in time
    least often; day before month where that decides nothing.
    """
    days = [one.day for one in found]
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
