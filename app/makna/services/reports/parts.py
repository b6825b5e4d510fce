"""What several reports share: the lines under the title, references, labelled paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from makna.domain.dates import clock, local_day, long_date, number
from makna.domain.model import Excerpt, ProjectInfo, SourceId
from makna.domain.report import (
    THESIS,
    Block,
    Page,
    Paragraph,
    Records,
    Report,
    Span,
    Spans,
    Style,
)
from makna.domain.wording import Language, phrase

ARROW = " › "
"""Between the names of a code's path, for reading."""


@dataclass(frozen=True)
class Layout:
    """What every report can be told."""

    language: Language = "id"
    title: str = ""
    """Empty for the usual one."""
    created_at: str = ""
    """UTC, ISO 8601 with seconds; printed as a day and kept in the file's properties."""
    contents: bool = True
    """With a table of contents, where there is something to list."""
    page: Page = THESIS


def document(
    project: ProjectInfo,
    layout: Layout,
    title: str,
    blocks: Sequence[Block],
    records: Records,
    *,
    items: int,
    counts: Sequence[tuple[str, str]] | None,
    page: Page | None = None,
    prints_numbers_of: tuple[SourceId, ...] = (),
) -> Report:
    """The report around these blocks; `title` is the phrase of its usual title.

    `counts` (label, value) stand under the title beside project, coder and day; with None nothing
    stands there. `page` is the layout's unless it says another.
    """
    return Report(
        title=layout.title or phrase(title, layout.language),
        language=layout.language,
        blocks=blocks,
        records=records,
        author=project.coder.name,
        properties=() if counts is None else about(project, layout, counts),
        items=items,
        created_at=layout.created_at,
        page=page or layout.page,
        prints_numbers_of=prints_numbers_of,
    )


def about(
    project: ProjectInfo, layout: Layout, counts: Sequence[tuple[str, str]] = ()
) -> tuple[tuple[str, str], ...]:
    """The lines under the title: project, coder, counts, date."""
    language = layout.language
    lines = [
        (phrase("report_project", language), project.name),
        (phrase("report_coder", language), project.coder.name),
        *counts,
        (phrase("report_date", language), local_day(layout.created_at, language)),
    ]
    return tuple((label, value) for label, value in lines if value)


def reference(excerpt: Excerpt, language: Language) -> str:
    """Where an excerpt is from: (I1 · Kabid, 3 Maret 2025, ¶13, baris 41–42, 00:03:12)."""
    parts = [
        excerpt.source.name,
        excerpt.speaker if excerpt.speaker != excerpt.source.name else "",
        long_date(excerpt.source.date, language),
        *_place(excerpt, language),
        clock(excerpt.time_ms) if excerpt.time_ms is not None else "",
    ]
    star = " ★" if excerpt.passage.star else ""
    return f"({', '.join(part for part in parts if part)}){star}"


def _place(excerpt: Excerpt, language: Language) -> tuple[str, ...]:
    """Paragraph and lines; of a rectangle the page, and of a picture nothing, it is one."""
    region = excerpt.passage.region
    if region is None:
        paragraph = phrase("reference_paragraph", language, number=excerpt.paragraph)
        return (paragraph, _lines(excerpt, language))
    if excerpt.source.media_type.startswith("image/"):
        return ()
    return (phrase("reference_page", language, page=region.page),)


def _lines(excerpt: Excerpt, language: Language) -> str:
    if excerpt.line_from == excerpt.line_to:
        return phrase("reference_line", language, line=excerpt.line_from)
    return phrase("reference_lines", language, first=excerpt.line_from, last=excerpt.line_to)


def labelled(label: str, blocks: list[Block], style: Style) -> list[Block]:
    """The blocks with a bold label before the first, on its line where it is a paragraph."""
    mark = Span(f"{label}: ", bold=True)
    if blocks and isinstance(blocks[0], Paragraph) and blocks[0].style is style:
        return [Paragraph((mark, *blocks[0].spans), style), *blocks[1:]]
    return [Paragraph((mark,), style, keep_with_next=True), *blocks]


def labelled_text(label: str, text: str, style: Style) -> Paragraph:
    """One paragraph with a bold label; line ends of the text stay line ends."""
    return Paragraph((Span(f"{label}: ", bold=True), Span(one_paragraph(text))), style)


def unused_codes(paths: Sequence[str], language: Language) -> list[Block]:
    """One line that names the codes without quotations; nothing where there are none."""
    if not paths:
        return []
    key = "codes_unused_one" if len(paths) == 1 else "codes_unused"
    named = "; ".join(paths)
    said = phrase(key, language, n=number(len(paths), language), names=named)
    return [Paragraph((Span(said),), Style.DETAIL)]


def cell(text: str, *, bold: bool = False) -> Spans:
    """A table cell with plain text."""
    return (Span(text, bold=bold),)


def one_paragraph(text: str) -> str:
    """The text with its line ends as line breaks inside one paragraph."""
    return text.strip().replace("\n", "\u2028")


def titles(keys: tuple[str, ...], language: Language, **other: str) -> tuple[str, ...]:
    """What the columns of the records are called; `other` names the few that need another word."""
    return tuple(phrase(f"column_{other.get(key, key)}", language) for key in keys)
