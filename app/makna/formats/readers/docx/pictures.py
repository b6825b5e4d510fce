"""Drawings: embedded pictures at their place, text boxes, and what cannot be kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from makna.formats.pictures import PictureBox
from makna.formats.readers.docx.names import (
    ALTERNATE,
    BLIP,
    C_NS,
    CHOICE,
    CX_NS,
    DGM_NS,
    FALLBACK,
    IMAGE_DATA,
    MATH,
    OLE_OBJECT,
    REL_EMBED,
    REL_ID,
    TEXT_BOX,
    T,
    w,
)
from makna.formats.readers.docx.package import Package, Relation
from makna.formats.xml import Element

_LEFT_OUT = {
    f"{{{C_NS}}}chart": "docx_charts",
    f"{{{CX_NS}}}chart": "docx_charts",
    f"{{{DGM_NS}}}relIds": "docx_diagrams",
    OLE_OBJECT: "docx_objects",
}
_MEANINGFUL = (TEXT_BOX, BLIP, IMAGE_DATA, MATH, T, w("sym"))


class Pictures:
    """The pictures met so far, by SHA-256, and counts of what was left out by message key."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._by_member: dict[str, str] = {}
        self._box = PictureBox()
        self.bytes_of = self._box.bytes_of
        self.left_out: Counter[str] = Counter()

    def digest(self, relation: Relation | None) -> str | None:
        """SHA-256 of the picture that a relation names; None, counted, when it can't be had."""
        if relation is None or relation.external:
            self.left_out["docx_pictures_left_out"] += 1
            return None
        if relation.target not in self._by_member:
            self._by_member[relation.target] = self._box.load(
                self._package.archive, relation.target
            )
        if not self._by_member[relation.target]:
            self.left_out["docx_pictures_left_out"] += 1
        return self._by_member[relation.target] or None


def drawn(element: Element, left_out: Counter[str]) -> Iterator[Element]:
    """Pictures and text boxes in a drawing, in order; a text box is not searched itself."""
    for child in element:
        tag = child.tag
        if tag in (TEXT_BOX, BLIP, IMAGE_DATA):
            yield child
        elif tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from drawn(branch, left_out)
        else:
            if tag in _LEFT_OUT:
                left_out[_LEFT_OUT[tag]] += 1
            yield from drawn(child, left_out)


def relation_id(element: Element) -> str:
    """The relation that a picture element names, if it is embedded."""
    return element.get(REL_EMBED if element.tag == BLIP else REL_ID, "")


def chosen(alternate: Element) -> Element | None:
    """The one branch to read of markup that an application may choose from.

    The first choice unless only the fallback holds anything a reader sees.
    """
    choices = [child for child in alternate if child.tag == CHOICE]
    fallback = alternate.find(FALLBACK)
    for branch in choices:
        if next(branch.iter(*_MEANINGFUL), None) is not None:
            return branch
    return fallback if fallback is not None else (choices[0] if choices else None)
