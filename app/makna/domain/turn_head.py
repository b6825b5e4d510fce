"""The head of a transcript: Narasumber, Jabatan, Lokasi, Tanggal, Waktu before the talk begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from makna.domain.document import Layout, ParsedTurn
from makna.domain.turn_chat import first_day, messages
from makna.domain.turn_names import first_word, is_field, is_label, is_speaker, key_of
from makna.domain.turn_tables import is_headed
from makna.domain.turn_words import MONTHS, NAMED_MONTH

_LINE = re.compile(
    r"[ \u00a0\t]*(?P<label>[^\W\d_][^:=\n\t\u2028]{0,40}?)[ \t\u00a0]*(?:[:=]|\t)[ \t\u00a0:]*"
    r"(?P<value>[^\s:].*)"
)
_HEAD = 30
"""Paragraphs with text in which the head of a transcript may lie."""
_LONGEST = 25
"""Words of a value."""
_YEAR = r"(\d{4}|\d{2})(?!\d)"
_DATES: tuple[tuple[re.Pattern[str], tuple[int, int, int]], ...] = (
    (re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)"), (1, 2, 3)),
    (
        re.compile(
            rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?(?: ?[-–] ?\d{{1,2}})?[ \-./]+({NAMED_MONTH})"
            rf"\.?[ \-./,]+{_YEAR}",
            re.I,
        ),
        (3, 2, 1),
    ),
    (re.compile(rf"\b({NAMED_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}", re.I), (3, 1, 2)),
    (re.compile(rf"(?<!\d)(\d{{1,2}})[/.\-](\d{{1,2}})[/.\-]{_YEAR}"), (3, 2, 1)),
)
_MONTH_ONLY = re.compile(rf"\b({NAMED_MONTH})\.? (\d{{4}})(?!\d)", re.I)
_DAY_LABELS = frozenset("tanggal tgl date hari".split())
_PLACE_LABELS = frozenset("lokasi location tempat place venue".split())


@dataclass(frozen=True)
class Head:
    """What the head says; dates in ISO 8601."""

    date: str = ""
    place: str = ""
    facts: tuple[tuple[str, str], ...] = ()


def read_head(text: str, layout: Layout, turns: tuple[ParsedTurn, ...]) -> Head:
    """The facts before the first turn; of a chat the day of its first message.

    A text without turns has a head only when it begins with facts of which one is a day or place.
    """
    limit = turns[0].start if turns else len(text)
    paragraphs = text[:limit].split("\n")
    chat = messages(text.split("\n"))
    if chat:
        return Head(date=first_day(chat))
    facts = _facts(paragraphs)
    head = Head(_day(facts), _place(facts), tuple(facts))
    return head if turns or (len(facts) > 1 and (head.date or head.place)) else Head()


def _facts(paragraphs: list[str]) -> list[tuple[str, str]]:
    facts: list[tuple[str, str]] = []
    filled = 0
    for paragraph in paragraphs:
        for line in paragraph.split("\u2028"):
            if not line.strip():
                continue
            filled += 1
            fact = _fact(line)
            if filled > _HEAD or (fact is None and len(line.split()) > _LONGEST):
                return facts
            if fact is not None:
                facts.append(fact)
    return facts


def _fact(line: str) -> tuple[str, str] | None:
    found = _LINE.match(line)
    if found is None or is_headed(line.split("\t")):
        return None
    label, value = " ".join(found["label"].split()), " ".join(found["value"].split())
    if not is_label(label) or len(value.split()) > _LONGEST or value.endswith("?"):
        return None
    known = is_field(label) or (is_speaker(label) and len(label) > 3)
    return (label, value) if known else None


def _day(facts: list[tuple[str, str]]) -> str:
    for label, value in facts:
        if _DAY_LABELS & set(key_of(label).split()) and (day := iso_day(value)):
            return day
    return ""


def _place(facts: list[tuple[str, str]]) -> str:
    for label, value in facts:
        words = key_of(label).split()
        if first_word(label) in _PLACE_LABELS:
            if _DAY_LABELS & set(words):  # `Tempat, tanggal: Metro, 12 Maret 2024`
                return _without_date(value)
            return value
    return ""


def _without_date(value: str) -> str:
    for pattern, _ in _DATES:
        found = pattern.search(value)
        if found is not None:
            return value[: found.start()].rstrip(" ,/-–(")
    return value


def iso_day(written: str) -> str:
    """A date as people write it, in ISO 8601; empty when there is none in it.

    Of a span the first day; day before month, as Indonesia writes, unless that makes no date.
    """
    whole = False
    for pattern, order in _DATES:
        found = pattern.search(written)
        if found is not None:
            whole = True
            year, month, day = (_number(found[place]) for place in order)
            year += 2000 if year < 100 else 0
            if month > 12 >= day:
                month, day = day, month
            try:
                return date(year, month, day).isoformat()
            except ValueError:
                continue
    only = None if whole else _MONTH_ONLY.search(written)
    return f"{only[2]}-{_number(only[1]):02}" if only is not None else ""


def _number(part: str) -> int:
    return MONTHS[part.lower()] if part.lower() in MONTHS else int(part)
