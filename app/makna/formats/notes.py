"""Comments that readers met, brought from places in paragraphs to places in the text."""

from __future__ import annotations

from dataclasses import dataclass

from makna.domain.document import ParsedComment
from makna.formats.collector import Place

_EDGES = "\n\t\u2028 \u00a0"


@dataclass(frozen=True)
class Note:
    """A comment and the stretch that it is about; without one, about what is before it."""

    text: str
    start: Place
    end: Place
    author: str = ""
    at: str = ""
    resolved: bool = False


def placed(notes: list[Note], starts: list[int], text: str) -> tuple[ParsedComment, ...]:
    """The comments in the order of their places; none is about nothing.

    One whose words were deleted is about the paragraph where it stands.
    """
    found = []
    for note in notes:
        start, end = (min(starts[p] + offset, len(text)) for p, offset in (note.start, note.end))
        while start < end and text[start] in _EDGES:
            start += 1
        while start < end and text[end - 1] in _EDGES:
            end -= 1
        if start >= end:
            start, end = _paragraph(text, start)
        found.append(ParsedComment(start, end, note.text, note.author, note.at, note.resolved))
    return tuple(sorted(found, key=lambda comment: (comment.start, comment.end)))


def _paragraph(text: str, position: int) -> tuple[int, int]:
    """The paragraph around a position, or the last one before it, or the first, with any text."""
    lines = text[:position].rstrip("\n")
    start = lines.rfind("\n") + 1 if lines.strip() else len(text) - len(text.lstrip("\n"))
    end = text.find("\n", max(start, len(lines)))
    return start, len(text) if end < 0 else end
