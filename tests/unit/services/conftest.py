"""A small project with two interviews, and short ways to look into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from makna.domain.identity import Identity
from makna.domain.model import CodeId, Passage, SourceId
from makna.services import codebook, importing, projects
from makna.storage.project import Project

INTERVIEW = (
    "Peneliti: Bagaimana humas menjawab keluhan?\n"
    "Rina: Setiap keluhan kami baca. Admin wajib menjawab dalam 24 jam.\n"
    "Peneliti: Siapa adminnya?\n"
    "Rina: Cuma dua orang 😀, semua dikerjakan."
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Skripsi.makna"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    made = projects.create_project(path, "Skripsi", "id", Identity("guid-sari", "Sari"))
    yield made
    assert projects.check_project(made) == []
    made.close()


@pytest.fixture
def interview(project: Project) -> SourceId:
    return importing.import_text(project, "I1", INTERVIEW).value.id


@pytest.fixture
def code(project: Project) -> Callable[[str], CodeId]:
    """The code of a written path, made when there is none."""

    def of(path: str) -> CodeId:
        return codebook.add_path(project, path).value

    return of


@pytest.fixture
def place(project: Project) -> Callable[[SourceId, str], tuple[SourceId, int, int]]:
    """Where some words stand in a source."""

    def of(source: SourceId, words: str) -> tuple[SourceId, int, int]:
        start = project.texts.text(source).index(words)
        return source, start, start + len(words)

    return of


@pytest.fixture
def passages(project: Project) -> Callable[[], list[Passage]]:
    """All passages of the project."""

    def found() -> list[Passage]:
        return [p for s in project.sources.all() for p in project.passages.of_source(s.id)]

    return found


@pytest.fixture
def quoted(project: Project, passages: Callable[[], list[Passage]]) -> Callable[[], list[str]]:
    """The words of all passages."""

    def found() -> list[str]:
        return [project.texts.text(p.source)[p.start : p.end] for p in passages()]

    return found


@pytest.fixture
def tree(project: Project) -> Callable[[], list[str]]:
    """The paths of all codes in tree order."""

    def found() -> list[str]:
        codes = project.codes.tree()
        return [codes.path(code.id) for code in codes.ordered]

    return found
