"""What each statement changed, recorded by SQLite itself, and the way back.

TEMP triggers, made from the mappings, write one line a changed row into a TEMP table: the row
before and the row after as JSON. A step's lines are the whole truth about it: read backwards they
undo it, forwards they redo it, and whom they touch is what views are told. Replaying runs under the
same triggers, so an undo announces itself like any other change.

Images hold the row before *and* after, though one of them could be read from the table: so a step
never has to be rewritten while it is undone, and both directions can check what they overwrite.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from makna.domain.changes import Operation, Touched
from makna.domain.errors import UserError
from makna.storage.outline import JOURNALLED
from makna.storage.packing import unpacked

SPLICE = "splice"
"""Stands for a table in the lines of text edits; `texts` applies them."""

_OPERATIONS: dict[str, Operation] = {"I": "insert", "U": "update", "D": "delete"}


@dataclass(frozen=True)
class Line:
    """One changed row, or one splice (then `before` is empty and `after` its JSON)."""

    table: str
    operation: str
    key: int
    parent: int | None
    before: str
    after: str

    def packed(self) -> str:
        parent = "" if self.parent is None else str(self.parent)
        return "\t".join(
            (self.table, self.operation, str(self.key), parent, self.before, self.after)
        )

    @classmethod
    def unpacked(cls, packed: str) -> Line:
        # JSON escapes tabs and line feeds, so neither occurs inside an image.
        table, operation, key, parent, before, after = packed.split("\t")
        return cls(table, operation, int(key), int(parent) if parent else None, before, after)

    def reversed(self) -> Line:
        swapped = {"I": "D", "D": "I"}.get(self.operation, self.operation)
        return Line(self.table, swapped, self.key, self.parent, self.after, self.before)


def pack(lines: Sequence[Line]) -> bytes:
    return zlib.compress("\n".join(line.packed() for line in lines).encode("utf-8"), 6)


def unpack(operations: bytes) -> list[Line]:
    """Raises zlib.error for what is no pack, ValueError for lines that are none."""
    text = unpacked(operations).decode("utf-8")
    return [Line.unpacked(packed) for packed in text.split("\n")] if text else []


def coalesced(lines: Iterable[Line]) -> list[Line]:
    """The same change in fewer lines: an update that follows an update of its row joins it."""
    kept: list[Line] = []
    for line in lines:
        last = kept[-1] if kept else None
        if last and _updates_again(last, line):
            kept[-1] = replace(line, before=last.before)
        else:
            kept.append(line)
    return kept


def _runs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Stretches of one operation on one table, no row twice: each is verified before it is done."""
    run: list[Line] = []
    seen: set[int] = set()
    for line in lines:
        alike = run and (run[0].table, run[0].operation) == (line.table, line.operation)
        if run and (not alike or line.key in seen):
            yield run
            run, seen = [], set()
        run.append(line)
        seen.add(line.key)
    if run:
        yield run


def _updates_again(last: Line, line: Line) -> bool:
    same_row = (last.table, last.key) == (line.table, line.key)
    return same_row and last.operation == line.operation == "U" and line.table != SPLICE


def touched(lines: Iterable[Line]) -> tuple[Touched, ...]:
    """Whom the lines touch, each row once, by its first operation and its last existence."""
    found: dict[tuple[str, int], Touched] = {}
    for line in lines:
        if line.table == SPLICE:
            continue
        key = (line.table, line.key)
        operation = _OPERATIONS[line.operation]
        before = found.get(key)
        if before is not None and operation != "delete":
            # Made and then changed is still new; taken away and put back was only changed.
            operation = "insert" if before.operation == "insert" else "update"
        found[key] = Touched(line.table, line.key, operation, line.parent)
    return tuple(found.values())


def counts(lines: Iterable[Line]) -> dict[str, list[int]]:
    """Table → rows inserted, updated, deleted."""
    found: dict[str, list[int]] = {}
    for line in lines:
        row = found.setdefault(line.table, [0, 0, 0])
        row["IUD".index(line.operation)] += 1
    return found


def _image(alias: str, table: str) -> str:
    columns = JOURNALLED[table].columns
    pairs = ", ".join(f"'{name}', {alias}\"{name}\"" for name in columns)
    return f"json_object({pairs})"


def _trigger_statements(name: str) -> Iterator[str]:
    table = JOURNALLED[name]
    loud = [column for column in table.columns if column not in ("id", *table.quiet)]
    changed = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in loud)
    old, new = _image("OLD.", name), _image("NEW.", name)
    events = (
        ("I", "INSERT", "NEW", "NULL", new),
        ("U", f"UPDATE OF {', '.join(_quoted(loud))}", "NEW", old, new),
        ("D", "DELETE", "OLD", old, "NULL"),
    )
    for operation, event, side, before, after in events:
        when = f"WHEN {changed} " if operation == "U" else ""
        parent = f'{side}."{table.parent}"' if table.parent else "NULL"
        yield (
            f'CREATE TEMP TRIGGER "journal_{name}_{operation}" AFTER {event}'
            f' ON main."{name}" {when}'
            "BEGIN INSERT INTO step_journal (tbl, op, key, parent, before, after) VALUES "
            f"('{name}', '{operation}', {side}.id, {parent}, {before}, {after}); END"
        )


def _quoted(names: Iterable[str]) -> list[str]:
    return [f'"{name}"' for name in names]


class Journal:
    """The journal of one writing connection."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw

    def install(self) -> None:
        """Create the TEMP table and triggers; after any migration, never before."""
        self._raw.execute(
            "CREATE TEMP TABLE step_journal (seq INTEGER PRIMARY KEY, tbl TEXT, op TEXT,"
            " key INTEGER, parent INTEGER, before TEXT, after TEXT)"
        )
        for table in JOURNALLED:
            for statement in _trigger_statements(table):
                self._raw.execute(statement)

    def clear(self) -> None:
        self._raw.execute("DELETE FROM temp.step_journal")

    def note_splice(self, source: int, record: str) -> None:
        """Record a text edit, whose rows the triggers are silent about."""
        self._raw.execute(
            "INSERT INTO temp.step_journal (tbl, op, key, parent, before, after)"
            " VALUES (?, 'U', ?, ?, '', ?)",
            (SPLICE, source, source, record),
        )

    def lines(self) -> list[Line]:
        rows = self._raw.execute(
            "SELECT tbl, op, key, parent, coalesce(before, ''), coalesce(after, '')"
            " FROM temp.step_journal ORDER BY seq"
        )
        return [Line(*row) for row in rows]

    def replay(self, lines: Sequence[Line]) -> None:
        """Make the tables as the lines say, one run of like operations at a time.

        Splices must have been taken out by the caller. Raises UserError (`history_mismatch`) when a
        row is not what the history left behind; the caller rolls back.
        """
        for run in _runs(lines):
            if run[0].table not in JOURNALLED or run[0].operation not in _OPERATIONS:
                # No program of ours wrote this.
                raise UserError("history_mismatch")
            {"I": self._insert, "U": self._update, "D": self._delete}[run[0].operation](
                run[0].table, run
            )

    def _insert(self, table: str, lines: list[Line]) -> None:
        columns = JOURNALLED[table].columns
        values = ", ".join(f"json_extract(?1, '$.{column}')" for column in columns)
        self._raw.executemany(
            f'INSERT INTO main."{table}" ({", ".join(_quoted(columns))}) VALUES ({values})',
            [(line.after,) for line in lines],
        )

    def _update(self, table: str, lines: list[Line]) -> None:
        self._verify(table, lines)
        columns = [column for column in JOURNALLED[table].columns if column != "id"]
        values = ", ".join(f"\"{column}\" = json_extract(?1, '$.{column}')" for column in columns)
        self._raw.executemany(
            f'UPDATE main."{table}" SET {values} WHERE id = ?2',
            [(line.after, line.key) for line in lines],
        )

    def _delete(self, table: str, lines: list[Line]) -> None:
        self._verify(table, lines)
        self._raw.executemany(
            f'DELETE FROM main."{table}" WHERE id = ?', [(line.key,) for line in lines]
        )

    def _verify(self, table: str, lines: list[Line]) -> None:
        query = f'SELECT {_image("", table)} FROM main."{table}" WHERE id = ?'
        for line in lines:
            if self._raw.execute(query, (line.key,)).fetchone() != (line.before,):
                raise UserError("history_mismatch")


@contextmanager
def as_left_behind() -> Iterator[None]:
    """Rows that do not fit any more, or never were a program's of ours: told, and nothing changed.

    Images that are no JSON, or lack what a row needs; references to what is gone past the history.
    """
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        if name == "SQLITE_ERROR" or name.startswith("SQLITE_CONSTRAINT"):
            raise UserError("history_mismatch") from error
        raise
