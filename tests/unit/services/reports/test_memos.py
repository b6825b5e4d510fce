"""Memos by kind, and their Markdown as blocks."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from makna.domain.model import LinkTarget, Memo, MemoId, MemoKind, MemoLink
from makna.domain.report import (
    Block,
    Heading,
    ItemList,
    Landscape,
    Paragraph,
    Report,
    Span,
    Style,
    Table,
    TableOfContents,
    plain,
)
from makna.services.reports.markdown import blocks
from makna.services.reports.memos import memos
from makna.services.reports.parts import Layout

AT = "2025-03-03T10:00:00+00:00"


def memo(key: int, kind: MemoKind, title: str, body: str = "", **more: Any) -> Memo:
    changed = more.pop("changed_at", AT)
    return Memo(MemoId(key), f"memo-{key}", title, kind, body, AT, changed, "Sari", **more)


def said(made: Report) -> list[str]:
    return [
        block.text if isinstance(block, Heading) else plain(block.spans)
        for block in made.blocks
        if isinstance(block, Heading | Paragraph)
    ]


def test_memos_come_by_kind_with_dates_links_and_text(town: Any) -> None:
    link = MemoLink(LinkTarget.CODE, "code-4", "Respons cepat")
    found = [
        memo(1, MemoKind.REFLECTIVE, "  ", "Saya cemas."),
        memo(2, MemoKind.THEORETICAL, "Hadir", "# Gagasan", links=(link,), changed_at="2025-03-09"),
    ]
    made = memos(town.project, found, Layout(language="id"))
    assert isinstance(made.blocks[0], TableOfContents)
    assert said(made) == [
        "Memo teoretis",
        "Hadir",
        "3 Maret 2025 · diubah 9 Maret 2025 · Sari",
        "Terkait dengan: kode “Respons cepat”",
        "Gagasan",
        "Memo reflektif",
        "Tanpa judul",
        "3 Maret 2025 · Sari",
        "Saya cemas.",
    ]
    assert Heading(3, "Gagasan") in made.blocks
    assert made.records.rows[0][:4] == (
        "memo-2",
        "Hadir",
        "theoretical",
        "# Gagasan",
    )


def test_every_kind_has_a_heading_in_both_languages(town: Any) -> None:
    found = [memo(n, kind, f"t{n}") for n, kind in enumerate(MemoKind)]
    for language in ("en", "id"):
        made = memos(town.project, found, Layout(language=language))
        heads = [b.text for b in made.blocks if isinstance(b, Heading) and b.level == 1]
        assert len(set(heads)) == len(MemoKind)
        assert not any("_" in head for head in heads)


def test_no_memos_is_said(town: Any) -> None:
    assert said(memos(town.project, [])) == ["Proyek ini belum memiliki memo."]


def test_marks_become_looks_and_line_ends_stay() -> None:
    made = blocks("Satu **dua *tiga*** [empat](https://example.org)\nlima `enam`")
    assert made == [
        Paragraph(
            (
                Span("Satu "),
                Span("dua ", bold=True),
                Span("tiga", bold=True, italic=True),
                Span(" "),
                Span("empat", link="https://example.org"),
                Span("\u2028lima enam"),
            )
        )
    ]


def test_lists_keep_their_numbers_and_depth() -> None:
    (made,) = blocks("3. tiga\n4. empat\n   - di dalam\n\n     lagi\n   ```\n   kode\n   ```")
    assert isinstance(made, ItemList)
    assert [(plain(item.spans), item.level, item.number) for item in made.items] == [
        ("tiga", 0, 3),
        ("empat\u2028kode", 0, 4),
        ("di dalam\u2028lagi", 1, None),
    ]


def test_headings_sink_below_those_of_the_report() -> None:
    assert blocks("# Satu\n\n###### Enam", below=6) == [Heading(7, "Satu"), Heading(9, "Enam")]


def test_quotations_code_and_tables_have_their_own_form() -> None:
    quote, code, table = blocks(
        "> Kami **ini** jembatan.\n\n    n = 3\n      m\n\n| a | b |\n|--|-:|\n| x | 1 |"
    )
    assert isinstance(quote, Paragraph) and quote.style is Style.QUOTE
    assert code == Paragraph((Span("n = 3\u2028  m"),), Style.VERBATIM)
    assert isinstance(table, Table)
    assert [column.align for column in table.columns] == ["left", "right"]
    assert [[plain(cell) for cell in row] for row in table.rows] == [["x", "1"]]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[klik](javascript:alert(1))",
        "[I1]: https://example.org",
        "a < b & c > d",
    ],
)
def test_html_bad_links_and_definitions_stay_text(text: str) -> None:
    assert blocks(text) == [Paragraph((Span(text),))]


@given(text=st.text(alphabet=st.sampled_from("ab*_ `[]()<>&!#-+1.\\\n\t~|"), max_size=30))
def test_every_letter_that_markdown_shows_is_in_a_block(text: str) -> None:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("reference")
    shown = "".join(
        child.content
        for token in parser.parse(text)
        for child in token.children or [token]
        if not token.hidden
    )
    made = "".join(letters(block) for block in blocks(text) if block != RULE)
    assert re.sub(r"\s", "", made) == re.sub(r"\s", "", shown)


RULE = Paragraph((Span("* * *"),))


def letters(block: Block) -> str:
    match block:
        case Heading():
            return block.text
        case Paragraph():
            return plain(block.spans)
        case ItemList():
            return "".join(plain(item.spans) for item in block.items)
        case Table():
            cells = (plain(cell) for row in block.rows for cell in row)
            return "".join((*(column.title for column in block.columns), *cells))
        case _:
            return ""


def test_a_wide_table_in_a_memo_lies_on_its_side_and_the_text_around_it_stands(town: Any) -> None:
    row = "|" + " x |" * 7
    body = f"Sebelum.\n\n{row}\n|{'---|' * 7}\n{row}\n\nSesudah."
    made = memos(town.project, [memo(1, MemoKind.OTHER, "Matriks", body)])
    kinds = [type(block) for block in made.blocks[-3:]]
    assert kinds == [Paragraph, Landscape, Paragraph]
    assert made.page.width_cm < made.page.height_cm
