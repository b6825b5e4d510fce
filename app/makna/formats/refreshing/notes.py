"""Footnotes of controls: they stand in a part of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from makna.formats.refreshing.numbers import Identifiers
from makna.formats.refreshing.parts import OFFICE, WORD, WordFile
from makna.formats.refreshing.rawxml import (
    Edit,
    Node,
    attribute_edit,
    declaring,
    insertion,
    splice,
)

StyleEdits = Callable[[bytes, Node], list[Edit]]


def notes_of(file: WordFile) -> dict[str, Node]:
    """The footnotes of a file by id."""
    part = file.optional("footnotes")
    return {node.get("id"): node for node in file.root(part).children} if part else {}


class Notes:
    """Brings the footnotes of fragments into the author's file."""

    def __init__(
        self, fresh: WordFile, author: WordFile, identifiers: Identifiers, styles: StyleEdits
    ) -> None:
        self._fresh, self._author = fresh, author
        self._ids, self._styles = identifiers, styles
        self._theirs = notes_of(fresh)
        self._ours = notes_of(author)
        self._new: dict[str, bytes] = {}
        self.added = 0
        """Notes that were not in the author's file before."""

    def edits(
        self, data: bytes, kept: Sequence[Node], part: str, old: tuple[str, ...]
    ) -> Iterator[Edit]:
        """The edits that make a fragment refer to footnotes of the author's file.

        Those that the replaced content had (`old`) are written over, so that no note is left
        without its mark. A note inside a note cannot be; its mark is left out there.
        """
        marks = [node for node in kept if node.named("footnoteReference")]
        if part != self._author.main:
            yield from (Edit(mark.start, mark.end, b"") for mark in marks)
            return
        for mark, reused in zip(marks, (*old, *[""] * len(marks)), strict=False):
            note = self._theirs[mark.get("id")]
            key = reused if reused in self._ours else ""
            key = self._replaced(note, key) if key else self._added(note)
            yield attribute_edit(data, mark, "id", key)
        for key in old[len(marks) :]:
            self._remove(key)

    def _remove(self, key: str) -> None:
        if key in self._ours:
            node = self._ours[key]
            self._author.edit(self._author.optional("footnotes"), Edit(node.start, node.end, b""))

    def _replaced(self, note: Node, key: str) -> str:
        node = self._ours[key]
        new = self._bytes(note, key, node)
        self._author.edit(self._author.optional("footnotes"), Edit(node.start, node.end, new))
        return key

    def _added(self, note: Node) -> str:
        key = str(self._ids.next("note"))
        self.added += 1
        part = self._author.optional("footnotes")
        if part:
            root = self._author.root(part)
            self._author.edit(part, insertion(root.outer, self._bytes(note, key, root)))
            return key
        self._make(note, key)
        return key

    def _make(self, note: Node, key: str) -> None:
        """A first footnote: the part begins with the two separators that Word wants there."""
        part = "word/footnotes.xml"
        source = self._fresh.optional("footnotes")
        data, root = self._fresh.data(source), self._fresh.root(source)
        if part not in self._new:
            kept = [n for n in root.children if n.get("type")]
            opening = data[: root.inner]
            body = b"".join(data[node.start : node.end] for node in kept)
            self._new[part] = opening + body + data[root.outer : root.end]
            self._author.add_type(part, f"{WORD}footnotes+xml")
            self._author.add_relation(self._author.main, f"{OFFICE}footnotes", part)
        whole = self._new[part]
        at = whole.rindex(b"</")
        self._new[part] = splice(whole, [insertion(at, self._bytes(note, key, root))])
        self._author.put(part, self._new[part])

    def _bytes(self, note: Node, key: str, there: Node) -> bytes:
        source = self._fresh.optional("footnotes")
        data = self._fresh.data(source)
        around = there.parent or there
        edits = [attribute_edit(data, note, "id", key), *declaring(data, [note], around.scope())]
        for node in note.each("pStyle", "rStyle"):
            edits += self._styles(data, node)
        shifted = [Edit(e.start - note.start, e.end - note.start, e.new) for e in edits]
        return splice(data[note.start : note.end], shifted)
