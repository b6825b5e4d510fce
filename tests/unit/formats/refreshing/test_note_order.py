"""Footnotes that a refresh adds: in the order of their marks, for programs that count them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

NOTES = "word/footnotes.xml"


@pytest.fixture
def noted(kit: Any) -> tuple[Any, ...]:
    """Two sections, a footnote in each."""
    first, second = kit.sections
    late = kit.Quotation(5, "“lama sekali”", " (I2)", inline=True, note="Wawancara kedua.")
    return first, second.but(quotations=(*second.quotations, late))


@pytest.fixture
def grown(kit: Any, noted: tuple[Any, ...]) -> tuple[Any, ...]:
    """A third footnote, between those two."""
    first, second = noted
    new = kit.Quotation(9, "“baru”", " (I5)", inline=True, note="Catatan baru.")
    return first.but(quotations=(*first.quotations, new)), second


def marks(kit: Any, data: bytes) -> list[int]:
    found = re.findall(r'<w:footnoteReference w:id="(\d+)"', kit.part(data))
    return [int(key) for key in found]


def said(kit: Any, data: bytes) -> list[str]:
    """What the notes say, in the order of their ids: as LibreOffice gives them to the marks."""
    notes = re.findall(r'<w:footnote w:id="(\d+)">(.*?)</w:footnote>', kit.part(data, NOTES))
    ordered = sorted(notes, key=lambda note: int(note[0]))
    return [re.sub("<[^>]+>", "", text).strip() for _, text in ordered]


def with_own_note(kit: Any, data: bytes, key: int) -> bytes:
    """The author's file with a footnote of the author's at the very end."""
    run = f'<w:p><w:r><w:footnoteReference w:id="{key}"/></w:r></w:p><w:sectPr'
    text = kit.edited(data, kit.swap("<w:sectPr", run))
    note = f'<w:footnote w:id="{key}"><w:p><w:r><w:t>Milik penulis.</w:t></w:r></w:p></w:footnote>'
    return kit.edited(text, kit.swap("</w:footnotes>", note + "</w:footnotes>"), NOTES)


def test_a_new_footnote_gets_its_turn_among_the_others(
    kit: Any,
    noted: tuple[Any, ...],
    grown: tuple[Any, ...],
    problems: Callable[[Path], list[str]],
) -> None:
    after = kit.bench.after(kit.bench.exported(noted), grown)
    assert marks(kit, after) == sorted(marks(kit, after))
    assert said(kit, after) == ["Wawancara, 2025.", "Catatan baru.", "Wawancara kedua."]
    assert problems(kit.bench.saved(after)) == []


def test_marks_of_the_author_keep_their_number_and_it_is_said(
    kit: Any, noted: tuple[Any, ...], grown: tuple[Any, ...]
) -> None:
    mine = with_own_note(kit, kit.bench.exported(noted), 3)
    outcome = kit.bench.refreshed(mine, grown)
    assert not outcome.notes_in_order
    assert kit.outside(outcome.data) == kit.outside(mine)


def test_room_before_a_note_of_the_author_is_used(
    kit: Any, noted: tuple[Any, ...], grown: tuple[Any, ...]
) -> None:
    mine = with_own_note(kit, kit.bench.exported(noted), 30)
    outcome = kit.bench.refreshed(mine, grown)
    assert outcome.notes_in_order
    assert marks(kit, outcome.data) == sorted(marks(kit, outcome.data))
    assert said(kit, outcome.data)[-1] == "Milik penulis."


def test_an_added_footnote_stands_in_a_control_in_the_line(
    kit: Any, noted: tuple[Any, ...], grown: tuple[Any, ...]
) -> None:
    # LibreOffice puts it before the first word otherwise.
    after = kit.part(kit.bench.after(kit.bench.exported(noted), grown))
    paragraph = next(p for p in re.findall(r"<w:p>.*?</w:p>", after) if "“baru”" in p)
    assert re.search(r"<w:sdtContent>.*“baru”.*footnoteReference.*</w:sdtContent>", paragraph)


def test_a_note_that_went_away_leaves_the_others_alone(kit: Any, noted: tuple[Any, ...]) -> None:
    first, second = noted
    quick, short = first.quotations
    mine = kit.bench.exported(noted)
    after = kit.bench.after(
        mine, (first.but(quotations=(quick, replace(short, note="", reference="(I1)"))), second)
    )
    assert marks(kit, after) == marks(kit, mine)[1:]
