"""The Word document: what Word accepts, what a template can restyle, what a reader sees."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from makna.domain.report import THESIS, Heading, Item, ItemList, Paragraph, Quote, Report, Span
from makna.formats.writers import write_report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Problems = Callable[[Path], list[str]]
Written = Callable[[Report, str], Path]


def part(path: Path, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def paragraphs(path: Path) -> list[tuple[str, str]]:
    """Style id and text of each paragraph, line breaks as LF, tabs as tabs."""
    tree = etree.fromstring(part(path).encode())
    found = []
    for paragraph in tree.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        text = "".join(_said(element) for element in paragraph.iter())
        found.append(("" if style is None else str(style.get(f"{W}val")), text))
    return found


def _said(element: etree._Element) -> str:
    marks = {"br": "\n", "tab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\xad"}
    name = etree.QName(element).localname
    if name == "t":
        return element.text or ""
    return marks.get(name, "") if element.getparent().tag == f"{W}r" else ""


def test_every_kind_of_block_makes_a_file_that_word_accepts(
    rich: Report, written: Written, problems: Problems
) -> None:
    assert problems(written(rich, ".docx")) == []


def test_the_validity_check_sees_a_misplaced_element(
    rich: Report, written: Written, problems: Problems, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.docx"
    with (
        zipfile.ZipFile(written(rich, ".docx")) as source,
        zipfile.ZipFile(broken, "w") as target,
    ):
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = data.replace(b'<w:pStyle w:val="MaknaQuoteNext"/>', b"<w:keepLines/>", 1)
                data = data.replace(b"<w:cantSplit/><w:tblHeader/>", b"<w:tblBroken/>", 1)
                data = data.replace(b'w:val="MaknaReference"', b'w:val="Unknown"', 1)
                data = data.replace(b"<w:b/><w:bCs/>", b"<w:bCs/><w:b/>", 1)
            target.writestr(name, data)
    found = " ".join(problems(broken))
    assert "no paragraph style Unknown" in found
    assert "['bCs', 'b']" in found


def test_quotation_and_reference_have_named_styles_and_stay_together(
    rich: Report, written: Written
) -> None:
    path = written(rich, ".docx")
    said = paragraphs(path)
    at = said.index(("MaknaQuoteNext", "Kami baca 😀."))
    assert said[at - 1 : at + 4] == [
        ("MaknaContext", "… kata sebelum"),
        ("MaknaQuoteNext", "Kami baca 😀."),
        ("MaknaQuoteNext", "Lalu\ndijawab\tcepat."),
        ("MaknaContextAfter", "kata sesudah …"),
        ("MaknaReference", "(I1, 3 Maret 2025, baris 41–42)"),
    ]
    assert '<w:pStyle w:val="MaknaContextAfter"/><w:keepNext/>' in part(path)


def test_a_quotation_in_another_language_is_spelt_in_that_language(
    rich: Report, written: Written
) -> None:
    xml = part(written(rich, ".docx"))
    assert '<w:rPr><w:lang w:val="en-US"/></w:rPr><w:t xml:space="preserve">He said no.' in xml


def test_headings_are_real_and_in_the_contents_up_to_its_depth(
    rich: Report, written: Written
) -> None:
    path = written(rich, ".docx")
    assert [
        p.style.name for p in docx.Document(str(path)).paragraphs if "eading" in p.style.name
    ] == [
        "Heading 1",
        "Heading 2",
        "Heading 3",
    ]
    entries = [text for style, text in paragraphs(path) if style.startswith("TOC")]
    assert entries == ["Daftar isi", "Share & <percaya>", "Kepercayaan"]
    assert 'TOC \\o "1-2" \\h \\z' in part(path)


def test_word_asks_nothing_at_opening(rich: Report, written: Written) -> None:
    path = written(rich, ".docx")
    assert "updateFields" not in part(path, "word/settings.xml")
    assert "w:dirty" not in part(path)


def test_tables_have_a_numbered_caption_above_and_repeat_their_header(
    rich: Report, written: Written
) -> None:
    path = written(rich, ".docx")
    xml = part(path)
    assert xml.index("SEQ Tabel") < xml.index("<w:tbl>")
    assert ("Caption", "Tabel 1 Frekuensi") in paragraphs(path)
    table = docx.Document(str(path)).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Kode", "n"],
        ["Respons | cepat", "8"],
        ["dua\nbaris", ""],
    ]
    rows = xml[xml.index("<w:tbl>") :].split("<w:tr>")[1:]
    assert ["<w:tblHeader/>" in row for row in rows] == [True, False, False]
    assert all("<w:cantSplit/>" in row for row in rows)


def test_page_is_a4_with_the_margins_of_a_thesis(rich: Report, written: Written) -> None:
    section = docx.Document(str(written(rich, ".docx"))).sections[0]
    sizes = (section.page_width, section.page_height, section.left_margin, section.top_margin)
    assert [round(size.cm, 1) for size in sizes] == [21.0, 29.7, 4.0, 4.0]
    assert [round(size.cm, 1) for size in (section.right_margin, section.bottom_margin)] == [3, 3]
    assert "PAGE" in section.footer.paragraphs[0]._p.xml


def test_a_turned_page_is_landscape_and_its_table_fills_it(rich: Report, written: Written) -> None:
    path = written(replace(rich, page=THESIS.turned()), ".docx")
    section = docx.Document(str(path)).sections[0]
    assert section.orientation == 1
    assert (round(section.left_margin.cm), round(section.top_margin.cm)) == (4, 3)
    assert f'<w:tblW w:w="{round((29.7 - 7) / 2.54 * 1440)}"' in part(path)


@pytest.mark.parametrize(("language", "tag"), [("id", "id-ID"), ("en", "en-US")])
def test_language_and_properties_are_those_of_the_report(
    rich: Report, written: Written, language: str, tag: str
) -> None:
    path = written(replace(rich, language=language), ".docx")
    assert f'<w:lang w:val="{tag}"' in part(path, "word/styles.xml")
    assert f'<w:themeFontLang w:val="{tag}"' in part(path, "word/settings.xml")
    core = docx.Document(str(path)).core_properties
    assert (core.title, core.author, core.language) == ("Kutipan & <kode>", "Sari Wulandari", tag)
    assert core.last_modified_by == "Sari Wulandari"
    assert core.created is not None and core.created.isoformat()[:16] == "2025-06-01T03:00"


def test_the_template_of_the_library_leaves_nothing_behind(rich: Report, written: Written) -> None:
    with zipfile.ZipFile(written(rich, ".docx")) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist()).lower()
        assert not [n for n in archive.namelist() if "thumbnail" in n or "customXml" in n]
    assert b"python-docx" not in everything
    assert b"macintosh" not in everything


def test_lists_are_numbered_by_word_and_start_where_the_memo_says(
    written: Written, problems: Problems, rich: Report
) -> None:
    items = tuple(Item((Span(f"butir {n}"),), 0, n) for n in (1, 2, 7))
    path = written(replace(rich, blocks=(ItemList(items), ItemList(items[:1]))), ".docx")
    assert re.findall(r'<w:numId w:val="(\d+)"/>', part(path)) == ["2", "2", "3", "4"]
    starts = re.findall(r'startOverride w:val="(\d+)"', part(path, "word/numbering.xml"))
    assert starts == ["1", "7", "1"]
    assert problems(path) == []


def test_links_lead_out_only_to_the_web_and_mail(rich: Report, written: Written) -> None:
    addresses = ("https://example.org/?a=1&b=2", "javascript:alert(1)", "file:///home/sari/x")
    spans = tuple(Span(address, link=address) for address in addresses)
    path = written(replace(rich, blocks=(Paragraph(spans),)), ".docx")
    relations = part(path, "word/_rels/document.xml.rels")
    assert re.findall(r'Target="([^"]+)" TargetMode', relations) == [
        "https://example.org/?a=1&amp;b=2"
    ]
    assert paragraphs(path)[-1] == ("MaknaBody", "".join(addresses))


def test_headings_deeper_than_nine_are_written_as_nine(rich: Report, written: Written) -> None:
    path = written(replace(rich, blocks=(Heading(12, "Dalam"),)), ".docx")
    assert paragraphs(path)[-1] == ("Heading9", "Dalam")


def test_pictures_are_named_and_forbidden_characters_are_replaced(
    rich: Report, written: Written, problems: Problems
) -> None:
    quote = Quote((Span("a\ufffcb\x00c\x1bd\ud800e\uffffÿ\u00a0f\u2011g"),))
    path = written(replace(rich, blocks=(quote,)), ".docx")
    expected = "a[gambar]b\ufffdc\ufffdd\ufffde\ufffdÿ\u00a0f\u2011g"
    assert paragraphs(path)[-1] == ("MaknaQuote", expected)
    assert problems(path) == []


@settings(max_examples=25)
@given(text=st.text(min_size=1, max_size=60), title=st.text(max_size=300))
def test_any_text_is_written_whole(
    text: str, title: str, problems: Problems, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("any") / "any.docx"
    write_report(Report(title, "id", (Quote((Span(text),), title),), author=title), path)
    said = "\n".join(text for style, text in paragraphs(path) if style.startswith("MaknaQuote"))
    assert said == _as_word_shows(text)
    assert problems(path) == []


def _as_word_shows(text: str) -> str:
    text = re.sub("[\r\x0b\x0c\x85\u2028\u2029]", "\n", text).replace("\ufffc", "[gambar]")
    return re.sub("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)
