"""Records for computing: xlsx, csv and json."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from makna.domain.report import Records, Report

Written = Callable[[Report, str], Path]
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")


def texts(report: Report, *said: str) -> Report:
    return replace(report, records=Records(("text",), ("Kutipan",), [(text,) for text in said]))


def test_xlsx_holds_the_records_under_titles_in_words(rich: Report, written: Written) -> None:
    book = openpyxl.load_workbook(written(rich, ".xlsx"))
    sheet = book.worksheets[0]
    assert sheet.title == "Kutipan & <kode>"
    assert list(sheet.values) == [
        ("Kutipan", "n", "Bintang", "Kode"),
        ("=1+1", 3, "ya", "A > B; C"),
        ("baris\ndua", -4, "tidak", None),
    ]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D3"
    assert book.properties.creator == "Sari Wulandari"
    assert list(book["Tentang"].values)[-1] == ("Proyek", "Humas")


def test_xlsx_runs_nothing(rich: Report, written: Written) -> None:
    path = written(texts(rich, *FORMULAS, "https://example.org"), ".xlsx")
    cells = openpyxl.load_workbook(path).worksheets[0]["A"][1:]
    assert [cell.data_type for cell in cells] == ["s"] * 5 + ["s"] * 2
    assert all(cell.hyperlink is None for cell in cells)
    assert cells[0].value == "=1+1"


def test_xlsx_carries_a_text_longer_than_a_cell_on_another_sheet(
    rich: Report, written: Written
) -> None:
    long = "😀kata " * 15_000
    book = openpyxl.load_workbook(written(texts(rich, "pendek", long), ".xlsx"))
    first = str(book.worksheets[0]["A3"].value)
    start, remark, _ = first.partition("… [berlanjut di lembar “Lanjutan”, baris 2]")
    rest = [row for row in book["Lanjutan"].values if row[0] == 3]
    assert remark
    assert start + "".join(str(row[3]) for row in rest) == long
    assert [row[2] for row in rest] == [2, 3, 4]


@pytest.mark.parametrize("title", ["a/b:c*[x]?\\", "'", "", "x" * 40])
def test_xlsx_takes_any_title_for_its_sheet(rich: Report, written: Written, title: str) -> None:
    book = openpyxl.load_workbook(written(replace(rich, title=title), ".xlsx"))
    assert book.worksheets[0].max_row == 3


@pytest.mark.parametrize(("language", "delimiter"), [("id", ";"), ("en", ",")])
def test_csv_opens_in_the_excel_of_its_language(
    rich: Report, written: Written, language: str, delimiter: str
) -> None:
    path = written(replace(rich, language=language), ".csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbftext" + delimiter.encode())
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream, delimiter=delimiter))
    yes, no = ("ya", "tidak") if language == "id" else ("yes", "no")
    assert rows == [
        ["text", "n", "star", "codes"],
        ["'=1+1", "3", yes, "A > B; C"],
        ["baris\ndua", "-4", no, ""],
    ]


def test_csv_makes_every_formula_harmless(rich: Report, written: Written) -> None:
    path = written(texts(rich, *FORMULAS, "kata"), ".csv")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        said = [row[0] for row in csv.reader(stream, delimiter=";")][1:]
    assert [text[0] for text in said] == ["'"] * 6 + ["k"]


def test_json_has_stable_keys_and_exact_texts(rich: Report, written: Written) -> None:
    data = json.loads(written(rich, ".json").read_text(encoding="utf-8"))
    assert data["title"] == "Kutipan & <kode>"
    assert (data["language"], data["items"]) == ("id", 2)
    assert data["records"] == [
        {"text": "=1+1", "n": 3, "star": True, "codes": ["A > B", "C"]},
        {"text": "baris\u2028dua", "n": -4, "star": False, "codes": []},
    ]


def test_json_without_records_is_still_json(written: Written) -> None:
    assert json.loads(written(Report("x", "en", ()), ".json").read_text())["records"] == []
