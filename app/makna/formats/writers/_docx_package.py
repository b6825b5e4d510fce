"""What surrounds the text of our Word documents: parts, settings, properties, numbering."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml import parse_xml
from docx.shared import Cm

from makna.domain.report import Page, Report
from makna.formats.writers._docx_styles import NAMESPACE, styles_xml
from makna.formats.writers._ooxml import attribute, field, word_language
from makna.formats.writers._text import written_at

_UNWANTED = ("stylesWithEffects", "customXml", "thumbnail")
"""Leftovers of python-docx's template: a picture of an empty page, an empty bibliography."""
_OWN = ("word/styles.xml", "word/settings.xml", "word/numbering.xml", "docProps/app.xml")
BULLETS, NUMBERS = 1, 2
"""`w:numId` of the bullets; `w:abstractNumId` of the numbers, of which every list has its own."""


@dataclass(frozen=True)
class Package:
    """A document without text, taken apart: `document` is split where the text belongs."""

    head: str
    tail: str
    relations: str
    """`word/_rels/document.xml.rels`."""
    parts: dict[str, bytes]
    """All other parts, the content types first."""


def package(report: Report) -> Package:
    """An empty document with the report's page, properties, styles and footer."""
    document = docx.Document()
    _describe(document, report)
    _lay_out(document, report.page)
    _number_pages(document)
    for relations in (document.part.rels, document.part.package.rels):
        for key in [k for k, rel in relations.items() if rel.reltype.endswith(_UNWANTED)]:
            del relations[key]
    stored = io.BytesIO()
    document.save(stored)
    with zipfile.ZipFile(stored) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name not in _OWN}
    parts["word/styles.xml"] = styles_xml(report.page, report.language).encode()
    parts["word/settings.xml"] = _settings(report).encode()
    parts["docProps/app.xml"] = _APP.encode()
    head, opening, tail = parts.pop("word/document.xml").decode().partition("<w:body>")
    relations_xml = parts.pop("word/_rels/document.xml.rels").decode()
    return Package(head + opening, tail, relations_xml, parts)


def numbering_xml(starts: list[tuple[int, int]]) -> str:
    """`word/numbering.xml` with a numbered list for each (level, first number) of `starts`.

    The first of them has the `w:numId` `BULLETS` + 1.
    """
    lists = [
        f'<w:num w:numId="{BULLETS + 1 + index}"><w:abstractNumId w:val="{NUMBERS}"/>'
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{first}"/></w:lvlOverride>'
        "</w:num>"
        for index, (level, first) in enumerate(starts)
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:numbering xmlns:w="{NAMESPACE}">'
        f"{_abstract(BULLETS)}{_abstract(NUMBERS)}"
        f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="{BULLETS}"/></w:num>'
        f"{''.join(lists)}</w:numbering>"
    )


def with_links(relations: str, links: dict[str, str]) -> str:
    """The relationships with external hyperlinks added: `links` is id by address."""
    added = "".join(
        f'<Relationship Id="{key}" Type="{RELATION.HYPERLINK}" Target="{attribute(address)}"'
        ' TargetMode="External"/>'
        for address, key in links.items()
    )
    return relations.replace("</Relationships>", f"{added}</Relationships>")


def _describe(document: Document, report: Report) -> None:
    core = document.core_properties
    core.title, core.subject, core.author = _short(report.title), _short(report.subtitle), ""
    core.author = core.last_modified_by = _short(report.author)
    core.language = word_language(report.language)
    core.comments, core.keywords = "", ""
    written = written_at(report)
    if written is None:
        for name in ("created", "modified"):
            element = core._element.find(f"{{http://purl.org/dc/terms/}}{name}")
            core._element.remove(element)
    else:
        core.created = core.modified = written


def _short(text: str) -> str:
    """Core properties hold at most 255 characters, and python-docx refuses more."""
    return "".join(char if char >= " " else " " for char in text)[:255]


def _lay_out(document: Document, page: Page) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(page.width_cm), Cm(page.height_cm)
    wide = page.width_cm > page.height_cm
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.left_margin, section.right_margin = Cm(page.left_cm), Cm(page.right_cm)
    section.top_margin, section.bottom_margin = Cm(page.top_cm), Cm(page.bottom_cm)
    section.header_distance = section.footer_distance = Cm(1.5)


def _number_pages(document: Document) -> None:
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    element = footer._element
    for child in list(element):
        element.remove(child)
    element.append(
        parse_xml(
            f'<w:p xmlns:w="{NAMESPACE}"><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
            f"{field('PAGE', '1')}</w:p>"
        )
    )


def _settings(report: Report) -> str:
    """Word 2013 and later's own mode; no `updateFields`, which makes Word ask at every opening."""
    decimal, separator = (",", ";") if report.language == "id" else (".", ",")
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/>'
        # Without this a justified line is stretched where a soft break ends it.
        f"<w:compat><w:doNotExpandShiftReturn/>{compatibility}</w:compat>"
        f'<w:themeFontLang w:val="{word_language(report.language)}"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2"'
        ' w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4"'
        ' w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"'
        ' w:followedHyperlink="followedHyperlink"/>'
        f'<w:decimalSymbol w:val="{decimal}"/><w:listSeparator w:val="{separator}"/></w:settings>'
    )


def _abstract(number: int) -> str:
    levels = []
    for level in range(9):
        left = 1134 + 425 * level
        kind, text = ("bullet", "•–"[level % 2]) if number == BULLETS else _counter(level)
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{left}" w:hanging="425"/></w:pPr></w:lvl>'
        )
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{''.join(levels)}</w:abstractNum>"
    )


def _counter(level: int) -> tuple[str, str]:
    return ("decimal", "lowerLetter", "lowerRoman")[level % 3], f"%{level + 1}."


_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Makna</Application></Properties>"
)
