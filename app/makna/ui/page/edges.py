"""Moving an edge of a passage by words. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from makna.domain.text import word_at


@dataclass(frozen=True)
class EdgeMove:
    """A passage on its way to another place; the text and the project do not know yet."""

    passage_id: int
    coding_id: int | None
    """The coding that was chosen in the margin; None for all of the passage."""
    start: int
    end: int
    origin: tuple[int, int]
    """Where it lay before."""

    @property
    def changed(self) -> bool:
        return (self.start, self.end) != self.origin

    def start_to(self, position: int) -> EdgeMove:
        return replace(self, start=max(0, min(position, self.end - 1)))

    def end_to(self, position: int, length: int) -> EdgeMove:
        """`length` is that of the text."""
        return replace(self, end=min(length, max(position, self.start + 1)))


def snapped(text: str, position: int, *, ending: bool) -> int:
    """The edge nearest to `position` that cuts no word and takes in no space beside it."""
    start, end = word_at(text, position)
    if start < position < end:
        position = start if position - start < end - position else end
    if ending:
        while position > 0 and text[position - 1].isspace():
            position -= 1
    else:
        while position < len(text) and text[position].isspace():
            position += 1
    return position


def stepped(text: str, position: int, *, ending: bool, forward: bool) -> int:
    """The next edge of a word after (or before) `position`; the text's own edge at last."""
    limit = len(text) if forward else 0
    at = position
    while at != limit:
        at += 1 if forward else -1
        start, end = word_at(text, at)
        edge = end if ending else start
        if start < end and (edge > position if forward else edge < position):
            return edge
    return limit
