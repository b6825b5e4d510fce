"""Built-in code frames: in both languages, with the citation and how sure it is."""

from __future__ import annotations

import pytest

from makna.domain.errors import NotFound
from makna.domain.model import Code, CodeOrigin
from makna.domain.wording import LANGUAGES, Language
from makna.services import frames, history
from makna.services.frames import FrameCode
from makna.storage.project import Project

FRAMES = [frame.id for frame in frames.frames("en")]
EACH = pytest.mark.parametrize("frame_id", FRAMES)
BOTH = pytest.mark.parametrize("language", LANGUAGES)


def flat(codes: tuple[FrameCode, ...]) -> list[FrameCode]:
    return [found for code in codes for found in (code, *flat(code.children))]


def made(project: Project) -> list[Code]:
    return list(project.codes.tree().ordered)


def test_there_are_twenty_of_the_same_shape_in_both_languages() -> None:
    assert len(FRAMES) == len(set(FRAMES)) == 20
    english, indonesian = (frames.frames(language) for language in LANGUAGES)
    for one, other in zip(english, indonesian, strict=True):
        assert (one.id, one.size, one.citation) == (other.id, other.size, other.citation)
        assert [c.id for c in flat(one.codes)] == [c.id for c in flat(other.codes)]
    assert sum(a.name != b.name for a, b in zip(english, indonesian, strict=True)) > 10


@BOTH
@EACH
def test_a_frame_becomes_ordinary_codes_in_one_step(
    project: Project, frame_id: str, language: Language
) -> None:
    frame = frames.frame(frame_id, language)
    top = frames.insert_frame(project, frame_id, language).value
    codes = made(project)
    assert len(codes) == frame.size + 1
    assert [c.name for c in codes[1:]] == [" ".join(c.name.split()) for c in flat(frame.codes)]
    assert (codes[0].id, codes[0].codable) == (top, False)
    assert {c.origin for c in codes} == {CodeOrigin.DEDUCTIVE}
    assert all(c.description for c in codes)
    assert len(project.history.entries()) == 1
    history.undo(project)
    assert made(project) == []


@BOTH
@EACH
def test_every_code_says_how_sure_its_citation_is(
    project: Project, frame_id: str, language: Language
) -> None:
    frame = frames.frame(frame_id, language)
    frames.insert_frame(project, frame_id, language)
    for code, origin in zip(made(project)[1:], flat(frame.codes), strict=True):
        assert code.citation.endswith(frames.cited("", origin.status, language) + ")") or (
            code.citation == frames.cited("", origin.status, language)
        )


def test_what_was_not_checked_says_so() -> None:
    assert frames.cited("Luttrell (2018)", "unverified", "en") == (
        "Luttrell (2018) (unverified: check before citing)"
    )
    assert "belum diverifikasi" in frames.cited("X", "unverified", "id")
    statuses = {c.status for frame in frames.frames("en") for c in flat(frame.codes)}
    assert statuses <= {"primary", "secondary", "unverified", "house"}


def test_a_frame_can_be_put_in_several_times(project: Project) -> None:
    names = []
    for _ in range(3):
        top = frames.insert_frame(project, FRAMES[0], "id").value
        names.append(project.codes.tree()[top].name)
    assert names == [names[0], f"{names[0]} (2)", f"{names[0]} (3)"]


def test_an_unknown_frame_is_not_found() -> None:
    with pytest.raises(NotFound):
        frames.frame("tidak-ada", "id")


@EACH
def test_remarks_of_the_house_are_no_memos_of_the_researcher(
    project: Project, frame_id: str
) -> None:
    # A code's memo introduces its section in the chapter.
    frames.insert_frame(project, frame_id, "id")
    assert {code.memo for code in made(project)} == {""}
