"""What one lower layer needs of another; bound together in `makna.bootstrap`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol


class SearchFiles(Protocol):
    """Where the search index keeps its files: rows of the project file.

    Writes happen inside the caller's transaction; a rolled-back one leaves no trace.
    """

    def names(self) -> list[str]: ...

    def read(self, name: str) -> bytes:
        """The whole file. Raises KeyError when there is none."""
        ...

    def pieces(self, name: str) -> Iterator[bytes]:
        """The same in pieces of some 100 KB, each read when it is asked for."""
        ...

    def size(self, name: str) -> int:
        """Bytes of the file; -1 when there is none."""
        ...

    def write(self, name: str, data: bytes) -> None:
        """Create or replace a file."""
        ...

    def append(self, name: str, data: bytes) -> None:
        """Lengthen a file, which may not be there yet."""
        ...

    def delete(self, name: str) -> None:
        """Remove a file; nothing happens when there is none."""
        ...

    def shorten(self, name: str) -> bool:
        """Remove about a megabyte from the end of a file; False once nothing is left of it."""
        ...
