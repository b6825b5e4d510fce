"""Work that pauses now and then, so that a window can breathe in between."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import TypeVar

T = TypeVar("T")
Pausing = Generator[None, None, T]
"""Returns its result, after places to breathe at."""


def taken(steps: Pausing[T]) -> T:
    """The result, without any pause."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result


def whole(pieces: Iterable[bytes]) -> Pausing[bytes]:
    """The pieces as one, with a pause after each."""
    read = []
    for piece in pieces:
        read.append(piece)
        yield
    return b"".join(read)
