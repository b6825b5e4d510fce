"""Rows that go for good, with all that hangs on them and all that only they needed."""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from makna.domain.model import CodeOrigin
from makna.storage.connection import raw_connection
from makna.storage.history import touches
from makna.storage.journal import Line, unpack
from makna.storage.mapped import tables
from makna.storage.project import Mine, Project
from makna.storage.rows import IN_LIMIT, batched

_LINKED = {"source": "source", "passage": "passage", "code": "code", "cases": "case"}
"""Table → what `memo_link.target_type` calls its rows."""
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Gone:
    """A source or case that was removed, or undone, and lives on in the history."""

    key: int
    guid: str
    name: str


def removed(raw: sqlite3.Connection, table: str) -> list[Gone]:
    """Rows of `source` or `cases` that undo or redo could bring back, each as it was last."""
    found: dict[int, Gone] = {}
    for line in _lines(raw):
        if line.table == table and (line.before or line.after):
            row = json.loads(line.before or line.after)
            found[line.key] = Gone(line.key, row["guid"], row["name"])
    live = {key for (key,) in raw.execute(f'SELECT id FROM "{table}"')}
    return [gone for key, gone in found.items() if key not in live]


def removed_sources_of(raw: sqlite3.Connection, case: int) -> list[Gone]:
    """Removed sources that were linked to this case, and never to another."""
    cases: dict[int, set[int]] = {}
    for line in _lines(raw):
        if line.table == "case_source" and line.parent is not None:
            cases.setdefault(line.parent, set()).update(_case_of(line))
    return [gone for gone in removed(raw, "source") if cases.get(gone.key) == {case}]


def belongings(raw: sqlite3.Connection, sources: Iterable[int], cases: Iterable[int]) -> Mine:
    """The sources and cases with all passages and speakers they have or ever had."""
    mine: dict[str, set[int]] = {"source": set(sources), "cases": set(cases)}
    mine["passage"] = _keys(raw, "passage", "source_id", mine["source"])
    mine["speaker"] = _keys(raw, "speaker", "source_id", mine["source"])
    mine["speaker"] |= _keys(raw, "speaker", "case_id", mine["cases"])
    for line in _lines(raw):
        if line.table in ("passage", "speaker") and line.parent in mine["source"]:
            mine[line.table].add(line.key)
        elif line.table == "speaker" and _case_of(line) & mine["cases"]:
            mine["speaker"].add(line.key)
    return mine


def speakers_named(raw: sqlite3.Connection, keys: Iterable[int]) -> set[str]:
    """What these speakers are called, or ever were; without those who ask."""
    wanted = set(keys)
    rows = raw.execute("SELECT id, name FROM speaker WHERE NOT interviewer")
    found = {str(name) for key, name in rows if key in wanted}
    for line in _lines(raw):
        if line.table == "speaker" and line.key in wanted:
            images = (json.loads(image) for image in (line.before, line.after) if image)
            found.update(str(image["name"]) for image in images if not image["interviewer"])
    return found


def words_of_theirs(raw: sqlite3.Connection, mine: Mine) -> set[int]:
    """Codes that were made in a step about these rows and name what was said in them.

    Steps about such a code, its renaming too, carry the words in their labels.
    """
    found: set[int] = set()
    for (operations,) in raw.execute("SELECT operations FROM history"):
        lines = unpack(operations)
        if any(touches(line, mine) for line in lines):
            found.update(line.key for line in lines if _is_in_vivo(line))
    return found


def delete_for_good(project: Project, sources: Iterable[int], cases: Iterable[int]) -> None:
    """Delete rows, texts, looks and blobs; what was removed before goes too. Inside `erase`."""
    raw = project.raw
    delete_with_all(raw, "cases", set(cases))
    delete_with_all(raw, "source", set(sources))
    for table in ("source_text", "source_layout"):
        raw.execute(f"DELETE FROM {table} WHERE source_id NOT IN (SELECT id FROM source)")
    needed = set(_needed_blobs(raw))
    for (name,) in raw.execute("SELECT sha256 FROM blob").fetchall():
        if name not in needed:
            raw.execute("DELETE FROM blob WHERE sha256 = ?", (name,))
    # Open tabs, filters and recent things; none of it is worth a word that stays behind.
    raw.execute("DELETE FROM view_state WHERE key <> 'opened_by'")


def holds(path: Path, mine: Mine, guids: Iterable[str]) -> bool:
    """Whether a backup still holds one of the rows: there, as a text, or in its history.

    One that cannot be read counts as holding: nobody can say that it does not.
    """
    try:
        raw = raw_connection(path, read_only=True)
        try:
            return _holds(raw, mine, set(guids))
        finally:
            raw.close()
    except (sqlite3.Error, zlib.error, ValueError, LookupError):
        return True


def _holds(raw: sqlite3.Connection, mine: Mine, guids: set[str]) -> bool:
    for table in ("source", "cases"):
        if guids & {guid for (guid,) in raw.execute(f"SELECT guid FROM {table}")}:
            return True
    texts = {key for (key,) in raw.execute("SELECT source_id FROM source_text")}
    if texts & set(mine["source"]):
        return True
    lines = (line for line in _lines(raw) if line.before or line.after)
    return any(touches(line, mine) for line in lines)


def delete_with_all(raw: sqlite3.Connection, table: str, keys: set[int]) -> None:
    """Rows and, first, all that refers to them; a reference that may be empty is emptied."""
    if not keys:
        return
    for child in tables.Base.metadata.tables.values():
        for column in child.columns:
            if not any(key.target_fullname == f"{table}.id" for key in column.foreign_keys):
                continue
            hanging = _keys(raw, child.name, column.name, keys)
            if column.nullable:
                _each(raw, f'UPDATE "{child.name}" SET "{column.name}" = NULL WHERE id', hanging)
            else:
                delete_with_all(raw, child.name, hanging)
    if table in _LINKED:
        # By type and key, without a foreign key.
        condition = f"target_type = '{_LINKED[table]}' AND target_id"
        _each(raw, f"DELETE FROM memo_link WHERE {condition}", keys)
    _each(raw, f'DELETE FROM "{table}" WHERE id', keys)


def _each(raw: sqlite3.Connection, statement: str, keys: set[int]) -> None:
    for some in batched(sorted(keys), IN_LIMIT):
        raw.execute(f"{statement} IN ({','.join('?' * len(some))})", some)


def _keys(raw: sqlite3.Connection, table: str, column: str, values: set[int]) -> set[int]:
    found: set[int] = set()
    for some in batched(sorted(values), IN_LIMIT):
        marks = ",".join("?" * len(some))
        rows = raw.execute(f'SELECT id FROM "{table}" WHERE "{column}" IN ({marks})', some)
        found.update(key for (key,) in rows)
    return found


def _needed_blobs(raw: sqlite3.Connection) -> Iterator[str]:
    """Names of blobs that a row, a text's looks or a setting still refers to."""
    for mapped in tables.JOURNALLED:
        table = tables.Base.metadata.tables[mapped.__tablename__]  # type: ignore[attr-defined]
        if "sha256" in table.columns:
            yield from (name for (name,) in raw.execute(f'SELECT sha256 FROM "{table.name}"'))
    for (settings,) in raw.execute("SELECT settings FROM chapter"):
        yield from _SHA256.findall(settings)


def _lines(raw: sqlite3.Connection) -> Iterator[Line]:
    steps = raw.execute("SELECT id FROM history ORDER BY id").fetchall()
    for (step,) in steps:
        row = raw.execute("SELECT operations FROM history WHERE id = ?", (step,)).fetchone()
        yield from unpack(row[0])


def _is_in_vivo(line: Line) -> bool:
    made = line.table == "code" and line.operation == "I" and line.after
    return bool(made) and json.loads(line.after)["origin"] == CodeOrigin.IN_VIVO


def _case_of(line: Line) -> set[int]:
    images = (json.loads(image) for image in (line.before, line.after) if image)
    return {image["case_id"] for image in images if image.get("case_id") is not None}
