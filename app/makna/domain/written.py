"""What people may write for a language, a year, a day or an address, and what cannot be one."""

from __future__ import annotations

import re
from datetime import date

from makna.domain.turn_head import iso_day
from makna.domain.turn_words import NAMED_MONTH

YES = frozenset(("yes", "ya", "y", "true", "1"))
NO = frozenset(("no", "tidak", "n", "false", "0"))

_LANGUAGES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
    "hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb "
    "lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om "
    "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv "
    "sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh "
    "zu".split()
)
"""ISO 639-1."""
_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*", re.I)
_YEAR = re.compile(r"(?:ca?\.? ?)?(\d{4})[a-z]?(?: ?[-–/] ?(\d{4}|\d{2}))?", re.I)
_NO_YEAR = frozenset(
    ("n.d.", "n.d", "nd", "t.t.", "t.t", "tt", "s.a.", "in press", "forthcoming", "dalam proses")
)
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_WEEKDAY = (
    r"(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_ONE_DAY = re.compile(
    rf"(?:{_WEEKDAY},? )?(?:{_NTH}[ \-./]+)?(?:{NAMED_MONTH}|\d{{1,2}})\.?[ \-./,]+"
    rf"(?:{_NTH},? )?(?:\d{{4}}|\d{{2}})|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}",
    re.I,
)
"""What has the shape of one day or month and of nothing besides."""
_MONTH = re.compile(r"(\d{1,2}) ?[/.\-] ?(\d{4})")
_FIRST, _LAST = 1000, 2100
"""Years in which a source may have been made."""
_HOST = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}"
_URL = re.compile(
    r"(?:https?|ftp)://(?:[^\s/?#@]+@)?(?:\w[\w.-]*|\[[\da-f:.]+\])(?::\d{1,5})?(?:[/?#]\S*)?"
    rf"|{_HOST}(?::\d{{1,5}})?(?:[/?#]\S*)?|(?:doi: ?)?10\.\d{{4,9}}/\S+|urn:\S+",
    re.I,
)


def is_language(written: str) -> bool:
    """Whether it is a code of ISO 639, perhaps with a region as in `en-GB`."""
    found = _TAG.fullmatch(written)
    return found is not None and (len(found[1]) == 3 or found[1].lower() in _LANGUAGES)


def is_year(written: str) -> bool:
    """Whether a work can be of that year: `2024`, `2024a`, `1998/99`, `n.d.`, `t.t.`."""
    if written.casefold() in _NO_YEAR:
        return True
    found = _YEAR.fullmatch(written)
    if found is None or not _FIRST <= int(found[1]) <= _LAST:
        return False
    until = found[2] or found[1]
    until = found[1][:2] + until if len(until) == 2 else until
    return int(found[1]) <= int(until) <= _LAST


def is_date(written: str) -> bool:
    """Whether it is a day in ISO 8601, possibly only a year, or a year and a month."""
    found = _DAY.fullmatch(written)
    if found is None:
        return False
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return _FIRST <= year <= _LAST


def iso_date(written: str) -> str:
    """A day, a month or a year as people write it, in ISO 8601; empty when it is none.

    `3 Maret 2026`, `Selasa, 3/3/26`, `March 3, 2026` and `2026-03-03` are one day, `Maret 2026` and
    `03/2026` one month. The day comes before the month, unless that makes no date.
    """
    clean = " ".join(written.split())
    month = _MONTH.fullmatch(clean)
    if month is not None:
        clean = f"{month[2]}-{int(month[1]):02}"
    elif not is_date(clean) and _ONE_DAY.fullmatch(clean):
        clean = iso_day(clean)
    return clean if is_date(clean) else ""


def is_url(written: str) -> bool:
    """Whether it is an address on the web, with or without its scheme, or a DOI."""
    return _URL.fullmatch(written) is not None
