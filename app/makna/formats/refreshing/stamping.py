"""Makes a freshly written chapter refreshable: bookmarks for LibreOffice, and the record."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from makna.domain.errors import BadFile
from makna.domain.refreshing import Written
from makna.formats.refreshing.numbers import Identifiers
from makna.formats.refreshing.parts import WordFile
from makna.formats.refreshing.rawxml import Edit, Node, insertion, with_content
from makna.formats.refreshing.reading import Control, controls
from makna.formats.refreshing.record import Record
from makna.formats.refreshing.regions import FIRST, LAST, LINE, Region, mark
from makna.scratch_files import unfinished

_BUILDING_BLOCK = b'<w:docPartObj><w:docPartGallery w:val="Quick Parts"/></w:docPartObj>'
"""What a control around paragraphs says it is, because LibreOffice 7.4 turns any other kind into
plain text: a quotation that ends with a footnote or a comment was lost there with all its words."""


def stamp(path: Path, project: str) -> None:
    """Make a chapter of ours that was just written refreshable. `project` is its GUID."""
    data = stamped(path.read_bytes(), path.name, project)
    with unfinished(path.with_name(f".{path.name}.{os.getpid()}.part")) as partial:
        partial.write_bytes(data)
        partial.replace(path)


def stamped(data: bytes, name: str, project: str) -> bytes:
    """A Word file of ours with the marks and the record that a refresh needs.

    `project` is its GUID. A file without controls comes back as it is.
    """
    file = WordFile(data, name)
    found = controls(file)
    if not found:
        return data
    identifiers = Identifiers([file.document])
    text = file.data(file.main)
    for each in found:
        if each.part == file.main:
            file.edit(file.main, *_marks(text, each.region, identifiers))
    part, _ = file.record()
    known = {each.tag: written(each) for each in found}
    file.keep_record(part, Record(project, known, _fingerprint(file)))
    return file.written()


def is_chapter(data: bytes, name: str) -> bool:
    """Whether it is a Word file with controls of Makna, or the record of them."""
    try:
        file = WordFile(data, name)
        part, record = file.record()
        return bool(part or controls(file, record.written))
    except BadFile:
        return False


def is_as_exported(data: bytes, name: str) -> bool:
    """Whether it is a chapter in which nobody has changed anything since it was exported."""
    try:
        file = WordFile(data, name)
        _, record = file.record()
        return bool(record.whole) and record.whole == _fingerprint(file)
    except BadFile:
        return False


def _fingerprint(file: WordFile) -> str:
    """Of everything that people write into: text, notes, comments, headers, styles, pictures."""
    found = hashlib.sha256()
    words = (n for n in file.names() if n.startswith("word/") and not n.endswith(".rels"))
    for part in sorted(words):
        found.update(hashlib.sha256(part.encode()).digest())
        found.update(hashlib.sha256(file.edited(part)).digest())
    return found.hexdigest()[:32]


def written(control: Control) -> Written:
    """What the record says of a control that has just been written from the project."""
    words = control.words
    return Written(control.tag, control.source, words.looks_hash, words.text_hash, words.styles)


def _marks(data: bytes, region: Region, identifiers: Identifiers) -> Iterable[Edit]:
    assert region.control is not None, "written by us"
    holder = region.control.child("sdtContent")
    if holder is None:
        return []
    if region.inline:
        start, end = _pair(LINE, region.tag, identifiers)
        return with_content(data, holder, start, end)
    paragraphs = list(holder.each("p"))
    if not paragraphs:
        return []
    first, last = paragraphs[0], paragraphs[-1]
    properties = region.control.child("sdtPr")
    assert properties is not None, "it holds the tag"
    edits = [insertion(properties.outer, _BUILDING_BLOCK)]
    for kind, paragraph in ((FIRST, first), (LAST, last)):
        start, end = _pair(kind, region.tag, identifiers)
        edits += _around(data, paragraph, start, end)
    return edits


def _around(data: bytes, paragraph: Node, start: bytes, end: bytes) -> list[Edit]:
    properties = paragraph.child("pPr")
    if properties is None:
        return with_content(data, paragraph, start, end)
    return [insertion(properties.end, start), insertion(paragraph.outer, end)]


def _pair(kind: str, tag: str, identifiers: Identifiers) -> tuple[bytes, bytes]:
    key = identifiers.next("bookmark")
    start = f'<w:bookmarkStart w:id="{key}" w:name="{mark(kind, tag)}"/>'
    return start.encode(), f'<w:bookmarkEnd w:id="{key}"/>'.encode()
