"""Who works, and identifiers that stay the same for ever."""

from __future__ import annotations

import uuid
from dataclasses import dataclass


def new_guid() -> str:
    """A fresh identifier for anything that can be exchanged, as REFI-QDA writes it."""
    return str(uuid.uuid4())


@dataclass(frozen=True)
class Identity:
    """Who works: asked for once, kept in the settings; never the name of the system's user."""

    guid: str
    name: str
