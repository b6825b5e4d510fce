"""All the words in a written file, also those that no page shows: for finding names in it.

Office files are read member by member (text, footnotes, comments and their authors, headers,
properties, custom XML, addresses of links), whatever wrote them; text that is cut by formatting is
read as one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from lxml import etree, html

from makna.domain.errors import BadFile
from makna.formats import ReadOptions
from makna.formats.archive import Archive
from makna.formats.registry import read_document
from makna.formats.xml import Element, parse_xml

_ZIP = b"PK\x03\x04"
_XML = (".xml", ".rels", ".vml", ".xhtml", ".opf", ".rdf", ".qde", ".qdc")
_PLAIN = (".txt", ".md", ".csv", ".json", ".html", ".htm", ".css", ".srt", ".vtt")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg")
_INLINE = frozenset(
    """r t delText instrText tab br cr hyperlink ins del moveFrom moveTo smartTag sdt sdtContent
    sdtPr fldSimple rPr pPr proofErr bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd
    commentReference annotationRef lastRenderedPageBreak noBreakHyphen softHyphen sym drawing
    footnoteReference endnoteReference fldChar rStyle b bCs i iCs u lang color sz szCs rFonts
    span a s soft-hyphen line-break soft-page-break text-box em strong
    small sub sup mark""".split()
)
"""Elements (by local name) inside a line of text; any other begins a new one."""
_SPACES = {"tab": " ", "br": " ", "cr": " ", "line-break": " ", "s": " ", "noBreakHyphen": "-"}
_MARKUP = re.compile(r"[*_`\\~]+")


@dataclass(frozen=True)
class FileTexts:
    parts: tuple[tuple[str, str], ...]
    """Name of a part and the words in it; a file of one piece has one part, its own name."""
    unread: tuple[str, ...] = ()
    """Parts without words that a program can read: pictures and the like."""


def file_texts(data: bytes, name: str) -> FileTexts:
    """Raises BadFile when it cannot be read at all."""
    if data.startswith(_ZIP):
        return _archive(data, name)
    suffix = PurePath(name).suffix.lower()
    if suffix in _PLAIN or not suffix:
        return FileTexts(((name, _plain(data, suffix)),))
    if suffix in _PICTURES:
        return FileTexts((), (name,))
    if suffix in _XML:
        return FileTexts(((name, xml_words(parse_xml(data, name, name))),))
    document = read_document(data, name, ReadOptions())
    facts = (document.title, document.author, *(comment.text for comment in document.comments))
    return FileTexts(((name, "\n".join((document.text, *facts))),))


def _archive(data: bytes, name: str) -> FileTexts:
    archive = Archive(data, name)
    parts: list[tuple[str, str]] = [(name, "\n".join(archive.names()))]
    unread = []
    for member in archive.names():
        suffix = "." + member.rpartition(".")[2].lower()
        if member.endswith("/"):
            continue
        if suffix in _XML:
            parts.append((member, _member(archive.read(member), name, member)))
        elif suffix in _PLAIN:
            parts.append((member, _plain(archive.read(member), suffix)))
        else:
            unread.append(member)
    return FileTexts(tuple(parts), tuple(unread))


def _member(data: bytes, name: str, member: str) -> str:
    try:
        return xml_words(parse_xml(data, name, member))
    except BadFile:
        # What is no XML may still hold a name: its bytes as they are.
        return data.decode("utf-8", errors="replace")


def xml_words(root: Element) -> str:
    """The words of an XML tree, a line for each paragraph or value, attributes included."""
    pieces: list[str] = []
    values: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        local = _local(element)
        if event == "start":
            values.extend(str(value) for value in element.attrib.values())
            pieces.append(_SPACES.get(local, "") if local in _INLINE else "\n")
            pieces.append(element.text or "")
        else:
            pieces.append(("" if local in _INLINE else "\n") + (element.tail or ""))
    return _lines("".join(pieces)) + "\n" + "\n".join(values)


def _local(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _lines(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip())


def _plain(data: bytes, suffix: str) -> str:
    text = data.decode("utf-8-sig", errors="replace")
    if suffix == ".json":
        try:
            return "\n".join(_strings(json.loads(text)))
        except (ValueError, RecursionError):
            return text
    if suffix in (".html", ".htm"):
        return _page(text)
    if suffix == ".md":
        # `**Ri**na` and `\[Rina\]` are read as they are shown, and as they are written.
        return f"{text}\n{_MARKUP.sub('', text)}" if _MARKUP.search(text) else text
    return text


def _page(text: str) -> str:
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError):
        return text
    notes = "\n".join(str(node.text or "") for node in root.iter(etree.Comment))
    return f"{xml_words(root)}\n{notes}"


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
