"""A text that came back compared with the one that went out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from makna.domain.comment_match import Comparison, Edit

OUT = """Peneliti: Apa peran humas di kota ini?
Rina: Humas memfasilitasi dialog dengan warga setiap hari kerja.

Peneliti: Siapa yang membantu kantor itu?
Rina: Media lokal membantu humas menyebarkan berita kota."""


def traced(back: str, words: str) -> tuple[str, str]:
    comparison = Comparison(OUT, back)
    at = back.index(words)
    place = comparison.place(at, at + len(words))
    return OUT[place.start : place.end], place.how


def test_an_unchanged_text_is_found_to_the_character_over_paragraphs() -> None:
    words = "kota ini?\nRina: Humas"
    assert traced("Judul\n" + OUT, words) == (words, "exact")


def test_a_text_edited_elsewhere_moves_nothing() -> None:
    back = OUT.replace("Apa peran", "Apakah peranan").replace("setiap", "tiap")
    assert traced(back, "memfasilitasi dialog") == ("memfasilitasi dialog", "exact")


def test_an_edit_inside_is_bridged() -> None:
    back = OUT.replace("dialog dengan", "percakapan dengan")
    assert traced(back, "memfasilitasi percakapan dengan warga") == (
        "memfasilitasi dialog dengan warga",
        "edited",
    )


def test_an_edit_at_the_edge_takes_the_words_it_replaced() -> None:
    back = OUT.replace("dialog dengan", "percakapan dengan")
    assert traced(back, "percakapan dengan warga") == ("dialog dengan warga", "edited")


def test_a_paragraph_that_was_moved_is_found() -> None:
    lines = OUT.split("\n")
    back = "\n".join([lines[4], *lines[:4]]).replace("menyebarkan", "meneruskan")
    assert traced(back, "Media lokal membantu") == ("Media lokal membantu", "moved")


def test_words_that_are_new_are_near_what_stands_before() -> None:
    back = OUT.replace("\n\nPeneliti", "\nBaris baru dari pembimbing sama sekali.\nPeneliti")
    comparison = Comparison(OUT, back)
    at = back.index("dari pembimbing")
    place = comparison.place(at, at + 15)
    assert place.how == "near"
    assert OUT[: place.start].endswith("setiap hari kerja.")


def test_edits_are_listed_with_what_was_there() -> None:
    back = OUT.replace("lokal", "setempat")
    at = OUT.index("lokal")
    assert Comparison(OUT, back).edits == [Edit(at, at + 5, "lokal", "setempat")]


lines = st.lists(st.sampled_from(["a b c d", "e f g h", "", "i j k l", "a b"]), max_size=8)


@given(lines, st.integers(0, 60), st.integers(1, 20))
def test_a_text_that_was_not_touched_leads_every_stretch_to_itself(
    paragraphs: list[str], start: int, length: int
) -> None:
    text = "\n".join(paragraphs)
    end = min(len(text), start + length)
    stretch = text[start:end]
    if stretch.strip() and stretch == stretch.strip():
        place = Comparison(text, text).place(start, end)
        assert (place.start, place.end, place.how) == (start, end, "exact")


@given(lines, lines)
def test_what_is_the_same_is_the_same_in_any_two_texts(out: list[str], back: list[str]) -> None:
    one, other = "\n".join(out), "\n".join(back)
    for same in Comparison(one, other).same:
        assert one[same.out : same.out + same.length] == other[same.back : same.back + same.length]
