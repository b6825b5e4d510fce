"""What a paragraph or character style means for the reader: kind of block, looks, numbering."""

from __future__ import annotations

from dataclasses import dataclass, replace

from makna.formats.blocknames import block_of_name
from makna.formats.collector import BOLD, HIDDEN, ITALIC, UNDERLINE
from makna.formats.readers.docx.names import PPR, RPR, TYPE, VAL, w
from makna.formats.xml import Element

LOOK_TAGS = {w("b"): BOLD, w("i"): ITALIC, w("vanish"): HIDDEN, w("u"): UNDERLINE}
_TOGGLES = BOLD | ITALIC | HIDDEN
OFF = frozenset({"0", "false", "off", "none"})
"""Values that switch an on/off property off; without a value it is on."""
_CHAIN = 50
"""Styles may be based on each other in a circle; Word stops, and so do we."""

_NUM_PR, _ILVL, _NUM_ID, _OUTLINE = w("numPr"), w("ilvl"), w("numId"), w("outlineLvl")
_NAME, _BASED_ON, _STYLE, _DEFAULT = w("name"), w("basedOn"), w("style"), w("default")
_STYLE_ID = w("styleId")


@dataclass(frozen=True)
class Numbering:
    """A place in a numbered or bulleted list; `num` "0" means: not in a list."""

    num: str | None = None
    level: int | None = None


@dataclass(frozen=True)
class ParagraphStyle:
    """A paragraph style with everything that it inherits."""

    block: str = "body"
    looks: int = 0
    numbering: Numbering | None = None
    id: str = ""


@dataclass(frozen=True)
class _Looks:
    """Which looks something sets (mask), and to what."""

    mask: int = 0
    value: int = 0

    def under(self, upper: _Looks) -> _Looks:
        return _Looks(
            self.mask | upper.mask, (self.value & ~upper.mask) | (upper.value & upper.mask)
        )


_NOTHING = _Looks()


class Styles:
    """The styles of a document, resolved when first asked for."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._default_id = ""
        self._defaults = _NOTHING
        self.language = ""
        if root is not None:
            self._read(root)
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._characters: dict[str, int] = {}

    def paragraph(self, style_id: str = "") -> ParagraphStyle:
        """The paragraph style with this id; the default style for an empty or unknown one."""
        found = self._paragraphs.get(style_id)
        if found is None:
            found = self._paragraphs[style_id] = self._resolve(style_id)
        return found

    def toggled(self, style_id: str, base: int) -> int:
        """`base` looks of a paragraph under a character style.

        Toggle properties of both styles cancel each other (ECMA-376 part 1, 17.7.3).
        """
        looks = self._characters.get(style_id)
        if looks is None:
            chain = _NOTHING
            for element in reversed(self._chain(style_id)):
                chain = chain.under(_looks_of(element.find(RPR)))
            looks = self._characters[style_id] = chain.value & chain.mask
        return ((base ^ looks) & _TOGGLES) | ((base | looks) & UNDERLINE)

    def numbering_of(self, style_id: str) -> Numbering | None:
        """The list that a numbering style stands for."""
        element = self._elements.get(style_id)
        return numbering_of(element.find(PPR)) if element is not None else None

    def _read(self, root: Element) -> None:
        for element in root:
            if element.tag == _STYLE:
                style_id = element.get(_STYLE_ID, "")
                self._elements[style_id] = element
                if element.get(_DEFAULT) in ("1", "true", "on") and (
                    element.get(TYPE) == "paragraph"
                ):
                    self._default_id = style_id
            elif element.tag == w("docDefaults"):
                self._defaults = _looks_of(element.find(f"{w('rPrDefault')}/{RPR}"))
                self.language = _language(element)
        default = self._elements.get(self._default_id)
        if default is not None:
            self.language = _language(default) or self.language

    def _chain(self, style_id: str) -> list[Element]:
        """The style, what it is based on, and so on."""
        chain: list[Element] = []
        while len(chain) < _CHAIN and (element := self._elements.get(style_id)) is not None:
            chain.append(element)
            based_on = element.find(_BASED_ON)
            style_id = based_on.get(VAL, "") if based_on is not None else ""
        return chain

    def _resolve(self, style_id: str) -> ParagraphStyle:
        chain = self._chain(style_id)
        if not chain:
            block = block_of_name(style_id)
            if style_id == self._default_id or block == "body":
                chain = self._chain(self._default_id)
            if not chain:
                return ParagraphStyle(block, self._defaults.value, id=style_id)
        looks, numbering = self._defaults, Numbering()
        for element in reversed(chain):
            looks = looks.under(_looks_of(element.find(RPR)))
            numbering = _merged(numbering, numbering_of(element.find(PPR)))
        block = _block(chain)
        # The block style of a heading stands for its looks; only what differs is a run.
        shown = looks.value & looks.mask if block == "body" else looks.value & HIDDEN
        kept = numbering if numbering.num not in (None, "0") else None
        own_id = chain[0].get(_STYLE_ID, "")
        return ParagraphStyle(block, shown, kept, own_id)


def is_on(element: Element) -> bool:
    """The value of an on/off property."""
    return element.get(VAL) not in OFF


def outline_block(level: Element | None) -> str | None:
    """The block style of an outline level: `body` for level 9, None when none is given."""
    value = level.get(VAL, "") if level is not None else ""
    if not value.isdecimal():
        return None
    return f"heading-{min(int(value) + 1, 6)}" if int(value) < 9 else "body"


def numbering_of(properties: Element | None) -> Numbering | None:
    """The list that paragraph properties name, as far as they name one."""
    element = properties.find(_NUM_PR) if properties is not None else None
    if element is None:
        return None
    num, level = element.find(_NUM_ID), element.find(_ILVL)
    depth = level.get(VAL, "") if level is not None else ""
    return Numbering(
        num.get(VAL) if num is not None else None,
        min(int(depth), 8) if depth.isdecimal() else None,
    )


def _merged(lower: Numbering, upper: Numbering | None) -> Numbering:
    if upper is None:
        return lower
    merged = replace(lower, level=upper.level) if upper.level is not None else lower
    return replace(merged, num=upper.num) if upper.num is not None else merged


def _block(chain: list[Element]) -> str:
    for element in chain:
        name = element.find(_NAME)
        block = block_of_name(name.get(VAL, "") if name is not None else "")
        if block != "body":
            return block
        outlined = outline_block(element.find(f"{PPR}/{_OUTLINE}"))
        if outlined is not None:
            return outlined
    return "body"


def _looks_of(properties: Element | None) -> _Looks:
    mask = value = 0
    for element in properties if properties is not None else ():
        bit = LOOK_TAGS.get(element.tag)
        if bit:
            mask |= bit
            value |= bit if is_on(element) else 0
    return _Looks(mask, value)


def _language(element: Element) -> str:
    found = next(element.iter(w("lang")), None)
    tag = found.get(VAL, "") if found is not None else ""
    return tag.partition("-")[0].lower()
