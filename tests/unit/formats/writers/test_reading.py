"""Documents for reading outside Word: html and md, checked by parsing them again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from makna.domain.report import Heading, Item, ItemList, Paragraph, Quote, Report, Span
from makna.formats.writers.html import Page as HtmlPage
from makna.formats.writers.md import Page as MarkdownPage

Written = Callable[[Report, str], Path]
SPANS = st.lists(
    st.builds(Span, st.text(min_size=1, max_size=12), st.booleans(), st.booleans()), min_size=1
)


def page(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", ["id", "en"])
def test_html_says_its_language_and_that_of_a_foreign_quotation(
    rich: Report, written: Written, language: str
) -> None:
    tree = page(written(replace(rich, language=language), ".html"))
    assert tree.get("lang") == language
    foreign = [quote.get("lang") for quote in tree.iter("blockquote")]
    assert foreign == ([None, "en"] if language == "id" else [None, None])


def test_html_loads_and_runs_nothing(rich: Report, written: Written) -> None:
    quote = Quote((Span("<script>alert(1)</script><img src=x onerror=y>"),))
    bad = Paragraph((Span("klik", link="javascript:alert(1)"),))
    path = written(replace(rich, blocks=(quote, bad), title="</title><script>"), ".html")
    tree = page(path)
    assert not tree.xpath("//script|//img|//link|//a")
    assert "default-src 'none'" in path.read_text(encoding="utf-8")
    assert tree.findtext(".//title") == "</title><script>"


def test_html_shows_headings_contents_tables_and_lists(rich: Report, written: Written) -> None:
    tree = page(written(rich, ".html"))
    links = [(a.get("href"), a.text) for a in tree.xpath("//nav//a")]
    assert links == [("#h1", "Share & <percaya>"), ("#h2", "Kepercayaan")]
    assert tree.get_element_by_id("h2").tag == "h3"
    assert tree.findtext(".//caption") == "Tabel 1 Frekuensi"
    assert [td.get("class") for td in tree.xpath("//tbody/tr[1]/td")] == [None, "right"]
    assert tree.xpath("string(//ol[@start='3']/li[1]/ul/li)") == "anak"
    assert tree.xpath("string(//figcaption)") == "(I1, 3 Maret 2025, baris 41–42)"


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_html_shows_any_text_as_it_is(text: str) -> None:
    report = Report("t", "id", (Paragraph((Span(text, italic=True),)),))
    tree = html.document_fromstring("".join(HtmlPage(report).lines()))
    said = tree.find(".//main/p").text_content()
    assert said == re.sub("[\u2028\u2029]", "", text.replace("\ufffc", "[gambar]"))


def test_markdown_shows_all_kinds_of_blocks(rich: Report, written: Written) -> None:
    text = written(rich, ".md").read_text(encoding="utf-8")
    assert text.startswith("# Kutipan \\& \\<kode\\>\n")
    assert "## Share \\& \\<percaya\\>" in text
    assert "Biasa, **tebal** dan [laman](<https://example.org/a?b=1&c=2>)" in text
    assert "> Kami *baca* 😀.\n>\n> Lalu\\\n> dijawab&#9;cepat.\n" in text
    assert "3. satu\n   - anak\n4. dua" in text
    assert "| Respons \\| cepat | 8 |\n| dua<br>baris |" in text
    assert "```\na  b\n  c\n```" in text


@given(spans=SPANS)
def test_markdown_renders_to_the_same_letters(spans: list[Span]) -> None:
    report = Report("t", "id", (Paragraph(tuple(spans)), Heading(1, "akhir")))
    said = rendered("\n\n".join(MarkdownPage(report).pieces()))
    assert said == letters("t" + "".join(span.text for span in spans) + "akhir")


MARKABLE = st.text(alphabet="ab é1 []()*_“”.,!-'", min_size=1, max_size=6)


@given(spans=st.lists(st.builds(Span, MARKABLE, bold=st.booleans(), italic=st.booleans())))
def test_markdown_keeps_bold_and_italic_letters_whatever_stands_beside_them(
    spans: list[Span],
) -> None:
    report = Report("t", "id", (Paragraph(tuple(spans)),))
    wanted = [(c, s.bold, s.italic) for s in spans for c in s.text if c.isalnum()]
    assert looks("\n\n".join(MarkdownPage(report).pieces())) == [("t", False, False), *wanted]


@given(texts=st.lists(st.text(min_size=1, max_size=15), min_size=1, max_size=4))
def test_markdown_quotes_and_lists_render_to_the_same_letters(texts: list[str]) -> None:
    items = ItemList(tuple(Item((Span(text),), n % 3) for n, text in enumerate(texts)))
    quotes = tuple(Quote((Span(text),)) for text in texts)
    report = Report("t", "id", (*quotes, Heading(1, "daftar"), items))
    said = rendered("\n\n".join(MarkdownPage(report).pieces()))
    assert said == letters("t" + "".join(texts) + "daftar" + "".join(texts))


def rendered(markdown: str) -> str:
    parsed = MarkdownIt("commonmark").enable("table").parse(markdown)
    inline = [child for token in parsed for child in token.children or ()]
    return letters("".join(each.content for each in inline if each.type != "html_inline"))


def looks(markdown: str) -> list[tuple[str, bool, bool]]:
    """Each letter, and whether it is shown bold and italic."""
    page = html.document_fromstring(MarkdownIt("commonmark").render(markdown))
    found = []
    for text in page.xpath("//body//text()"):
        above = [each.tag for each in text.getparent().iterancestors()]
        around = {*above, text.getparent().tag} if text.is_text else set(above)
        looked = ("strong" in around, "em" in around)
        found += [(char, *looked) for char in str(text) if char.isalnum()]
    return found


def letters(text: str) -> str:
    """The text without any space, which Markdown may move, and with replacements made."""
    text = re.sub("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)
    return re.sub(r"\s", "", text.replace("\ufffc", "[gambar]"))
