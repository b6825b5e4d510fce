"""What is cut from a quotation and put into it, and where that is after a correction.

The source's text stays what it is. An edit is a place in the passage and what is printed there;
it remembers the words around it, so that it is found again when the source was corrected.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from makna.domain.errors import UserError
from makna.domain.text import word_at

CONTEXT = 32
"""Characters on either side by which an edit is found again in a corrected text."""
_SAYS = re.compile(r"[^\W_]")


@dataclass(frozen=True)
class Edit:
    """At [start, end) of the passage, `words` are printed in [ ] instead; none are a cut.

    With start == end the words are an addition.
    """

    start: int
    end: int
    words: str = ""
    was: str = ""
    """What stood there."""
    before: str = ""
    after: str = ""
    """Up to `CONTEXT` characters on either side."""

    @property
    def is_cut(self) -> bool:
        return not self.words


def digest(text: str) -> str:
    """By which a passage's text is known to be the same as when it was edited."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def remembered(text: str, edit: Edit) -> Edit:
    """The edit with what stands at and around its place in the passage's text."""
    return replace(
        edit,
        was=text[edit.start : edit.end],
        before=text[max(0, edit.start - CONTEXT) : edit.start],
        after=text[edit.end : edit.end + CONTEXT],
    )


def at_words(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) widened so that it begins and ends at borders of words.

    White space at its edges does not count: a cut is made of words.
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return start, start
    first, last = word_at(text, start), word_at(text, end)
    if first[0] < start < first[1]:
        start = first[0]
    if last[0] < end < last[1]:
        end = last[1]
    return start, end


def with_cut(text: str, edits: Iterable[Edit], start: int, end: int) -> tuple[Edit, ...]:
    """The edits with a cut more, at borders of words; cuts that touch become one.

    Raises UserError: `cut_nothing`, or `cut_everything` when no word would be left.
    """
    start, end = at_words(text, max(0, start), min(len(text), end))
    if start >= end:
        raise UserError("cut_nothing")
    kept = []
    for edit in edits:
        touches = edit.start <= end and edit.end >= start
        between = text[min(edit.end, end) : max(edit.start, start)]
        if edit.is_cut and (touches or not between.strip()):
            start, end = min(start, edit.start), max(end, edit.end)
        elif not (start <= edit.start and edit.end <= end):
            kept.append(edit)
    for edit in kept:
        if edit.start < end and edit.end > start:
            start, end = min(start, edit.start), max(end, edit.end)
    kept = [edit for edit in kept if not (start <= edit.start and edit.end <= end)]
    made = ordered([*kept, remembered(text, Edit(start, end))])
    if not _SAYS.search(_left(text, made)):
        raise UserError("cut_everything")
    return made


def with_words(
    text: str, edits: Iterable[Edit], start: int, end: int, words: str
) -> tuple[Edit, ...]:
    """The edits with an addition (start == end) or a replacement more.

    Raises UserError: `no_words`, or `edits_overlap` where something is edited already.
    """
    clean = " ".join(words.strip().removeprefix("[").removesuffix("]").split())
    if not clean:
        raise UserError("no_words")
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    if start == end:
        start = end = _out_of_word(text, start)
    kept = list(edits)
    if any(e.start < end and e.end > start for e in kept) or any(
        e.start < start < e.end for e in kept
    ):
        raise UserError("edits_overlap")
    kept = [e for e in kept if (e.start, e.end) != (start, end)]
    return ordered([*kept, remembered(text, Edit(start, end, clean))])


def ordered(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    return tuple(sorted(edits, key=lambda edit: (edit.start, edit.end)))


def _out_of_word(text: str, at: int) -> int:
    start, end = word_at(text, at)
    return end if start < at < end else at


def _left(text: str, edits: Sequence[Edit]) -> str:
    pieces, at = [], 0
    for edit in edits:
        pieces.append(text[at : edit.start] + edit.words)
        at = edit.end
    return "".join([*pieces, text[at:]])


def edits_to_json(edits: Iterable[Edit]) -> list[list[Any]]:
    return [[e.start, e.end, e.words, e.was, e.before, e.after] for e in edits]


def edits_from_json(stored: Iterable[Sequence[Any]]) -> tuple[Edit, ...]:
    return ordered(Edit(*row) for row in stored)


def fitted(text: str, edits: Sequence[Edit], edited_sha256: str) -> tuple[Edit, ...] | None:
    """The edits at their places in the passage's text as it is now.

    After a correction each is looked for by its words and those around it. None when one of them is
    nowhere, in several places, or out of order: then the quotation must be looked at again.
    """
    if not edits or digest(text) == edited_sha256:
        return tuple(edits)
    found: list[Edit] = []
    at = 0
    for edit in edits:
        place = _place(text, edit)
        if place is None or place < at:
            return None
        at = place + len(edit.was)
        found.append(remembered(text, replace(edit, start=place, end=at)))
    return tuple(found)


def _place(text: str, edit: Edit) -> int | None:
    """Where the edit belongs: with both neighbours, else with as much of them as is still there."""
    for size in (CONTEXT, CONTEXT // 2, CONTEXT // 4):
        before, after = edit.before[-size:], edit.after[:size]
        for left, right in ((before, after), (before, ""), ("", after)):
            wanted = left + edit.was + right
            if len(wanted.strip()) < 4 or (not edit.was and not (left.strip() or right.strip())):
                continue
            # An addition has no words of its own: one neighbour alone says little.
            if not edit.was and not (left and right) and size < CONTEXT // 2:
                continue
            first = text.find(wanted)
            if first >= 0 and text.find(wanted, first + 1) < 0:
                return first + len(left)
    return None
