from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makna.search.query import (
    And,
    Exact,
    Filter,
    Fuzzy,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Wildcard,
    Word,
    parse,
)

HUMAS, CITRA, MEDIA = Word("humas"), Word("citra"), Word("media")


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Humas", HUMAS),
        ("humas citra", And((HUMAS, CITRA))),
        ("humas AND citra", And((HUMAS, CITRA))),
        ("humas OR citra media", Or((HUMAS, And((CITRA, MEDIA))))),
        ("(humas OR citra) media", And((Or((HUMAS, CITRA)), MEDIA))),
        ("humas -citra", And((HUMAS, Not(CITRA)))),
        ("humas NOT citra", And((HUMAS, Not(CITRA)))),
        ("humas -(citra OR media)", And((HUMAS, Not(Or((CITRA, MEDIA)))))),
        ('"Peran Humas"', Phrase((Exact("peran"), Exact("humas")))),
        ("“peran humas”", Phrase((Exact("peran"), Exact("humas")))),
        ('"peran humas"~3', Phrase((Exact("peran"), Exact("humas")), 3)),
        ('"peran humas"~12 citra', And((Phrase((Exact("peran"), Exact("humas")), 12), CITRA))),
        ('"peran humas"~', Phrase((Exact("peran"), Exact("humas")))),
        ('"humas"~2', Exact("humas")),
        ('"peran hum*"', Phrase((Exact("peran"), Prefix("hum")))),
        ('"humas"', Exact("humas")),
        ("anak-anak", Phrase((Word("anak"), Word("anak")))),
        ("komuni*", Prefix("komuni")),
        ("k?munikasi", Wildcard("k?munikasi")),
        ("*kasi", Wildcard("*kasi")),
        ("komunikasi~", Fuzzy("komunikasi", 2)),
        ("humas~", Fuzzy("humas", 1)),
        ("komunikasi~1", Fuzzy("komunikasi", 1)),
        ("pr~2", Fuzzy("pr", 0)),
    ],
)
def test_the_language_means_what_it_says(text: str, root: Node) -> None:
    assert parse(text) == Query(root)


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("AND humas", HUMAS),
        ("humas OR", HUMAS),
        ("humas AND", HUMAS),
        ("(humas", HUMAS),
        ("humas)", HUMAS),
        (") humas (", HUMAS),
        ('"peran humas', Phrase((Exact("peran"), Exact("humas")))),
        ("NOT NOT humas", HUMAS),
        ("humas:", HUMAS),
        ("foo:humas", Phrase((Word("foo"), HUMAS))),
        ("humas!!! ---", HUMAS),
        ("OR", Word("or")),
        ("-", None),
        ("* ?", None),
        ('""', None),
        ("()", None),
        ("(" * 5000 + "humas" + ")" * 5000, HUMAS),
    ],
)
def test_a_malformed_query_degrades(text: str, root: Node | None) -> None:
    assert parse(text).root == root


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("apa peran humas itu?", And((Word("peran"), HUMAS))),
        ("the citra of humas", And((CITRA, HUMAS))),
        ("yang", Word("yang")),
        ("humas AND yang", And((HUMAS, Word("yang")))),
        ("yang -humas", And((Word("yang"), Not(HUMAS)))),
        ('"yang mana"', Phrase((Exact("yang"), Exact("mana")))),
    ],
)
def test_function_words_count_only_where_they_must(text: str, root: Node) -> None:
    assert parse(text).root == root


def test_filters_are_put_aside() -> None:
    query = parse('kind:interview humas -code:"Tema > Citra" speaker:“Ibu Rina” Kasus:I1')
    assert query.root == HUMAS
    assert query.filters == (
        Filter("kind", "interview"),
        Filter("code", "Tema > Citra", negated=True),
        Filter("speaker", "Ibu Rina"),
        Filter("case", "I1"),
    )


_PIECES = ["humas", "AND", "OR", "NOT", "-", "(", ")", '"', "kind:", "x*", "?", "~", "~2", ":", "“"]


@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=5)).map(" ".join) | st.text())
def test_no_text_is_a_wrong_query(text: str) -> None:
    assert isinstance(parse(text), Query)
