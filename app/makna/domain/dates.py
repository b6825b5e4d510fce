"""Dates and numbers as the output's language writes them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

from makna.domain.wording import Language
from makna.domain.wording.numbers import number as number

_MONTHS: dict[Language, tuple[str, ...]] = {
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    "id": (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli"),
        *("Agustus", "September", "Oktober", "November", "Desember"),
    ),
}
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?")


@lru_cache(1_000)  # ten thousand quotations are of a few days
def long_date(iso: str, language: Language = "en") -> str:
    """A date in words: `2025-03-03` is `3 March 2025` or `3 Maret 2025`.

    A partial date stays partial (`2025-03` is `March 2025`); a time of day is left out. What is
    not ISO 8601 is returned as it is: somebody typed it for a reason.
    """
    match = _PARTIAL.fullmatch(iso.strip())
    if match is None:
        return iso
    year, month, day = match.groups()
    if month is None:
        return year
    if not 1 <= int(month) <= 12 or (day is not None and not 1 <= int(day) <= 31):
        return iso
    name = _MONTHS[language][int(month) - 1]
    return f"{name} {year}" if day is None else f"{int(day)} {name} {year}"


def local_day(at: str, language: Language = "en") -> str:
    """The day, where this computer is, of a UTC moment in ISO 8601; see `long_date`."""
    moment = here(at) if len(at) > len("2025-03-03") else None
    return long_date(at if moment is None else moment.date().isoformat(), language)


def here(at: str) -> datetime | None:
    """A UTC moment in ISO 8601 by the clock of this computer; None for what is none.

    Nor has a clock here every moment that a file can name: 9999-12-31 is over in Jakarta before it
    is in UTC.
    """
    try:
        moment = datetime.fromisoformat(at)
        return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).astimezone()
    except (ValueError, OverflowError, OSError):  # Windows says OSError
        return None


def clock(time_ms: int) -> str:
    """A place in a recording, from milliseconds: `00:03:12`."""
    seconds = time_ms // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
