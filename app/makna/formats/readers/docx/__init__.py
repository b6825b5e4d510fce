"""Word documents (Office Open XML, transitional and strict), read with lxml directly.

python-docx builds an object for each paragraph and run and knows no notes, fields or comments'
ranges; walking the elements once costs a fraction of it.
"""

from __future__ import annotations

from makna.domain.document import ParsedDocument
from makna.formats import ReadOptions

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def recognises(data: bytes) -> bool:
    """Whether this is a zip with a folder `word/`, truncated or not."""
    return data.startswith(b"PK\x03\x04") and b"word/" in data


def read(data: bytes, name: str, options: ReadOptions) -> ParsedDocument:
    """Everything a researcher would read in the document. Raises BadFile."""
    from makna.formats.readers.docx.reading import read_word

    return read_word(data, name, options)
