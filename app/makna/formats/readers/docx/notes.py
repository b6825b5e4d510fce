"""Footnotes and endnotes: their marks in the text, and their text after it."""

from __future__ import annotations

from dataclasses import dataclass

from makna.formats.readers.docx.names import BODY, ID, VAL, T, w
from makna.formats.readers.docx.package import Package
from makna.formats.symbols import number, raised
from makna.formats.xml import Element

FOOTNOTE, ENDNOTE = w("footnoteReference"), w("endnoteReference")
_CUSTOM = w("customMarkFollows")


@dataclass(frozen=True)
class Note:
    """A note that the text refers to."""

    mark: str
    element: Element
    part: str
    """Member of the archive that holds it; its links resolve there."""


class Notes:
    """The notes of one kind, numbered in the order in which the text refers to them."""

    def __init__(self, package: Package, document: Element, kind: str) -> None:
        self._package = package
        self._document = document
        self._kind = kind
        self._elements: dict[str, Element] | None = None
        self._form, self._next = "", 0
        self.found: list[Note] = []

    def refer(self, reference: Element) -> str:
        """The mark to put into the text; empty when the text holds its own or there is no note."""
        if self._elements is None:
            self._elements = self._load()
        element = self._elements.pop(reference.get(ID, ""), None)
        if element is None:
            return ""
        part = self._package.part(f"{self._kind}s")
        if reference.get(_CUSTOM) in ("1", "true", "on"):
            run = reference.getparent()
            own = "".join(t.text or "" for t in run.iter(T)) if run is not None else ""
            self.found.append(Note(own.strip(), element, part))
            return ""
        mark = number(self._next, self._form)
        self._next += 1
        self.found.append(Note(mark, element, part))
        return raised(mark)

    def _load(self) -> dict[str, Element]:
        root = self._package.optional(f"{self._kind}s")
        self._form, self._next = self._numbering()
        if root is None:
            return {}
        return {element.get(ID, ""): element for element in root.iterchildren(w(self._kind))}

    def _numbering(self) -> tuple[str, int]:
        """Form and first number: of the last section, else of the settings, else Word's own."""
        form, start = ("decimal" if self._kind == "footnote" else "lowerRoman"), "1"
        settings = self._package.optional("settings")
        section = self._document.find(f"{BODY}/{w('sectPr')}")
        for place in (settings, section):
            for element in place.iterchildren(w(f"{self._kind}Pr")) if place is not None else ():
                forms, starts = element.find(w("numFmt")), element.find(w("numStart"))
                form = forms.get(VAL, form) if forms is not None else form
                start = starts.get(VAL, start) if starts is not None else start
        return form, int(start) if start.isdecimal() and len(start) < 7 else 1
