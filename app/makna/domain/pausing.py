"""Work that pauses now and then, so that a window can breathe in between."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from concurrent.futures import Future
from typing import Any, TypeVar

T = TypeVar("T")
Pausing = Generator["Future[Any] | None", None, T]
"""Yields None as a place to breathe at, or a future to wait for; returns its result."""


def carried_out(work: Pausing[T]) -> T:
    """The result, without any pause but for what there is to wait for."""
    while True:
        try:
            future = next(work)
        except StopIteration as end:
            result: T = end.value
            return result
        if future is not None:
            future.exception()


def whole(pieces: Iterable[bytes]) -> Pausing[bytes]:
    """The pieces as one, with a pause after each."""
    read = []
    for piece in pieces:
        read.append(piece)
        yield None
    return b"".join(read)
