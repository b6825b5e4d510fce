"""What a group of RTF inherits from the group around it."""

from __future__ import annotations

import copy
from dataclasses import dataclass


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
