"""Sections: sheets that stand and sheets that lie, with the same headers and page numbers."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from makna.formats.writers._ooxml import paragraph
from makna.formats.xml import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FIRST_ONLY = ("type", "titlePg")
"""A title page is the first of the document, not of each section."""


class Sections:
    """Makes the `w:sectPr` elements of a document out of its last one.

    Every section names the same headers and footers. Only the first has a title page and begins
    to count its pages; the others go on counting.
    """

    def __init__(self, last: str) -> None:
        # Our own string, or a part that was parsed before.
        self._last: Element = etree.fromstring(last.encode())
        self._ended = 0
        size = self._last.find(f"{_W}pgSz")
        self.lies = size is not None and size.get(f"{_W}orient") == "landscape"

    def ended(self, *, turned: bool) -> str:
        """A paragraph that ends a section; the next block begins on a new sheet."""
        return paragraph("MaknaBreak", "", self._xml(turned=turned))

    def last(self, *, turned: bool) -> str:
        """The section of what follows the last break, for the end of the body."""
        return self._xml(turned=turned)

    def _xml(self, *, turned: bool) -> str:
        section = deepcopy(self._last)
        if turned and not self.lies:
            turn(section)
        if self._ended:
            _go_on(section)
        self._ended += 1
        return etree.tostring(section, encoding="unicode")


def turn(section: Element) -> None:
    """Lay the sheets of a section on their side."""
    size, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
    if size is not None:
        width, height = size.get(f"{_W}w", "11906"), size.get(f"{_W}h", "16838")
        size.set(f"{_W}w", height)
        size.set(f"{_W}h", width)
        size.set(f"{_W}orient", "landscape")
    if margins is not None:
        old = {name: margins.get(f"{_W}{name}", "1440") for name in _NEXT_EDGE}
        for edge, comes_from in _NEXT_EDGE.items():
            margins.set(f"{_W}{edge}", old[comes_from])


_NEXT_EDGE = {"left": "top", "top": "right", "right": "bottom", "bottom": "left"}
"""The sheet is turned so that its left edge, where it is bound, lies at the bottom."""


def _go_on(section: Element) -> None:
    for name in _FIRST_ONLY:
        for element in section.findall(f"{_W}{name}"):
            section.remove(element)
    for numbers in section.findall(f"{_W}pgNumType"):
        if numbers.get(f"{_W}start") is not None:
            del numbers.attrib[f"{_W}start"]
