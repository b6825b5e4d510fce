"""Printed characters found again in the canonical text."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from makna.domain.alignment import NOWHERE, align

WORDS = st.lists(st.text("abcdefg", min_size=1, max_size=7), min_size=6, max_size=60).map(
    lambda words: [f"{word}{chr(0x4E00 + at)}" for at, word in enumerate(words)]
)
"""Each unlike the others, as words nearly are: of `aaaa` nobody can say which is which."""


def found(text: str, pages: list[str]) -> list[str]:
    """The text that the letters of each page are aligned with."""
    aligned = align(text, pages)
    return ["".join(text[at] for at in page if at != NOWHERE) for page in aligned.places]


def test_lines_heads_and_hyphens_do_not_disturb() -> None:
    text = "Setiap keluhan warga dibaca humas.\nJawaban datang setelah lima hari."
    pages = [
        "LAPORAN HUMAS\nSetiap keluhan warga di-\nbaca humas. Jawaban da-\n1",
        "LAPORAN HUMAS\ntang setelah lima hari.\n2",
    ]
    assert found(text, pages) == ["Setiapkeluhanwargadibacahumas.Jawabanda", "tangsetelahlimahari."]
    aligned = align(text, pages)
    assert aligned.starts == (0, text.index("tang"))
    assert aligned.page_at(text.index("lima")) == 2
    assert aligned.page_at(text.index("tang")) == 2
    assert aligned.page_at(text.index("tang") - 1) == 1


def test_a_stretch_is_found_on_its_page_and_back() -> None:
    text = "satu dua tiga"
    aligned = align(text, ["KEPALA\nsatu du-\na tiga"])
    printed = aligned.printed(1, 5, 8)
    assert (printed.start, printed.stop) == (12, 17)
    assert aligned.span(1, printed.start, printed.stop - 1) == (5, 8)
    assert aligned.span(1, 0, 3) is None


def test_corrected_words_leave_the_rest_in_place() -> None:
    text = "Admin wajib menjawab dalam dua puluh empat jam, kata Kabid."
    page = "Admim wajib menjwab dalam dua puluh empat jam, kata Kabid."
    assert found(text, [page])[0].endswith("wajibmenjawabdalamduapuluhempatjam,kataKabid."[-30:])


def test_pages_without_text_begin_where_the_next_one_does() -> None:
    aligned = align("satu dua tiga empat", ["", "satu dua", "", "tiga empat", ""])
    assert aligned.starts == (0, 0, 9, 9, 19)


@given(words=WORDS, head=st.text("XYZ", max_size=12), cut=st.integers(0, 60))
def test_what_is_only_rearranged_is_found_whole(words: list[str], head: str, cut: int) -> None:
    """Heads that share no letter with the text, and breaks anywhere, cost no letter.

    A few letters alone under a head are too few to be sure of their place.
    """
    text = " ".join(words)
    at = min(cut, len(words))
    assume(all(len("".join(part)) not in range(1, 11) for part in (words[:at], words[at:])))
    pages = [f"{head}\n" + "\n".join(words[:at]), f"{head}\n" + " ".join(words[at:])]
    assert "".join(found(text, pages)) == text.replace(" ", "")


@given(text=st.text(max_size=80), pages=st.lists(st.text(max_size=60), max_size=4))
def test_places_always_rise_and_agree(text: str, pages: list[str]) -> None:
    aligned = align(text, pages)
    places = [
        (at, char)
        for page, printed in zip(aligned.places, pages, strict=True)
        for at, char in zip(page, printed, strict=True)
        if at != NOWHERE
    ]
    assert [at for at, _ in places] == sorted({at for at, _ in places})
    assert all(text[at] == char for at, char in places)
