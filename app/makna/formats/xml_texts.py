"""The words in XML and in web pages, for finding names: each way in which they can be read.

What cuts a line differs by vocabulary: in Word and in drawings a paragraph, in workbooks a cell, in
web pages whatever is no part of a line. Attributes are words, too: alternative texts, authors,
addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from makna.formats.xml import Element

_OOXML = "http://schemas.openxmlformats.org/"
W = f"{_OOXML}wordprocessingml/2006/main"
_DRAWING = f"{_OOXML}drawingml/2006/main"
_SHEET = f"{_OOXML}spreadsheetml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_PAGE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rb rp
    rt ruby s samp small span strike strong sub sup time tt u var wbr""".split()
)
"""What stands in a line of a web page; all else begins a new one."""
_SAYS = {
    W: frozenset("t delText instrText delInstrText".split()),
    _DRAWING: frozenset("t"),
    _SHEET: None,
}
"""Where these vocabularies have text (None: anywhere); what stands between elements is layout."""
_LINES = {W: frozenset(("p", "tc")), _DRAWING: frozenset("p"), _ODF: frozenset("ph")}
"""What begins a new line, where all else does not."""
_SPACES = {
    *((W, name) for name in ("tab", "br", "cr")),
    *((_ODF, name) for name in ("tab", "s", "line-break")),
    (_DRAWING, "br"),
}
_APART = frozenset("drawing pict object AlternateContent note annotation frame".split())
"""What hangs on a line and is no part of it: pictures, text boxes, notes."""
_LOOKS = ("rPr", "pPr", "tblPr", "tcPr", "sectPr")
_FIELD = frozenset(("instrText", "delInstrText"))
_SHOWN = frozenset(("del", "moveFrom")) | _FIELD
_BEFORE = frozenset(("ins", "moveTo")) | _FIELD
_EDGES = re.compile("(?:odd|even|first)(?:Header|Footer)")
_EDGE_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|\d+|[A-Z])')
_LAYOUT = re.compile(r"[ \t\r\n]+")
_JOINTS = re.compile(r"[\s_.+\-/\\?=&#:@~,;()]+")
_EMBEDDED = re.compile(r"data:[\w.+-]*/[\w.+-]+(?:;[\w=.-]+)*;base64,[A-Za-z0-9+/=]*")


def readings(root: Element, *, page: bool = False) -> Iterator[str]:
    """The words of a tree, a line for each paragraph, cell or value; `page`: of a web page.

    First with everything in it; then as it is shown, and as it was before changes that were
    tracked, both without codes of fields and with addresses taken apart.
    """
    values = [without_data(str(v)) for each in root.iter() for v in each.attrib.values()]
    apart = [loosened(value) for value in values]
    for left_out, told in ((frozenset[str](), values), (_SHOWN, apart), (_BEFORE, apart)):
        words = _Words(left_out, page).of(root)
        yield "\n".join((words, *told))


def loosened(text: str) -> str:
    """An address or a file's name with spaces for what keeps its words apart."""
    return _JOINTS.sub(" ", unquote(text))


def without_data(text: str) -> str:
    """The text without pictures that are written into it as letters: those spell no names."""
    return _EMBEDDED.sub("data:", text) if "base64," in text else text


class _Words:
    """Collects one reading."""

    def __init__(self, left_out: frozenset[str], page: bool) -> None:
        self._left_out, self._page = left_out, page
        self._pieces: list[str] = []
        self._waiting: list[Element] = []

    def of(self, root: Element) -> str:
        self._inside(root)
        while self._waiting:
            self._pieces.append("\n")
            self._inside(self._waiting.pop())
        lines = "".join(self._pieces).split("\n")
        return "\n".join(line for line in lines if line.strip())

    def _inside(self, element: Element) -> None:
        space, local = _name(element)
        self._say(element.text, space, local)
        for child in element:
            if isinstance(child.tag, str):
                self._read(child)
            # What follows an element belongs to the one around it.
            self._say(child.tail, space, local, follows=True)

    def _read(self, element: Element) -> None:
        space, local = _name(element)
        left_out = self._left_out if space == W else ()
        if local in left_out or (space in _SAYS and local in _LOOKS):
            return
        if local in _APART and not self._page:
            self._waiting.append(element)
            return
        edge = "" if self._in_line(space, local) else "\n"
        if (space, local) in _SPACES or (self._page and local == "br"):
            edge = " "
        if (space, local) == (W, "noBreakHyphen"):
            edge = "-"
        self._pieces.append(edge)
        self._inside(element)
        self._pieces.append(edge if edge == "\n" else "")

    def _in_line(self, space: str, local: str) -> bool:
        if self._page:
            return local in _PAGE
        if space == _SHEET:
            return local in ("r", "t")
        return space in _LINES and local not in _LINES[space]

    def _say(self, text: str | None, space: str, local: str, *, follows: bool = False) -> None:
        if not text:
            return
        if space in _SAYS:
            holders = _SAYS[space]
            if follows or (holders is not None and local not in holders):
                return
        if self._left_out and space == _SHEET and _EDGES.fullmatch(local):
            text = _EDGE_CODE.sub(" ", text)
        self._pieces.append(without_data(_LAYOUT.sub(" ", text)))


def _name(element: Element) -> tuple[str, str]:
    name = etree.QName(element)
    return name.namespace or "", name.localname
