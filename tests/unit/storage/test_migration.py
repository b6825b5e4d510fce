"""Older projects: the newest migration makes today's schema, and upgrading loses nothing."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine

from makna.domain.errors import DamagedProject
from makna.domain.model import SourceId
from makna.paths import migrations_dir
from makna.services import codebook, coding, history, projects
from makna.storage import migration, project_file
from makna.storage.project import Project
from makna.storage.tables import Base

Schema = dict[str, Any]


def schema(path: Path) -> Schema:
    """Tables with columns, keys and references, and indexes, without how they were written."""
    raw = sqlite3.connect(path)
    rows = raw.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        " AND name <> 'alembic_version' ORDER BY name"
    ).fetchall()
    found: Schema = {}
    for kind, name, sql in rows:
        if kind == "table":
            columns = raw.execute(f'PRAGMA table_xinfo("{name}")').fetchall()
            references = raw.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()
            parts = columns, sorted(row[2:] for row in references), sorted(_constraints(sql))
            found[name] = (*parts, "AUTOINCREMENT" in sql)
        else:
            found[name] = re.sub(r"\s+", " ", sql)
    raw.close()
    return found


def _constraints(sql: str) -> list[str]:
    return re.findall(r"CONSTRAINT (\S+)", sql)


def test_the_migrations_make_the_schema_that_the_program_describes(tmp_path: Path) -> None:
    migrated, described = tmp_path / "migrated", tmp_path / "described"
    migrated.touch()
    migration.upgrade(migrated, "")
    engine = create_engine(f"sqlite:///{described}")
    Base.metadata.create_all(engine)
    engine.dispose()
    assert schema(migrated) == schema(described)
    assert len(schema(described)) > 30


def test_head_is_the_newest_revision() -> None:
    names = sorted(p.name for p in (migrations_dir() / "versions").glob("[0-9]*_*.py"))
    assert names[-1].startswith(f"{migration.HEAD}_")
    assert migration.known_revisions() == {name.split("_")[0] for name in names}


MIGRATION = """
import sqlalchemy as sa
from alembic import op

revision = "{head}"
down_revision = "{before}"


def upgrade() -> None:
    with op.batch_alter_table("code", recreate="always") as batch:
        batch.add_column(sa.Column("weight", sa.Integer(), nullable=False, server_default="1"))
    {more}
"""


@pytest.fixture
def next_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Makes the program one revision newer; its migration does `more` besides adding a column."""

    def newer(more: str) -> None:
        folder, head = tmp_path / "migrations", "9998"
        shutil.copytree(migrations_dir(), folder, ignore=shutil.ignore_patterns("__pycache__"))
        words = MIGRATION.format(head=head, before=migration.HEAD, more=more)
        (folder / "versions" / f"{head}_weights.py").write_text(words, "utf-8")
        monkeypatch.setattr(migration, "migrations_dir", lambda: folder)
        for module in (migration, project_file):
            monkeypatch.setattr(module, "HEAD", head)
        migration.known_revisions.cache_clear()

    yield newer
    monkeypatch.undo()
    migration.known_revisions.cache_clear()


@pytest.fixture
def older(project: Project, source: SourceId, path: Path) -> Path:
    """A closed project with codes in three levels, a coding, and a step that was undone."""
    code = codebook.add_path(project, "Tema > Kategori > Kode").value
    coding.apply_code(project, source, 0, 8, code, memo="kenapa")
    codebook.add_code(project, "Batal")
    history.undo(project)
    project.close()
    return path


def rows(path: Path) -> dict[str, int]:
    raw = sqlite3.connect(path)
    found = {
        table.name: raw.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()[0]
        for table in Base.metadata.sorted_tables
    }
    raw.close()
    return found


def test_an_older_project_is_backed_up_then_upgraded_and_keeps_its_rows(
    older: Path, next_schema: Callable[[str], None], tmp_path: Path
) -> None:
    before, bytes_before = rows(older), older.read_bytes()
    next_schema("")
    project = projects.open_project(older, tmp_path / "backups")
    assert project.overview.info().schema == "9998"
    assert [row[0] for row in project.raw.execute("SELECT weight FROM code")] == [1, 1, 1]
    assert {**rows(older), "view_state": 0} == {**before, "view_state": 0}
    assert projects.check_project(project) == []
    backup = projects.list_backups(tmp_path / "backups")[0]
    assert rows(backup.path) == before
    assert backup.path.stat().st_size == len(bytes_before)
    project.close()


def test_the_trail_stays_and_undo_ends_at_the_upgrade(
    older: Path, next_schema: Callable[[str], None], tmp_path: Path
) -> None:
    next_schema("")
    project = projects.open_project(older, tmp_path / "backups")
    assert [e.state for e in history.trail(project)] == ["dropped", "sealed", "sealed", "sealed"]
    assert not history.undo(project).value
    assert not history.redo(project).value
    codebook.rename_code(project, project.codes.tree().find("Kode").id, "Kode baru")
    assert history.undo(project, 9).value[0].state == "done"
    project.close()


@pytest.mark.parametrize(
    "wrong",
    [
        'op.execute("DELETE FROM coding")',
        'op.execute("UPDATE coding SET code_id = 99")',
        'raise RuntimeError("half-way")',
        'op.execute("SELECT nothing")',
    ],
)
def test_a_failed_upgrade_leaves_the_project_as_it_was(
    older: Path, next_schema: Callable[[str], None], tmp_path: Path, wrong: str
) -> None:
    before, how = rows(older), schema(older)
    next_schema(wrong)
    with pytest.raises(Exception) as caught:
        projects.open_project(older, tmp_path / "backups")
    # What would lose rows or references is called so; what is wrong with the migration is a bug.
    assert isinstance(caught.value, DamagedProject) == ("coding" in wrong)
    assert (rows(older), schema(older)) == (before, how)
    assert len(projects.list_backups(tmp_path / "backups")) == 1
    assert not project_file.lock_path(older).exists()
