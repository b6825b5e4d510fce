"""What surrounds the text of our Word documents: parts, settings, properties, numbering."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml import parse_xml
from docx.shared import Cm

from makna.domain.report import Page, Report
from makna.formats.writers._docx_ledger import Ledger
from makna.formats.writers._docx_styles import NAMESPACE, styles_xml
from makna.formats.writers._ooxml import attribute, word_language
from makna.formats.writers._ooxml import field as word_field
from makna.formats.writers._text import written_at

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_UNWANTED = ("stylesWithEffects", "customXml", "thumbnail")
"""Leftovers of python-docx's template: a picture of an empty page, an empty bibliography."""
_OWN = ("word/styles.xml", "word/settings.xml", "word/numbering.xml", "docProps/app.xml")
BULLETS, NUMBERS = 1, 2
"""`w:numId` of the bullets; `w:abstractNumId` of the numbers, of which every list has its own."""
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
NOTES_RELATION = (
    f'<Relationship Id="rIdMaknaNotes" Type="{RELATIONS}/footnotes" Target="footnotes.xml"/>'
)
NOTES_SETTING = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
NOTES_ROOT = f'{_DECLARED}<w:footnotes xmlns:w="{NAMESPACE}" xmlns:r="{RELATIONS}">'
NUMBERING_ROOT = f'{_DECLARED}<w:numbering xmlns:w="{NAMESPACE}">'
SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240"'
    f' w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


@dataclass(frozen=True)
class Around:
    """A part as what comes before and after that which is added to it."""

    before: str
    after: str


@dataclass(frozen=True)
class Package:
    """A document without text, taken apart where something is added."""

    document: Around
    section: str
    """Its last `w:sectPr`."""
    relations: str
    """`word/_rels/document.xml.rels`."""
    numbering: Around
    notes: Around
    parts: dict[str, bytes]
    """All other parts, the content types first."""
    page: Page
    ledger: Ledger
    """Counters that begin after what the package holds already."""
    numbers: int = NUMBERS
    """`w:abstractNumId` of the numbered lists."""
    styles: dict[str, str] = field(default_factory=dict)
    """Id in this package for the styles of ours that are called otherwise in it."""


DOCUMENT = Around(
    f'{_DECLARED}<w:document xmlns:w="{NAMESPACE}" xmlns:r="{RELATIONS}" xmlns:wp="{DRAWING}">'
    "<w:body>",
    "</w:body></w:document>",
)


def package(report: Report) -> Package:
    """An empty document with the report's page, properties, styles and footer."""
    document = docx.Document()
    describe(document, report)
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
    parts["docProps/app.xml"] = APP.encode()
    parts["[Content_Types].xml"] = with_types(parts["[Content_Types].xml"].decode()).encode()
    section = parts.pop("word/document.xml").decode()
    section = section[section.index("<w:sectPr") : section.index("</w:body>")]
    relations_xml = parts.pop("word/_rels/document.xml.rels").decode()
    return Package(
        document=DOCUMENT,
        section=_rooted(section),
        relations=relations_xml.replace("</Relationships>", f"{NOTES_RELATION}</Relationships>"),
        numbering=Around(f"{NUMBERING_ROOT}{lists_xml(BULLETS, NUMBERS)}", "</w:numbering>"),
        notes=Around(f"{NOTES_ROOT}{SEPARATORS}", "</w:footnotes>"),
        parts=parts,
        page=report.page,
        ledger=Ledger(bullets=BULLETS),
    )


def _rooted(section: str) -> str:
    """The element so that it can be parsed alone."""
    return section.replace("<w:sectPr", f'<w:sectPr xmlns:w="{NAMESPACE}" xmlns:r="{RELATIONS}"', 1)


def with_types(types: str, notes: bool = True) -> str:
    """The content types with those of pictures and, unless they are there, footnotes."""
    known = {extension.lower() for extension in re.findall(r'Extension="([^"]+)"', types)}
    added = "".join(
        f'<Default Extension="{extension}" ContentType="image/{extension}"/>'
        for extension in ("png", "jpeg")
        if extension not in known
    )
    if notes:
        added += f'<Override PartName="/word/footnotes.xml" ContentType="{_NOTES_TYPE}"/>'
    return types.replace("</Types>", f"{added}</Types>")


def numbering_xml(around: Around, numbers: int, ledger: Ledger) -> str:
    """`word/numbering.xml` with a numbered list for each (level, first number) of the ledger."""
    lists = [
        f'<w:num w:numId="{ledger.bullets + 1 + index}"><w:abstractNumId w:val="{numbers}"/>'
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{first}"/></w:lvlOverride>'
        "</w:num>"
        for index, (level, first) in enumerate(ledger.lists)
    ]
    return f"{around.before}{''.join(lists)}{around.after}"


def lists_xml(bullets: int, numbers: int) -> str:
    """How our bullets and numbers look, and the list of all bullets, which is `bullets` too."""
    return (
        f"{abstract(bullets, bulleted=True)}{abstract(numbers, bulleted=False)}"
        f'<w:num w:numId="{bullets}"><w:abstractNumId w:val="{bullets}"/></w:num>'
    )


def with_relations(relations: str, ledger: Ledger) -> str:
    """The relationships of the document with the links and pictures of the ledger added."""
    added = [
        f'<Relationship Id="{key}" Type="{RELATION.HYPERLINK}" Target="{attribute(address)}"'
        ' TargetMode="External"/>'
        for address, key in ledger.links.items()
    ]
    added.extend(
        f'<Relationship Id="{media.key}" Type="{RELATION.IMAGE}" Target="{media.name}"/>'
        for media in ledger.media.values()
    )
    return relations.replace("</Relationships>", f"{''.join(added)}</Relationships>")


def describe(document: Document, report: Report) -> None:
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
            f"{word_field('PAGE', '1')}</w:p>"
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
        f"{NOTES_SETTING}"
        # Without this a justified line is stretched where a soft break ends it.
        f"<w:compat><w:doNotExpandShiftReturn/>{compatibility}</w:compat>"
        f'<w:themeFontLang w:val="{word_language(report.language)}"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2"'
        ' w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4"'
        ' w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"'
        ' w:followedHyperlink="followedHyperlink"/>'
        f'<w:decimalSymbol w:val="{decimal}"/><w:listSeparator w:val="{separator}"/></w:settings>'
    )


def abstract(number: int, *, bulleted: bool) -> str:
    """A `w:abstractNum` with nine levels."""
    levels = []
    for level in range(9):
        left = 1134 + 425 * level
        kind, text = ("bullet", "•–"[level % 2]) if bulleted else _counter(level)
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


APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Makna</Application></Properties>"
)
