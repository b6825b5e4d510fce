"""Growing a selection step by step: word, sentence, paragraph, turn; and back; and going from
sentence to sentence. Free of Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from makna.domain.model import Turn
from makna.domain.text import paragraph_at, sentence_at, sentences, trimmed, word_at
from makna.ui.page.voices import Hidden

Span = tuple[int, int]
_WORD = re.compile(r"\w")


class Ladder:
    """Remembers the way up, so that the way down is the same."""

    def __init__(self) -> None:
        self._below: list[Span] = []
        self._top: Span | None = None

    def up(self, text: str, turns: Sequence[Turn], hidden: Hidden, at: Span) -> Span:
        """The next larger unit around `at`; `at` itself at the top."""
        if at != self._top:
            self._below.clear()
        for start, end in _units(text, turns, at):
            wider = hidden.behind(start), hidden.before(end)
            if wider[0] <= at[0] and at[1] <= wider[1] and wider != at:
                self._below.append(at)
                self._top = wider
                return wider
        return at

    def down(self, at: Span) -> Span:
        """Where the last step up came from; the same where there was none."""
        if at != self._top or not self._below:
            return at
        self._top = self._below.pop()
        return self._top


def _units(text: str, turns: Sequence[Turn], at: Span) -> Iterator[Span]:
    first, last = at[0], max(at[0], at[1] - 1)
    yield word_at(text, first)
    yield sentence_at(text, first)[0], sentence_at(text, last)[1]
    yield trimmed(text, paragraph_at(text, first)[0], paragraph_at(text, last)[1])
    spoken = [turn for turn in turns if turn.start <= last and first < turn.end]
    if spoken:
        yield trimmed(text, spoken[0].start, spoken[-1].end)
    yield trimmed(text, 0, len(text))


def sentence_after(text: str, hidden: Hidden, at: Span) -> Span:
    """The sentence behind what is selected, or the one a bare caret stands in; `at` at the end.

    Who speaks is no part of a sentence, and what can't be seen is passed over.
    """
    start, bare = at[1], at[0] == at[1]
    while start <= len(text):
        first, last = paragraph_at(text, start)
        for begin, end in _said(text, hidden, first, last):
            if begin >= at[1] or (bare and end > at[1]):
                return begin, end
        start = last + 1
    return at


def sentence_before(text: str, hidden: Hidden, at: Span) -> Span:
    """The sentence before what is selected, or the one a bare caret stands in; `at` at the top."""
    start, bare = at[0], at[0] == at[1]
    while start >= 0:
        first, last = paragraph_at(text, start)
        for begin, end in reversed(_said(text, hidden, first, last)):
            if end <= at[0] or (bare and begin < at[0]):
                return begin, end
        start = first - 1
    return at


def _said(text: str, hidden: Hidden, start: int, end: int) -> list[Span]:
    """The sentences of a paragraph that hold a word, as far as they are seen."""
    found = []
    for sentence in sentences(text, start, end):
        seen = [part for part in hidden.seen(*sentence) if _WORD.search(text, *part)]
        if seen:
            found.append(trimmed(text, seen[0][0], seen[-1][1]))
    return found
