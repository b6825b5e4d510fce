"""Pictures, sections, controls, notes and cross references in Word."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makna.domain.report import (
    Block,
    Column,
    Control,
    Heading,
    Landscape,
    Line,
    NumberedLines,
    PageBreak,
    Paragraph,
    Picture,
    Report,
    Span,
    Style,
    Table,
    TableOfContents,
)
from makna.formats.writers import write_report

Problems = Callable[[Path], list[str]]
Written = Callable[[Report, str], Path]


def png(width: int = 4, height: int = 3) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def picture(mark: str = "") -> Picture:
    return Picture(png(), 4000, 3000, 'Baliho "sapa & warga"', "Baliho di taman", mark)


def table(rows: int = 2, mark: str = "") -> Table:
    cells = tuple(((Span(f"baris {n}"),), (Span("n"),)) for n in range(rows))
    return Table((Column("Temuan"), Column("n")), cells, "Temuan & angka", "", mark)


def report(*blocks: Block, language: str = "id") -> Report:
    return Report("Bab IV", language, blocks)


def part(path: Path, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def test_a_picture_is_stored_once_and_never_wider_than_the_text(
    written: Written, problems: Problems
) -> None:
    path = written(report(picture(), picture()), ".docx")
    with zipfile.ZipFile(path) as archive:
        stored = [name for name in archive.namelist() if "media" in name]
    assert len(stored) == 1 and stored[0].endswith(".png")
    extents = re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"/>', part(path))
    assert {(int(cx), int(cy)) for cx, cy in extents} == {(14 * 360_000, round(10.5 * 360_000))}
    assert problems(path) == []


def test_a_tall_picture_leaves_room_for_its_caption(written: Written) -> None:
    tall = Picture(png(), 100, 9_000, "Tangkapan layar", "Linimasa")
    ((_, height),) = re.findall(
        r'<wp:extent cx="(\d+)" cy="(\d+)"/>', part(written(report(tall), ".docx"))
    )
    assert int(height) == round((29.7 - 7) * 0.85 * 360_000)


def test_a_picture_has_alternative_text_a_number_of_its_own_and_a_caption_below(
    written: Written,
) -> None:
    xml = part(written(report(picture(), picture()), ".docx"))
    alt = 'descr="Baliho &quot;sapa &amp; warga&quot;"'
    assert re.findall(r'<wp:docPr id="(\d+)"', xml) == ["1", "2"]
    assert xml.count(alt) == 4
    assert xml.index("<w:drawing>") < xml.index("SEQ Gambar")
    assert "Baliho di taman" in xml


def test_a_picture_that_is_none_shows_its_words(written: Written, problems: Problems) -> None:
    path = written(report(Picture(b"GIF89a", 1, 1, "Denah", "Denah taman")), ".docx")
    assert "MaknaMissing" in part(path) and "Denah" in part(path)
    assert problems(path) == []


def sections(path: Path) -> list[tuple[str, str, bool]]:
    """(orientation, left margin, has a footer) of each section in order."""
    return [
        (
            "landscape" if "landscape" in xml else "portrait",
            re.findall(r'w:left="(\d+)"', xml)[0],
            "footerReference" in xml,
        )
        for xml in re.findall(r"<w:sectPr.*?</w:sectPr>", part(path), re.DOTALL)
    ]


def test_a_wide_table_lies_between_upright_sheets_with_the_same_footer(
    written: Written, problems: Problems
) -> None:
    text = Paragraph((Span("teks"),))
    path = written(report(text, Landscape((table(),)), text), ".docx")
    left, top = str(round(4 / 2.54 * 1440)), str(round(4 / 2.54 * 1440))
    assert sections(path) == [
        ("portrait", left, True),
        ("landscape", top, True),
        ("portrait", left, True),
    ]
    (width,) = re.findall(r'<w:tblW w:w="(\d+)"', part(path))
    assert int(width) == pytest.approx((29.7 - 7) / 2.54 * 1440, abs=2)
    assert problems(path) == []


def test_a_document_that_ends_on_its_side_has_no_empty_sheet_after_it(written: Written) -> None:
    path = written(report(Landscape((table(),)), Landscape((table(),))), ".docx")
    assert [orientation for orientation, _, _ in sections(path)] == ["portrait", "landscape"]


def test_a_section_never_ends_inside_a_control(written: Written, problems: Problems) -> None:
    wide = Control("makna:t:informan", "Informan", (Landscape((table(),)),))
    path = written(report(wide, Paragraph((Span("lalu"),))), ".docx")
    assert len(sections(path)) == 3
    assert problems(path) == []


def test_a_control_holds_whole_paragraphs_and_tables(written: Written, problems: Problems) -> None:
    inside = (Paragraph((Span("satu\ndua"),)), table())
    path = written(report(Control("makna:i:x", "Pengantar", inside)), ".docx")
    xml = part(path)
    assert (
        '<w:sdt><w:sdtPr><w:alias w:val="Pengantar"/><w:tag w:val="makna:i:x"/><w:id w:val="1"/>'
        '</w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val="MaknaBody"/>'
    ) in xml
    assert xml.index("</w:tbl>") < xml.index("</w:sdtContent></w:sdt><w:sectPr")
    assert problems(path) == []


def test_an_empty_control_holds_a_paragraph(written: Written, problems: Problems) -> None:
    assert problems(written(report(Control("makna:c:x", "Penutup", ())), ".docx")) == []


def test_neighbouring_spans_of_one_control_share_it(written: Written, problems: Problems) -> None:
    spans = (
        Span("Ia berkata "),
        Span("“tiap pagi", control="makna:q:a:b"),
        Span(" kami bagikan”", italic=True, control="makna:q:a:b"),
        Span(" (I1)", control="makna:q:a:b", note="Wawancara, 3 Maret 2025"),
        Span("."),
    )
    path = written(report(Paragraph(spans)), ".docx")
    (inside,) = re.findall(r"<w:sdtContent>(.*?)</w:sdtContent>", part(path))
    assert inside.count("<w:r>") == 4 and "<w:p>" not in inside
    assert "footnoteReference" in inside
    assert problems(path) == []


def test_a_control_that_runs_over_a_paragraphs_end_becomes_two(
    written: Written, problems: Problems
) -> None:
    path = written(report(Paragraph((Span("a\nb", control="makna:q:a:b"),))), ".docx")
    assert re.findall(r'<w:id w:val="(\d+)"/></w:sdtPr>', part(path)) == ["1", "2"]
    assert problems(path) == []


def test_footnotes_are_numbered_by_word_and_have_its_separators(
    written: Written, problems: Problems
) -> None:
    spans = (Span("satu", note="Wawancara dengan Sari\nkedua"), Span("dua", note="a < b & c"))
    path = written(report(Paragraph(spans)), ".docx")
    notes = part(path, "word/footnotes.xml")
    assert re.findall(r'<w:footnote (?:w:type="(\w+)" )?w:id="(-?\d+)"', notes) == [
        ("separator", "-1"),
        ("continuationSeparator", "0"),
        ("", "1"),
        ("", "2"),
    ]
    assert "a &lt; b &amp; c" in notes and "FootnoteText" in notes
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"/>', part(path)) == ["1", "2"]
    assert '<w:footnotePr><w:footnote w:id="-1"/>' in part(path, "word/settings.xml")
    assert problems(path) == []


def test_a_reference_is_a_field_to_the_number_of_its_caption(
    written: Written, problems: Problems
) -> None:
    said = Paragraph((Span("lihat Tabel "), Span("", refers="temuan"), Span(", Gambar ")))
    more = Paragraph((Span("", refers="baliho", bold=True),))
    blocks = (said, more, table(), table(mark="temuan"), picture("baliho"))
    path = written(replace(report(*blocks), number_prefix="4."), ".docx")
    xml = part(path)
    assert 'REF _Makna_temuan \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="sep' in xml
    assert '<w:r><w:t xml:space="preserve">4.2</w:t></w:r>' in xml
    assert re.findall(r'w:name="(_Makna_\w+)"', xml) == ["_Makna_temuan", "_Makna_baliho"]
    assert problems(path) == []


def test_a_reference_to_nothing_is_shown_as_missing(written: Written, problems: Problems) -> None:
    path = written(report(Paragraph((Span("?", refers="tidak_ada"),))), ".docx")
    assert "MaknaMissing" in part(path) and "instrText" not in part(path).split("PAGE")[0]
    assert problems(path) == []


def test_what_is_missing_has_a_style_of_its_own(written: Written) -> None:
    path = written(report(Paragraph((Span("tanggal", missing=True),))), ".docx")
    assert '<w:rStyle w:val="MaknaMissing"/>' in part(path)
    assert "Makna Missing" in part(path, "word/styles.xml")


def test_the_contents_lead_to_headings_inside_controls_and_lying_sheets(
    written: Written, problems: Problems
) -> None:
    blocks = (
        TableOfContents("Daftar isi"),
        Control("makna:h:a", "Judul", (Heading(1, "Share"),)),
        table(mark="t"),
        Landscape((Heading(1, "Lebar"), table())),
    )
    path = written(report(*blocks), ".docx")
    xml = part(path)
    toc = dict(re.findall(r'w:anchor="(_Toc\d+)".*?<w:t xml:space="preserve">(\w+)', xml))
    marks = dict(re.findall(r'w:name="(_Toc\d+)"/><w:r><w:t xml:space="preserve">(\w+)', xml))
    assert toc == marks and set(toc.values()) == {"Share", "Lebar"}
    assert problems(path) == []


def test_cells_that_say_the_same_are_joined_and_begin_anew_after_eight_rows(
    written: Written, problems: Problems
) -> None:
    rows = tuple(((Span(f"kutipan {n}"),), (Span("Respons"),)) for n in range(10))
    joined = Table((Column("Kutipan"), Column("Kode")), rows, joined=(1,))
    path = written(report(joined), ".docx")
    merges = re.findall(r'<w:vMerge w:val="(\w+)"/>', part(path))
    assert merges == ["restart", *["continue"] * 7, "restart", "continue"]
    assert part(path).count("Respons") == 2
    assert problems(path) == []


def lines(beside: str) -> NumberedLines:
    found = (
        Line(None, (Span("Humas:", bold=True),)),
        Line(1, (Span("tiap pagi agenda"),), beside),
        Line(2, (Span("kami bagikan"),)),
    )
    return NumberedLines(found, ("Baris", "Teks", "Kode"))


@pytest.mark.parametrize("beside", ["", "Publikasi & cepat"])
def test_numbered_lines_keep_their_numbers(
    written: Written, problems: Problems, beside: str
) -> None:
    path = written(report(lines(beside)), ".docx")
    assert ("<w:tbl>" in part(path)) == bool(beside)
    assert ("<w:tblHeader/>" in part(path)) == bool(beside)
    said = re.findall(r"<w:t [^>]*>([^<]*)", part(path))
    assert said.index("1") < said.index("tiap pagi agenda") < said.index("2")
    assert problems(path) == []


_SPANS = st.builds(
    Span,
    st.text(max_size=12),
    bold=st.booleans(),
    link=st.sampled_from([None, "https://example.org/a b", "mailto:a@b.id"]),
    note=st.sampled_from(["", "catatan\nkedua", " "]),
    refers=st.sampled_from(["", "t", "tak_ada"]),
    control=st.sampled_from(["", "makna:q:a:b", 'x"<&']),
    missing=st.booleans(),
)
_LEAVES = st.one_of(
    st.builds(Paragraph, st.lists(_SPANS, max_size=4).map(tuple), st.sampled_from(Style)),
    st.builds(Heading, st.integers(0, 12), st.text(max_size=9)),
    st.sampled_from([table(mark="t"), picture("p"), lines("kode"), lines("")]),
)
_BLOCKS = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(
        st.builds(Landscape, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Control, st.just("makna:i:x"), st.text(max_size=9), st.tuples(inner)),
    ),
    max_leaves=5,
)


@settings(max_examples=20)
@given(blocks=st.lists(_BLOCKS, max_size=5))
def test_whatever_is_put_together_word_accepts_it(
    blocks: list[Block], problems: Problems, tmp_path_factory: pytest.TempPathFactory
) -> None:
    marks: set[str] = set()
    kept = [block for block in blocks if not _marked_before(block, marks)]
    path = tmp_path_factory.mktemp("any") / "any.docx"
    write_report(report(TableOfContents("Isi"), *kept), path)
    assert problems(path) == []


def _marked_before(block: Block, marks: set[str]) -> bool:
    """Whether a mark in it was used: a report names each of its tables once."""
    inner = block.blocks if isinstance(block, (Landscape, Control)) else ()
    if inner:
        found = [_marked_before(each, marks) for each in inner]
        return any(found)
    mark = getattr(block, "mark", "")
    seen = mark in marks
    marks.add(mark)
    return bool(mark) and seen


def test_a_new_page_is_begun_by_the_heading_itself(written: Written) -> None:
    """A break in a paragraph of its own, at the foot of a full page, left an empty one."""
    text = Paragraph((Span("x"),))
    path = written(report(text, PageBreak(), Heading(1, "Baru"), PageBreak(), table()), ".docx")
    paragraphs = docx.Document(str(path)).paragraphs
    heading = next(each for each in paragraphs if each.text == "Baru")
    assert heading.paragraph_format.page_break_before
    assert [len(each._p.xpath(".//w:br[@w:type='page']")) for each in paragraphs].count(1) == 1
