"""Takes a control out of a freshly written chapter and makes it fit the author's file.

What differs between two files is put right in the bytes of the fragment: style ids, lists, ids
that must be unique, relationships with what they lead to, footnotes, namespaces.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from makna.formats.refreshing.notes import Notes
from makna.formats.refreshing.numbers import Identifiers, Lists, counted
from makna.formats.refreshing.parts import WordFile
from makna.formats.refreshing.rawxml import (
    Edit,
    Node,
    R,
    attribute_edit,
    declaring,
    insertion,
    splice,
)
from makna.formats.refreshing.regions import Region
from makna.formats.refreshing.styles import StyleMap, Styles

_BEFORE_SPACING = frozenset(
    {"pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr"}
    | {"pBdr", "shd", "tabs"}
)
_LIST_STEP = 425
"""Twips by which a level of a list that is written out is indented."""


@dataclass(frozen=True)
class Old:
    """What stood where the fragment goes: its paragraph formatting is the author's."""

    paragraphs: tuple[Node, ...] = ()
    styles: tuple[str, ...] = ()
    """Our names of their styles, as they were written."""
    notes: tuple[str, ...] = ()
    """Ids of its footnotes, which are used again."""
    bookmarks: frozenset[str] = frozenset()


class Transplant:
    """Prepares fragments of `fresh` for `author`; collects what the author's other parts need."""

    def __init__(
        self, fresh: WordFile, author: WordFile, styles: StyleMap, identifiers: Identifiers
    ) -> None:
        self._fresh, self._author = fresh, author
        self._data = fresh.data(fresh.main)
        self._styles = styles
        self._ids = identifiers
        self._fresh_styles = Styles(fresh)
        self._fresh_lists, self._lists = Lists(fresh), Lists(author)
        self._names = Counter(name for name, _ in identifiers.bookmarks)
        self.notes = Notes(fresh, author, identifiers, self._style_edits)

    def fragment(
        self,
        nodes: Sequence[Node],
        part: str,
        there: Mapping[str, str],
        old: Old = Old(),
        without: Sequence[tuple[int, int]] = (),
    ) -> bytes:
        """The bytes of neighbouring elements of the fresh chapter for a place in `part`.

        `without` are stretches of the fresh bytes that are left out.
        """
        kept = [
            node
            for top in nodes
            for node in top.walk()
            if not any(start <= node.start and node.end <= end for start, end in without)
        ]
        edits = list(declaring(self._data, nodes, there))
        edits += self._bookmark_edits(kept, old)
        edits += self.notes.edits(self._data, kept, part, old.notes)
        paragraphs = [node for node in kept if node.named("p")]
        reused = self._reused(paragraphs, part, old, edits)
        for node in kept:
            if not any(above.named("pPr") for above in (node, *node.ancestors())):
                edits += self._edits(node, part)
        for paragraph in paragraphs:
            if paragraph.child("pPr") not in reused:
                edits += self._paragraph_edits(paragraph)
        edits = [e for e in edits if not any(a <= e.start and e.end <= b for a, b in without)]
        edits += [Edit(a, b, b"") for a, b in without]
        start, end = nodes[0].start, nodes[-1].end
        shifted = [Edit(edit.start - start, edit.end - start, edit.new) for edit in edits]
        return splice(self._data[start:end], shifted)

    def _edits(self, node: Node, part: str) -> Iterator[Edit]:
        if node.local in ("rStyle", "tblStyle"):
            yield from self._style_edits(self._data, node)
        elif node.local == "docPr":
            yield attribute_edit(self._data, node, "id", str(self._ids.next("drawing")), "")
        elif node.named("sdtPr"):
            number, tag = node.child("id"), node.child("tag")
            if number is not None:
                unique = self._ids.control(tag.get("val") if tag else "")
                yield attribute_edit(self._data, number, "val", str(unique))
        for key in ("id", "embed", "link"):
            if value := node.get(key, R):
                yield attribute_edit(self._data, node, key, self._related(value, part), R)

    def _style_edits(self, data: bytes, node: Node) -> list[Edit]:
        ours = node.get("val")
        theirs = self._styles.of(node.local, ours)
        if theirs:
            return [] if theirs == ours else [attribute_edit(data, node, "val", theirs)]
        return [Edit(node.start, node.end, b"")]

    def _related(self, key: str, part: str) -> str:
        """The id in the author's part for what the fresh chapter's relationship leads to."""
        relation = self._fresh.relations(self._fresh.main)[key]
        if relation.external:
            return self._author.add_relation(part, relation.kind, relation.target, external=True)
        target, suffix = relation.target, relation.target.rpartition(".")[2].lower()
        self._author.add_default(suffix, self._fresh.content_type(target))
        content = self._fresh.data(target)
        if target not in self._author or self._author.data(target) != content:
            self._author.put(target, content)
        return self._author.add_relation(part, relation.kind, target)

    def _bookmark_edits(self, kept: Sequence[Node], old: Old) -> Iterator[Edit]:
        """New ids; a name that stands elsewhere in the file, or leads a list of contents, goes."""
        ids: dict[str, str] = {}
        for node in kept:
            if not node.named("bookmarkStart", "bookmarkEnd"):
                continue
            key, name = node.get("id"), node.get("name")
            if node.local == "bookmarkStart":
                ids[key] = self._bookmark(name, old)
            if ids.get(key):
                yield attribute_edit(self._data, node, "id", ids[key])
            else:
                yield Edit(node.start, node.end, b"")

    def _bookmark(self, name: str, old: Old) -> str:
        """A new id; empty for a bookmark that is to be left out."""
        elsewhere = self._names[name] - (name in old.bookmarks)
        if name.startswith("_Toc") or elsewhere > 0:
            return ""
        self._names[name] += name not in old.bookmarks
        return str(self._ids.next("bookmark"))

    def _reused(
        self, paragraphs: Sequence[Node], part: str, old: Old, edits: list[Edit]
    ) -> set[Node]:
        """Gives paragraphs the formatting of those that they replace, by style and order."""
        if len(old.styles) != len(old.paragraphs):
            return set()
        reused: set[Node] = set()
        seen: Counter[str] = Counter()
        data = self._author.data(part)
        for paragraph in paragraphs:
            properties = paragraph.child("pPr")
            style = _style(paragraph)
            like = [p for p, ours in zip(old.paragraphs, old.styles, strict=True) if ours == style]
            seen[style] += 1
            if not like or properties is None:
                continue
            before = like[min(seen[style], len(like)) - 1].child("pPr")
            if self._list_kind(properties, self._fresh_lists) == self._list_kind(
                before, self._lists
            ):
                new = data[before.start : before.end] if before else b""
                edits.append(Edit(properties.start, properties.end, new))
                reused.add(properties)
        return reused

    def _list_kind(self, properties: Node | None, lists: Lists) -> tuple[str, str] | None:
        place = properties.child("numPr") if properties else None
        if place is None:
            return None
        level, key = place.child("ilvl"), place.child("numId")
        at = level.get("val") if level else "0"
        return at, lists.format(key.get("val") if key else "", at)

    def _paragraph_edits(self, paragraph: Node) -> Iterator[Edit]:
        properties = paragraph.child("pPr")
        if properties is None:
            return
        named, place = properties.child("pStyle"), properties.child("numPr")
        direct: dict[str, bytes] = {}
        if named is not None:
            ours = named.get("val")
            if self._styles.of("pStyle", ours) is None:
                direct = self._fresh_styles.direct(ours)
            yield from self._style_edits(self._data, named)
        if place is not None:
            yield from self._list_edits(paragraph, place, direct)
        own = {child.local for child in properties.children}
        added = b"".join(xml for name, xml in direct.items() if name not in own)
        if added:
            after = [child for child in properties.children if child.local in _BEFORE_SPACING]
            yield insertion(after[-1].end if after else properties.inner, added)

    def _list_edits(self, paragraph: Node, place: Node, direct: dict[str, bytes]) -> Iterator[Edit]:
        """A list of the author's for bullets; otherwise the sign is written into the paragraph."""
        level, key = place.child("ilvl"), place.child("numId")
        if level is None or key is None:
            return
        at = level.get("val")
        kind = self._fresh_lists.format(key.get("val"), at)
        bullets = self._lists.bullets(at)
        if kind == "bullet" and bullets:
            yield attribute_edit(self._data, key, "val", bullets)
            return
        sign = "•" if kind == "bullet" else counted(self._rank(paragraph, place), kind)
        left = _LIST_STEP * (int(at) + 2)
        direct["ind"] = f'<w:ind w:left="{left}" w:hanging="{_LIST_STEP}"/>'.encode()
        yield Edit(place.start, place.end, b"")
        properties = paragraph.child("pPr")
        assert properties is not None, "the list stands in it"
        run = f"<w:r><w:t>{sign}</w:t><w:tab/></w:r>"
        yield insertion(properties.end, run.encode())

    def _rank(self, paragraph: Node, place: Node) -> int:
        """The number of an entry in its list."""
        key, level = (place.child(name) for name in ("numId", "ilvl"))
        assert key is not None and level is not None, "checked by the caller"
        wanted = (key.get("val"), level.get("val"))
        siblings = paragraph.parent.children if paragraph.parent else []
        before = siblings[: siblings.index(paragraph)]
        same = sum(_list_of(other) == wanted for other in before)
        return self._fresh_lists.start(wanted[0]) + same


def old_of(region: Region, styles: tuple[str, ...]) -> Old:
    """What an edit-free control leaves behind for the content that replaces it."""
    found = [node for top in region.content for node in top.walk()]
    names = frozenset(node.get("name") for node in found if node.named("bookmarkStart"))
    notes = tuple(node.get("id") for node in found if node.named("footnoteReference"))
    return Old(tuple(_paragraphs(region.content)), styles, notes, names)


def _paragraphs(nodes: Sequence[Node]) -> Iterator[Node]:
    return (node for top in nodes for node in top.each("p"))


def _style(paragraph: Node) -> str:
    properties = paragraph.child("pPr")
    named = properties.child("pStyle") if properties else None
    return named.get("val") if named else ""


def _list_of(paragraph: Node) -> tuple[str, str] | None:
    properties = paragraph.child("pPr")
    place = properties.child("numPr") if properties else None
    key, level = (place.child(name) for name in ("numId", "ilvl")) if place else (None, None)
    return (key.get("val"), level.get("val")) if key and level else None
