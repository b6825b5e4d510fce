"""Damaged files of every other format: a document or a reason, never anything else."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makna.domain.document import fits
from makna.domain.errors import BadFile
from makna.domain.text import canonical
from makna.domain.wording import errors_imports, errors_pictures, errors_readers
from makna.formats.registry import read_document, suffixes

LONGER = 10 if settings().max_examples >= 1_000 else 1
"""In `dev.py fuzz` so many times more examples than usually."""

TESTS = Path(__file__).parents[3]
PAGE = (
    "<!DOCTYPE html><html lang=id><meta charset=utf-8><title>Taman</title><body><nav><a href=/>x"
    "</a></nav><article><h1>Taman</h1><p>Satu <b>dua</b><br>tiga</p><table><tr><td>a<td>b</table>"
    "<ul><li>x<li>y</ul><blockquote>k</blockquote><img src=data:image/png;base64,aa></article>"
)
POSTS = 'Akun;Tanggal;Komentar;Suka\n@a;5/3/25 10.00;"Air\nmati 😀";3\n@b;x;"Ya ""kan""";4\n'


def workbook() -> bytes:
    """Two sheets, a date, a formula, an emoji."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Akun", "Tanggal", "Komentar", "Suka"])
    sheet.append(["@a", datetime(2025, 3, 5, 10, 30), "Air mati 😀\nlagi", 3])
    sheet.append(["@b", None, "Ya kan", "=D2+1"])
    book.create_sheet("Lain").append(["kata"])
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def chat_zip() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        chat = (TESTS / "transcripts" / "17-whatsapp-iphone-id.txt").read_bytes()
        archive.writestr("_chat.txt", chat)
        archive.writestr("IMG-0001.jpg", b"jpeg")
    return target.getvalue()


SAMPLES: dict[str, bytes] = {
    "uji.odt": (TESTS / "files" / "wawancara.odt").read_bytes(),
    "uji.rtf": (TESTS / "files" / "wawancara.rtf").read_bytes(),
    "uji.pdf": (TESTS / "files" / "wawancara.pdf").read_bytes(),
    "uji.vtt": (TESTS / "transcripts" / "23-teams.vtt").read_bytes(),
    "uji.srt": (TESTS / "transcripts" / "28-film.srt").read_bytes(),
    "uji.md": (TESTS / "transcripts" / "15-kepala-tabel.md").read_bytes(),
    "chat.txt": (TESTS / "transcripts" / "16-whatsapp-android-id.txt").read_bytes(),
    "uji.html": PAGE.encode(),
    "uji.csv": POSTS.encode("utf-8-sig"),
    "uji.xlsx": workbook(),
    "chat.zip": chat_zip(),
}
ERRORS = errors_readers.ERRORS | errors_imports.ERRORS | errors_pictures.ERRORS
NAMES = sorted(SAMPLES)


def survives(data: bytes, name: str) -> None:
    try:
        document = read_document(data, name)
    except BadFile as error:
        assert error.key in ERRORS
        return
    assert fits(document.text, document.layout)
    assert canonical(document.text) == document.text
    assert all(0 <= c.start < c.end <= len(document.text) for c in document.comments)
    assert all(0 <= t.start <= t.end <= len(document.text) for t in document.turns)


@pytest.mark.parametrize("name", NAMES)
def test_the_whole_file_is_read(name: str) -> None:
    document = read_document(SAMPLES[name], name)
    assert document.text.strip()
    assert Path(name).suffix in suffixes()


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40 * LONGER, deadline=None)
@given(data=st.data())
def test_a_truncated_file_has_a_reason(name: str, data: st.DataObject) -> None:
    sample = SAMPLES[name]
    survives(sample[: data.draw(st.integers(0, len(sample)))], name)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40 * LONGER, deadline=None)
@given(data=st.data())
def test_a_file_with_wrong_bytes_has_a_reason(name: str, data: st.DataObject) -> None:
    damaged = bytearray(SAMPLES[name])
    change = st.tuples(st.integers(0, len(damaged) - 1), st.integers(0, 255))
    for at, value in data.draw(st.lists(change, min_size=1, max_size=12)):
        damaged[at] = value
    survives(bytes(damaged), name)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40 * LONGER, deadline=None)
@given(data=st.data())
def test_a_file_with_pieces_moved_has_a_reason(name: str, data: st.DataObject) -> None:
    sample = SAMPLES[name]
    places = st.integers(0, len(sample))
    a, b, at = (data.draw(places) for _ in range(3))
    survives(sample[:at] + sample[min(a, b) : max(a, b)] + sample[at:], name)


RTF = st.lists(
    st.sampled_from(
        r"{ } \par \cell \row \intbl \pard \trowd \b \b0 \u8220? \'e9 \footnote \chftn \field "
        r"\*\fldinst \fldrslt \*\annotation \*\atrfstart \pict \pngblip \listtext \shptxt "
        r"\*\shpinst \deleted \bin3 \v \fonttbl \f1 \stylesheet \s1 \uc9 \nestcell kata ;".split()
    ),
    max_size=30,
)


@settings(max_examples=200 * LONGER, deadline=None)
@given(RTF)
def test_rtf_in_any_order_does_no_harm(words: list[str]) -> None:
    body = " ".join(words)
    closing = "}" * max(0, body.count("{") - body.count("}"))
    survives(b"{\\rtf1 x " + body.encode() + closing.encode() + b"}", "uji.rtf")


TAGS = (
    "p div table tr td ul ol li blockquote pre a b h1 article nav span br img aside header".split()
)
HTML = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
        st.sampled_from(
            ["kata ", "\u2028", "&#0;", "&#xFFFE;", "&#xD800;", "&nbsp;", "\ufeff", "\x01"]
        ),
    ),
    max_size=40,
)


@settings(max_examples=200 * LONGER, deadline=None)
@given(HTML)
def test_html_in_any_order_does_no_harm(pieces: list[str]) -> None:
    survives(f"<!DOCTYPE html><p>x{''.join(pieces)}".encode(), "uji.html")


MARKDOWN = st.text(st.sampled_from("# *_>-+1.|`[]()<b>&\n\n\n \tab:\u2028\x01"), max_size=60)


@settings(max_examples=200 * LONGER, deadline=None)
@given(MARKDOWN)
def test_markdown_in_any_order_does_no_harm(source: str) -> None:
    survives(f"x\n\n{source}".encode(), "uji.md")


@settings(max_examples=150 * LONGER, deadline=None)
@given(st.lists(st.sampled_from(["1", "00:00:01,000 --> 00:00:02,000", "ya", "", "<v A>b", "17"])))
def test_subtitles_in_any_order_do_no_harm(lines: list[str]) -> None:
    survives(("00:00:01,000 --> 00:00:02,000\n" + "\n".join(lines)).encode(), "uji.srt")


CSV = st.lists(
    st.sampled_from(['"', '""', ";", ",", "\t", "\n", "kata dua tiga", "@a", "😀", "\x01", "="])
)


@settings(max_examples=200 * LONGER, deadline=None)
@given(CSV)
def test_csv_in_any_order_does_no_harm(pieces: list[str]) -> None:
    survives(("Akun;Teks\n" + "".join(pieces)).encode(), "uji.csv")


CELLS = st.lists(
    st.sampled_from(
        [
            '<c r="A1" t="s"><v>0</v></c>',
            '<c r="B2" t="s"><v>99</v></c>',
            '<c r="XFD1048576" t="str"><v>x</v></c>',
            '<c r="ZZZZ9"><v>1</v></c>',
            '<c t="d"><v>2025-13-45</v></c>',
            '<c t="b"><v>7</v></c>',
            '<c t="e"><v>#REF!</v></c>',
            "<c><f>1+1</f></c>",
            '<c t="inlineStr"><is><t>dua kata lagi</t></is></c>',
            '</row><row r="5">',
            '</row><row r="-1">',
            "<c><v>1e999</v></c>",
        ]
    ),
    max_size=12,
)
BOOK = workbook()


@settings(max_examples=60 * LONGER, deadline=None)
@given(CELLS)
def test_a_sheet_of_any_cells_does_no_harm(cells: list[str]) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BOOK)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                row = f"<row>{''.join(cells)}</row></sheetData>"
                content = content.replace(b"</sheetData>", row.encode())
            new.writestr(name, content)
    survives(target.getvalue(), "uji.xlsx")
