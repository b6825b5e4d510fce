"""An open project: the one way to write into it, and the way back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection

from makna.domain.changes import ChangeSet
from makna.domain.errors import UserError
from makna.domain.model import CoderId, StepId
from makna.domain.wording import Message
from makna.storage.blobs import Blobs
from makna.storage.cases import Cases
from makna.storage.codes import Codes
from makna.storage.connection import raw_of, world_errors
from makna.storage.history import History, HistoryEntry
from makna.storage.journal import SPLICE, Journal, Line, touched
from makna.storage.memos import Memos
from makna.storage.overview import Overview
from makna.storage.passages import Passages
from makna.storage.retrieval import Retrieval
from makna.storage.search_files import SearchRows
from makna.storage.sources import Sources
from makna.storage.texts import SpliceRecord, Texts
from makna.storage.view_state import ViewState


def now() -> str:
    """The time as it is stored: UTC, ISO 8601, seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def now_precise() -> str:
    """As `now`, to the millisecond: for what search compares to see that a memo changed."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Step:
    """A step while it is being made; `changes` is filled in when it has been committed."""

    def __init__(self, label: Message, group: str) -> None:
        self.label = label
        self.group = group
        self.changes = ChangeSet()


class Project:
    """Repositories over one connection, and `transact`, through which every write goes.

    Not thread-safe: background threads read through `storage.connection.open_reader`.
    """

    def __init__(
        self, path: Path, connection: Connection, *, writable: bool, on_close: Callable[[], None]
    ) -> None:
        self.path = path
        self.writable = writable
        self.before_first_change: Callable[[], None] = lambda: None
        self.before_close: Callable[[], None] = lambda: None
        self._connection = connection
        self._on_close = on_close
        self._step: Step | None = None
        self._changed = False
        raw = raw_of(connection)
        self._raw = raw
        self._journal = Journal(raw)
        if writable:
            # What the journal needs is made under query_only OFF: TEMP tables count as writing.
            raw.execute("PRAGMA query_only=OFF")
            self._journal.install()
            raw.execute("PRAGMA query_only=ON")
        self.history = History(raw)
        self.texts = Texts(raw)
        self.blobs = Blobs(raw)
        self.sources = Sources(connection)
        self.codes = Codes(connection)
        self.passages = Passages(connection)
        self.cases = Cases(connection)
        self.memos = Memos(connection)
        self.overview = Overview(connection)
        self.retrieval = Retrieval(connection)
        self.view_state = ViewState(raw)
        self.search_rows = SearchRows(raw)

    @property
    def raw(self) -> sqlite3.Connection:
        return self._raw

    @property
    def in_step(self) -> bool:
        return self._step is not None

    @property
    def coder(self) -> CoderId:
        """Who works now."""
        return self.overview.current_coder().id

    @contextmanager
    def transact(
        self, label: Message, *, group: str = "", amend: StepId | None = None
    ) -> Iterator[Step]:
        """Everything written inside is one step: committed whole, or not at all.

        `step.changes` holds what changed once the block has ended. With `amend` the change joins
        that step if it is still the latest (memos and corrections while typing). A transact inside
        another joins it. A step that changes nothing leaves no trace.
        """
        if self._step is not None:
            yield self._step
            return
        step = Step(label, group)
        self._about_to_change()
        with self.writing():
            self._step = step
            try:
                yield step
                step.changes = self._record(step, amend)
            finally:
                self._step = None
                self._journal.clear()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A bare transaction, for what stays out of the history: view state, the search index."""
        if not self.writable:
            raise UserError("read_only", name=self.path.name)
        with world_errors(self.path):
            self._raw.execute("PRAGMA query_only=OFF")
            try:
                self._raw.execute("BEGIN IMMEDIATE")
                try:
                    yield
                    self._raw.execute("COMMIT")
                except BaseException:
                    if self._raw.in_transaction:
                        self._raw.execute("ROLLBACK")
                    raise
            finally:
                self._raw.execute("PRAGMA query_only=ON")

    def splice(self, record: SpliceRecord) -> None:
        """Apply a text edit inside the current step and record it there."""
        self.texts.apply(record)
        self._journal.note_splice(record.source, record.to_json())

    def undo(self) -> tuple[HistoryEntry, ChangeSet] | None:
        """Take back the latest step in force; None when there is none."""
        entry = self.history.next_undo()
        if entry is None:
            return None
        lines = [line.reversed() for line in reversed(self.history.lines(entry.id))]
        return entry, self._replay(entry, lines, "undone")

    def redo(self) -> tuple[HistoryEntry, ChangeSet] | None:
        """Do again the step that was undone last; None when there is none."""
        entry = self.history.next_redo()
        if entry is None:
            return None
        return entry, self._replay(entry, self.history.lines(entry.id), "done")

    def forget_journal(self) -> None:
        """What was written so far in this transaction belongs to no step."""
        self._journal.clear()

    def checkpoint(self) -> bool:
        """Bring all commits into the main file, so that a copy of it alone lacks nothing.

        False when somebody still reads an older state (a backup does): try again later.
        """
        if not self.writable or self._raw.in_transaction:
            return False
        # Without a busy handler: the window would stand still until the reader is done.
        waits_ms = self._raw.execute("PRAGMA busy_timeout").fetchone()[0]
        self._raw.execute("PRAGMA busy_timeout=0")
        try:
            busy = self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            self._raw.execute(f"PRAGMA busy_timeout={waits_ms}")
        return not busy

    def close(self) -> None:
        """Leave a single file behind and let go of the lock. Idempotent."""
        if self._connection.closed:
            return
        self.before_close()
        if self.writable:
            self.checkpoint()
        self._connection.close()
        self._connection.engine.dispose()
        self._on_close()

    def _about_to_change(self) -> None:
        if self.writable and not self._changed:
            self._changed = True
            self.before_first_change()

    def _record(self, step: Step, amend: StepId | None) -> ChangeSet:
        lines = self._journal.lines()
        if not lines:
            return ChangeSet(label=step.label)
        step_id = amend
        if amend is None or not self.history.amend(amend, lines):
            step_id = self.history.append(lines, step.label, now(), self.coder, step.group)
        return self._change_set(step_id, step.label, lines, "done")

    def _replay(
        self, entry: HistoryEntry, lines: Sequence[Line], state: Literal["done", "undone"]
    ) -> ChangeSet:
        self._about_to_change()
        with self.writing():
            # References are checked at COMMIT: in between, a child may stand without its parent.
            self._raw.execute("PRAGMA defer_foreign_keys=ON")
            try:
                self._replay_lines(lines, undoing=state == "undone")
                changed = self._journal.lines()
                self.history.mark(entry.id, state)
            finally:
                self._journal.clear()
        cause: Literal["undone", "redone"] = "undone" if state == "undone" else "redone"
        splices = [line for line in lines if line.table == SPLICE]
        return self._change_set(entry.id, entry.label, [*changed, *splices], cause)

    def _replay_lines(self, lines: Sequence[Line], *, undoing: bool) -> None:
        pending: list[Line] = []
        for line in lines:
            if line.table != SPLICE:
                pending.append(line)
                continue
            self._journal.replay(pending)
            pending = []
            # A splice has no image before; reversing its line moved the record to the other side.
            record = SpliceRecord.from_json(line.before if undoing else line.after)
            self.texts.apply(record.inverse() if undoing else record)
        self._journal.replay(pending)

    def _change_set(
        self,
        step: StepId | None,
        label: Message,
        lines: Sequence[Line],
        cause: Literal["done", "undone", "redone"],
    ) -> ChangeSet:
        texts = frozenset(line.key for line in lines if line.table == SPLICE)
        return ChangeSet(step, label, touched(lines), texts, cause)
