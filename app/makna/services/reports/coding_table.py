"""The coding table: excerpt → code → category → theme, as "data reduction" or as axial coding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from makna.domain.codetree import CodeTree
from makna.domain.dates import number
from makna.domain.model import Code, Excerpt, ProjectInfo
from makna.domain.report import (
    Block,
    Column,
    Paragraph,
    Records,
    Report,
    Span,
    Spans,
    Style,
    Table,
    Value,
)
from makna.domain.wording import Language, phrase
from makna.services.reports.parts import ARROW, Layout, cell, document, one_paragraph, reference
from makna.services.reports.parts import titles as column_titles

KEYS = ("theme", "category", "code", "text", "reference", "source", "passage", "code_guid", "memo")
_NONE = "—"
_LABELS = {
    "reduction": ("reduction_excerpt", "reduction_code", "reduction_category", "reduction_theme"),
    "axial": ("reduction_excerpt", "axial_open", "axial_axial", "axial_selective"),
}


@dataclass(frozen=True)
class CodingTableLayout(Layout):
    form: str = "reduction"
    """`reduction`, or `axial` for open → axial → selective coding."""


@dataclass(frozen=True)
class _Row:
    excerpt: Excerpt
    code: Code
    levels: tuple[str, str, str]
    """Theme, category, code."""
    memo: str


def coding_table(
    project: ProjectInfo,
    codes: Sequence[Code],
    found: Sequence[Excerpt],
    layout: CodingTableLayout | None = None,
) -> Report:
    """A row for each passage and code in tree order; the codes' cells are joined."""
    layout = layout or CodingTableLayout()
    language = layout.language
    rows = _rows(CodeTree(codes), found)
    uncoded = sum(not excerpt.passage.codings for excerpt in found)
    counts = (phrase("reduction_count", language), number(len(rows), language))
    return document(
        project,
        layout,
        f"{_form(layout)}_title",
        _blocks(rows, uncoded, layout),
        _records(rows, language),
        items=len(rows),
        counts=[counts],
        page=layout.page.turned(),
        prints_numbers_of=tuple(dict.fromkeys(r.excerpt.source.id for r in rows if _has_lines(r))),
    )


def _has_lines(row: _Row) -> bool:
    return row.excerpt.passage.region is None


def _form(layout: CodingTableLayout) -> str:
    return "axial" if layout.form == "axial" else "reduction"


def _rows(tree: CodeTree, found: Sequence[Excerpt]) -> list[_Row]:
    by_code: dict[int, list[tuple[Excerpt, str]]] = {}
    for excerpt in found:
        memos: dict[int, list[str]] = {}
        for coding in excerpt.passage.codings:
            memos.setdefault(coding.code, []).append(coding.memo)
        for code, said in memos.items():
            by_code.setdefault(code, []).append((excerpt, "\n".join(m for m in said if m)))
    return [
        _Row(excerpt, code, _levels(tree.names(code.id)), memo)
        for code in tree.ordered
        for excerpt, memo in by_code.get(code.id, ())
    ]


def _levels(names: tuple[str, ...]) -> tuple[str, str, str]:
    """Theme, category and code of a path; what it lacks is empty, what lies between is joined."""
    if len(names) == 1:
        return "", "", names[0]
    theme, *between, code = names
    return theme, ARROW.join(between), code


def _blocks(rows: list[_Row], uncoded: int, layout: CodingTableLayout) -> tuple[Block, ...]:
    language = layout.language
    note = _note(uncoded, language)
    if not rows:
        said = phrase("reduction_none", language)
        return (Paragraph((Span(f"{said} {note}".strip()),), Style.DETAIL),)
    titles = [phrase(key, language) for key in _LABELS[_form(layout)]]
    columns = (Column(titles[0], 4.2), *(Column(title, 1.7) for title in titles[1:]))
    cells = tuple(_cells(row, language) for row in rows)
    caption = phrase(f"{_form(layout)}_title", language)
    return (Table(columns, cells, caption, note, mark="coding_table", joined=(1, 2, 3)),)


def _note(uncoded: int, language: Language) -> str:
    if not uncoded:
        return ""
    return phrase("reduction_uncoded", language, n=number(uncoded, language))


def _cells(row: _Row, language: Language) -> tuple[Spans, ...]:
    theme, category, code = row.levels
    said = row.excerpt.text.strip() or phrase("reduction_picture", language)
    quoted = f"“{one_paragraph(said)}”" if row.excerpt.text.strip() else said
    cited = reference(row.excerpt, language)
    return (
        (Span(quoted), Span(f" {cited}", dim=True)),
        cell(code),
        cell(category or _NONE),
        cell(theme or _NONE, bold=bool(theme)),
    )


def _records(rows: list[_Row], language: Language) -> Records:
    made: list[tuple[Value, ...]] = [
        (
            *row.levels,
            row.excerpt.text,
            reference(row.excerpt, language),
            *(row.excerpt.source.name, row.excerpt.passage.guid, row.code.guid, row.memo),
        )
        for row in rows
    ]
    return Records(KEYS, column_titles(KEYS, language, memo="coding_memo"), made)
