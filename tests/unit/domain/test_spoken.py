from __future__ import annotations

import pytest

from makna.domain.spoken import spoken_language

INDONESIAN = (
    "Kalau ada keluhan, admin wajib menjawab dan itu sudah kami sampaikan ke warga di kota."
)
ENGLISH = "If there is a complaint, the admin has to answer it, and that was said to the people."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (INDONESIAN, "id"),
        (ENGLISH, "en"),
        (INDONESIAN.upper(), "id"),
        ("", ""),
        ("Rina: 12345", ""),
        (f"{INDONESIAN}\n{ENGLISH}", ""),
        (INDONESIAN * 3 + ENGLISH * 3, "id"),
        (INDONESIAN + ENGLISH * 20, "en"),
        ("Wat is er met de stad gebeurd en wie heeft dat gedaan", ""),
    ],
)
def test_the_small_words_tell_the_language(text: str, language: str) -> None:
    assert spoken_language(text) == language


def test_english_terms_do_not_make_an_interview_english() -> None:
    terms = "Kami posting on time, engagement rate is up, feedback of the week. "
    assert spoken_language(terms + INDONESIAN * 3) == "id"
