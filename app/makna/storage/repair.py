"""Making a project keep its own rules again, changing no more than that needs. Inside a step."""

from __future__ import annotations

import json
import sqlite3
import zlib

from makna.domain.document import fits, layout_from_json, layout_to_json, plain_layout
from makna.domain.wording import Message
from makna.storage.check import LINK_GONE
from makna.storage.erasing import delete_with_all
from makna.storage.mapped import tables
from makna.storage.outline import TABLES
from makna.storage.packing import unpacked

_ROUNDS = 20
"""Removing a row can leave others without what they refer to; schemas are not deeper than that."""


def texts_and_looks(raw: sqlite3.Connection) -> list[Message]:
    """A source without a text gets an empty one; looks that do not fit become plain.

    Neither is in the history; the backup before the repair has what was there.
    """
    found: list[Message] = []
    rows = raw.execute(
        "SELECT s.id, s.name, t.text, t.length_cp FROM source s"
        " LEFT JOIN source_text t ON t.source_id = s.id"
    ).fetchall()
    for key, name, text, length in rows:
        if text is None:
            raw.execute("INSERT INTO source_text VALUES (?, 0, 1, '')", (key,))
            found.append(Message.of("repaired.text", source=name))
            text, length = "", 0
        if length != len(text):
            raw.execute(
                "UPDATE source_text SET length_cp = ?, version = version + 1 WHERE source_id = ?",
                (len(text), key),
            )
        if not _has_looks(raw, key, text):
            raw.execute("DELETE FROM source_layout WHERE source_id = ?", (key,))
            plain = json.dumps(layout_to_json(plain_layout(text))).encode("utf-8")
            raw.execute("INSERT INTO source_layout VALUES (?, ?)", (key, zlib.compress(plain, 3)))
            found.append(Message.of("repaired.layout", source=name))
    return found


def references(raw: sqlite3.Connection) -> list[Message]:
    """Rows that refer to missing ones are unlinked where they can stand alone, else removed."""
    found: list[Message] = []
    for _ in range(_ROUNDS):
        dangling = raw.execute("PRAGMA foreign_key_check").fetchall()
        if not dangling:
            break
        for table, row, parent, number in dangling:
            found.append(_freed(raw, table, row, parent, number))
    return found


def links(raw: sqlite3.Connection) -> list[Message]:
    """Links of memos to what is gone are removed."""
    rows = raw.execute(
        f"SELECT l.id, m.guid FROM memo_link l JOIN memo m ON m.id = l.memo_id WHERE {LINK_GONE}"
    ).fetchall()
    for key, _ in rows:
        raw.execute("DELETE FROM memo_link WHERE id = ?", (key,))
    return [Message.of("repaired.link", what=guid) for _, guid in rows]


def turns(raw: sqlite3.Connection) -> list[Message]:
    """Turns that leave their text are fitted to it; those wholly outside are removed."""
    rows = raw.execute(
        'SELECT u.id, u.start, u."end", coalesce(t.length_cp, 0) FROM turn u'
        " LEFT JOIN source_text t ON t.source_id = u.source_id"
        ' WHERE u.start < 0 OR u.start > u."end" OR u."end" > coalesce(t.length_cp, 0)'
    ).fetchall()
    for key, start, end, length in rows:
        start, end = max(0, start), min(end, length)
        if start < end:
            copied(raw, "turn", key, start, end)
        raw.execute("DELETE FROM turn WHERE id = ?", (key,))
    return [Message.of("repaired.turn", what=key) for key, *_ in rows]


def outside(raw: sqlite3.Connection) -> list[tuple[int, str, int, int, int]]:
    """(id, GUID, start, end, length of the text) of the passages of text that leave it."""
    return raw.execute(
        'SELECT p.id, p.guid, p.start, p."end", coalesce(t.length_cp, 0) FROM passage p'
        " LEFT JOIN source_text t ON t.source_id = p.source_id WHERE p.page IS NULL AND"
        ' (p.start < 0 OR p.start >= p."end" OR p."end" > coalesce(t.length_cp, 0))'
    ).fetchall()


def copied(raw: sqlite3.Connection, table: str, key: int, start: int, end: int) -> int:
    """The row once more, at another place; returns its key.

    The history is silent about positions, which only splices change: a new row it does see.
    """
    columns = TABLES[table].columns
    rest = [f'"{name}"' for name in columns if name not in ("id", "start", "end")]
    cursor = raw.execute(
        f'INSERT INTO "{table}" (start, "end", {", ".join(rest)})'
        f' SELECT ?, ?, {", ".join(rest)} FROM "{table}" WHERE id = ?',
        (start, end, key),
    )
    return int(cursor.lastrowid or 0)


def moved(raw: sqlite3.Connection, passage: int, start: int, end: int) -> None:
    """Put a passage and all that hangs on it at another place."""
    new = copied(raw, "passage", passage, start, end)
    for child in tables.Base.metadata.tables.values():
        for column in child.columns:
            if any(key.target_fullname == "passage.id" for key in column.foreign_keys):
                name = f'"{child.name}" SET "{column.name}"'
                raw.execute(
                    f'UPDATE {name} = ? WHERE "{column.name}" = ?',
                    (new, passage),
                )
    raw.execute(
        "UPDATE memo_link SET target_id = ? WHERE target_type = 'passage' AND target_id = ?",
        (new, passage),
    )
    raw.execute("DELETE FROM passage WHERE id = ?", (passage,))


def twins(raw: sqlite3.Connection) -> list[tuple[int, int]]:
    """(older, younger) passages at one place."""
    return raw.execute(
        "SELECT a.id, b.id FROM passage a JOIN passage b ON b.source_id = a.source_id"
        ' AND b.start = a.start AND b."end" = a."end" AND b.page IS a.page AND b.x1 IS a.x1'
        " AND b.y1 IS a.y1 AND b.x2 IS a.x2 AND b.y2 IS a.y2 AND b.id > a.id"
        " ORDER BY a.id, b.id"
    ).fetchall()


def double_codings(raw: sqlite3.Connection) -> list[tuple[int, int, str]]:
    """(older, younger, GUID of the younger) codings of one passage, code and coder."""
    return raw.execute(
        "SELECT a.id, b.id, b.guid FROM coding a JOIN coding b ON b.passage_id = a.passage_id"
        " AND b.code_id = a.code_id AND b.coder_id = a.coder_id AND b.id > a.id"
        " ORDER BY a.id, b.id"
    ).fetchall()


def _freed(raw: sqlite3.Connection, table: str, row: int, parent: str, number: int) -> Message:
    constraints = raw.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
    name = next(constraint[3] for constraint in constraints if constraint[0] == number)
    if tables.Base.metadata.tables[table].columns[name].nullable:
        raw.execute(f'UPDATE "{table}" SET "{name}" = NULL WHERE id = ?', (row,))
        return Message.of("repaired.unlinked", table=table, row=row, parent=parent)
    delete_with_all(raw, table, {row})
    return Message.of("repaired.dangling", table=table, row=row, parent=parent)


def _has_looks(raw: sqlite3.Connection, source: int, text: str) -> bool:
    row = raw.execute("SELECT blocks FROM source_layout WHERE source_id = ?", (source,)).fetchone()
    try:
        return row is not None and fits(text, layout_from_json(json.loads(unpacked(row[0]))))
    except (zlib.error, ValueError, TypeError):
        return False
