"""What all parts of one reading share: the package, its styles and lists, what was gathered."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from makna.domain.wording import Message
from makna.formats.collector import Collector
from makna.formats.readers.docx.comments import Anchors
from makna.formats.readers.docx.fields import Fields
from makna.formats.readers.docx.notes import Notes
from makna.formats.readers.docx.numbering import Lists
from makna.formats.readers.docx.package import Package, Relation
from makna.formats.readers.docx.pictures import Pictures
from makna.formats.readers.docx.styles import Styles
from makna.formats.xml import Element


class Story:
    """One Word file while it is being read."""

    def __init__(self, package: Package, document: Element) -> None:
        self.package = package
        self.styles = Styles(package.optional("styles"))
        self.collector = Collector()
        self.fields = Fields(self.collector)
        self.anchors = Anchors(self.collector)
        self.footnotes = Notes(package, document, "footnote")
        self.endnotes = Notes(package, document, "endnote")
        self.pictures = Pictures(package)
        self.relations: dict[str, Relation] = package.relations_of_main
        """Of the part that is being walked."""
        self.left_out = self.pictures.left_out
        self.fonts: Counter[str] = Counter()
        """Symbols without a Unicode character, by font."""

    @cached_property
    def lists(self) -> Lists:
        return Lists(self.package.optional("numbering"), self.styles)

    def warnings(self) -> tuple[Message, ...]:
        """What could not be kept, counted."""
        found = [Message.of(key, count=n) for key, n in sorted(self.left_out.items())]
        if self.collector.hidden:
            found.append(Message.of("docx_hidden_text", count=self.collector.hidden))
        if self.fonts:
            fonts = ", ".join(sorted(font or "?" for font in self.fonts))
            found.append(Message.of("docx_symbols", count=self.fonts.total(), fonts=fonts))
        return (*self.package.warnings, *found)
