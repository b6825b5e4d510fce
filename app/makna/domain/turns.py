"""Who speaks when: marks such as `Peneliti:` at the start of paragraphs, found at import.

The text is never changed; a mark is part of its turn. The forms of marks are rows in `turn_marks`;
a form is believed when the text as a whole is written in it. Tables are read in `turn_tables`,
exported chats in `turn_chat`, what stands before the talk in `turn_head`.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from makna.domain.document import Layout, ParsedTurn
from makna.domain.turn_chat import message, messages
from makna.domain.turn_extents import chat_turns, turns_of
from makna.domain.turn_marks import (
    BRACKET,
    COLON,
    LOOSE,
    RANGE,
    REACH,
    Mark,
    bold_mark,
    filled,
    interrupts,
    mark_of,
    milliseconds_of,
    signs_in,
    spoken_by,
)
from makna.domain.turn_names import (
    is_code,
    is_field,
    is_form,
    is_name,
    is_noise,
    is_speaker,
    key_of,
    plain_name,
)
from makna.domain.turn_questions import unnumbered, with_questions
from makna.domain.turn_tables import cell_mark, table_marks

_HEAD = 30
"""Paragraphs with text in which the head of a transcript may lie."""
_SHARE = 0.08
"""At least this share of the paragraphs from the first mark to the last must have one."""
_DENSE = 0.25
"""The same where nothing but their recurring says that labels are names."""
OWN_LINE = ("line", "timed")


def find_turns(text: str, layout: Layout) -> tuple[ParsedTurn, ...]:
    """The turns of a transcript; none for a text that does not look like one.

    A turn reaches from the paragraph with its mark to the last paragraph before the next mark,
    heading or footnote; empty paragraphs at its end are not part of it. In a chat each message is
    a turn, with the time of the day.
    """
    paragraphs = text.split("\n")
    if chat := messages(paragraphs):
        return tuple(chat_turns(chat, paragraphs, layout))
    return tuple(turns_of(find_marks(paragraphs, layout), paragraphs, layout))


def find_marks(paragraphs: list[str], layout: Layout) -> list[Mark]:
    """The marks with which the turns of a transcript that is no chat begin, in order."""
    found = _plain_marks(paragraphs, layout) + table_marks(paragraphs, layout)
    # A row may begin with `X:` as well; its cell, which comes later here, is the whole mark.
    by_paragraph = {mark.paragraph: mark for mark in found}
    marks = unnumbered([by_paragraph[index] for index in sorted(by_paragraph)])
    return with_questions(marks, paragraphs)


def mark_length(paragraph: str, style: str = "body", speaker: str = "") -> int:
    """How many characters at the start of a turn's first paragraph name the speaker.

    Counts the white space after the mark; 0 when the paragraph does not begin with one. `style`
    is the style of its block: in a `table-row` the first cell is the mark. With `speaker`, a mark
    of any form that names this one is found; without, or after renaming, those that are certain.
    """
    if style == "table-row" and (cell := cell_mark(0, paragraph, speaker)) is not None:
        return cell.length
    if (sent := message(0, paragraph)) is not None:
        return sent.length
    if speaker and (length := spoken_by(paragraph, speaker)):
        return length
    for form in (COLON, BRACKET):
        mark = mark_of(form, 0, paragraph)
        if mark is not None and not is_noise(mark.speaker):
            return mark.length
    return 0


def _plain_marks(paragraphs: list[str], layout: Layout) -> list[Mark]:
    """The marks of the form in which most turns are marked, and others of the same speakers."""
    usable = [
        index for index in filled(paragraphs, 0) if not interrupts(layout[index], paragraphs[index])
    ]
    colons = colon_marks(usable, paragraphs)
    head = head_end(colons, paragraphs)
    colons = [mark for mark in colons if mark.paragraph >= head]
    best = _certain_colons(colons, paragraphs)
    taken = {mark.paragraph for mark in best} if 2 * len(best) > len(usable) else set()
    loose = loose_marks([i for i in usable if i >= head and i not in taken], paragraphs, layout)
    ranges = _accepted(loose["range"], paragraphs)
    if ranges:  # names under times; the name's own line is no second mark
        return ranges
    for marks in loose.values():
        accepted = _accepted(marks, paragraphs)
        if len(accepted) > len(best):
            best = accepted
    if not best:
        return []
    return _with_others(best, [*colons, *(m for marks in loose.values() for m in marks)])


def colon_marks(usable: list[int], paragraphs: list[str]) -> list[Mark]:
    """What `X:` could mark, at the start of these paragraphs."""
    return [
        mark
        for index in usable
        if not COLON.signs.isdisjoint(paragraphs[index][:REACH])
        if (mark := mark_of(COLON, index, paragraphs[index])) is not None
    ]


def loose_marks(usable: list[int], paragraphs: list[str], layout: Layout) -> dict[str, list[Mark]]:
    """Marks by form, as far as they could be some; at most one of a form in a paragraph."""
    forms = (*(form.name for form in LOOSE), "bold", "range")
    found: dict[str, list[Mark]] = {form: [] for form in forms}
    for index in usable:
        paragraph = paragraphs[index]
        if layout[index].style == "table-row":
            continue
        signs = signs_in(paragraph)
        for form in LOOSE:
            mark = None if form.signs.isdisjoint(signs) else mark_of(form, index, paragraph)
            if mark is not None and _may_speak(mark):
                marks = found[form.name]
                if not marks or marks[-1].paragraph != index:
                    marks.append(mark)
        if (bold := bold_mark(index, paragraph, layout[index])) is not None and _may_speak(bold):
            found["bold"].append(bold)
        if (under := _under_range(index, paragraphs)) is not None:
            found["range"].append(under)
    return found


def _under_range(index: int, paragraphs: list[str]) -> Mark | None:
    """The name in the line under `0:0:0.0 --> 0:0:3.270`, as Teams writes transcripts."""
    first, _, rest = paragraphs[index].partition("\u2028")
    time = RANGE.fullmatch(first)
    if time is None:
        return None
    if rest:
        name, _, said = rest.partition("\u2028")
        length = len(paragraphs[index]) - len(said)
    else:
        name = paragraphs[index + 1] if index + 1 < len(paragraphs) else ""
        said, length = "…", len(paragraphs[index])
    speaker = " ".join(name.split())
    if mark_of(COLON, index + 1, name) is not None:  # the time of a mark below, not a form of one
        return None
    if not speaker or len(speaker) > 60:
        return None
    return Mark(index, speaker, milliseconds_of(time[1]), length, said.strip(), "range")


def _may_speak(mark: Mark) -> bool:
    if is_field(mark.speaker) or is_noise(mark.speaker):
        return False
    if mark.form in ("stop", "semicolon"):
        return is_code(mark.speaker) or is_speaker(mark.speaker)
    if mark.form == "line" and plain_name(mark.speaker).endswith((".", ",")):
        return False
    return is_speaker(mark.speaker) or is_name(mark.speaker)


def _accepted(marks: list[Mark], paragraphs: list[str]) -> list[Mark]:
    """The marks of one form if the text is a talk in that form; else none."""
    counts = Counter(mark.key for mark in marks)
    form = marks[0].form if marks else ""
    timed = form in ("timed", "range")
    aligned = form == "dash" and all(mark.tab for mark in marks)  # `Name-` and a tab: no dash
    single = timed or aligned
    kept = [
        m
        for m in marks
        if counts[m.key] > 1 or single or (is_speaker(m.speaker) and form not in ("stop", "line"))
    ]
    kept = not_doubled(kept, paragraphs) if form in OWN_LINE else without_legend(kept)
    keys = {mark.key for mark in kept}
    if len(kept) < (2 if timed else 3) or (len(keys) < 2 and not timed):
        return []
    known = sum(is_speaker(mark.speaker) for mark in kept) >= 0.5 * len(kept)
    changes = sum(a.key != b.key for a, b in pairwise(kept)) / (len(kept) - 1)
    if not timed and changes < (0.25 if known else 0.5):
        return []
    weak = form in ("dash", "tab", "line", "bold") and not known and not aligned
    if weak and min(_recurring(kept)) < 2:
        return []
    if form == "stop" and _enumerates(kept):
        return []
    said = sum(bool(mark.rest) for mark in kept) / len(kept)
    if form not in OWN_LINE and said < 0.9:
        return []
    return kept if _is_dense(kept, paragraphs) else []


def _recurring(marks: list[Mark]) -> list[int]:
    """How often the two speak who speak most."""
    return [count for _, count in Counter(mark.key for mark in marks).most_common(2)]


def not_doubled(marks: list[Mark], paragraphs: list[str]) -> list[Mark]:
    """Leave out names under which nothing is said: a list of names, the end of the text."""
    places = {mark.paragraph for mark in marks}
    return [
        mark
        for mark in marks
        if mark.rest or next(filled(paragraphs, mark.paragraph + 1), -1) not in {*places, -1}
    ]


def _enumerates(marks: list[Mark]) -> bool:
    """Whether letters count: `A. … B. … C. …`, also when they begin anew."""
    letters = [mark.speaker for mark in marks if len(mark.speaker) == 1]
    if len(letters) < len(marks) or len({*letters}) < 3:
        return False
    steps = [ord(b) - ord(a) for a, b in pairwise(letters)]
    return sum(step == 1 for step in steps) >= 0.5 * len(steps)


def _is_dense(marks: list[Mark], paragraphs: list[str], share: float = _SHARE) -> bool:
    stretch = paragraphs[marks[0].paragraph : marks[-1].paragraph + 1]
    return len(marks) >= share * sum(1 for paragraph in stretch if paragraph.strip())


def _with_others(best: list[Mark], others: list[Mark]) -> list[Mark]:
    """Also the marks of other forms with which the same people speak: `P:` here, `P.` there."""
    keys = {mark.key for mark in best}
    taken = {mark.paragraph for mark in best}
    first = best[0].paragraph
    found = list(best)
    for mark in others:
        own_line = mark.form in OWN_LINE and not mark.rest
        if mark.paragraph in taken or mark.key not in keys or mark.paragraph < first or own_line:
            continue
        if mark.form in ("dash", "bold", "tab", "stop") and not is_speaker(mark.speaker):
            continue
        taken.add(mark.paragraph)
        found.append(mark)
    return sorted(found, key=lambda mark: mark.paragraph)


# `X:`, the form that most transcripts have, is believed one mark at a time.


def _certain_colons(marks: list[Mark], paragraphs: list[str]) -> list[Mark]:
    marks = [mark for mark in marks if not is_field(mark.speaker)]
    counts = Counter(mark.key for mark in marks)
    certain = without_legend([mark for mark in marks if _speaks(mark, counts)])
    if not _is_dialogue(certain, paragraphs):
        return marks if _is_question_and_answer(marks, paragraphs) else []
    inside = [mark for mark in marks if mark.paragraph > certain[0].paragraph]
    once = [mark for mark in inside if counts[mark.key] == 1 and _fits_in(mark, certain)]
    return sorted([*once, *certain], key=lambda mark: mark.paragraph)


def _speaks(mark: Mark, counts: Counter[str]) -> bool:
    """Speakers recur, carry a time, or bear a name that only a speaker has."""
    return counts[mark.key] > 1 or mark.time_ms is not None or is_speaker(mark.speaker)


def _fits_in(mark: Mark, certain: list[Mark]) -> bool:
    """Whether somebody who speaks but once in a dialogue is marked as the others are."""
    if mark in certain:
        return False
    words = mark.speaker.split()
    names = len(words) > 1 and all(word[0].isupper() or word[0].isdigit() for word in words)
    tabs = sum(other.tab for other in certain)
    return names or (mark.tab and tabs * 2 > len(certain))


def head_end(marks: list[Mark], paragraphs: list[str]) -> int:
    """The paragraph after the head, a run of `Jabatan: …` lines before the talk; 0 if none.

    `Narasumber: Ibu Sari` belongs to it when a fact such as Jabatan or Lokasi follows.
    """
    by_paragraph = {mark.paragraph: mark for mark in marks}
    seen: set[str] = set()
    end = 0
    for count, index in enumerate(filled(paragraphs, 0)):
        mark = by_paragraph.get(index)
        if count >= _HEAD or (mark is None and len(paragraphs[index].split()) > 15):
            break
        if mark is None:
            continue
        if is_field(mark.speaker):
            end = index + 1
        elif mark.key in seen or len(mark.rest.split()) > 10 or mark.rest.endswith(("?", "!")):
            break
        seen.add(mark.key)
    counts = Counter(mark.key for mark in marks)
    while end and (mark := by_paragraph.get(end)) is not None and counts[mark.key] == 1:
        end += 1  # `Peserta: enam orang` in the same block
    return end


def without_legend(marks: list[Mark]) -> list[Mark]:
    """Leave out what explains marks before the talk: `P: Peneliti`, `Narasumber: Ibu Sari`."""
    keys = Counter(mark.key for mark in marks)
    for index, mark in enumerate(marks):
        words = key_of(mark.rest)
        explains = words in keys or (is_speaker(mark.rest) and len(words.split()) <= 3)
        if not explains or words == "" or mark.time_ms is not None:
            return marks[index:]
        if keys[mark.key] == 1 and words not in keys and not is_code(mark.speaker):
            return marks[index:]
    return []


def _is_dialogue(marks: list[Mark], paragraphs: list[str]) -> bool:
    if len(marks) < 2:
        return False
    if len({mark.key for mark in marks}) < 2 and not (
        is_speaker(marks[0].speaker) or marks[0].time_ms is not None or len(marks) > 2
    ):
        return False
    if sum(is_speaker(m.speaker) or m.time_ms is not None for m in marks) >= 0.2 * len(marks):
        return _is_dense(marks, paragraphs)
    return _is_talk_of_strangers(marks, paragraphs)


def _is_question_and_answer(marks: list[Mark], paragraphs: list[str]) -> bool:
    """Whether this is `Sari: …? Budi: … Sari: …` and nothing else."""
    return (
        len(marks) > 2
        and len({mark.key for mark in marks}) == 2
        and all(a.key != b.key for a, b in pairwise(marks))
        and all(is_name(mark.speaker) for mark in marks)
        and any(mark.rest.endswith("?") for mark in marks)
        and _is_dense(marks, paragraphs, 1)
    )


def _is_talk_of_strangers(marks: list[Mark], paragraphs: list[str]) -> bool:
    """Whether labels that may be anything are names of people who take turns."""
    counts = Counter(mark.key for mark in marks if is_name(mark.speaker))
    recurring = {key for key, count in counts.items() if count > 1}
    changes = sum(a.key != b.key for a, b in pairwise(marks))
    return (
        len(recurring) > 1
        and not is_form([mark.key for mark in marks])
        and sum(mark.key in recurring for mark in marks) >= 0.7 * len(marks)
        and changes >= 0.5 * (len(marks) - 1)
        and _is_dense(marks, paragraphs, _DENSE)
    )
