"""What a comment says: codes, a line each, then what was thought."""

from __future__ import annotations

import pytest

from makna.domain.comment_text import Grammar, Names, Said, fingerprint, parse, written

KNOWN = {("Citra",), ("Peran", "Fasilitator")}
NEW = Grammar(new_codes=True)


def known(names: Names) -> bool:
    return names in KNOWN


@pytest.mark.parametrize(
    ("text", "codes", "memo"),
    [
        ("Citra", (("Citra",),), ""),
        (
            "Peran > Fasilitator\nCitra\n\nMenarik, lihat lagi.",
            (("Peran", "Fasilitator"), ("Citra",)),
            "Menarik, lihat lagi.",
        ),
        ("Kode: Citra", (("Citra",),), ""),
        (
            "- Citra\nTolong dijelaskan lagi, ini belum jelas bagi pembaca.",
            (("Citra",),),
            "Tolong dijelaskan lagi, ini belum jelas bagi pembaca.",
        ),
        ("Bagus", (), "Bagus"),
        ("Kenapa begitu?", (), "Kenapa begitu?"),
        ("Peran > Baru", (("Peran", "Baru"),), ""),
        ("", (), ""),
    ],
)
def test_only_what_is_certainly_a_code_is_one(
    text: str, codes: tuple[Names, ...], memo: str
) -> None:
    assert parse(text, known) == Said(codes, memo)


def test_short_lines_are_new_codes_when_somebody_coded_by_comments() -> None:
    assert parse("Bagus", known, NEW) == Said((("Bagus",),))
    assert parse("Kenapa begitu?", known, NEW) == Said((), "Kenapa begitu?")
    sentence = "Ini kalimat yang panjang sekali dan jelas bukan nama sebuah kode apa pun"
    assert parse(sentence, known, NEW) == Said((), sentence)


def test_several_codes_in_a_line_only_when_that_is_asked_for() -> None:
    several = Grammar(new_codes=True, several=True)
    assert parse("Citra, Peran; Media", known, several).codes == (
        ("Citra",),
        ("Peran",),
        ("Media",),
    )
    assert parse("Peran: Ahli, Teknisi", known, several).codes == (
        ("Peran", "Ahli"),
        ("Peran", "Teknisi"),
    )
    assert parse("Citra, Peran", known, NEW).codes == (("Citra, Peran",),)


def test_what_goes_out_comes_back_the_same() -> None:
    lines = written([("A > B", "C"), ("D",)], "Satu.\n\nDua.")
    assert lines == ("A \\> B > C", "D", "", "Satu.", "", "Dua.")
    assert parse("\n".join(lines), known, NEW) == Said((("A > B", "C"), ("D",)), "Satu.\n\nDua.")


def test_white_space_does_not_change_a_fingerprint() -> None:
    assert fingerprint(("A > B", "", "x  y")) == fingerprint(("A > B", "x y"))
    assert fingerprint(("A > B",)) != fingerprint(("A > C",))
