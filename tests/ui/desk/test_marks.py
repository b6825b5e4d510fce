"""Which passages a page reads after a step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from makna.domain.model import PassageId, SourceId
from makna.domain.wording import Message
from makna.services import codebook, history, sources
from makna.services.importing import import_text
from makna.services.span_coding import Span, code_spans
from makna.ui.desk import marks
from makna.ui.desk.marks import Marks
from makna.ui.session import Session

TEXT = "Kami membaca semua komentar.\n" * 20


@pytest.fixture
def two(session: Session, monkeypatch: pytest.MonkeyPatch) -> tuple[SourceId, SourceId]:
    """Two sources with ten passages each, of the codes A and B."""
    monkeypatch.setattr(marks, "MANY", 5)
    project = session.project
    made = [import_text(project, name, TEXT).value.id for name in ("Satu", "Dua")]
    codes = [codebook.add_code(project, name).value for name in ("A", "B")]
    for source in made:
        for at in range(10):
            code_spans(project, [Span(source, 29 * at, 29 * at + 20)], codes[at % 2])
    return made[0], made[1]


@contextmanager
def read(project: Any) -> Iterator[list[PassageId]]:
    """The passages that are asked for."""
    asked: list[PassageId] = []
    by_ids = project.passages.by_ids

    def noting(wanted: Any) -> Any:
        wanted = list(wanted)
        asked.extend(wanted)
        return by_ids(wanted)

    project.passages.by_ids = noting
    try:
        yield asked
    finally:
        del project.passages.by_ids


def test_passages_of_another_source_are_not_read(
    session: Session, two: tuple[SourceId, SourceId]
) -> None:
    here = Marks(session.project, two[0])
    here.all()
    for step in (
        lambda: sources.remove_sources(session.project, [two[1]]),
        lambda: history.undo(session.project),
    ):
        changes = step().changes
        with read(session.project) as asked:
            change = here.after(changes)
        assert changes.keys("passage")
        assert asked == []
        assert change == marks.MarkChange(frozenset(), ())


def test_of_a_step_that_touched_many_passages_those_here_are_read(
    session: Session, two: tuple[SourceId, SourceId]
) -> None:
    project, here = session.project, Marks(session.project, two[0])
    before = here.all()
    tree = project.codes.tree(counted=False)
    a, b = tree.find("A").id, tree.find("B").id
    rows = [{"key": coding.id, "code_id": b} for coding, _ in project.passages.codings_of(a)]
    with project.transact(Message.of("step.move_edges")) as step:
        project.passages.update_codings(rows)
    changes = step.changes
    with read(project) as asked:
        change = here.after(changes)
    assert len(changes.parents("coding")) == 10
    assert len(asked) == 5
    assert change is not None
    assert {mark.code_id for mark in change.added} == {b}
    assert len(before) == len(here.all()) == 10


@pytest.fixture
def many(session: Session, monkeypatch: pytest.MonkeyPatch) -> SourceId:
    """A source with forty codings, of which ten are read at a time."""
    monkeypatch.setattr(marks, "AT_ONCE", 10)
    source = import_text(session.project, "Panjang", TEXT * 2).value.id
    code = codebook.add_code(session.project, "A").value
    for at in range(40):
        code_spans(session.project, [Span(source, 29 * at, 29 * at + 20)], code)
    return source


def test_what_is_looked_at_is_read_at_once_and_each_mark_is_told_once(
    session: Session, many: SourceId
) -> None:
    told: list[Any] = []
    here = Marks(session.project, many, told.extend)
    here.begin()
    assert [mark.start for mark in here.between(29 * 20, 29 * 22)] == [29 * 20, 29 * 21]
    assert told == []
    here.go_on()
    assert [mark.start for mark in told] == [29 * at for at in range(10)]
    while here.unread:
        here.go_on()
    assert len(told) == 38 and here.between(0, 5_000) == []
    assert [mark.start for mark in here.shown()] == [29 * at for at in range(40)]


def test_for_a_chosen_passage_no_others_are_read(session: Session, many: SourceId) -> None:
    told: list[Any] = []
    here = Marks(session.project, many, told.extend)
    here.begin()
    passage = session.project.passages.of_source(many)[30]
    assert [mark.start for mark in here.passage(passage.id)] == [passage.start]
    assert [mark.start for mark in told] == [passage.start]
    assert here.unread


def test_a_page_that_is_being_closed_reads_no_more(session: Session, many: SourceId) -> None:
    here = Marks(session.project, many)
    here.begin()
    here.stop()
    assert here.between(0, 5_000) == [] and not here.unread
