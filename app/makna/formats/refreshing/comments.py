"""Comments by which a refresh speaks to the author, at the control they are about."""

from __future__ import annotations

from collections.abc import Sequence

from makna.domain.wording import Language
from makna.formats.refreshing.numbers import Identifiers
from makna.formats.refreshing.parts import OFFICE, WORD, WordFile
from makna.formats.refreshing.rawxml import Edit, Node, W, insertion, with_content
from makna.formats.refreshing.regions import Region
from makna.formats.refreshing.styles import Styles
from makna.formats.writers._ooxml import Runs

AUTHOR, INITIALS = "Makna", "M"


class Comments:
    """Collects comments; `write` puts them into the file."""

    def __init__(
        self, file: WordFile, styles: Styles, identifiers: Identifiers, language: Language, now: str
    ) -> None:
        self._file, self._ids, self._now = file, identifiers, now
        self._runs = Runs(language)
        self._text_style = styles.named("paragraph", "annotation text")
        self._mark_style = styles.named("character", "annotation reference")
        self._elements: list[str] = []
        # Word has no comments in headers and footers.
        notes = (file.optional(kind) for kind in ("footnotes", "endnotes"))
        self._parts = {file.main, *filter(None, notes)}

    def add(self, part: str, region: Region, paragraphs: Sequence[str]) -> bool:
        """A comment on a control. False where Word allows none: nothing is added then."""
        if part not in self._parts:
            return False
        key = self._ids.next("comment")
        scope = region.nodes[0].scope()
        w = "" if scope.get("w") == W else f' xmlns:w="{W}"'
        start = f'<w:commentRangeStart w:id="{key}"{w}/>'.encode()
        end = f'<w:commentRangeEnd w:id="{key}"{w}/>'.encode()
        style = f'<w:rPr><w:rStyle w:val="{self._mark_style}"/></w:rPr>' if self._mark_style else ""
        reference = f'<w:r{w}>{style}<w:commentReference w:id="{key}"/></w:r>'.encode()
        edits = _anchors(self._file.data(part), region, start, end + reference, reference)
        if not edits:
            return False
        self._file.edit(part, *edits)
        self._elements.append(self._element(key, paragraphs))
        return True

    def write(self) -> None:
        """Put the comments into their part, which is made if there is none."""
        if not self._elements:
            return
        part = self._file.optional("comments")
        if not part:
            part = "word/comments.xml"
            self._file.add_type(part, f"{WORD}comments+xml")
            self._file.add_relation(self._file.main, f"{OFFICE}comments", part)
        for element in self._elements:
            self._file.append(part, element, "w:comments", f'xmlns:w="{W}"')

    def _element(self, key: int, paragraphs: Sequence[str]) -> str:
        style = f'<w:pPr><w:pStyle w:val="{self._text_style}"/></w:pPr>' if self._text_style else ""
        looks = f'<w:rPr><w:rStyle w:val="{self._mark_style}"/></w:rPr>' if self._mark_style else ""
        sign = f"<w:r>{looks}<w:annotationRef/></w:r>"
        lines = []
        for text in paragraphs:
            lines.append(f"<w:p>{style}{sign}{self._runs.plain(text)}</w:p>")
            sign = ""
        return (
            f'<w:comment xmlns:w="{W}" w:id="{key}" w:author="{AUTHOR}" w:date="{self._now}"'
            f' w:initials="{INITIALS}">{"".join(lines)}</w:comment>'
        )


def _anchors(data: bytes, region: Region, start: bytes, end: bytes, reference: bytes) -> list[Edit]:
    if region.box is not None:  # Word has no comments in text boxes
        return [insertion(region.box.start, reference)] if region.box.named("r") else []
    if region.inline and region.control is not None:
        holder = region.control.child("sdtContent")
        return with_content(data, holder, start, end) if holder is not None else []
    if region.inline:
        return [insertion(region.start, start), insertion(region.end, end)]
    paragraphs = [node for top in region.content for node in top.each("p")]
    paragraphs = [node for node in paragraphs if not _in_box(node)]
    if not paragraphs:
        return []
    first, last = paragraphs[0], paragraphs[-1]
    if first.empty and first is last:
        return with_content(data, first, start, end)
    properties = first.child("pPr")
    begin = (
        [insertion(properties.end, start)] if properties else with_content(data, first, start, b"")
    )
    return [*begin, *with_content(data, last, b"", end)]


def _in_box(node: Node) -> bool:
    return any(above.named("txbxContent") for above in node.ancestors())
