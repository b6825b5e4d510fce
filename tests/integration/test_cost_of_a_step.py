"""What a step costs does not grow with the project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from makna.domain.identity import Identity
from makna.domain.model import SourceId
from makna.domain.wording import Message
from makna.services import codebook, coding, correcting, history, importing, projects
from makna.services.span_coding import Span, code_spans
from makna.storage.project import Project

PARAGRAPH = "Setiap komentar kami baca dan admin wajib menjawab dalam dua puluh empat jam.\n"


def filled(path: Path, sources: int, passages: int) -> tuple[Project, SourceId]:
    """Sources with so many passages each, and ten codes for every source."""
    project = projects.create_project(path, path.stem, "id", Identity("g", "Sari"))
    for number in range(sources):
        text = PARAGRAPH * (passages * 60 // len(PARAGRAPH) + 2)
        source = importing.import_text(project, f"I{number}", text).value.id
        codes = [codebook.add_code(project, f"K{number}.{n}").value for n in range(10)]
        spans = [Span(source, at, at + 50) for at in range(0, passages * 60, 60)]
        code_spans(project, spans, codes[0])
    return project, source


def statements(project: Project, action: Callable[[], object]) -> list[str]:
    """The SQL that the action makes the program send (not what triggers do below)."""
    seen: list[str] = []

    def note(statement: str) -> None:
        if not statement.startswith("--"):
            seen.append(statement)

    project.raw.set_trace_callback(note)
    try:
        action()
    finally:
        project.raw.set_trace_callback(None)
    return seen


def numbers(project: Project, source: SourceId) -> dict[str, int]:
    code = codebook.add_code(project, "Baru").value
    actions: dict[str, Callable[[], object]] = {
        "apply": lambda: coding.apply_code(project, source, 3, 9, code),
        "apply to a place in use": lambda: coding.apply_code(project, source, 0, 50, code),
        "undo": lambda: history.undo(project),
        "redo": lambda: history.redo(project),
        "uncode": lambda: coding.uncode(project, source, 0, 50, code),
        "correct": lambda: correcting.edit_text(project, source, 200, 201, "xy"),
        "undo a correction": lambda: history.undo(project),
        "describe": lambda: codebook.describe_code(project, code, memo="m"),
        "star": lambda: coding.star_passages(project, [project.passages.at(source, 3, 9)], True),  # type: ignore[list-item]
    }
    return {name: len(statements(project, action)) for name, action in actions.items()}


def test_a_step_takes_as_many_statements_in_a_project_ten_times_as_large(tmp_path: Path) -> None:
    found = []
    for name, sources, passages in (("kecil", 2, 40), ("besar", 20, 400)):
        project, source = filled(tmp_path / f"{name}.makna", sources, passages)
        found.append(numbers(project, source))
        project.close()
    assert found[0] == found[1]
    assert max(found[0].values()) < 50


def size(path: Path) -> int:
    return path.stat().st_size


@pytest.mark.parametrize("way", ["steps of their own", "one step, as while typing"])
def test_a_hundred_corrections_of_a_long_dense_text_add_little(tmp_path: Path, way: str) -> None:
    path = tmp_path / "panjang.makna"
    project, source = filled(path, 1, 5_000)
    assert project.texts.length(source) > 300_000
    project.checkpoint()
    before, step = size(path), None
    for number in range(100):
        at = number * 2_900
        changes = correcting.edit_text(project, source, at, at + 2, "x y z", amend=step).changes
        step = changes.step if way.startswith("one") else None
    project.checkpoint()
    held = project.raw.execute("SELECT sum(length(operations)) FROM history").fetchone()[0]
    project.close()
    assert size(path) - before <= 1_000_000
    assert held <= 1_000_000


def test_twenty_thousand_codings_made_in_one_step_are_undone_and_redone(tmp_path: Path) -> None:
    project, source = filled(tmp_path / "banyak.makna", 1, 5_000)
    codes = [codebook.add_code(project, f"M{n}").value for n in range(4)]
    spans = [Span(source, at, at + 50) for at in range(0, 300_000, 60)]
    with project.transact(Message.of("step.add_code", code="M")):
        for code in codes:
            code_spans(project, spans, code)
    assert project.overview.info().codings == 25_000
    history.undo(project)
    assert project.overview.info().codings == 5_000
    history.redo(project)
    assert project.overview.info().codings == 25_000
    project.close()
