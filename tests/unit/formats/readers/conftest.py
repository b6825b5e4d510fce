"""Word files made of the XML that a test is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from makna.domain.document import Block, ParsedDocument, fits
from makna.domain.text import canonical
from makna.formats.registry import read_document

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{WORD}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    f'<Override PartName="/word/document.xml" ContentType="{OFFICE}.document.main+xml"/></Types>'
)


def word_bytes(body: str, *, relations: str = "", **parts: str | bytes) -> bytes:
    """A Word file with this body; `parts` are contents of parts by name, `core` the properties."""
    rows = [relations]
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    for number, (name, content) in enumerate(parts.items()):
        if isinstance(content, bytes):
            files[f"word/media/{name}.png"] = content
            rows.append(_relation(f"p-{name}", "image", f"media/{name}.png"))
        elif name == "core":
            files["docProps/core.xml"] = content
        else:
            files[f"word/{name}.xml"] = f"<w:{name} {NAMESPACES}>{content}</w:{name}>"
            rows.append(_relation(f"rId{number}", name, f"{name}.xml"))
    files["word/_rels/document.xml.rels"] = _relations("".join(rows))
    top = _relation("rId1", "officeDocument", "word/document.xml")
    if "core" in parts:
        top += (
            f'<Relationship Id="c" Type="{PACKAGE}/metadata/core-properties" '
            'Target="docProps/core.xml"/>'
        )
    files["_rels/.rels"] = _relations(top)
    return zipped(files)


def zipped(files: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _relation(identity: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identity}" Type="{TYPE}/{kind}" Target="{target}"/>'


def _relations(rows: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


class Reading:
    """A parsed document with what tests ask of it."""

    def __init__(self, document: ParsedDocument) -> None:
        self.document = document
        self.text = document.text

    @property
    def paragraphs(self) -> list[str]:
        return self.text.split("\n")

    @property
    def blocks(self) -> list[tuple[str, str, str]]:
        """Style, marker and text of each paragraph."""
        pairs = zip(self.document.layout, self.paragraphs, strict=True)
        return [(block.style, block.marker, text) for block, text in pairs]

    @property
    def markers(self) -> list[str]:
        return [block.marker for block in self.document.layout]

    @property
    def looks(self) -> list[tuple[str, str]]:
        """The text of each run with its looks as letters b, i, u."""
        found = []
        for block, text in zip(self.document.layout, self.paragraphs, strict=True):
            for run in block.runs:
                shown = "b" * run.bold + "i" * run.italic + "u" * run.underline
                found.append((text[run.start : run.end], shown))
        return found

    @property
    def warnings(self) -> list[str]:
        return [message.key for message in self.document.warnings]

    @property
    def comments(self) -> list[tuple[str, str]]:
        """What each comment is about, and what it says."""
        return [(self.text[c.start : c.end], c.text) for c in self.document.comments]

    def block(self, index: int) -> Block:
        return self.document.layout[index]


@pytest.fixture
def make_word() -> Callable[..., bytes]:
    return word_bytes


@pytest.fixture
def make_zip() -> Callable[[dict[str, str | bytes]], bytes]:
    return zipped


@pytest.fixture
def read_word() -> Callable[..., Reading]:
    """Read a body of WordprocessingML; checks what holds of every document."""

    def read(body: str, **parts: str | bytes) -> Reading:
        document = read_document(word_bytes(body, **parts), "uji.docx")  # type: ignore[arg-type]
        assert fits(document.text, document.layout)
        assert canonical(document.text) == document.text
        return Reading(document)

    return read
