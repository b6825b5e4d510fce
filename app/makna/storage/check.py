"""Is the project sound? What SQLite can tell, and the rules that only we know."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib

from makna.domain.document import fits, layout_from_json
from makna.domain.wording import Message
from makna.storage.foreign_values import strange_values
from makna.storage.packing import unpacked

_LINKED = {
    "project": "project",
    "source": "source",
    "code": "code",
    "passage": "passage",
    "case": "cases",
    "memo": "memo",
}
LINK_GONE = " OR ".join(
    f"(l.target_type = '{kind}' AND l.target_id NOT IN (SELECT id FROM {table}))"
    for kind, table in _LINKED.items()
)
"""Of a `memo_link` l: what it leads to is not there. Links have no foreign key."""

_RULES = (
    (
        "check.outside_text",
        "SELECT p.guid FROM passage p LEFT JOIN source_text t ON t.source_id = p.source_id"
        ' WHERE p.start < 0 OR p."end" > coalesce(t.length_cp, 0)'
        ' OR CASE WHEN p.page IS NULL THEN p.start >= p."end" ELSE p.start <> p."end" END',
    ),
    (
        "check.no_rectangle",
        "SELECT guid FROM passage WHERE page IS NOT NULL AND NOT"
        " (page >= 1 AND x1 >= 0 AND x1 < x2 AND y1 >= 0 AND y1 < y2) IS TRUE",
    ),
    (
        "check.two_at_place",
        'SELECT min(guid) FROM passage WHERE page IS NULL GROUP BY source_id, start, "end"'
        " HAVING count(*) > 1",
    ),
    (
        "check.two_at_place",
        "SELECT min(guid) FROM passage WHERE page IS NOT NULL"
        " GROUP BY source_id, page, x1, y1, x2, y2 HAVING count(*) > 1",
    ),
    (
        "check.coding_twice",
        "SELECT min(guid) FROM coding GROUP BY passage_id, code_id, coder_id HAVING count(*) > 1",
    ),
    (
        "check.turn_outside",
        "SELECT u.id FROM turn u LEFT JOIN source_text t ON t.source_id = u.source_id"
        ' WHERE u.start < 0 OR u.start > u."end" OR u."end" > coalesce(t.length_cp, 0)',
    ),
    (
        "check.bare",
        "SELECT guid FROM passage p WHERE star = 0 AND memo = '' AND translation = ''"
        " AND NOT EXISTS (SELECT 1 FROM coding WHERE passage_id = p.id)"
        " AND NOT EXISTS (SELECT 1 FROM quotation WHERE passage_id = p.id)"
        " AND NOT EXISTS (SELECT 1 FROM memo_link WHERE target_type = 'passage'"
        " AND target_id = p.id)",
    ),
    ("check.link", "SELECT m.guid FROM memo_link l JOIN memo m ON m.id = l.memo_id WHERE {gone}"),
    (
        "check.no_text",
        "SELECT guid FROM source WHERE id NOT IN (SELECT source_id FROM source_text)",
    ),
    (
        "check.no_original",
        "SELECT sha256 FROM source_file WHERE sha256 NOT IN (SELECT sha256 FROM blob)",
    ),
)


def problems(raw: sqlite3.Connection) -> list[Message]:
    """Everything that is wrong, in words; empty for a sound project."""
    found = integrity(raw) or strange_values(raw)
    if found:
        return found
    for table, row, parent, _ in raw.execute("PRAGMA foreign_key_check"):
        found.append(Message.of("check.reference", table=table, row=row or 0, parent=parent))
    for key, query in _RULES:
        asked = query.replace("{gone}", LINK_GONE)
        found += (Message.of(key, what=str(row[0])) for row in raw.execute(asked))
    found += _texts(raw)
    found += _originals(raw)
    return found


def integrity(raw: sqlite3.Connection) -> list[Message]:
    """What SQLite itself finds wrong."""
    try:
        rows = raw.execute("PRAGMA integrity_check(20)").fetchall()
    except sqlite3.DatabaseError as error:
        return [Message.of("check.sqlite", what=str(error))]
    return [Message.of("check.sqlite", what=str(row[0])) for row in rows if row[0] != "ok"]


def _texts(raw: sqlite3.Connection) -> list[Message]:
    found: list[Message] = []
    rows = raw.execute(
        "SELECT s.guid, t.text, t.length_cp, l.blocks FROM source s"
        " JOIN source_text t ON t.source_id = s.id JOIN source_layout l ON l.source_id = s.id"
    )
    for guid, text, length, blocks in rows:
        try:
            layout = layout_from_json(json.loads(unpacked(blocks)))
        except (zlib.error, ValueError, TypeError):
            found.append(Message.of("check.layout", what=guid))
            continue
        if length != len(text) or not fits(text, layout):
            found.append(Message.of("check.layout", what=guid))
    return found


def _originals(raw: sqlite3.Connection) -> list[Message]:
    found: list[Message] = []
    for name, deflated, data in raw.execute("SELECT sha256, deflated, data FROM blob"):
        try:
            whole = unpacked(data) if deflated else data
        except zlib.error:
            whole = b""
        if hashlib.sha256(whole).hexdigest() != name:
            found.append(Message.of("check.original", what=name))
    return found
