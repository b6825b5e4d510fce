"""Searching the text itself: the same query as the index answers, and literal search.

All positions are code points, half-open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate
from unicodedata import normalize

from makna.search.analysis import Token, alike, tokens
from makna.search.nearby import stretches
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

Span = tuple[int, int]


def matches(query: Query, paragraph: str, language: str) -> bool:
    """Whether a paragraph answers a query; filters are not looked at.

    A blank paragraph answers none, nor does any paragraph a query that asks for no word.
    """
    if query.root is None or not paragraph.strip():
        return False
    return _found(query.root, tokens(paragraph), language) is not None


def places(query: Query, paragraph: str, language: str) -> list[Span]:
    """Where the words of a query stand in a paragraph that answers it, in order.

    A phrase is one place; overlapping places are joined. Empty when the paragraph does not answer.
    """
    if query.root is None or not paragraph.strip():
        return []
    return _joined(_found(query.root, tokens(paragraph), language) or [])


def _found(node: Node, text: list[Token], language: str) -> list[Span] | None:
    """The places of what makes `node` true, or None when it is false."""
    if isinstance(node, Not):
        return [] if _found(node.part, text, language) is None else None
    if isinstance(node, And | Or):
        answers = [_found(part, text, language) for part in node.parts]
        true = [answer for answer in answers if answer is not None]
        enough = len(true) == len(answers) if isinstance(node, And) else bool(true)
        return [span for answer in true for span in answer] if enough else None
    parts = node.parts if isinstance(node, Phrase) else (node,)
    tests = [word_test(part, language) for part in parts]
    if isinstance(node, Phrase) and node.between:
        kinds = [[at for at, word in enumerate(text) if test(word.word)] for test in tests]
        near = stretches(kinds, node.between)
        return [(text[first].start, text[last].end) for first, last in near] or None
    last = len(parts) - 1
    spans = [
        (text[at].start, text[at + last].end)
        for at in range(len(text) - last)
        if all(test(text[at + step].word) for step, test in enumerate(tests))
    ]
    return spans or None


def _joined(spans: list[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


@lru_cache(maxsize=256)
def word_test(leaf: Leaf, language: str) -> Callable[[str], bool]:
    """A test of folded words: does this one answer `leaf` in a text of `language`?"""
    match leaf:
        case Word(asked):
            return lru_cache(maxsize=1 << 14)(lambda word: alike(asked, word, language))
        case Exact(asked):
            return asked.__eq__
        case Prefix(asked):
            return lambda word: word.startswith(asked)
        case Wildcard(pattern):
            fits = wildcard(pattern)
            return lambda word: fits.fullmatch(word) is not None
        case Fuzzy(asked, distance):
            from rapidfuzz.distance import OSA

            return lambda word: OSA.distance(asked, word, score_cutoff=distance) <= distance


def wildcard(pattern: str) -> re.Pattern[str]:
    """The regular expression of a wildcard word, whose time grows only with the word's length."""
    first, *rest = [
        "".join("." if c == "?" else re.escape(c) for c in part) for part in pattern.split("*")
    ]
    if not rest:
        return re.compile(first, re.DOTALL)
    # Once the next piece is found after a star, an earlier star need not be tried again.
    middle = "".join(f"(?>.*?{part})" for part in rest[:-1])
    return re.compile(f"{first}{middle}.*{rest[-1]}", re.DOTALL)


def exact(text: str, needle: str, case_sensitive: bool = False) -> list[Span]:
    """Where `needle` stands in `text`, without overlaps.

    Without `case_sensitive` both are compared casefolded ("STRASSE" finds "Straße"); places stay
    those of `text` as it is, and never cut a character. An accent is found whether it is one
    character with its letter or one of its own, which nobody can see.
    """
    if not needle:
        return []
    if not needle.isascii():
        forms = {needle, normalize("NFC", needle), normalize("NFD", needle)}
        hits = sorted({hit for form in forms for hit in _literal(text, form, case_sensitive)})
        return [hit for at, hit in enumerate(hits) if not at or hit[0] >= hits[at - 1][1]]
    return _literal(text, needle, case_sensitive)


def _literal(text: str, needle: str, case_sensitive: bool) -> list[Span]:
    if case_sensitive:
        return _occurrences(text, needle)
    asked = needle.casefold()
    if "\n" in needle or text.isascii():
        return _folded_occurrences(text, asked)
    # By paragraphs: most are ASCII, whose lower case is twenty times cheaper than casefolding.
    found: list[Span] = []
    start = 0
    for paragraph in text.split("\n"):
        for first, last in _folded_occurrences(paragraph, asked):
            found.append((start + first, start + last))
        start += len(paragraph) + 1
    return found


def _folded_occurrences(text: str, asked: str) -> list[Span]:
    if text.isascii():
        return _occurrences(text.lower(), asked)
    folded = text.casefold()
    if asked not in folded:
        return []
    # Casefolding only ever lengthens, so equal lengths mean equal positions.
    if len(folded) == len(text):
        return _occurrences(folded, asked)
    return _unfolded(text, folded, asked)


def _occurrences(text: str, needle: str) -> list[Span]:
    found: list[Span] = []
    length = len(needle)
    at = text.find(needle)
    while at >= 0:
        found.append((at, at + length))
        at = text.find(needle, at + length)
    return found


def _unfolded(text: str, folded: str, asked: str) -> list[Span]:
    """Occurrences in a folded text that has grown, as places of the text before folding."""
    starts = list(accumulate((len(char.casefold()) for char in text), initial=0))
    original = {start: at for at, start in enumerate(starts)}
    found: list[Span] = []
    at = folded.find(asked)
    while at >= 0:
        start, end = original.get(at), original.get(at + len(asked))
        whole = start is not None and end is not None
        if start is not None and end is not None:
            found.append((start, end))
        at = folded.find(asked, at + (len(asked) if whole else 1))
    return found
