"""Where something new goes: to the end of its section, in the order of the chapter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from makna.domain.controls import ControlTag, Part
from makna.formats.refreshing.rawxml import Node
from makna.formats.refreshing.regions import Region
from makna.formats.refreshing.styles import Styles

_BREAKS = ("page",)
_GALLERY = "docPartGallery"
_LISTS = frozenset({"Table of Contents", "Bibliographies"})
"""What Word makes of a text as a whole stands outside its sections."""


@dataclass(frozen=True)
class Place:
    at: int
    """Offset in the bytes of the main part."""
    container: Node
    """The element whose child the new one becomes."""


class Places:
    """Finds places in the author's text; `order` are the tags of the chapter as it is now."""

    def __init__(
        self, body: Node, regions: Sequence[Region], styles: Styles, order: Sequence[str]
    ) -> None:
        self._body, self._styles, self._order = body, styles, order
        self._regions = regions
        self._sections: dict[str, list[Region]] = {}
        for region in regions:
            self._sections.setdefault(section_of(region.tag), []).append(region)
        self._by_tag = {region.tag: region for region in reversed(regions)}

    def has_section(self, section: str) -> bool:
        return section in self._sections

    def place(self, tag: str) -> Place:
        """Where the control of a tag that is not in the file belongs."""
        parsed = ControlTag.parse(tag)
        mine = self._sections.get(section_of(tag), [])
        if parsed is None or not mine:
            return self._as_neighbours(tag)
        if parsed.part is Part.HEADING:
            return self._before(mine[0])
        if parsed.part is Part.INTRODUCTION:
            heading = next((r for r in mine if _part(r) is Part.HEADING), None)
            return self._after(heading) if heading else self._before(mine[0])
        closing = mine[-1]
        if parsed.part is not Part.CLOSING and _part(closing) is Part.CLOSING:
            return self._before(closing)
        return self._end(mine)

    def _as_neighbours(self, tag: str) -> Place:
        """After the section that comes before it in the chapter, else before what follows it."""
        rank = self._order.index(tag)
        for other in reversed(self._order[:rank]):
            if other in self._by_tag:
                return self._end(self._sections[section_of(other)])
        for other in self._order[rank:]:
            if other in self._by_tag:
                return self._before(self._by_tag[other])
        last = self._body.children[-1] if self._body.children else None
        at_end = last.start if last is not None and last.named("sectPr") else self._body.outer
        return Place(at_end, self._body)

    def _before(self, region: Region) -> Place:
        top, container = self._top(region.nodes[0])
        return Place(top.start, container)

    def _after(self, region: Region) -> Place:
        top, container = self._top(region.nodes[-1])
        return Place(top.end, container)

    def _end(self, mine: Sequence[Region]) -> Place:
        """After the author's own words about the last control of the section.

        The section ends at the next heading, at a break, or where another section's control is.
        """
        top, container = self._top(mine[-1].nodes[-1])
        last = top
        siblings = container.children
        for node in siblings[siblings.index(top) + 1 :]:
            if self._ends_section(node, section_of(mine[-1].tag)):
                break
            if any(each.text for each in node.each("t")) or node.named("tbl"):
                last = node
        return Place(last.end, container)

    def _top(self, node: Node) -> tuple[Node, Node]:
        """The paragraph, table or control at the level of the text that holds a node."""
        chain = [node, *node.ancestors()]
        chain = chain[: chain.index(self._body)] if self._body in chain else [node]
        container = self._body
        controls = {region.control for region in self._regions}
        while len(chain) > 2 and chain[-1].named("sdt") and chain[-1] not in controls:
            container = chain[-2]
            chain = chain[:-2]
        return chain[-1], container

    def _ends_section(self, node: Node, section: str) -> bool:
        if node.named("sectPr") or any(g.get("val") in _LISTS for g in node.each(_GALLERY)):
            return True
        for paragraph in node.each("p"):
            if self._styles.is_heading(paragraph) or self._styles.is_bibliography(paragraph):
                return True
        if any(each.local == "sectPr" or _is_break(each) for each in node.walk()):
            return True
        within = (r for r in self._regions if node.start <= r.start < node.end)
        return any(section_of(region.tag) != section for region in within)


def section_of(tag: str) -> str:
    """The section that a tag names; empty for what is no tag of ours."""
    parsed = ControlTag.parse(tag)
    return parsed.section if parsed else ""


def _part(region: Region) -> Part | None:
    parsed = ControlTag.parse(region.tag)
    return parsed.part if parsed else None


def _is_break(node: Node) -> bool:
    return node.named("pageBreakBefore") or (node.named("br") and node.get("type") in _BREAKS)
