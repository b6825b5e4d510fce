"""Some of what a code covers becomes a code of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from makna.domain.errors import NotFound, UserError
from makna.domain.model import CodeId, CodingId, SourceId
from makna.services import coding, history
from makna.services.splitting import split_off
from makna.storage.project import Project

Place = Callable[[SourceId, str], tuple[SourceId, int, int]]


@pytest.fixture
def codings(
    project: Project, interview: SourceId, code: Callable[[str], CodeId], place: Place
) -> list[CodingId]:
    """Three codings of one code below a theme."""
    quick = code("Manage > Respons cepat")
    words = ("Setiap keluhan", "24 jam", "dua orang")
    return [
        coding.apply_code(project, *place(interview, each), quick, memo=each).value.coding
        for each in words
    ]


def by_code(project: Project) -> dict[str, int]:
    return {code.name: code.codings for code in project.codes.tree().ordered}


def test_chosen_codings_move_to_a_code_beside_the_old_one(
    project: Project, codings: list[CodingId]
) -> None:
    made = split_off(project, codings[1:], "Kurang tenaga").value
    tree = project.codes.tree()
    assert tree.names(made) == ("Manage", "Kurang tenaga")
    assert by_code(project) == {"Manage": 0, "Respons cepat": 1, "Kurang tenaga": 2}
    kept = project.passages.get_coding(codings[2])
    assert kept is not None and kept[0].memo == "dua orang"


def test_splitting_is_one_step(project: Project, codings: list[CodingId]) -> None:
    split_off(project, codings[1:], "Kurang tenaga")
    history.undo(project)
    assert by_code(project) == {"Manage": 0, "Respons cepat": 3}


def test_a_name_that_is_taken_changes_nothing(project: Project, codings: list[CodingId]) -> None:
    with pytest.raises(UserError):
        split_off(project, codings, "Respons cepat")
    with pytest.raises(NotFound):
        split_off(project, [], "Baru")
    assert by_code(project) == {"Manage": 0, "Respons cepat": 3}
