"""csv and Excel tables of posts, as spreadsheets and scrapers write them."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest

from makna.domain.document import ParsedDocument, fits
from makna.domain.errors import BadFile
from makna.formats import ReadOptions
from makna.formats.registry import read_document
from makna.formats.tables import delimiter_of, letter


def read(content: str | bytes, name: str = "k.csv", **options: object) -> ParsedDocument:
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    return read_document(data, name, ReadOptions(**options))  # type: ignore[arg-type]


def refused(content: str | bytes, name: str = "k.csv", **options: object) -> str:
    with pytest.raises(BadFile) as error:
        read(content, name, **options)
    return error.value.key


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


ROWS = 'Akun{0}Tanggal{0}Isi\n@a{0}5/3/2025{0}"halo{0} semua\nwarga 😀"\n@b{0}6/3/2025{0}ya, kak\n'


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_any_delimiter_in_any_encoding(delimiter: str, encoding: str) -> None:
    document = read(ROWS.format(delimiter).encode(encoding))
    assert fits(document.text, document.layout)
    assert f"halo{delimiter} semua\nwarga 😀" in document.text
    assert [turn.speaker for turn in document.turns] == ["@a", "@b"]
    assert document.date == "2025-03-05"


def test_a_windows_csv_says_that_its_encoding_was_a_guess() -> None:
    document = read("Nama;Isi\nSari;“Kafé” bagus – ya\n".encode("cp1252"))
    assert "“Kafé” bagus – ya" in document.text
    assert "txt_encoding_guessed" in {warning.key for warning in document.warnings}
    assert (
        "“Kafé”" not in read("Nama;Isi\nSari;“Kafé” ya\n".encode("cp1252"), encoding="cp850").text
    )


def test_the_line_that_tells_excel_the_delimiter_is_no_row() -> None:
    assert read("sep=|\nakun|isi\n@a|halo, dunia; kita\n").text == "@a\nhalo, dunia; kita"


def test_each_post_comes_apart_only_where_that_is_wanted() -> None:
    assert read(ROWS.format(";")).posts == ()
    posts = read(ROWS.format(";"), posts="each").posts
    assert [(post.account, post.date) for post in posts] == [
        *(("@a", "2025-03-05"), ("@b", "2025-03-06")),
    ]


def test_a_table_without_text_says_which_columns_it_has() -> None:
    with pytest.raises(BadFile, match="kota, usia"):
        read("kota,usia\nDepok,3\nBogor,4\n")
    assert refused("\n \n") == "table_empty"
    assert refused("akun;isi\n@a;\n@b; \n") == "table_text_empty"
    assert read("kota,usia\nDepok,3\n", columns=(("text", "kota"),)).text == "Depok\nusia: 3"


def test_a_quotation_mark_that_is_never_closed_has_a_reason() -> None:
    assert refused('akun;isi\n@a;"' + "kata " * 40_000) == "table_cell_endless"


def test_an_excel_sheet_has_typed_days_whole_numbers_and_values_of_formulas() -> None:
    data = workbook(
        ("Username", "Date", "Caption", "Likes", "Jam", "Total"),
        ("@a", datetime(2025, 3, 5, 14, 5), "Rapat 😀\nwarga", 12.0, time(9, 30), "=D2*2"),
        ("@b", date(2025, 3, 6), "Air mati", 1.5, None, None),
    )
    document = read(data, "k.xlsx", posts="each")
    first, second = document.posts
    assert (first.text, first.date, first.time_ms) == ("Rapat 😀\nwarga", "2025-03-05", 50_700_000)
    assert dict(first.facts) == {"Date": "2025-03-05 14:05:00", "Likes": "12", "Jam": "09:30:00"}
    assert dict(second.facts) == {"Likes": "1.5"}
    assert {w.key: dict(w.args) for w in document.warnings}["table_formulas"] == {"count": 1}


def test_minutes_of_a_recording_that_excel_takes_for_hours_stay_minutes() -> None:
    typed = [time(0, 12), time(3, 12), time(23, 50), timedelta(hours=24, minutes=10)]
    said = [(at, "PI"[i % 2], f"Ujaran nomor {i}.") for i, at in enumerate(typed)]
    book = openpyxl.load_workbook(io.BytesIO(workbook(("Waktu", "Penutur", "Ujaran"), *said)))
    for row, shown in zip(range(2, 6), ["h:mm", "h:mm", "h:mm", "[h]:mm:ss"], strict=True):
        book.active.cell(row, 1).number_format = shown
    target = io.BytesIO()
    book.save(target)
    document = read(target.getvalue(), "k.xlsx")
    assert document.text.startswith("P – 0:12\nUjaran nomor 0.\n\nI – 3:12\n")
    assert [turn.time_ms for turn in document.turns] == [12_000, 192_000, 1_430_000, 1_450_000]


def test_the_sheet_with_posts_is_taken_and_the_others_are_named() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(("kota", "usia"), ("Depok", 3))))
    book.create_sheet("Komentar").append(["@a", "halo semua warga"])
    target = io.BytesIO()
    book.save(target)
    document = read(target.getvalue(), "k.xlsx")
    assert document.text == "@a\nhalo semua warga"
    assert dict(document.warnings[-1].args) == {"sheets": "Sheet"}
    assert refused(target.getvalue(), "k.xlsx", sheet="sheet") == "table_no_text"
    assert refused(target.getvalue(), "k.xlsx", sheet="x") == "table_no_sheet"


def test_a_transcript_typed_into_a_sheet_has_speakers() -> None:
    data = workbook(("Peneliti:", "Apa kabar di sana?"), ("Sari:", "Baik, terima kasih."))
    document = read(data, "w.xlsx")
    assert [turn.speaker for turn in document.turns] == ["Peneliti", "Sari"]


def test_hostile_workbooks_are_refused_or_cut_and_never_fill_the_memory() -> None:
    far = '<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row></sheetData>'
    assert read(changed("</sheetData>", far), "k.xlsx").text == "@a\nhalo semua"
    dtd = "<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet"
    assert refused(changed("<worksheet", dtd), "k.xlsx") == "xml_dtd"
    bomb = "<row>" + '<c t="str"><v>xxxxxxxx</v></c>' * 1_600_000 + "</row></sheetData>"
    assert refused(changed("</sheetData>", bomb), "k.xlsx") == "archive_too_large"
    assert refused(changed("<worksheet", "<worksheet <"), "k.xlsx") == "table_damaged"


def changed(old: str, new: str) -> bytes:
    target = io.BytesIO()
    whole = zipfile.ZipFile(io.BytesIO(workbook(("Akun", "Isi"), ("@a", "halo semua"))))
    with whole, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in whole.namelist():
            content = whole.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(old.encode(), new.encode(), 1)
            archive.writestr(name, content)
    return target.getvalue()


def test_old_excel_says_what_to_do() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "Workbook".encode("utf-16-le")
    assert refused(data, "k.xls") == "excel_old"


def test_letters_and_delimiters() -> None:
    assert [letter(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert delimiter_of("satu\ndua\n") == ","
    assert delimiter_of('a;b;c\n"x,y";2;3\n') == ";"


def test_the_title_above_the_header_is_no_header() -> None:
    posts = (("Tanggal", "Akun", "Caption"), ("2025-03-05", "@a", "halo semua warga"))
    book = openpyxl.load_workbook(io.BytesIO(workbook(("Laporan Triwulan I",), (), *posts)))
    book.create_sheet("Lain").append(["@b", "hanya satu komentar"])
    target = io.BytesIO()
    book.save(target)
    document = read(target.getvalue(), "k.xlsx")
    assert document.text == "@a – 2025-03-05\nhalo semua warga"
    said = {message.key: dict(message.args) for message in document.warnings}
    assert said["table_rows_above"] == {"count": 1}
    assert said["table_other_sheets"] == {"sheets": "Lain"}
