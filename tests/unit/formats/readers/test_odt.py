"""OpenDocument texts: looks by styles, lists, tables, notes, comments, tracked changes."""

from __future__ import annotations

import base64
import io
import zipfile

import pytest

from makna.domain.document import ParsedDocument, fits
from makna.domain.errors import BadFile
from makna.domain.text import canonical
from makna.formats.registry import read_document

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = (
    " ".join(
        f'xmlns:{prefix}="{OASIS}{name}:1.0"'
        for prefix, name in {
            "office": "office",
            "text": "text",
            "style": "style",
            "table": "table",
            "draw": "drawing",
            "fo": "xsl-fo-compatible",
            "meta": "meta",
        }.items()
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
STYLES = (
    '<style:style style:name="T1" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="T2" style:family="text" style:parent-style-name="T1">'
    '<style:text-properties fo:font-style="italic" fo:font-weight="normal"'
    ' style:text-underline-style="solid"/></style:style>'
    '<style:style style:name="T3" style:family="text">'
    '<style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="Heading_20_1" style:family="paragraph"/>'
    '<style:style style:name="P1" style:family="paragraph"'
    ' style:parent-style-name="Heading_20_1"/>'
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"'
    ' text:display-levels="2"/></text:list-style>'
    '<text:list-style style:name="L2">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>'
)


def flat(body: str, root: str = "document", extra: str = "") -> str:
    return (
        f"<office:{root} {NAMESPACES}>{extra}<office:automatic-styles>{STYLES}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
        f"</office:body></office:{root}>"
    )


def packed(**parts: str | bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return buffer.getvalue()


def read(body: str, **parts: str | bytes) -> ParsedDocument:
    data = packed(content_xml=flat(body, "document-content"), **parts)
    document = read_document(data, "uji.odt")
    assert fits(document.text, document.layout)
    assert canonical(document.text) == document.text
    return document


def p(content: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("satu\n   dua", "satu dua"),
        ("  satu", "satu"),
        ('satu<text:s text:c="3"/>dua<text:tab/>tiga', "satu   dua\ttiga"),
        ("satu<text:line-break/> dua", "satu\u2028dua"),
        ("satu <text:span> dua</text:span>", "satu dua"),
        ("a<text:change-start/>b<text:change-end/><text:bookmark/>c", "abc"),
        ("<text:page-number>7</text:page-number>", "7"),
        ("<text:ruby><text:ruby-base>日</text:ruby-base><text:ruby-text>x</text:ruby-text>"
         "</text:ruby>", "日"),
    ],
)  # fmt: skip
def test_white_space_and_fields_read_as_the_standard_says(content: str, text: str) -> None:
    assert read(p(content)).text == text


def test_looks_are_inherited_and_overridden() -> None:
    document = read(
        p('<text:span text:style-name="T1">b<text:span text:style-name="T2">iu</text:span>'
          "</text:span>x")
    )  # fmt: skip
    bold, mixed = document.layout[0].runs
    assert (bold.start, bold.end, bold.bold) == (0, 1, True)
    assert (mixed.bold, mixed.italic, mixed.underline) == (False, True, True)


def test_hidden_text_is_left_out_and_said() -> None:
    document = read(p('a<text:span text:style-name="T3">rahasia</text:span>'))
    assert document.text == "a"
    assert [message.key for message in document.warnings] == ["docx_hidden_text"]


def test_headings_come_from_levels_and_styles() -> None:
    document = read('<text:h text:outline-level="2">Dua</text:h>' + p("Satu", "P1"))
    assert [block.style for block in document.layout] == ["heading-2", "heading-1"]


def test_lists_are_counted_and_continued() -> None:
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = f"<text:list>{item.format('dalam', '')}</text:list>"
    document = read(
        f'<text:list text:style-name="L1">{item.format("satu", inner)}{item.format("dua", "")}'
        f'</text:list>{p("lalu")}<text:list text:style-name="L1" text:continue-numbering="true">'
        f"{item.format('tiga', '')}</text:list>"
        f'<text:list text:style-name="L2">{item.format("garis", "")}</text:list>'
    )
    assert [(b.style, b.level, b.marker) for b in document.layout] == [
        *(("list", 0, "1."), ("list", 1, "1.a)"), ("list", 0, "2."), ("body", 0, "")),
        *(("list", 0, "3."), ("list", 0, "–")),
    ]


def test_rows_are_paragraphs_with_tabs() -> None:
    def row(*cells: str) -> str:
        inner = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{inner}</table:table-row>"

    document = read(
        f"<table:table><table:table-header-rows>{row(p('A'), p('B'))}</table:table-header-rows>"
        f"{row(p('x') + p('y'), '')}</table:table>{p('akhir')}"
    )
    assert document.text == "A\tB\nx\u2028y\t\nakhir"
    assert [block.style for block in document.layout] == ["table-row", "table-row", "body"]


def test_notes_follow_the_text() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p> Lihat.</text:p></text:note-body></text:note>"
    )
    document = read(p(f"Isi{note}.") + p("Lalu"))
    assert document.text == "Isi¹.\nLalu\nLihat."
    assert (document.layout[2].style, document.layout[2].marker) == ("footnote", "1")


def test_comments_are_about_their_words() -> None:
    start = (
        '<office:annotation office:name="a"><dc:creator>Sari</dc:creator>'
        "<dc:date>2025-03-03T10:00:00</dc:date><text:p>Benar?</text:p></office:annotation>"
    )
    end = '<office:annotation-end office:name="a"/>'
    document = read(p(f"Awal {start}kata ini{end} akhir"))
    (comment,) = document.comments
    assert document.text[comment.start : comment.end] == "kata ini"
    assert (comment.text, comment.author, comment.at[:4]) == ("Benar?", "Sari", "2025")


def test_deletions_are_dropped() -> None:
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{p('dihapus')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    assert read(changes + p('tetap<text:change text:change-id="x"/>')).text == "tetap"


def test_pictures_and_text_boxes_stand_where_they_are() -> None:
    picture = '<draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame>'
    box = f"<draw:frame><draw:text-box>{p('kotak')}</draw:text-box></draw:frame>"
    document = read(p(f"a{picture}{box}b"), Pictures__a_png=PNG)
    assert document.text == "a\ufffcb\nkotak"
    assert list(document.pictures.values()) == [PNG]


def test_links_are_kept_when_they_are_safe() -> None:
    document = read(
        p('<text:a xlink:href="https://contoh.example">ya</text:a> '
          '<text:a xlink:href="../x">tidak</text:a>')
    )  # fmt: skip
    assert [run.link for run in document.layout[0].runs] == ["https://contoh.example"]


def test_what_the_file_says_of_itself_is_found() -> None:
    meta = (
        f"<office:document-meta {NAMESPACES}><office:meta><dc:title>Wawancara</dc:title>"
        "<meta:initial-creator>Sari</meta:initial-creator><meta:creation-date>"
        "2025-03-03T10:00:00</meta:creation-date></office:meta></office:document-meta>"
    )
    document = read(p("isi"), meta_xml=meta)
    assert (document.title, document.author, document.date) == ("Wawancara", "Sari", "")


def test_a_flat_file_is_read_with_its_pictures() -> None:
    image = base64.b64encode(PNG).decode()
    body = p(
        f"<draw:frame><draw:image><office:binary-data>{image}</office:binary-data></draw:image>"
        "</draw:frame>isi"
    )
    data = ('<?xml version="1.0"?>' + flat(body)).encode()
    document = read_document(data, "uji.fodt")
    assert document.text == "\ufffcisi" and list(document.pictures.values()) == [PNG]


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        ({}, "archive_part_missing"),
        ({"content_xml": "<x/>"}, "odt_no_text"),
        ({"content_xml": flat(p(" "), "document-content")}, "file_empty"),
        ({"META-INF__manifest_xml": "<manifest:encryption-data/>"}, "file_encrypted"),
        ({"content_xml": "<!DOCTYPE x><x/>"}, "xml_dtd"),
    ],
)
def test_what_cannot_be_read_says_why(parts: dict[str, str], key: str) -> None:
    with pytest.raises(BadFile) as caught:
        read_document(packed(**parts), "uji.odt")
    assert caught.value.key == key
