"""Word: named styles, real headings, lists and captions, a table of contents, nothing to update.

The parts around the text come from python-docx or from the user's template, the text itself is
streamed as strings (see `_ooxml`). Facts: ECMA-376 part 1, sections 17 (WordprocessingML) and 22
(shared).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from makna.domain.report import Report
from makna.formats.writers._docx_body import Body
from makna.formats.writers._docx_package import Package, numbering_xml, package, with_relations
from makna.formats.writers._docx_sections import Sections
from makna.formats.writers._docx_template import from_template

_CHUNK = 256
"""Blocks that are handed to the compressor together."""
_STYLE = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]+)"')


def write(report: Report, path: Path) -> None:
    """Write the report as a Word document.

    Raises UserError when the report's template is not a Word file that can be used.
    """
    around = from_template(report, report.template) if report.template else package(report)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in around.parts.items():
            archive.writestr(name, data)
        _write_text(report, around, archive)
        ledger = around.ledger
        for media in ledger.media.values():
            archive.writestr(f"word/{media.name}", media.data)
        relations = with_relations(around.relations, ledger)
        archive.writestr("word/_rels/document.xml.rels", relations)
        numbering = numbering_xml(around.numbering, around.numbers, ledger)
        archive.writestr("word/numbering.xml", numbering)
        notes = f"{around.notes.before}{''.join(ledger.notes)}{around.notes.after}"
        archive.writestr("word/footnotes.xml", renamed(notes, around.styles))


def renamed(xml: str, styles: dict[str, str]) -> str:
    """The XML with styles of ours called as `styles` says; text cannot be taken for a style."""
    if not styles:
        return xml
    return _STYLE.sub(lambda found: f'{found[1]}{styles.get(found[2], found[2])}"', xml)


def _write_text(report: Report, around: Package, archive: zipfile.ZipFile) -> None:
    body = Body(report, around.ledger, around.page, Sections(around.section))
    with archive.open("word/document.xml", "w", force_zip64=True) as part:
        part.write(around.document.before.encode())
        for chunk in _chunks(body.elements()):
            part.write(renamed(chunk, around.styles).encode())
        part.write(around.document.after.encode())


def _chunks(pieces: Iterable[str]) -> Iterator[str]:
    waiting: list[str] = []
    for piece in pieces:
        waiting.append(piece)
        if len(waiting) >= _CHUNK:
            yield "".join(waiting)
            waiting.clear()
    yield "".join(waiting)
