"""All the words in a written file, also those that no page shows: for finding names in it.

Office files are read member by member (text, footnotes, comments and their authors, headers,
properties, custom XML, addresses of links, files inside the file), whatever wrote them; text that
is cut by formatting is read as one.
"""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from lxml import etree, html
from markdown_it import MarkdownIt
from PIL import Image

from makna.domain.errors import BadFile
from makna.formats import ReadOptions
from makna.formats.archive import Archive
from makna.formats.encoding import decode
from makna.formats.registry import read_document
from makna.formats.xml import parse_xml
from makna.formats.xml_texts import loosened, readings, without_data

_ZIP = b"PK\x03\x04"
_XML = (".xml", ".rels", ".vml", ".xhtml", ".opf", ".rdf", ".qde", ".qdc", ".svg")
_PLAIN = (".txt", ".md", ".csv", ".json", ".html", ".htm", ".css", ".srt", ".vtt")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp")
_DRAWN = (".emf", ".wmf")
_DOCUMENTS = (".rtf", ".odt", ".docx", ".xlsx", ".pdf")
_STORED = (".bin", ".doc", ".xls", ".ppt", ".mht", *_DRAWN)
"""Their bytes hold stretches of plain words."""
_DEEPEST = 3
"""Files in files in files."""
_STRETCH = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){4,}|[\x20-\x7e\xa0-\xff]{5,}")
_MARKS = re.compile(r"[*_`\\~]+")
_WRAPPED = re.compile(r"(?<=\S)[ \t\r]*\n[ \t]*(?=\S)")


@dataclass(frozen=True)
class FileTexts:
    parts: tuple[tuple[str, str], ...]
    """Name of a part and the words in it; a part that can be read in several ways stands there
    several times. A file of one piece has one part, its own name."""
    unread: tuple[str, ...] = ()
    """Parts without words that a program can read: pictures and the like."""


def file_texts(data: bytes, name: str) -> FileTexts:
    """Raises BadFile when it cannot be read at all."""
    return _file(data, name, 0)


def _file(data: bytes, name: str, depth: int) -> FileTexts:
    if data.startswith(_ZIP):
        return _archive(data, name, depth)
    suffix = _suffix(name)
    if suffix in _PLAIN or not suffix:
        return _parts(name, _plain(data, name, suffix))
    if suffix in (*_PICTURES, *_DRAWN):
        return FileTexts(_parts(name, _about(data, suffix)).parts, (name,))
    if suffix in _XML:
        return _parts(name, readings(parse_xml(data, name, name)))
    document = read_document(data, name, ReadOptions())
    facts = (document.title, document.author, *(comment.text for comment in document.comments))
    return _parts(name, ["\n".join((document.text, *facts))])


def _parts(name: str, texts: Iterator[str] | list[str]) -> FileTexts:
    return FileTexts(tuple((name, text) for text in dict.fromkeys(texts) if text.strip()))


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()


def _archive(data: bytes, name: str, depth: int) -> FileTexts:
    archive = Archive(data, name)
    names = [member for member in archive.names() if not member.endswith("/")]
    listed = "\n".join(names)
    parts = [(name, listed), (name, "\n".join(map(loosened, names)))]
    unread: list[str] = []
    for member in names:
        suffix = _suffix(member)
        if suffix in _XML or suffix in _PLAIN:
            texts = _member(archive.read(member), member, depth + 1)
        elif suffix in (*_PICTURES, *_STORED, *_DOCUMENTS):
            texts = _binary(archive.read(member), member, depth + 1)
        else:
            texts = FileTexts((), (member,))
        parts += texts.parts
        unread += texts.unread
    return FileTexts(tuple(parts), tuple(unread))


def _member(data: bytes, member: str, depth: int) -> FileTexts:
    if data.startswith(_ZIP):
        # Whatever its name says: an archive may hold itself, and would be unpacked for ever.
        return _binary(data, member, depth)
    try:
        return _file(data, member, depth)
    except BadFile:
        # What is no XML may still hold a name: its bytes as they are.
        texts = _parts(member, [data.decode("utf-8", errors="replace")])
        return FileTexts(texts.parts, (member,))


def _binary(data: bytes, member: str, depth: int) -> FileTexts:
    """A file inside the file, a picture, or bytes of a program that we cannot read."""
    known = data.startswith(_ZIP) or _suffix(member) in (*_DOCUMENTS, *_PICTURES)
    if known and depth < _DEEPEST:
        try:
            inner = _file(data, member, depth)
            return FileTexts(tuple((member, text) for _, text in inner.parts), inner.unread)
        except BadFile:
            pass
    return FileTexts(_parts(member, list(_stretches(data))).parts, (member,))


def _stretches(data: bytes) -> Iterator[str]:
    found = (match[0] for match in _STRETCH.finditer(data))
    yield "\n".join(each.decode("utf-16-le" if each[1:2] == b"\0" else "latin-1") for each in found)


def _about(data: bytes, suffix: str) -> Iterator[str]:
    """What is written into a picture beside what it shows: author, title, comment."""
    if suffix in _DRAWN:
        yield from _stretches(data)
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as picture:
                found = [*picture.info.values(), *picture.getexif().values()]
    except Exception:  # a damaged picture tells nothing; Pillow raises whatever it trips over
        return
    words = [each for each in found if isinstance(each, str)]
    words += [next(_stretches(each), "") for each in found if isinstance(each, bytes)]
    yield "\n".join(words)


def _plain(data: bytes, name: str, suffix: str) -> Iterator[str]:
    text = _decoded(data, name)
    if suffix == ".json":
        try:
            yield "\n".join(_strings(json.loads(text)))
        except ValueError:
            yield text
        except RecursionError as error:
            raise BadFile("not_searched", name=name) from error
    elif suffix in (".html", ".htm"):
        yield from _page(text, name)
    else:
        yield without_data(text)
    if suffix == ".md":
        # As it is shown, and without any marks: `**Ri**na` is Rina, `_Ri_na` might be meant so.
        yield _MARKS.sub("", without_data(text))
        yield from _page(MarkdownIt("commonmark").enable("table").render(text), name)
    elif suffix == ".csv":
        yield "\n".join(_rows(text))
    elif suffix == ".txt":
        yield _WRAPPED.sub(" ", text)


def _decoded(data: bytes, name: str) -> str:
    try:
        return decode(data, name)[0]
    except BadFile:
        return data.decode("utf-8-sig", errors="replace")


def _rows(text: str) -> Iterator[str]:
    """The cells of each row as one line."""
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield " ".join(" ".join(row).split("\n"))
    except csv.Error:
        return


def _page(text: str, name: str) -> Iterator[str]:
    """Raises BadFile where a part of it would be left out without a word."""
    # Without `huge_tree` that is everything from the 256th level on, or after 10 MB in one piece.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError):
        yield without_data(text)
        return
    if any(said.level == etree.ErrorLevels.FATAL for said in parser.error_log):
        raise BadFile("not_searched", name=name)
    notes = "\n".join(str(node.text or "") for node in root.iter(etree.Comment))
    try:
        for reading in readings(root, page=True):
            yield f"{reading}\n{without_data(notes)}"
    except RecursionError as error:
        raise BadFile("not_searched", name=name) from error


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
