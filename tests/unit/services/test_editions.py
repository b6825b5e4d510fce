"""Frozen line numbers: what was printed stays true until the author renews it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from makna.domain.model import CodeId, PassageId, SourceId
from makna.services import coding, correcting, editions, history, importing, projects, sources
from makna.services.retrieval import read_excerpts
from makna.storage.project import Project

TALK = "\n".join(
    f"Rina: Keluhan nomor {n} kami baca dan kami jawab, {'ya, ' * 12}begitu." for n in range(9)
)
Place = Callable[[SourceId, str], tuple[SourceId, int, int]]


@pytest.fixture
def talk(project: Project) -> SourceId:
    return importing.import_text(project, "I1", TALK).value.id


@pytest.fixture
def cited(
    project: Project, talk: SourceId, place: Place, code: Callable[[str], CodeId]
) -> Callable[[], tuple[int, int, int]]:
    """Paragraph and lines of the passage “nomor 5”."""
    source, start, end = place(talk, "nomor 5 kami baca")
    passage = coding.apply_code(project, source, start, end, code("Aduan")).value.passage

    def read() -> tuple[int, int, int]:
        (excerpt,) = read_excerpts(project, [PassageId(passage)])
        return excerpt.paragraph, excerpt.line_from, excerpt.line_to

    return read


def correct(project: Project, source: SourceId, old: str, new: str) -> None:
    start = project.texts.text(source).index(old)
    correcting.edit_text(project, source, start, start + len(old), new)


def test_a_reference_stays_after_a_correction(
    project: Project, talk: SourceId, cited: Callable[[], tuple[int, int, int]]
) -> None:
    before = cited()
    editions.freeze(project, [talk])
    correct(project, talk, "nomor 2 kami", "nomor 2 " + "baru " * 40 + "\nRina: kami")
    assert cited() == before
    (edition,) = editions.list_editions(project)
    assert editions.is_corrected(project, edition)


def test_without_an_edition_numbers_follow_the_text(
    project: Project, talk: SourceId, cited: Callable[[], tuple[int, int, int]]
) -> None:
    before = cited()
    correct(project, talk, "nomor 2 kami", "nomor 2 " + "baru " * 40 + "\nRina: kami")
    assert cited()[0] == before[0] + 1
    assert cited()[1] > before[1]


def test_freezing_twice_keeps_the_first_text(project: Project, talk: SourceId) -> None:
    assert editions.freeze(project, [talk, talk]).value == 1
    correct(project, talk, "nomor 2", "nomor dua")
    assert editions.freeze(project, [talk]).value == 0
    assert project.blobs.get(editions.list_editions(project)[0].sha256).decode() == TALK


def test_freezing_can_be_undone_and_done_again(
    project: Project, talk: SourceId, cited: Callable[[], tuple[int, int, int]]
) -> None:
    before = cited()
    editions.freeze(project, [talk])
    history.undo(project)
    assert editions.list_editions(project) == []
    history.redo(project)
    correct(project, talk, "nomor 2 kami", "nomor 2 " + "baru " * 40)
    assert cited() == before


def test_renewing_lists_the_references_that_change(
    project: Project, talk: SourceId, cited: Callable[[], tuple[int, int, int]]
) -> None:
    before = cited()
    editions.freeze(project, [talk])
    correct(project, talk, "nomor 2 kami", "nomor 2 " + "baru " * 40 + "\nRina: kami")
    foreseen = editions.renewal(project)
    (changed,) = editions.renew(project).value
    assert foreseen == [changed]
    assert changed.text == "nomor 5 kami baca"
    assert (changed.old_paragraph, *changed.old_lines) == before
    assert (changed.new_paragraph, *changed.new_lines) == cited() != before
    assert changed.old("id") == f"¶{before[0]}, baris {before[1]}"
    assert editions.renew(project).value == []
    history.undo(project)
    assert cited() == before


def test_a_project_open_for_reading_freezes_nothing(project: Project, talk: SourceId) -> None:
    opened = projects.open_project(project.path, project.path.parent, read_only=True)
    assert editions.freeze(opened, [talk]).value == 0
    assert editions.list_editions(opened) == []
    opened.close()


def test_an_edition_goes_with_its_source_and_comes_back(project: Project, talk: SourceId) -> None:
    editions.freeze(project, [talk])
    sources.remove_sources(project, [talk])
    assert editions.list_editions(project) == []
    history.undo(project)
    assert [edition.source for edition in editions.list_editions(project)] == [talk]


def test_transcripts_have_the_lines_of_the_references(
    project: Project,
    talk: SourceId,
    cited: Callable[[], tuple[int, int, int]],
    tmp_path: Path,
) -> None:
    editions.freeze(project, [talk])
    correct(project, talk, "nomor 2 kami", "nomor 2 " + "baru " * 40 + "\nRina: kami")
    lines = editions.numbered_lines(project, talk)
    paragraph, first, _ = cited()
    (line,) = [line for line in lines if "nomor 5 kami" in line.text]
    assert (line.number, line.paragraph) == (first, paragraph)
    text = project.texts.text(talk)
    assert "".join("".join(line.text.split()) for line in lines) == "".join(text.split())
