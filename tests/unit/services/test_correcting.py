"""Correcting a text: passages follow, nothing that was thought is lost, undo brings it back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from makna.domain.errors import UserError
from makna.domain.model import CodeId, LinkTarget, Passage, SourceId
from makna.services import coding, correcting, history, importing, memos
from makna.storage.project import Project

Code = Callable[[str], CodeId]
Place = Callable[[SourceId, str], tuple[SourceId, int, int]]
Passages = Callable[[], list[Passage]]
Quoted = Callable[[], list[str]]


def edit(project: Project, where: tuple[SourceId, int, int], words: str) -> correcting.Corrected:
    return correcting.edit_text(project, *where, words).value


def test_a_typo_mended_before_a_passage_shifts_it(
    project: Project, interview: SourceId, code: Code, place: Place, quoted: Quoted
) -> None:
    coding.apply_code(project, *place(interview, "dua orang"), code("A"))
    done = edit(project, place(interview, "Bagaimana"), "Dengan cara bagaimana")
    assert (done.moved, done.collapsed, done.merged) == (1, (), 0)
    assert quoted() == ["dua orang"]
    assert project.texts.text(interview).startswith("Peneliti: Dengan cara bagaimana humas")


def test_a_typo_mended_at_the_edge_of_a_passage_stays_in_it(
    project: Project, interview: SourceId, code: Code, place: Place, quoted: Quoted
) -> None:
    coding.apply_code(project, *place(interview, "dua orang"), code("A"))
    edit(project, place(interview, "dua"), "Dua")
    edit(project, place(interview, "orang"), "orangs")
    assert quoted() == ["Dua orang"]
    edit(project, place(interview, "orang"), "ORANG")
    assert quoted() == ["Dua ORANG"]


def test_what_vanishes_is_listed_and_its_memos_go_to_the_paragraph(
    project: Project, interview: SourceId, code: Code, place: Place, passages: Passages
) -> None:
    words = place(interview, "Admin wajib")
    coding.apply_code(project, *words, code("Tema > A"), memo="karena aturan")
    coding.write_passage_memo(project, *words, "nada keras")
    before, text = passages(), project.texts.text(interview)
    done = edit(project, place(interview, " Admin wajib menjawab dalam 24 jam."), "")
    (gone,) = done.collapsed
    assert (gone.text, gone.codes) == ("Admin wajib", ("Tema > A",))
    assert gone.memo == "nada keras\n\nkarena aturan"
    (kept,) = passages()
    assert kept.memo == "nada keras\n\nkarena aturan"
    assert project.texts.text(interview)[kept.start : kept.end] == (
        "Rina: Setiap keluhan kami baca."
    )
    history.undo(project)
    assert (passages(), project.texts.text(interview)) == (before, text)


def test_the_memo_of_the_first_paragraph_goes_to_the_one_after_it(
    project: Project, passages: Passages
) -> None:
    source = importing.import_text(project, "Catatan", "Pembuka.\n\nIsi.").value.id
    coding.write_passage_memo(project, source, 0, 8, "salah tempat")
    edit(project, (source, 0, 8), "")
    (kept,) = passages()
    assert project.texts.text(source)[kept.start : kept.end] == "Isi."
    assert kept.memo == "salah tempat"


def test_the_memo_finds_a_paragraph_even_when_its_own_is_gone(
    project: Project, interview: SourceId, place: Place, passages: Passages
) -> None:
    words = place(interview, "Peneliti: Siapa adminnya?")
    coding.write_passage_memo(project, *words, "tanya")
    edit(project, words, "")
    (kept,) = passages()
    assert project.texts.text(interview)[kept.start : kept.end].startswith("Rina: Setiap")
    edit(project, (interview, 0, project.texts.length(interview)), "")
    assert passages() == []
    history.undo(project, 2)
    assert [p.memo for p in passages()] == ["tanya"]


def test_places_that_coincide_become_one(
    project: Project, interview: SourceId, code: Code, place: Place, passages: Passages
) -> None:
    inner, outer = place(interview, "dua orang"), place(interview, "Cuma dua orang")
    coding.apply_code(project, *inner, code("A"), memo="satu")
    coding.apply_code(project, *outer, code("A"), memo="dua")
    coding.apply_code(project, *outer, code("B"))
    coding.write_passage_memo(project, *outer, "m")
    guid = passages()[0].guid
    memo = memos.write_memo(project, "M", "", links=[(LinkTarget.PASSAGE, guid)]).value
    before = passages()
    assert edit(project, place(interview, "Cuma "), "").merged == 1
    (found,) = passages()
    assert [(c.code, c.memo) for c in found.codings] == [
        (code("A"), "satu\n\ndua"),
        (code("B"), ""),
    ]
    assert found.memo == "m"
    assert [link.label for link in memos.get_memo(project, memo).links] == ["dua orang"]
    history.undo(project)
    assert passages() == before
    history.redo(project)
    assert passages() == [found]


def test_a_passage_whose_end_is_removed_becomes_one_with_what_ended_before_it(
    project: Project, interview: SourceId, code: Code, place: Place, quoted: Quoted
) -> None:
    coding.apply_code(project, *place(interview, "Cuma dua"), code("A"))
    coding.apply_code(project, *place(interview, "Cuma dua orang"), code("A"))
    assert edit(project, place(interview, " orang"), "").merged == 1
    assert quoted() == ["Cuma dua"]


def test_turns_and_paragraphs_follow(project: Project, interview: SourceId, place: Place) -> None:
    turns = [(t.name, t.end - t.start) for t in project.sources.turns(interview)]
    assert [name for name, _ in turns] == ["Peneliti", "Rina", "Peneliti", "Rina"]
    edit(project, place(interview, "Setiap"), "Nah,\nsetiap")
    found = project.sources.turns(interview)
    assert found[1].end - found[1].start == turns[1][1] + 5
    edit(project, place(interview, "Peneliti: Siapa adminnya?\n"), "")
    assert [t.name for t in project.sources.turns(interview)] == ["Peneliti", "Rina", "Rina"]
    history.undo(project, 2)
    assert [(t.name, t.end - t.start) for t in project.sources.turns(interview)] == turns


def test_typing_joins_one_step(project: Project, interview: SourceId, quoted: Quoted) -> None:
    before, step = project.texts.text(interview), None
    for number, letter in enumerate("Nah, "):
        outcome = correcting.edit_text(project, interview, number, number, letter, amend=step)
        step = outcome.changes.step
    assert project.texts.text(interview) == "Nah, " + before
    assert len(project.history.entries()) == 2
    history.undo(project)
    assert project.texts.text(interview) == before


def test_what_is_typed_is_made_canonical(project: Project, interview: SourceId) -> None:
    edit(project, (interview, 0, 0), "a\r\nb\rc\0\u2029")
    assert project.texts.text(interview).startswith("a\nb\nc\ufffd\nPeneliti")


@pytest.mark.parametrize(
    ("start", "end", "words", "key"),
    [
        (5, 3, "x", "bad_stretch"),
        (0, 9_999, "x", "bad_stretch"),
        (0, 0, "\ufffc", "no_picture_typed"),
    ],
)
def test_an_impossible_edit_is_refused(
    project: Project, interview: SourceId, start: int, end: int, words: str, key: str
) -> None:
    with pytest.raises(UserError) as caught:
        correcting.edit_text(project, interview, start, end, words)
    assert caught.value.key == key


def test_an_edit_that_changes_nothing_is_no_step(project: Project, interview: SourceId) -> None:
    version = project.texts.version(interview)
    assert not correcting.edit_text(project, interview, 0, 8, "Peneliti").changes
    assert project.texts.version(interview) == version
    assert len(project.history.entries()) == 1


def test_an_edit_touches_no_other_source(
    project: Project, interview: SourceId, code: Code, quoted: Quoted
) -> None:
    other = importing.import_text(project, "I2", "dua orang saja").value.id
    coding.apply_code(project, other, 4, 9, code("A"))
    edit(project, (interview, 0, 5), "")
    assert quoted() == ["orang"]
