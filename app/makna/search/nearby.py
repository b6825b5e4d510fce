"""Words near each other: the stretches of a paragraph in which they all stand."""

from __future__ import annotations

from collections.abc import Collection, Sequence

Stretch = tuple[int, int]
"""The first word and the last, counted in words from 0."""


def stretches(places: Sequence[Collection[int]], between: int) -> list[Stretch]:
    """The shortest stretches that hold a word of every kind, each its own, in any order.

    `places` says for each kind which words of the paragraph are of it; at most `between` other
    words stand among them. No stretch holds another; in order.
    """
    kinds = [frozenset(kind) for kind in places]
    standing = sorted(frozenset[int]().union(*kinds))
    longest = len(kinds) + between
    found: list[Stretch] = []
    for index, first in enumerate(standing):
        last = _last_of(kinds, standing[index:], first + longest)
        if last is None:
            continue
        if found and found[-1][1] >= last:
            found.pop()  # the same end, reached from farther away
        found.append((first, last))
    return found


def _last_of(kinds: Sequence[frozenset[int]], standing: Sequence[int], limit: int) -> int | None:
    """The word, below `limit`, with which every kind has one of its own from the first word on."""
    given: dict[int, int] = {}
    for word in standing:
        if word >= limit:
            return None
        _give(word, kinds, given, set())
        if len(given) == len(kinds):
            return word
    return None


def _give(
    word: int, kinds: Sequence[frozenset[int]], given: dict[int, int], tried: set[int]
) -> bool:
    """Give the word to a kind that has none, if need be by giving another kind another word.

    `given` tells which word each kind has; whether that went well for one kind more.
    """
    for kind, words in enumerate(kinds):
        if word in words and kind not in tried:
            tried.add(kind)
            if kind not in given or _give(given[kind], kinds, given, tried):
                given[kind] = word
                return True
    return False
