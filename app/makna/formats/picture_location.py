"""Takes the place where a picture was taken out of its file, without unpacking the picture.

Cameras write it into EXIF (a directory of its own, CIPA DC-008) and into XMP (attributes or
elements `exif:GPS…`). The directory is blanked where it lies and its entry taken out of the one
above; values in XMP become spaces. Everything else, also every pixel, stays byte for byte, and the
file keeps its length; only checksums of PNG are made anew.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

_GPS = 0x8825
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""Bytes of a value by its TIFF type."""
_MOST_ENTRIES = 1_000
_MARK = b"Exif\x00\x00"
_SEGMENT = b"\xff\xe1"
_XMP = re.compile(
    rb"(exif:GPS\w+\s*=\s*)(\"[^\"<>]*\"|'[^'<>]*')|(<exif:GPS\w+[^<>]*>)([^<>]*)(?=</exif:GPS)"
)
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_OLD = (b"Raw profile type exif", b"Raw profile type APP1", b"Raw profile type xmp")
"""How programs wrote EXIF into PNG before there was a chunk for it: packed, so left out whole."""


def without_location(data: bytes) -> bytes:
    """The file of a JPEG, PNG or WebP picture without where it was taken; the same if it has none.

    What is too damaged to be walked through is left as it is.
    """
    if data.startswith(_PNG):
        return _png(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    return _jpeg(data)


def _jpeg(data: bytes) -> bytes:
    """Every EXIF in the file, also those of the further pictures that some phones append."""
    blanked = bytearray(data)
    at = data.find(_MARK)
    while at >= 0:
        # The mark stands in a segment of its own, after `FF E1` and the segment's length.
        if data[at - 4 : at - 2] == _SEGMENT:
            end = at - 2 + int.from_bytes(data[at - 2 : at], "big")
            _blank_exif(blanked, at + len(_MARK), min(end, len(data)))
        at = data.find(_MARK, at + 1)
    _blank_xmp(blanked, 0, len(blanked))
    return bytes(blanked)


def _webp(data: bytes) -> bytes:
    blanked = bytearray(data)
    at = 12
    while at + 8 <= len(data):
        kind, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        start, end = at + 8, min(at + 8 + length, len(data))
        if kind == b"EXIF":
            marked = data[start : start + 6] == _MARK
            _blank_exif(blanked, start + (6 if marked else 0), end)
        elif kind == b"XMP ":
            _blank_xmp(blanked, start, end)
        at = end + (length & 1)
    return bytes(blanked)


def _png(data: bytes) -> bytes:
    parts = [_PNG]
    for kind, body, whole in _chunks(data):
        changed = bytearray(body)
        if kind == b"eXIf":
            _blank_exif(changed, 0, len(changed))
        elif kind in (b"tEXt", b"zTXt", b"iTXt"):
            if body.startswith(_PNG_OLD) or _is_packed_xmp(kind, body):
                continue
            _blank_xmp(changed, 0, len(changed))
        same = bytes(changed) == body
        parts.append(whole if same else _chunk(kind, bytes(changed)))
    return b"".join(parts)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Kind, body and all bytes of each chunk; what is behind the last whole one as it is."""
    at = len(_PNG)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        end = at + 12 + length
        if end > len(data):
            break
        yield data[at + 4 : at + 8], data[at + 8 : end - 4], data[at:end]
        at = end
    if at < len(data):
        yield b"", b"", data[at:]


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _is_packed_xmp(kind: bytes, body: bytes) -> bool:
    """Whether it is XMP that is compressed: what it says cannot be blanked where it lies."""
    name, _, rest = body.partition(b"\x00")
    return kind == b"iTXt" and name == b"XML:com.adobe.xmp" and rest[:1] == b"\x01"


def _blank_xmp(data: bytearray, start: int, end: int) -> None:
    def blanked(found: re.Match[bytes]) -> bytes:
        if found[1] is not None:
            quote = found[2][:1]
            return found[1] + quote + b" " * (len(found[2]) - 2) + quote
        return found[3] + b" " * len(found[4])

    if b"exif:GPS" in data[start:end]:
        data[start:end] = _XMP.sub(blanked, bytes(data[start:end]))


def _blank_exif(data: bytearray, start: int, end: int) -> None:
    """Blank the directory of places in the TIFF structure that begins at `start`."""
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(bytes(data[start : start + 4]))
    if order is None or start + 8 > end:
        return
    directory = start + int(struct.unpack_from(order + "I", data, start + 4)[0])
    for _ in range(4):  # the picture, its thumbnail, and what hangs behind them
        count = _count(data, directory, end, order)
        if count is None:
            return
        _drop_gps(data, start, end, directory, count, order)
        left = _count(data, directory, end, order) or 0
        link = directory + 2 + 12 * left
        if link + 4 > end:
            return
        following = int(struct.unpack_from(order + "I", data, link)[0])
        if not following:
            return
        directory = start + following


def _count(data: bytearray, directory: int, end: int, order: str) -> int | None:
    if not 0 <= directory <= end - 2:
        return None
    count = int(struct.unpack_from(order + "H", data, directory)[0])
    return count if count <= _MOST_ENTRIES and directory + 2 + 12 * count <= end else None


def _drop_gps(
    data: bytearray, start: int, end: int, directory: int, count: int, order: str
) -> None:
    for index in range(count):
        entry = directory + 2 + 12 * index
        tag, _, _, value = struct.unpack_from(order + "HHII", data, entry)
        if tag != _GPS:
            continue
        _blank_directory(data, start, end, start + int(value), order)
        # The entries behind it and the link to the next directory move up by one entry.
        tail = min(directory + 2 + 12 * count + 4, end)
        data[entry : tail - 12] = data[entry + 12 : tail]
        data[tail - 12 : tail] = bytes(12)
        struct.pack_into(order + "H", data, directory, count - 1)
        return


def _blank_directory(data: bytearray, start: int, end: int, directory: int, order: str) -> None:
    count = _count(data, directory, end, order)
    if count is None:
        return
    for index in range(count):
        entry = directory + 2 + 12 * index
        _, kind, number, value = struct.unpack_from(order + "HHII", data, entry)
        length = _SIZES.get(kind, 1) * number
        if length > 4 and start + value + length <= end:
            data[start + value : start + value + length] = bytes(length)
    data[directory : directory + 2 + 12 * count] = bytes(2 + 12 * count)
