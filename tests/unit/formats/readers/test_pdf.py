"""PDF: lines put together into paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from makna.domain.document import ParsedDocument, fits
from makna.domain.errors import BadFile
from makna.domain.text import canonical
from makna.formats.readers import pdf
from makna.formats.registry import read_document

FILES = Path(__file__).parents[3] / "files"
Line = tuple[float, float, float, str]
"""Left, base (from the foot) and size in points, and the text."""


def make_pdf(
    pages: Sequence[Sequence[Line]], info: str = "", encoding: str = "/WinAnsiEncoding"
) -> bytes:
    """A PDF with each line at its place, in Courier: a character is 0.6 of its size wide."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        shown = "".join(
            f"BT /F1 {size} Tf {x} {y} Td ({_escaped(text)}) Tj ET\n" for x, y, size, text in lines
        )
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
        font = f"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding {encoding} >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            f"/Resources << /Font << /F1 {font} >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
    return (
        f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n{trailer}\nstartxref\n{len(body)}\n%%EOF"
    ).encode("cp1252")


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def read(data: bytes) -> ParsedDocument:
    document = read_document(data, "uji.pdf")
    assert fits(document.text, document.layout)
    assert canonical(document.text) == document.text
    return document


def column(
    lines: Sequence[str], top: float = 700, left: float = 80, pitch: float = 14
) -> list[Line]:
    return [(left, top - pitch * n, 10, text) for n, text in enumerate(lines)]


def paragraphs(*pages: Sequence[Line]) -> list[str]:
    return read(make_pdf(pages)).text.split("\n")


FULL = "Pemerintah kota menjawab pertanyaan warga melalui akun resmi yang"
HALF = "dikelola dua orang."


@pytest.mark.parametrize("pitch", [12.0, 14.0, 24.0])
def test_lines_join_to_paragraphs_at_any_spacing(pitch: float) -> None:
    lines = column([FULL, FULL, HALF], pitch=pitch)
    lines += column([FULL, HALF], top=700 - 3 * pitch - pitch, pitch=pitch)
    assert paragraphs(lines) == [f"{FULL} {FULL} {HALF}", f"{FULL} {HALF}"]


def test_an_indent_begins_a_paragraph() -> None:
    lines = column([FULL, FULL + "."])
    lines += [(110, 672, 10, FULL[:60])]
    lines += column([FULL, HALF], top=658)
    assert paragraphs(lines) == [f"{FULL} {FULL}.", f"{FULL[:60].strip()} {FULL} {HALF}"]


def test_a_paragraph_goes_on_over_the_page_without_its_heads() -> None:
    pages = [
        [
            (80, 800, 10, "Bab IV Hasil"),
            *column([FULL, FULL]),
            (290, 40, 10, str(number)),
        ]
        for number in range(1, 6)
    ]
    text = read(make_pdf(pages)).text
    assert "Bab IV" not in text
    assert text == " ".join([FULL] * 10)


def test_page_numbers_alone_are_left_out() -> None:
    first = [*column([FULL, HALF]), (290.0, 40.0, 10.0, "- 7 -")]
    second = [*column(["Bagian kedua.", FULL, HALF]), (290.0, 40.0, 10.0, "- 8 -")]
    assert paragraphs(first, second) == [f"{FULL} {HALF}", "Bagian kedua.", f"{FULL} {HALF}"]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("tentang komuni-", "kasi publik", "tentang komunikasi publik"),
        ("ramah untuk anak-", "anak kota", "ramah untuk anak-anak kota"),
        ("menjual sayur-", "mayur segar", "menjual sayur-mayur segar"),
        ("humas se-", "Indonesia ini", "humas se-Indonesia ini"),
        ("tahun 2019-", "2024 itu", "tahun 2019-2024 itu"),
    ],
)
def test_hyphens_at_line_ends_go_unless_they_belong_to_the_word(
    first: str, second: str, joined: str
) -> None:
    lines = column([f"{FULL[:49]} {first}", f"{second} {FULL}"])
    assert paragraphs(lines) == [f"{FULL[:49]} {joined} {FULL}"]


def test_a_word_that_stands_hyphenated_elsewhere_keeps_its_hyphen() -> None:
    lines = column([f"{FULL[:48]} non-", f"tunai dan lain-lain serta non-tunai {FULL}"])
    assert "non-tunai dan" in paragraphs(lines)[0]


def test_larger_letters_are_headings_and_list_items_stay_apart() -> None:
    lines = [(80, 750, 18, "Hasil"), *column([FULL, HALF, "1. satu", "2. dua", "\u2022 tiga"])]
    document = read(make_pdf([lines]))
    assert document.text.split("\n") == ["Hasil", f"{FULL} {HALF}", "1. satu", "2. dua", "• tiga"]
    assert [block.style for block in document.layout] == ["heading-1", *["body"] * 4]


def test_bullets_of_symbol_fonts_begin_list_items_too() -> None:
    symbols = "<< /BaseEncoding /WinAnsiEncoding /Differences [183 /uniF0B7 167 /uniF0A7] >>"
    lines = column(["Jawaban warga:", "\u00b7 cepat", "\u00b7 Mudah", "\u00a7 murah"])
    document = read(make_pdf([lines], encoding=symbols))
    assert document.text.split("\n") == ["Jawaban warga:", "• cepat", "• Mudah", "▪ murah"]


def test_speakers_begin_paragraphs() -> None:
    said = "ini jawaban yang cukup panjang untuk satu baris penuh di halaman ini"
    lines = column([f"Peneliti: {said}?", f"Narasumber: {said}", HALF, f"Peneliti: {said}"])
    document = read(make_pdf([lines]))
    assert [turn.speaker for turn in document.turns] == ["Peneliti", "Narasumber", "Peneliti"]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = column(["satu dua tiga empat lima enam", "tujuh delapan sembilan sepuluh"], left=60)
    right = column(["sebelas dua belas tiga belas", "empat belas."], left=320)
    assert paragraphs([*left, *right]) == [
        "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua belas tiga belas "
        "empat belas."
    ]


def test_what_the_file_says_of_itself_is_found() -> None:
    info = "/Title (Laporan) /Author (Sari) /CreationDate (D:20250303100000)"
    document = read(make_pdf([column([FULL])], info))
    assert (document.title, document.author, document.date) == ("Laporan", "Sari", "")


def test_pages_without_text_are_said() -> None:
    assert read(make_pdf([column([FULL])])).warnings == ()
    document = read(make_pdf([column([FULL]), []]))
    assert [m.key for m in document.warnings] == ["pdf_some_without_text"]


@pytest.mark.parametrize("pages", [[[], []], [column(["   "])]])
def test_pages_that_are_only_pictures_are_a_source_without_text(
    pages: list[list[Line]],
) -> None:
    document = read(make_pdf(pages))
    assert (document.text, document.turns) == ("", ())
    assert [m.key for m in document.warnings] == ["pdf_without_text"]


def test_a_file_of_a_real_program_is_read() -> None:
    document = read((FILES / "wawancara.pdf").read_bytes())
    assert document.text.startswith("Transkrip wawancara\nNarasumber: Ibu Sari\nLokasi: Metro\n")
    assert len(document.turns) == 3


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"%PDF-1.7\n%%EOF", "pdf_damaged"),
        (make_pdf([]), "pdf_damaged"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, key: str) -> None:
    with pytest.raises(BadFile) as caught:
        read_document(data, "uji.pdf")
    assert caught.value.key == key


def test_a_file_with_a_password_says_so() -> None:
    locked = make_pdf([column([FULL])]).replace(
        b"/Info", b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <" + b"41" * 32 + b"> /U <"
        + b"42" * 32 + b"> /P -4 >> /ID [<41> <41>] /Info"
    )  # fmt: skip
    with pytest.raises(BadFile) as caught:
        read_document(locked, "uji.pdf")
    assert caught.value.key == "file_encrypted"


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    with pytest.raises(BadFile) as caught:
        read_document(make_pdf([column([FULL]), column([FULL])]), "uji.pdf")
    assert caught.value.key == "pdf_too_long"
