"""A chapter of hundreds of quotations is quick to plan and to write."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from makna.domain.identity import Identity
from makna.services import codebook, importing, projects, writing
from makna.services.chapter_live import LivePlan
from makna.services.chapter_plan import chapter_plan
from makna.services.export_options import ExportOptions
from makna.services.exporting import export
from makna.services.span_coding import Span, code_spans
from makna.storage.project import Project

TURN = (
    "Rina: Setiap komentar kami baca dan admin wajib menjawab dalam dua puluh empat jam, begitu.\n"
)


def filled(path: Path, sources: int, quotations: int) -> Project:
    """A project whose sources are spread over twenty codes, with so many quotations in all."""
    project = projects.create_project(path, path.stem, "id", Identity("g", "Sari"))
    codes = [codebook.add_path(project, f"Tema {n // 5} > Kode {n}").value for n in range(20)]
    each = quotations // sources
    for number in range(sources):
        source = importing.import_text(project, f"I{number}", TURN * each).value.id
        starts = [rank * len(TURN) + len("Rina: ") for rank in range(each)]
        spans = [Span(source, start, start + 60) for start in starts]
        for rank, code in enumerate(codes):
            code_spans(project, spans[rank::20], code)
    writing.create_chapter(project)
    return project


def statements(project: Project, action: Callable[[], object]) -> int:
    seen: list[str] = []
    project.raw.set_trace_callback(seen.append)
    try:
        action()
    finally:
        project.raw.set_trace_callback(None)
    return len(seen)


def plan(project: Project) -> None:
    chapter_plan(project, project.chapters.all()[0].id)


def test_statements_do_not_grow_with_quotations_and_sections(tmp_path: Path) -> None:
    few, many = filled(tmp_path / "A.makna", 2, 10), filled(tmp_path / "B.makna", 2, 120)
    first, second = statements(few, lambda: plan(few)), statements(many, lambda: plan(many))
    few.close()
    many.close()
    assert first == second < 40


def test_a_source_more_costs_a_handful_of_statements(tmp_path: Path) -> None:
    two, six = filled(tmp_path / "A.makna", 2, 24), filled(tmp_path / "B.makna", 6, 24)
    more = statements(six, lambda: plan(six)) - statements(two, lambda: plan(two))
    two.close()
    six.close()
    assert more <= 4 * 7


@pytest.mark.parametrize("reference", ["", "footnote", "answer-number"])
def test_ten_times_the_quotations_take_about_ten_times_as_long(
    tmp_path: Path, reference: str
) -> None:
    options = ExportOptions(language="id", reference=reference)
    seconds = []
    for name, quotations in (("A", 30), ("B", 300)):
        project = filled(tmp_path / f"{name}.makna", 10, quotations)
        took = []
        for _ in range(3):
            started = time.process_time()
            done = export(project, "chapter", tmp_path / "Bab.docx", options)
            took.append(time.process_time() - started)
        project.close()
        assert done.items == quotations
        seconds.append(min(took))
    assert seconds[1] < 15 * seconds[0]


def test_opening_a_section_costs_the_same_in_a_project_ten_times_larger(tmp_path: Path) -> None:
    """The outline, the order of a shelf and its first passages; sources are read for these."""

    def opened(project: Project) -> None:
        live = LivePlan(project, project.chapters.all()[0].id)
        section = next(each for each in live.plan.walk() if each.passages)
        live.items(section.code.id, live.order(section.code.id)[:6])

    few, many = filled(tmp_path / "A.makna", 6, 120), filled(tmp_path / "B.makna", 60, 1_200)
    first, second = statements(few, lambda: opened(few)), statements(many, lambda: opened(many))
    few.close()
    many.close()
    assert first == second < 60
