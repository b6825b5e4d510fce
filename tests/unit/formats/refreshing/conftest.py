"""Chapters to refresh, the edits that an author makes in Word, and what must stay as it is."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PIL import Image

from makna.domain.controls import ControlTag, Part
from makna.domain.report import (
    Block,
    Control,
    Heading,
    Item,
    ItemList,
    Paragraph,
    Picture,
    Report,
    Span,
    Style,
)
from makna.formats.refreshing.chapter import Occasion, Outcome, refreshed
from makna.formats.refreshing.rawzip import RawZip
from makna.formats.refreshing.stamping import stamped
from makna.formats.writers.docx import write

PROJECT = "11111111-0000-4000-8000-000000000000"
MAIN = "word/document.xml"
_SDT = re.compile(rb"<w:sdt[ >]|</w:sdt>")
_OURS = re.compile(rb'<w:tag w:val="makna:')


def guid(number: int) -> str:
    return f"{number:08x}-0000-4000-8000-000000000000"


def tag(part: str, section: int, passage: int = 0) -> str:
    return ControlTag(Part(part), guid(section), guid(passage) if passage else "").text()


@dataclass(frozen=True)
class Quotation:
    passage: int
    text: str
    reference: str = "(I1, baris 3)"
    inline: bool = False
    note: str = ""
    bold: str = ""


@dataclass(frozen=True)
class Section:
    code: int
    title: str
    quotations: tuple[Quotation, ...] = ()
    introduction: str = ""
    closing: str = ""
    points: tuple[str, ...] = ()
    picture: bytes = b""

    def but(self, **changes: object) -> Section:
        return replace(self, **changes)


SECTIONS = (
    Section(
        *(1, "Kepercayaan warga"),
        (
            Quotation(1, "Setiap keluhan kami baca. ", bold="Admin wajib menjawab."),
            Quotation(2, "“pendek saja”", " (I1)", inline=True, note="Wawancara, 2025."),
        ),
        introduction="Bagian ini memuat alasan warga.",
        closing="Demikianlah.",
        points=("satu", "dua"),
    ),
    Section(2, "Respons cepat", (Quotation(3, "Saya tunggu lima hari. "),)),
)


def blocks(sections: tuple[Section, ...]) -> list[Block]:
    """As the chapter is laid out: heading, introduction, quotations, closing."""
    made: list[Block] = []
    for section in sections:
        code = section.code
        made.append(Control(tag("h", code), "Judul", (Heading(2, section.title),)))
        if section.introduction:
            text: list[Block] = [Paragraph((Span(section.introduction),))]
            if section.points:
                text.append(ItemList(tuple(Item((Span(p),)) for p in section.points)))
            made.append(Control(tag("i", code), "Pengantar", tuple(text)))
        if section.picture:
            shown = Picture(section.picture, 40, 30, "Gambar taman")
            made.append(Control(tag("q", code, 900 + code), "Gambar", (shown,)))
        made.extend(_quotation(code, quotation) for quotation in section.quotations)
        if section.closing:
            closing = Paragraph((Span(section.closing),))
            made.append(Control(tag("c", code), "Penutup", (closing,)))
    return made


def _quotation(code: int, quotation: Quotation) -> Block:
    key = tag("q", code, quotation.passage)
    spans = (
        Span(quotation.text),
        Span(quotation.bold, bold=True),
        Span(quotation.reference, note=quotation.note),
    )
    said = tuple(span for span in spans if span.text)
    if quotation.inline:
        return Paragraph(tuple(replace(span, control=key) for span in said))
    return Control(key, "Kutipan", (Paragraph(said, Style.QUOTE),))


@dataclass(frozen=True)
class Bench:
    """Writes chapters, has an author work on them, refreshes them."""

    folder: Path

    def fresh(self, sections: tuple[Section, ...] = SECTIONS) -> bytes:
        """The chapter as the writer makes it."""
        path = self.folder / "fresh.docx"
        report = Report("Bab IV", "id", blocks(sections), created_at="2026-11-21T00:00:00+00:00")
        write(report, path)
        return path.read_bytes()

    def exported(self, sections: tuple[Section, ...] = SECTIONS) -> bytes:
        """The chapter as an export leaves it."""
        return stamped(self.fresh(sections), "Bab.docx", PROJECT)

    def refreshed(self, data: bytes, sections: tuple[Section, ...]) -> Outcome:
        occasion = Occasion(
            PROJECT, "id", "2026-11-22T08:00:00Z", lambda key: "Tidak lagi diberi kode."
        )
        return refreshed(data, "Bab.docx", self.fresh(sections), occasion)

    def after(self, data: bytes, sections: tuple[Section, ...]) -> bytes:
        """The file after a refresh that changes something; a second one changes nothing."""
        new = self.refreshed(data, sections).data
        assert new is not None
        assert self.refreshed(new, sections).data is None
        return new

    def saved(self, data: bytes) -> Path:
        path = self.folder / "saved.docx"
        path.write_bytes(data)
        return path


def part(data: bytes, name: str = MAIN) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8-sig")


def edited(data: bytes, edit: Callable[[str], str], name: str = MAIN) -> bytes:
    """The file with a part that was edited."""
    before = part(data, name)
    after = edit(before)
    assert after != before, "the edit found nothing to change"
    return RawZip(data, "x").with_members({name: after.encode()})


def swap(old: str, new: str) -> Callable[[str], str]:
    """An edit that puts `new` where `old` stands first."""
    return lambda text: text.replace(old, new, 1)


def words(data: bytes) -> str:
    """All text of the body, a line a paragraph."""
    body = re.sub(r"</w:p>", "\n", part(data))
    kept = re.sub(r"<w:instrText.*?</w:instrText>|<w:delText.*?</w:delText>", "", body)
    return html.unescape(re.sub(r"<[^>]+>", "", kept))


def outside(data: bytes) -> dict[str, bytes]:
    """Everything in the file that is the author's, by member.

    Without: controls of Makna, its comments with their anchors, its notes and record, and the
    types and relationships that it added.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    ids = re.findall(
        rb'<w:comment [^>]*w:id="(\d+)"[^>]*w:author="Makna"', parts.get("word/comments.xml", b"")
    )
    kept = {}
    for name, content in parts.items():
        if name.startswith("customXml/") and b"urn:makna" in content:
            continue
        left = content
        if name == MAIN:
            left = _without_controls(_without_anchors(content, ids))
        elif name == "word/comments.xml":
            left = re.sub(rb'<w:comment [^>]*w:author="Makna".*?</w:comment>', b"", content)
        elif name == "word/footnotes.xml":
            left = _without_notes(content, _notes_of_controls(parts[MAIN]))
        elif name.endswith(".rels"):
            left = re.sub(rb'<Relationship Id="rIdMakna[^>]*/>', b"", content)
        elif name == "[Content_Types].xml":
            made = rb"comments\.xml|footnotes\.xml|itemProps\d+\.xml"
            left = re.sub(rb'<Override PartName="/[^"]*(' + made + rb')"[^>]*/>', b"", content)
            left = re.sub(rb'<Default Extension="(png|xml)"[^>]*/>', b"", left)
        kept[name] = left
    return kept


def _without_controls(xml: bytes) -> bytes:
    """The XML without the outermost controls of Makna, by counting tags."""
    pieces, at, depth, start = [], 0, 0, 0
    for match in _SDT.finditer(xml):
        if match[0] != b"</w:sdt>":
            if depth or _is_ours(xml, match.start()):
                start = start if depth else match.start()
                depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                pieces.append(xml[at:start])
                at = match.end()
    return b"".join((*pieces, xml[at:]))


def _is_ours(xml: bytes, at: int) -> bool:
    head = xml[at : xml.index(b"</w:sdtPr>", at)] if b"</w:sdtPr>" in xml[at:] else b""
    return b"<w:sdtContent" not in head and _OURS.search(head) is not None


def _without_anchors(xml: bytes, ids: list[bytes]) -> bytes:
    for key in ids:
        mark = rb'<w:commentRange(Start|End) w:id="' + key + rb'"/>'
        run = rb'<w:r>(<w:rPr>((?!</w:rPr>).)*</w:rPr>)?<w:commentReference w:id="' + key
        xml = re.sub(mark, b"", xml)
        xml = re.sub(run + rb'"/></w:r>', b"", xml)
    return xml


def _notes_of_controls(xml: bytes) -> set[bytes]:
    reference = rb'<w:footnoteReference w:id="(\d+)"'
    return set(re.findall(reference, xml)) - set(re.findall(reference, _without_controls(xml)))


def _without_notes(xml: bytes, ids: set[bytes]) -> bytes:
    for key in ids:
        xml = re.sub(rb'<w:footnote w:id="' + key + rb'".*?</w:footnote>', b"", xml, flags=re.S)
    return xml


def raw_members(data: bytes) -> dict[str, bytes]:
    """The bytes of every member as they lie in the zip, local header and packed data."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        order = sorted(archive.infolist(), key=lambda info: info.header_offset)
        ends = [info.header_offset for info in order[1:]] + [archive.start_dir]
        for info, end in zip(order, ends, strict=True):
            found[info.filename] = data[info.header_offset : end]
    return found


def member(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name) if name in archive.namelist() else b""


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    return RawZip(data, "x").with_members({name: content})


def png() -> bytes:
    """A small picture."""
    made = io.BytesIO()
    Image.new("RGB", (40, 30), (20, 120, 60)).save(made, "PNG")
    return made.getvalue()


@dataclass(frozen=True)
class Kit:
    """The helpers above, for tests that can't import them."""

    bench: Bench
    sections = SECTIONS
    Quotation = Quotation
    Section = Section
    tag = staticmethod(tag)
    part = staticmethod(part)
    edited = staticmethod(edited)
    swap = staticmethod(swap)
    words = staticmethod(words)
    outside = staticmethod(outside)
    raw_members = staticmethod(raw_members)
    member = staticmethod(member)
    with_member = staticmethod(with_member)
    png = staticmethod(png)


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    return Kit(Bench(tmp_path))
