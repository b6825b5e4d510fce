"""Work in turns of a few milliseconds, so that a window can breathe in between."""

from __future__ import annotations

from collections.abc import Generator
from concurrent.futures import Future
from typing import Any, TypeVar

T = TypeVar("T")
Steps = Generator["Future[Any] | None", None, T]
"""Yields None as a place to breathe at, or a future to wait for; returns its result."""


def carried_out(steps: Steps[T]) -> T:
    """Take all turns at once."""
    while True:
        try:
            future = next(steps)
        except StopIteration as end:
            result: T = end.value
            return result
        if future is not None:
            future.exception()
