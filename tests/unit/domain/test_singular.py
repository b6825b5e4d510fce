"""Sentences with a number say one as one."""

from __future__ import annotations

import re
from string import Formatter

from makna.domain.wording import PHRASES, Message
from makna.domain.wording.singular import ONE


def gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_every_english_sentence_that_counts_has_its_singular() -> None:
    counts = re.compile(r"\{(?:n|count)\} (?!part\(s\)|new passage\(s\))[a-zA-Z]")
    assert {key for key, (english, _) in PHRASES.items() if counts.search(english)} == set(ONE)
    assert all(gaps(one) == gaps(PHRASES[key][0]) for key, one in ONE.items())


def test_one_is_said_as_one() -> None:
    one, two = (Message.of("said_posts", n=n, path="a.csv") for n in (1, 2))
    assert (one.text("en"), two.text("en")) == (
        *("Imported 1 post from a.csv", "Imported 2 posts from a.csv"),
    )
    assert one.text("id") == "Diimpor: 1 kiriman dari a.csv"
    assert Message.of("docx_charts", count=1).text("en") == "1 chart was left out."


def test_what_counts_has_its_thousands_marked_and_a_page_has_not() -> None:
    many = Message.of("docx_charts", count=2511)
    assert many.text("id").startswith("2.511 ") and many.text("en").startswith("2,511 ")
    assert "1200" in Message.of("reference_page", page=1200).text("id")
