"""Where the user is: the source in front, the passage or code that is chosen, the selected text.

Panes show the place and ask for another one; none of them knows another pane.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from makna.domain.model import CodeId, PassageId, SourceId
from makna.domain.regions import Region

_ELSEWHERE = {"source", "passage", "start", "end"}


@dataclass(frozen=True)
class Where:
    """One place. `start == end` without a selection, and for a rectangle drawn on a page."""

    source: SourceId | None = None
    passage: PassageId | None = None
    code: CodeId | None = None
    """The code chosen in the tree."""
    start: int = 0
    end: int = 0
    region: Region | None = None
    """A rectangle that is no passage yet."""
    behind: bool = False
    """Whether another page lies over the text, so that none of this is in sight."""

    @property
    def has_selection(self) -> bool:
        """Whether there is something that a code could be put on: words or a rectangle."""
        return self.end > self.start or self.region is not None

    @property
    def sees_selection(self) -> bool:
        """The same, where the user has it before the eyes."""
        return self.has_selection and not self.behind


class Place(QObject):
    """The current place, and the ways to another one."""

    changed = Signal(object, object)
    """(Where, Where): the old and the new place."""
    go_wanted = Signal(object, int, int)
    """(SourceId, start, end): open the source and show this stretch."""

    selection_wanted = Signal(object, int, int)
    """(SourceId, start, end): the same, and select it."""

    coded = Signal(int)
    """(CodeId): this code was put on something by hand, so it is the one used last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = Where()

    def change(self, **fields: object) -> None:
        """Be elsewhere; says so only when it is a change. A rectangle is left with its place."""
        if "region" not in fields and _ELSEWHERE & fields.keys():
            fields["region"] = None
        old, new = self.now, replace(self.now, **fields)  # type: ignore[arg-type]
        if old != new:
            self.now = new
            self.changed.emit(old, new)

    def go(self, source: SourceId, start: int = 0, end: int = 0) -> None:
        """Ask for a place in a text."""
        self.go_wanted.emit(source, start, end)

    def select(self, source: SourceId, start: int, end: int) -> None:
        """Ask for a place in a text whose words are to be selected."""
        self.selection_wanted.emit(source, start, end)
