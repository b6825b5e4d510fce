"""The forms in which transcripts say who speaks, for a user who knows better than the guess.

Automatically a form is believed when a text as a whole is written in it. A form that the user
names is believed at once: then only labels that cannot be names are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from makna.domain.document import Layout, ParsedTurn
from makna.domain.turn_chat import messages
from makna.domain.turn_extents import chat_turns, turns_of
from makna.domain.turn_marks import (
    LOOSE,
    Mark,
    bold_mark,
    filled,
    interrupts,
    mark_of,
)
from makna.domain.turn_names import is_field, is_noise, is_speaker
from makna.domain.turn_tables import all_row_marks
from makna.domain.turns import (
    OWN_LINE,
    colon_marks,
    find_marks,
    find_turns,
    head_end,
    loose_marks,
    not_doubled,
    without_legend,
)

AUTOMATIC = ""
NONE = "none"
"""The text is no talk."""
FORMS = (
    "colon",
    "stop",
    "bracket",
    "dash",
    "tab",
    "bold",
    "line",
    "timed",
    "range",
    "table",
    "chat",
)
"""`X:`, `X.`, `[X]`, `X -`, `X⇥`, bold names, names on lines of their own, names with a time, times
as Teams writes them, two columns, exported chats."""
CHOICES = (AUTOMATIC, *FORMS, NONE)
_RULE = 0.6
"""Share of the marks that must look like speakers for the others to be taken for none."""


def turns_in(text: str, layout: Layout, form: str) -> tuple[ParsedTurn, ...]:
    """The turns of a text in this form; with `AUTOMATIC` as at import, with `NONE` no turns."""
    if form == AUTOMATIC:
        return find_turns(text, layout)
    if form == NONE:
        return ()
    paragraphs = text.split("\n")
    if form == "chat":
        return tuple(chat_turns(messages(paragraphs), paragraphs, layout))
    return tuple(turns_of(marks_in(form, paragraphs, layout), paragraphs, layout))


def recognised(text: str, layout: Layout) -> str:
    """The form in which most turns are marked that are found automatically; `NONE` without any."""
    paragraphs = text.split("\n")
    if messages(paragraphs):
        return "chat"
    forms = Counter(mark.form for mark in find_marks(paragraphs, layout))
    if not forms:
        return NONE
    most = forms.most_common(1)[0][0]
    return {"cell": "table", "semicolon": "colon"}.get(most, most)


def preferred(
    text: str, layout: Layout, found: tuple[ParsedTurn, ...], form: str
) -> tuple[ParsedTurn, ...]:
    """The turns in the form that was right for the file before, where that finds more of a talk.

    `found` are those found automatically: they stay unless the form has more turns of two or more
    people who each speak twice.
    """
    if form not in FORMS:
        return found
    wanted = turns_in(text, layout, form)
    counts = Counter(turn.speaker for turn in wanted)
    talk = len(counts) > 1 and min(count for _, count in counts.most_common(2)) > 1
    return wanted if talk and len(wanted) > len(found) else found


def marks_in(form: str, paragraphs: list[str], layout: Layout) -> list[Mark]:
    """The marks of one form, the head and the legend of a transcript left out."""
    if form == "table":
        return all_row_marks(paragraphs, layout)
    usable = [
        index
        for index in filled(paragraphs, 0)
        if not interrupts(layout[index], paragraphs[index]) and layout[index].style != "table-row"
    ]
    colons = colon_marks(usable, paragraphs)
    head = head_end(colons, paragraphs)
    if form == "colon":
        found = [m for m in colons if m.paragraph >= head]
    else:
        found = _loose(form, [i for i in usable if i >= head], paragraphs, layout)
    found = [m for m in found if not is_field(m.speaker) and not is_noise(m.speaker)]
    if form in OWN_LINE:
        found = not_doubled(found, paragraphs)
    return without_legend(_likely(found))


def _likely(marks: list[Mark]) -> list[Mark]:
    """Labels that recur, carry a time or name a role; all of them where that is not the rule."""
    counts = Counter(mark.key for mark in marks)
    likely = [
        m for m in marks if counts[m.key] > 1 or m.time_ms is not None or is_speaker(m.speaker)
    ]
    return likely if len(likely) >= _RULE * len(marks) else marks


def _loose(form: str, usable: list[int], paragraphs: list[str], layout: Layout) -> list[Mark]:
    """The marks of one form; also such that are written as no name is."""
    if form in ("range", "line"):  # any short line could be a name
        return loose_marks(usable, paragraphs, layout)[form]
    if form == "bold":
        bold = (bold_mark(i, paragraphs[i], layout[i]) for i in usable)
        return [mark for mark in bold if mark is not None]
    marks: dict[int, Mark] = {}
    for pattern in LOOSE:
        for index in usable if pattern.name == form else ():
            mark = mark_of(pattern, index, paragraphs[index])
            if mark is not None:
                marks.setdefault(index, mark)
    return [marks[index] for index in sorted(marks)]


def speakers(turns: Iterable[ParsedTurn]) -> dict[str, int]:
    """How many turns each has who speaks, in the order of appearance."""
    counts: dict[str, int] = {}
    for turn in turns:
        counts[turn.speaker] = counts.get(turn.speaker, 0) + 1
    return counts
