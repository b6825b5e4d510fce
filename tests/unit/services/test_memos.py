"""Memos: written in Markdown, linked to anything, both ways."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from makna.domain.errors import NotFound, UserError
from makna.domain.model import CodeId, LinkTarget, MemoId, MemoKind, Passage, SourceId
from makna.services import cases, codebook, coding, history, memos, sources
from makna.storage.project import Project

Code = Callable[[str], CodeId]
Passages = Callable[[], list[Passage]]


@pytest.fixture
def linked(project: Project, interview: SourceId, code: Code, passages: Passages) -> MemoId:
    """A memo that is linked to one thing of each kind."""
    coding.apply_code(project, interview, 0, 8, code("A"))
    cases.add_case(project, "Rina")
    memos.write_memo(project, "Lain", "")
    return memos.write_memo(
        project,
        "Semua",
        "**isi**",
        kind=MemoKind.THEORETICAL,
        links=[
            (LinkTarget.PROJECT, project.overview.info().guid),
            (LinkTarget.SOURCE, project.sources.all()[0].guid),
            (LinkTarget.CODE, project.codes.tree().ordered[0].guid),
            (LinkTarget.PASSAGE, passages()[0].guid),
            (LinkTarget.CASE, project.cases.all()[0].guid),
            (LinkTarget.MEMO, project.memos.all()[0].guid),
        ],
    ).value


def labels(project: Project, memo: MemoId) -> list[str]:
    return [link.label for link in memos.get_memo(project, memo).links]


def test_a_memo_is_linked_to_anything_and_says_what_by_name(
    project: Project, linked: MemoId, passages: Passages
) -> None:
    assert labels(project, linked) == ["Skripsi", "I1", "A", "Peneliti", "Rina", "Lain"]
    found = memos.get_memo(project, linked)
    assert (found.title, found.body, found.kind) == ("Semua", "**isi**", MemoKind.THEORETICAL)
    assert (found.coder, found.created_at) == ("Sari", found.changed_at)
    assert project.memos.linked_to(LinkTarget.PASSAGE, passages()[0].id) == [linked]


def test_links_go_with_what_they_lead_to(
    project: Project, interview: SourceId, linked: MemoId, code: Code
) -> None:
    before = labels(project, linked)
    codebook.delete_codes(project, [code("A")])
    assert labels(project, linked) == ["Skripsi", "I1", "Peneliti", "Rina", "Lain"]
    sources.remove_sources(project, [interview])
    cases.delete_case(project, project.cases.all()[0].id)
    memos.delete_memo(project, project.memos.all()[0].id)
    assert labels(project, linked) == ["Skripsi"]
    history.undo(project, 4)
    assert labels(project, linked) == before


def test_a_passage_that_only_a_memo_held_goes_with_the_link(
    project: Project, linked: MemoId, code: Code, passages: Passages
) -> None:
    (passage,) = passages()
    codebook.delete_codes(project, [code("A")])
    assert [p.guid for p in passages()] == [passage.guid]
    memos.unlink_memo(project, linked, LinkTarget.PASSAGE, passage.guid)
    assert passages() == []
    history.undo(project)
    memos.delete_memo(project, linked)
    assert passages() == []
    history.undo(project)
    assert "Peneliti" in labels(project, linked)


def test_linking_twice_is_once(project: Project, linked: MemoId) -> None:
    guid = project.sources.all()[0].guid
    assert not memos.link_memo(project, linked, LinkTarget.SOURCE, guid).changes
    assert len(labels(project, linked)) == 6


def test_a_link_to_nothing_writes_nothing(project: Project) -> None:
    with pytest.raises(NotFound):
        memos.write_memo(project, "M", "", links=[(LinkTarget.CODE, "tidak ada")])
    assert project.memos.all() == []
    with pytest.raises(UserError):
        memos.write_memo(project, " \n", "isi")
    assert project.history.entries() == []


def test_what_is_not_given_stays(project: Project, linked: MemoId) -> None:
    memos.change_memo(project, linked, title="Baru")
    found = memos.get_memo(project, linked)
    assert (found.title, found.body, found.kind) == ("Baru", "**isi**", MemoKind.THEORETICAL)
    assert found.changed_at >= found.created_at


def test_a_long_passage_is_shown_cut(project: Project, interview: SourceId) -> None:
    guid = coding.apply_new_code(project, interview, 0, 120, "A").value[1].passage_guid
    memo = memos.write_memo(project, "M", "", links=[(LinkTarget.PASSAGE, guid)]).value
    text = project.texts.text(interview)
    assert labels(project, memo) == [text[:80] + "…"]


def test_reading_one_memo_does_not_read_the_others(project: Project, interview: SourceId) -> None:
    seen: list[str] = []
    numbers = []
    for count in (1, 30):
        while len(project.memos.all()) < count:
            guid = project.sources.all()[0].guid
            memo = memos.write_memo(project, "M", "", links=[(LinkTarget.SOURCE, guid)]).value
        seen.clear()
        project.raw.set_trace_callback(seen.append)
        memos.get_memo(project, memo)
        project.raw.set_trace_callback(None)
        numbers.append(len(seen))
    assert numbers[0] == numbers[1]
