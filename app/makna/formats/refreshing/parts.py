"""The author's file: its parts, how they refer to each other, and what is to be changed in them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

from makna.domain.errors import BadFile
from makna.formats.refreshing.rawxml import (
    Edit,
    Node,
    W,
    check,
    closing,
    insertion,
    raw_name,
    scan,
    splice,
)
from makna.formats.refreshing.rawzip import RawZip
from makna.formats.refreshing.record import ITEM, Record, properties_xml
from makna.formats.writers._ooxml import attribute

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STRICT = "http://purl.oclc.org/ooxml/"


@dataclass(frozen=True)
class Relation:
    key: str
    kind: str
    """The whole type URI."""
    target: str
    """Member of the zip, or an address when `external`."""
    external: bool


class WordFile:
    """A Word file opened for reading; `edit` and `put` collect what will differ in the next one.

    Raises BadFile with a reason when it is not a Word file that can be refreshed.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        if data.startswith(_OLE):
            locked = "EncryptedPackage".encode("utf-16-le") in data
            raise BadFile("refresh_password" if locked else "refresh_old_word", name=name)
        if not data.startswith(b"PK"):
            raise BadFile("refresh_not_word", name=name)
        self._zip = RawZip(data, name)
        self._roots: dict[str, Node] = {}
        self._edits: dict[str, list[Edit]] = {}
        self._new: dict[str, bytes] = {}
        self._related: dict[tuple[str, str, str, bool], str] = {}
        self._defaults: set[str] = set()
        self.types = self.root("[Content_Types].xml")
        self.main = self._main_part()
        self.document = self.root(self.main)
        if self.document.space.startswith(_STRICT):
            raise BadFile("refresh_strict", name=name)
        if self.document.space != W or self.document.child("body") is None:
            raise BadFile("refresh_not_word", name=name)

    def __contains__(self, part: str) -> bool:
        return part in self._zip

    def names(self) -> list[str]:
        return self._zip.names()

    def data(self, part: str) -> bytes:
        """The part as it is in the file."""
        return self._zip.read(part)

    def root(self, part: str) -> Node:
        """The root element of a part as it is in the file."""
        if part not in self._roots:
            self._roots[part] = scan(self.data(part), self.name, part)
        return self._roots[part]

    def optional(self, kind: str) -> str:
        """The member that the main part names as its `kind` (last word of the type); or empty."""
        for relation in self.relations(self.main).values():
            if relation.kind == OFFICE + kind and not relation.external:
                return relation.target if relation.target in self else ""
        return ""

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by id."""
        member = relations_of(part)
        if member not in self:
            return {}
        folder = posixpath.dirname(part)
        found = (_relation(node, folder) for node in self.root(member).children)
        return {relation.key: relation for relation in found}

    def content_type(self, part: str) -> str:
        """What the file says a part is."""
        by_suffix = ""
        for node in self.types.children:
            if node.get("PartName", "").lower() == f"/{part}".lower():
                return node.get("ContentType", "")
            if node.get("Extension", "").lower() == part.rpartition(".")[2].lower():
                by_suffix = node.get("ContentType", "")
        return by_suffix

    def record(self) -> tuple[str, Record]:
        """Where the record of a chapter is, and the record; an empty name when there is none."""
        for name in self.names():
            if ITEM.fullmatch(name):
                found = Record.from_xml(self.data(name), self.name, name)
                if found is not None:
                    return name, found
        return "", Record()

    def edit(self, part: str, *edits: Edit) -> None:
        """Change some bytes of a part."""
        self._edits.setdefault(part, []).extend(edits)

    def append(self, part: str, elements: str, root: str, namespaces: str) -> None:
        """Add elements at the end of a part of WordprocessingML, which is made if need be.

        `root` is its element, `namespaces` its declarations; `elements` declare `w` themselves.
        """
        if part not in self or self.root(part).scope().get("w") == W:
            elements = elements.replace(f' xmlns:w="{W}"', "")
        self._append(part, elements, f"<{root} {namespaces}>", f"</{root}>")

    def put(self, part: str, data: bytes) -> None:
        """Give a part, old or new, other content."""
        self._new[part] = data

    def add_relation(self, part: str, kind: str, target: str, *, external: bool = False) -> str:
        """The id under which `part` refers to a target, which is added unless it is there."""
        wanted = (part, kind, target, external)
        for relation in self.relations(part).values():
            if (part, relation.kind, relation.target, relation.external) == wanted:
                return relation.key
        if wanted in self._related:
            return self._related[wanted]
        taken = {*self.relations(part), *self._related.values()}
        number = 1
        while (key := f"rIdMakna{number}") in taken:
            number += 1
        self._related[wanted] = key
        member = relations_of(part)
        mode = ' TargetMode="External"' if external else ""
        written = target if external else posixpath.relpath(target, posixpath.dirname(part) or ".")
        element = (
            f'<Relationship Id="{key}" Type="{kind}" Target="{attribute(written)}"{mode}'
            f' xmlns="{RELATIONS}"/>'
        )
        self._append(member, element, f'<Relationships xmlns="{RELATIONS}">', "</Relationships>")
        return key

    def add_type(self, part: str, content_type: str) -> None:
        """Say what a new part is, unless the file says so already."""
        if self.content_type(part) != content_type:
            element = f'<Override PartName="/{part}" ContentType="{content_type}" xmlns="{TYPES}"/>'
            self._append("[Content_Types].xml", element)

    def add_default(self, suffix: str, content_type: str) -> None:
        """Say what all parts of a suffix (without dot) are, unless the file does."""
        if suffix in {node.get("Extension", "").lower() for node in self.types.children}:
            return
        if suffix not in self._defaults:
            self._defaults.add(suffix)
            member, first = "[Content_Types].xml", self.types.children[0]
            element = (
                f'<Default Extension="{suffix}" ContentType="{content_type}" xmlns="{TYPES}"/>'
            )
            self.edit(member, insertion(first.start, self._lean(member, element)))

    def keep_record(self, part: str, record: Record) -> None:
        """Write the record where it was, or as a new custom part."""
        data = record.to_xml()
        if part:
            if data != self.data(part):
                self.put(part, data)
            return
        taken = [int(found[1]) for name in self.names() if (found := ITEM.fullmatch(name))]
        number = max(taken, default=0) + 1
        item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
        self.put(item, data)
        self.put(properties, properties_xml())
        self.put(
            relations_of(item),
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns='
            f'"{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}customXmlProps"'
            f' Target="itemProps{number}.xml"/></Relationships>'.encode(),
        )
        self.add_default("xml", "application/xml")
        kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
        self.add_type(properties, kind)
        self.add_relation(self.main, f"{OFFICE}customXml", item)

    def changed(self) -> bool:
        return bool(self._edits or self._new)

    def edited(self, part: str) -> bytes:
        """The part as it will be."""
        if part in self._new:
            return self._new[part]
        return splice(self.data(part), self._edits.get(part, ()))

    def written(self) -> bytes:
        """The file with all changes; whatever was not changed is copied as it lies there."""
        changed = {part: self.edited(part) for part in (*self._edits, *self._new)}
        for part, data in changed.items():
            if part.endswith((".xml", ".rels")):
                check(data)
        return self._zip.with_members(changed)

    def _append(self, member: str, element: str, head: str = "", tail: str = "") -> None:
        """Add an element as the last child of a part's root; a part that is not there is made."""
        if member not in self and member not in self._new:
            declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            self.put(member, f"{declaration}{head}{tail}".encode())
        if member in self._new:
            data = self._new[member]
            at = data.rindex(b"</")
            self.put(member, splice(data, [insertion(at, element.encode())]))
            return
        root, data = self.root(member), self.data(member)
        if root.empty:
            opened = data[root.start : root.inner - 2].rstrip() + b">"
            ended = closing(data, root) + data[root.end :]
            self.put(member, data[: root.start] + opened + self._lean(member, element) + ended)
        else:
            self.edit(member, insertion(root.outer, self._lean(member, element)))

    def _lean(self, member: str, element: str) -> bytes:
        """The element without a declaration that its parent makes already."""
        root = self.root(member)
        if root.prefix or b":" in raw_name(self.data(member), root):
            return element.encode()
        return element.replace(f' xmlns="{root.space}"', "").encode()

    def _main_part(self) -> str:
        for relation in self.relations("").values():
            if relation.kind == f"{OFFICE}officeDocument" and relation.target in self:
                if "macroEnabled" in self.content_type(relation.target):
                    raise BadFile("refresh_macros", name=self.name)
                return relation.target
            if relation.kind.startswith(_STRICT) and relation.kind.endswith("officeDocument"):
                raise BadFile("refresh_strict", name=self.name)
        raise BadFile("refresh_not_word", name=self.name)


def relations_of(part: str) -> str:
    """The member that holds the relationships of a part, or of the package (empty name)."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _relation(node: Node, folder: str) -> Relation:
    target = node.get("Target", "")
    external = node.get("TargetMode", "") == "External"
    if not external:
        path = posixpath.normpath(posixpath.join("/", folder, unquote(target)))
        target = path.lstrip("/")
    return Relation(node.get("Id", ""), node.get("Type", ""), target, external)
