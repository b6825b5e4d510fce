"""Dates and times in the column of a table, in whatever way a platform writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from makna.domain.turn_head import iso_day

_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?!\d)")
_CLOCK = re.compile(
    r"(?<![\d.:])(\d{1,2})[:.]([0-5]\d)(?:[:.]([0-5]\d))?(?![\d/])(?: ?([ap])\.?m)?", re.I
)
_AMERICAN = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) [\d:]{8} \+\d{4} (\d{4})")
"""`Wed Mar 05 10:00:00 +0000 2025`, as Twitter writes."""
_STAMP = re.compile(r"\d{1,3}[:.][0-5]\d")
_MINUTES = re.compile(r"\d+")
_SECONDS = range(10**9, 4 * 10**9)
"""Seconds since 1970 that lie between 2001 and 2096."""

_SERIAL = re.compile(r"([34]\d{4}|5\d{4})(?:[.,]\d+)?")
"""Days since the end of 1899, as a spreadsheet shows a day of 1982 to 2064 that has no format."""


@dataclass(frozen=True)
class Moment:
    """What a cell says: the day in ISO 8601, the time of the day, and the cell itself."""

    date: str = ""
    time_ms: int | None = None
    written: str = ""


def moments(cells: Sequence[str]) -> list[Moment]:
    """The moments in a column; the order of day and month is one for all of it."""
    if are_minutes(cells):
        times = (cell.strip() for cell in cells)
        return [
            Moment("", _ms(0, *map(int, _MINUTES.findall(t))), t) if t else Moment() for t in times
        ]
    month_first = _is_month_first(cells)
    return [_serial(cell) or _moment(" ".join(cell.split()), month_first) for cell in cells]


def are_minutes(cells: Sequence[str]) -> bool:
    """Whether these are minutes and seconds of a recording: from `00:03` on, or beyond a day."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled or not all(map(_STAMP.fullmatch, filled)):
        return False
    minutes = [int(_MINUTES.findall(cell)[0]) for cell in filled]
    return minutes == sorted(minutes) and (minutes[0] == 0 or minutes[-1] > 23)


def looks_like_a_date(cell: str) -> bool:
    return bool(_moment(" ".join(cell.split()), False).date)


def _serial(cell: str) -> Moment | None:
    """The moment of a bare number of days; elsewhere than in a column of days it is a count."""
    written = cell.strip()
    if _SERIAL.fullmatch(written) is None:
        return None
    days = float(written.replace(",", "."))
    at = datetime(1899, 12, 30) + timedelta(seconds=round(days * 86_400))
    time_ms = _ms(at.hour, at.minute, at.second) if days % 1 else None
    return Moment(at.date().isoformat(), time_ms, written)


def _is_month_first(cells: Sequence[str]) -> bool:
    """Whether some cell has a day where Indonesia writes the month, and none the reverse."""
    found = [match for cell in cells if (match := _NUMBERS.search(cell)) is not None]
    days_second = any(int(match[2]) > 12 for match in found)
    return days_second and not any(int(match[1]) > 12 for match in found)


def _moment(cell: str, month_first: bool) -> Moment:
    if cell.isdecimal() and int(cell) in _SECONDS:
        at = datetime.fromtimestamp(int(cell), UTC)
        return Moment(at.date().isoformat(), _ms(at.hour, at.minute, at.second), cell)
    american = _AMERICAN.search(cell)
    numbers = _NUMBERS.search(cell)
    if american is not None:
        day = iso_day(f"{american[2]} {american[1]} {american[3]}")
    elif month_first and numbers is not None:
        day = _date(numbers[3], numbers[1], numbers[2])
    else:
        day = iso_day(cell)
    rest = cell.replace(numbers[0], " ", 1) if numbers is not None else cell
    return Moment(day, _time(rest), cell)


def _date(year: str, month: str, day: str) -> str:
    try:
        return date(int(year) + 2000 * (len(year) == 2), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _time(cell: str) -> int | None:
    found = _CLOCK.search(cell.replace("T", " "))
    if found is None:
        return None
    hour = int(found[1])
    if found[4]:
        hour = hour % 12 + 12 * (found[4].lower() == "p")
    return _ms(hour, int(found[2]), int(found[3] or 0)) if hour < 24 else None


def _ms(hour: int, minute: int, second: int) -> int:
    return ((hour * 60 + minute) * 60 + second) * 1000
