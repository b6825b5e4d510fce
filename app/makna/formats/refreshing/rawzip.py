"""A zip whose untouched members are copied as they lie in the file.

`zipfile` can only unpack and pack again, which loses dates of some writers, extra fields, flags and
the exact compressed bytes. Facts: PKWARE APPNOTE 6.3, sections 4.3.7 (local header), 4.3.9 (data
descriptor), 4.3.12 (central directory), 4.5.3 (zip64).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from makna.domain.errors import BadFile
from makna.formats.archive import Archive

_CENTRAL = struct.Struct("<4s6H3I5H2I")
_LOCAL = struct.Struct("<4s5H3I2H")
_END = struct.Struct("<4s4H2IH")
_DESCRIPTOR_FLAG, _UTF8_FLAG, _ENCRYPTED_FLAG = 0x08, 0x800, 0x01
_ZIP64_EXTRA, _FULL = 1, 0xFFFFFFFF
_DOS_EPOCH = (0, 0x21)
"""1 January 1980: added members carry no moment of their own."""


@dataclass(frozen=True)
class _Member:
    name: str
    fields: tuple[int, ...]
    """Of the central directory, without the signature."""
    raw_name: bytes
    extra: bytes
    comment: bytes
    offset: int
    packed_size: int


class RawZip:
    """The members of a zip, read with caps, and written with some of them changed.

    Raises BadFile on whatever is wrong with the archive.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self._name = data, name
        self._archive = Archive(data, name)
        try:
            self._members = self._directory()
        except (struct.error, IndexError, UnicodeDecodeError) as error:
            raise BadFile("archive_damaged", name=name) from error
        if any(member.fields[2] & _ENCRYPTED_FLAG for member in self._members):
            raise BadFile("refresh_password", name=name)

    def names(self) -> list[str]:
        return self._archive.names()

    def __contains__(self, member: str) -> bool:
        return member in self._archive

    def read(self, member: str) -> bytes:
        return self._archive.read(member)

    def with_members(self, changed: Mapping[str, bytes]) -> bytes:
        """The zip with these members replaced where they lie, or added after the last."""
        pieces: list[bytes] = []
        entries: list[bytes] = []
        at = 0
        present = {member.name for member in self._members}
        added = [_added(name) for name in changed if name not in present]
        for member in (*self._members, *added):
            new = _Packed.of(changed[member.name]) if member.name in changed else None
            body = self._body(member) if new is None else _local(member, new)
            entries.append(_entry(member, at, new))
            pieces.append(body)
            at += len(body)
        directory = b"".join(entries)
        end = self._ending(len(entries), len(directory), at)
        return b"".join((*pieces, directory, end))

    def _directory(self) -> list[_Member]:
        end = self._data.rindex(b"PK\x05\x06") if b"PK\x05\x06" in self._data else -1
        if end < 0:
            raise BadFile("archive_damaged", name=self._name)
        _, _, _, _, count, _, start, self._comment_size = _END.unpack_from(self._data, end)
        self._comment = self._data[end + _END.size : end + _END.size + self._comment_size]
        if start == _FULL or count == 0xFFFF:
            count, start = self._zip64(end)
        members = []
        for _ in range(count):
            fields = _CENTRAL.unpack_from(self._data, start)
            if fields[0] != b"PK\x01\x02":
                raise BadFile("archive_damaged", name=self._name)
            sizes = fields[10:13]
            at = start + _CENTRAL.size
            raw_name = self._data[at : at + sizes[0]]
            extra = self._data[at + sizes[0] : at + sizes[0] + sizes[1]]
            comment = self._data[at + sizes[0] + sizes[1] : at + sum(sizes)]
            members.append(_member(fields[1:], raw_name, extra, comment))
            start = at + sum(sizes)
        return members

    def _zip64(self, end: int) -> tuple[int, int]:
        """Count and start of the central directory from the zip64 record before the end."""
        locator = end - 20
        if self._data[locator : locator + 4] != b"PK\x06\x07":
            raise BadFile("archive_damaged", name=self._name)
        record = struct.unpack_from("<Q", self._data, locator + 8)[0]
        count, _, start = struct.unpack_from("<3Q", self._data, record + 32)
        return count, start

    def _body(self, member: _Member) -> bytes:
        """Local header, name, data and what may follow it, as they lie in the file."""
        local = _LOCAL.unpack_from(self._data, member.offset)
        end = member.offset + _LOCAL.size + local[9] + local[10] + member.packed_size
        if local[2] & _DESCRIPTOR_FLAG:
            end += self._descriptor_size(end, member)
        return self._data[member.offset : end]

    def _descriptor_size(self, at: int, member: _Member) -> int:
        """With or without its signature, with sizes of 4 or (zip64) 8 bytes each."""
        signed = 4 if self._data[at : at + 4] == b"PK\x07\x08" else 0
        packed = struct.unpack_from("<I", self._data, at + signed + 4)[0]
        wide = self._data[at + signed + 12 : at + signed + 14]
        long = packed == member.packed_size and wide not in (b"PK", b"")
        return signed + (20 if long else 12)

    def _ending(self, count: int, size: int, at: int) -> bytes:
        return (
            _END.pack(b"PK\x05\x06", 0, 0, count, count, size, at, len(self._comment))
            + self._comment
        )


@dataclass(frozen=True)
class _Packed:
    """New bytes of a member, deflated."""

    data: bytes
    size: int
    crc: int

    @classmethod
    def of(cls, new: bytes) -> _Packed:
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        return cls(packer.compress(new) + packer.flush(), len(new), zlib.crc32(new))


def _flags(member: _Member) -> int:
    """What is kept of them: sizes stand in the header now, so none follow the data."""
    return member.fields[2] & _UTF8_FLAG


def _local(member: _Member, new: _Packed) -> bytes:
    header = _LOCAL.pack(
        b"PK\x03\x04",
        *(20, _flags(member), 8, member.fields[4], member.fields[5]),
        *(new.crc, len(new.data), new.size, len(member.raw_name), 0),
    )
    return header + member.raw_name + new.data


def _entry(member: _Member, at: int, new: _Packed | None) -> bytes:
    """The member's entry in the central directory, for a local header at `at`."""
    fields, extra = list(member.fields), member.extra
    if new is None:
        extra = _moved(extra, member, at)
        if fields[15] != _FULL:
            fields[15] = at
    else:
        extra = b""
        fields[1:4] = [20, _flags(member), 8]
        fields[6:9] = [new.crc, len(new.data), new.size]
        fields[15] = at
    fields[10] = len(extra)
    return _CENTRAL.pack(b"PK\x01\x02", *fields) + member.raw_name + extra + member.comment


def _added(name: str) -> _Member:
    raw = name.encode()
    fields = (20, 20, 0, 8, *_DOS_EPOCH, 0, 0, 0, len(raw), 0, 0, 0, 0, 0, 0)
    return _Member(name, fields, raw, b"", b"", 0, 0)


def _member(fields: tuple[int, ...], raw_name: bytes, extra: bytes, comment: bytes) -> _Member:
    encoding = "utf-8" if fields[2] & _UTF8_FLAG else "cp437"
    packed, offset = fields[7], fields[15]
    wide = _zip64_values(extra)
    for full, value in ((fields[8], "size"), (packed, "packed"), (offset, "offset")):
        if full == _FULL and wide:
            number = wide.pop(0)
            packed = number if value == "packed" else packed
            offset = number if value == "offset" else offset
    name = raw_name.decode(encoding)
    return _Member(name, fields, raw_name, extra, comment, offset, packed)


def _zip64_values(extra: bytes) -> list[int]:
    found = _zip64_field(extra)
    return [] if found is None else [n for (n,) in struct.iter_unpack("<Q", extra[slice(*found)])]


def _zip64_field(extra: bytes) -> tuple[int, int] | None:
    """Where the 8-byte numbers of the zip64 field lie in the extra fields."""
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<2H", extra, at)
        if kind == _ZIP64_EXTRA:
            return at + 4, at + 4 + size // 8 * 8
        at += 4 + size
    return None


def _moved(extra: bytes, member: _Member, at: int) -> bytes:
    """The extra fields with the member's new offset, where that stands among them."""
    field = _zip64_field(extra)
    if field is None or member.fields[15] != _FULL:
        return extra
    before = sum(8 for index in (8, 7) if member.fields[index] == _FULL)
    place = field[0] + before
    return extra[:place] + struct.pack("<Q", at) + extra[place + 8 :]
