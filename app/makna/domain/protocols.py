"""What one lower layer needs of another; bound together in `makna.bootstrap`."""

from __future__ import annotations

from typing import Protocol


class SearchFiles(Protocol):
    """Where the search index keeps its files: rows of the project file.

    Writes happen inside the caller's transaction; a rolled-back one leaves no trace.
    """

    def names(self) -> list[str]: ...

    def read(self, name: str) -> bytes:
        """The whole file. Raises KeyError when there is none."""
        ...

    def write(self, name: str, data: bytes) -> None:
        """Create or replace a file."""
        ...

    def delete(self, name: str) -> None:
        """Remove a file; nothing happens when there is none."""
        ...
