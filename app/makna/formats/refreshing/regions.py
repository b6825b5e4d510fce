"""Where the controls of a chapter stand in a part of the author's file.

Word keeps a content control and its tag. LibreOffice (7.4 was tried) drops the tag, and narrows a
control around paragraphs to the first of them; what it keeps are bookmarks. So every control also
carries hidden bookmarks: one around what stands in a line, or one in its first paragraph and one in
its last.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from makna.domain.controls import ControlTag
from makna.formats.refreshing.rawxml import Node

FIRST, LAST, LINE = "_MaknaA_", "_MaknaZ_", "_MaknaI_"
_KINDS = (FIRST, LAST, LINE)


def mark(kind: str, tag: str) -> str:
    """The name (at most 40 characters) of the bookmark of a kind, `FIRST` and so on, for a tag."""
    return kind + hashlib.sha256(tag.encode()).hexdigest()[:24]


def is_mark(name: str) -> bool:
    return name.startswith(_KINDS)


@dataclass(frozen=True, eq=False)
class Region:
    """A control in a part: bytes [start, end), of which `content` is what the author sees."""

    tag: str
    inline: bool
    """Stands in a line, and does not hold whole paragraphs."""
    nodes: tuple[Node, ...]
    """The control itself, or the neighbours that are left of it."""
    content: tuple[Node, ...]
    control: Node | None
    """The `w:sdt`; None when it was found by its bookmarks."""
    solid: bool = True
    """Can be given other content: holds no other control and no end of a section."""

    @property
    def start(self) -> int:
        return self.nodes[0].start

    @property
    def end(self) -> int:
        return self.nodes[-1].end

    @property
    def box(self) -> Node | None:
        """The run that holds the text box in which it stands."""
        above = list(self.nodes[0].ancestors())
        for place, node in enumerate(above):
            if node.named("txbxContent"):
                return next((each for each in above[place:] if each.named("r")), node)
        return None

    @property
    def echoes(self) -> tuple[Region, ...]:
        """What older programs show in its place: the same control, in the `mc:Fallback` beside."""
        around = next((n for n in self.nodes[0].ancestors() if n.local == "AlternateContent"), None)
        beside = [child for child in around.children if child.local == "Fallback"] if around else []
        if self.control is None:
            marks = {mark(kind, self.tag): (self.tag, kind) for kind in _KINDS}
            return tuple(region for each in beside for region in _marked(each, marks))
        same = (node for each in beside for node in each.walk() if _is_ours(node))
        return tuple(_control(node) for node in same if tag_of(node) == self.tag)


def find_regions(root: Node, tags: Iterable[str]) -> list[Region]:
    """All controls of Makna in a part, in the order of the file.

    `tags` are those whose bookmarks are looked for where no control carries the tag.
    """
    found = [_control(node) for node in _shown(root) if _is_ours(node)]
    there = {region.tag for region in found}
    by_name = {mark(kind, tag): (tag, kind) for tag in tags if tag not in there for kind in _KINDS}
    if by_name:
        found += _marked(root, by_name)
        found.sort(key=lambda region: region.start)
    return [
        _checked(each, found[index + 1] if index + 1 < len(found) else None)
        for index, each in enumerate(found)
    ]


def tag_of(control: Node) -> str:
    """The tag of a content control; empty when it has none."""
    properties = control.child("sdtPr")
    tag = properties.child("tag") if properties else None
    return tag.get("val") if tag else ""


def _is_ours(node: Node) -> bool:
    return node.named("sdt") and ControlTag.parse(tag_of(node)) is not None


def _shown(root: Node) -> Iterator[Node]:
    """Every element except the second version of what older programs can't show."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(child for child in reversed(node.children) if child.local != "Fallback")


def _control(node: Node) -> Region:
    holder = node.child("sdtContent")
    content = tuple(holder.children) if holder else ()
    inline = not any(child.named("p", "tbl", "tr", "tc") for child in content)
    if inline and not content:
        inline = node.parent is not None and node.parent.named("p", "hyperlink", "ins")
    return Region(tag_of(node), inline, (node,), content, node)


def _checked(region: Region, following: Region | None) -> Region:
    """`solid` told: what is not is never written over."""
    holds_another = following is not None and following.start < region.end
    whole = not any(node.named("tr", "tc") for node in region.content)
    breaks = any(True for node in region.content for _ in node.each("sectPr"))
    return replace(region, solid=region.solid and whole and not holds_another and not breaks)


def _marked(root: Node, by_name: Mapping[str, tuple[str, str]]) -> Iterator[Region]:
    """What bookmarks say about controls whose tag is lost."""
    starts: dict[tuple[str, str], Node] = {}
    by_id: dict[str, tuple[str, str]] = {}
    ends: dict[tuple[str, str], Node] = {}
    for node in _shown(root):
        if node.named("bookmarkStart") and node.get("name") in by_name:
            key = by_name[node.get("name")]
            starts.setdefault(key, node)
            by_id[node.get("id")] = key
        elif node.named("bookmarkEnd") and node.get("id") in by_id:
            ends[by_id[node.get("id")]] = node
    for (tag, kind), start in starts.items():
        if kind == LINE:
            yield _in_line(tag, start, ends.get((tag, LINE)))
        elif kind == FIRST:
            yield _paragraphs(tag, start, starts.get((tag, LAST)))
        elif (tag, FIRST) not in starts:
            yield _broken(tag, start)


def _in_line(tag: str, start: Node, end: Node | None) -> Region:
    parent = start.parent
    if end is None or parent is None or end.parent is not parent:
        return _broken(tag, start)
    siblings = parent.children
    nodes = tuple(siblings[siblings.index(start) : siblings.index(end) + 1])
    around = [node for node in siblings if node not in nodes]
    left_over = parent.parent if parent.named("sdtContent") else None
    if left_over is not None and not tag_of(left_over) and not any(map(_says, around)):
        return Region(tag, True, (left_over,), tuple(siblings), None)
    return Region(tag, True, nodes, nodes, None)


def _paragraphs(tag: str, start: Node, last: Node | None) -> Region:
    """From the paragraph of one bookmark to that of the other, both whole."""
    begin, finish = _paragraph(start), _paragraph(last) if last else None
    if begin and finish and begin.parent is not finish.parent:
        # LibreOffice 7.4 narrows a control to what stands before a table in it.
        begin, finish = _lifted(begin, 0), _lifted(finish, -1)
    parent = begin.parent if begin else None
    if begin is None or finish is None or parent is None or finish.parent is not parent:
        return _broken(tag, start)
    first, final = parent.children.index(begin), parent.children.index(finish)
    nodes = tuple(parent.children[first : final + 1])
    left_over = parent.parent if parent.named("sdtContent") else None
    if left_over is not None and not tag_of(left_over) and len(nodes) == len(parent.children):
        return Region(tag, False, (left_over,), nodes, None)
    return Region(tag, False, nodes, nodes, None) if nodes else _broken(tag, start)


def _lifted(paragraph: Node, edge: int) -> Node:
    """The control without a tag of which a paragraph is the first (0) or last (-1); or itself."""
    holder = paragraph.parent
    if holder is None or not holder.named("sdtContent") or holder.children[edge] is not paragraph:
        return paragraph
    control = holder.parent
    return control if control is not None and not tag_of(control) else paragraph


def _broken(tag: str, start: Node) -> Region:
    """Something is left, and nobody can say how much: a comment can point there, no more."""
    paragraph = _paragraph(start) or start
    return Region(tag, not paragraph.named("p"), (paragraph,), (paragraph,), None, solid=False)


def _paragraph(node: Node) -> Node | None:
    return next((above for above in node.ancestors() if above.named("p")), None)


def _says(node: Node) -> bool:
    return any(each.text for each in node.each("t"))
