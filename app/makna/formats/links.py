"""Addresses from somebody else's file."""

from __future__ import annotations

import re

_SAFE = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]{1,2000}", re.I)


def safe_link(address: str) -> str | None:
    """The address when it is one that a reader may want to follow: web or mail, nothing else."""
    address = address.strip()
    return address if _SAFE.fullmatch(address) else None
