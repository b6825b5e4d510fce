"""The section of a template that our text is put into."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from makna.formats.readers.docx.names import R_NS, W_NS, w
from makna.formats.templates import text_section
from makna.formats.xml import Element

_REFERENCES = ("headerReference", "footerReference")
_UNWANTED = ("sectPrChange", "printerSettings")
_USUAL = (
    f'<w:sectPr xmlns:w="{W_NS}"><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440"'
    ' w:right="1440" w:bottom="1440" w:left="1440" w:header="709" w:footer="709" w:gutter="0"/>'
    "</w:sectPr>"
)


def text_section_of(root: Element) -> tuple[Element, set[str]]:
    """The section of running text with the headers that it has or inherits; their relationships."""
    found = text_section(root)
    if found is None:
        return etree.fromstring(_USUAL.encode()), set()
    section = deepcopy(found)
    inherited: dict[tuple[str, str], str] = {}
    for earlier in root.iter(w("sectPr")):
        for name in _REFERENCES:
            for reference in earlier.findall(w(name)):
                key = (name, reference.get(w("type"), "default"))
                inherited[key] = reference.get(f"{{{R_NS}}}id", "")
        if earlier is found:
            break
    _clean(section)
    for (name, kind), relation in reversed(inherited.items()):
        element = etree.Element(w(name))
        element.set(w("type"), kind)
        element.set(f"{{{R_NS}}}id", relation)
        section.insert(0, element)
    return section, set(inherited.values())


def _clean(section: Element) -> None:
    """Without references (they are put in anew), old changes, and what only newer Words know."""
    for name in list(section.attrib):
        if not str(name).startswith(f"{{{W_NS}}}"):
            del section.attrib[name]
    for child in list(section):
        known = isinstance(child.tag, str) and child.tag.startswith(f"{{{W_NS}}}")
        if not known or etree.QName(child).localname in (*_REFERENCES, *_UNWANTED):
            section.remove(child)
