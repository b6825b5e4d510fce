"""The user's template as the package around our text.

Kept: styles, numbering, settings, theme, fonts, headers and footers of its last section. Its text
goes, and with it all that only its text refers to; so do macros, links to other files and the name
of who wrote it.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from makna.domain.report import Report, WordTemplate
from makna.domain.wording import Language
from makna.formats.readers.docx.names import VAL, W_NS, w
from makna.formats.readers.docx.package import Package as Opened
from makna.formats.template_styles import complete
from makna.formats.templates import opened, page_of, template_of
from makna.formats.writers._docx_added_styles import with_our_styles
from makna.formats.writers._docx_kept_parts import Kept, relations_xml, serialized
from makna.formats.writers._docx_last_section import text_section_of
from makna.formats.writers._docx_ledger import Ledger
from makna.formats.writers._docx_package import (
    APP,
    DOCUMENT,
    NOTES_ROOT,
    NUMBERING_ROOT,
    SEPARATORS,
    Around,
    Package,
    abstract,
    lists_xml,
    package,
)
from makna.formats.writers._docx_sections import turn
from makna.formats.writers._ooxml import word_language
from makna.formats.xml import Element

_UNWANTED = ("attachedTemplate", "mailMerge", "documentProtection", "writeProtection")
"""Settings that would fetch another file, or keep the author from writing in their own."""
_AFTER_NOTES = (
    *("endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang"),
    *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures"),
    *("forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "schemaLibrary"),
    *("shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
)
_MARK = "makna"


def from_template(report: Report, template: WordTemplate) -> Package:
    """The template's package with room for our text. Raises BadFile when it cannot be used."""
    source = opened(template.data, "template.docx")
    root = source.root()
    section, pages = text_section_of(root)
    kept = Kept(source, pages)
    styles = source.parse(source.part("styles"))
    page = page_of(root, styles)
    if report.page.width_cm > report.page.height_cm and page.width_cm < page.height_cm:
        # A wide table needs its sheet on its side, whatever the campus writes on.
        turn(section)
        page = page.turned()
    known = template_of(template.data, "template.docx").styles
    mapped = complete(dict(template.styles), known)
    names = with_our_styles(styles, page, report.language, mapped)
    kept.replace("styles", serialized(styles))
    numbering, numbers, bullets = _numbering(source)
    notes, last_note, marks = _notes(source)
    _adjust_settings(source, kept, marks, report.language)
    own = package(report)
    for name in ("docProps/core.xml", "_rels/.rels"):
        kept.parts[name] = own.parts[name]
    kept.parts["docProps/app.xml"] = APP.encode()
    return Package(
        document=DOCUMENT,
        section=etree.tostring(section, encoding="unicode"),
        relations=relations_xml(kept.relations, "word"),
        numbering=numbering,
        notes=notes,
        parts={"[Content_Types].xml": kept.types(), **kept.parts},
        page=page,
        ledger=Ledger(bullets=bullets, notes_before=last_note),
        numbers=numbers,
        styles=names,
    )


def _numbering(source: Opened) -> tuple[Around, int, int]:
    """The lists of the template with ours after them; ids of our numbers and bullets."""
    root = source.optional("numbering")
    if root is None:
        return Around(f"{NUMBERING_ROOT}{lists_xml(1, 2)}", "</w:numbering>"), 2, 1
    root = _prefixed(root)
    for element in root.findall(w("numIdMacAtCleanup")):
        root.remove(element)
    bullets = 1 + _highest(root, "abstractNum", "abstractNumId")
    list_id = 1 + _highest(root, "num", "numId")
    lists = root.findall(w("num"))
    marker = etree.Comment(_MARK)
    if lists:
        lists[0].addprevious(marker)
    else:
        root.append(marker)
    text = etree.tostring(root, encoding="unicode")
    abstracts = abstract(bullets, bulleted=True) + abstract(bullets + 1, bulleted=False)
    text = text.replace(f"<!--{_MARK}-->", abstracts, 1)
    before, closing, end = text.rpartition("</")
    bulleted = f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{bullets}"/></w:num>'
    return Around(f"{before}{bulleted}", f"{closing}{end}"), bullets + 1, list_id


def _highest(root: Element, tag: str, attribute: str) -> int:
    values = [each.get(w(attribute), "") for each in root.findall(w(tag))]
    return max((int(value) for value in values if value.isdecimal()), default=0)


def _notes(source: Opened) -> tuple[Around, int, list[str]]:
    """The separators of the template's notes, the highest id in use, and the separators' ids."""
    root = source.optional("footnotes")
    if root is None:
        return Around(f"{NOTES_ROOT}{SEPARATORS}", "</w:footnotes>"), 0, ["-1", "0"]
    root = _prefixed(root)
    for note in list(root):
        if note.get(w("type"), "normal") == "normal":
            root.remove(note)
    if not len(root):
        return Around(f"{NOTES_ROOT}{SEPARATORS}", "</w:footnotes>"), 0, ["-1", "0"]
    marks = [note.get(w("id"), "0") for note in root]
    last = max((int(mark) for mark in marks if mark.lstrip("-").isdecimal()), default=0)
    before, closing, end = etree.tostring(root, encoding="unicode").rpartition("</")
    return Around(before, f"{closing}{end}"), max(last, 0), marks


def _prefixed(root: Element) -> Element:
    """The root with the prefix `w`, which our own elements are written with."""
    if root.nsmap.get("w") == W_NS:
        return root
    names: Any = {**root.nsmap, "w": W_NS}
    made = etree.Element(root.tag, nsmap=names)
    for key, value in root.items():
        made.set(key, value)
    made.extend(list(root))
    return made


def _adjust_settings(source: Opened, kept: Kept, marks: list[str], language: Language) -> None:
    root = source.optional("settings")
    if root is None:
        return
    for name in _UNWANTED:
        for element in root.findall(w(name)):
            root.remove(element)
    kept.forget_missing(root)
    _name_separators(root, "footnote", marks)
    _name_separators(root, "endnote", [])
    for spoken in root.findall(w("themeFontLang")):
        spoken.set(VAL, word_language(language))
    kept.replace("settings", serialized(root))


def _name_separators(root: Element, kind: str, ids: list[str]) -> None:
    """Say which notes are separators; how notes are numbered stays as the template says."""
    place = root.find(w(f"{kind}Pr"))
    if place is None:
        if not ids:
            return
        place = etree.Element(w(f"{kind}Pr"))
        _insert(root, place)
    for old in place.findall(w(kind)):
        place.remove(old)
    for mark in ids:
        etree.SubElement(place, w(kind)).set(w("id"), mark)


def _insert(root: Element, element: Element) -> None:
    """Put the setting where the schema wants it."""
    for child in root:
        if etree.QName(child).localname in _AFTER_NOTES:
            child.addprevious(element)
            return
    root.append(element)
