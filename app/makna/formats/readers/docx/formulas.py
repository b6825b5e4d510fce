"""Formulas of Word (Office Math) as one line of text."""

from __future__ import annotations

from makna.formats.readers.docx.names import M_NS, T
from makna.formats.xml import Element


def m(name: str) -> str:
    return f"{{{M_NS}}}{name}"


_TEXT = frozenset({m("t"), T})
_PARTS = {
    # An argument that needs a sign before it, so that ½ does not become 12.
    m("f"): (m("den"), "/"),
    m("sSup"): (m("sup"), "^"),
    m("sSub"): (m("sub"), "_"),
}
_ROOT, _DELIMITER, _NARY, _CHARACTER = m("rad"), m("d"), m("nary"), m("chr")


def linear(element: Element) -> str:
    """The characters of a formula in reading order, with `/`, `^`, `_`, `√` where they are due."""
    if element.tag in _TEXT:
        return element.text or ""
    part, sign = _PARTS.get(element.tag, ("", ""))
    pieces = []
    for child in element:
        text = linear(child)
        if child.tag == part:
            text = sign + (f"({text})" if len(text) > 1 and sign == "/" else text)
        pieces.append(text)
    joined = "".join(pieces)
    if element.tag == _ROOT:
        return f"√({joined})"
    if element.tag == _DELIMITER:
        return f"({joined})"
    if element.tag == _NARY:
        sign_element = element.find(f"{m('naryPr')}/{_CHARACTER}")
        return (sign_element.get(m("val"), "∫") if sign_element is not None else "∫") + joined
    return joined
