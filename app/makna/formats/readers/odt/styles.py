"""What styles of an OpenDocument text mean for the reader: kind of block and looks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from makna.formats.blocknames import block_of_name
from makna.formats.collector import BOLD, HIDDEN, ITALIC, UNDERLINE
from makna.formats.readers.odt.names import fo, office, style, text
from makna.formats.xml import Element

_CHAIN = 50
"""Styles may be based on each other in a circle."""
_ESCAPED = re.compile(r"_([0-9a-fA-F]{2})_")
_NAME, _FAMILY, _PARENT = style("name"), style("family"), style("parent-style-name")
_WEIGHT, _SLANT, _LINE = fo("font-weight"), fo("font-style"), style("text-underline-style")
_HEAVY = frozenset({"bold", "600", "700", "800", "900"})


@dataclass(frozen=True)
class ParagraphStyle:
    """A paragraph style with everything that it inherits."""

    block: str = "body"
    looks: int = 0


class Styles:
    """Paragraph and text styles, automatic ones first, resolved when first asked for."""

    def __init__(self, roots: list[Element]) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self.language = ""
        for root in roots:
            for group in (office("automatic-styles"), office("styles")):
                for element in root.iterchildren(group):
                    self._read(element)
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._spans: dict[tuple[str, int], int] = {}

    def paragraph(self, name: str) -> ParagraphStyle:
        """The paragraph style of this name; plain body text for an unknown one."""
        found = self._paragraphs.get(name)
        if found is None:
            found = self._paragraphs[name] = self._resolve(name)
        return found

    def span(self, name: str, base: int) -> int:
        """`base` looks under a text style."""
        key = (name, base)
        if key not in self._spans:
            looks = base
            for element in reversed(self._chain("text", name)):
                looks = _under(element, looks)
            self._spans[key] = looks
        return self._spans[key]

    def _read(self, group: Element) -> None:
        for element in group:
            if element.tag == style("style"):
                key = (element.get(_FAMILY, ""), element.get(_NAME, ""))
                self._elements.setdefault(key, element)
            elif element.tag == style("default-style") and element.get(_FAMILY) == "paragraph":
                properties = element.find(style("text-properties"))
                if properties is not None:
                    language = properties.get(fo("language"), "")
                    self.language = language if language.isalpha() else ""

    def _chain(self, family: str, name: str) -> list[Element]:
        chain: list[Element] = []
        while len(chain) < _CHAIN and (found := self._elements.get((family, name))) is not None:
            chain.append(found)
            name = found.get(_PARENT, "")
        return chain

    def _resolve(self, name: str) -> ParagraphStyle:
        chain = self._chain("paragraph", name)
        looks = 0
        for element in reversed(chain):
            looks = _under(element, looks)
        names = [shown_name(element) for element in chain] or [_unescaped(name)]
        block = next((b for b in map(block_of_name, names) if b != "body"), "body")
        # The block style of a heading stands for its looks; only what differs is a run.
        return ParagraphStyle(block, looks if block == "body" else looks & HIDDEN)


def shown_name(element: Element) -> str:
    """The name of a style as people see it."""
    return element.get(style("display-name")) or _unescaped(element.get(_NAME, ""))


def _unescaped(name: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), name)


def _under(element: Element, looks: int) -> int:
    properties = element.find(style("text-properties"))
    if properties is None:
        return looks
    for bit, attribute, plain in ((BOLD, _WEIGHT, None), (ITALIC, _SLANT, "normal")):
        value = properties.get(attribute)
        if value is not None:
            on = value in _HEAVY if plain is None else value != plain
            looks = looks | bit if on else looks & ~bit
    line = properties.get(_LINE)
    if line is not None:
        looks = looks & ~UNDERLINE if line == "none" else looks | UNDERLINE
    hidden = properties.get(text("display"))
    if hidden is not None:
        looks = looks | HIDDEN if hidden == "none" else looks & ~HIDDEN
    return looks
