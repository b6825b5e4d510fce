"""WordprocessingML as strings: what a word processor accepts, and fast.

Built by joining, because `add_paragraph` of python-docx takes 0.9 ms with a style name and an lxml
element a third of that; ten thousand excerpts have some forty thousand paragraphs.
"""

from __future__ import annotations

import re
from functools import lru_cache

from makna.domain.report import Span
from makna.domain.wording import Language, phrase

TEXT = '<w:t xml:space="preserve">'
_EMPTY_TEXT = f"{TEXT}</w:t>"
_SPECIAL = re.compile("[&<>\x00-\x1f\x85\xad\u2011\u2028\u2029\ud800-\udfff\ufffc\ufffe\uffff]")
_LANGUAGES = {"en": "en-US", "id": "id-ID"}


def _between(element: str) -> str:
    return f"</w:t><w:{element}/>{TEXT}"


_REPLACEMENTS = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "\t": _between("tab"),
    "\xad": _between("softHyphen"),
    "\u2011": _between("noBreakHyphen"),
    **dict.fromkeys("\n\r\x0b\x0c\x85\u2028\u2029", _between("br")),
}


def word_language(language: str) -> str:
    """The language tag that Word's spelling checker goes by."""
    return _LANGUAGES.get(language, language)


def attribute(value: str) -> str:
    """A value fit for a double-quoted XML attribute; what XML forbids becomes U+FFFD."""
    cleaned = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", value)
    escaped = cleaned.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


class Runs:
    """Turns spans into `w:r` elements in the report's language."""

    def __init__(self, language: Language) -> None:
        picture = phrase("report_picture", language)
        self._replacements = {**_REPLACEMENTS, "\ufffc": picture}

    def text(self, text: str) -> str:
        """The `w:t`, `w:br` and `w:tab` elements of a text.

        What XML 1.0 forbids (section 2.2) becomes U+FFFD: one such character and Word refuses all.
        """
        if _SPECIAL.search(text) is None:
            return f"{TEXT}{text}</w:t>"
        pieces = _SPECIAL.sub(self._replace, text)
        return f"{TEXT}{pieces}</w:t>".replace(_EMPTY_TEXT, "")

    def run(self, span: Span, language: str = "") -> str:
        """The `w:r` of a span; `language` marks text in another language than the document's."""
        return f"<w:r>{self.looks(span, language)}{self.text(span.text)}</w:r>"

    def looks(self, span: Span, language: str = "") -> str:
        """The `w:rPr` of a span, or nothing."""
        style = "MaknaMissing" if span.missing else "Hyperlink" if span.link is not None else ""
        style = style or ("MaknaDim" if span.dim else "")
        return properties(style, span.bold, span.italic, span.underline, language)

    def plain(self, text: str) -> str:
        return f"<w:r>{self.text(text)}</w:r>"

    def _replace(self, match: re.Match[str]) -> str:
        return self._replacements.get(match[0], "\ufffd")


@lru_cache(maxsize=256)
def properties(style: str, bold: bool, italic: bool, underline: bool, language: str) -> str:
    """The `w:rPr` of a run, in the order of the schema, or nothing when all is plain."""
    parts = [
        f'<w:rStyle w:val="{style}"/>' if style else "",
        "<w:b/><w:bCs/>" if bold else "",
        "<w:i/><w:iCs/>" if italic else "",
        '<w:u w:val="single"/>' if underline and style != "Hyperlink" else "",
        f'<w:lang w:val="{attribute(word_language(language))}"/>' if language else "",
    ]
    inside = "".join(parts)
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def field(instruction: str, result: str, looks: str = "") -> str:
    """A complex field with its result already in place, so that nothing has to be updated."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{looks}{TEXT}{result}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(style: str, runs: str, more: str = "") -> str:
    """A `w:p` in a named style; `more` are further properties, in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs}</w:p>'


def twips(centimetres: float) -> int:
    """Twentieths of a point."""
    return round(centimetres * 1440 / 2.54)
