"""Days and times in the window's language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from makna.domain.wording import Language
from makna.ui import moments
from makna.ui.language import current_language, set_language


@pytest.fixture(autouse=True)
def spoken(qapp: QApplication) -> Iterator[None]:
    before = current_language()
    yield
    set_language(before)


@pytest.mark.parametrize(
    ("language", "day_and_time", "short"),
    [
        ("en", "3 August 2024, 10:05", "3 Aug 2024, 10:05"),
        ("id", "3 Agustus 2024, 10.05", "3 Agu 2024, 10.05"),
    ],
)
def test_a_moment_is_written_as_its_language_writes_it(
    language: Language, day_and_time: str, short: str
) -> None:
    set_language(language)
    at = datetime(2024, 8, 3, 10, 5).astimezone().astimezone(UTC).isoformat()
    assert moments.day_and_time(at) == day_and_time
    assert moments.short(at) == moments.short_unless_today(at) == short


def test_of_today_the_time_is_enough() -> None:
    set_language("id")
    now = datetime.now(UTC).isoformat()
    assert moments.short_unless_today(now) == moments.clock(now)
    assert "." in moments.clock(now)
    assert str(datetime.now().year) not in moments.short_day(now)


def test_what_is_no_moment_is_shown_as_it_is() -> None:
    for shown in (moments.clock, moments.short_day, moments.short, moments.day_and_time):
        assert shown("some day") == "some day"
