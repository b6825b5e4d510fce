"""Finds the reader for a file; each module in `makna.formats.readers` is one.

A reader has `SUFFIXES`, `MEDIA_TYPE`, `recognises(data)` and `read(data, name, options)`, may have
`LAST_RESORT = True` (asked when no other reader recognises the file) or `BY_SUFFIX = True` (takes
any text with one of its suffixes), and imports what is heavy inside `read`. Nothing here is
imported before it is needed, and all of it can be called in a spawned process.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from makna.domain.document import ParsedDocument
from makna.domain.errors import BadFile
from makna.formats import ReadOptions
from makna.formats.encoding import is_text

MAX_FILE = 512 << 20
"""Bytes; no interview is larger, and everything is read into memory."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"Rar!\x1a", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"ID3\x03", "MP3"),
    (b"ID3\x04", "MP3"),
    (b"OggS\x00", "Ogg"),
)
"""How common files that no reader takes begin."""
_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"mimetypeapplication/epub+zip", "EPUB"),
    (b"xl/workbook.bin", "Excel (.xlsb)"),
    (b"ppt/presentation", "PowerPoint"),
)


class Reader(Protocol):
    """What a module in `makna.formats.readers` offers."""

    SUFFIXES: tuple[str, ...]
    MEDIA_TYPE: str

    def recognises(self, data: bytes) -> bool: ...

    def read(self, data: bytes, name: str, options: ReadOptions) -> ParsedDocument: ...


@cache
def readers() -> tuple[Reader, ...]:
    """All readers; those of last resort at the end."""
    package = import_module("makna.formats.readers")
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    found = [cast(Reader, import_module(f"{package.__name__}.{name}")) for name in names]
    return tuple(sorted(found, key=_is_last_resort))


def suffixes() -> frozenset[str]:
    """Suffixes, lower case with the dot, by which files in a folder are worth trying."""
    return frozenset(suffix for reader in readers() for suffix in reader.SUFFIXES)


def read_document(
    path_or_data: Path | bytes, name: str = "", options: ReadOptions | None = None
) -> ParsedDocument:
    """Read one file, telling its format by content first and by the suffix of `name` second.

    `name` is what errors call the file; of a path its own name by default.
    Raises BadFile, and nothing else, for anything the file may be or hold.
    """
    if isinstance(path_or_data, bytes):
        data = path_or_data
    else:
        name = name or path_or_data.name
        data = _load(path_or_data, name)
    if not data:
        raise BadFile("file_empty", name=name)
    return _reader_for(data, name).read(data, name, options or ReadOptions())


def _load(path: Path, name: str) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE:
            raise BadFile("file_too_large", name=name, megabytes=MAX_FILE >> 20)
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BadFile("file_unreadable", name=name, reason=reason) from error


def _reader_for(data: bytes, name: str) -> Reader:
    suffix = Path(name).suffix.lower()
    refused = False
    for reader in readers():
        if _is_last_resort(reader) and not refused:
            _refuse_known(data, name)
            refused = True
            if (told := _by_suffix(data, suffix)) is not None:
                return told
        # A zip that is cut short may hold printable words only; it is no text all the same.
        if reader.recognises(data) and not (_is_last_resort(reader) and data.startswith(_ZIP)):
            return reader
    for reader in readers():
        if suffix in reader.SUFFIXES:  # too damaged to be recognised: the reader says how
            return reader
    raise BadFile("format_unknown", name=name)


def _by_suffix(data: bytes, suffix: str) -> Reader | None:
    """The reader for a text that nothing but its suffix tells from a plain one."""
    for reader in readers():
        if getattr(reader, "BY_SUFFIX", False) and suffix in reader.SUFFIXES and is_text(data):
            return reader
    return None


def _refuse_known(data: bytes, name: str) -> None:
    """Raise BadFile for what is certainly something that no reader takes."""
    if data.startswith(_OLE):
        raise BadFile(_ole_key(data), name=name)
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise BadFile("format_unsupported", name=name, format=kind)
    if data.startswith(_ZIP):
        for mark, kind in _ZIPPED:
            if mark in data:
                raise BadFile("format_unsupported", name=name, format=kind)


def _ole_key(data: bytes) -> str:
    """Word before 2007 and encrypted new files share a container; its directory tells."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "word_encrypted"
    if "WordDocument".encode("utf-16-le") in data:
        return "word_old"
    return "excel_old" if "Workbook".encode("utf-16-le") in data else "ole_unknown"


def _is_last_resort(reader: Reader) -> bool:
    return bool(getattr(reader, "LAST_RESORT", False))
