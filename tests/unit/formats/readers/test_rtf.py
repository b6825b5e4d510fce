"""Rich Text Format: text in code pages and Unicode, looks, lists, tables, notes, comments."""

from __future__ import annotations

import pytest

from makna.domain.document import ParsedDocument, fits
from makna.domain.errors import BadFile
from makna.domain.text import canonical
from makna.formats import ReadOptions
from makna.formats.registry import read_document

FONTS = (
    r"{\fonttbl{\f0\fcharset0 Times New Roman;}{\f1\fcharset204 Arial Cyr;}"
    r"{\f2\fcharset2 Symbol;}{\f3\fcharset128 MS Mincho;}}"
)
STYLES = r"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2 Judul 2;}}"


def read(body: str, encoding: str = "") -> ParsedDocument:
    data = (r"{\rtf1\ansi\ansicpg1252\deff0" + FONTS + STYLES + body + "}").encode("latin-1")
    document = read_document(data, "uji.rtf", ReadOptions(encoding=encoding))
    assert fits(document.text, document.layout)
    assert canonical(document.text) == document.text
    return document


def looks(document: ParsedDocument) -> list[tuple[str, str]]:
    found = []
    for block, line in zip(document.layout, document.text.split("\n"), strict=True):
        for run in block.runs:
            shown = "b" * run.bold + "i" * run.italic + "u" * run.underline
            found.append((line[run.start : run.end], shown))
    return found


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"satu\par dua", "satu\ndua"),
        (r"satu\line dua\tab tiga", "satu\u2028dua\ttiga"),
        (r"caf\'e9 \'93kota\'94", "café “kota”"),
        (r"\f1 \'ca\'ee\'f2", "Кот"),
        (r"\f3 \'93\'fa\'96\'7b", "日本"),
        (r"\uc1\u8220?kota\u8221?", "“kota”"),
        (r"\uc2\u26085\'93\'fa\uc0\u26412 .", "日本."),
        (r"\u-10179?\u-8704?", "😀"),
        (r"anak\_anak a\~b \{x\} \\y", "anak\u2011anak a\u00a0b {x} \\y"),
        (r"\f2\'61\f0 lfa", "αlfa"),
        ("satu\r\ndua", "satudua"),
        ("A\\\nB", "A\nB"),
        (r"a{\*\bukan teks}b{\header kepala}c", "abc"),
        (r"ada{\deleted tidak}{\revised baru}", "adabaru"),
        (r"{\field{\*\fldinst PAGE}{\fldrslt 7}}", "7"),
        (r"\bullet  a\emdash b\ldblquote c\rdblquote", "• a—b“c”"),
    ],
)
def test_text_is_what_a_reader_sees(body: str, text: str) -> None:
    assert read(body).text == text


def test_looks_end_with_their_group() -> None:
    document = read(r"a{\b b\i c}d\ul e\ulnone f\b g\plain h")
    assert document.text == "abcdefgh"
    assert looks(document) == [("b", "b"), ("c", "bi"), ("e", "u"), ("g", "b")]


def test_hidden_text_is_left_out_and_said() -> None:
    document = read(r"tampak{\v rahasia}")
    assert document.text == "tampak"
    assert [message.key for message in document.warnings] == ["docx_hidden_text"]


def test_headings_come_from_styles_and_outline_levels() -> None:
    document = read(r"\s1 Satu\par\pard\s2 Dua\par\pard\outlinelevel2 Tiga\par\pard teks")
    styles = [block.style for block in document.layout]
    assert styles == ["heading-1", "heading-2", "heading-3", "body"]


def test_list_items_keep_their_numbers() -> None:
    document = read(r"{\listtext\tab 1.\tab}satu\par{\listtext\tab 2.\tab}\ilvl1 dua\par\pard lalu")
    found = [(block.style, block.marker, block.level) for block in document.layout]
    assert found == [("list", "1.", 0), ("list", "2.", 1), ("body", "", 0)]
    assert document.text == "satu\ndua\nlalu"


def test_bullets_of_symbol_fonts_are_shown_as_they_look() -> None:
    document = read(
        r"{\fonttbl{\f3\ftech\fcharset2 Symbol;}}{\listtext\pard\plain \u61623\'3f\tab}satu\par"
        r"{\listtext\pard\plain\f3\'b7\tab}dua\par"
    )
    assert [block.marker for block in document.layout] == ["•", "•"]


def test_rows_are_paragraphs_with_tabs() -> None:
    document = read(
        r"awal\par\trowd\intbl Nama\cell Isi\cell\row"
        r"\trowd\intbl\cell a\par b\cell\cell\row\pard akhir"
    )
    assert document.text == "awal\nNama\tIsi\n\ta\u2028b\t\nakhir"
    assert [block.style for block in document.layout] == ["body", *["table-row"] * 2, "body"]


def test_links_are_kept_when_they_are_safe() -> None:
    document = read(
        r'{\field{\*\fldinst{HYPERLINK "https://contoh.example/a"}}{\fldrslt tautan}} lalu '
        r'{\field{\*\fldinst{HYPERLINK "file:///etc"}}{\fldrslt bukan}}'
    )
    assert document.text == "tautan lalu bukan"
    assert [run.link for run in document.layout[0].runs] == ["https://contoh.example/a"]


def test_footnotes_follow_the_text() -> None:
    document = read(r"Isi{\super\chftn{\footnote\chftn  Lihat lampiran.}} lagi.\par")
    assert document.text == "Isi¹ lagi.\nLihat lampiran."
    assert (document.layout[1].style, document.layout[1].marker) == ("footnote", "1")


def test_comments_are_about_their_words() -> None:
    document = read(
        r"Awal {\*\atrfstart 1}kata ini{\*\atrfend 1}{\*\atnid SD}{\*\atnauthor Sari}\chatn"
        r"{\*\annotation{\*\atnref 1}{\chatn}Benar?} akhir"
    )
    assert document.text == "Awal kata ini akhir"
    (comment,) = document.comments
    assert (document.text[comment.start : comment.end], comment.text) == ("kata ini", "Benar?")
    assert comment.author == "Sari"


def test_pictures_stand_at_their_place() -> None:
    png = b"\x89PNG\r\n\x1a\n" + bytes(20)
    document = read(r"a{\pict\pngblip " + png.hex() + "}b{\\pict\\wmetafile8 00}")
    assert document.text == "a\ufffcb\ufffc"
    assert list(document.pictures.values()) == [png]
    assert [message.key for message in document.warnings] == ["docx_pictures_left_out"]


def test_text_boxes_follow_their_paragraph() -> None:
    body = r"a{\shp{\*\shpinst\shpleft0{\shptxt kotak\par}}{\shprslt x}}b\par c"
    assert read(body).text == "ab\nkotak\nc"


def test_title_and_author_are_found() -> None:
    document = read(r"{\info{\title Wawancara  1}{\author Sari}{\operator X}}isi")
    assert (document.title, document.author, document.text) == ("Wawancara 1", "Sari", "isi")


def test_the_user_s_encoding_goes_before_that_of_the_file() -> None:
    assert read(r"\'ca\'ee\'f2", "cp1251").text == "Кот"


def test_bytes_after_bin_are_not_control_words() -> None:
    document = read(r"a{\pict\bin5 {\}\\}b")
    assert document.text.replace("\ufffc", "") == "ab"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (rb"{\rtf1 kota", "file_cut"),
        (b"{\\rtf1" + b"{" * 2_000 + b"}" * 2_001, "file_too_deep"),
        (rb"{\rtf1\ansi }", "file_empty"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, key: str) -> None:
    with pytest.raises(BadFile) as caught:
        read_document(data, "uji.rtf")
    assert caught.value.key == key


def test_what_only_is_called_rtf_has_a_reason() -> None:
    with pytest.raises(BadFile) as error:
        read_document(b"\x00\x01\x02 {\\rt no rich text \x00\xff", "w.rtf")
    assert error.value.key == "file_cut"
