"""The index, the scan and a slow obvious reading of a query must find the same paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from makna.search.analysis import Token, alike, tokens
from makna.search.index import Document, SearchIndex, build_segment
from makna.search.query import (
    And,
    Exact,
    Fuzzy,
    Leaf,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Wildcard,
    Word,
)
from makna.search.scan import matches, places

WORDS = [
    *("publikasi", "mempublikasikan", "publik", "dan", "yang", "menulis", "tulis", "penulis"),
    *("interview", "interviewing", "the", "İstanbul", "straße", "Strasse", "anak-anak", "😂"),
]
FOLDED = sorted({token.word for word in WORDS for token in tokens(word)})
LANGUAGES = st.sampled_from(["id", "en", ""])

paragraphs = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
texts = st.lists(paragraphs, max_size=5).map("\n".join)
folded = st.sampled_from(FOLDED)
leaves: st.SearchStrategy[Leaf] = st.one_of(
    folded.map(Word),
    folded.map(Exact),
    folded.map(lambda word: Prefix(word[:3])),
    st.builds(
        lambda word, at: Wildcard(word[:at] + "?" + word[at + 1 :]), folded, st.integers(0, 4)
    ),
    st.builds(
        lambda word, at: Wildcard(word[:at] + "*" + word[at + 2 :]), folded, st.integers(0, 4)
    ),
    st.builds(Fuzzy, folded, st.integers(0, 2)),
)
phrases = st.builds(
    lambda parts, between: Phrase(tuple(parts), between),
    st.lists(leaves, min_size=2, max_size=3),
    st.just(0) | st.integers(1, 3),
)
nodes: st.SearchStrategy[Node] = st.recursive(
    leaves | phrases,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
        inner.map(Not),
    ),
    max_leaves=5,
)


class _Files(dict[str, bytes]):
    def names(self) -> list[str]:
        return list(self)

    def read(self, name: str) -> bytes:
        return self[name]

    def write(self, name: str, data: bytes) -> None:
        self[name] = data

    def delete(self, name: str) -> None:
        self.pop(name, None)

    def pieces(self, name: str) -> Iterator[bytes]:
        yield self[name]

    def size(self, name: str) -> int:
        return len(self[name]) if name in self else -1

    def append(self, name: str, data: bytes) -> None:
        self[name] = self.get(name, b"") + data

    def shorten(self, name: str) -> bool:
        self.delete(name)
        return False


def _distance(a: str, b: str) -> int:
    """Letters wrong, missing, added, or swapped with their neighbour, by the book."""
    rows = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]


def _fits(pattern: str, word: str) -> bool:
    if not pattern:
        return not word
    if pattern[0] == "*":
        return any(_fits(pattern[1:], word[at:]) for at in range(len(word) + 1))
    return bool(word) and pattern[0] in ("?", word[0]) and _fits(pattern[1:], word[1:])


def _is(leaf: Leaf, word: str, language: str) -> bool:
    match leaf:
        case Word(asked):
            return alike(asked, word, language)
        case Exact(asked):
            return asked == word
        case Prefix(asked):
            return word[: len(asked)] == asked
        case Wildcard(pattern):
            return _fits(pattern, word)
        case Fuzzy(asked, distance):
            return _distance(asked, word) <= distance


def _each_has_its_own(hits: list[list[bool]]) -> bool:
    """By Hall's marriage theorem: however many parts one takes, as many words are theirs."""
    return all(
        sum(map(any, zip(*some, strict=True))) >= count
        for count in range(1, len(hits) + 1)
        for some in combinations(hits, count)
    )


def _near(phrase: Phrase, found: list[Token], language: str) -> tuple[bool, set[int]]:
    """Every stretch of words is tried; of those that hold all, the ones that hold no shorter."""
    whole: list[range] = []
    longest = len(phrase.parts) + phrase.between
    for length in range(1, longest + 1):
        for first in range(len(found) - length + 1):
            run = found[first : first + length]
            hits = [[_is(part, token.word, language) for token in run] for part in phrase.parts]
            inner = any(first <= w.start and w.stop <= first + length for w in whole)
            if _each_has_its_own(hits) and not inner:
                whole.append(range(first, first + length))
    spans = [range(found[run.start].start, found[run.stop - 1].end) for run in whole]
    return bool(spans), {at for span in spans for at in span}


def _marked(node: Node, text: str, language: str) -> tuple[bool, set[int]]:
    """Whether a node is true, and the code points of what makes it so."""
    found = tokens(text)
    if isinstance(node, Not):
        return not _marked(node.part, text, language)[0], set()
    if isinstance(node, And | Or):
        answers = [_marked(part, text, language) for part in node.parts]
        true = (all if isinstance(node, And) else any)(answer for answer, _ in answers)
        return true, {at for answer, marks in answers if answer and true for at in marks}
    parts = node.parts if isinstance(node, Phrase) else (node,)
    if isinstance(node, Phrase) and node.between:
        return _near(node, found, language)
    marks: set[int] = set()
    for first in range(len(found) - len(parts) + 1):
        run = found[first : first + len(parts)]
        if all(_is(part, token.word, language) for part, token in zip(parts, run, strict=True)):
            marks.update(range(run[0].start, run[-1].end))
    return bool(marks), marks


@given(nodes, paragraphs, LANGUAGES)
@settings(max_examples=150, deadline=None)
def test_places_and_matches_agree_with_the_slow_reading(
    node: Node, text: str, language: str
) -> None:
    true, marks = _marked(node, text, language)
    query = Query(node)
    assert matches(query, text, language) == (true and bool(text.strip()))
    spans = places(query, text, language)
    assert {at for start, end in spans for at in range(start, end)} == (marks if true else set())
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@given(st.lists(st.tuples(LANGUAGES, texts), min_size=1, max_size=8), st.lists(nodes, min_size=4))
@settings(max_examples=60, deadline=None)
def test_the_index_finds_what_the_scan_finds(
    material: list[tuple[str, str]], asked: list[Node]
) -> None:
    index = SearchIndex(_Files())
    current: dict[str, Document] = {}
    for number, (language, text) in enumerate(material):
        document = Document(f"source:{number % 5}", number, language, text)
        current[document.key] = document
        index.add(build_segment([document]))
    for node in asked:
        query = Query(node)
        expected = {
            (document.key, number)
            for document in current.values()
            for number, paragraph in enumerate(document.text.split("\n"))
            if matches(query, paragraph, document.language)
        }
        hits = index.query(query, limit=None)
        assert {(hit.key, hit.paragraph) for hit in hits} == expected
        assert len(hits) == len(expected)
