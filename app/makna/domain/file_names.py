"""Names of files that every system allows."""

from __future__ import annotations

FORBIDDEN = '<>:"/\\|?*'
"""What Windows, and in part the others, keeps for itself."""


def file_name(name: str) -> str:
    """The name without what file systems forbid; may be empty."""
    allowed = ("_" if char in FORBIDDEN or char < " " else char for char in name)
    return "".join(allowed).strip(" .")
