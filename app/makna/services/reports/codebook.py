"""The codebook: what each code means, when it applies, an example, how often it was used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from makna.domain.codetree import CodeTree, join_path
from makna.domain.dates import number
from makna.domain.model import Code, ProjectInfo
from makna.domain.report import (
    Block,
    Column,
    Heading,
    Paragraph,
    Records,
    Report,
    Span,
    Spans,
    Style,
    Table,
    TableOfContents,
    Value,
    plain,
)
from makna.domain.wording import Language, phrase
from makna.services.reports import markdown
from makna.services.reports.parts import (
    ARROW,
    Layout,
    cell,
    document,
    labelled,
    labelled_text,
    one_paragraph,
    titles,
    unused_codes,
)

Form = Literal["table", "running"]
KEYS = (
    *("guid", "path", "name", "level", "codable", "color", "definition", "when_to_use"),
    *("when_not", "example", "origin", "citation", "codings", "sources", "memo"),
)
"""Columns of the records, a row for each code in tree order."""
_FIELDS = (
    ("codebook_definition", "description"),
    ("codebook_when", "when_to_use"),
    ("codebook_when_not", "when_not"),
    ("codebook_example", "example"),
)
_AUTHOR_YEAR = re.compile(r".{2,80}?\(?\b\d{4}[a-z]?\b\)?(?=[\s.,;:])")
"""The first work of a citation: Dozier & Broom (1995)."""
_SHORT = 60


@dataclass(frozen=True)
class CodebookLayout(Layout):
    form: Form = "table"
    """One table on a sheet on its side, or a section for each code."""
    unused: bool = True
    """Codes without quotations stand like the others; else one line names them."""


def codebook(
    project: ProjectInfo, codes: Sequence[Code], layout: CodebookLayout | None = None
) -> Report:
    """The codebook in tree order; frequencies are the codes' own `codings` and `sources`."""
    layout = layout or CodebookLayout()
    language, tree = layout.language, CodeTree(codes)
    in_table = layout.form == "table"
    shown, unused = _shown(tree, layout)
    blocks = _table_form(shown, language) if in_table else _running_form(shown, layout)
    if not codes:
        blocks = iter([Paragraph((Span(phrase("codebook_empty", language)),), Style.DETAIL)])
    counts = (phrase("codebook_count", language), number(len(codes), language))
    return document(
        project,
        layout,
        "codebook_title",
        (*blocks, *unused_codes(unused, language)),
        _records(tree, language),
        items=len(codes),
        counts=[counts],
        page=layout.page.turned() if in_table else layout.page,
    )


def _shown(tree: CodeTree, layout: CodebookLayout) -> tuple[CodeTree, list[str]]:
    """The codes that are shown, and the paths of those that are only named.

    Where nothing is coded yet all are shown: a codebook is often written first. What the author
    wrote on a code is never left out; of ready frames only what is used is printed.
    """
    used = [code for code in tree.ordered if code.codings]
    if layout.unused or not used:
        return tree, []
    shown = [code for code in tree.ordered if code.codings or _is_described(code)]
    kept = {code.id for code in shown}
    kept |= {above.id for code in shown for above in tree.ancestors(code.id)}
    left = [join_path(tree.names(code.id)) for code in tree.ordered if code.id not in kept]
    return CodeTree([code for code in tree.ordered if code.id in kept]), left


def _is_described(code: Code) -> bool:
    """Whether its author says something of it; codes of ready frames cite their origin."""
    said = (code.description, code.when_to_use, code.when_not, code.example, code.memo)
    return not code.citation and any(said)


def _table_form(tree: CodeTree, language: Language) -> Iterator[Block]:
    columns = (
        Column(phrase("codebook_code", language), 2.2),
        Column(phrase("codebook_definition", language), 2.2),
        *(Column(phrase(key, language), 1.7) for key in ("codebook_when", "codebook_when_not")),
        Column(phrase("codebook_example", language), 1.7),
        Column(phrase("codebook_origin", language), 1.1),
        Column(phrase("codebook_codings", language), 0.75, "right"),
        Column(phrase("codebook_sources", language), 0.95, "right"),
    )
    works = _works(tree)
    rows = [_table_row(tree, code, works, language) for code in tree.ordered]
    # What is said of no code is not a column of empty cells.
    kept = [n for n in range(len(columns)) if any(plain(row[n]) for row in rows) or not rows]
    yield Table(
        tuple(columns[n] for n in kept),
        tuple(tuple(row[n] for n in kept) for row in rows),
        phrase("codebook_title", language),
        phrase("codebook_note", language),
    )
    yield from _works_cited(works, language)


def _works(tree: CodeTree) -> dict[str, int]:
    """The works that the codes cite, numbered from 1 in the order of the tree.

    A frame's citation is a sentence: in a narrow column, row after row, it fills a page a code.
    """
    cited = dict.fromkeys(one_paragraph(code.citation) for code in tree.ordered)
    return {work: place for place, work in enumerate((work for work in cited if work), 1)}


def _works_cited(works: dict[str, int], language: Language) -> Iterator[Block]:
    for work, place in works.items():
        text = f"[{place}] {work}"
        if place == 1:
            yield labelled_text(phrase("codebook_citation", language), text, Style.DETAIL)
        else:
            yield Paragraph((Span(text),), Style.DETAIL)


def _table_row(
    tree: CodeTree, code: Code, works: dict[str, int], language: Language
) -> tuple[Spans, ...]:
    fields = (one_paragraph(getattr(code, name)) for _, name in _FIELDS)
    place = works.get(one_paragraph(code.citation))
    cited = f"[{place}]" if place else ""
    return (
        _path(tree, code),
        *(cell(text) for text in fields),
        cell(" ".join(part for part in (_origin(code, language), cited) if part)),
        cell(_count(code, code.codings, language)),
        cell(_count(code, code.sources, language)),
    )


def _path(tree: CodeTree, code: Code) -> Spans:
    """The code after what it lies under; those further up have rows of their own above."""
    above = "".join(f"{other.name}{ARROW}" for other in tree.ancestors(code.id)[-1:])
    return (*((Span(above),) if above else ()), Span(code.name, bold=not above))


def _count(code: Code, count: int, language: Language) -> str:
    """A category is not applied: it has no frequency, unless it was used before it became one."""
    return number(count, language) if code.codable or count else "–"


def _running_form(tree: CodeTree, layout: CodebookLayout) -> Iterator[Block]:
    language = layout.language
    if layout.contents:
        yield TableOfContents(phrase("report_contents", language))
    cited: dict[str, str] = {}
    for code in tree.ordered:
        yield Heading(min(tree.depth(code.id) + 1, 9), code.name)
        yield from _entry(code, _citation(code, cited, language), language)


def _citation(code: Code, cited: dict[str, str], language: Language) -> str:
    """The work in full where it is named first, then short: a frame's citation is a sentence."""
    work = one_paragraph(code.citation)
    if not work:
        return ""
    if work not in cited:
        cited[work] = code.name
        return work
    short = _AUTHOR_YEAR.match(work)
    if short is not None and len(short[0]) < len(work):
        return short[0] + ")" * (short[0].count("(") - short[0].count(")"))
    # Shorter to write than to look up.
    return work if len(work) < _SHORT else phrase("codebook_cited", language, code=cited[work])


def _entry(code: Code, citation: str, language: Language) -> Iterator[Block]:
    frequency = phrase(
        "codebook_frequency_of",
        language,
        codings=number(code.codings, language),
        sources=number(code.sources, language),
    )
    if not code.codable and not code.codings:
        frequency = ""
        yield Paragraph((Span(phrase("codebook_category", language)),), Style.DETAIL)
    entries = (
        *((key, getattr(code, name)) for key, name in _FIELDS),
        ("codebook_origin", _origin(code, language)),
        ("codebook_citation", citation),
        ("codebook_frequency", frequency),
    )
    said = [(key, text) for key, text in entries if text.strip()]
    for key, text in said:
        entry = labelled_text(phrase(key, language), text, Style.DEFINITION)
        # A name with one line under it at the foot of a page is as good as alone there.
        yield replace(entry, keep_with_next=key == said[0][0] and len(said) > 1)
    if code.memo.strip():
        memo = markdown.blocks(code.memo, Style.DEFINITION, below=6)
        yield from labelled(phrase("codebook_memo", language), memo, Style.DEFINITION)


def _origin(code: Code, language: Language) -> str:
    return phrase(f"origin_{code.origin}", language) if code.origin else ""


def _records(tree: CodeTree, language: Language) -> Records:
    rows = [_row(tree, code) for code in tree.ordered]
    return Records(KEYS, titles(KEYS, language, memo="code_memo"), rows)


def _row(tree: CodeTree, code: Code) -> tuple[Value, ...]:
    return (
        *(code.guid, join_path(tree.names(code.id)), code.name, tree.depth(code.id) + 1),
        *(code.codable, code.color, code.description, code.when_to_use, code.when_not),
        *(code.example, code.origin, code.citation, code.codings, code.sources, code.memo),
    )
