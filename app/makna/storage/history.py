"""The trail of steps: what was done, by whom, and what it takes to undo it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property

from makna.domain.errors import UserError
from makna.domain.model import CodeId, CoderId, StepId
from makna.domain.wording import Message
from makna.storage.journal import SPLICE, Line, coalesced, counts, pack, unpack
from makna.storage.outline import JOURNALLED
from makna.storage.rows import kept_text

_HANGS_ON = {name: table.hangs_on for name, table in JOURNALLED.items() if table.parent}
"""Table → the table that its lines name as parent."""
_NAMED = (
    *(("source", "name"), ("code", "name"), ("cases", "name"), ("variable", "name")),
    *(("memo", "title"), ("chapter", "title"), ("pseudonym", "name"), ("coder", "name")),
)
"""Where the names are that labels of steps quote."""


@dataclass(frozen=True)
class HistoryEntry:
    """One step of the trail, without its images."""

    id: StepId
    at: str
    coder: str
    label_json: str
    group: str
    counts_json: str
    state: str
    """`done`, `undone`, `dropped` (undone for good) or `sealed` (done before an upgrade)."""

    @cached_property
    def label(self) -> Message:
        # When somebody looks at it: a long project has ten thousands of steps.
        return Message.from_json(self.label_json)

    @cached_property
    def counts(self) -> dict[str, list[int]]:
        """Table → rows inserted, updated, deleted."""
        found: dict[str, list[int]] = json.loads(self.counts_json)
        return found

    @property
    def rows(self) -> int:
        """How many rows it changed."""
        return sum(sum(each) for each in self.counts.values())

    @property
    def changes_text(self) -> bool:
        return SPLICE in self.counts

    @property
    def undone(self) -> bool:
        return self.state in ("undone", "dropped")


_SELECT = (
    "SELECT h.id, h.at, coalesce(c.name, ''), h.label, h.group_guid, h.counts, h.state"
    " FROM history h LEFT JOIN coder c ON c.id = h.coder_id"
)


class History:
    """Appends in the transaction of the change itself; rows of the trail are never removed."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw

    def append(
        self, lines: list[Line], label: Message, at: str, coder: CoderId | None, group: str
    ) -> StepId:
        """Record a step and end redo of what was undone before it."""
        self._raw.execute("UPDATE history SET state = 'dropped' WHERE state = 'undone'")
        merged = coalesced(lines)
        cursor = self._raw.execute(
            "INSERT INTO history (at, coder_id, label, group_guid, counts, state, operations)"
            " VALUES (?, ?, ?, ?, ?, 'done', ?)",
            (
                at,
                coder,
                kept_text(label.to_json()),
                group,
                json.dumps(counts(merged)),
                pack(merged),
            ),
        )
        return StepId(int(cursor.lastrowid or 0))

    def amend(self, step: StepId, lines: list[Line]) -> bool:
        """Add lines to the latest step; False when it is no longer the latest one."""
        latest = self.next_undo()
        if latest is None or latest.id != step or self.next_redo() is not None:
            return False
        merged = coalesced([*self.lines(step), *lines])
        self._raw.execute(
            "UPDATE history SET counts = ?, operations = ? WHERE id = ?",
            (json.dumps(counts(merged)), pack(merged), step),
        )
        return True

    def lines(self, step: StepId) -> list[Line]:
        """Raises zlib.error for a damaged pack, UserError (`history_mismatch`) for other lines."""
        row = self._raw.execute("SELECT operations FROM history WHERE id = ?", (step,)).fetchone()
        try:
            return unpack(row[0])
        except ValueError as error:
            raise UserError("history_mismatch") from error

    def codes_of(self, step: StepId, codings: Set[int]) -> set[CodeId] | None:
        """The codes that these codings had before and after a step; None if it did not touch all.

        The trail knows it of a coding that is gone, too, so nobody has to count all others.
        """
        lines = [line for line in self.lines(step) if line.table == "coding"]
        if not codings <= {line.key for line in lines}:
            return None
        images = (image for line in lines for image in (line.before, line.after) if image)
        return {CodeId(json.loads(image)["code_id"]) for image in images}

    def mark(self, step: StepId, state: str) -> None:
        self._raw.execute("UPDATE history SET state = ? WHERE id = ?", (state, step))

    def seal(self) -> None:
        """End undo and redo here: the images no longer fit the schema. The trail stays."""
        self._raw.execute("UPDATE history SET state = 'dropped' WHERE state = 'undone'")
        self._raw.execute("UPDATE history SET state = 'sealed' WHERE state = 'done'")

    def forget_images(self, mine: Mapping[str, Set[int]]) -> None:
        """Throw away all images: of the trail only times, coders, labels and keys of rows stay.

        Steps that touched a row of `mine` lose their labels as well, which may name or quote it.
        In the others stand only names that something in the project still has: a memo on the
        interview or a pseudonym that was deleted before may have been called like the person.
        """
        nameless, live = Message.of("step.erased"), self._names()
        for step, operations, label in self._raw.execute(
            "SELECT id, operations, label FROM history ORDER BY id"
        ).fetchall():
            lines = unpack(operations)
            mines = any(touches(line, mine) for line in lines)
            kept = nameless if mines else Message.from_json(label).naming(live)
            bare = [replace(line, before="", after="") for line in lines]
            self._raw.execute(
                "UPDATE history SET operations = ?, label = ? WHERE id = ?",
                (pack(bare), kept.to_json(), step),
            )

    def _names(self) -> set[str]:
        """What things are called now."""
        queries = " UNION ".join(f"SELECT {column} FROM {table}" for table, column in _NAMED)
        return {str(name) for (name,) in self._raw.execute(queries)}

    def next_undo(self) -> HistoryEntry | None:
        """The latest step that is in force, if it can be undone."""
        entry = self._one("WHERE +h.state IN ('done', 'sealed') ORDER BY h.id DESC LIMIT 1")
        return entry if entry and entry.state == "done" else None

    def next_redo(self) -> HistoryEntry | None:
        """The earliest step that was undone and can come back."""
        return self._one("WHERE h.state = 'undone' ORDER BY h.id LIMIT 1")

    def entries(self, limit: int = -1, skipped: int = 0) -> list[HistoryEntry]:
        """Latest first; some after so many that are skipped."""
        rows = self._raw.execute(f"{_SELECT} ORDER BY h.id DESC LIMIT ? OFFSET ?", (limit, skipped))
        return [HistoryEntry(*row) for row in rows]

    def count(self) -> int:
        """How many steps there are, those that were undone among them."""
        return int(self._raw.execute("SELECT count(*) FROM history").fetchone()[0])

    def latest(self) -> StepId | None:
        """The latest step that is in force, whether it can be undone or not."""
        found = self._one("WHERE +h.state IN ('done', 'sealed') ORDER BY h.id DESC LIMIT 1")
        return found.id if found else None

    def sealed_after(self, step: StepId) -> bool:
        """Whether one cannot go back to a step, since a later one cannot be undone."""
        query = "SELECT 1 FROM history WHERE state = 'sealed' AND id > ? LIMIT 1"
        return self._raw.execute(query, (step,)).fetchone() is not None

    def rows_of_group(self, group: str) -> int:
        """How many rows the steps of a group changed."""
        rows = self._raw.execute(f"{_SELECT} WHERE h.group_guid = ?", (group,))
        return sum(HistoryEntry(*row).rows for row in rows)

    def way_to(self, step: StepId) -> list[HistoryEntry]:
        """The steps that are undone or done again on the way to a step (0: the beginning)."""
        there = "h.state = 'undone' AND h.id <= ?", "h.state IN ('done', 'sealed') AND h.id > ?"
        rows = self._raw.execute(f"{_SELECT} WHERE {' OR '.join(there)}", (step, step))
        return [HistoryEntry(*row) for row in rows]

    def _one(self, tail: str) -> HistoryEntry | None:
        row = self._raw.execute(f"{_SELECT} {tail}").fetchone()
        return HistoryEntry(*row) if row else None


def touches(line: Line, mine: Mapping[str, Set[int]]) -> bool:
    """Whether the line is about one of these rows, or one that hangs on it."""
    if line.table == SPLICE:
        return line.key in mine.get("source", ())
    if line.key in mine.get(line.table, ()):
        return True
    return line.parent is not None and line.parent in mine.get(_HANGS_ON.get(line.table, ""), ())
