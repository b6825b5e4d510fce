"""Our styles put beside those of a template: same font, no inherited indents."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from makna.domain.report import Page
from makna.domain.wording import Language
from makna.formats.readers.docx.names import PPR, RPR, VAL, w
from makna.formats.writers._docx_styles import styles_xml
from makna.formats.writers._ooxml import word_language
from makna.formats.xml import Element

_AFTER_IND = (
    *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection"),
    *("textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr"),
)
_AFTER_JC = _AFTER_IND[4:]
_EDGES = ("left", "right", "firstLine")


def with_our_styles(
    root: Element, page: Page, language: Language, mapped: Mapping[str, str]
) -> dict[str, str]:
    """Add to the template's styles those of ours that are not mapped.

    Returns what every style of ours is called now, for those that are called otherwise.
    """
    names = {**mapped}
    _tell_apart(root)
    ours = etree.fromstring(styles_xml(page, language).encode())
    taken = {style.get(w("styleId"), "") for style in root.iter(w("style"))}
    called = _by_name(root)
    added = []
    for style in ours.iter(w("style")):
        style_id = style.get(w("styleId"), "")
        if style_id in names:
            continue
        there = called.get(_key(style)) or _default(root, style)
        if there is not None:
            names[style_id] = there
            continue
        names[style_id] = _free(style_id, taken)
        taken.add(names[style_id])
        added.append(style)
    for style in added:
        root.append(_adapted(style, names))
    _speak(root, language)
    return {mine: theirs for mine, theirs in names.items() if mine != theirs}


def _tell_apart(root: Element) -> None:
    """Number styles of one kind and name: LibreOffice writes such, Word repairs the file."""
    seen = set()
    for style in root.iter(w("style")):
        name, number = style.find(w("name")), 2
        if name is None:
            continue
        called = name.get(VAL, "")
        while _key(style) in seen:
            name.set(VAL, f"{called} ({number})")
            number += 1
        seen.add(_key(style))


def _by_name(root: Element) -> dict[tuple[str, str], str]:
    return {_key(style): style.get(w("styleId"), "") for style in root.iter(w("style"))}


def _key(style: Element) -> tuple[str, str]:
    name = style.find(w("name"))
    return style.get(w("type"), ""), "" if name is None else name.get(VAL, "").casefold()


def _default(root: Element, style: Element) -> str | None:
    """The template's own default where ours is one: there is one of a kind."""
    if style.get(w("default")) is None:
        return None
    kind = style.get(w("type"))
    for each in root.iter(w("style")):
        if each.get(w("type")) == kind and each.get(w("default")) in ("1", "true"):
            return each.get(w("styleId"))
    return None


def _free(style_id: str, taken: set[str]) -> str:
    number, name = 1, style_id
    while name in taken:
        number += 1
        name = f"{style_id}{number}"
    return name


def _adapted(style: Element, names: Mapping[str, str]) -> Element:
    style = deepcopy(style)
    based = style.find(w("basedOn"))
    on_theirs = based is not None and not based.get(VAL, "").startswith("Makna")
    style_id = style.get(w("styleId"), "")
    style.set(w("styleId"), names[style_id])
    for tag in ("basedOn", "next", "link"):
        other = style.find(w(tag))
        if other is not None:
            other.set(VAL, names.get(other.get(VAL, ""), other.get(VAL, "")))
    if style.get(w("type")) == "paragraph" and on_theirs:
        # Running text of a campus is justified and indented: a table cell or a heading is not.
        _stand_alone(style)
    return style


def _stand_alone(style: Element) -> None:
    looks = style.find(PPR)
    if looks is None:
        looks = etree.Element(PPR)
        run = style.find(RPR)
        if run is None:
            style.append(looks)
        else:
            run.addprevious(looks)
    indent = looks.find(w("ind"))
    if indent is None:
        indent = etree.Element(w("ind"))
        _insert(looks, indent, _AFTER_IND)
    for edge in _EDGES:
        if indent.get(w(edge)) is None and not (edge == "firstLine" and indent.get(w("hanging"))):
            indent.set(w(edge), "0")
    if looks.find(w("jc")) is None:
        align = etree.Element(w("jc"))
        align.set(VAL, "left")
        _insert(looks, align, _AFTER_JC)


def _insert(looks: Element, element: Element, following: tuple[str, ...]) -> None:
    for child in looks:
        if etree.QName(child).localname in following:
            child.addprevious(element)
            return
    looks.append(element)


def _speak(root: Element, language: Language) -> None:
    """The document's language, so that the spelling is checked in that of the text."""
    defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{RPR}/{w('lang')}")
    normal = [
        style.find(f"{RPR}/{w('lang')}")
        for style in root.iter(w("style"))
        if style.get(w("default")) in ("1", "true")
    ]
    for place in (defaults, *normal):
        if place is not None:
            place.set(VAL, word_language(language))
