"""What a speaker says can be coded all at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from makna.domain.errors import NotFound, UserError
from makna.domain.model import CodeId, SourceId, SpeakerId
from makna.services import codebook, history
from makna.services.turn_coding import code_turns, code_turns_anew, said_by
from makna.storage.project import Project


@pytest.fixture
def rina(project: Project, interview: SourceId) -> SpeakerId:
    (found,) = [r["id"] for r in project.sources.speakers(interview) if r["name"] == "Rina"]
    return SpeakerId(found)


def test_turns_are_read_without_who_speaks(
    project: Project, interview: SourceId, rina: SpeakerId
) -> None:
    text = project.texts.text(interview)
    assert [text[span.start : span.end] for span in said_by(project, interview, rina)] == [
        "Setiap keluhan kami baca. Admin wajib menjawab dalam 24 jam.",
        "Cuma dua orang 😀, semua dikerjakan.",
    ]


def test_all_turns_are_coded_as_one_step(
    project: Project,
    interview: SourceId,
    rina: SpeakerId,
    code: Callable[[str], CodeId],
    quoted: Callable[[], list[str]],
) -> None:
    outcome = code_turns(project, interview, rina, code("Jawaban"))
    assert outcome.value == 2
    assert [words[:6] for words in quoted()] == ["Setiap", "Cuma d"]
    assert code_turns(project, interview, rina, code("Jawaban")).value == 0
    history.undo(project)
    assert quoted() == []


def test_a_new_code_comes_and_goes_with_its_turns(
    project: Project, interview: SourceId, rina: SpeakerId, quoted: Callable[[], list[str]]
) -> None:
    assert code_turns_anew(project, interview, rina, "Jawaban").value == 2
    entry = project.history.next_undo()
    assert entry is not None
    assert entry.label.text("id") == "Beri kode “Jawaban” pada semua giliran Rina"
    history.undo(project)
    assert quoted() == [] and len(project.codes.tree()) == 0


def test_a_category_and_a_stranger_are_refused(
    project: Project, interview: SourceId, rina: SpeakerId, code: Callable[[str], CodeId]
) -> None:
    theme = code("Tema")
    codebook.describe_code(project, theme, codable=0)
    with pytest.raises(UserError):
        code_turns(project, interview, rina, theme)
    with pytest.raises(NotFound):
        code_turns(project, interview, SpeakerId(999), theme)
