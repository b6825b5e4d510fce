"""XML with the byte offset of every element, for changing a part without writing it anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from xml.parsers import expat

from makna.domain.errors import BadFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DEEPEST = 250
"""Levels; Word's own files have some twenty, a text box in a table in a text box has sixty."""
_TAG = re.compile(rb"""<(?:[^>"']|"[^"]*"|'[^']*')*>""")
_WITH_TEXT = frozenset({"t", "instrText", "delText"})

_NOTHING: Mapping[str, str] = {}


@lru_cache(maxsize=1024)
def _parts(name: str) -> tuple[str, str, str]:
    """Namespace, local name and prefix of a name as expat gives it."""
    parts = name.split(" ")
    if len(parts) == 1:
        return "", name, ""
    return parts[0], parts[1], parts[2] if len(parts) > 2 else ""


class Node:
    """An element: its name, where its tags lie in the bytes, its children.

    `start` to `inner` is the opening tag, `inner` to `outer` the content, up to `end` the closing
    tag. Of an empty tag (`<a/>`) `inner`, `outer` and `end` are the same.
    """

    __slots__ = (
        *("attributes", "children", "declared", "end", "inner", "local"),
        *("outer", "parent", "prefix", "space", "start", "text"),
    )

    def __init__(self, name: str, start: int, inner: int, parent: Node | None) -> None:
        self.space, self.local, self.prefix = _parts(name)
        self.start = start
        self.inner = self.outer = self.end = inner
        self.parent = parent
        self.children: list[Node] = []
        self.attributes: Mapping[str, str] = _NOTHING
        self.declared: Mapping[str, str] = _NOTHING
        self.text = ""
        """Of `w:t` and the like only."""

    @property
    def empty(self) -> bool:
        """Whether it is written as one tag."""
        return self.inner == self.end

    def named(self, *names: str) -> bool:
        """Whether it is one of these elements of WordprocessingML."""
        return self.space == W and self.local in names

    def get(self, local: str, space: str = W) -> str:
        """An attribute's value; empty when it is not there. `space` "" for plain attributes."""
        if not space:
            return self.attributes.get(local, "")
        wanted = f"{space} {local}"
        for key, value in self.attributes.items():
            if key == wanted or key.startswith(f"{wanted} "):
                return value
        return ""

    def child(self, local: str) -> Node | None:
        for child in self.children:
            if child.local == local and child.space == W:
                return child
        return None

    def walk(self) -> Iterator[Node]:
        """Itself and everything below it, in the order of the file."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def each(self, *names: str) -> Iterator[Node]:
        """Itself and everything below it that has one of these names."""
        return (node for node in self.walk() if node.named(*names))

    def ancestors(self) -> Iterator[Node]:
        """What it lies in, from the nearest outwards."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def scope(self) -> dict[str, str]:
        """The namespaces by prefix that hold for what stands inside it."""
        found: dict[str, str] = {}
        for node in (*reversed(list(self.ancestors())), self):
            found.update(node.declared)
        return found


def check(data: bytes) -> None:
    """Assert that a part is well formed: a slip of ours must not reach the author's file."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.Parse(data, True)


def scan(data: bytes, name: str, part: str) -> Node:
    """The root element of a part. `name` (of the file) and `part` are for the reason.

    Raises BadFile: damaged, a DTD, too deep, or not in UTF-8.
    """
    return _Scanner(data, name, part).root()


class _Scanner:
    def __init__(self, data: bytes, name: str, part: str) -> None:
        self._data, self._name, self._part = data, name, part
        self._open: list[Node] = []
        self._declared: dict[str, str] = {}
        self._root: Node | None = None
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.namespace_prefixes = True
        self._parser.buffer_text = True
        self._parser.XmlDeclHandler = self._declaration
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartNamespaceDeclHandler = self._namespace
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def root(self) -> Node:
        if self._data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise self._bad("refresh_encoding")
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as error:
            raise self._bad("xml_damaged") from error
        assert self._root is not None, "expat accepts no text without an element"
        return self._root

    def _bad(self, key: str) -> BadFile:
        return BadFile(key, name=self._name, part=self._part)

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding and encoding.lower() not in ("utf-8", "us-ascii"):
            raise self._bad("refresh_encoding")

    def _doctype(self, *_: object) -> None:
        raise self._bad("xml_dtd")

    def _namespace(self, prefix: str | None, uri: str | None) -> None:
        self._declared[prefix or ""] = uri or ""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        start = self._parser.CurrentByteIndex
        tag = _TAG.match(self._data, start)
        assert tag is not None, "expat has seen a tag here"
        parent = self._open[-1] if self._open else None
        if len(self._open) >= _DEEPEST:
            raise self._bad("xml_too_deep")
        node = Node(name, start, tag.end(), parent)
        if attributes:
            node.attributes = attributes
        if self._declared:
            node.declared, self._declared = self._declared, {}
        if parent is None:
            self._root = node
        else:
            parent.children.append(node)
        self._open.append(node)

    def _end(self, name: str) -> None:
        node = self._open.pop()
        if self._data[node.inner - 2 : node.inner] != b"/>":
            node.outer = self._parser.CurrentByteIndex
            node.end = self._data.index(b">", node.outer) + 1

    def _characters(self, text: str) -> None:
        if self._open and self._open[-1].local in _WITH_TEXT:
            self._open[-1].text += text


@dataclass(frozen=True)
class Edit:
    """Bytes [start, end) give way to `new`."""

    start: int
    end: int
    new: bytes


def insertion(at: int, new: bytes) -> Edit:
    return Edit(at, at, new)


def splice(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with all edits made; those at one place in the order in which they are given.

    Edits may touch and must not overlap: that would be a bug, and loses an author's words.
    """
    pieces: list[bytes] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        assert done <= edit.start <= edit.end <= len(data), "edits overlap"
        pieces += (data[done : edit.start], edit.new)
        done = edit.end
    return b"".join((*pieces, data[done:]))


def with_content(data: bytes, node: Node, at_start: bytes, at_end: bytes) -> list[Edit]:
    """The edits that put bytes at the start and the end of an element's content."""
    if not node.empty:
        return [insertion(node.inner, at_start), insertion(node.outer, at_end)]
    opened = data[node.start : node.inner - 2].rstrip() + b">"
    return [Edit(node.start, node.end, opened + at_start + at_end + closing(data, node))]


def closing(data: bytes, node: Node) -> bytes:
    """The closing tag that fits an element."""
    return b"</" + raw_name(data, node) + b">"


def raw_name(data: bytes, node: Node) -> bytes:
    """The element's name as it is written, with its prefix."""
    match = re.compile(rb"<([^\s/>]+)").match(data, node.start)
    assert match is not None
    return match[1]


def attribute_edit(data: bytes, node: Node, local: str, value: str, space: str = W) -> Edit:
    """The edit that gives an attribute, which is there, another value."""
    prefixes = [prefix for prefix, uri in node.scope().items() if uri == space and prefix]
    names = [f"{prefix}:{local}" for prefix in prefixes] if space else [local]
    for name in names:
        pattern = rb"\s" + re.escape(name.encode()) + rb"""\s*=\s*("[^"]*"|'[^']*')"""
        match = re.compile(pattern).search(data, node.start, node.inner)
        if match is not None:
            return Edit(match.start(1), match.end(1), b'"' + value.encode() + b'"')
    raise AssertionError(f"no attribute {local}")


def declaring(data: bytes, nodes: Iterable[Node], there: Mapping[str, str]) -> list[Edit]:
    """The edits that make elements stand on their own feet in another place of another file.

    Each of `nodes` declares the namespaces that it uses and that mean something else, or nothing,
    where it will stand (`there`).
    """
    edits = []
    for node in nodes:
        here, missing = node.scope(), {}
        for prefix in _used(node):
            uri = here.get(prefix, "")
            known = uri or not prefix  # else it is declared further inside
            if known and prefix not in ("xml", *node.declared) and there.get(prefix, "") != uri:
                missing[prefix] = uri
        if missing:
            at = node.start + 1 + len(raw_name(data, node))
            written = "".join(f' xmlns{":" + p if p else ""}="{u}"' for p, u in missing.items())
            edits.append(insertion(at, written.encode()))
    return edits


def _used(node: Node) -> list[str]:
    """The prefixes of elements and attributes that are not declared inside it, sorted."""
    found = set()
    for each in node.walk():
        found.add(each.prefix)
        found.update(key.split(" ")[2] for key in each.attributes if key.count(" ") == 2)
    return sorted(found)
