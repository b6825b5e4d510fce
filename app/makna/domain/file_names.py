"""Names of files that every system allows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

FORBIDDEN = '<>:"/\\|?*'
"""What Windows, and in part the others, keeps for itself."""


def file_name(name: str) -> str:
    """The name without what file systems forbid; may be empty."""
    allowed = ("_" if char in FORBIDDEN or char < " " else char for char in name)
    return "".join(allowed).strip(" .")


def numbered(name: str) -> Iterator[str]:
    """`name`, `name 2`, `name 3` …: whoever makes a file takes the first that is free."""
    yield name
    for number in count(2):
        yield f"{name} {number}"
