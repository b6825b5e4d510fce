"""An open project: the one way to write into it, and the way back."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sqlalchemy import Connection

from makna.domain.changes import ChangeSet
from makna.domain.errors import UserError
from makna.domain.model import CoderId, StepId
from makna.domain.wording import Message
from makna.storage import upkeep
from makna.storage.blobs import Blobs
from makna.storage.cases import Cases
from makna.storage.clock import now
from makna.storage.codes import Codes
from makna.storage.comment_memos import CommentMemos
from makna.storage.connection import raw_of, world_errors
from makna.storage.facts import Facts
from makna.storage.history import History, HistoryEntry
from makna.storage.in_place import InPlace
from makna.storage.journal import SPLICE, Journal, Line, as_left_behind, touched
from makna.storage.memos import Memos
from makna.storage.overview import Overview
from makna.storage.passages import Passages
from makna.storage.replay import change_set, replay
from makna.storage.retrieval import Retrieval
from makna.storage.search_files import SearchRows
from makna.storage.sources import Sources
from makna.storage.texts import SpliceRecord, Texts
from makna.storage.view_state import ViewState

if TYPE_CHECKING:
    # What chapters and editions are made of is long to import, and not needed to open a project.
    from makna.storage.chapters import Chapters
    from makna.storage.editions import Editions
    from makna.storage.pseudonyms import Pseudonyms

PATIENCE = 30
"""Tenths of a second that an erasure waits for others who read the file."""
Mine = Mapping[str, Set[int]]
"""Keys of rows by table."""


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
        self.backup_failed: Callable[[UserError], None] = lambda error: None
        """Told when the backup before the first change could not be made; on any thread."""
        self._connection = connection
        self.check_in_place = InPlace(path).check
        self._on_close = on_close
        self._step: Step | None = None
        self._changed = False
        self._together = False
        self.lent = False
        """A second connection writes (`beside.written_beside`): this one only reads meanwhile."""
        raw = raw_of(connection)
        self._raw = raw
        self._journal = Journal(raw)
        self.codes = Codes(connection)
        if writable:
            # What the journal needs is made under query_only OFF: TEMP tables count as writing.
            raw.execute("PRAGMA query_only=OFF")
            self._journal.install()
            self.codes.watch()
            raw.execute("PRAGMA query_only=ON")
        self.history = History(raw)
        self.texts = Texts(raw)
        self.blobs = Blobs(raw)
        self.sources = Sources(connection)
        self.passages = Passages(connection)
        self.cases = Cases(connection)
        self.memos = Memos(connection)
        self.facts = Facts(connection)
        self.overview = Overview(connection)
        self.comment_memos = CommentMemos(connection)
        self.retrieval = Retrieval(connection)
        self.view_state = ViewState(raw)
        self.search_rows = SearchRows(raw)

    @cached_property
    def chapters(self) -> Chapters:
        from makna.storage.chapters import Chapters

        return Chapters(self._connection)

    @cached_property
    def editions(self) -> Editions:
        from makna.storage.editions import Editions

        return Editions(self._connection)

    @cached_property
    def pseudonyms(self) -> Pseudonyms:
        from makna.storage.pseudonyms import Pseudonyms

        return Pseudonyms(self._connection)

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
        if self.lent:
            # SQLite would wait for the other one, and the window with it.
            raise UserError("at_work")
        if self._together:
            yield
            return
        self.check_in_place()
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

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that is undone and redone inside is committed at the end, or none of it."""
        self._about_to_change()
        with as_left_behind(), self.writing():
            self._together = True
            try:
                yield
            finally:
                self._together = False

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
        if not self.rests:
            return False
        self.check_in_place()
        with world_errors(self.path):
            return upkeep.checkpoint(self._raw)

    def give_back(self, pages: int = upkeep.GIVEN_BACK) -> bool:
        """Make the file smaller by up to so many unused pages; False when few are left."""
        if not self.rests:
            return False
        self.check_in_place()
        with world_errors(self.path):
            return upkeep.spare_pages(self._raw) > 0 and upkeep.give_back(self._raw, pages)

    @property
    def rests(self) -> bool:
        """Whether nobody is in the middle of writing."""
        return self.writable and not self.lent and not self._raw.in_transaction

    def erase(self, label: Message, remove: Callable[[], None], mine: Mine) -> ChangeSet:
        """Let `remove` delete rows for good: as no step, and without a backup before it.

        The history ends here: nothing before can be undone, no image of any row stays, and steps
        that touched a row of `mine` lose their labels. What is left to do is `wipe`.
        """
        if self.in_step:
            raise UserError("in_step")
        with self.writing():
            self._raw.execute("PRAGMA secure_delete=ON")
            self._raw.execute("PRAGMA defer_foreign_keys=ON")
            try:
                remove()
                lines = self._journal.lines()
                self.history.forget_images(mine)
                step = self.history.append([], label, now(), self.coder, "")
                self.history.seal()
                self.view_state.set("erasing", True)
            finally:
                self._journal.clear()
        return ChangeSet(step, label, touched(lines))

    def wipe(self) -> None:
        """Write the file anew, without what was deleted in it.

        Raises UserError (`erase_unfinished`) while another program reads the old state; opening
        the project once more then goes on here.
        """
        if self.in_step:
            raise UserError("in_step")
        self.check_in_place()
        with world_errors(self.path):
            self._raw.execute("PRAGMA query_only=OFF")
            try:
                self._raw.execute("PRAGMA secure_delete=ON")
                self._raw.execute("PRAGMA auto_vacuum=INCREMENTAL")
                self._raw.execute("VACUUM")
            finally:
                self._raw.execute("PRAGMA query_only=ON")
        if not self._settled():
            raise UserError("erase_unfinished", name=self.path.name)
        with self.writing():
            self.view_state.delete("erasing")
        self._settled()

    def _settled(self) -> bool:
        """Checkpoint, waiting a little for readers to finish."""
        for _ in range(PATIENCE):
            if self.checkpoint():
                return True
            time.sleep(0.1)
        return False

    def close(self) -> None:
        """Leave a single file behind and let go of the lock. Idempotent.

        On a full disk the last steps stay in the `-wal` beside the file, where the next opening
        finds them.
        """
        if self._connection.closed:
            return
        self.before_close()
        if self.writable:
            with suppress(UserError):
                self.give_back(upkeep.GIVEN_BACK_AT_CLOSE)
                self.checkpoint()
        self._connection.close()
        self._connection.engine.dispose()
        self._on_close()

    def lend(self, *, whole_file: bool = False, backed_up: bool = True) -> None:
        """Leave writing to a second connection until `take_back`.

        What is read here meanwhile is the project as it is now, whatever the other one commits;
        but not with `whole_file`, for work that nobody may hold an older state of. Without
        `backed_up` no backup comes before a first change: it would hold what is erased.
        """
        if not self.writable:
            raise UserError("read_only", name=self.path.name)
        self.check_in_place()
        with world_errors(self.path):
            if backed_up:
                self._about_to_change()
            if not whole_file:
                self._raw.execute("BEGIN")
                try:
                    self._raw.execute("SELECT 1 FROM project").fetchone()
                except BaseException:
                    self.take_back()
                    raise
        self.lent = True

    def take_back(self) -> None:
        """See what the other connection has committed, and write here again."""
        self.lent = False
        if self._raw.in_transaction:
            self._raw.execute("ROLLBACK")

    def _about_to_change(self) -> None:
        if self.writable and not self._changed:
            self.before_first_change()
            self._changed = True

    def _record(self, step: Step, amend: StepId | None) -> ChangeSet:
        lines = self._journal.lines()
        if not lines:
            return ChangeSet(label=step.label)
        step_id = amend
        if amend is None or not self.history.amend(amend, lines):
            step_id = self.history.append(lines, step.label, now(), self.coder, step.group)
        return change_set(step_id, step.label, lines, "done")

    def _replay(
        self, entry: HistoryEntry, lines: Sequence[Line], state: Literal["done", "undone"]
    ) -> ChangeSet:
        self._about_to_change()
        with as_left_behind(), self.writing():
            # References are checked at COMMIT: in between, a child may stand without its parent.
            self._raw.execute("PRAGMA defer_foreign_keys=ON")
            try:
                replay(self._journal, self.texts, lines, undoing=state == "undone")
                changed = self._journal.lines()
                self.history.mark(entry.id, state)
            finally:
                self._journal.clear()
        cause: Literal["undone", "redone"] = "undone" if state == "undone" else "redone"
        splices = [line for line in lines if line.table == SPLICE]
        return change_set(entry.id, entry.label, [*changed, *splices], cause)
