"""Dates and numbers in the output's language."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from makna.domain.dates import clock, here, local_day, long_date, number


@pytest.mark.parametrize(
    ("iso", "english", "indonesian"),
    [
        ("2025-03-03", "3 March 2025", "3 Maret 2025"),
        ("2025-08", "August 2025", "Agustus 2025"),
        ("2025", "2025", "2025"),
        ("2025-12-31T23:59:59+00:00", "31 December 2025", "31 Desember 2025"),
        ("", "", ""),
        ("awal Maret", "awal Maret", "awal Maret"),
        ("2025-13-01", "2025-13-01", "2025-13-01"),
    ],
)
def test_dates_are_written_out_as_far_as_they_are_known(
    iso: str, english: str, indonesian: str
) -> None:
    assert (long_date(iso, "en"), long_date(iso, "id")) == (english, indonesian)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has no tzset")
def test_a_moment_is_shown_as_the_day_it_was_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Jakarta")
    time.tzset()
    try:
        assert local_day("2025-03-03T20:00:00+00:00", "id") == "4 Maret 2025"
        assert local_day("2025-03-03", "id") == "3 Maret 2025"
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("zone", ["Asia/Jakarta", "America/New_York", "UTC"])
@pytest.mark.parametrize("at", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "kemarin pagi"])
@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has no tzset")
def test_a_moment_that_no_clock_here_shows_stays_as_it_is_written(
    monkeypatch: pytest.MonkeyPatch, zone: str, at: str
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        local = here(at)
        assert local is None or local.year in (1, 9999)
        assert local_day(at) == long_date(at if local is None else local.date().isoformat())
    finally:
        monkeypatch.undo()
        time.tzset()


def test_numbers_mark_thousands_and_decimals() -> None:
    assert (number(1234), number(1234, "id")) == ("1,234", "1.234")
    assert (number(Decimal("1234.5")), number(Decimal("1234.5"), "id")) == ("1,234.5", "1.234,5")


def test_places_in_a_recording_are_hours_minutes_seconds() -> None:
    assert [clock(0), clock(192_999), clock(36_000_000)] == ["00:00:00", "00:03:12", "10:00:00"]
