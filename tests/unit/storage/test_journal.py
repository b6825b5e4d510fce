"""What SQLite records of each change, and what the history makes of it."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from sqlite3 import OperationalError
from typing import Any

import pytest

from makna.domain.changes import Touched
from makna.domain.errors import UserError
from makna.domain.model import SourceId
from makna.domain.wording import Message
from makna.services import codebook, coding, correcting, history, memos
from makna.storage.base import Base, Journalled
from makna.storage.journal import Line, coalesced, counts, pack, touched, unpack
from makna.storage.project import Project
from makna.storage.tables import JOURNALLED, CoderRow

STEP = Message.of("step.describe_project")
NASTY = '😀 "kutip" \'tanda\' \\ \t tab\nbaris\u2028lunak\x7f\x1f [1,2] {"a":null} %s ?1 é e\u0301'
ALL = pytest.mark.parametrize("mapped", JOURNALLED, ids=lambda mapped: mapped.__tablename__)


def line(
    operation: str, key: int, before: str = "{}", after: str = "{}", table: str = "code"
) -> Line:
    return Line(table, operation, key, None, before, after)


def row_of(mapped: type[Journalled], key: int, words: str) -> dict[str, Any]:
    """Values for every column of a table; numbers that allow it are NULL."""
    table = Base.metadata.tables[mapped.__tablename__]  # type: ignore[attr-defined]
    values: dict[str, Any] = {"id": key}
    for column in table.columns:
        if column.name != "id":
            number = None if column.nullable else key
            values[column.name] = words if column.type.python_type is str else number
    return values


def all_rows(project: Project, mapped: type[Journalled]) -> list[tuple[Any, ...]]:
    name = mapped.__tablename__  # type: ignore[attr-defined]
    return project.raw.execute(f'SELECT * FROM "{name}" ORDER BY id').fetchall()


@ALL
def test_every_table_comes_back_with_every_character(
    project: Project, mapped: type[Journalled]
) -> None:
    table = Base.metadata.tables[mapped.__tablename__]  # type: ignore[attr-defined]
    connection, raw = project._connection, project.raw
    raw.execute("PRAGMA foreign_keys=OFF")
    states = [all_rows(project, mapped)]
    first, then = row_of(mapped, 77, NASTY), row_of(mapped, 78, "")
    for statement in (
        table.insert().values(**first),
        table.update().where(table.c.id == 77).values(**{**then, "id": 77}),
        table.delete().where(table.c.id == 77),
    ):
        with project.transact(STEP):
            connection.execute(statement)
        states.append(all_rows(project, mapped))
    for state in reversed(states[:-1]):
        project.undo()
        assert all_rows(project, mapped) == state
    for state in states[1:]:
        project.redo()
        assert all_rows(project, mapped) == state


def test_no_table_is_forgotten_and_only_coders_stay_out() -> None:
    assert {*Journalled.__subclasses__()} - {*JOURNALLED} == {CoderRow}


@ALL
def test_rows_can_be_written_as_json(mapped: type[Journalled]) -> None:
    """No REAL, which JSON rounds, and no BLOB, which it cannot hold; one key, never used twice."""
    table = Base.metadata.tables[mapped.__tablename__]  # type: ignore[attr-defined]
    assert {column.type.python_type for column in table.columns} <= {str, int}
    assert [column.name for column in table.primary_key] == ["id"]
    assert table.dialect_options["sqlite"]["autoincrement"]
    assert all(key.ondelete is None for key in table.foreign_keys)


def test_what_the_database_cannot_keep_is_marked_and_cuts_nothing(project: Project) -> None:
    memo = memos.write_memo(project, "Nol \udcff", "sebelum\0sesudah").value
    memos.change_memo(project, memo, body="lain")
    history.undo(project)
    assert memos.get_memo(project, memo).body == "sebelum\ufffdsesudah"
    assert project.history.entries()[1].label.text("id") == "Memo baru “Nol \ufffd”"


def test_writing_outside_a_step_is_refused(project: Project) -> None:
    with pytest.raises(OperationalError, match="readonly"):
        project.overview.update(memo="diam-diam")
    assert project.overview.info().memo == ""


def test_an_exception_takes_everything_back(project: Project) -> None:
    with pytest.raises(ZeroDivisionError), project.transact(STEP):
        project.overview.update(memo="separuh")
        raise ZeroDivisionError
    assert project.overview.info().memo == ""
    assert project.history.entries() == []
    assert not project.in_step


def test_a_step_inside_a_step_joins_it(project: Project) -> None:
    with project.transact(STEP) as outer:
        first = codebook.add_code(project, "Satu")
        codebook.add_code(project, "Dua")
        assert not first.changes
    assert [entry.label for entry in project.history.entries()] == [STEP]
    assert outer.changes.keys("code") == {1, 2}
    history.undo(project)
    assert len(project.codes.tree()) == 0


def test_a_step_that_changes_nothing_leaves_no_trace(project: Project) -> None:
    code = codebook.add_code(project, "Satu", color="#112233").value
    history.undo(project)
    history.redo(project)
    history.undo(project)
    with project.transact(STEP) as step:
        project.overview.update(memo="")
    assert not step.changes
    assert len(project.history.entries()) == 1
    assert history.redo(project).value
    assert codebook.describe_code(project, code, color="#112233").changes.step is None
    assert len(project.history.entries()) == 1


def test_counts_say_how_many_rows_of_what(project: Project, source: SourceId) -> None:
    code = codebook.add_code(project, "Citra").value
    coding.apply_code(project, source, 0, 8, code)
    latest = project.history.entries(1)[0]
    assert latest.counts == {"passage": [1, 0, 0], "coding": [1, 0, 0]}
    assert (latest.coder, latest.state) == ("Sari", "done")
    codebook.delete_codes(project, [code])
    assert project.history.entries(1)[0].counts == {
        "coding": [0, 0, 1],
        "passage": [0, 0, 1],
        "code": [0, 0, 1],
    }


def test_a_new_step_ends_redo_and_the_trail_keeps_all(project: Project) -> None:
    for name in ("Satu", "Dua"):
        codebook.add_code(project, name)
    history.undo(project)
    codebook.add_code(project, "Tiga")
    assert not history.redo(project).value
    assert [entry.state for entry in history.trail(project)] == ["done", "dropped", "done"]
    history.undo(project, 2)
    history.redo(project, 9)
    assert [c.name for c in project.codes.tree().ordered] == ["Satu", "Tiga"]


def test_typing_joins_the_latest_step_and_no_other(project: Project) -> None:
    first = memos.write_memo(project, "Catatan", "").changes.step
    memo = project.memos.all()[0].id
    for body in ("s", "sa", "sat", "satu"):
        memos.change_memo(project, memo, body=body, amend=first)
    assert len(project.history.entries()) == 1
    codebook.add_code(project, "Sela")
    memos.change_memo(project, memo, body="satu dua", amend=first)
    assert len(project.history.entries()) == 3
    history.undo(project, 3)
    assert project.memos.all() == []
    history.redo(project, 3)
    assert project.memos.all()[0].body == "satu dua"


def test_an_undone_step_is_not_amended(project: Project) -> None:
    step = codebook.add_code(project, "Satu").changes.step
    codebook.add_code(project, "Dua")
    history.undo(project)
    codebook.describe_code(project, project.codes.tree().find("Satu").id, memo="x", amend=step)
    assert [entry.state for entry in history.trail(project)] == ["done", "dropped", "done"]


@pytest.mark.parametrize(
    "damage",
    ["UPDATE code SET name = 'Lain'", "DELETE FROM code", "UPDATE code SET id = 99"],
)
def test_a_row_that_is_not_as_left_stops_undo_and_nothing_changes(
    project: Project, damage: str
) -> None:
    codebook.add_code(project, "Satu")
    with project.writing():
        project.raw.execute(damage)
        project.forget_journal()
    before = project.raw.execute("SELECT * FROM code").fetchall()
    with pytest.raises(UserError) as caught:
        history.undo(project)
    assert caught.value.key == "history_mismatch"
    assert project.raw.execute("SELECT * FROM code").fetchall() == before
    assert project.history.entries()[0].state == "done"
    codebook.add_code(project, "Tetap bisa bekerja")


@pytest.mark.parametrize("rank", [0, 1, 2])
def test_any_row_of_a_step_that_is_not_as_left_stops_undo(project: Project, rank: int) -> None:
    codes = [codebook.add_code(project, name).value for name in ("Satu", "Dua", "Tiga")]
    codebook.delete_codes(project, codes)
    history.undo(project)
    with project.writing():
        project.raw.execute("UPDATE code SET memo = 'lain' WHERE id = ?", (codes[rank],))
        project.forget_journal()
    with pytest.raises(UserError) as caught:
        history.redo(project)
    assert caught.value.key == "history_mismatch"
    assert len(project.codes.tree()) == 3


@pytest.mark.parametrize("damage", ["text", "layout"])
def test_a_text_that_is_not_as_left_stops_undo(
    project: Project, source: SourceId, damage: str
) -> None:
    correcting.edit_text(project, source, 3, 3, "XX")
    with project.writing():
        if damage == "text":
            project.raw.execute("UPDATE source_text SET text = replace(text, 'XX', 'YY')")
        else:
            project.raw.execute("UPDATE source_layout SET blocks = ?", (zlib.compress(b"[1]"),))
    before = project.texts.text(source)
    with pytest.raises(UserError) as caught:
        history.undo(project)
    assert caught.value.key == "history_mismatch"
    assert project.texts.text(source) == before


def test_rows_changed_by_turns_in_one_step_come_back(project: Project) -> None:
    a, b = (codebook.add_code(project, name).value for name in "ab")
    with project.transact(STEP):
        for memo in ("1", "2", "3"):
            project.codes.update(a, memo=memo)
            project.codes.update(b, memo=memo)
    history.undo(project)
    assert [c.memo for c in project.codes.tree().ordered] == ["", ""]
    history.redo(project)
    assert [c.memo for c in project.codes.tree().ordered] == ["3", "3"]


def test_the_trail_is_the_same_after_opening_again(
    project: Project, source: SourceId, reopened: Callable[[Project], Project]
) -> None:
    coding.apply_new_code(project, source, 0, 8, "Citra")
    history.undo(project)
    trail = history.trail(project)
    again = reopened(project)
    try:
        assert history.trail(again) == trail
        assert history.redo(again).value[0].label == Message.of("step.apply_new_code", code="Citra")
        assert history.redo(again).value == []
        assert len(history.undo(again, 9).value) == 2
    finally:
        again.close()


def test_going_to_a_step_undoes_and_redoes(project: Project) -> None:
    for name in ("Satu", "Dua", "Tiga"):
        codebook.add_code(project, name)
    history.go_to(project, project.history.entries()[2].id)
    assert [c.name for c in project.codes.tree().ordered] == ["Satu"]
    history.go_to(project, project.history.entries()[1].id)
    assert [c.name for c in project.codes.tree().ordered] == ["Satu", "Dua"]


def test_changes_name_the_rows_the_texts_and_the_cause(project: Project, source: SourceId) -> None:
    done = coding.apply_new_code(project, source, 0, 8, "Citra")
    passage = done.value[1].passage
    assert done.changes.of("passage") == [Touched("passage", passage, "insert", source)]
    assert done.changes.parents("coding") == {passage}
    edited = correcting.edit_text(project, source, 0, 0, "x").changes
    assert (edited.texts, edited.cause) == ({source}, "done")
    undone = history.undo(project, 2).changes
    assert undone.texts == {source}
    assert project.undo() is not None


def test_undo_announces_what_it_takes_away(project: Project) -> None:
    codebook.add_code(project, "Satu")
    found = project.undo()
    assert found is not None
    assert found[1].rows == (Touched("code", 1, "delete"),)
    assert found[1].cause == "undone"
    found = project.redo()
    assert found is not None
    assert (found[1].rows, found[1].cause) == ((Touched("code", 1, "insert"),), "redone")


def test_updates_of_a_row_in_a_row_become_one() -> None:
    lines = [line("U", 1, "a", "b"), line("U", 1, "b", "c"), line("U", 2), line("U", 1, "c", "d")]
    assert coalesced(lines) == [line("U", 1, "a", "c"), line("U", 2), line("U", 1, "c", "d")]


def test_text_edits_never_become_one() -> None:
    lines = [line("U", 1, "", "a", "splice"), line("U", 1, "", "b", "splice")]
    assert coalesced(lines) == lines


@pytest.mark.parametrize(
    ("operations", "told"),
    [("I", "insert"), ("IU", "insert"), ("UU", "update"), ("UD", "delete"), ("DI", "update")],
)
def test_a_row_is_told_once_with_what_became_of_it(operations: str, told: str) -> None:
    assert touched(line(op, 1) for op in operations) == (Touched("code", 1, told),)  # type: ignore[arg-type]


def test_lines_are_packed_and_unpacked() -> None:
    lines = [line("I", 1, "", '{"a":"\\t\\n\u2028"}'), Line("coding", "U", 2, 7, "a", "b")]
    assert unpack(pack(lines)) == lines
    assert unpack(pack([])) == []
    assert counts(lines) == {"code": [1, 0, 0], "coding": [0, 1, 0]}
