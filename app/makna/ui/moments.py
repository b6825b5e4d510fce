"""Days and times of the clock as the window's language writes them: 22 Nov, 06:08 or 06.08."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate

from makna.domain.dates import here
from makna.ui.language import current_language, locale_of


def clock(at: str) -> str:
    """The time of a UTC moment in ISO 8601 where this computer is."""
    local = here(at)
    return _clock(local) if local is not None else at


def short_day(at: str) -> str:
    """The day of a UTC moment, where this computer is; the year only when it is another one."""
    local = here(at)
    if local is None:
        return at
    this_year = local.year == date.today().year
    return _day(local, "d MMM" if this_year else "d MMM yyyy")


def short(at: str) -> str:
    """Day and time of a UTC moment, to be read at a glance."""
    local = here(at)
    return f"{short_day(at)}, {_clock(local)}" if local is not None else at


def short_unless_today(at: str) -> str:
    """The same, and of today the time alone."""
    local = here(at)
    return clock(at) if local is not None and local.date() == date.today() else short(at)


def day_and_time(at: str) -> str:
    """A UTC moment as a day in words and a time where this computer is."""
    local = here(at)
    if local is None:
        return at
    return f"{_day(local, 'd MMMM yyyy')}, {_clock(local)}"


def _clock(local: datetime) -> str:
    return local.strftime("%H.%M" if current_language() == "id" else "%H:%M")


def _day(local: datetime, form: str) -> str:
    day = QDate(local.year, local.month, local.day)
    return locale_of(current_language()).toString(day, form)
