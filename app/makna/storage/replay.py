"""The lines of a step carried out once more, and what they tell the views."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from makna.domain.changes import ChangeSet
from makna.domain.errors import UserError
from makna.domain.model import StepId
from makna.domain.wording import Message
from makna.storage.journal import SPLICE, Journal, Line, touched
from makna.storage.texts import SpliceRecord, Texts


def replay(journal: Journal, texts: Texts, lines: Sequence[Line], *, undoing: bool) -> None:
    """Carry out lines in their order: rows by the journal, edits of texts where they stand.

    To undo, the lines come reversed and from the last to the first. Raises UserError
    (`history_mismatch`) where something else stands in the project than was left there.
    """
    pending: list[Line] = []
    for line in lines:
        if line.table != SPLICE:
            pending.append(line)
            continue
        journal.replay(pending)
        pending = []
        # A splice has no image before; reversing its line moved the record to the other side.
        try:
            record = SpliceRecord.from_json(line.before if undoing else line.after)
            texts.apply(record.inverse() if undoing else record)
        except (ValueError, TypeError, LookupError) as error:
            raise UserError("history_mismatch") from error
    journal.replay(pending)


def change_set(
    step: StepId | None,
    label: Message,
    lines: Sequence[Line],
    cause: Literal["done", "undone", "redone"],
) -> ChangeSet:
    """Which rows and texts the lines of a step touch."""
    edited = frozenset(line.key for line in lines if line.table == SPLICE)
    return ChangeSet(step, label, touched(lines), edited, cause)
