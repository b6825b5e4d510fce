"""The styles of a Word file, and which of the author's stands for which of ours.

Refresh adds no styles: the author's file may follow a template, be renamed by LibreOffice
(`Caption` becomes `Caption1`), or have our quotations restyled by hand. What the author made of a
style in the controls that are there counts most, then the style's name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from makna.formats.refreshing.parts import WordFile
from makna.formats.refreshing.rawxml import Node

KINDS = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_ORDER = ("spacing", "ind", "contextualSpacing", "jc")
"""Of a paragraph style, what is written to the paragraph itself when the style is missing."""


@dataclass(frozen=True)
class _Style:
    key: str
    kind: str
    name: str
    parent: str
    outline: int | None
    properties: Node | None


class Styles:
    """The styles part of a file; empty when it has none."""

    def __init__(self, file: WordFile) -> None:
        part = file.optional("styles")
        self.data = file.data(part) if part else b""
        nodes = file.root(part).children if part else []
        self._all = {style.key: style for style in map(_style, nodes) if style.key}

    def __contains__(self, key: str) -> bool:
        return key in self._all

    def name(self, key: str) -> str:
        return self._all[key].name if key in self._all else ""

    def named(self, kind: str, *names: str) -> str:
        """The id of the style that has one of these names, whatever its case; or empty."""
        of_kind = [style for style in self._all.values() if style.kind == kind]
        exact = {style.name: style.key for style in reversed(of_kind)}
        folded = {style.name.lower(): style.key for style in reversed(of_kind)}
        found = (exact.get(name) or folded.get(name.lower()) for name in names)
        return next((key for key in found if key), "")

    def has(self, kind: str, key: str) -> bool:
        return key in self._all and self._all[key].kind == kind

    def is_heading(self, paragraph: Node) -> bool:
        """Whether a paragraph begins a section of the text: it has an outline level."""
        properties = paragraph.child("pPr")
        if properties is None:
            return False
        level, named = properties.child("outlineLvl"), properties.child("pStyle")
        if level is not None:
            return level.get("val") != "9"
        key, seen = named.get("val") if named else "", set[str]()
        while key in self._all and key not in seen:
            seen.add(key)
            if (outline := self._all[key].outline) is not None:
                return outline < 9
            key = self._all[key].parent
        return False

    def is_bibliography(self, paragraph: Node) -> bool:
        """Whether a paragraph is an entry in a list of literature."""
        properties = paragraph.child("pPr")
        named = properties.child("pStyle") if properties else None
        return named is not None and self.name(named.get("val")).lower() == "bibliography"

    def direct(self, key: str) -> dict[str, bytes]:
        """Indents and spacing of a style, as XML by element, for a file that lacks the style."""
        found: dict[str, bytes] = {}
        seen: set[str] = set()
        while key in self._all and key not in seen:
            seen.add(key)
            style = self._all[key]
            for child in style.properties.children if style.properties else ():
                if child.local in _ORDER:
                    found.setdefault(child.local, self.data[child.start : child.end])
            key = style.parent
        return {name: found[name] for name in _ORDER if name in found}


class StyleMap:
    """Which style of the author's file a style of a fresh chapter becomes."""

    def __init__(self, fresh: Styles, author: Styles, votes: Mapping[str, Counter[str]]) -> None:
        self._fresh, self._author, self._votes = fresh, author, votes

    def of(self, element: str, key: str) -> str | None:
        """The author's id for the style that `element` (`pStyle`, …) names.

        Empty where the author went back to the default style; None when there is no such style.
        """
        kind = KINDS[element]
        if kind == "paragraph" and key in self._votes:
            chosen = self._votes[key].most_common(1)[0][0]
            if not chosen or self._author.has(kind, chosen):
                return chosen
        name = self._fresh.name(key)
        if self._author.has(kind, key) and self._author.name(key) == name:
            return key
        return self._author.named(kind, name) or None if name else None


def count_votes(
    pairs: Iterable[tuple[tuple[str, ...], tuple[str, ...]]],
) -> dict[str, Counter[str]]:
    """What became of our styles, from (styles as written, styles as they are) of controls."""
    votes: dict[str, Counter[str]] = {}
    for written, now in pairs:
        if len(written) == len(now):
            for ours, theirs in zip(written, now, strict=True):
                votes.setdefault(ours, Counter())[theirs] += 1
    return votes


def _style(node: Node) -> _Style:
    if not node.named("style"):
        return _Style("", "", "", "", None, None)
    name, parent, properties = node.child("name"), node.child("basedOn"), node.child("pPr")
    level = properties.child("outlineLvl") if properties else None
    label = name.get("val") if name else ""
    outline = int(level.get("val") or 9) if level else None
    if outline is None and label.lower().startswith("heading ") and label[8:].isdigit():
        outline = int(label[8:]) - 1
    key = node.get("styleId")
    return _Style(
        key, node.get("type"), label, parent.get("val") if parent else "", outline, properties
    )
