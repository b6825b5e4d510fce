"""The codebook as a table on a turned sheet and as running text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from makna.domain.model import CodeId
from makna.domain.report import Heading, Paragraph, Table, plain
from makna.services.reports.codebook import CodebookLayout, codebook


def table(made: Any) -> tuple[list[str], list[list[str]]]:
    (found,) = [block for block in made.blocks if isinstance(block, Table)]
    rows = [[plain(cell) for cell in row] for row in found.rows]
    return [column.title for column in found.columns], rows


def test_the_table_says_of_each_code_what_the_appendix_needs(town: Any) -> None:
    titles, rows = table(codebook(town.project, town.codes, CodebookLayout(language="id")))
    assert titles == [
        *("Kode", "Definisi", "Dipakai bila", "Tidak dipakai bila", "Contoh", "Asal", "n"),
        "Sumber",
    ]
    assert rows[3] == [
        "Manage: mengelola aduan › Respons cepat",
        "Janji, catatan, atau pengalaman tentang lamanya jawaban",
        "disebut waktu atau urutan menjawab aduan",
        "hanya menyebut adanya admin (lihat Teknisi komunikasi)",
        "“wajib menjawab dalam dua puluh empat jam” (I1, baris 41)",
        "induktif",
        "1.234",
        "12",
    ]


def test_categories_have_no_frequency_and_unused_codes_have_zero(town: Any) -> None:
    _, rows = table(codebook(town.project, town.codes))
    assert [row[-2:] for row in rows] == [
        ["–", "–"], ["2", "1"], ["–", "–"], ["1.234", "12"], ["0", "0"],
    ]  # fmt: skip


def test_a_work_cited_is_numbered_in_the_row_and_written_once_below(town: Any) -> None:
    cited = [replace(code, citation="Luttrell (2018)") for code in town.codes[:2]]
    other = replace(town.codes[2], citation="Onggo (2004)")
    made = codebook(town.project, (*cited, other, *town.codes[3:]), CodebookLayout(language="id"))
    _, rows = table(made)
    origins = [row[5] for row in rows]
    assert origins == ["deduktif [1]", "in vivo [1]", "deduktif [2]", "induktif", ""]
    assert [plain(block.spans) for block in made.blocks if isinstance(block, Paragraph)] == [
        "Rujukan: [1] Luttrell (2018)",
        "[2] Onggo (2004)",
    ]


def test_only_the_table_lies_on_its_side(town: Any) -> None:
    lying = codebook(town.project, town.codes).page
    standing = codebook(town.project, town.codes, CodebookLayout(form="running")).page
    assert lying.width_cm > lying.height_cm
    assert standing.width_cm < standing.height_cm


def test_running_form_has_a_section_for_each_code_without_empty_lines(town: Any) -> None:
    layout = CodebookLayout(language="en", form="running", contents=False)
    blocks = list(codebook(town.project, town.codes, layout).blocks)
    at = blocks.index(Heading(2, "Kepercayaan warga"))
    said = [plain(b.spans) for b in blocks[at + 1 : at + 8] if isinstance(b, Paragraph)]
    assert said == [
        "Definition: Alasan warga percaya pada akun resmi.",
        "When to use: Ada ungkapan percaya, yakin, atau ragu.",
        "When not to use: Hanya menyebut jumlah pengikut.",
        "Example: “supaya warga percaya” (I1, baris 63)",
        "Origin: in vivo",
        "Frequency: codings: 2; sources: 1",
        "Memo: Bandingkan dengan Respons cepat.",
    ]
    last = blocks.index(Heading(2, "Kekurangan tenaga"))
    assert [plain(b.spans) for b in blocks[last + 1 :] if isinstance(b, Paragraph)] == [
        "Frequency: codings: 0; sources: 0"
    ]


def test_records_keep_what_the_table_joins(town: Any) -> None:
    records = codebook(town.project, town.codes).records
    rows = [dict(zip(records.keys, row, strict=True)) for row in records.rows]
    assert [row["guid"] for row in rows] == ["code-1", "code-2", "code-3", "code-4", "code-5"]
    assert rows[1]["path"] == "Share: membagikan informasi > Kepercayaan warga"
    assert (rows[0]["origin"], rows[0]["citation"]) == ("deductive", "Luttrell (2018)")
    assert (rows[3]["codings"], rows[3]["sources"], rows[3]["level"]) == (1234, 12, 2)
    assert rows[1]["memo"] == "Bandingkan dengan *Respons cepat*."


def test_a_project_without_codes_says_so(town: Any) -> None:
    made = codebook(town.project, [])
    assert [plain(b.spans) for b in made.blocks if isinstance(b, Paragraph)] == [
        "Proyek ini belum memiliki kode."
    ]


def test_what_is_said_of_no_code_is_no_column_of_empty_cells(town: Any) -> None:
    bare = [replace(code, example="", when_not="") for code in town.codes]
    titles, rows = table(codebook(town.project, bare, CodebookLayout(language="id")))
    assert titles == ["Kode", "Definisi", "Dipakai bila", "Asal", "n", "Sumber"]
    assert {len(row) for row in rows} == {6}


def test_a_code_stands_after_the_one_above_it_only(town: Any) -> None:
    top, below = town.codes[0], town.codes[1]
    deep = replace(below, id=CodeId(9_001), parent=below.id, guid="deep", name="Dalam")
    _, rows = table(codebook(town.project, (top, replace(below, parent=top.id), deep)))
    assert rows[-1][0] == f"{below.name} › Dalam"


def test_a_name_takes_its_first_line_along_to_the_next_page(town: Any) -> None:
    made = codebook(town.project, town.codes, CodebookLayout(form="running"))
    first = [made.blocks[n + 1] for n, b in enumerate(made.blocks) if isinstance(b, Heading)]
    said = [block for block in first if isinstance(block, Paragraph) and ":" in plain(block.spans)]
    assert said and any(block.keep_with_next for block in said)
