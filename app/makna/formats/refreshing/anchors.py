"""What others hung on a control stays when its content is replaced: comments and bookmarks.

A supervisor's comment is about the quotation, whichever words it has now, and a cross reference
needs its bookmark. Both are widened to the whole of the new content.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from makna.formats.refreshing.rawxml import Edit, Node, insertion, scan, splice, with_content
from makna.formats.refreshing.regions import is_mark

_STARTS = ("commentRangeStart", "bookmarkStart", "permStart")
_ENDS = ("commentRangeEnd", "bookmarkEnd", "permEnd")


def carried(data: bytes, old: Sequence[Node], new: bytes, scope: Mapping[str, str]) -> bytes:
    """The new content with the anchors of the old; `data` is the part that holds the old."""
    starts, ends = _anchors(data, old, new, scope)
    if not (starts or ends):
        return new
    root, wrapped, before = _wrapped(new, scope)
    edits = _edits(wrapped, root, starts, ends)
    tail = len(wrapped) - root.outer
    whole = splice(wrapped, edits)
    return whole[before : len(whole) - tail]


def _anchors(
    data: bytes, old: Sequence[Node], new: bytes, scope: Mapping[str, str]
) -> tuple[bytes, bytes]:
    root, _, _ = _wrapped(new, scope)
    kept = {node.get("name") for node in root.each("bookmarkStart")}
    starts: list[bytes] = []
    ends: list[bytes] = []
    dropped: set[str] = set()
    for top in old:
        for node in top.walk():
            if node.named("bookmarkStart") and (
                is_mark(node.get("name")) or node.get("name") in kept
            ):
                dropped.add(node.get("id"))
            elif node.named(*_STARTS):
                starts.append(data[node.start : node.end])
            elif node.named("bookmarkEnd") and node.get("id") in dropped:
                continue
            elif node.named(*_ENDS):
                ends.append(data[node.start : node.end])
            elif node.named("commentReference") and node.parent is not None:
                ends.append(data[node.parent.start : node.parent.end])
    return b"".join(starts), b"".join(ends)


def _wrapped(new: bytes, scope: Mapping[str, str]) -> tuple[Node, bytes, int]:
    """The fragment as a document of its own, and where it begins in that."""
    declared = "".join(
        f' xmlns{":" + prefix if prefix else ""}="{uri}"'
        for prefix, uri in scope.items()
        if prefix != "xml"
    )
    opening = f"<fragment{declared}>".encode()
    wrapped = opening + new + b"</fragment>"
    return scan(wrapped, "", ""), wrapped, len(opening)


def _edits(data: bytes, root: Node, starts: bytes, ends: bytes) -> list[Edit]:
    paragraphs = list(root.each("p"))
    if not paragraphs:
        return [insertion(root.inner, starts), insertion(root.outer, ends)]
    first, last = paragraphs[0], paragraphs[-1]
    if first.empty and first is last:
        return with_content(data, first, starts, ends)
    properties = first.child("pPr")
    begin = (
        [insertion(properties.end, starts)]
        if properties
        else with_content(data, first, starts, b"")
    )
    return [*begin, *with_content(data, last, b"", ends)]
