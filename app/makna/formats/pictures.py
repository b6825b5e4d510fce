"""Pictures embedded in documents, kept by their SHA-256."""

from __future__ import annotations

import hashlib

from makna.domain.errors import BadFile
from makna.formats.archive import Archive

MAX_PICTURE = 32 << 20
"""Bytes; a larger one is left out with a warning."""
MAX_PICTURES = 256 << 20
"""Bytes of all pictures of one document."""

_MAGIC = (
    *(b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*"),
    *(b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x01\x00\x00\x00", b"\x00\x00\x00\x0cjP"),
)
"""PNG, JPEG, GIF, BMP, TIFF, WMF, EMF, JPEG 2000."""


class PictureBox:
    """The pictures of one document, as far as they are pictures and not too large."""

    def __init__(self) -> None:
        self._size = 0
        self.bytes_of: dict[str, bytes] = {}

    def keep(self, data: bytes) -> str:
        """SHA-256 of the picture, which is kept; empty when it can't be."""
        if not 0 < len(data) <= self._room() or not _is_picture(data):
            return ""
        digest = hashlib.sha256(data).hexdigest()
        if digest not in self.bytes_of:
            self._size += len(data)
            self.bytes_of[digest] = data
        return digest

    def load(self, archive: Archive, member: str) -> str:
        """`keep` for a member of an archive; one that is too large is not unpacked."""
        if not 0 < archive.size(member) <= self._room():
            return ""
        try:
            data = archive.read(member)
        except BadFile:  # a damaged picture does not cost the interview
            return ""
        return self.keep(data)

    def _room(self) -> int:
        return min(MAX_PICTURE, MAX_PICTURES - self._size)


def _is_picture(data: bytes) -> bool:
    if data.startswith(_MAGIC) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return True
    return b"<svg" in data[:2000]
