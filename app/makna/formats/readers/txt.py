"""Plain text in whatever encoding it comes."""

from __future__ import annotations

from makna.domain.document import ParsedDocument, plain_layout
from makna.domain.errors import BadFile
from makna.domain.text import canonical
from makna.domain.wording import Message
from makna.formats import ReadOptions
from makna.formats.encoding import decode, is_text
from makna.formats.finishing import finished

SUFFIXES = (".txt", ".text", ".log")
MEDIA_TYPE = "text/plain"
LAST_RESORT = True
"""Almost anything may be a text: the other readers are asked first."""


def recognises(data: bytes) -> bool:
    """Whether the bytes are text in some encoding rather than something binary."""
    return is_text(data)


def read(data: bytes, name: str, options: ReadOptions) -> ParsedDocument:
    """The text as it stands; says when its encoding was a guess. Raises BadFile."""
    raw, warnings = decode(data, name, options.encoding)
    text = canonical(raw.removesuffix("\x1a"))  # end of file in old DOS editors
    if not text.strip("\ufffd \t\n\r\x0b\x0c\u2028\u00a0"):
        raise BadFile("file_empty", name=name)
    if nuls := raw.count("\0"):
        warnings.append(Message.of("txt_nul_replaced", count=nuls))
    layout = plain_layout(text)
    document = ParsedDocument(text, layout, media_type=MEDIA_TYPE, warnings=tuple(warnings))
    return finished(document, options)
