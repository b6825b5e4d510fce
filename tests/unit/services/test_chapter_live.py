"""A live plan reads what a step touched, and is then the plan that reading all would give."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from makna.domain.changes import Outcome
from makna.domain.chapter import ChapterId, Form, State
from makna.domain.model import CodeId, LinkTarget, PassageId, SourceId
from makna.services import codebook, coding, history, importing, memos, quotations, sources, writing
from makna.services.chapter_live import LivePlan
from makna.services.chapter_memos import begin_text, memo_choices
from makna.services.chapter_plan import chapter_plan
from makna.storage.project import Project

TEXT = "Rina: Setiap keluhan kami baca. Admin cuma dua orang. Semua dikerjakan malam hari."


@pytest.fixture
def codes(project: Project) -> dict[str, CodeId]:
    names = ("Manage", "Manage > Respons", "Share", "Engage")
    return {name: codebook.add_path(project, name).value for name in names}


@pytest.fixture
def source(project: Project) -> SourceId:
    return importing.import_text(project, "I1", TEXT).value.id


@pytest.fixture
def passages(project: Project, source: SourceId, codes: dict[str, CodeId]) -> list[PassageId]:
    found = []
    for words, name in (
        ("Setiap keluhan kami baca", "Manage > Respons"),
        ("Admin cuma dua orang", "Manage > Respons"),
        ("Semua dikerjakan", "Share"),
    ):
        at = TEXT.index(words)
        done = coding.apply_code(project, source, at, at + len(words), codes[name])
        found.append(done.value.passage)
    return found


@pytest.fixture
def chapter(project: Project, passages: list[PassageId]) -> ChapterId:
    return writing.create_chapter(project).value


def follow(live: LivePlan, outcome: Outcome[object]) -> frozenset[CodeId] | None:
    """What the view does after a step; the plan has to be as good as new."""
    codes = live.touched(outcome.changes)
    if codes is None:
        live.read()
    else:
        live.reread(codes, outcome.changes)
    fresh = LivePlan(live._project, live.chapter)
    whole = chapter_plan(live._project, live.chapter)
    assert live.plan == fresh.plan
    for section, full in zip(live.plan.walk(), whole.walk(), strict=True):
        code = section.code.id
        assert tuple(live.items(code, live.order(code))) == full.shelf
        assert section.passages == full.passages == len(full.shelf)
        assert section.quotations == full.quotations == len(live.printed(code))
    return codes


def looked_at(project: Project, chapter: ChapterId | None) -> LivePlan:
    """A plan of which every shelf was read."""
    live = LivePlan(project, chapter)
    for section in live.plan.walk():
        live.items(section.code.id, live.order(section.code.id))
    return live


def test_each_step_reads_only_the_sections_that_it_touches(
    project: Project,
    chapter: ChapterId,
    codes: dict[str, CodeId],
    passages: list[PassageId],
    source: SourceId,
) -> None:
    live = looked_at(project, chapter)
    respons, share = codes["Manage > Respons"], codes["Share"]
    first, second, third = passages
    steps: tuple[tuple[Callable[[], Outcome[object]], set[CodeId]], ...] = (
        (lambda: quotations.cut(project, chapter, respons, first, 7, 14), {respons}),
        (lambda: quotations.set_form(project, chapter, share, third, Form.BLOCK), {share}),
        (
            lambda: quotations.mark_passages(project, chapter, share, [third], State.LEFT_OUT),
            {share},
        ),
        (lambda: quotations.move_passage(project, chapter, respons, second, 0), {respons}),
        (lambda: coding.star_passages(project, [third], True), {share}),
        (lambda: coding.apply_code(project, source, 6, 12, codes["Engage"]), {codes["Engage"]}),
        (lambda: writing.move_section(project, chapter, share, 0), set()),
        (lambda: writing.leave_out_code(project, chapter, codes["Manage"]), set()),
        (lambda: writing.title_section(project, chapter, share, "Berbagi"), set()),
    )
    for step, expected in steps:
        assert follow(live, step()) == expected
    for _step, expected in reversed(steps):
        assert follow(live, history.undo(project)) == expected


def test_what_may_show_anywhere_reads_all(
    project: Project, chapter: ChapterId, source: SourceId
) -> None:
    live = LivePlan(project, chapter)
    assert follow(live, sources.describe_source(project, source, date="2025-03-03")) is None
    assert follow(live, writing.change_settings(project, chapter, number="4")) is None
    assert follow(live, memos.write_memo(project, "Awal", "Kata.")) is None


def test_below_a_code_that_is_left_out_nothing_is_printed_or_numbered(
    project: Project, chapter: ChapterId, codes: dict[str, CodeId]
) -> None:
    writing.change_settings(project, chapter, number="4")
    writing.leave_out_code(project, chapter, codes["Manage"])
    plan = LivePlan(project, chapter).plan
    assert [(s.title, s.number) for s in plan.walk() if s.printed] == [("Share", "4.1")]
    assert plan.quotations == len(chapter_plan(project, chapter).printed()) == 1


def test_a_text_is_begun_in_one_step(
    project: Project, chapter: ChapterId, codes: dict[str, CodeId]
) -> None:
    respons = codes["Manage > Respons"]
    before = len(project.history.entries(-1))
    memo = begin_text(project, chapter, respons, closing=True).value
    assert len(project.history.entries(-1)) == before + 1
    choice = project.chapters.section(chapter, respons)
    assert choice is not None
    assert choice.closing == memo
    history.undo(project)
    assert project.memos.get(memo) is None


def test_memos_linked_to_the_code_are_offered_first(
    project: Project, chapter: ChapterId, codes: dict[str, CodeId]
) -> None:
    memos.write_memo(project, "Lain", "")
    code = project.codes.get(codes["Share"])
    assert code is not None
    memos.write_memo(project, "Berbagi", "", links=[(LinkTarget.CODE, code.guid)])
    found = memo_choices(project, codes["Share"])
    assert [(choice.title, choice.linked) for choice in found] == [
        ("Berbagi", True),
        ("Lain", False),
    ]
