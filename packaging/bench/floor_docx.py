"""The least that reading a Word file can cost: unzip, parse, join the text.

Opens the archive, parses the document, the styles, the numbering and the notes with lxml, and
joins the text of every paragraph by line feeds. No looks, no numbers, no positions, no checks.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _T = f"{_W}p", f"{_W}t"
_PARTS = ("styles", "numbering", "footnotes", "endnotes")


def read_floor(path: Path) -> str:
    """The bare text of a Word file, notes at the end."""
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        document = etree.fromstring(archive.read("word/document.xml"))
        parts = [
            etree.fromstring(archive.read(member))
            for part in _PARTS
            if (member := f"word/{part}.xml") in names
        ]
    return "\n".join(
        "".join([t.text or "" for t in paragraph.iter(_T)])
        for root in (document, *parts[2:])
        for paragraph in root.iter(_P)
    )
