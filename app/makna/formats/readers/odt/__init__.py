"""OpenDocument texts (LibreOffice Writer; ISO/IEC 26300), zipped or flat, read with lxml."""

from __future__ import annotations

from makna.domain.document import ParsedDocument
from makna.formats import ReadOptions

SUFFIXES = (".odt", ".ott", ".fodt")
MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_FLAT = b"urn:oasis:names:tc:opendocument:xmlns:office"


def recognises(data: bytes) -> bool:
    """Whether this is a zip that says it holds such a text, or one flat XML file."""
    if data.startswith(b"PK\x03\x04"):
        return b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]
    head = data[:4000]
    return head.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<?xml") and _FLAT in head


def read(data: bytes, name: str, options: ReadOptions) -> ParsedDocument:
    """Everything a researcher would read in the document. Raises BadFile."""
    from makna.formats.readers.odt.reading import read_odt

    return read_odt(data, name, options)
