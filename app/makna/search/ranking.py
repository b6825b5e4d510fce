"""Answering a query from segments: which paragraphs, and the best first (BM25)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import accumulate, islice
from math import log
from operator import itemgetter

from rapidfuzz import process
from rapidfuzz.distance import OSA

from makna.domain.pausing import Pausing
from makna.search.analysis import forms, readings
from makna.search.engine import OpenSegment
from makna.search.nearby import stretches
from makna.search.postings import Postings
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
    Wildcard,
    Word,
)
from makna.search.scan import wildcard

# Robertson and Zaragoza's usual values (The Probabilistic Relevance Framework, 2009).
K1 = 1.2
B = 0.75

PORTION = 10_000
"""Paragraphs whose scores are added up between two pauses: some milliseconds."""
Counts = dict[int, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """A paragraph by its segment and its place there, and how well it answers."""

    score: float
    segment: int
    paragraph: int


def rank(
    root: Node,
    segments: Sequence[OpenSegment],
    dead: Sequence[frozenset[int]],
    allowed: Sequence[Collection[int] | None],
    limit: int | None,
) -> Pausing[list[Answer]]:
    """The paragraphs that `root` is true of, best first; equal ones in the order of the index.

    `dead` paragraphs never answer; where `allowed` is not None, only these do. Pauses after each
    piece of work, since a usual word of a thousand texts takes several frames of the window.
    """
    known: list[dict[Node, Counts]] = [{} for _ in segments]
    yield from _read_ahead(root, segments, known)
    counted = [found.__getitem__ for found in known]
    living: list[Collection[int]] = []
    for count, segment, gone, only in zip(counted, segments, dead, allowed, strict=True):
        found = _true(root, count, range(len(segment.numbers)))
        if gone:
            found = set(found) - gone
        if only is not None:
            found = set(found).intersection(only)
        living.append(found)
        yield None
    scores = yield from _scores(root, segments, counted, living)
    best: list[tuple[float, int, int]] = []
    for at, by_paragraph in enumerate(scores):
        answers = ((score, -at, -paragraph) for paragraph, score in by_paragraph.items())
        best += answers if limit is None else nlargest(limit, answers)
        yield None
    best.sort(reverse=True)
    return [Answer(score, -at, -paragraph) for score, at, paragraph in best[:limit]]


def _read_ahead(
    node: Node, segments: Sequence[OpenSegment], known: Sequence[dict[Node, Counts]]
) -> Pausing[None]:
    """Let each segment count each word, once."""
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from _read_ahead(part, segments, known)
    elif isinstance(node, Not):
        yield from _read_ahead(node.part, segments, known)
    else:
        for segment, found in zip(segments, known, strict=True):
            if node not in found:
                found[node] = yield from _counts(segment, node)
            yield None


def _true(node: Node, count: Callable[[Node], Counts], everything: range) -> Collection[int]:
    if isinstance(node, Not):
        return set(everything).difference(_true(node.part, count, everything))
    if isinstance(node, Or):
        return set[int]().union(*(_true(part, count, everything) for part in node.parts))
    if isinstance(node, And):
        wanted = [_true(p, count, everything) for p in node.parts if not isinstance(p, Not)]
        wanted.sort(key=len)
        found = set(wanted[0] if wanted else everything).intersection(*wanted[1:])
        for part in node.parts:
            if isinstance(part, Not):
                found.difference_update(_true(part.part, count, everything))
        return found
    return count(node).keys()


def _scores(
    root: Node,
    segments: Sequence[OpenSegment],
    counted: Sequence[Callable[[Node], Counts]],
    hits: Sequence[Collection[int]],
) -> Pausing[list[dict[int, float]]]:
    total = sum(len(segment.numbers) for segment in segments)
    average = max(sum(segment.words for segment in segments) / max(total, 1), 1.0)
    scores: list[dict[int, float]] = [dict.fromkeys(found, 0.0) for found in hits]
    for leaf in dict.fromkeys(_asked_for(root)):
        counts = [count(leaf) for count in counted]
        spread = sum(map(len, counts))
        weight = log(1 + (total - spread + 0.5) / (spread + 0.5)) * (K1 + 1)
        for found, segment, score in zip(counts, segments, scores, strict=True):
            norms = segment.norms(K1 * (1 - B), K1 * B / average)
            yield None
            for some in _portions(score if len(score) < len(found) else found):
                for paragraph in some:
                    if paragraph in score and (count := found.get(paragraph)):
                        score[paragraph] += weight * count / (count + norms[paragraph])
                yield None
    return scores


def _portions(paragraphs: Iterable[int]) -> Iterable[list[int]]:
    left = iter(paragraphs)
    while some := list(islice(left, PORTION)):
        yield some


def _asked_for(node: Node) -> Iterable[Leaf | Phrase]:
    """What a paragraph may say; nothing below a NOT."""
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from _asked_for(part)
    elif not isinstance(node, Not):
        yield node


def _counts(segment: OpenSegment, node: Node) -> Pausing[Counts]:
    """How often a leaf or phrase stands in each paragraph where it does; pauses at each form."""
    if isinstance(node, Phrase):
        return _phrase_counts(segment, node)
    assert not isinstance(node, And | Or | Not)
    found: Counts = {}
    for postings in _postings(segment, node):
        if not found:
            found = dict(zip(postings.paragraphs, postings.counts, strict=True))
            continue
        yield None
        for paragraph, count in zip(postings.paragraphs, postings.counts, strict=True):
            found[paragraph] = found.get(paragraph, 0) + count
    return found


def _postings(segment: OpenSegment, leaf: Leaf) -> Iterable[Postings]:
    for language in segment.languages:
        for word in _words(segment, language, leaf):
            postings = segment.postings(language, word)
            if postings is not None:
                yield postings


def _words(segment: OpenSegment, language: str, leaf: Leaf) -> Iterable[str]:
    """The words of a field that answer a leaf; some of them may not be in the segment."""
    match leaf:
        case Word(asked):
            return _inflected(segment, language, asked)
        case Exact(asked):
            return (asked,)
        case Prefix(asked):
            return segment.starting_with(language, asked)
        case Wildcard(pattern):
            return _fitting(segment, language, pattern)
        case Fuzzy(asked, distance):
            near = process.extract_iter(
                asked,
                segment.vocabulary(language),
                scorer=OSA.distance,
                score_cutoff=distance,
            )
            return map(itemgetter(0), near)


def _inflected(segment: OpenSegment, language: str, asked: str) -> set[str]:
    found: set[str] = set()
    for reading in readings(language):
        for stem in forms(asked, reading):
            found.update(segment.inflected(language, reading, stem))
            if stem in forms(stem, reading):
                found.add(stem)
    return found


def _fitting(segment: OpenSegment, language: str, pattern: str) -> Iterable[str]:
    start = pattern[: min(pattern.find(sign) % (len(pattern) + 1) for sign in "*?")]
    near = segment.starting_with(language, start) if start else segment.vocabulary(language)
    fits = wildcard(pattern).fullmatch
    return (word for word in near if fits(word))


def _phrase_counts(segment: OpenSegment, phrase: Phrase) -> Counts:
    postings = [list(_postings(segment, leaf)) for leaf in phrase.parts]
    rows = [set[int]().union(*(each.paragraphs for each in part)) for part in postings]
    candidates = set[int].intersection(*sorted(rows, key=len))
    if not candidates:
        return {}
    if phrase.between:
        return _near_counts([_positions(part, candidates) for part in postings], phrase.between)
    starts = _positions(postings[0], candidates)
    for step, part in enumerate(postings[1:], start=1):
        places = _positions(part, candidates)
        starts = {
            paragraph: kept
            for paragraph, begun in starts.items()
            if (kept := {at for at in begun if at + step in places[paragraph]})
        }
    return {paragraph: len(begun) for paragraph, begun in starts.items()}


def _near_counts(places: list[dict[int, set[int]]], between: int) -> Counts:
    """How often the words of each kind stand near each other in the paragraphs that have all."""
    found: Counts = {}
    for paragraph in places[0]:
        near = stretches([place[paragraph] for place in places], between)
        if near:
            found[paragraph] = len(near)
    return found


def _positions(part: Iterable[Postings], candidates: set[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for postings in part:
        ends = accumulate(postings.counts)
        for paragraph, count, end in zip(postings.paragraphs, postings.counts, ends, strict=True):
            if paragraph in candidates:
                found.setdefault(paragraph, set()).update(postings.positions[end - count : end])
    return found
