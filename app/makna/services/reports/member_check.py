"""Member-check forms: what was understood of each informant, for them to confirm and sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from makna.domain.dates import number
from makna.domain.model import Case, Excerpt, Memo, ProjectInfo
from makna.domain.report import (
    Block,
    Column,
    Heading,
    PageBreak,
    Paragraph,
    Records,
    Report,
    Span,
    Spans,
    Style,
    Table,
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
    one_paragraph,
    reference,
    titles,
)

KEYS = ("case", "case_guid", "text", "reference", "codes", "translation", "agreed", "remark")
_BOX = "☐"
_LINE = "." * 44


@dataclass(frozen=True)
class Form:
    """What one informant is asked to confirm."""

    case: Case
    summaries: tuple[Memo, ...]
    excerpts: tuple[Excerpt, ...]
    left_out: int = 0
    """Quotations that are not on the form, because others are starred."""


def member_check(
    project: ProjectInfo, forms: Sequence[Form], layout: Layout | None = None
) -> Report:
    """A form for each case, on a sheet of its own."""
    layout = layout or Layout()
    language = layout.language
    blocks: list[Block] = []
    if not forms:
        blocks.append(Paragraph((Span(phrase("check_none", language)),), Style.DETAIL))
    for index, form in enumerate(forms):
        if index:
            blocks.append(PageBreak())
        blocks.extend(_form(form, project, language))
    printed = (e.source.id for f in forms for e in f.excerpts if e.passage.region is None)
    return document(
        project,
        layout,
        "check_title",
        blocks,
        _records(forms, language),
        items=len(forms),
        counts=None,
        prints_numbers_of=tuple(dict.fromkeys(printed)),
    )


def _form(form: Form, project: ProjectInfo, language: Language) -> Iterator[Block]:
    yield Heading(1, phrase("check_heading", language, case=form.case.name))
    yield Paragraph((Span(phrase("check_ask", language, project=project.name)),), Style.DEFINITION)
    if form.summaries:
        yield Heading(2, phrase("check_summary", language))
    for memo in form.summaries:
        yield from markdown.blocks(memo.body, Style.DEFINITION, below=3)
    if form.summaries:
        yield _choice(phrase("check_summary_choice", language), language)
    yield Heading(2, phrase("check_quotations", language))
    yield from _quotations(form, language)
    yield from _signature(language)


def _quotations(form: Form, language: Language) -> Iterator[Block]:
    if not form.excerpts:
        yield Paragraph((Span(phrase("check_no_quotations", language)),), Style.DETAIL)
        return
    columns = (
        Column(phrase("check_number", language), 0.8, "right"),
        Column(phrase("check_quotation", language), 4.5),
        Column(phrase("check_meaning", language), 2.2),
        Column(phrase("check_agree", language), 1.0, "center"),
        Column(phrase("check_change", language), 1.6),
    )
    rows = tuple(_row(rank, e, language) for rank, e in enumerate(form.excerpts, 1))
    note = ""
    if form.left_out:
        left_out = number(form.left_out, language)
        note = phrase("check_left_out", language, n=left_out)
    yield Table(columns, rows, "", note)


def _row(rank: int, excerpt: Excerpt, language: Language) -> tuple[Spans, ...]:
    said = one_paragraph(excerpt.text) or phrase("reduction_picture", language)
    meaning = "; ".join(dict.fromkeys(path[-1] for path in excerpt.code_paths if path))
    quoted: Spans = (Span(f"“{said}”"), Span(f" {_cited(excerpt, language)}", dim=True))
    return cell(str(rank)), quoted, cell(meaning), cell(_BOX), cell(f"{_BOX} ")


def _cited(excerpt: Excerpt, language: Language) -> str:
    """Without the star, which is the researcher's own mark."""
    return reference(excerpt, language).removesuffix(" ★")


def _choice(label: str, language: Language) -> Paragraph:
    agree, change = phrase("check_agree", language), phrase("check_change", language)
    words = f"{label}  {_BOX} {agree}   {_BOX} {change}: {_LINE}"
    return Paragraph((Span(words),), Style.DEFINITION)


def _signature(language: Language) -> Iterator[Block]:
    yield Paragraph((Span(phrase("check_statement", language)),), Style.DEFINITION, True)
    place = phrase("check_place_date", language)
    yield Paragraph((Span(f"{place}: {_LINE}"),), Style.DEFINITION, True)
    heads = (phrase("check_informant", language), phrase("check_researcher", language))
    empty = "\n\n\n"
    yield Table(
        tuple(Column(head) for head in heads),
        ((cell(f"{empty}({_LINE[:30]})"), cell(f"{empty}({_LINE[:30]})")),),
    )


def _records(forms: Sequence[Form], language: Language) -> Records:
    rows: list[tuple[Value, ...]] = []
    for form in forms:
        for memo in form.summaries:
            said = "\n".join(_texts(memo))
            rows.append((form.case.name, form.case.guid, said, memo.title, (), "", "", ""))
        for excerpt in form.excerpts:
            codes = tuple(dict.fromkeys(ARROW.join(path) for path in excerpt.code_paths))
            cited = _cited(excerpt, language)
            named = (form.case.name, form.case.guid, excerpt.text, cited, codes)
            rows.append((*named, excerpt.passage.translation, "", ""))
    return Records(KEYS, titles(KEYS, language, agreed="check_agreed", remark="check_remark"), rows)


def _texts(memo: Memo) -> Iterator[str]:
    for block in markdown.blocks(memo.body):
        if isinstance(block, Paragraph):
            yield plain(block.spans)
        elif isinstance(block, Heading):
            yield block.text
