"""Where the user is: the source in front, the passage or code that is chosen, the selected text.

Panes show the place and ask for another one; none of them knows another pane.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from makna.domain.model import CodeId, PassageId, SourceId


@dataclass(frozen=True)
class Where:
    """One place. `start == end` without a selection."""

    source: SourceId | None = None
    passage: PassageId | None = None
    code: CodeId | None = None
    """The code chosen in the tree."""
    start: int = 0
    end: int = 0

    @property
    def has_selection(self) -> bool:
        return self.end > self.start


class Place(QObject):
    """The current place, and the ways to another one."""

    changed = Signal(object, object)
    """(Where, Where): the old and the new place."""
    go_wanted = Signal(object, int, int)
    """(SourceId, start, end): open the source and show this stretch."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = Where()

    def change(self, **fields: object) -> None:
        """Be elsewhere; says so only when it is a change."""
        old, new = self.now, replace(self.now, **fields)  # type: ignore[arg-type]
        if old != new:
            self.now = new
            self.changed.emit(old, new)

    def go(self, source: SourceId, start: int = 0, end: int = 0) -> None:
        """Ask for a place in a text."""
        self.go_wanted.emit(source, start, end)
