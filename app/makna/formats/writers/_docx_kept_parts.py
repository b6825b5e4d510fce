"""The parts of a template that stay, what they refer to, and their content types."""

from __future__ import annotations

import posixpath

from lxml import etree

from makna.domain.errors import BadFile
from makna.formats.readers.docx.names import R_NS
from makna.formats.readers.docx.package import Package as Opened
from makna.formats.readers.docx.package import Relation
from makna.formats.writers._ooxml import attribute
from makna.formats.xml import Element, parse_xml

_KEPT = frozenset(("styles", "settings", "webSettings", "fontTable", "theme"))
_PAGES = frozenset(("header", "footer"))
_INSIDE = frozenset(("image", "hyperlink", "font"))
"""What kept parts may refer to; nothing that runs, and nothing that is fetched."""
_WRITTEN = {"numbering": "word/numbering.xml", "footnotes": "word/footnotes.xml"}
"""Written by `docx.write`."""
_RESERVED = frozenset(("word/document.xml", *_WRITTEN.values(), "[Content_Types].xml"))
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FIXED = {
    "word/document.xml": f"{_WML}.document.main+xml",
    "word/numbering.xml": f"{_WML}.numbering+xml",
    "word/footnotes.xml": f"{_WML}.footnotes+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
}


class Kept:
    """Collects what stays. `pages` are the relationship ids of the headers and footers in use.

    Raises BadFile `template_embeds` when a header or footer cannot do without what is left out.
    """

    def __init__(self, source: Opened, pages: set[str]) -> None:
        self._source = source
        self.parts: dict[str, bytes] = {}
        self.relations: dict[str, Relation] = {}
        """Of our document."""
        for key, relation in source.relations_of_main.items():
            wanted = relation.kind in _KEPT or (relation.kind in _PAGES and key in pages)
            if wanted and not relation.external and relation.target in source.archive:
                self.relations[key] = relation
                self._take(relation)
        for kind, member in _WRITTEN.items():
            self.relations[f"rIdMakna{kind.capitalize()}"] = Relation(kind, member, False)
        self._take_bullets()

    def replace(self, kind: str, data: bytes) -> None:
        """The part of a kind, changed."""
        self.parts[self._source.part(kind)] = data

    def forget_missing(self, root: Element) -> None:
        """Take out of the settings what refers to files that did not come along."""
        known = self._allowed(self._source.part("settings"))
        for element in list(root):
            keys = {str(v) for n, v in element.attrib.items() if str(n).startswith(f"{{{R_NS}}}")}
            if not keys <= set(known):
                root.remove(element)

    def types(self) -> bytes:
        """`[Content_Types].xml`: what the template said of its parts, and ours."""
        source = self._source
        root = parse_xml(source.archive.read("[Content_Types].xml"), source.name, "types")
        named = {e.get("PartName", "").lstrip("/"): e.get("ContentType", "") for e in root}
        usual = {e.get("Extension", "").lower(): e.get("ContentType", "") for e in root}
        usual = {**{key: kind for key, kind in usual.items() if key}, **_DEFAULTS}
        parts = {**{name: named[name] for name in self.parts if name in named}, **_FIXED}
        used = {name.rpartition(".")[2].lower() for name in self.parts} | set(_DEFAULTS)
        made = [
            f'<Default Extension="{attribute(key)}" ContentType="{attribute(usual[key])}"/>'
            for key in sorted(used & set(usual))
        ]
        made.extend(
            f'<Override PartName="/{attribute(name)}" ContentType="{attribute(kind)}"/>'
            for name, kind in parts.items()
        )
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            f'<Types xmlns="{_TYPES}">{"".join(made)}</Types>'
        ).encode()

    def _take(self, relation: Relation) -> None:
        member = relation.target
        if member in self.parts:
            return
        if member in _RESERVED:
            raise BadFile("template_no_word", name=self._source.name)
        self.parts[member] = self._source.archive.read(member)
        if not member.lower().endswith(".xml"):
            return
        root = parse_xml(self.parts[member], self._source.name, member)
        allowed = self._allowed(member)
        if relation.kind in _PAGES and not _used(root) <= set(allowed):
            raise BadFile("template_embeds", name=self._source.name)
        for inner in allowed.values():
            if not inner.external:
                self._take(inner)
        self._relate(member, allowed)

    def _take_bullets(self) -> None:
        """Pictures that stand before the entries of a list."""
        member = self._source.part("numbering")
        allowed = self._allowed(member) if member else {}
        for inner in allowed.values():
            if not inner.external:
                self._take(inner)
        self._relate(_WRITTEN["numbering"], allowed)

    def _relate(self, member: str, relations: dict[str, Relation]) -> None:
        if relations:
            folder, _, base = member.rpartition("/")
            name = posixpath.join(folder, "_rels", f"{base}.rels")
            self.parts[name] = relations_xml(relations, folder).encode()

    def _allowed(self, member: str) -> dict[str, Relation]:
        return {
            key: relation
            for key, relation in self._source.relations(member).items()
            if relation.kind in _INSIDE
            and (relation.kind == "hyperlink" or not relation.external)
            and (relation.external or relation.target in self._source.archive)
        }


def relations_xml(relations: dict[str, Relation], folder: str) -> str:
    """A `.rels` part of a member in `folder`."""
    made = []
    for key, relation in relations.items():
        target = relation.target
        if not relation.external:
            target = posixpath.relpath(f"/{target}", f"/{folder}")
        mode = ' TargetMode="External"' if relation.external else ""
        made.append(
            f'<Relationship Id="{attribute(key)}" Type="{_OFFICE}/{relation.kind}"'
            f' Target="{attribute(target)}"{mode}/>'
        )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Relationships xmlns="{_RELATIONSHIPS}">{"".join(made)}</Relationships>'
    )


def serialized(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _used(root: Element) -> set[str]:
    """The relationship ids that a part uses."""
    return {
        str(value)
        for element in root.iter()
        for name, value in element.attrib.items()
        if str(name).startswith(f"{{{R_NS}}}") and value
    }
