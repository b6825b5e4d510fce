"""How exactly turns are found, measured on a set of short transcripts in the forms that occur.

Beside each file in `tests/transcripts` lies a `.turns` with what a person would find: lines with
`%date` and `%place`, then for each turn its speaker, its time and the line with which it begins.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from makna.domain.document import ParsedDocument, ParsedTurn
from makna.domain.turns import mark_length
from makna.formats.registry import read_document

FOLDER = Path(__file__).parents[3] / "transcripts"
EXPECTED = sorted(FOLDER.glob("*.turns"))
NAMES = [path.stem for path in EXPECTED]
SAID_FIRST = ("78-tabel-ujaran-dahulu",)
"""Who speaks stands after what is said: no mark can hold it."""


@dataclass(frozen=True)
class Row:
    """What was found in one transcript."""

    expected: int
    found: int
    named: int
    timed: int
    false: int

    @property
    def is_perfect(self) -> bool:
        return self.found == self.named == self.timed == self.expected and not self.false


def wanted(name: str) -> list[tuple[str, int | None, str]]:
    """Speaker, time in ms and first line of each turn."""
    lines = (FOLDER / f"{name}.turns").read_text("utf-8").splitlines()
    rows = [line.split("\t", 2) for line in lines if not line.startswith("%")]
    return [(speaker, milliseconds(time), line) for speaker, time, line in rows]


def milliseconds(clock: str) -> int | None:
    seconds = 0
    for part in clock.split(":") if clock else []:
        seconds = seconds * 60 + int(part)
    return seconds * 1000 if clock else None


def letters(text: str) -> str:
    """Letters and digits only: the same in a file and in what is read of it."""
    return "".join(filter(str.isalnum, html.unescape(re.sub(r"</?[biv][^>]*>", "", text))))


@cache
def document(name: str) -> ParsedDocument:
    path = next(p for p in FOLDER.glob(f"{name}.*") if p.suffix != ".turns")
    return read_document(path)


def second(time_ms: int | None) -> int | None:
    return None if time_ms is None else time_ms // 1000


@cache
def measured(name: str) -> Row:
    read = document(name)
    left: list[ParsedTurn] = list(read.turns)
    found = named = timed = 0
    expected = wanted(name)
    for speaker, time_ms, line in expected:
        begins = letters(line)
        places = [
            place
            for place, turn in enumerate(left)
            if letters(read.text[turn.start : turn.end]).startswith(begins)
        ]
        if places:
            turn = left.pop(places[0])
            found += 1
            named += turn.speaker == speaker
            timed += second(turn.time_ms) == second(time_ms)
    return Row(len(expected), found, named, timed, len(left))


def test_the_set_is_large_enough() -> None:
    assert len(NAMES) >= 40


@pytest.mark.parametrize("name", NAMES)
def test_turns_are_found_as_a_person_would(name: str) -> None:
    assert measured(name).is_perfect, (
        measured(name),
        [
            (t.speaker, t.time_ms, document(name).text[t.start : t.end])
            for t in document(name).turns
        ],
    )


@pytest.mark.parametrize("name", NAMES)
def test_day_and_place_come_from_the_head(name: str) -> None:
    lines = (FOLDER / f"{name}.turns").read_text("utf-8").splitlines()
    said = dict(line[1:].split(" ", 1) for line in lines if line.startswith("%"))
    assert (document(name).date, document(name).place) == (
        said.get("date", ""),
        said.get("place", ""),
    )


@pytest.mark.parametrize("name", [name for name in NAMES if name not in SAID_FIRST])
def test_the_mark_of_a_turn_is_known_by_its_speaker(name: str) -> None:
    read = document(name)
    for turn in read.turns:
        paragraph = read.text[turn.start :].split("\n")[0]
        style = read.layout[read.text[: turn.start].count("\n")].style
        mark = paragraph[: mark_length(paragraph, style, turn.speaker)]
        # A name stands in the mark, or (in Teams' old form) in the line below.
        if letters(turn.speaker) in letters(paragraph)[:40] and turn.speaker != "?":
            assert letters(turn.speaker).casefold() in letters(mark).casefold()


def test_the_table_of_accuracy(capsys: pytest.CaptureFixture[str]) -> None:
    rows = {name: measured(name) for name in NAMES}
    total = [sum(getattr(row, key) for row in rows.values()) for key in Row.__annotations__]
    with capsys.disabled():
        print(f"\n{'transcript':32} turns found named timed false")
        for name, row in rows.items():
            if not row.is_perfect:
                print(
                    f"{name:32} {row.expected:5} {row.found:5} {row.named:5} {row.timed:5}"
                    f" {row.false:5}"
                )
        print(f"{f'all {len(rows)}':32}" + "".join(f" {count:5}" for count in total))
    assert total[1:] == [total[0], total[0], total[0], 0]
