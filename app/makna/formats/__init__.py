"""Readers, writers and exchange: everything that knows a file format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ReadOptions:
    """What the user may decide before a file is read."""

    encoding: str = ""
    """Of a plain text; empty: find it out."""
    find_turns: bool = True
    """Whether to look for speakers."""
