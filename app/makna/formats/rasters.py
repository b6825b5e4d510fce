"""Pixels on their way from a file to the screen or into a document."""

from __future__ import annotations

from dataclasses import dataclass

MAX_PIXELS = 16_000_000
"""Of one picture that is drawn or cut out: 64 MB while it is in memory."""


@dataclass(frozen=True)
class Raster:
    """A picture in memory."""

    width: int
    height: int
    pixels: bytes
    """Four bytes a pixel, row by row from the top: blue, green, red, and one of no meaning."""
