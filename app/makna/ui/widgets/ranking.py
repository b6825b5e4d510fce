"""Which codes fit what was typed, best first. No Qt in here."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

_FUZZY_CUTOFF = 82
_FUZZY_FROM = 4
"""Below this many letters nearly everything is similar to something."""


@dataclass(frozen=True)
class CodeEntry:
    """A code as it can be picked.

    `path` are the codes above that help to tell it apart; `hint` its synonyms; `color` the
    light-theme `#rrggbb`.
    """

    id: int
    name: str
    path: tuple[str, ...] = ()
    color: str = ""
    description: str = ""
    hint: str = ""
    shortcut: int | None = None


class Fit(IntEnum):
    """How well an entry fits, best first."""

    EXACT = 0
    NAME_START = 1
    WORD_START = 2
    INSIDE_NAME = 3
    PATH = 4
    DESCRIPTION = 5
    SIMILAR = 6


@dataclass(frozen=True)
class Match:
    entry: CodeEntry
    fit: Fit
    snippet: str = ""
    """The words of the hint or description that fitted; empty when the name did."""


@dataclass(frozen=True)
class _Folded:
    entry: CodeEntry
    name: str
    path: str
    about: str


def fold(text: str) -> str:
    """Text as it is compared: NFC, casefolded, single spaces."""
    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    return " ".join(plain.casefold().split())


class CodeRanking:
    """The codes of a project, prepared with the first question (500 codes: 3 ms at most)."""

    def __init__(self, entries: Iterable[CodeEntry], recent: Sequence[int] = ()) -> None:
        self._entries = tuple(entries)
        self._recent = {code: rank for rank, code in reversed(list(enumerate(recent)))}

    @cached_property
    def _rows(self) -> list[_Folded]:
        return [
            _Folded(
                entry,
                fold(entry.name),
                fold(" ".join(entry.path)) if entry.path else "",
                fold(f"{entry.hint} {entry.description}"),
            )
            for entry in self._entries
        ]

    def find(self, typed: str) -> list[Match]:
        """All that fit, best first; ties by recent use, then in the order of the codebook.

        With nothing typed: the recently used ones first, then all others.
        """
        query = fold(typed)
        if not query:
            used = [entry for entry in self._entries if entry.id in self._recent]
            used.sort(key=lambda entry: self._recent[entry.id])
            others = (entry for entry in self._entries if entry.id not in self._recent)
            return [Match(entry, Fit.EXACT) for entry in (*used, *others)]
        words = query.split()
        found = ((row, _fit(row, query, words)) for row in self._rows)
        matches = [_match(row, fit, words) for row, fit in found if fit is not None]
        if not matches and len(query) >= _FUZZY_FROM:
            return self._similar(query)
        last = len(self._recent)
        return sorted(matches, key=lambda m: (m.fit, self._recent.get(m.entry.id, last)))

    def has_name(self, typed: str) -> bool:
        """Whether a code is called exactly so, comparing without case."""
        return any(row.name == fold(typed) for row in self._rows)

    def _similar(self, query: str) -> list[Match]:
        from rapidfuzz import fuzz, process

        names = [row.name for row in self._rows]
        hits = process.extract(
            query, names, scorer=fuzz.partial_ratio, score_cutoff=_FUZZY_CUTOFF, limit=8
        )
        # A name much shorter than what was typed "fits inside" it without being meant.
        long_enough = [hit for hit in hits if len(hit[0]) + 2 >= len(query)]
        return [Match(self._rows[place].entry, Fit.SIMILAR) for _name, _score, place in long_enough]


def _fit(row: _Folded, query: str, words: list[str]) -> Fit | None:
    if row.name == query:
        return Fit.EXACT
    if row.name.startswith(query):
        return Fit.NAME_START
    if all(_starts_word(row.name, word) for word in words):
        return Fit.WORD_START
    if all(word in row.name for word in words):
        return Fit.INSIDE_NAME
    with_path = f"{row.path} {row.name}"
    if all(word in with_path for word in words):
        return Fit.PATH
    whole = f"{with_path} {row.about}"
    return Fit.DESCRIPTION if all(word in whole for word in words) else None


def _starts_word(text: str, start: str) -> bool:
    place = text.find(start)
    while place > 0 and text[place - 1].isalnum():
        place = text.find(start, place + 1)
    return place >= 0


def _match(row: _Folded, fit: Fit, words: list[str]) -> Match:
    return Match(row.entry, fit, _snippet(row.entry, words) if fit is Fit.DESCRIPTION else "")


def _snippet(entry: CodeEntry, words: list[str]) -> str:
    """The hint if a word is in it, else the description from a little before the first word."""
    if any(word in fold(entry.hint) for word in words):
        return entry.hint
    said = " ".join(entry.description.split())
    low = said.casefold()
    places = [place for word in words if (place := low.find(word)) >= 0]
    if not places or min(places) < 24:
        return said
    start = said.find(" ", min(places) - 14) + 1
    return "…" + said[start:]
