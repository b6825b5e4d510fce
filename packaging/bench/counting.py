"""What an operation sends to the database, counted: numbers that no noisy clock can blur.

Statements, and the instructions that SQLite's machine carries out for them, of which each row that
is read takes some.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

INSTRUCTIONS_A_TICK = 50
_NOT_READ = re.compile(r"^(PRAGMA|BEGIN|COMMIT|--)|view_state|temp\.|step_journal|TRIGGER")
_DATA = re.compile(r"'[^']*'|\d+")


@dataclass
class Cost:
    """What one operation sent to the database, and what it took to answer."""

    statements: Counter[str] = field(default_factory=Counter)
    ticks: Counter[str] = field(default_factory=Counter)
    """By statement."""
    last: str = ""

    def tick(self) -> int:
        self.ticks[self.last] += 1
        return 0

    def note(self, statement: str) -> None:
        if statement.startswith("--"):  # what triggers do belongs to the statement above
            return
        self.last = _DATA.sub("?", statement)
        if not _NOT_READ.search(statement):
            self.statements[self.last] += 1

    def growth(self, smaller: Cost) -> list[tuple[int, str]]:
        """The statements that take more than in the smaller project, the worst first."""
        more = self.ticks - smaller.ticks
        return [(ticks, statement[:400]) for statement, ticks in more.most_common(3)]


@contextmanager
def counted(raw: sqlite3.Connection) -> Iterator[Cost]:
    """Counts what goes over this connection until the end of the block."""
    cost = Cost()
    raw.set_trace_callback(cost.note)
    raw.set_progress_handler(cost.tick, INSTRUCTIONS_A_TICK)
    try:
        yield cost
    finally:
        raw.set_trace_callback(None)
        raw.set_progress_handler(None, 0)
