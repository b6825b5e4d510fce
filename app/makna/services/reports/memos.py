"""Memos by kind: title, dates, what they are linked to, and their text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from makna.domain.dates import local_day, number
from makna.domain.model import Memo, MemoKind, MemoLink, ProjectInfo
from makna.domain.report import (
    Block,
    Heading,
    Landscape,
    Paragraph,
    Records,
    Report,
    Span,
    Style,
    Table,
    TableOfContents,
    Value,
)
from makna.domain.wording import Language, phrase
from makna.services.reports import markdown
from makna.services.reports.parts import Layout, document, titles

KEYS = ("guid", "title", "kind", "text", "created_at", "changed_at", "coder", "links")
"""Columns of the records, a row for each memo, in the order of the report."""
_UPRIGHT = 6
"""Columns that a standing sheet has room for."""


def memos(project: ProjectInfo, found: Sequence[Memo], layout: Layout | None = None) -> Report:
    """The report of `found`, by kind; within a kind as they come."""
    layout = layout or Layout()
    language = layout.language
    ordered = [memo for kind in MemoKind for memo in found if memo.kind == kind]
    counts = (phrase("memos_count", language), number(len(found), language))
    return document(
        project,
        layout,
        "memos_title",
        tuple(_blocks(ordered, layout)),
        _records(ordered, language),
        items=len(found),
        counts=[counts],
    )


def _blocks(ordered: list[Memo], layout: Layout) -> Iterator[Block]:
    language = layout.language
    if not ordered:
        yield Paragraph((Span(phrase("memos_none", language)),), Style.DETAIL)
    elif layout.contents:
        yield TableOfContents(phrase("report_contents", language), depth=2)
    kind: MemoKind | None = None
    for memo in ordered:
        if memo.kind != kind:
            kind = memo.kind
            yield Heading(1, phrase(f"memo_kind_{kind.value}", language))
        yield Heading(2, memo.title.strip() or phrase("memos_untitled", language))
        yield Paragraph((Span(_origin(memo, language)),), Style.DETAIL, keep_with_next=True)
        if memo.links:
            linked = "; ".join(_linked(link, language) for link in memo.links)
            label = phrase("memos_links", language)
            yield Paragraph((Span(f"{label}: {linked}"),), Style.DETAIL, keep_with_next=True)
        for block in markdown.blocks(memo.body, below=2):
            wide = isinstance(block, Table) and len(block.columns) > _UPRIGHT
            yield Landscape((block,)) if wide else block


def _origin(memo: Memo, language: Language) -> str:
    """Who wrote it when, and when it was changed, if on another day."""
    created = local_day(memo.created_at, language)
    changed = local_day(memo.changed_at, language)
    later = phrase("memos_changed", language, date=changed) if changed != created else ""
    return " · ".join(part for part in (created, later, memo.coder) if part)


def _linked(link: MemoLink, language: Language) -> str:
    target = phrase(f"memo_target_{link.target.value}", language)
    return f"{target} “{link.label}”" if link.label else target


def _records(ordered: list[Memo], language: Language) -> Records:
    rows = [_row(memo) for memo in ordered]
    return Records(KEYS, titles(KEYS, language, text="memo_text"), rows)


def _row(memo: Memo) -> tuple[Value, ...]:
    return (
        *(memo.guid, memo.title, memo.kind.value, memo.body, memo.created_at, memo.changed_at),
        memo.coder,
        tuple(f"{link.target.value}: {link.label or link.guid}" for link in memo.links),
    )
