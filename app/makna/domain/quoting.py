"""A passage as it is printed: its cuts shown, in quotation marks or as a block by its length."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from makna.domain.document import SOFT_BREAK, Run
from makna.domain.errors import UserError
from makna.domain.quote_edits import Edit
from makna.domain.report import Span, Spans, plain
from makna.domain.text import Lines


class Omission(StrEnum):
    """How left-out words are marked."""

    BRACKETS = "brackets"
    DOTS = "dots"

    @property
    def mark(self) -> str:
        return "[…]" if self is Omission.BRACKETS else "..."


@dataclass(frozen=True)
class Border:
    """From where on a quotation is set as a block; 0 is no border of that sort."""

    words: int = 0
    """This many words or more make a block."""
    lines: int = 0
    """More than this many lines make a block."""
    always: bool = False


PRESETS: dict[str, Border] = {
    "40-words": Border(words=40),
    "3-lines": Border(lines=3),
    "4-lines": Border(lines=4),
    "5-lines": Border(lines=5),
    "inline": Border(),
    "block": Border(always=True),
}
"""Borders by name: 40 words (APA), more than 3, 4 or 5 lines, none, and every one a block."""


def border(name: str) -> Border:
    """Raises UserError (`unknown_quotation_preset`)."""
    found = PRESETS.get(name)
    if found is None:
        raise UserError("unknown_quotation_preset", name=name, known=", ".join(PRESETS))
    return found


def wants_block(text: str, limit: Border) -> bool:
    """Whether a quotation of this text is set as a block: by its length, or as it has paragraphs.

    Lines are those of running text 14 cm wide in Times New Roman 12, as in numbered transcripts.
    """
    if limit.always or len([p for p in text.split("\n") if p.strip()]) > 1:
        return True
    if limit.words and count_words(text) >= limit.words:
        return True
    return bool(limit.lines) and len(text) > limit.lines and count_lines(text) > limit.lines


_BETWEEN = re.compile(r"[\s\u2013\u2014]+")
_SAYS = re.compile(r"[^\W_]")


def count_words(text: str) -> int:
    """Words as Word counts them: what stands between spaces or dashes and has a letter or digit.

    `anak-anak` and `S.Sos.` are one word, an emoji or a lone `…` none.
    """
    return sum(1 for token in _BETWEEN.split(text) if _SAYS.search(token))


def count_lines(text: str) -> int:
    """Lines that the text fills at `text.LINE_COLUMNS` columns."""
    return len(Lines(text.replace(SOFT_BREAK, " ")).starts)


# As it is printed.

_BLANKS = " \t\u00a0"
_OPENING = "([{“‘«‹"
_CLOSING = ".,;:!?)]}”’…»›"
_ENDS = "\n" + SOFT_BREAK


def shortened(
    text: str, runs: Sequence[Run], edits: Sequence[Edit], omission: Omission = Omission.BRACKETS
) -> Spans:
    """The passage with its cuts and additions, bold and italics kept, without blanks at its edges.

    Spaces around what is put in are those of good setting: one, and none beside brackets or before
    punctuation. Underlines and links of the source are not part of a quotation's looks.
    """
    spans: list[Span] = []
    at = 0
    for edit in edits:
        spans += _looked(text, runs, at, edit.start)
        at = max(at, edit.end)
        if not edit.is_cut and edit.start < edit.end:
            spans.append(Span(f"[{edit.words}]"))
            continue
        spans = _without_tail(spans)
        at += len(text[at:]) - len(text[at:].lstrip(_BLANKS))
        mark = omission.mark if edit.is_cut else f"[{edit.words}]"
        left = " " if _needs_space_after(plain(spans)) else ""
        right = " " if _needs_space_before(text[at : at + 2]) else ""
        spans.append(Span(f"{left}{mark}{right}"))
    spans += _looked(text, runs, at, len(text))
    return _trimmed(spans)


def _needs_space_after(said: str) -> bool:
    """Whether what was said so far wants a space before a mark."""
    if not said or said[-1] in _OPENING + _ENDS + _BLANKS:
        return False
    if said[-1] in "\"'":
        return bool(said[:-1]) and not said[-2].isspace() and said[-2] not in _OPENING
    return True


def _needs_space_before(following: str) -> bool:
    """Whether what follows, of which two characters are enough, wants a space after a mark."""
    if not following or following[0] in _CLOSING + _ENDS:
        return False
    if following[0] in "\"'":
        return len(following) > 1 and following[1].isalnum()
    return True


def _looked(text: str, runs: Sequence[Run], start: int, end: int) -> list[Span]:
    """[start, end) as spans, cut where bold or italics begin or end."""
    if start >= end:
        return []
    spans: list[Span] = []
    at = start
    for run in runs:
        first, last = max(run.start, at), min(run.end, end)
        if first >= last or not (run.bold or run.italic):
            continue
        if first > at:
            spans.append(Span(text[at:first]))
        spans.append(Span(text[first:last], run.bold, run.italic))
        at = last
    if at < end:
        spans.append(Span(text[at:end]))
    return spans


def _without_tail(spans: Sequence[Span], blanks: str | None = _BLANKS) -> list[Span]:
    """The spans without the blanks at their end; None strips all white space."""
    kept = list(spans)
    while kept:
        text = kept[-1].text.rstrip(blanks)
        if text:
            kept[-1] = kept[-1] if text == kept[-1].text else replace(kept[-1], text=text)
            break
        kept.pop()
    return kept


def _trimmed(spans: Sequence[Span]) -> Spans:
    kept = _without_tail(spans, None)
    while kept:
        text = kept[0].text.lstrip()
        if text:
            kept[0] = kept[0] if text == kept[0].text else replace(kept[0], text=text)
            break
        kept.pop(0)
    return tuple(kept)


def in_marks(spans: Spans) -> Spans:
    """The spans in quotation marks “…”, marks inside them one level deeper: ‘…’, and “…” in those.

    Line ends become spaces: a quotation in running text is one paragraph.
    """
    flowing = [replace(span, text=_ONE_LINE.sub(" ", span.text)) for span in spans]
    deeper = _deeper("".join(span.text for span in flowing))
    found, at = [], 0
    for span in flowing:
        found.append(replace(span, text=deeper[at : at + len(span.text)]))
        at += len(span.text)
    if not found:
        return (Span("“”"),)
    found[0] = replace(found[0], text="“" + found[0].text)
    found[-1] = replace(found[-1], text=found[-1].text + "”")
    return tuple(found)


_ONE_LINE = re.compile(rf"[{_BLANKS}]*[\n{SOFT_BREAK}]\s*")


_MARKS = re.compile('[“”‘"]')


def _deeper(text: str) -> str:
    """Every pair of quotation marks one level deeper; apostrophes stay. Of the same length."""
    if not _MARKS.search(text):
        return text
    found: list[str] = []
    open_marks: list[str] = []
    for index, char in enumerate(text):
        before = text[index - 1] if index else " "
        opens = before.isspace() or before in _OPENING
        if char == "“" or (char == '"' and opens):
            open_marks.append("“")
            found.append("‘")
        elif char in '”"':
            if "“" in open_marks:
                open_marks = open_marks[: len(open_marks) - open_marks[::-1].index("“") - 1]
            found.append("’")
        elif char == "‘" and "“" in open_marks:
            open_marks.append("‘")
            found.append("“")
        elif char == "’" and open_marks and open_marks[-1] == "‘":
            open_marks.pop()
            found.append("”")
        else:
            found.append(char)
    return "".join(found)
