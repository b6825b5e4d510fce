"""A zip of which some members change, and the others stay as they lie in the file."""

from __future__ import annotations

import io
import zipfile

import pytest

from makna.domain.errors import BadFile
from makna.formats.refreshing.rawzip import RawZip


class Pipe(io.BytesIO):
    """A file that cannot be sought in: sizes follow the data then."""

    def seekable(self) -> bool:
        return False


def archive(into: io.BytesIO, *, wide: bool = False, comment: bytes = b"") -> bytes:
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as made:
        for index, name in enumerate(("[Content_Types].xml", "word/a.xml", "word/ü.bin")):
            info = zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 2 * index))
            info.compress_type = zipfile.ZIP_STORED if index == 2 else zipfile.ZIP_DEFLATED
            info.external_attr = 0o640 << 16
            with made.open(info, "w", force_zip64=wide) as member:
                member.write(name.encode() * 50)
        made.comment = comment
    return into.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        archive(io.BytesIO()),
        archive(io.BytesIO(), wide=True),
        archive(Pipe()),
        archive(Pipe(), wide=True),
        archive(io.BytesIO(), comment=b"ditulis penulis"),
    ],
    ids=["plain", "zip64", "streamed", "streamed-zip64", "comment"],
)
def test_untouched_members_are_copied_raw(data: bytes) -> None:
    new = RawZip(data, "x").with_members({"word/a.xml": b"baru" * 9, "word/b.xml": b"tambahan"})
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(io.BytesIO(new)) as after:
        names = [info.filename for info in before.infolist()]
        assert [info.filename for info in after.infolist()] == [*names, "word/b.xml"]
        assert after.testzip() is None
        assert after.read("word/a.xml") == b"baru" * 9
        assert after.comment == before.comment
        for name in (names[0], names[2]):
            old, copied = before.getinfo(name), after.getinfo(name)
            length = len(name.encode()) + 30 + old.compress_size
            there = data[old.header_offset : old.header_offset + length]
            assert new[copied.header_offset : copied.header_offset + length] == there
        changed = after.getinfo("word/a.xml")
        assert changed.date_time == before.getinfo("word/a.xml").date_time
        assert changed.external_attr == before.getinfo("word/a.xml").external_attr


def test_without_changes_the_file_is_the_same() -> None:
    for data in (archive(io.BytesIO(), comment=b"x"), archive(Pipe()), archive(Pipe(), wide=True)):
        assert RawZip(data, "x").with_members({}) == data


def test_a_truncated_zip_is_damaged() -> None:
    with pytest.raises(BadFile) as caught:
        RawZip(archive(io.BytesIO())[:-30], "x")
    assert caught.value.key == "archive_damaged"


def test_an_encrypted_member_is_a_password() -> None:
    data = bytearray(archive(io.BytesIO()))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(BadFile) as caught:
        RawZip(bytes(data), "x")
    assert caught.value.key == "refresh_password"
