"""The custom XML part of a chapter: which project it is from, and what was written when last.

Word and LibreOffice carry it along unread. It holds hashes only: a quotation that its author took
out for confidentiality is not kept in a hidden corner of the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from makna.domain.refreshing import Written
from makna.formats.refreshing.rawxml import scan
from makna.formats.writers._ooxml import attribute

NAMESPACE = "urn:makna:chapter:1"
ITEM = re.compile(r"customXml/item(\d+)\.xml")
_KEYS = ("tag", "source", "looks", "text", "told")
_STORE = "{9B0F6B6E-52A1-4B6C-9C5B-3D6C5E0A7F41}"
"""Names the part towards Word; the same in every file of ours."""


@dataclass(frozen=True)
class Record:
    project: str = ""
    """GUID; empty when the file has no record."""
    written: Mapping[str, Written] = field(default_factory=dict)
    whole: str = ""
    """Hash of all that stood in the file when it was exported; empty once it was refreshed."""

    def to_xml(self) -> bytes:
        lines = "".join(
            f'\n<m:control tag="{attribute(each.tag)}" source="{each.source}"'
            f' looks="{each.looks}" text="{each.text}"'
            f' styles="{attribute(" ".join(style or "-" for style in each.styles))}"'
            f'{f""" told="{each.told}" """.rstrip() if each.told else ""}/>'
            for each in self.written.values()
        )
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<m:chapter xmlns:m="{NAMESPACE}" project="{attribute(self.project)}"'
            f'{f""" whole="{self.whole}" """.rstrip() if self.whole else ""}>'
            f"{lines}\n</m:chapter>"
        ).encode()

    @classmethod
    def from_xml(cls, data: bytes, name: str, part: str) -> Record | None:
        """The record of a custom XML part; None when the part is somebody else's."""
        if NAMESPACE.encode() not in data:
            return None
        root = scan(data, name, part)
        if (root.space, root.local) != (NAMESPACE, "chapter"):
            return None
        written = {}
        for node in root.children:
            styles = tuple("" if s == "-" else s for s in node.get("styles", "").split())
            tag, source, looks, text, told = (node.get(key, "") for key in _KEYS)
            written[tag] = Written(tag, source, looks, text, styles, told)
        return cls(root.get("project", ""), written, root.get("whole", ""))


def properties_xml() -> bytes:
    """`itemProps`: how Word tells one custom part from another."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
        f'<ds:datastoreItem ds:itemID="{_STORE}" xmlns:ds="http://schemas.openxmlformats.org/'
        'officeDocument/2006/customXml"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
