"""Authors as a reference in the text names them."""

from __future__ import annotations

import pytest

from makna.domain.authors import short_authors


@pytest.mark.parametrize(
    ("authors", "shown"),
    [
        ("Laksmana, Puspa", "Laksmana"),
        ("Laksmana, P.", "Laksmana"),
        ("Arunika, Sari; Samudra, Teguh", "Arunika & Samudra"),
        ("Arunika, Sari & Samudra, Teguh", "Arunika & Samudra"),
        ("Arunika, S., & Samudra, T.", "Arunika & Samudra"),
        ("Arunika, Sari; Samudra, Teguh; Laksmana, Puspa", "Arunika dkk."),
        ("Puspa Laksmana, S.Sos., M.I.Kom", "Puspa Laksmana"),
        ("Dinas Komunikasi dan Informatika", "Dinas Komunikasi dan Informatika"),
        ("Puspa Laksmana", "Puspa Laksmana"),
        ("satu, dua, tiga", "satu, dua, tiga"),
        ("", ""),
    ],
)
def test_surnames_where_they_are_told_apart(authors: str, shown: str) -> None:
    assert short_authors(authors, "id") == shown


def test_three_and_more_in_english() -> None:
    assert short_authors("Arunika, S.; Samudra, T.; Laksmana, P.", "en") == "Arunika et al."
