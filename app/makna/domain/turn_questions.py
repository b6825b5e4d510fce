"""Questions that carry a number instead of a name, before `Jawab:` or with the answer's number."""

from __future__ import annotations

import re
from dataclasses import replace

from makna.domain.turn_marks import Mark

ASKED = "Tanya"
"""Who asks where only the answers are marked."""
_ASKED = {"jawab": ASKED, "jawaban": ASKED, "jwb": ASKED, "answer": "Question"}
_NUMBERED = re.compile(r"\s*\d{1,3}[.)]\s")
_CODE = re.compile(r"([A-Za-z]{1,3})[ .-]?(\d{1,3})")
_FEWEST = 2
"""Questions from which on a number behind the letter is taken for theirs."""


def with_questions(marks: list[Mark], paragraphs: list[str]) -> list[Mark]:
    """With a mark for each question where all others are `Jawab:`; else the marks as they are."""
    asked = _ASKED.get(marks[0].key) if len({mark.key for mark in marks}) == 1 else None
    if asked is None:
        return marks
    found: list[Mark] = []
    floor = -1
    for mark in marks:
        above = (i for i in range(mark.paragraph - 1, floor, -1) if paragraphs[i].strip())
        index = next(above, None)
        if index is not None and _is_question(paragraphs[index]):
            found.append(Mark(index, asked, None, 0, paragraphs[index].strip(), "question"))
        found.append(mark)
        floor = mark.paragraph
    return found


def _is_question(paragraph: str) -> bool:
    return paragraph.rstrip().endswith("?") or _NUMBERED.match(paragraph) is not None


def unnumbered(marks: list[Mark]) -> list[Mark]:
    """`P1 I1 P2 I2` as `P I P I`: where the numbers are those of the questions, not of people.

    So it is when two letters or more go through the same numbers, each upwards and with none
    coming again after a higher one.
    """
    codes = [_CODE.fullmatch(mark.speaker) for mark in marks]
    numbers: dict[str, list[int]] = {}
    for code in codes:
        if code is None:
            return marks
        numbers.setdefault(code[1].upper(), []).append(int(code[2]))
    rising = all(row == sorted(row) for row in numbers.values())
    same = {tuple(dict.fromkeys(row)) for row in numbers.values()}
    alike = len(same) == 1 and len(next(iter(same))) > _FEWEST
    if len(numbers) < 2 or not rising or not alike:
        return marks
    return [replace(mark, speaker=code[1]) for mark, code in zip(marks, codes, strict=True) if code]
