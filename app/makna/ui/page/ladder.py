"""Growing a selection step by step: word, sentence, paragraph, turn; and back. Free of Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from makna.domain.model import Turn
from makna.domain.text import paragraph_at, sentence_at, trimmed, word_at
from makna.ui.page.voices import Hidden

Span = tuple[int, int]


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
