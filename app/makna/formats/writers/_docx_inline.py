"""Spans as runs, with what hangs on them: links, footnotes, cross references, content controls."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

from makna.domain.report import Span, Spans, safe_link
from makna.domain.wording import Language, phrase
from makna.formats.writers._docx_ledger import Ledger
from makna.formats.writers._ooxml import Runs, attribute, field, paragraph

_NAME_LIMIT = 40
"""Characters of a bookmark's name that Word keeps."""


def bookmark_name(mark: str) -> str:
    """The bookmark around the number of a caption; hidden from Word's list by its underscore."""
    name = f"_Makna_{mark}"
    if len(name) <= _NAME_LIMIT:
        return name
    return f"{name[:29]}_{hashlib.sha256(mark.encode()).hexdigest()[:10]}"


def control(key: int, tag: str, title: str, content: str) -> str:
    """A `w:sdt`; at which level it stands is decided by what it holds."""
    alias = f'<w:alias w:val="{attribute(title)}"/>' if title else ""
    return (
        f'<w:sdt><w:sdtPr>{alias}<w:tag w:val="{attribute(tag)}"/><w:id w:val="{key}"/></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


class Inline:
    """Writes the content of paragraphs; `numbers` are those of the captions, by mark."""

    def __init__(self, language: Language, ledger: Ledger, numbers: Mapping[str, str]) -> None:
        self.runs = Runs(language)
        self._ledger = ledger
        self._numbers = numbers
        self._title = phrase("report_control", language)

    def plain(self, text: str) -> str:
        return self.runs.plain(text)

    def spans(self, spans: Spans, language: str = "") -> str:
        """The children of a `w:p` after its properties."""
        if len(spans) == 1 and _is_bare(spans[0]):
            return self.runs.run(spans[0], language)
        if not any(span.control for span in spans):
            return "".join(self._span(span, language) for span in spans)
        pieces = []
        for tag, group in groupby(spans, key=lambda span: span.control):
            content = "".join(self._span(span, language) for span in group)
            if tag and content:
                content = control(self._ledger.control(), tag, self._title, content)
            pieces.append(content)
        return "".join(pieces)

    def _span(self, span: Span, language: str) -> str:
        return self._said(span, language) + (self._note(span.note) if span.note else "")

    def _said(self, span: Span, language: str) -> str:
        if span.refers:
            return self._reference(span)
        address = safe_link(span.link)
        if address is not None:
            key = self._ledger.link(address)
            return f'<w:hyperlink r:id="{key}">{self.runs.run(span, language)}</w:hyperlink>'
        bare = span if span.link is None else replace(span, link=None)
        return self.runs.run(bare, language) if bare.text else ""

    def _reference(self, span: Span) -> str:
        number = self._numbers.get(span.refers)
        if number is None:
            return self.runs.run(replace(span, text=span.text or "?", missing=True))
        looks = self.runs.looks(span)
        return field(f"REF {bookmark_name(span.refers)} \\h", number, looks)

    def _note(self, note: str) -> str:
        key = self._ledger.next_note()
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        first, *others = note.split("\n")
        begin = f"{mark}<w:footnoteRef/></w:r>{self.runs.plain(' ' + first)}"
        paragraphs = [paragraph("FootnoteText", begin)]
        paragraphs.extend(paragraph("FootnoteText", self.runs.plain(other)) for other in others)
        self._ledger.notes.append(f'<w:footnote w:id="{key}">{"".join(paragraphs)}</w:footnote>')
        return f'{mark}<w:footnoteReference w:id="{key}"/></w:r>'


def _is_bare(span: Span) -> bool:
    return span.link is None and not (span.note or span.refers or span.control)
