"""Formulas of Word (Office Math) as one line of text."""

from __future__ import annotations

from collections.abc import Callable

from makna.formats.readers.docx.names import M_NS, T
from makna.formats.xml import Element


def m(name: str) -> str:
    return f"{{{M_NS}}}{name}"


_TEXT = frozenset({m("t"), T})
_VAL = m("val")
_SIGNS = {m("sub"): "_", m("sup"): "^"}


def linear(element: Element) -> str:
    """The characters of a formula in reading order, with `/`, `^`, `_`, `√` where they are due."""
    if element.tag in _TEXT:
        return element.text or ""
    shape = _SHAPES.get(element.tag)
    return shape(element) if shape is not None else "".join(linear(child) for child in element)


def _scripted(element: Element) -> str:
    """An expression with indices and powers: `x_i^2`."""
    pieces = []
    for child in element:
        sign, text = _SIGNS.get(child.tag, ""), linear(child)
        pieces.append(f"{sign}{_whole(text)}" if sign and text else text)
    return "".join(pieces)


def _fraction(element: Element) -> str:
    return f"{_whole(_part(element, 'num'))}/{_whole(_part(element, 'den'))}"


def _root(element: Element) -> str:
    degree = _part(element, "deg")
    return f"√{f'[{degree}]' if degree else ''}({_part(element, 'e')})"


def _delimited(element: Element) -> str:
    """Expressions in brackets of their own kind, in round ones unless it says otherwise."""
    opening = _character(element, "d", "begChr", "(")
    closing = _character(element, "d", "endChr", ")")
    separator = _character(element, "d", "sepChr", "|")
    return opening + separator.join(linear(each) for each in element.iterchildren(m("e"))) + closing


def _sum(element: Element) -> str:
    """A sum, integral or the like with its limits, then what it is of."""
    sign = _character(element, "nary", "chr", "∫")
    limits = "".join(
        f"{sign_before}{_whole(limit)}"
        for name, sign_before in (("sub", "_"), ("sup", "^"))
        if (limit := _part(element, name))
    )
    return f"{sign}{limits}{' ' if limits else ''}{_part(element, 'e')}"


def _matrix(element: Element) -> str:
    rows = (row.iterchildren(m("e")) for row in element.iterchildren(m("mr")))
    return "; ".join(" ".join(linear(each) for each in row) for row in rows)


def _accented(element: Element) -> str:
    """A letter and the sign that stands over it."""
    return _part(element, "e") + _character(element, "acc", "chr", "\u0302")


def _part(element: Element, name: str) -> str:
    found = element.find(m(name))
    return linear(found) if found is not None else ""


def _character(element: Element, shape: str, name: str, usual: str) -> str:
    found = element.find(f"{m(f'{shape}Pr')}/{m(name)}")
    return found.get(_VAL, "") if found is not None else usual


def _whole(text: str) -> str:
    """In brackets unless it is one sign or a number: what belongs together stays together."""
    return text if len(text) == 1 or text.isdecimal() else f"({text})"


_SHAPES: dict[str, Callable[[Element], str]] = {
    m("f"): _fraction,
    **dict.fromkeys((m("sSup"), m("sSub"), m("sSubSup")), _scripted),
    m("rad"): _root,
    m("d"): _delimited,
    m("nary"): _sum,
    m("m"): _matrix,
    m("acc"): _accented,
}
