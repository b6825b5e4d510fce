"""From the bytes of an OpenDocument text to a parsed document."""

from __future__ import annotations

from makna.domain.document import ParsedDocument
from makna.domain.errors import BadFile
from makna.domain.wording import Message
from makna.formats import ReadOptions
from makna.formats.archive import Archive
from makna.formats.finishing import finished
from makna.formats.notes import placed
from makna.formats.readers.odt import MEDIA_TYPE
from makna.formats.readers.odt.blocks import Blocks
from makna.formats.readers.odt.names import dc, meta, office
from makna.formats.xml import Element, parse_xml


def read_odt(data: bytes, name: str, options: ReadOptions) -> ParsedDocument:
    """Everything a researcher would read in the document. Raises BadFile."""
    try:
        return _read(data, name, options)
    except RecursionError as error:
        raise BadFile("xml_too_deep", name=name, part="content.xml") from error


def _read(data: bytes, name: str, options: ReadOptions) -> ParsedDocument:
    warnings: list[Message] = []
    archive, content, others = _parts(data, name, warnings)
    body = content.find(f"{office('body')}/{office('text')}")
    if body is None:
        raise BadFile("odt_no_text", name=name)
    blocks = Blocks([content, *others], archive)
    blocks.body(body)
    text, layout, starts = blocks.collector.finish()
    if not text.strip():
        raise BadFile("file_empty", name=name)
    facts = _facts([content, *others])
    document = ParsedDocument(
        text,
        layout,
        comments=placed(blocks.comments, starts, text),
        pictures=blocks.pictures.bytes_of,
        media_type=MEDIA_TYPE,
        title=facts[0],
        author=facts[1],
        language=blocks.styles.language,
        warnings=(*warnings, *blocks.warnings()),
    )
    return finished(document, options)


def _parts(
    data: bytes, name: str, warnings: list[Message]
) -> tuple[Archive | None, Element, list[Element]]:
    """The archive, if it is one, the content, and the parts beside it as far as they are sound."""
    if not data.startswith(b"PK"):
        return None, parse_xml(data, name, "office:document"), []
    archive = Archive(data, name)
    if "META-INF/manifest.xml" in archive and (
        b"encryption-data" in archive.read("META-INF/manifest.xml")
    ):
        raise BadFile("file_encrypted", name=name)
    content = parse_xml(archive.read("content.xml"), name, "content.xml")
    others = []
    for part in ("styles.xml", "meta.xml"):
        try:
            others.append(parse_xml(archive.read(part), name, part))
        except BadFile as error:
            if error.key != "archive_part_missing":
                warnings.append(Message.of("docx_part_damaged", part=part))
    return archive, content, others


def _facts(roots: list[Element]) -> tuple[str, str]:
    """Title and author that the file names; the day it was made says nothing of the talk."""
    found: dict[str, str] = {}
    for root in roots:
        for group in root.iterchildren(office("meta")):
            for element in group:
                found.setdefault(str(element.tag), " ".join((element.text or "").split()))
    author = found.get(meta("initial-creator")) or found.get(dc("creator"), "")
    return found.get(dc("title"), ""), author
