"""What the author decides on the passages of a section, and what is printed then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from makna.domain.chapter import ChapterId, Chosen, Form, State, Translations
from makna.domain.errors import UserError
from makna.domain.model import CodeId, PassageId, SourceId
from makna.domain.report import plain
from makna.services import (
    codebook,
    coding,
    correcting,
    history,
    importing,
    quotations,
    sources,
    writing,
)
from makna.services.chapter_plan import chapter_plan
from makna.services.shelf import ShelfItem
from makna.services.translating import translate_passage
from makna.storage.project import Project

LONG = "Setiap keluhan kami baca dan kami catat, " * 8 + "lalu dijawab."
TALK = (
    "Rina: Admin wajib menjawab dalam 24 jam, itu aturan.\n"
    f"Rina: {LONG}\n"
    "Rina: Cuma dua orang 😀 yang mengerjakan semua, siang dan malam."
)


@dataclass
class Desk:
    """A chapter with one section and the three turns of a talk on its shelf."""

    project: Project
    chapter: ChapterId
    code: CodeId
    source: SourceId
    passages: list[PassageId]

    def shelf(self) -> tuple[ShelfItem, ...]:
        return next(chapter_plan(self.project, self.chapter).walk()).shelf

    def said(self, rank: int = 0) -> str:
        return plain(self.shelf()[rank].quotation)

    def order(self) -> list[PassageId]:
        return [item.excerpt.passage.id for item in self.shelf()]

    def cut(self, words: str, rank: int = 0) -> None:
        start = self.shelf()[rank].excerpt.text.index(words)
        place = (self.project, self.chapter, self.code, self.passages[rank])
        quotations.cut(*place, start, start + len(words))

    def correct(self, old: str, new: str) -> None:
        start = self.project.texts.text(self.source).index(old)
        correcting.edit_text(self.project, self.source, start, start + len(old), new)


@pytest.fixture
def desk(project: Project, code: Callable[[str], CodeId]) -> Desk:
    source = importing.import_text(project, "I1", TALK).value.id
    key = code("Aduan")
    made, at = [], 0
    for line in TALK.split("\n"):
        start = at + len("Rina: ")
        made.append(coding.apply_code(project, source, start, at + len(line), key).value.passage)
        at += len(line) + 1
    return Desk(project, writing.create_chapter(project).value, key, source, made)


def test_short_passages_are_inline_and_long_ones_blocks(desk: Desk) -> None:
    assert [item.form for item in desk.shelf()] == [Form.INLINE, Form.BLOCK, Form.INLINE]
    assert desk.said(0) == "“Admin wajib menjawab dalam 24 jam, itu aturan.”"
    assert desk.said(1) == LONG
    quotations.set_form(desk.project, desk.chapter, desk.code, desk.passages[0], Form.BLOCK)
    assert desk.said(0) == "Admin wajib menjawab dalam 24 jam, itu aturan."
    quotations.set_form(desk.project, desk.chapter, desk.code, desk.passages[0], Form.AUTOMATIC)
    assert desk.project.chapters.quotations(desk.chapter) == {}


def test_a_passage_moves_on_its_shelf(desk: Desk) -> None:
    first, second, third = desk.passages
    quotations.move_passage(desk.project, desk.chapter, desk.code, third, 0)
    assert desk.order() == [third, first, second]
    quotations.move_passage_by(desk.project, desk.chapter, desk.code, third, 1)
    assert desk.order() == [first, third, second]
    history.undo(desk.project, 2)
    assert desk.order() == [first, second, third]


def test_what_was_decided_on_a_quotation_follows_its_merged_code(
    desk: Desk, code: Callable[[str], CodeId]
) -> None:
    quotations.move_passage(desk.project, desk.chapter, desk.code, desk.passages[2], 0)
    order = desk.order()
    other = code("Keluhan")
    codebook.merge_codes(desk.project, desk.code, other)
    section = next(s for s in chapter_plan(desk.project, desk.chapter).walk() if s.code.id == other)
    assert [item.excerpt.passage.id for item in section.shelf] == order


def test_what_was_decided_on_a_quotation_follows_its_moved_edge(desk: Desk) -> None:
    place = (desk.project, desk.chapter, desk.code, desk.passages[0])
    quotations.set_form(*place, Form.BLOCK)
    coding.move_edges(desk.project, desk.passages[0], 6, 20, desk.code)
    assert [desk.shelf()[0].form, desk.said()] == [Form.BLOCK, "Admin wajib me"]


def test_a_passage_coded_later_comes_after_those_that_were_ranked(desk: Desk) -> None:
    quotations.move_passage(desk.project, desk.chapter, desk.code, desk.passages[2], 0)
    new = coding.apply_code(desk.project, desk.source, 0, 4, desk.code).value.passage
    assert desk.order()[-1] == new


def test_a_cut_changes_the_quotation_and_never_the_source(desk: Desk) -> None:
    desk.cut("dalam 24 jam")
    place = (desk.project, desk.chapter, desk.code, desk.passages[0])
    quotations.add_words(*place, 5, 5, "RW 05")
    assert desk.said() == "“Admin [RW 05] wajib menjawab […], itu aturan.”"
    assert desk.project.texts.text(desk.source) == TALK
    quotations.take_back(*place, 0)
    assert desk.said() == "“Admin wajib menjawab […], itu aturan.”"
    quotations.quote_in_full(*place)
    assert desk.said() == "“Admin wajib menjawab dalam 24 jam, itu aturan.”"
    history.undo(desk.project, 2)
    assert desk.said() == "“Admin [RW 05] wajib menjawab […], itu aturan.”"


def test_a_cut_that_shortens_below_the_border_makes_it_inline(desk: Desk) -> None:
    assert desk.shelf()[1].form is Form.BLOCK
    desk.cut(LONG[: LONG.index("lalu")].rstrip(), 1)
    assert desk.said(1) == "“[…] lalu dijawab.”"


def test_a_correction_elsewhere_keeps_the_cut_at_its_words(desk: Desk) -> None:
    desk.cut("dalam 24 jam")
    desk.correct("Admin wajib", "Para admin kami wajib")
    assert desk.said() == "“Para admin kami wajib menjawab […], itu aturan.”"
    assert desk.shelf()[0].problems == ()


def test_a_correction_of_what_was_cut_asks_to_look_again(desk: Desk) -> None:
    desk.cut("dalam 24 jam")
    desk.correct("jawab dalam 24 jam", "jawab paling lambat besok")
    item = desk.shelf()[0]
    assert plain(item.quotation) == "“Admin wajib menjawab paling lambat besok, itu aturan.”"
    assert [problem.key for problem in item.problems] == ["chapter_corrected"]
    with pytest.raises(UserError) as caught:
        desk.cut("itu aturan")
    assert caught.value.key == "quotation_corrected"


def test_passages_are_left_out_used_and_starred(desk: Desk) -> None:
    first, second, third = desk.passages
    where = (desk.project, desk.chapter, desk.code)
    quotations.mark_passages(*where, [first], State.LEFT_OUT)
    quotations.mark_passages(*where, [second], State.USED)
    coding.star_passages(desk.project, [third], True)

    def printed() -> list[PassageId]:
        return [i.excerpt.passage.id for _, i in chapter_plan(*where[:2]).printed()]

    assert printed() == [second, third]
    writing.change_settings(*where[:2], passages=Chosen.USED)
    assert printed() == [second]
    writing.change_settings(*where[:2], passages=Chosen.STARRED)
    assert printed() == [third]
    assert desk.order() == [first, second, third], "all stay on the shelf"


def test_only_passages_of_the_section_can_be_decided_on(
    desk: Desk, code: Callable[[str], CodeId]
) -> None:
    with pytest.raises(UserError) as caught:
        quotations.set_form(desk.project, desk.chapter, code("Lain"), desk.passages[0], Form.BLOCK)
    assert caught.value.key == "not_on_shelf"


def test_a_decision_does_not_keep_a_passage_alive(desk: Desk) -> None:
    quotations.mark_passages(desk.project, desk.chapter, desk.code, desk.passages[:1], State.USED)
    (taken,) = desk.project.passages.by_ids(desk.passages[:1])
    coding.remove_codings(desk.project, [c.id for c in taken.codings])
    assert desk.order() == desk.passages[1:]
    assert desk.project.chapters.quotations(desk.chapter) == {}
    history.undo(desk.project)
    assert desk.shelf()[0].state is State.USED


def test_decisions_follow_a_code_that_is_merged(desk: Desk, code: Callable[[str], CodeId]) -> None:
    desk.cut("dalam 24 jam")
    codebook.merge_codes(desk.project, desk.code, code("Keluhan"))
    assert desk.said() == "“Admin wajib menjawab […], itu aturan.”"


def test_decisions_follow_a_passage_whose_edge_moves(desk: Desk) -> None:
    quotations.set_form(desk.project, desk.chapter, desk.code, desk.passages[0], Form.BLOCK)
    (passage,) = desk.project.passages.by_ids(desk.passages[:1])
    moved = coding.move_edges(
        desk.project, passage.id, passage.start, passage.start + 20, desk.code
    ).value
    assert moved != passage.id
    assert desk.said() == "Admin wajib menjawab"


def test_deleting_the_source_takes_the_decisions_along(desk: Desk) -> None:
    desk.cut("dalam 24 jam")
    sources.remove_sources(desk.project, [desk.source])
    assert desk.shelf() == ()
    history.undo(desk.project)
    assert "[…]" in desk.said()


def translate(desk: Desk, translator: str) -> None:
    (passage,) = desk.project.passages.by_ids(desk.passages[:1])
    translate_passage(
        desk.project,
        desk.source,
        passage.start,
        passage.end,
        text="Admins must answer.",
        language="en",
        translator=translator,
    )


@pytest.mark.parametrize("translator", ["Nala Paramita", ""])
def test_a_translation_is_printed_beneath_with_its_translator(desk: Desk, translator: str) -> None:
    translate(desk, translator)
    writing.change_settings(desk.project, desk.chapter, translations=Translations.BENEATH)
    item = desk.shelf()[0]
    named = translator or "[penerjemah?]"
    assert plain(item.quotation) == "“Admin wajib menjawab dalam 24 jam, itu aturan.”"
    assert plain(item.translation) == (
        f"(Terjemahan: “Admins must answer.”, diterjemahkan oleh {named})"
    )
    assert [p.key for p in item.problems if "translator" in p.key] == (
        [] if translator else ["chapter_no_translator"]
    )


def test_a_translation_instead_is_named_in_the_reference(desk: Desk) -> None:
    translate(desk, "Nala")
    writing.change_settings(
        desk.project, desk.chapter, translations=Translations.INSTEAD, reference="({source})"
    )
    first, second, _ = desk.shelf()
    assert plain(first.quotation) == "“Admins must answer.”"
    assert plain(first.reference) == "(I1; diterjemahkan oleh Nala)"
    assert first.language == "en"
    assert plain(second.quotation) == LONG
