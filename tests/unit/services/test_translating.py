"""The translation of a quotation."""

from __future__ import annotations

from collections.abc import Callable

from makna.domain.model import CodeId, Passage, SourceId
from makna.services import coding, history
from makna.services.translating import translate_passage
from makna.storage.project import Project

Place = Callable[[SourceId, str], tuple[SourceId, int, int]]


def test_a_translation_makes_a_passage_and_its_removal_takes_it(
    project: Project, interview: SourceId, place: Place, passages: Callable[[], list[Passage]]
) -> None:
    where = place(interview, "Cuma dua orang")
    translate_passage(project, *where, text="Only two people", language="en", translator="Sari")
    (made,) = passages()
    assert made.translation == "Only two people"
    assert (made.translation_language, made.translator) == ("en", "Sari")
    translate_passage(project, *where, text=" ")
    assert passages() == []


def test_what_is_not_given_stays_and_undo_brings_all_back(
    project: Project,
    interview: SourceId,
    place: Place,
    code: Callable[[str], CodeId],
    passages: Callable[[], list[Passage]],
) -> None:
    where = place(interview, "Cuma dua orang")
    coding.apply_code(project, *where, code("Kurang tenaga"))
    translate_passage(project, *where, text="Only two", language="en", translator="Sari")
    translate_passage(project, *where, text="")
    (left,) = passages()
    assert (left.translation, left.translation_language, left.translator) == ("", "", "")
    history.undo(project)
    assert passages()[0].translator == "Sari"
