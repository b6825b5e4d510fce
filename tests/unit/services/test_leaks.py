"""Names that hide in written files, and what a search for leaks says of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from openpyxl.comments import Comment
from PIL import Image, PngImagePlugin

from makna.domain.errors import BadFile
from makna.domain.pseudonyms import Replacer
from makna.formats.file_texts import file_texts
from makna.services.leaks import check_texts

NAME = "Rina Adiguna"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Found = Callable[[bytes, str], dict[str, int]]


@pytest.fixture
def found() -> Found:
    """By part, how often the name is found in a file."""
    finder = Replacer([(NAME, "Informan 1")])

    def look(data: bytes, name: str) -> dict[str, int]:
        checked = check_texts(finder, file_texts(data, name), name)
        return {leak.part: leak.count for leak in checked.leaks}

    return look


def run(text: str, inside: str = "t") -> str:
    return f'<w:r><w:{inside} xml:space="preserve">{text}</w:{inside}></w:r>'


def word(paragraph: str = "", **members: str | bytes) -> bytes:
    """A Word file with one paragraph, and other members by name."""
    document = docx.Document()
    stored = io.BytesIO()
    document.save(stored)
    made = io.BytesIO()
    with zipfile.ZipFile(stored) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:sectPr", f"<w:p>{paragraph}</w:p><w:sectPr".encode(), 1)
            new.writestr(name, data)
        for name, content in members.items():
            new.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    "paragraph",
    [
        run("Ri") + "<w:proofErr w:type='spellEnd'/>" + run("na Adiguna"),
        run("Ri") + "<w:r><w:softHyphen/></w:r>" + run("na Adi\u00adguna"),
        run("Rina\u00a0Adiguna, Rina\u202fAdiguna"),
        run("RINA ADIGUNA"),
        run("Rina\n      Adiguna"),
        run("Rina") + "<w:r><w:br/></w:r>" + run("Adiguna"),
        run("Ri") + f'<w:ins w:id="1">{run("na Adiguna")}</w:ins>',
        run("Ri") + f'<w:del w:id="1">{run("ta", "delText")}</w:del>' + run("na Adiguna"),
        run("Ri") + f'<w:ins w:id="1">{run("ta")}</w:ins>' + run("na Adiguna"),
        run("Rina ") + run(' XE "x" ', "instrText") + run("Adiguna"),
        run("Ri")
        + '<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:positionH><wp:posOffset>9</wp:posOffset></wp:positionH>'
        "</wp:anchor></w:drawing></w:r>" + run("na Adiguna"),
        run("x")
        + f"<w:r><w:pict><w:txbxContent><w:p>{run('Rina')}{run(' Adiguna')}</w:p></w:txbxContent>"
        "</w:pict></w:r>",
        run("\u200eRina\u200f Adi\ufeffguna"),
    ],
    ids=(
        "runs soft-hyphen spaces case newline break ins del-seen ins-before field drawing box marks"
    ).split(),
)
def test_a_name_is_found_however_its_letters_are_cut(found: Found, paragraph: str) -> None:
    assert "word/document.xml" in found(word(paragraph), "x.docx")


@pytest.mark.parametrize(
    ("member", "content"),
    [
        ("docProps/custom.xml", "<p><v>Rina Adiguna</v></p>"),
        ("customXml/item9.xml", "<a x='Rina Adiguna'/>"),
        ("word/_rels/a.xml.rels", "<r><R Target='file:///C:/Rina%20Adiguna/Normal.dotm'/></r>"),
        ("word/_rels/b.xml.rels", "<r><R Target='https://x.id/rina-adiguna?q=1'/></r>"),
        ("word/_rels/c.xml.rels", "<r><R Target='mailto:rina.adiguna@x.id'/></r>"),
        (
            "word/footnotes.xml",
            f"<w:f xmlns:w='{W}'><w:p>{run('Ri')}{run('na Adiguna')}</w:p></w:f>",
        ),
        ("word/comments.xml", f"<w:c xmlns:w='{W}'><w:comment w:author='Rina Adiguna'/></w:c>"),
        ("word/media/x.svg", "<svg><text>Rina Adiguna</text></svg>"),
        ("word/embeddings/ole.bin", "\0\0Rina Adiguna\0".encode("utf-16-le")),
        ("word/embeddings/old.rtf", rb"{\rtf1\ansi Rina {\b Adi}guna}"),
        ("word/afchunk.htm", "<p>Ri<b>na</b>&nbsp;Adi&shy;guna</p>"),
    ],
)
def test_a_name_is_found_in_every_member(found: Found, member: str, content: str | bytes) -> None:
    assert member in found(word(**{member: content}), "x.docx")


def test_files_inside_the_file_are_read_too(found: Found) -> None:
    inner = word(run("Rina Adiguna"))
    outer = word(**{"word/embeddings/inner.docx": inner})
    assert "word/embeddings/inner.docx" in found(outer, "x.docx")
    named = word(**{"word/embeddings/Wawancara_Rina_Adiguna.bin": b"\0"})
    assert "x.docx" in found(named, "x.docx")


def test_an_archive_in_an_archive_is_not_unpacked_for_ever_whatever_it_is_called() -> None:
    packed = b"kata"
    for depth in range(9):
        stored = io.BytesIO()
        with zipfile.ZipFile(stored, "w") as archive:
            archive.writestr(f"{depth}.xml", packed)
        packed = stored.getvalue()
    read = file_texts(packed, "x.docx")
    assert {name for name, _ in read.parts} == {"x.docx", "8.xml"}
    assert read.unread == ("6.xml",)


def test_words_about_a_picture_are_read_and_its_bytes_are_not(found: Found) -> None:
    about = PngImagePlugin.PngInfo()
    about.add_text("Author", "Rina Adiguna")
    stored = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stored, "PNG", pnginfo=about)
    assert "word/media/a.png" in found(word(**{"word/media/a.png": stored.getvalue()}), "x.docx")
    finder = Replacer([("Ana", "X")])
    html = "<img src='data:image/png;base64,4/Ana+7A'> ![][a]\n\n[a]: data:image/png;base64,4/Ana+7"
    for name in ("x.html", "x.md"):
        assert check_texts(finder, file_texts(html.encode(), name), name).clean


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.html", "<p>Ri<wbr>na\n Adi<code>guna</code></p>"),
        ("x.html", "<p>Ri<s>na</s> <q>Adiguna</q></p>"),
        ("x.html", "<p>Rina<br>Adiguna</p>"),
        ("x.html", "<a href='https://x.id/Rina%20Adiguna'>x</a>"),
        ("x.html", "<p>&#82;ina Adi&shy;guna</p>"),
        ("x.html", "<meta name=author content='Rina Adiguna'>"),
        ("x.md", "**Ri**na _Adi_guna"),
        ("x.md", "satu Rina\nAdiguna dua"),
        ("x.md", "Rina&nbsp;Adi&shy;guna"),
        ("x.md", "> Rina\n> Adiguna"),
        ("x.md", "[x](https://x.id/Rina_Adiguna)"),
        ("x.md", "![Rina Adiguna][p]\n\n[p]: data:image/png;base64,AA"),
        ("x.csv", "a;Rina;Adiguna\n"),
        ("x.csv", 'a,"Rina\nAdiguna"\n'),
        ("x.txt", "Rina\u00a0Adiguna"),
    ],
)
def test_a_name_is_found_in_pages_and_tables(found: Found, name: str, text: str) -> None:
    assert found(text.encode(), name) == {name: 1}


def test_a_table_in_utf_16_is_read(found: Found) -> None:
    assert found("a\tRina Adiguna\n".encode("utf-16"), "x.csv") == {"x.csv": 1}


def test_every_corner_of_a_workbook_is_read(found: Found, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Rina Adiguna"
    sheet["A1"] = '="Rina Adiguna"'
    sheet["A2"] = "Rina\nAdiguna"
    sheet["A3"].comment = Comment("Rina Adiguna", "x")
    sheet.oddHeader.center.text = "Rina Adiguna"
    book.properties.creator = "Rina Adiguna"
    book.save(tmp_path / "x.xlsx")
    seen = found((tmp_path / "x.xlsx").read_bytes(), "x.xlsx")
    kept = ("workbook.xml", "sheet1.xml", "core.xml", "comment1.xml")
    assert all(any(part.endswith(name) for part in seen) for name in kept)
    assert seen["xl/worksheets/sheet1.xml"] == 3, "formula, cell and header"
    rich = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>Ri</t></r>'
        '<r><rPr><rFont val="Arial"/></rPr><t>na Adiguna</t></r></si></sst>'
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("xl/sharedStrings.xml", rich)
    assert found(made.getvalue(), "x.xlsx") == {"xl/sharedStrings.xml": 1}


def test_joined_letters_of_a_pdf_hide_no_name() -> None:
    finder = Replacer([("Safitri", "Informan 2"), ("Raffles", "Informan 3")])
    assert [each.name for each in finder.find("Bu Sa\ufb01tri dan Pak Ra\ufb04es")] == [
        *("Safitri", "Raffles")
    ]


def test_names_are_told_in_the_order_in_which_they_come_first() -> None:
    finder = Replacer([("Rina", "X"), ("Budi", "Y"), ("Sari", "Z")])
    read = file_texts(b"Sari, Rina, Budi, Rina, Sari", "x.txt")
    found = check_texts(finder, read, "x.txt").leaks
    assert [(leak.name, leak.count) for leak in found] == [("Sari", 2), ("Rina", 2), ("Budi", 1)]


DEEP = {
    "x.html": f"{'<div>' * 6_000}{NAME}",
    "x.md": f"{'<div>' * 6_000}{NAME.replace(' ', '&nbsp;')}",
    "x.json": "[" * 6_000 + '"Rina \\u0041diguna"' + "]" * 6_000,
    "x.xml": f"{'<a>' * 6_000}{NAME}{'</a>' * 6_000}",
}


@pytest.mark.parametrize("name", DEEP)
def test_what_is_nested_too_deeply_to_be_followed_is_refused_not_called_clean(name: str) -> None:
    with pytest.raises(BadFile, match="more deeply"):
        file_texts(DEEP[name].encode(), name)


def test_a_name_is_found_three_hundred_levels_down(found: Found) -> None:
    assert found(f"{'<div>' * 300}{NAME}".encode(), "x.html") == {"x.html": 1}


def test_words_after_ten_million_letters_are_read() -> None:
    page = f"<title>{'a' * 10_000_001} {NAME}</title>"
    assert any(
        text.rstrip().endswith(NAME) for _, text in file_texts(page.encode(), "x.html").parts
    )


def test_a_part_that_is_nested_too_deeply_is_named_as_not_looked_into() -> None:
    packed = word(**{"word/deep.xml": DEEP["x.xml"], "word/deep.html": DEEP["x.html"]})
    read = file_texts(packed, "x.docx")
    assert {"word/deep.xml", "word/deep.html"} <= set(read.unread)
