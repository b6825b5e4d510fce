"""Rich Text Format, versions up to 1.9.1, by a small tokenizer of our own.

Libraries that turn RTF into text drop the looks, notes and comments, and guess at code pages.
"""

from __future__ import annotations

from makna.domain.document import ParsedDocument
from makna.formats import ReadOptions

SUFFIXES = (".rtf",)
MEDIA_TYPE = "application/rtf"


def recognises(data: bytes) -> bool:
    """Whether the file begins as RTF does."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


def read(data: bytes, name: str, options: ReadOptions) -> ParsedDocument:
    """Everything a researcher would read in the document. Raises BadFile."""
    from makna.formats.readers.rtf.reading import read_rtf

    return read_rtf(data, name, options)
