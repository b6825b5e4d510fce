"""Markdown files: the text without the signs."""

from __future__ import annotations

import pytest

from makna.domain.document import ParsedDocument, fits
from makna.domain.errors import BadFile
from makna.formats.registry import read_document


def read(source: str, name: str = "uji.md") -> ParsedDocument:
    document = read_document(source.encode(), name)
    assert fits(document.text, document.layout)
    return document


def blocks(document: ParsedDocument) -> list[tuple[str, str, str]]:
    lines = document.text.split("\n")
    return [(b.style, b.marker, line) for b, line in zip(document.layout, lines, strict=True)]


def test_signs_become_styles() -> None:
    document = read("# Judul\n\nTeks *miring* dan **tebal**.\n\n> kutipan\n\n- a\n- b\n\n3. c")
    assert blocks(document) == [
        ("heading-1", "", "Judul"),
        ("body", "", "Teks miring dan tebal."),
        ("quote", "", "kutipan"),
        ("list", "•", "a"),
        ("list", "•", "b"),
        ("list", "3.", "c"),
    ]
    italic, bold = document.layout[1].runs
    assert (italic.start, italic.end, italic.italic) == (5, 11, True)
    assert (bold.start, bold.end, bold.bold) == (16, 21, True)


def test_nested_lists_have_levels() -> None:
    document = read("1. a\n   - b\n2. c")
    assert [(b.level, b.marker) for b in document.layout] == [(0, "1."), (1, "•"), (0, "2.")]


@pytest.mark.parametrize("levels", [25, 35, 200])
def test_a_deep_list_is_read_whole_or_refused(levels: int) -> None:
    source = "\n".join(f"{'  ' * level}- butir {level}" for level in range(levels))
    if levels == 25:
        assert len(read(source).layout) == levels
        return
    with pytest.raises(BadFile) as caught:
        read(source)
    assert caught.value.key == "file_too_deep"


def test_tables_are_rows() -> None:
    document = read("| A | B |\n|---|---|\n| **x** | |\n\nakhir")
    assert blocks(document) == [
        *(("table-row", "", "A\tB"), ("table-row", "", "x\t")),
        ("body", "", "akhir"),
    ]
    assert document.layout[1].runs[0].bold


def test_links_and_code_keep_their_words() -> None:
    document = read("[situs](https://contoh.example) `kode` ![foto](a.png)<br>ya <b>x</b>")
    assert document.text == "situs kode foto\u2028ya x"
    assert document.layout[0].runs[0].link == "https://contoh.example"


def test_code_blocks_keep_their_lines() -> None:
    assert read("```\na\n  b\n```\n\n    c").text == "a\u2028  b\nc"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("P: Apa?\nN: Ini.\nP: Ya.", "P: Apa?\nN: Ini.\nP: Ya."),
        ("baris satu\nbaris dua", "baris satu\u2028baris dua"),
        (
            "Paragraf ini panjang dan dibungkus oleh sebuah penyunting teks\n"
            "pada kolom yang sama sehingga barisnya kira-kira sama panjang\nsaja.",
            "Paragraf ini panjang dan dibungkus oleh sebuah penyunting teks "
            "pada kolom yang sama sehingga barisnya kira-kira sama panjang saja.",
        ),
    ],
)
def test_line_ends_mean_what_the_writer_meant(source: str, text: str) -> None:
    assert read(source).text == text


def test_the_front_matter_describes_the_source() -> None:
    document = read('---\ntitle: "Catatan 1"\nauthor: Sari\ndate: 2025-03-03\nlang: id\n---\nIsi.')
    assert (document.title, document.author, document.date, document.language) == (
        *("Catatan 1", "Sari", "2025-03-03", "id"),
    )
    assert document.text == "Isi."


def test_a_line_between_rules_is_no_front_matter() -> None:
    assert "hujan" in read("---\nhujan lagi\n---\n\nIsi.").text


def test_only_the_suffix_tells() -> None:
    assert read("# a", "a.txt").text == "# a"
    assert read("# a", "a.markdown").text == "a"


def test_html_is_read_without_tags() -> None:
    assert read("<div>\n<!-- x -->satu &amp; dua\n</div>").text == "satu & dua"


def test_nothing_to_read_is_said() -> None:
    with pytest.raises(BadFile) as caught:
        read("---\n\n---\n")
    assert caught.value.key == "file_empty"


def test_words_struck_through_stay_without_their_marks() -> None:
    assert read("satu ~~dua~~ tiga ~ empat").text == "satu dua tiga ~ empat"
