"""Pictures, notes, cross references and numbered lines as html and Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from makna.domain.report import (
    Block,
    Column,
    Control,
    Heading,
    Landscape,
    Line,
    NumberedLines,
    Paragraph,
    Picture,
    Report,
    Span,
    Table,
    TableOfContents,
)

Written = Callable[[Report, str], Path]
PICTURE = Picture(b"\x89PNG\r\n\x1a\nrest", 4, 3, 'Baliho "sapa"', "Baliho", "baliho")
ROWS = tuple(((Span(f"kutipan {n}"),), (Span("Respons"),)) for n in range(3))
TABLE = Table((Column("Kutipan"), Column("Kode")), ROWS, "Temuan", mark="temuan", joined=(1,))
LINES = NumberedLines(
    (Line(None, (Span("Humas"),)), Line(7, (Span("tiap <pagi>"),), "Publikasi")),
    ("Baris", "Teks", "Kode"),
)


def text(written: Written, suffix: str, *blocks: Block) -> str:
    return written(Report("Bab IV", "id", blocks), suffix).read_text("utf-8")


def test_a_picture_lies_in_the_page_with_its_words_and_number(written: Written) -> None:
    html = text(written, ".html", PICTURE)
    assert 'alt="Baliho &quot;sapa&quot;"' in html
    assert '<img src="data:image/png;base64,' in html and "img-src data:" in html
    assert "<figcaption>Gambar 1 Baliho</figcaption>" in html


def test_markdown_keeps_the_data_of_pictures_at_its_end(written: Written) -> None:
    said = text(written, ".md", PICTURE, Paragraph((Span("lalu"),)))
    assert '![Baliho "sapa"][picture-1]\n\nGambar 1 Baliho\n\nlalu\n\n[picture-1]: data:' in said
    assert "<img src=" in MarkdownIt("commonmark").render(said.replace("data:", "http://x/"))


def test_notes_stand_at_the_end_with_links_both_ways(written: Written) -> None:
    paragraph = Paragraph((Span("satu", note="Wawancara <I1>"), Span(" dua")))
    html = text(written, ".html", paragraph)
    assert '<a id="noteref1" href="#note1">1</a></sup> dua' in html
    assert '<li id="note1">Wawancara &lt;I1&gt; <a href="#noteref1">' in html
    said = text(written, ".md", paragraph)
    assert "satu[^1] dua" in said and "[^1]: Wawancara" in said


def test_a_note_of_one_word_does_not_vanish_in_markdown(written: Written) -> None:
    said = text(written, ".md", Paragraph((Span("satu", note="Ibid."),)))
    assert "Ibid." in MarkdownIt("commonmark").render(said)


def test_bold_neighbours_with_a_note_are_noted_once(written: Written) -> None:
    spans = (Span("a", bold=True), Span("b", italic=True, note="catatan kaki"))
    assert text(written, ".md", Paragraph(spans)).count("catatan kaki") == 1


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_references_are_the_numbers_of_captions(written: Written, suffix: str) -> None:
    spans = (Span("Tabel "), Span("", refers="temuan"), Span(" x "), Span("?", refers="tidak"))
    report = Report("Bab IV", "id", (Paragraph(spans), TABLE), number_prefix="4.")
    said = re.sub("<[^>]+>", "", written(report, suffix).read_text("utf-8"))
    assert "Tabel 4.1 x " in said and "Tabel 4.1 Temuan" in said


def test_what_is_missing_is_marked(written: Written) -> None:
    blocks = Paragraph((Span("tanggal", missing=True),))
    assert '<mark class="missing">tanggal</mark>' in text(written, ".html", blocks)
    assert "⟦tanggal⟧" in text(written, ".md", blocks)


def test_joined_cells(written: Written) -> None:
    assert '<td rowspan="3">Respons</td>' in text(written, ".html", TABLE)
    assert "| kutipan 1 |  |" in text(written, ".md", TABLE)


def test_lines_keep_their_numbers_and_codes(written: Written) -> None:
    html = text(written, ".html", LINES)
    assert '<tr><td>7</td><td>tiap &lt;pagi&gt;</td><td class="beside">Publikasi</td></tr>' in html
    assert "| 7 | tiap \\<pagi\\> | Publikasi |" in text(written, ".md", LINES)
    bare = replace(LINES, lines=(Line(7, (Span("x"),)),))
    assert "Kode" not in text(written, ".md", bare)


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_controls_and_lying_sheets_show_what_they_hold(written: Written, suffix: str) -> None:
    blocks = (
        TableOfContents("Isi"),
        Control("makna:h:a", "Judul", (Heading(1, "Share"),)),
        Landscape((Heading(1, "Lebar"), TABLE)),
    )
    said = text(written, suffix, *blocks)
    assert said.count("Share") == 2 and said.count("Lebar") == 2 and "makna:h" not in said
