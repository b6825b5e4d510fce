"""Packed values of a project file, which may come from a stranger: unpacked up to a limit."""

from __future__ import annotations

import zlib

MOST = 512 * 1024**2
"""Bytes of one value. The largest step measured, 100,000 codings deleted at once, has a tenth."""


def unpacked(packed: bytes) -> bytes:
    """The bytes that were packed. Raises zlib.error for what is no pack, or becomes too large."""
    stream = zlib.decompressobj()
    try:
        found = stream.decompress(packed, MOST)
    except TypeError as error:
        raise zlib.error("no bytes") from error
    if not stream.eof:
        raise zlib.error("cut off" if len(found) < MOST else "too large")
    return found
