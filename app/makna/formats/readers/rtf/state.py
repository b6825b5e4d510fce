"""What a group of RTF inherits from the group around it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass

from makna.formats.collector import UNDERLINE


@dataclass(slots=True)
class State:
    """Properties at one place; a group begins with a copy and drops it at its end."""

    destination: str = ""
    """Where text goes; empty: into the document."""
    looks: int = 0
    deleted: bool = False
    skip: int = 1
    """Characters that stand for one `\\u` in readers without Unicode."""
    font: int = 0
    style: int = 0
    outline: int | None = None
    level: int = 0
    in_table: bool = False

    def inner(self) -> State:
        return copy.copy(self)

    def plain_paragraph(self) -> None:
        """What `\\pard` resets."""
        self.style, self.outline, self.level = 0, None, 0
        self.in_table = False

    def plain(self) -> None:
        """What `\\plain` resets."""
        self.looks, self.deleted = 0, False

    def without_underline(self) -> None:
        self.looks &= ~UNDERLINE


@dataclass(frozen=True)
class Apart:
    """A note, comment or text box: where it stands in the file and how it begins."""

    start: int
    end: int
    state: State
    mark: str = ""


def _setter(name: str) -> Callable[[State, int], None]:
    return lambda state, number: setattr(state, name, number)


PROPERTIES: dict[str, Callable[[State, int], None]] = {
    "plain": lambda state, _: state.plain(),
    "pard": lambda state, _: state.plain_paragraph(),
    "ulnone": lambda state, _: state.without_underline(),
    "intbl": lambda state, _: setattr(state, "in_table", True),
    "deleted": lambda state, number: setattr(state, "deleted", number != 0),
    "outlinelevel": lambda state, number: setattr(state, "outline", max(0, number)),
    "f": _setter("font"),
    "s": _setter("style"),
    "ilvl": _setter("level"),
}
"""Control words that change the state, with the number after them, 1 when there is none."""
