"""From the bytes of a Word file to a parsed document."""

from __future__ import annotations

from makna.domain.document import ParsedDocument
from makna.domain.errors import BadFile
from makna.domain.wording import Message
from makna.formats import ReadOptions
from makna.formats.finishing import finished
from makna.formats.readers.docx import MEDIA_TYPE
from makna.formats.readers.docx.blocks import Blocks
from makna.formats.readers.docx.comments import read_comments
from makna.formats.readers.docx.names import BODY
from makna.formats.readers.docx.package import Package
from makna.formats.readers.docx.story import Story
from makna.formats.xml import Element

_DC = "{http://purl.org/dc/elements/1.1/}"


def read_word(data: bytes, name: str, options: ReadOptions) -> ParsedDocument:
    """Everything a researcher would read in the document. Raises BadFile."""
    try:
        return _read(Package(data, name), options)
    except RecursionError as error:
        raise BadFile("xml_too_deep", name=name, part="word/document.xml") from error


def _read(package: Package, options: ReadOptions) -> ParsedDocument:
    root = package.root()
    story = Story(package, root)
    body = root.find(BODY)
    assert body is not None  # `Package.root` looked
    Blocks(story).body(body)
    text, layout, starts = story.collector.finish()
    if not text.strip():
        inserted = story.left_out["docx_inserted_files"]
        raise BadFile("word_inserted_only" if inserted else "file_empty", name=package.name)
    comments, adrift = read_comments(package, story.anchors, starts, text)
    title, author = _properties(package)
    warnings = story.warnings()
    if adrift:
        warnings = (*warnings, Message.of("docx_comments_adrift", count=adrift))
    document = ParsedDocument(
        text,
        layout,
        comments=tuple(comments),
        pictures=story.pictures.bytes_of,
        media_type=MEDIA_TYPE,
        title=title,
        author=author,
        language=story.styles.language,
        warnings=warnings,
    )
    return finished(document, options)


def _properties(package: Package) -> tuple[str, str]:
    """Title and author that the file names.

    Its day of creation is the template's or the typist's: no day an interview was held on.
    """
    root = package.optional("core-properties")
    if root is None:
        return "", ""
    return _said(root, f"{_DC}title"), _said(root, f"{_DC}creator")


def _said(root: Element, tag: str) -> str:
    return " ".join((root.findtext(tag) or "").split())
