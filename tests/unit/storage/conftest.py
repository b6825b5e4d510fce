"""A small project on disk, and what a test wants to know about its file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from makna.domain.identity import Identity
from makna.domain.model import SourceId
from makna.services import importing, projects
from makna.storage.project import Project

SARI = Identity("6f9619ff-8b86-4011-b42d-00cf4fc964ff", "Sari")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Skripsi.makna"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    made = projects.create_project(path, "Skripsi", "id", SARI)
    yield made
    made.close()


@pytest.fixture
def reopened(path: Path, tmp_path: Path) -> Callable[[Project], Project]:
    """Closes a project and opens it again."""

    def again(project: Project) -> Project:
        project.close()
        return projects.open_project(path, tmp_path / "backups")

    return again


@pytest.fixture
def source(project: Project) -> SourceId:
    text = (
        "Peneliti: Apa itu citra?\nRina: Citra itu 😀 kesan warga.\n"
        "Peneliti: Lalu?\nRina: Itu saja."
    )
    return importing.import_text(project, "I1", text).value.id
