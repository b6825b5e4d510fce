"""search, retrieve, export."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

Makna = Callable[..., Any]
Line = Callable[..., str]


def texts(makna: Makna, study: Path, where: str, *options: str) -> list[str]:
    return [r["text"] for r in makna("retrieve", study, "--where", where, *options, "--json").json]


def test_all_passages_come_with_and_without_a_code(makna: Makna, coded: Path) -> None:
    found = makna("retrieve", coded, "--json").json
    assert [r["text"] for r in found] == ["Humas memfasilitasi dialog", "warga", "Rapat"]
    assert [r["codes"] for r in found] == [["cat", "Peran > Fasilitator"], ["category"], []]
    source = makna("text", coded, "I1").out
    first = found[0]
    assert source[first["start"] : first["end"]] == first["text"]
    assert first["place"] == {"type": "text", "start": first["start"], "end": first["end"]}
    assert (first["paragraph"], first["line_from"], first["source"]) == (2, 2, "I1")


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("code:cat", ["Humas memfasilitasi dialog"]),
        ("code:category", ["warga"]),
        ('code:"Peran > Fasilitator"', ["Humas memfasilitasi dialog"]),
        ("code:Peran", []),
        ("NOT code:cat", ["warga", "Rapat"]),
        ("code:cat OR code:category", ["Humas memfasilitasi dialog", "warga"]),
        ("code:cat AND code:category", []),
        ("source:notes", ["Rapat"]),
        ("kind:interview AND NOT (code:cat OR text:xyz)", ["warga"]),
        ("speaker:Narasumber code:category", ["warga"]),
        ("coder:Sari AND text:WARGA", ["warga"]),
    ],
)
def test_an_expression_chooses(where: str, expected: list[str], makna: Makna, coded: Path) -> None:
    assert texts(makna, coded, where) == expected


def test_codes_below_count_only_when_asked(makna: Makna, coded: Path) -> None:
    assert texts(makna, coded, "code:Peran", "--include-subcodes") == ["Humas memfasilitasi dialog"]


@pytest.mark.parametrize(
    "where", ["code:ca", "code:", "(", "code:cat AND", "planet:x", "code:cat NEAR/3 code:category"]
)
def test_an_expression_that_makes_no_sense_is_refused(
    where: str, one_line: Line, coded: Path
) -> None:
    one_line("retrieve", coded, "--where", where)
    one_line("export", coded, "excerpts", coded.parent / "x.md", "--where", where)


def test_words_of_relations_can_be_looked_for(makna: Makna, coded: Path) -> None:
    assert texts(makna, coded, 'text:"a WITHIN b"') == []


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["publikasi"], ["mempublikasikan"]),
        (["berita", "--exact"], ["berita"]),
        (["M[a-z]+ lokal", "--regex"], ["Media lokal"]),
        (["PENTING"], ["Penting"]),
        (["tiada"], []),
        (["humas", "--limit", "2"], ["humas", "Humas"]),
    ],
)
def test_search_finds_in_sources_and_memos(
    arguments: list[str], expected: list[str], makna: Makna, coded: Path
) -> None:
    hits = makna("search", coded, *arguments, "--json").json
    assert sorted(h["text"].lower() for h in hits) == sorted(e.lower() for e in expected)
    for hit in hits:
        if hit["type"] == "source":
            text = makna("text", coded, hit["guid"]).out
            assert text[hit["start"] : hit["end"]] == hit["text"]
        else:
            assert hit["source"] == "Rapat"


@pytest.mark.parametrize(
    "arguments", [[""], [" "], ["(", "--regex"], ["a", "--regex", "--exact"], ["a", "--limit", "0"]]
)
def test_search_refuses_what_it_cannot_look_for(
    arguments: list[str], one_line: Line, coded: Path
) -> None:
    one_line("search", coded, *arguments)


def test_search_needs_no_index(makna: Makna, coded: Path) -> None:
    makna("edit", coded, "I1", "--span", "0:0", "--with", "Zebra. ")
    assert [h["text"] for h in makna("search", coded, "zebra", "--json").json] == ["Zebra"]


def test_export_all_holds_the_uncoded_passages_too(makna: Makna, coded: Path) -> None:
    out = coded.parent / "all.csv"
    done = makna("export", coded, "excerpts", out, "--json").json
    assert (done["path"], done["items"]) == (str(out), 3)
    content = out.read_text("utf-8-sig")
    assert "Rapat" in content
    assert "warga" in content
    assert len(list(csv.reader(content.splitlines()))) > 3


@pytest.mark.parametrize("what", ["excerpts", "codebook", "memos"])
@pytest.mark.parametrize("suffix", ["docx", "xlsx", "csv", "html", "md", "json"])
def test_every_document_is_written_in_every_format(
    what: str, suffix: str, makna: Makna, coded: Path
) -> None:
    out = coded.parent / f"{what}.{suffix}"
    assert makna("export", coded, what, out, "--json").json["items"] > 0
    word = {"excerpts": "warga", "codebook": "Fasilitator", "memos": "Penting"}[what]
    assert word in written(out)
    assert makna("export", coded, what, out).code == 0, "an older document is replaced"


def written(path: Path) -> str:
    if path.suffix == ".docx":
        opened = docx.Document(str(path))
        cells = [c.text for t in opened.tables for row in t.rows for c in row.cells]
        return "\n".join([*(p.text for p in opened.paragraphs), *cells])
    if path.suffix == ".xlsx":
        sheets = openpyxl.load_workbook(path).worksheets
        return "\n".join(str(cell.value) for sheet in sheets for row in sheet for cell in row)
    text = path.read_text("utf-8-sig")
    return json.dumps(json.loads(text), ensure_ascii=False) if path.suffix == ".json" else text


def test_options_choose_what_a_document_holds(makna: Makna, coded: Path) -> None:
    out = coded.parent / "x.md"
    assert makna("export", coded, "excerpts", out, "--code", "cat", "--json").json["items"] == 1
    assert "warga" not in written(out)
    below = ["--code", "Peran", "--include-subcodes", "--other-codes", "--words-around", "2"]
    assert makna("export", coded, "excerpts", out, *below, "--json").json["items"] == 1
    makna("export", coded, "excerpts", out, "--where", "source:Notes", "--language", "en")
    assert "Without a code" in written(out)
    makna("export", coded, "excerpts", out)
    assert "Tanpa kode" in written(out), "the project's language"
    makna("export", coded, "codebook", out, "--form", "running")
    assert "Fasilitator" in written(out)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["matrix", "x.docx"], "not possible yet"),
        (["project", "x.qdpx"], "not possible yet"),
        (["poem", "x.docx"], "excerpts, codebook, memos"),
        (["excerpts", "x.csv", "--template", "t.docx"], "Only Word documents"),
        (["codebook", "x.qdc"], ".docx"),
        (["excerpts", "x"], ".docx"),
        (["excerpts", "x.pdf"], ".docx"),
        (["excerpts", "no/x.docx"], "not there"),
        (["excerpts", "x.docx", "--code", "nope"], "nope"),
        (["excerpts", "x.docx", "--template", "t.docx"], "t.docx"),
        (["excerpts", "x.docx", "--preset", "A5"], "a5"),
        (["excerpts", "x.docx", "--preset", "a4", "--preset", "thesis"], "exclude each other"),
        (["excerpts", "x.docx", "--reference", "{name}"], "--reference"),
        (["excerpts", "x.docx", "--refresh"], "chapter"),
        (["excerpts", "x.docx", "--words-around", "-1"], "--words-around"),
    ],
)
def test_what_cannot_be_written_is_said_and_leaves_nothing(
    arguments: list[str], expected: str, one_line: Line, coded: Path
) -> None:
    what, out, *options = arguments
    assert expected in one_line("export", coded, what, coded.parent / out, *options)
    assert not list(coded.parent.glob("*x*"))
