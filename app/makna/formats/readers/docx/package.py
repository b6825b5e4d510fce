"""The parts of a Word file and how they refer to each other (Open Packaging Conventions)."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

from makna.domain.errors import BadFile
from makna.domain.wording import Message
from makna.formats.archive import Archive
from makna.formats.readers.docx.names import BODY, W_NS
from makna.formats.xml import Element, parse_xml

_STRICT = "http://purl.oclc.org/ooxml/"
_STRICT_NAMESPACES = {
    "wordprocessingml/main": W_NS,
    "drawingml/main": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "drawingml/chart": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "drawingml/diagram": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "officeDocument/math": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "officeDocument/relationships": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
_DAMAGE = frozenset({"archive_damaged", "archive_part_missing", "xml_damaged", "xml_too_deep"})


@dataclass(frozen=True)
class Relation:
    """A reference of one part: its kind (last word of the type URI) and its target."""

    kind: str
    target: str
    """Member of the archive, or an address when `external`."""
    external: bool


class Package:
    """A Word file opened: its main part, and what that part refers to."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.archive = Archive(data, name)
        self.warnings: list[Message] = []
        self._top = self.relations("")
        self.main = self._main_part()
        self.relations_of_main = self.relations(self.main)

    def root(self) -> Element:
        """The element `w:document`. Raises BadFile when the file holds no Word text."""
        root = self.parse(self.main)
        if root.find(BODY) is None:
            raise BadFile("word_no_document", name=self.name)
        return root

    def parse(self, part: str) -> Element:
        """The root of a part, strict Office Open XML renamed to transitional."""
        root = parse_xml(self.archive.read(part), self.name, part)
        if any(uri.startswith(_STRICT) for uri in root.nsmap.values()):
            _loosen(root)
        return root

    def part(self, kind: str) -> str:
        """The member that the main part, or the package, names as its `kind`; or empty."""
        for relations in (self.relations_of_main, self._top):
            for relation in relations.values():
                if relation.kind == kind and not relation.external:
                    return relation.target
        return ""

    def optional(self, kind: str) -> Element | None:
        """The root of the main part's `kind`; None when absent or, with a warning, damaged."""
        part = self.part(kind)
        if not part or part not in self.archive:
            return None
        try:
            return self.parse(part)
        except BadFile as error:
            if error.key not in _DAMAGE:
                raise
            self.warnings.append(Message.of("docx_part_damaged", part=part))
            return None

    def relations(self, part: str) -> dict[str, Relation]:
        """What `part` refers to, by id; of the whole package for an empty name."""
        folder, _, base = part.rpartition("/")
        member = posixpath.join(folder, "_rels", f"{base}.rels")
        if member not in self.archive:
            return {}
        root = parse_xml(self.archive.read(member), self.name, member)
        return {
            element.get("Id", ""): _relation(element, folder)
            for element in root
            if element.get("Target")
        }

    def _main_part(self) -> str:
        for relation in self._top.values():
            if relation.kind == "officeDocument" and relation.target in self.archive:
                return relation.target
        if "word/document.xml" in self.archive:
            return "word/document.xml"
        raise BadFile("word_no_document", name=self.name)


def _relation(element: Element, folder: str) -> Relation:
    kind = element.get("Type", "").rpartition("/")[2]
    target = element.get("Target", "")
    if element.get("TargetMode") == "External":
        return Relation(kind, target, True)
    # Joined inside a virtual root, so that no number of `..` leaves the archive.
    path = posixpath.normpath(posixpath.join("/", folder, unquote(target.replace("\\", "/"))))
    return Relation(kind, path.lstrip("/"), False)


def _loosen(root: Element) -> None:
    for element in root.iter():
        element.tag = _transitional(element.tag)
        for key, value in element.items():
            if _STRICT in (name := str(key)):
                del element.attrib[name]
                element.set(_transitional(name), value)


def _transitional(name: str) -> str:
    if not name.startswith("{" + _STRICT):
        return name
    namespace, _, local = name[1:].partition("}")
    known = _STRICT_NAMESPACES.get(namespace.removeprefix(_STRICT), namespace)
    return f"{{{known}}}{local}"
