"""A zip archive from somebody else, read with caps and never unpacked to disk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

from makna.domain.errors import BadFile

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    IndexError,
    OverflowError,
)
"""What `zipfile` raises on truncated, encrypted or contradictory archives."""


@dataclass(frozen=True)
class Limits:
    """How far an archive may unfold before it is refused; sizes in bytes."""

    members: int = 10_000
    member: int = 256 << 20
    total: int = 768 << 20
    ratio: int = 250
    """Text of an office file packs to a tenth, rarely to a hundredth; deflate's end is 1,032."""
    ratio_from: int = 32 << 20
    """Below this size a high ratio does no harm."""


class Archive:
    """The members of a zip by name; raises BadFile, and nothing else, on anything wrong."""

    def __init__(self, data: bytes, name: str, limits: Limits = Limits()) -> None:
        self._name = name
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except _BROKEN as error:
            raise BadFile("archive_damaged", name=name) from error
        self._check(members)
        self._members = {member.filename: member for member in members}
        self._folded: dict[str, zipfile.ZipInfo] | None = None

    def __contains__(self, member: str) -> bool:
        return self._find(member) is not None

    def names(self) -> list[str]:
        return list(self._members)

    def size(self, member: str) -> int:
        """Unpacked size in bytes; 0 when there is no such member."""
        info = self._find(member)
        return info.file_size if info else 0

    def read(self, member: str) -> bytes:
        """The member's bytes. Raises BadFile when it is missing or damaged."""
        info = self._find(member)
        if info is None:
            raise BadFile("archive_part_missing", name=self._name, part=member)
        try:
            # `zipfile` never returns more than the declared size, which was checked.
            return self._zip.read(info)
        except _BROKEN as error:
            raise BadFile("archive_damaged", name=self._name) from error

    def _find(self, member: str) -> zipfile.ZipInfo | None:
        found = self._members.get(member)
        if found is None:
            # Part names of office files are compared without case (ECMA-376 part 2, 6.2.2.3).
            if self._folded is None:
                self._folded = {name.lower(): info for name, info in self._members.items()}
            found = self._folded.get(member.lower())
        return found

    def _check(self, members: list[zipfile.ZipInfo]) -> None:
        limits = self._limits
        if len(members) > limits.members or sum(m.file_size for m in members) > limits.total:
            raise BadFile("archive_too_large", name=self._name)
        for member in members:
            packed = max(member.compress_size, 1)
            bomb = member.file_size > limits.ratio_from and (
                member.file_size / packed > limits.ratio
            )
            if bomb or member.file_size > limits.member:
                raise BadFile("archive_too_large", name=self._name)
