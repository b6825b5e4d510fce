"""What a row of a tree or list says, so that delegates paint any model that answers these."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt

_FIRST = int(Qt.ItemDataRole.UserRole) + 1


class Role(IntEnum):
    """Item data roles. A model answers None for what a row does not have."""

    NAME = int(Qt.ItemDataRole.DisplayRole)
    """str: what is painted, and what a screen reader says if there is no accessible text."""
    ID = _FIRST
    """int: the id of the row's object."""
    GROUP = _FIRST + 1
    """bool: a heading of rows below it (a kind of source, a category)."""
    COLOR = _FIRST + 2
    """str `#rrggbb`: the code's colour in the light theme; delegates take the theme's tone."""
    COUNT = _FIRST + 3
    """int: the count at the right."""
    COVERAGE = _FIRST + 4
    """float 0–1: the share of the text that is coded."""
    SHORTCUT = _FIRST + 5
    """int 1–9: the number key."""
    ICON = _FIRST + 6
    """str: a name from `resources/icons`, before the name."""
    HINT = _FIRST + 7
    """str: dim words at the right, e.g. a date."""
    PATH = _FIRST + 8
    """str: dim words before the name, e.g. the codes above."""
    STAR = _FIRST + 9
    """bool: marked by the researcher."""
    MEMO = _FIRST + 10
    """bool: has a memo."""
    ACTION = _FIRST + 11
    """bool: not an object but something to do, e.g. "New code"; painted in the accent colour."""
    KEYS = _FIRST + 12
    """str: the keys that do the same, painted as a key cap at the right."""
