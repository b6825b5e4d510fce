"""Saved web pages: one HTML file, or a page with its pictures in one MHTML file."""

from __future__ import annotations

import re

from makna.domain.document import ParsedDocument
from makna.formats import ReadOptions
from makna.formats.encoding import glimpse

SUFFIXES = (".html", ".htm", ".xhtml", ".mhtml", ".mht")
MEDIA_TYPE = "text/html"
BY_SUFFIX = True

_HEAD = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html[\s>])", re.I | re.S
)
_MAIL = re.compile(r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,20}", re.I)


def recognises(data: bytes) -> bool:
    """Whether the file begins as a page does, or as one that a browser saved whole."""
    head = glimpse(data)
    return _HEAD.match(head) is not None or is_mhtml(head)


def is_mhtml(head: str) -> bool:
    """Whether this begins with the header of a message that holds a page."""
    fields = _MAIL.match(head.replace("\r\n", "\n").lstrip())
    said = fields[0].lower() if fields else ""
    return "mime-version:" in said and "content-type: multipart/related" in said


def read(data: bytes, name: str, options: ReadOptions) -> ParsedDocument:
    """The main text of the page and what it says of itself. Raises BadFile."""
    from makna.formats.readers.html.reading import read_page

    return read_page(data, name, options)
